#include <boost/json/array.hpp>
#include <iostream>
#include <memory>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"

namespace aurigraph::cli {
namespace {

constexpr std::size_t kMaxPemBytes = std::size_t{1} * 1024 * 1024;

struct Options {
  Common common;
  Signing signing;
  std::string gateway;
  std::string authority;
  std::string genesis;
};

// "host:port", "[::1]:8443"
Status setGateway(Profile& profile, const std::string& gateway) {
  const auto colon = gateway.rfind(':');
  auto host = gateway.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto digits = colon == std::string::npos ? std::string() : gateway.substr(colon + 1);
  if (host.empty() || digits.empty() || digits.size() > 5 ||
      digits.find_first_not_of("0123456789") != std::string::npos || std::stoul(digits) == 0 ||
      std::stoul(digits) > 65'535)
    return fail("usage.gateway", "'" + gateway + "' is not of the form HOST:PORT.",
                "For example 127.0.0.1:8443.");
  profile.host = host;
  profile.port = static_cast<std::uint16_t>(std::stoul(digits));
  return {};
}

// What is given replaces what the profile had; the rest stays.
Result<Profile> profileFor(const Options& options) {
  const auto folder = options.common.folder();
  auto known = Profile::load(folder);
  Profile profile = known ? std::move(*known) : Profile{};
  profile.folder = folder;
  if (!known && (options.gateway.empty() || options.authority.empty() || options.genesis.empty()))
    return passOn(known);
  if (!options.gateway.empty())
    if (auto set = setGateway(profile, options.gateway); !set) return passOn(set);
  if (!options.authority.empty()) {
    auto pem = readWhole(options.authority, kMaxPemBytes);
    if (!pem) return passOn(pem);
    profile.authorityPem = std::string(asText(*pem));
  }
  if (!options.genesis.empty()) {
    auto digest = fixedFromHex<Digest>(options.genesis);
    if (!digest) return passOn(digest);
    profile.genesis = *digest;
  }
  return profile;
}

int run(const Options& options) {
  auto profile = profileFor(options);
  if (!profile) return report(profile.error(), options.common.json, kUsage);
  client::ClientOptions clientOptions;
  clientOptions.host = profile->host;
  clientOptions.port = profile->port;
  clientOptions.trustedPem = profile->authorityPem;
  auto api = client::ApiClient::create(std::move(clientOptions));
  if (!api) return report(api.error(), options.common.json, kUsage);
  // The cluster first: no signature is given to another one.
  if (const auto genesis = (*api)->genesis(profile->genesis); !genesis)
    return report(genesis.error(), options.common.json);
  const auto key = openKeyNamed(*profile, options.signing);
  if (!key) return report(key.error(), options.common.json, kUsage);
  const auto signedIn = (*api)->signIn(*key, profile->genesis);
  if (!signedIn) return report(signedIn.error(), options.common.json);
  profile->token = signedIn->token;
  if (const auto saved = profile->save(); !saved) return report(saved.error(), options.common.json);
  if (options.common.json) {
    boost::json::array roles(signedIn->roles.begin(), signedIn->roles.end());
    printJson(
        {{"identity", signedIn->identity.value}, {"name", signedIn->name}, {"roles", std::move(roles)}});
    return kDone;
  }
  std::string roles;
  for (const auto& role : signedIn->roles) roles += (roles.empty() ? "" : ", ") + role;
  std::cout << "Signed in as " << signedIn->name << " (identity " << signedIn->identity.value << ": " << roles
            << ").\n";
  return kDone;
}

}  // namespace

void addLoginCommand(CLI::App& app, int& exitCode) {
  auto* command =
      app.add_subcommand("login", "Sign in with your key; the first time also says where the cluster is");
  const auto options = std::make_shared<Options>();
  addCommon(*command, options->common);
  addSigning(*command, options->signing);
  command->add_option("--gateway", options->gateway, "HOST:PORT of a gateway");
  command->add_option("--ca", options->authority, "PEM file of the certificate authority to trust")
      ->check(CLI::ExistingFile);
  command->add_option("--genesis", options->genesis,
                      "Digest of the cluster's genesis, 64 hex digits, from someone you trust");
  command->footer(
      "Example: aurigraph login --gateway 127.0.0.1:8443 --ca cluster/authority.pem --genesis 3f…c2 --key "
      "me");
  command->callback([options, &exitCode] { exitCode = run(*options); });
}

}  // namespace aurigraph::cli
