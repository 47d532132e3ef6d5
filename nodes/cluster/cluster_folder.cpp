#include "nodes/cluster/cluster_folder.h"

#include <algorithm>
#include <iterator>

#include "core/crypto/keystore.h"
#include "nodes/cluster/entropy.h"
#include "nodes/cluster/log_folder.h"
#include "nodes/files/files.h"
#include "nodes/mapping/property/property_common.h"
#include "nodes/providers/simulator.h"
#include "nodes/slim/simulated_sources.h"

namespace aurigraph::cluster {
namespace {

using link::CertificateAuthority;
using wire::maskOf;
using wire::Role;

constexpr std::int64_t kDay = 86'400'000'000'000;
constexpr std::string_view kSeedFile = "node.seed";
/// Sealed under a random 128-bit passphrase: a costly derivation would protect nothing more.
constexpr crypto::KeystoreCost kFirstKeysCost{12};

// Nobody approves for the own firm alone, and nobody attests to it. Administrators say who really works
// where.
constexpr std::string_view kOperating = "operating house";
constexpr std::string_view kIssuing = "issuing house";
constexpr std::string_view kAttesting = "attesting house";

constexpr FirstPerson kPeople[] = {
    {"administrator", maskOf(Role::kAdministrator), kOperating},
    {"issuer", maskOf(Role::kIssuer), kIssuing},
    {"compliance", maskOf(Role::kCompliance), kOperating},
    {"reviewer", maskOf(Role::kReviewer), kOperating},
    {"senior-reviewer", maskOf(Role::kSeniorReviewer), kOperating},
    {"risk-officer", maskOf(Role::kRiskOfficer), kOperating},
    {"operator", maskOf(Role::kOperator), kOperating},
    {"auditor", maskOf(Role::kAuditor), kOperating},
    {"treasurer", maskOf(Role::kTreasurer), kOperating},
    {"holder", maskOf(Role::kHolder), ""},
    // Who grants a role needs another one; to end an administrator takes two others.
    {"administrator-2", maskOf(Role::kAdministrator), kOperating},
    {"administrator-3", maskOf(Role::kAdministrator), kOperating},
    {"custodian", maskOf(Role::kCustodian), kOperating},
    {"claim-issuer", maskOf(Role::kClaimIssuer), kAttesting},
};

Status saveNodeKey(const std::filesystem::path& folder, const crypto::SigningKey& key) {
  return files::writeFile(folder / kSeedFile, toHex(key.seed().view()) + "\n", files::kForOwner);
}

Status saveStateSecret(const std::filesystem::path& folder, const wire::StateSecret& secret) {
  return files::writeFile(folder / kStateSecretFile, toHex(secret.reveal().view()) + "\n", files::kForOwner);
}

Result<PublicKey> makePerson(const FolderLayout& layout, std::string_view name, std::string_view passphrase) {
  const auto key = crypto::SigningKey::fromSeed(randomFixed<crypto::Seed>());
  crypto::KeystoreEntropy entropy;
  fillRandom(entropy.salt.bytes);
  fillRandom(entropy.nonce.bytes);
  const auto sealed = crypto::sealKey(key, name, passphrase, entropy, kFirstKeysCost);
  if (!sealed) return propagate(sealed);
  if (auto written = files::writeFile(layout.person(name), asText(*sealed), files::kForOwner); !written)
    return propagate(written);
  return key.publicKey();
}

/// Issues what is missing, nearly over, or of another authority's making.
Status renewNode(const CertificateAuthority& authority, const FolderLayout& layout, const PlannedNode& node,
                 const Digest& genesis, Nanoseconds now) {
  const auto folder = layout.node(node.name);
  if (const auto have = link::loadCredentials(folder, kNodeCredentials)) {
    const auto facts = link::readCertificate(have->certificatePem);
    if (facts && facts->notAfter.value - now.value > link::kRenewWithinDays * kDay &&
        std::ranges::find(facts->uris, link::nodeUri(genesis, node.node)) != facts->uris.end())
      return {};
  }
  const auto made = authority.issueNode(node.node, node.name, {}, now);
  if (!made) return propagate(made);
  return link::saveCredentials(*made, folder, kNodeCredentials);
}

/// The provider simulator's key is there before its certificate, and stays when that is renewed: the genesis
/// pins it.
std::filesystem::path providerKeyFile(const FolderLayout& layout) {
  return layout.root / (std::string(kProviderCredentials) + ".key");
}

Result<Digest> makeProviderKey(const FolderLayout& layout) {
  const auto key = link::makeServerKey();
  if (!key) return propagate(key);
  if (auto saved = files::writeFile(providerKeyFile(layout), *key, files::kForOwner); !saved)
    return propagate(saved);
  return link::pinOf(*key);
}

Status renewProviders(const CertificateAuthority& authority, const FolderLayout& layout, Nanoseconds now) {
  auto key = files::readFile(providerKeyFile(layout));
  auto pin = key ? link::pinOf(*key) : Result<Digest>(propagate(key));
  if (!pin) {
    // Without it the simulator works all the same, and earns no points for a pin until the ledger knows it.
    pin = makeProviderKey(layout);
    if (!pin) return propagate(pin);
    key = files::readFile(providerKeyFile(layout));
    if (!key) return propagate(key);
  }
  if (const auto have = link::loadCredentials(layout.root, kProviderCredentials)) {
    const auto facts = link::readCertificate(have->certificatePem);
    if (facts && facts->pin == *pin && facts->notAfter.value - now.value > link::kRenewWithinDays * kDay)
      return {};
  }
  const auto made = authority.issueServerFor(*key, "provider simulator", {}, now);
  if (!made) return propagate(made);
  return link::saveCredentials(*made, layout.root, kProviderCredentials);
}

/// The simulator's and whatever else is wanted, ascending by name.
Result<std::vector<wire::SourceTerms>> firstSources(const ClusterConfig& config, const FolderLayout& layout,
                                                    const std::vector<wire::SourceTerms>& more) {
  std::vector<wire::SourceTerms> out = more;
  if (config.simulated) {
    const auto pin = makeProviderKey(layout);
    if (!pin) return propagate(pin);
    auto terms = slim::simulatedTerms(*pin);
    if (!terms) return propagate(terms);
    std::ranges::move(*terms, std::back_inserter(out));
  }
  std::ranges::sort(out, {}, &wire::SourceTerms::name);
  return out;
}

/// What a house that deals with the simulator's world knows of it: in whose name its title must stand.
std::vector<wire::Fact> firstFacts(const ClusterConfig& config) {
  if (!config.simulated) return {};
  const Digest owner = mapping::ownerNameHash(providers::demoWorld(config.providersSeed).ownerName);
  return {{"", wire::FactName::kSpvOwnerHash, toHex(owner.view())}};
}

/// Writes everything but the genesis file: that comes last and makes the cluster exist.
Result<wire::Genesis> makeCluster(const ClusterConfig& config, const ClusterPlan& plan,
                                  const FolderLayout& layout, const GenesisExtras& extras, Nanoseconds now) {
  wire::Genesis genesis;
  genesis.clusterName = config.name;
  genesis.createdAt = now;
  genesis.nonce = randomFixed<Digest>();
  genesis.simulated = config.simulated;
  genesis.roles = wire::defaultRoleTable();
  genesis.ruleSets = extras.ruleSets;
  auto sources = firstSources(config, layout, extras.sources);
  if (!sources) return propagate(sources);
  genesis.sources = std::move(*sources);
  genesis.facts = firstFacts(config);
  const wire::StateSecret stateSecret(randomFixed<wire::StateSecret::Value>());
  if (auto saved = saveStateSecret(layout.root, stateSecret); !saved) return propagate(saved);
  genesis.stateSecretDigest = stateSecret.digest();

  FixedBytes<struct PassphraseTag, 16> secret;
  fillRandom(secret.bytes);
  const std::string passphrase = toHex(secret.view());
  if (auto written = files::writeFile(layout.passphrase(), passphrase + "\n", files::kForOwner); !written)
    return propagate(written);
  for (const auto& person : kPeople) {
    const auto key = makePerson(layout, person.name, passphrase);
    if (!key) return propagate(key);
    genesis.identities.push_back(
        {std::string(person.name), *key, person.roles, std::string(person.organisation)});
  }
  for (const auto& node : plan.nodes) {
    const auto key = crypto::SigningKey::fromSeed(randomFixed<crypto::Seed>());
    if (auto saved = saveNodeKey(layout.node(node.name), key); !saved) return propagate(saved);
    if (holdsStateSecret(node.kind))
      if (auto saved = saveStateSecret(layout.node(node.name), stateSecret); !saved) return propagate(saved);
    genesis.nodes.push_back({node.node, node.kind, node.name, key.publicKey()});
    // Slim nodes sign what they submit (DESIGN §5): authors like people.
    if (node.kind == wire::NodeKind::kSlim)
      genesis.identities.push_back(
          {node.name, key.publicKey(), maskOf(Role::kSlimNode), std::string(kOperating)});
  }
  return genesis;
}

bool isThere(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::symlink_status(path, error).type() != std::filesystem::file_type::not_found;
}

/// What the making of a cluster leaves in a node's folder; anything else is of a node that has worked.
constexpr std::string_view kMadeAtHome[] = {kSeedFile, kStateSecretFile, kNodeConfigFile, "tls.pem",
                                            "tls.key", "data",           "lock",          "lost+found"};

bool hasWorked(const std::filesystem::path& home) {
  const auto names = namesIn(home);
  if (!names) return true;
  for (std::filesystem::path name : *names) {
    if (name.extension() == files::kUnfinished) name.replace_extension();
    if (std::ranges::find(kMadeAtHome, name.string()) == std::end(kMadeAtHome)) return true;
  }
  return hasBeenUsed(dataFolderOf(home));
}

/// A cluster is made only where there is none: new keys over the old ones would end it for good. Without its
/// genesis all else may still be there, or have been handed to other machines. What a making left that was
/// broken off is told by its mark, unless a node has worked there all the same.
Status nothingIsLost(const FolderLayout& layout) {
  std::filesystem::path found;
  if (!isThere(layout.making()))
    for (const auto& each : {layout.nodes(), layout.people(), layout.authority(), layout.stateSecret()})
      if (isThere(each)) found = each;
  const auto homes = namesIn(layout.nodes());
  if (!homes) found = layout.nodes();
  for (const auto& name : homes.value_or(std::vector<std::string>{}))
    if (hasWorked(layout.node(name))) found = layout.node(name);
  if (found.empty()) return {};
  return fail("cluster.genesis_missing",
              found.string() + " belongs to a cluster, but " + layout.genesis().string() + " is not there.",
              "Put cluster.genesis back, from a backup or from another machine of the cluster, or choose "
              "another folder for a new cluster.");
}

/// Each voter's log, before any of them can start.
Status formatLogs(const ClusterFolder& folder, const ClusterPlan& plan) {
  for (const auto& node : plan.nodes) {
    if (node.kind != wire::NodeKind::kValidator) continue;
    const auto data = dataFolderOf(folder.layout.node(node.name));
    if (auto made = formatLog(data, node.node, folder.digest); !made) return made;
  }
  if (auto synced = syncFolder(folder.layout.nodes()); !synced) return synced;
  return syncFolder(folder.layout.root);
}

Status sameShape(const wire::Genesis& genesis, const ClusterConfig& config, const ClusterPlan& plan) {
  const bool same =
      genesis.clusterName == config.name && genesis.simulated == config.simulated &&
      std::ranges::equal(genesis.nodes, plan.nodes, [](const wire::GenesisNode& old, const PlannedNode& now) {
        return old.node == now.node && old.kind == now.kind && old.name == now.name;
      });
  if (same) return {};
  const auto count = [&](wire::NodeKind kind) {
    return std::to_string(std::ranges::count(genesis.nodes, kind, &wire::GenesisNode::kind));
  };
  return fail("cluster.other_shape",
              config.folder.string() + " holds the cluster \"" + genesis.clusterName + "\" of " +
                  count(wire::NodeKind::kValidator) + " validators, " + count(wire::NodeKind::kBusiness) +
                  " business and " + count(wire::NodeKind::kSlim) + " slim nodes" +
                  (genesis.simulated ? " for simulated data." : " for real data."),
              "Start it with these numbers, or choose another folder for a new cluster.");
}

}  // namespace

std::span<const FirstPerson> firstPeople() {
  return kPeople;
}

Status renewCertificates(const ClusterFolder& folder, const ClusterPlan& plan, Nanoseconds now) {
  const auto authority = CertificateAuthority::load(folder.layout.root, folder.digest);
  if (!authority) return propagate(authority);
  for (const auto& node : plan.nodes)
    if (auto done = renewNode(*authority, folder.layout, node, folder.digest, now); !done) return done;
  return renewProviders(*authority, folder.layout, now);
}

Status checkPlace(const ClusterConfig& config, const std::filesystem::path& base) {
  std::error_code ignored;
  if (!std::filesystem::exists(FolderLayout{base}.genesis(), ignored) ||
      std::filesystem::equivalent(base, config.folder, ignored))
    return {};
  return fail("cluster.folder_elsewhere",
              "The file lies in the cluster's folder " + base.string() + " and names another one, " +
                  config.folder.string() + ": that one would be started.",
              "Write folder = \".\" into it, or start the other one by its own file.");
}

std::optional<HostKind> recordedHosts(const std::filesystem::path& folder) {
  const auto text = files::readFile(FolderLayout{folder}.config());
  if (!text) return std::nullopt;
  const auto config = parseClusterConfig(*text, folder);
  if (!config) return std::nullopt;
  return config->hosts;
}

Status saveNodeConfig(const FolderLayout& layout, const NodeConfig& config) {
  const auto home = layout.node(config.name);
  return files::writeFile(home / kNodeConfigFile, toToml(config, home), files::kForEveryone);
}

Result<wire::Genesis> loadGenesis(const std::filesystem::path& file) {
  const auto content = files::readFile(file);
  if (!content) return propagate(content);
  return wire::decodeGenesis(asBytes(*content));
}

Result<crypto::SigningKey> loadNodeKey(const std::filesystem::path& nodeFolder) {
  auto content = files::readFile(nodeFolder / kSeedFile);
  if (!content) return propagate(content);
  if (content->ends_with('\n')) content->pop_back();
  const auto seed = fixedFromHex<crypto::Seed>(*content);
  if (!seed) return propagate(seed);
  return crypto::SigningKey::fromSeed(*seed);
}

bool holdsStateSecret(wire::NodeKind kind) {
  return kind != wire::NodeKind::kSlim;
}

Result<wire::StateSecret> loadStateSecret(const std::filesystem::path& folder, const wire::Genesis& genesis) {
  const auto file = folder / kStateSecretFile;
  constexpr const char* kHandItOn =
      "Copy state.secret, mode 0600, from the cluster's folder, another node with a ledger, or a backup.";
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed))
    return fail("node.state_secret_missing",
                file.string() + " is not there: without it this node cannot compute the state's root.",
                kHandItOn);
  const auto mode = std::filesystem::status(file, failed).permissions();
  constexpr auto kOthers = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  if (!failed && (mode & kOthers) != std::filesystem::perms::none)
    return fail("node.state_secret_open", "Others than its owner may read or change " + file.string() + ".",
                "Find out who could read it, then: chmod 600 " + file.string());
  auto content = files::readFile(file);
  if (!content) return propagate(content);
  if (content->ends_with('\n')) content->pop_back();
  const auto value = fixedFromHex<wire::StateSecret::Value>(*content);
  const wire::StateSecret secret(value.value_or(wire::StateSecret::Value{}));
  if (!value)
    return fail("node.wrong_state_secret", file.string() + " does not hold a secret, 64 hexadecimal digits.",
                kHandItOn);
  if (!wire::checkStateSecret(genesis, secret))
    return fail("node.wrong_state_secret",
                file.string() + " is not the state secret of the cluster \"" + genesis.clusterName + "\".",
                kHandItOn);
  return secret;
}

Status handStateSecret(const FolderLayout& layout, const wire::Genesis& genesis, std::string_view node) {
  const bool has = isThere(layout.node(node) / kStateSecretFile);
  // A copy that is no good is noticed before the day when a node needs it.
  if (has && !isThere(layout.root / kStateSecretFile)) return {};
  if (!isThere(layout.root / kStateSecretFile))
    return fail("node.state_secret_missing",
                std::string(node) + " has no state.secret, and neither has any other node here or " +
                    layout.root.string() + ".",
                "Restore it, mode 0600, from a backup: without it no node can be started.");
  const auto secret = loadStateSecret(layout.root, genesis);
  if (has) return secret ? Status{} : propagate(secret);
  if (!secret) return propagate(secret);
  return saveStateSecret(layout.node(node), *secret);
}

/// The cluster's own copy, for nodes that come later: if it is lost, a node has it still.
static Status restoreStateSecret(const FolderLayout& layout, const wire::Genesis& genesis,
                                 const ClusterPlan& plan) {
  if (isThere(layout.root / kStateSecretFile)) return {};
  for (const auto& node : plan.nodes)
    if (holdsStateSecret(node.kind))
      if (const auto secret = loadStateSecret(layout.node(node.name), genesis))
        return saveStateSecret(layout.root, *secret);
  return {};
}

Result<crypto::SigningKey> openPerson(const FolderLayout& layout, std::string_view name) {
  auto passphrase = files::readFile(layout.passphrase());
  if (!passphrase) return propagate(passphrase);
  if (passphrase->ends_with('\n')) passphrase->pop_back();
  const auto sealed = files::readFile(layout.person(name));
  if (!sealed) return propagate(sealed);
  auto opened = crypto::openKey(asBytes(*sealed), *passphrase);
  if (!opened) return propagate(opened);
  return std::move(opened->key);
}

Result<ClusterFolder> openFolder(const ClusterConfig& config, const ClusterPlan& plan,
                                 const GenesisExtras& extras, Nanoseconds now) {
  ClusterFolder folder;
  folder.layout = FolderLayout{config.folder};
  folder.created = !isThere(folder.layout.genesis());
  if (folder.created) {
    if (auto fresh = nothingIsLost(folder.layout); !fresh) return propagate(fresh);
    if (auto marked = files::writeFile(folder.layout.making(), "", files::kForEveryone); !marked)
      return propagate(marked);
  }
  auto genesis = folder.created ? makeCluster(config, plan, folder.layout, extras, now)
                                : loadGenesis(folder.layout.genesis());
  if (!genesis) return propagate(genesis);
  folder.genesis = std::move(*genesis);
  folder.digest = folder.genesis.digest();
  if (auto same = sameShape(folder.genesis, config, plan); !same) return propagate(same);

  auto authority = folder.created ? CertificateAuthority::create(config.name, folder.digest, now)
                                  : CertificateAuthority::load(folder.layout.root, folder.digest);
  if (!authority) return propagate(authority);
  if (folder.created)
    if (auto saved = authority->save(folder.layout.root); !saved) return propagate(saved);
  if (auto restored = restoreStateSecret(folder.layout, folder.genesis, plan); !restored)
    return propagate(restored);
  for (const auto& node : plan.nodes) {
    if (auto issued = renewNode(*authority, folder.layout, node, folder.digest, now); !issued)
      return propagate(issued);
    if (holdsStateSecret(node.kind))
      if (auto handed = handStateSecret(folder.layout, folder.genesis, node.name); !handed)
        return propagate(handed);
    // The ports of this start: what a child process reads.
    if (auto written = saveNodeConfig(folder.layout, nodeConfigOf(config, plan, node)); !written)
      return propagate(written);
  }
  if (auto issued = renewProviders(*authority, folder.layout, now); !issued) return propagate(issued);
  if (!folder.created) return folder;
  if (auto written =
          files::writeFile(folder.layout.config(), toToml(config, config.folder), files::kForEveryone);
      !written)
    return propagate(written);
  if (auto made = formatLogs(folder, plan); !made) return propagate(made);
  // Last: a folder with a genesis is a whole cluster, and nothing in it is ever formatted again.
  const Bytes encoded = wire::encode(folder.genesis);
  if (auto written = files::writeFile(folder.layout.genesis(), asText(encoded), files::kForEveryone);
      !written)
    return propagate(written);
  std::error_code ignored;  // whoever finds both, the genesis counts
  std::filesystem::remove(folder.layout.making(), ignored);
  return folder;
}

}  // namespace aurigraph::cluster
