#include "nodes/cluster/cluster_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>

#include "nodes/cluster/log_folder.h"
#include "nodes/files/files.h"
#include "nodes/log/format.h"
#include "nodes/mapping/property/property_common.h"
#include "nodes/providers/simulator.h"

namespace aurigraph::cluster {
namespace {

constexpr std::int64_t kDay = 86'400'000'000'000;
const Nanoseconds kNow(1'800'000'000'000'000'000);

class Folder : public testing::Test {
 protected:
  Folder() {
    config.folder = std::filesystem::path(testing::TempDir()) /
                    ("cluster-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(config.folder);
    config.validators = 2;
    config.business = 1;
    plan = *planCluster(config, machinePorts());
  }
  ~Folder() override { std::filesystem::remove_all(config.folder); }
  ClusterConfig config;
  ClusterPlan plan;
};

TEST_F(Folder, ANewClusterHasAllThatItsNodesNeed) {
  const auto made = openFolder(config, plan, {.ruleSets = {Bytes{1, 2, 3}}}, kNow);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_TRUE(made->created);
  const auto read = loadGenesis(made->layout.genesis());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, made->genesis);
  EXPECT_EQ(read->voters().voters.size(), 2U);
  EXPECT_EQ(read->ruleSets.size(), 1U);
  for (std::size_t index = 0; index < plan.nodes.size(); ++index) {
    const auto folder = made->layout.node(plan.nodes[index].name);
    const auto key = loadNodeKey(folder);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->publicKey(), read->nodes[index].key);
    EXPECT_TRUE(link::loadCredentials(folder, kNodeCredentials));
    EXPECT_TRUE(std::filesystem::exists(folder / "node.toml"));
  }
  // A slim node is an author.
  EXPECT_EQ(read->identities.back().name, "slim-1");
  EXPECT_EQ(read->identities.back().roles, wire::maskOf(wire::Role::kSlimNode));
}

TEST_F(Folder, FirstPeopleHoldOneRoleEachAndTheirKeysOpen) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  for (std::size_t index = 0; index < firstPeople().size(); ++index) {
    const auto& person = firstPeople()[index];
    EXPECT_FALSE(made->genesis.roles.forbids(person.roles)) << person.name;
    const auto key = openPerson(made->layout, person.name);
    ASSERT_TRUE(key) << person.name << ": " << key.error().message;
    EXPECT_EQ(key->publicKey(), made->genesis.identities[index].key);
  }
}

TEST_F(Folder, NobodyOfTheFirstPeopleApprovesForTheOwnFirm) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto& roles = made->genesis.roles;
  std::size_t pairs = 0;
  for (const auto& issuer : made->genesis.identities)
    for (const auto& approver : made->genesis.identities) {
      if (!roles.allows(issuer.roles, wire::Permission::kIssueToken) ||
          !roles.allows(approver.roles, wire::Permission::kApproveIssue))
        continue;
      ++pairs;
      EXPECT_FALSE(issuer.organisation.empty());
      EXPECT_FALSE(approver.organisation.empty());
      EXPECT_NE(issuer.organisation, approver.organisation) << approver.name;
    }
  EXPECT_GE(pairs, 2U);
}

TEST_F(Folder, SecretsAreForTheirOwnerOnly) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto mode = [](const std::filesystem::path& path) {
    struct stat facts {};
    EXPECT_EQ(::stat(path.c_str(), &facts), 0) << path;
    return facts.st_mode & 0777U;
  };
  EXPECT_EQ(mode(made->layout.passphrase()), 0600U);
  EXPECT_EQ(mode(made->layout.person("issuer")), 0600U);
  EXPECT_EQ(mode(made->layout.root / "authority.key"), 0600U);
  EXPECT_EQ(mode(made->layout.node("validator-1") / "node.seed"), 0600U);
  EXPECT_EQ(mode(made->layout.node("validator-1") / "tls.key"), 0600U);
}

unsigned modeOf(const std::filesystem::path& path) {
  struct stat facts {};
  EXPECT_EQ(::stat(path.c_str(), &facts), 0) << path;
  return facts.st_mode & 0777U;
}

TEST_F(Folder, NodesWithALedgerAreHandedTheStateSecretAndNobodyElse) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  EXPECT_TRUE(loadStateSecret(made->layout.root, made->genesis));
  EXPECT_EQ(modeOf(made->layout.stateSecret()), 0600U);
  for (const auto& node : plan.nodes) {
    const auto home = made->layout.node(node.name);
    const bool ledger = node.kind != wire::NodeKind::kSlim;
    EXPECT_EQ(std::filesystem::exists(home / kStateSecretFile), ledger) << node.name;
    if (!ledger) continue;
    EXPECT_EQ(modeOf(home / kStateSecretFile), 0600U) << node.name;
    EXPECT_TRUE(loadStateSecret(home, made->genesis)) << node.name;
  }
}

TEST_F(Folder, TheStateSecretIsDrawnAndStandsInNoFileThatOthersMayRead) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  auto digits = *files::readFile(made->layout.stateSecret());
  digits.pop_back();
  const Bytes secret = *fromHex(digits);
  const std::string raw(asText(secret));
  std::size_t read = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(made->layout.root)) {
    if (!entry.is_regular_file() || (modeOf(entry.path()) & 0077U) == 0) continue;
    const auto content = *files::readFile(entry.path());
    EXPECT_EQ(content.find(digits), content.npos) << entry.path();
    EXPECT_EQ(content.find(raw), content.npos) << entry.path();
    ++read;
  }
  EXPECT_GT(read, 5U);
  std::filesystem::remove_all(config.folder);
  const auto other = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(other);
  EXPECT_NE(other->genesis.stateSecretDigest, made->genesis.stateSecretDigest);
}

TEST_F(Folder, AStateSecretThatIsMissingOpenOrAnothersIsRefused) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto home = made->layout.node("validator-1");
  const auto file = home / kStateSecretFile;
  const auto good = *files::readFile(file);
  const auto expectRefused = [&](std::string_view code, std::string_view what) {
    const auto refused = loadStateSecret(home, made->genesis);
    ASSERT_FALSE(refused) << what;
    EXPECT_EQ(refused.error().code, code) << what;
    EXPECT_FALSE(refused.error().remedy.empty()) << what;
    EXPECT_EQ((refused.error().message + refused.error().remedy).find(good.substr(0, 16)), std::string::npos)
        << "an error goes into the log";
  };
  std::filesystem::remove(file);
  expectRefused("node.state_secret_missing", "no file");
  for (const mode_t open : {0640U, 0604U, 0620U, 0601U}) {
    ASSERT_TRUE(files::writeFile(file, good, open));
    std::filesystem::permissions(file, std::filesystem::perms(open));  // whatever the umask is
    expectRefused("node.state_secret_open", "a file for others, too");
  }
  std::string other = good;
  other[0] = other[0] == '0' ? '1' : '0';
  for (const auto& content :
       {other, good.substr(1), good + good, std::string(), std::string("not a secret\n")}) {
    ASSERT_TRUE(files::writeFile(file, content, files::kForOwner));
    expectRefused("node.wrong_state_secret", content);
  }
  ASSERT_TRUE(files::writeFile(file, good, files::kForOwner));
  EXPECT_TRUE(loadStateSecret(home, made->genesis));
}

TEST_F(Folder, ANodeThatLacksTheStateSecretIsHandedItOnAndOneThatHasAnotherKeepsIt) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto& layout = made->layout;
  const auto lost = layout.node("validator-2") / kStateSecretFile;
  const auto other = layout.node("business-1") / kStateSecretFile;
  std::filesystem::remove(lost);
  ASSERT_TRUE(files::writeFile(other, "another\n", files::kForOwner));
  ASSERT_TRUE(openFolder(config, plan, {}, kNow));
  EXPECT_TRUE(loadStateSecret(layout.node("validator-2"), made->genesis));
  EXPECT_EQ(modeOf(lost), 0600U);
  EXPECT_EQ(*files::readFile(other), "another\n") << "its node says what is wrong";
  // As to a node that joins.
  ASSERT_TRUE(handStateSecret(layout, made->genesis, "validator-9"));
  EXPECT_TRUE(loadStateSecret(layout.node("validator-9"), made->genesis));
  std::filesystem::remove(layout.stateSecret());
  std::filesystem::remove(lost);
  ASSERT_TRUE(openFolder(config, plan, {}, kNow)) << "another node has it still";
  EXPECT_TRUE(loadStateSecret(layout.root, made->genesis));
  EXPECT_TRUE(loadStateSecret(layout.node("validator-2"), made->genesis));
}

TEST_F(Folder, AStateSecretThatNobodyHasAnyMoreIsSaidWithANodesName) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  std::filesystem::remove(made->layout.stateSecret());
  for (const auto& node : plan.nodes)
    std::filesystem::remove(made->layout.node(node.name) / kStateSecretFile);
  const auto refused = openFolder(config, plan, {}, kNow);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "node.state_secret_missing");
  EXPECT_NE(refused.error().message.find("validator-1 has no state.secret"), std::string::npos)
      << refused.error().message;
}

TEST_F(Folder, ADamagedCopyOfTheClustersIsNoticedThoughEveryNodeHasItsOwn) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  ASSERT_TRUE(files::writeFile(made->layout.stateSecret(), "another\n", files::kForOwner));
  EXPECT_EQ(openFolder(config, plan, {}, kNow).error().code, "node.wrong_state_secret");
}

TEST_F(Folder, OpeningAgainIsTheSameCluster) {
  const auto made = openFolder(config, plan, {}, kNow);
  const auto again = openFolder(config, plan, {.ruleSets = {Bytes{9}}}, Nanoseconds(kNow.value + kDay));
  ASSERT_TRUE(made && again);
  EXPECT_FALSE(again->created);
  EXPECT_EQ(again->digest, made->digest);
}

TEST_F(Folder, AClusterOfAnotherShapeIsNotOpened) {
  ASSERT_TRUE(openFolder(config, plan, {}, kNow));
  config.validators = 3;
  plan = *planCluster(config, machinePorts());
  const auto other = openFolder(config, plan, {}, kNow);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, "cluster.other_shape");
}

TEST_F(Folder, EachVoterHasALogBeforeItsFirstStartAndNobodyElse) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  for (const auto& node : plan.nodes) {
    const auto data = dataFolderOf(made->layout.node(node.name));
    const auto state = files::readFile(data / log::kStateName);
    ASSERT_EQ(state.has_value(), node.kind == wire::NodeKind::kValidator) << node.name;
    if (!state) continue;
    EXPECT_EQ(asBytes(*state).size(), log::kStateBytes);
    const auto page = log::readState(asBytes(*state).subspan(log::kPageBytes));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->sequence, 1U);
    EXPECT_EQ(page->node, node.node);
    EXPECT_EQ(page->genesis, made->digest);
    EXPECT_FALSE(hasBeenUsed(data));
  }
}

TEST_F(Folder, OpeningAgainFormatsNothing) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto data = dataFolderOf(made->layout.node("validator-1"));
  std::filesystem::remove_all(data);
  ASSERT_TRUE(openFolder(config, plan, {}, kNow));
  EXPECT_FALSE(std::filesystem::exists(data / log::kStateName)) << "it may have voted";
}

TEST_F(Folder, AMakingThatWasBrokenOffIsMadeAnew) {
  const auto first = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(first);
  EXPECT_FALSE(std::filesystem::exists(first->layout.making()));
  // As after a kill before the last step.
  ASSERT_TRUE(files::writeFile(first->layout.making(), "", files::kForEveryone));
  std::filesystem::remove(first->layout.genesis());
  std::filesystem::remove(first->layout.config());
  std::filesystem::remove_all(dataFolderOf(first->layout.node("validator-2")));
  const auto again = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE(again->created);
  EXPECT_FALSE(std::filesystem::exists(again->layout.making()));
  for (const char* name : {"validator-1", "validator-2"}) {
    const auto state = files::readFile(dataFolderOf(again->layout.node(name)) / log::kStateName);
    ASSERT_TRUE(state) << name;
    EXPECT_EQ(log::readState(asBytes(*state).subspan(log::kPageBytes))->genesis, again->digest) << name;
  }
}

TEST_F(Folder, OverANodeThatHasWorkedNothingIsMade) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto data = dataFolderOf(made->layout.node("validator-1"));
  auto state = *files::readFile(data / log::kStateName);
  state[17] = 1;  // its second state stands in the first page
  ASSERT_TRUE(files::writeFile(data / log::kStateName, state, files::kForOwner));
  EXPECT_TRUE(hasBeenUsed(data));
  EXPECT_EQ(formatLog(data, NodeId(1), made->digest).error().code, "log.already_used");
  std::filesystem::remove(made->layout.genesis());
  const auto seed = files::readFile(made->layout.node("validator-2") / "node.seed");
  const auto refused = openFolder(config, plan, {}, kNow);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "cluster.genesis_missing");
  EXPECT_EQ(*files::readFile(made->layout.node("validator-2") / "node.seed"), *seed);
  EXPECT_EQ(*files::readFile(data / log::kStateName), state);
  // A segment is a trace of work, too.
  std::filesystem::remove_all(data);
  ASSERT_TRUE(files::writeFile(data / log::segmentName(1), "", files::kForOwner));
  EXPECT_EQ(openFolder(config, plan, {}, kNow).error().code, "cluster.genesis_missing");
}

TEST_F(Folder, WhateverANodeMayHaveLeftKeepsANewClusterOut) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  std::filesystem::remove(made->layout.genesis());
  // Even where the mark says that the making was broken off.
  ASSERT_TRUE(files::writeFile(made->layout.making(), "", files::kForEveryone));
  const auto data = dataFolderOf(made->layout.node("validator-1"));
  const auto business = made->layout.node("business-1");
  const auto key = *files::readFile(made->layout.person("administrator"));
  const auto expectRefused = [&](const std::string& what) {
    const auto refused = openFolder(config, plan, {}, kNow);
    ASSERT_FALSE(refused) << what;
    EXPECT_EQ(refused.error().code, "cluster.genesis_missing") << what;
    EXPECT_EQ(files::readFile(made->layout.person("administrator")), key) << what;
  };
  std::filesystem::remove_all(data);
  std::filesystem::create_symlink("/nowhere/a-disk-that-is-not-mounted", data);
  EXPECT_TRUE(hasBeenUsed(data));
  expectRefused("a link to a disk that is not there");
  std::filesystem::remove(data);
  ASSERT_TRUE(files::writeFile(data, "in the way", files::kForOwner));
  EXPECT_TRUE(hasBeenUsed(data));
  expectRefused("a file in place of the log's folder");
  std::filesystem::remove(data);
  for (const auto& left : {business / "projection", business / "evidence",
                           dataFolderOf(business) / "evidence", dataFolderOf(business) / "blocks.dat"}) {
    std::filesystem::create_directories(left);
    expectRefused(left.string());
    std::filesystem::remove_all(left);
    std::filesystem::create_directories(left.parent_path());
    std::filesystem::create_symlink("/nowhere/a-disk-that-is-not-mounted", left);
    expectRefused(left.string() + " as a link to nowhere");
    std::filesystem::remove(left);
  }
  // As root no mode hides a file: what stands in its place cannot be read either.
  std::filesystem::create_directories(data / log::kStateName);
  EXPECT_TRUE(hasBeenUsed(data));
  expectRefused("a state that cannot be read");
  std::filesystem::remove_all(data);
  const auto slim = made->layout.node("slim-1");
  std::filesystem::rename(slim, slim.string() + ".aside");
  std::filesystem::create_symlink("/nowhere/a-disk-that-is-not-mounted", slim);
  expectRefused("a node's folder that is a link to nowhere");
  std::filesystem::remove(slim);
  std::filesystem::rename(slim.string() + ".aside", slim);
  // A disk of its own, fresh from its maker, is no trace of work.
  std::filesystem::create_directories(dataFolderOf(made->layout.node("validator-2")) / "lost+found");
  std::filesystem::create_directories(business / "lost+found");
  const auto again = openFolder(config, plan, {}, kNow);
  EXPECT_TRUE(again) << "nothing else stood in the way: " << again.error().message;
}

TEST_F(Folder, WithoutItsGenesisAClusterIsNeverFoundedAnewOverItsKeys) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto& layout = made->layout;
  const auto key = *files::readFile(layout.person("administrator"));
  const auto authority = *files::readFile(layout.authority());
  const auto away = config.folder / "away";
  std::filesystem::rename(layout.genesis(), away);
  const auto expectRefused = [&](const char* what) {
    const auto refused = openFolder(config, plan, {}, kNow);
    ASSERT_FALSE(refused) << what;
    EXPECT_EQ(refused.error().code, "cluster.genesis_missing") << what;
    EXPECT_EQ(files::readFile(layout.person("administrator")), key) << what;
    EXPECT_EQ(files::readFile(layout.authority()), authority) << what;
  };
  expectRefused("all else there");
  std::filesystem::rename(layout.nodes(), config.folder / "nodes.bak");
  expectRefused("the nodes' folders were handed out");
  std::filesystem::create_symlink("/nowhere/a-disk-that-is-not-mounted", layout.nodes());
  expectRefused("the nodes' folders lie on a disk that is not mounted");
  std::filesystem::remove(layout.nodes());
  ASSERT_TRUE(files::writeFile(layout.nodes(), "", files::kForOwner));
  expectRefused("a file in place of the nodes' folders");
  std::filesystem::remove(layout.nodes());
  std::filesystem::create_symlink("/nowhere/genesis", layout.genesis());
  const auto dangling = openFolder(config, plan, {}, kNow);
  ASSERT_FALSE(dangling);
  EXPECT_EQ(files::readFile(layout.person("administrator")), key);
  std::filesystem::remove(layout.genesis());
  std::filesystem::rename(away, layout.genesis());
  std::filesystem::rename(config.folder / "nodes.bak", layout.nodes());
  const auto again = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_FALSE(again->created);
  EXPECT_EQ(again->digest, made->digest);
}

TEST_F(Folder, ACopyIsAClusterOfItsOwn) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const std::filesystem::path copy = config.folder.string() + "-copy";
  std::filesystem::remove_all(copy);
  std::filesystem::copy(config.folder, copy, std::filesystem::copy_options::recursive);
  const FolderLayout layout{copy};
  const auto cluster = parseClusterConfig(*files::readFile(layout.config()), copy);
  ASSERT_TRUE(cluster) << cluster.error().message;
  EXPECT_EQ(cluster->folder, copy);
  for (const auto& planned : plan.nodes) {
    const auto home = layout.node(planned.name);
    const auto text = files::readFile(home / kNodeConfigFile);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->find(config.folder.string()), text->npos) << *text;
    const auto node = parseNodeConfig(*text, home);
    ASSERT_TRUE(node) << node.error().message;
    EXPECT_EQ(node->folder, home);
    EXPECT_EQ(node->genesis, layout.genesis());
    EXPECT_EQ(node->authority, layout.authority());
  }
  // A file of old, which names the folder it was written for, starts nobody else's cluster.
  auto old = *cluster;
  old.folder = config.folder;
  EXPECT_EQ(checkPlace(old, copy).error().code, "cluster.folder_elsewhere");
  EXPECT_TRUE(checkPlace(old, config.folder));
  EXPECT_TRUE(checkPlace(old, copy / "nodes")) << "a file that lies elsewhere may name any folder";
  EXPECT_EQ(recordedHosts(copy), HostKind::kInProcess);
  EXPECT_EQ(recordedHosts(copy / "nodes"), std::nullopt);
  std::filesystem::remove_all(copy);
}

TEST_F(Folder, ASimulatedClusterBelievesItsSimulatorByTheKeyThatItWillShow) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made) << made.error().message;
  const auto pinShown = [&] {
    const auto credentials = link::loadCredentials(config.folder, kProviderCredentials);
    return link::readCertificate(credentials->certificatePem)->pin;
  };
  ASSERT_FALSE(made->genesis.sources.empty());
  std::size_t pinned = 0;
  for (const wire::SourceTerms& terms : made->genesis.sources) {
    EXPECT_TRUE(areSound(terms)) << terms.name;
    EXPECT_EQ(terms.origin, wire::Origin::kSimulated) << terms.name;
    EXPECT_EQ(terms.host, "localhost") << terms.name;
    for (const Digest& pin : terms.pins) EXPECT_EQ(pin, pinShown()) << terms.name;
    pinned += terms.pins.size();
  }
  EXPECT_GT(pinned, 0U);
  EXPECT_EQ(*loadGenesis(made->layout.genesis()), made->genesis) << "ascending, each once";
  // A new certificate is for the same key: what the ledger believes stays true.
  const Digest before = pinShown();
  const auto first = link::loadCredentials(config.folder, kProviderCredentials);
  ASSERT_TRUE(openFolder(config, plan, {}, Nanoseconds(kNow.value + 61 * kDay)));
  EXPECT_NE(link::loadCredentials(config.folder, kProviderCredentials)->certificatePem,
            first->certificatePem);
  EXPECT_EQ(pinShown(), before);
}

TEST_F(Folder, ARealClusterBeginsWithoutSourcesAndFacts) {
  config.simulated = false;
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_TRUE(made->genesis.sources.empty());
  EXPECT_TRUE(made->genesis.facts.empty());
}

TEST_F(Folder, ASimulatedClusterKnowsWhoOwnsTheSimulatorsTitle) {
  config.providersSeed = 7;
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made) << made.error().message;
  ASSERT_EQ(made->genesis.facts.size(), 1U);
  const wire::Fact& fact = made->genesis.facts[0];
  EXPECT_TRUE(fact.assetKey.empty() && fact.name == wire::FactName::kSpvOwnerHash);
  EXPECT_EQ(wire::valueOf(fact), wire::FieldValue(mapping::ownerNameHash(providers::demoWorld(7).ownerName)));
}

TEST_F(Folder, WithoutTheSimulatorsKeyItGetsAnotherOneThatIsNotBelieved) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  std::filesystem::remove(config.folder / "providers.key");
  ASSERT_TRUE(openFolder(config, plan, {}, kNow));
  const auto shown =
      link::readCertificate(link::loadCredentials(config.folder, kProviderCredentials)->certificatePem);
  ASSERT_TRUE(shown);
  for (const wire::SourceTerms& terms : made->genesis.sources)
    EXPECT_EQ(std::ranges::count(terms.pins, shown->pin), 0) << terms.name;
}

TEST_F(Folder, CertificatesThatEndSoonAreRenewed) {
  const auto made = openFolder(config, plan, {}, kNow);
  ASSERT_TRUE(made);
  const auto folder = made->layout.node("validator-1");
  const auto first = link::loadCredentials(folder, kNodeCredentials);
  ASSERT_TRUE(openFolder(config, plan, {}, Nanoseconds(kNow.value + 50 * kDay)));
  EXPECT_EQ(link::loadCredentials(folder, kNodeCredentials)->certificatePem, first->certificatePem);
  const Nanoseconds late(kNow.value + 61 * kDay);
  ASSERT_TRUE(openFolder(config, plan, {}, late));
  const auto renewed = link::readCertificate(link::loadCredentials(folder, kNodeCredentials)->certificatePem);
  ASSERT_TRUE(renewed);
  EXPECT_EQ((renewed->notAfter.value - late.value) / kDay, 90);
}

}  // namespace
}  // namespace aurigraph::cluster
