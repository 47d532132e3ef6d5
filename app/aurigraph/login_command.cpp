// `aurigraph login`: points a profile at a cluster and signs in with a signed challenge.

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/common.h"
#include "app/aurigraph/history.h"
#include "app/aurigraph/keys.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/wording.h"
#include "nodes/cluster/cluster_folder.h"
#include "nodes/files/files.h"

namespace aurigraph::cli {
namespace {

struct Options {
  CommonOptions common;
  std::string gateway;
  std::string authority;
  std::string genesis;
  std::string key;
  std::string passphraseFile;
  std::string cluster;
  std::string as;
};

// A cluster's folder knows everything: `up` leaves a profile in it, and the first people's keys.
Status fromCluster(Options& options) {
  const cluster::FolderLayout layout{options.cluster};
  const auto genesis = cluster::loadGenesis(layout.genesis());
  if (!genesis)
    return fail("cluster.no_folder", options.cluster + " holds no cluster: " + genesis.error().message,
                "Name the folder that was given to aurigraph up --data.");
  if (options.genesis.empty()) options.genesis = toHex(genesis->digest().view());
  if (options.authority.empty()) options.authority = layout.authority().string();
  if (options.gateway.empty()) {
    const auto beside = Profile::load(layout.root / "profile");
    if (!beside)
      return fail(
          "cluster.no_gateway", options.cluster + " does not say where its gateway is.",
          "Start it with aurigraph up --data " + options.cluster + ", or add --gateway https://HOST:PORT.");
    options.gateway = beside->gatewayUrl();
  }
  if (options.key.empty() && !options.as.empty()) {
    options.key = layout.person(options.as).string();
    std::error_code ignored;
    if (!std::filesystem::exists(options.key, ignored)) {
      std::string names;
      for (const auto& person : cluster::firstPeople())
        names += (names.empty() ? "" : ", ") + std::string(person.name);
      return fail("cluster.unknown_person", "The cluster's folder has no key of '" + options.as + "'.",
                  "It has: " + names + ".");
    }
    if (options.passphraseFile.empty()) options.passphraseFile = layout.passphrase().string();
  }
  return {};
}

// What is given replaces what the profile had; the rest stays.
Result<Profile> wantedProfile(const Options& options) {
  const auto folder = options.common.folder();
  auto old = Profile::load(folder);
  if (!old && (options.gateway.empty() || options.authority.empty() || options.genesis.empty()))
    return propagate(old);
  Profile profile = old ? std::move(*old) : Profile{};
  profile.folder = folder;
  if (!options.gateway.empty()) {
    const auto address = parseGateway(options.gateway);
    if (!address) return propagate(address);
    profile.host = address->host;
    profile.port = address->port;
  }
  if (!options.genesis.empty()) {
    const auto digest = fixedFromHex<Digest>(options.genesis);
    if (!digest) return propagate(digest);
    profile.genesis = *digest;
  }
  if (!options.authority.empty()) {
    auto pem = files::readFile(options.authority);
    if (!pem) return propagate(pem);
    profile.authorityPem = std::move(*pem);
  }
  return profile;
}

int login(Options& options) {
  const bool json = options.common.json;
  if (!options.as.empty() && options.cluster.empty())
    return report({"login.bad_options", "--as names a key of a cluster's folder.",
                   "Add --cluster FOLDER, or use --key."},
                  json, kUsage);
  if (!options.cluster.empty())
    if (auto filled = fromCluster(options); !filled) return report(filled.error(), json);
  auto profile = wantedProfile(options);
  if (!profile) return report(profile.error(), json, kUsage);
  profile->token.clear();
  const auto api = connect(*profile, std::chrono::seconds(options.common.timeoutSeconds));
  if (!api) return report(api.error(), json, kUsage);
  // The cluster first: no signature is given to another one, and no profile is bent to it.
  if (const auto genesis = (*api)->genesis(profile->genesis); !genesis) return report(genesis.error(), json);
  if (auto holds = checkHistory(*profile, **api); !holds) return report(holds.error(), json);
  const auto file = options.key.empty() && !profile->key.empty() ? Result<std::filesystem::path>(profile->key)
                                                                 : findKey(profile->folder, options.key);
  if (!file) return report(file.error(), json, kUsage);
  if (!options.key.empty()) {
    profile->key = std::filesystem::absolute(*file).lexically_normal();
    profile->passphraseFile = options.passphraseFile.empty()
                                  ? ""
                                  : std::filesystem::absolute(options.passphraseFile).lexically_normal();
  }
  const auto key =
      openKeyFile(profile->folder, file->string(),
                  options.passphraseFile.empty() ? profile->passphraseFile
                                                 : std::filesystem::path(options.passphraseFile));
  if (!key) return report(key.error(), json, kUsage);
  const auto signedIn = (*api)->signIn(key->key, profile->genesis);
  if (!signedIn) return report(signedIn.error(), json);
  if (auto saved = profile->save(); !saved) return report(saved.error(), json);
  if (auto saved = saveToken(profile->folder, *signedIn); !saved) return report(saved.error(), json);

  if (json) {
    boost::json::array roles;
    for (const auto& role : signedIn->roles) roles.push_back(boost::json::string(role));
    printJson({{"name", signedIn->name},
               {"identity", signedIn->identity.value},
               {"roles", std::move(roles)},
               {"expires_at", std::to_string(signedIn->expiresAt.value)},
               {"gateway", profile->gatewayUrl()},
               {"profile", profile->folder.string()}});
    return kDone;
  }
  std::string roles;
  for (const auto& role : signedIn->roles) roles += (roles.empty() ? "" : ", ") + plain(role);
  std::cout << table(
      {{"Signed in as", plain(signedIn->name) + " (identity " + std::to_string(signedIn->identity.value) +
                            (roles.empty() ? "" : "; roles: " + roles) + ")"},
       {"At", profile->gatewayUrl()},
       {"Until", timeForPeople(signedIn->expiresAt)},
       {"Profile", profile->folder.string()}});
  return kDone;
}

}  // namespace

void addLoginCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("login", "Points the profile at a cluster and signs in with your key");
  command->add_option("--cluster", options->cluster, "Take all from the folder of aurigraph up --data");
  command->add_option("--as", options->as, "With --cluster: whose key, e.g. issuer, reviewer, holder");
  command->add_option("--gateway", options->gateway, "Address, e.g. 127.0.0.1:8443");
  command->add_option("--ca,--authority", options->authority, "The only certificates to trust, a PEM file");
  command->add_option("--genesis", options->genesis, "Genesis digest of the cluster, 64 hex digits");
  command->add_option("--key", options->key, "Your key: a name or a file; becomes the profile's default");
  command->add_option("--passphrase-file", options->passphraseFile,
                      "Its passphrase; else asked for. With --key it is remembered where the file is");
  addCommonOptions(*command, options->common);
  command->footer(
      "Example: aurigraph login --cluster aurigraph-data --as issuer\n"
      "  aurigraph login --gateway ledger.example:8443 --ca ca.pem --genesis 5f0c…e1 --key "
      "anna\n"
      "  aurigraph login                (again, when the sign-in has expired)\n"
      "The sign-in lies in the profile, readable for you alone. It only lets you read; what changes the\n"
      "ledger is signed with the key each time.");
  command->callback([options, &exitCode] { exitCode = login(*options); });
}

}  // namespace aurigraph::cli
