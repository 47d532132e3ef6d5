#include "app/aurigraph/profile.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <chrono>
#include <cstdlib>

#include "nodes/client/answers.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

using client::textIn;
using std::filesystem::path;

constexpr std::uint16_t kDefaultPort = 8443;

path profileFile(const path& folder) {
  return folder / "profile.json";
}
path authorityFile(const path& folder) {
  return folder / "authority.pem";
}
path tokenFile(const path& folder) {
  return folder / "token.json";
}

tl::unexpected<Error> malformed(const path& file) {
  return fail("profile.malformed", file.string() + " is not what this program writes.",
              "Make the profile anew: aurigraph login --help");
}

Result<boost::json::object> readObject(const path& file) {
  const auto content = files::readFile(file);
  if (!content) return propagate(content);
  boost::system::error_code code;
  auto value = boost::json::parse({content->data(), content->size()}, code);
  if (code || !value.is_object()) return malformed(file);
  return std::move(value.get_object());
}

Status writeObject(const path& file, const boost::json::object& object, bool secret) {
  return files::writeFile(file, boost::json::serialize(object) + "\n",
                          secret ? files::kForOwner : files::kForEveryone);
}

std::int64_t nowNanoseconds() {
  return std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

// A sign-in that is over, or that cannot be read, is none.
void addToken(Profile& profile) {
  const auto object = readObject(tokenFile(profile.folder));
  if (!object) return;
  const auto expires = client::numberIn(*object, "expires_at");
  if (!expires || static_cast<std::int64_t>(*expires) <= nowNanoseconds()) return;
  profile.token = textIn(*object, "token");
}

path under(const path& folder, const std::string& text) {
  if (text.empty()) return {};
  return path(text).is_absolute() ? path(text) : folder / text;
}

}  // namespace

path defaultProfileFolder() {
  const auto fromEnvironment = [](const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets any
    return path(value == nullptr ? "" : value);
  };
  if (auto given = fromEnvironment("AURIGRAPH_PROFILE"); !given.empty()) return given;
  if (auto config = fromEnvironment("XDG_CONFIG_HOME"); !config.empty()) return config / "aurigraph";
  return fromEnvironment("HOME") / ".config" / "aurigraph";
}

Result<GatewayAddress> parseGateway(std::string_view url) {
  const auto bad = [&] {
    return fail("profile.bad_gateway", "'" + std::string(url.substr(0, 100)) + "' is no gateway's address.",
                "It looks like https://127.0.0.1:8443.");
  };
  constexpr std::string_view kScheme = "https://";
  auto rest = url.starts_with(kScheme) ? url.substr(kScheme.size()) : url;
  if (rest.ends_with('/')) rest.remove_suffix(1);
  GatewayAddress out;
  if (rest.starts_with('[')) {
    const auto end = rest.find(']');
    if (end == std::string_view::npos) return bad();
    out.host = rest.substr(1, end - 1);
    rest = rest.substr(end + 1);
  } else {
    const auto colon = rest.find(':');
    out.host = rest.substr(0, colon);
    rest = colon == std::string_view::npos ? std::string_view() : rest.substr(colon);
  }
  if (out.host.empty() || out.host.find_first_of("/?#@ \t\r\n") != std::string::npos) return bad();
  out.port = kDefaultPort;
  if (rest.empty()) return out;
  if (!rest.starts_with(':')) return bad();
  rest.remove_prefix(1);
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), out.port);
  if (error != std::errc() || end != rest.data() + rest.size() || out.port == 0) return bad();
  return out;
}

std::string Profile::gatewayUrl() const {
  const bool v6 = host.find(':') != std::string::npos;
  return "https://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Status Profile::save() const {
  const auto digest = toHex(genesis.view());
  const auto old = readObject(profileFile(folder)).value_or(boost::json::object{});
  if (textIn(old, "gateway") != gatewayUrl() || textIn(old, "genesis") != digest) {
    std::error_code ignored;
    std::filesystem::remove(tokenFile(folder), ignored);
  }
  boost::json::object object{{"gateway", gatewayUrl()}, {"genesis", digest}};
  if (!key.empty()) object["key"] = key.string();
  if (!passphraseFile.empty()) object["passphrase_file"] = passphraseFile.string();
  if (auto done = files::writeFile(authorityFile(folder), authorityPem, files::kForEveryone); !done)
    return done;
  return writeObject(profileFile(folder), object, false);
}

Status saveProfile(const path& folder, std::string_view gatewayUrl, std::string_view authorityPem,
                   const Digest& genesis) {
  const auto address = parseGateway(gatewayUrl);
  if (!address) return propagate(address);
  auto profile = Profile::load(folder).value_or(Profile{});
  profile.folder = folder;
  profile.host = address->host;
  profile.port = address->port;
  profile.authorityPem = authorityPem;
  profile.genesis = genesis;
  return profile.save();
}

Result<Profile> Profile::load(const path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(profileFile(folder), ignored))
    return fail(
        "profile.missing", "There is no profile in " + folder.string() + ".",
        "Name another with --profile, or type one of these.\n"
        "  aurigraph login --cluster FOLDER --as issuer      (a cluster of aurigraph up --data FOLDER)\n"
        "  aurigraph login --gateway HOST:8443 --ca CA.pem --genesis DIGEST --key NAME\n");
  const auto object = readObject(profileFile(folder));
  if (!object) return propagate(object);
  const auto address = parseGateway(textIn(*object, "gateway"));
  const auto genesis = fixedFromHex<Digest>(textIn(*object, "genesis"));
  if (!genesis || !address) return malformed(profileFile(folder));
  auto authority = files::readFile(authorityFile(folder));
  if (!authority) return propagate(authority);
  Profile out;
  out.folder = folder;
  out.host = address->host;
  out.port = address->port;
  out.authorityPem = std::move(*authority);
  out.genesis = *genesis;
  out.key = under(folder, textIn(*object, "key"));
  out.passphraseFile = under(folder, textIn(*object, "passphrase_file"));
  addToken(out);
  return out;
}

Status saveToken(const path& folder, const client::SignedIn& signedIn) {
  return writeObject(tokenFile(folder),
                     {{"token", signedIn.token},
                      {"expires_at", std::to_string(signedIn.expiresAt.value)},
                      {"identity", signedIn.identity.value},
                      {"name", signedIn.name}},
                     true);
}

Result<std::unique_ptr<client::ApiClient>> connect(const Profile& profile,
                                                   std::chrono::milliseconds timeout) {
  client::ClientOptions options;
  options.host = profile.host;
  options.port = profile.port;
  options.trustedPem = profile.authorityPem;
  options.token = profile.token;
  options.timeout = timeout;
  return client::ApiClient::create(std::move(options));
}

Status requireSignIn(const Profile& profile) {
  if (!profile.token.empty()) return {};
  const bool hasKey = !profile.key.empty();
  return fail("profile.not_signed_in", "You are not signed in, or no longer.",
              "Type: aurigraph login --profile " + profile.folder.string() +
                  (hasKey ? "" : " --key NAME (see aurigraph key list)") + ".");
}

}  // namespace aurigraph::cli
