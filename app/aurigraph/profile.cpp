#include "app/aurigraph/profile.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

#include "core/crypto/keystore.h"

namespace aurigraph::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxProfileBytes = std::size_t{1} * 1024 * 1024;

std::string textOf(const Bytes& bytes) {
  return std::string(asText(bytes));
}

// Without echo; the terminal is put back whatever happens.
std::string askHidden(std::string_view prompt) {
  std::cerr << prompt << std::flush;
  termios before{};
  const bool terminal = tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    termios hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  std::string line;
  std::getline(std::cin, line);
  if (terminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << "\n";
  return line;
}

}  // namespace

fs::path defaultProfileFolder() {
  if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config != '\0')
    return fs::path(config) / "aurigraph";
  const char* home = std::getenv("HOME");
  return fs::path(home == nullptr ? "." : home) / ".config" / "aurigraph";
}

Result<Bytes> readWhole(const fs::path& path, std::size_t maxBytes) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file || fs::is_directory(path))
    return fail("file.unreadable", "The file " + path.string() + " cannot be opened.",
                "Check its name and your rights.");
  const auto size = static_cast<std::size_t>(file.tellg());
  if (size > maxBytes)
    return fail("file.too_large", "The file " + path.string() + " is larger than it can be.",
                "Check that it is the right one.");
  file.seekg(0);
  Bytes out(size);
  file.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(size));
  return out;
}

Status writeWhole(const fs::path& path, ByteView bytes, bool secret) {
  const auto unwritable = [&] {
    return fail("file.unwritable", "Cannot write " + path.string() + ": " + std::strerror(errno) + ".",
                "Check the folder and your rights.");
  };
  std::error_code ignored;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
  const auto temporary = path.string() + ".tmp";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, secret ? 0600 : 0644);
  if (file < 0) return unwritable();
  while (!bytes.empty()) {
    const auto put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) {
      const auto failed = unwritable();
      ::close(file);
      ::unlink(temporary.c_str());
      return failed;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(put));
  }
  const bool synced = ::fsync(file) == 0;
  if (::close(file) != 0 || !synced || std::rename(temporary.c_str(), path.c_str()) != 0) return unwritable();
  return {};
}

fs::path Profile::keyFile(std::string_view name) const {
  return folder / "keys" / (std::string(name) + ".agkey");
}

Result<Profile> Profile::load(const fs::path& folder) {
  const auto malformed = [&](std::string_view why) {
    return fail("profile.malformed", "The profile in " + folder.string() + " " + std::string(why) + ".",
                "Make it anew with `aurigraph login --gateway HOST:PORT --ca FILE --genesis DIGEST`.");
  };
  const auto text = readWhole(folder / "profile.json", kMaxProfileBytes);
  if (!text)
    return fail("profile.missing", "There is no profile in " + folder.string() + ".",
                "Name one with --profile, or make it with `aurigraph login --gateway HOST:PORT --ca FILE "
                "--genesis DIGEST`.");
  boost::system::error_code error;
  const auto value = boost::json::parse(textOf(*text), error);
  if (error || !value.is_object()) return malformed("is no JSON object");
  const auto& object = value.get_object();
  const auto* host = object.if_contains("host");
  const auto* port = object.if_contains("port");
  const auto* genesis = object.if_contains("genesis");
  if (host == nullptr || !host->is_string() || port == nullptr || !port->is_int64() ||
      port->get_int64() < 1 || port->get_int64() > 65'535 || genesis == nullptr || !genesis->is_string())
    return malformed("lacks host, port or genesis");
  const auto& digits = genesis->get_string();
  const auto digest = fixedFromHex<Digest>({digits.data(), digits.size()});
  if (!digest) return malformed("has a genesis that is no digest");
  const auto pem = readWhole(folder / "ca.pem", kMaxProfileBytes);
  if (!pem) return malformed("has no ca.pem");
  Profile out;
  out.folder = folder;
  out.host = std::string(host->get_string());
  out.port = static_cast<std::uint16_t>(port->get_int64());
  out.genesis = *digest;
  out.authorityPem = textOf(*pem);
  if (const auto token = readWhole(folder / "token", kMaxProfileBytes)) out.token = textOf(*token);
  return out;
}

Status Profile::save() const {
  const boost::json::object object{{"host", host}, {"port", port}, {"genesis", toHex(genesis.view())}};
  const auto text = boost::json::serialize(object) + "\n";
  if (auto written = writeWhole(folder / "profile.json", asBytes(text), false); !written) return written;
  if (auto written = writeWhole(folder / "ca.pem", asBytes(authorityPem), false); !written) return written;
  return writeWhole(folder / "token", asBytes(token), true);
}

void addCommon(CLI::App& command, Common& common) {
  command.add_option("--profile", common.profile, "Folder with gateway, trusted certificate and keys");
  command.add_flag("--json", common.json, "One JSON document instead of text");
}

void addSigning(CLI::App& command, Signing& signing) {
  command.add_option("--key", signing.key, "Name of the key in the profile")->capture_default_str();
  command.add_option("--passphrase-file", signing.passphraseFile,
                     "File whose first line is the passphrase (else AURIGRAPH_PASSPHRASE, else asked for)");
  command.add_flag("--yes", signing.yes, "Sign without asking; for scripts");
}

Result<Connection> connect(const Common& common) {
  auto profile = Profile::load(common.folder());
  if (!profile) return passOn(profile);
  client::ClientOptions options;
  options.host = profile->host;
  options.port = profile->port;
  options.trustedPem = profile->authorityPem;
  options.token = profile->token;
  auto api = client::ApiClient::create(std::move(options));
  if (!api) return passOn(api);
  return Connection{std::move(*profile), std::move(*api)};
}

Result<std::string> passphrase(const Signing& signing, std::string_view prompt) {
  if (!signing.passphraseFile.empty()) {
    const auto bytes = readWhole(signing.passphraseFile, kMaxProfileBytes);
    if (!bytes) return passOn(bytes);
    const auto text = textOf(*bytes);
    return text.substr(0, text.find_first_of("\r\n"));
  }
  if (const char* given = std::getenv("AURIGRAPH_PASSPHRASE"); given != nullptr) return std::string(given);
  if (isatty(STDIN_FILENO) != 1)
    return fail("key.no_passphrase", "There is no terminal to ask for the passphrase on.",
                "Give --passphrase-file or set AURIGRAPH_PASSPHRASE.");
  return askHidden(prompt);
}

Result<crypto::SigningKey> openKeyNamed(const Profile& profile, const Signing& signing) {
  const auto file = readWhole(profile.keyFile(signing.key), kMaxProfileBytes);
  if (!file)
    return fail("key.unknown", "There is no key '" + signing.key + "' in " + profile.folder.string() + ".",
                "Make one with `aurigraph key new " + signing.key + "`, or name another with --key.");
  auto words = passphrase(signing, "Passphrase of '" + signing.key + "': ");
  if (!words) return passOn(words);
  auto opened = crypto::openKey(*file, *words);
  if (!opened) return passOn(opened);
  return opened->key;
}

Status confirm(const std::vector<std::string>& words, const Signing& signing) {
  std::cerr << "You are about to sign:\n";
  for (const auto& line : words) std::cerr << "  " << line << "\n";
  if (signing.yes) return {};
  if (isatty(STDIN_FILENO) != 1)
    return fail("sign.needs_yes", "There is no terminal to ask on, so nothing was signed.",
                "Add --yes in scripts.");
  std::cerr << "Sign? [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  if (answer == "y" || answer == "Y" || answer == "yes") return {};
  return fail("sign.declined", "Nothing was signed.", "");
}

}  // namespace aurigraph::cli
