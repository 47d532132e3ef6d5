#include "app/aurigraph/keys.h"

#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "nodes/cluster/entropy.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

using std::filesystem::path;

constexpr std::string_view kSuffix = ".agkey";
constexpr char kInterrupt = 3;
constexpr char kEnd = 4;
constexpr char kBackspace = 8;
constexpr char kDelete = 127;
constexpr char kEraseLine = 21;

/// The controlling terminal with echo, line editing and signals off: Ctrl-C comes as a character, so that
/// no way out leaves a terminal that does not echo.
class SilentTerminal {
 public:
  SilentTerminal() : file_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (file_ < 0 || ::tcgetattr(file_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
    silent.c_cc[VMIN] = 1;
    silent.c_cc[VTIME] = 0;
    usable_ = ::tcsetattr(file_, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (usable_) ::tcsetattr(file_, TCSAFLUSH, &before_);
    if (file_ >= 0) ::close(file_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

  [[nodiscard]] bool usable() const { return usable_; }

  void say(std::string_view text) const {
    if (::write(file_, text.data(), text.size()) < 0) return;  // reading will find out
  }

  /// False: cancelled.
  bool readLine(std::string& into) const {
    into.reserve(crypto::kMaxPassphraseBytes + 1);  // no copies left behind by growing
    for (char c = 0;;) {
      if (::read(file_, &c, 1) != 1 || c == kInterrupt || c == kEnd) return false;
      if (c == '\n' || c == '\r') return true;
      if (c == kEraseLine) {
        into.clear();
      } else if (c == kBackspace || c == kDelete) {
        while (!into.empty() && (static_cast<std::uint8_t>(into.back()) & 0xC0U) == 0x80U) into.pop_back();
        if (!into.empty()) into.pop_back();
      } else if (into.size() <= crypto::kMaxPassphraseBytes) {
        into.push_back(c);
      }
    }
  }

 private:
  int file_ = -1;
  termios before_{};
  bool usable_ = false;
};

}  // namespace

Passphrase::~Passphrase() {
  ::explicit_bzero(text_.data(), text_.size());
}

Result<Passphrase> readPassphrase(const std::string& prompt, const path& file) {
  if (!file.empty()) {
    auto content = files::readFile(file);
    if (!content) return propagate(content);
    content->resize(std::min(content->find_first_of("\r\n"), content->size()));
    return Passphrase(std::move(*content));
  }
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody sets any
  if (const char* given = std::getenv("AURIGRAPH_PASSPHRASE"); given != nullptr) return Passphrase(given);
  const SilentTerminal terminal;
  if (!terminal.usable())
    return fail(
        "key.no_passphrase", "The key's passphrase is needed, and there is no terminal to ask on.",
        "Give it in a file that only you can read: --passphrase-file FILE, or in AURIGRAPH_PASSPHRASE.");
  terminal.say(prompt);
  std::string typed;
  const bool entered = terminal.readLine(typed);
  terminal.say("\n");
  Passphrase out(std::move(typed));
  if (!entered) return fail("passphrase.cancelled", "No passphrase was given.", "Nothing was done.");
  return out;
}

Result<Passphrase> choosePassphrase(const path& file) {
  auto first = readPassphrase("New passphrase (it cannot be recovered): ", file);
  if (!first) return first;
  if (first->view().size() < kLeastPassphraseBytes)
    return fail("passphrase.too_short",
                "A passphrase has at least " + std::to_string(kLeastPassphraseBytes) + " characters.",
                "Several words that are not a quotation do well.");
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody sets any
  if (!file.empty() || std::getenv("AURIGRAPH_PASSPHRASE") != nullptr) return first;
  const auto second = readPassphrase("The same again: ", {});
  if (!second) return propagate(second);
  if (second->view() != first->view())
    return fail("passphrase.differs", "The two passphrases differ.", "Try again; no key was made.");
  return first;
}

Result<path> keyFileFor(const path& folder, std::string_view name) {
  const auto usual = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  if (name.empty() || name.size() > crypto::kMaxKeyNameBytes || name.starts_with('.') ||
      !std::ranges::all_of(name, usual))
    return fail("key.bad_name", "'" + std::string(name.substr(0, 80)) + "' cannot be a key's file name.",
                "Use letters, digits, '-', '_' and '.', or say where with --out FILE.agkey.");
  return folder / "keys" / (std::string(name) + std::string(kSuffix));
}

Result<path> findKey(const path& folder, std::string_view nameOrPath) {
  if (nameOrPath.empty()) {
    const auto profile = Profile::load(folder);
    if (!profile) return propagate(profile);
    if (!profile->key.empty()) return profile->key;
    return fail(
        "key.unknown", "The profile has no default key.",
        "Name one with --key NAME, of an order with --sign-with NAME; aurigraph key list shows yours.");
  }
  if (nameOrPath.find('/') != std::string_view::npos || nameOrPath.ends_with(kSuffix))
    return path(nameOrPath);
  auto file = keyFileFor(folder, nameOrPath);
  if (!file) return file;
  std::error_code ignored;
  if (std::filesystem::exists(*file, ignored)) return file;
  return fail("key.unknown",
              "There is no key '" + std::string(nameOrPath) + "' in " + folder.string() + "/keys.",
              "aurigraph key list shows those there are; a key elsewhere is named by its path.");
}

Result<KeyFile> readKeyFile(const path& file) {
  const auto content = files::readFile(file);
  if (!content) return propagate(content);
  auto facts = crypto::readKeystore(asBytes(*content));
  if (!facts) return propagate(facts);
  return KeyFile{file, std::move(*facts)};
}

std::vector<KeyFile> listKeys(const path& folder) {
  std::vector<KeyFile> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "keys", error))
    if (entry.path().extension() == kSuffix)
      if (auto key = readKeyFile(entry.path())) out.push_back(std::move(*key));
  std::ranges::sort(out, {}, &KeyFile::file);
  return out;
}

Result<KeyFile> makeKey(const path& file, std::string_view name, const Passphrase& passphrase,
                        crypto::KeystoreCost cost) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored))
    return fail("key.exists", file.string() + " exists.",
                "Choose another name: a key that was overwritten is lost for ever.");
  const auto key = crypto::SigningKey::fromSeed(cluster::randomFixed<crypto::Seed>());
  crypto::KeystoreEntropy entropy;
  cluster::fillRandom(entropy.salt.bytes);
  cluster::fillRandom(entropy.nonce.bytes);
  const auto sealed = crypto::sealKey(key, name, passphrase.view(), entropy, cost);
  if (!sealed) return propagate(sealed);
  if (auto written = files::writeFile(file, asText(*sealed), files::kForOwner); !written)
    return propagate(written);
  return readKeyFile(file);
}

Result<crypto::OpenedKey> openKeyFile(const path& folder, std::string_view nameOrPath,
                                      const path& passphraseFile) {
  const auto file = findKey(folder, nameOrPath);
  if (!file) return propagate(file);
  const auto content = files::readFile(*file);
  if (!content) return propagate(content);
  const auto facts = crypto::readKeystore(asBytes(*content));
  if (!facts) return propagate(facts);
  auto from = passphraseFile;
  if (from.empty())
    if (const auto profile = Profile::load(folder); profile && profile->key == *file)
      from = profile->passphraseFile;
  const auto passphrase = readPassphrase("Passphrase of '" + facts->name + "': ", from);
  if (!passphrase) return propagate(passphrase);
  return crypto::openKey(asBytes(*content), passphrase->view());
}

}  // namespace aurigraph::cli
