#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/aurigraph/profile.h"
#include "core/crypto/keystore.h"

/// Sealed key files of a profile, and the passphrase that opens them (R-SEC-3).
namespace aurigraph::cli {

inline constexpr std::size_t kLeastPassphraseBytes = 8;

/// A passphrase, wiped when it goes.
class Passphrase {
 public:
  explicit Passphrase(std::string text) : text_(std::move(text)) {}
  ~Passphrase();
  Passphrase(Passphrase&& other) noexcept : text_(std::move(other.text_)) {}
  Passphrase& operator=(Passphrase&&) = delete;
  [[nodiscard]] std::string_view view() const { return text_; }

 private:
  std::string text_;
};

/// The first line of `file`, else AURIGRAPH_PASSPHRASE, else from the terminal without echo. Errors:
/// file.unreadable, key.no_passphrase, passphrase.cancelled.
Result<Passphrase> readPassphrase(const std::string& prompt, const std::filesystem::path& file);
/// The same for a new key: long enough, and on a terminal typed twice alike. Errors: also
/// passphrase.too_short, passphrase.differs.
Result<Passphrase> choosePassphrase(const std::filesystem::path& file);

struct KeyFile {
  std::filesystem::path file;
  crypto::KeystoreFacts facts;
};

/// `<profile>/keys/<name>.agkey`. Errors: key.bad_name.
Result<std::filesystem::path> keyFileFor(const std::filesystem::path& folder, std::string_view name);
/// A name in the profile's folder, or a path (with a '/' or ending in .agkey); empty: the default key of
/// `profile.json`. Errors: key.unknown (says what to type).
Result<std::filesystem::path> findKey(const std::filesystem::path& folder, std::string_view nameOrPath);
/// All readable key files of the profile, by name.
std::vector<KeyFile> listKeys(const std::filesystem::path& folder);
/// Errors: file.unreadable, keystore.malformed.
Result<KeyFile> readKeyFile(const std::filesystem::path& file);

/// Makes and seals a key; never replaces a file. Errors: key.exists, keystore.*, file.unwritable.
Result<KeyFile> makeKey(const std::filesystem::path& file, std::string_view name,
                        const Passphrase& passphrase, crypto::KeystoreCost cost = {});
/// Finds and opens; asks if it must. Errors: of findKey, readPassphrase, keystore.*.
Result<crypto::OpenedKey> openKeyFile(const std::filesystem::path& folder, std::string_view nameOrPath,
                                      const std::filesystem::path& passphraseFile);

}  // namespace aurigraph::cli
