#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "nodes/client/client.h"

/// A profile folder: which cluster a person talks to and as whom. `profile.json` (address, genesis, default
/// key), `authority.pem` (the only certificates trusted), `token.json` (a sign-in, 0600), `keys/*.agkey`;
/// `history/` is history.h's, `outbox/` outbox.h's.
namespace aurigraph::cli {

struct Profile {
  std::filesystem::path folder;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8443;
  std::string authorityPem;  ///< The only certificates trusted.
  Digest genesis;
  std::filesystem::path key;             ///< Default key file; empty if there is none.
  std::filesystem::path passphraseFile;  ///< Of the default key; empty: ask.
  std::string token;                     ///< Empty: not signed in, or no longer.

  /// Errors: profile.missing (says what to type), profile.malformed, file.unreadable.
  static Result<Profile> load(const std::filesystem::path& folder);
  /// All but the sign-in, which stays only if cluster and gateway do: a token is nobody else's business.
  /// Errors: file.unwritable.
  [[nodiscard]] Status save() const;
  [[nodiscard]] std::string gatewayUrl() const;
};

/// $AURIGRAPH_PROFILE, else $XDG_CONFIG_HOME/aurigraph, else ~/.config/aurigraph.
[[nodiscard]] std::filesystem::path defaultProfileFolder();

/// Makes the profile or points it at another cluster; the default key stays.
/// Errors: profile.bad_gateway, file.unwritable.
Status saveProfile(const std::filesystem::path& folder, std::string_view gatewayUrl,
                   std::string_view authorityPem, const Digest& genesis);
Status saveToken(const std::filesystem::path& folder, const client::SignedIn& signedIn);

/// Nothing is sent yet. Errors: client.bad_options.
Result<std::unique_ptr<client::ApiClient>> connect(
    const Profile& profile, std::chrono::milliseconds timeout = client::ClientOptions{}.timeout);

/// For what is not public. Errors: profile.not_signed_in (says what to type).
Status requireSignIn(const Profile& profile);

struct GatewayAddress {
  std::string host;
  std::uint16_t port = 0;
};
/// "https://host[:port]", "host:port", "[::1]:8443"; port 8443 if absent. Errors: profile.bad_gateway.
Result<GatewayAddress> parseGateway(std::string_view url);

}  // namespace aurigraph::cli
