#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "nodes/client/client.h"

/// Whom this computer talks to and as whom. A folder, `~/.config/aurigraph` unless `--profile` says
/// otherwise:
///   profile.json   {"host", "port", "genesis"}: the gateway and the cluster it must belong to
///   ca.pem         the only certificate trusted for it
///   token          bearer token of the last sign-in, 0600
///   keys/*.agkey   sealed keys, 0600
namespace aurigraph::cli {

struct Profile {
  std::filesystem::path folder;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8443;
  Digest genesis;
  std::string authorityPem;
  std::string token;

  /// Errors: profile.missing, profile.malformed.
  static Result<Profile> load(const std::filesystem::path& folder);
  /// Everything but the keys. Errors: file.unwritable.
  [[nodiscard]] Status save() const;
  [[nodiscard]] std::filesystem::path keyFile(std::string_view name) const;
};

[[nodiscard]] std::filesystem::path defaultProfileFolder();

/// Options that every command of a cluster has.
struct Common {
  std::string profile;
  bool json = false;
  [[nodiscard]] std::filesystem::path folder() const {
    return profile.empty() ? defaultProfileFolder() : std::filesystem::path(profile);
  }
};
void addCommon(CLI::App& command, Common& common);

/// Options of commands that sign.
struct Signing {
  std::string key = "me";
  std::string passphraseFile;
  bool yes = false;
};
void addSigning(CLI::App& command, Signing& signing);

struct Connection {
  Profile profile;
  std::unique_ptr<client::ApiClient> api;
};
/// Errors: those of Profile::load and ApiClient::create. Connects at the first call.
Result<Connection> connect(const Common& common);

/// From --passphrase-file, AURIGRAPH_PASSPHRASE or, on a terminal, asked for without echo.
/// Errors: key.no_passphrase, file.unreadable.
Result<std::string> passphrase(const Signing& signing, std::string_view prompt);

/// Opens a key of the profile by name. Errors: key.unknown, keystore.*.
Result<crypto::SigningKey> openKeyNamed(const Profile& profile, const Signing& signing);

/// Shows what is about to be signed and asks; with --yes only shows. Errors: sign.declined,
/// sign.needs_yes (no terminal to ask on).
Status confirm(const std::vector<std::string>& words, const Signing& signing);

/// Errors: file.unreadable, file.too_large.
Result<Bytes> readWhole(const std::filesystem::path& path, std::size_t maxBytes);
/// Errors: file.unwritable.
Status writeWhole(const std::filesystem::path& path, ByteView bytes, bool secret);

}  // namespace aurigraph::cli
