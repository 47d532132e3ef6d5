#include "core/wire/genesis.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace aurigraph::wire {
namespace {

PublicKey key(std::uint8_t value) {
  PublicKey out;
  out.bytes.fill(value);
  return out;
}

SourceTerms source(std::string name) {
  SourceTerms out;
  out.name = std::move(name);
  out.provider = "epcis";
  out.kinds = {RecordKind::kSupplyEvent, RecordKind::kSupplySensor};
  out.origin = Origin::kSimulated;
  out.host = "localhost";
  out.pins = {Digest{}};
  out.signer = key(9);
  out.recordsPerHour = 10;
  return out;
}

Genesis sample() {
  Genesis genesis;
  genesis.clusterName = "demo";
  genesis.createdAt = Nanoseconds(1'700'000'000'000'000'000);
  genesis.nonce.bytes.fill(1);
  genesis.simulated = true;
  genesis.nodes = {{NodeId(1), NodeKind::kValidator, "validator-1", key(1)},
                   {NodeId(2), NodeKind::kValidator, "validator-2", key(2)},
                   {NodeId(3), NodeKind::kBusiness, "business-1", key(3)}};
  genesis.identities = {{"issuer", key(10), maskOf(Role::kIssuer)},
                        {"reviewer", key(11), maskOf(Role::kReviewer)}};
  genesis.roles = defaultRoleTable();
  genesis.ruleSets = {{1, 2, 3}, {4}};
  genesis.sources = {source("carrier"), source("epcis")};
  genesis.facts = {{"", FactName::kVenueKnown, "yes"}, {"US-1", FactName::kAssetStopped, "no"}};
  genesis.stateSecretDigest.bytes.fill(5);
  return genesis;
}

TEST(Genesis, ComesBackAsItWentAndOnlyWhole) {
  const Genesis genesis = sample();
  const Bytes bytes = encode(genesis);
  ASSERT_EQ(*decodeGenesis(bytes), genesis);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_EQ(decodeGenesis(ByteView(bytes).first(size)).error().code, "genesis.malformed") << size;
}

TEST(Genesis, EveryBitCountsForTheDigest) {
  const Genesis genesis = sample();
  const Bytes bytes = encode(genesis);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes changed = bytes;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    const auto decoded = decodeGenesis(changed);
    if (!decoded) continue;
    EXPECT_EQ(encode(*decoded), changed) << bit;
    EXPECT_NE(decoded->digest(), genesis.digest()) << bit;
  }
}

TEST(Genesis, HasItsSourcesAscendingEachOnceInTheirOneForm) {
  const auto codeOf = [](std::vector<SourceTerms> sources) -> std::string {
    auto genesis = sample();
    genesis.sources = std::move(sources);
    const auto decoded = decodeGenesis(encode(genesis));
    return decoded ? "" : std::string(decoded.error().code);
  };
  EXPECT_EQ(codeOf({}), "");
  EXPECT_EQ(codeOf({source("a"), source("b")}), "");
  EXPECT_EQ(codeOf({source("b"), source("a")}), "genesis.malformed");
  EXPECT_EQ(codeOf({source("a"), source("a")}), "genesis.malformed");
  auto odd = source("a");
  std::ranges::reverse(odd.kinds);
  EXPECT_EQ(codeOf({odd}), "genesis.malformed");
}

TEST(Genesis, HasItsFactsAscendingOneOfEachNameForAnObject) {
  const auto codeOf = [](std::vector<Fact> facts) -> std::string {
    auto genesis = sample();
    genesis.facts = std::move(facts);
    const auto decoded = decodeGenesis(encode(genesis));
    return decoded ? "" : std::string(decoded.error().code);
  };
  const Fact ofAll{"", FactName::kAssetStopped, "no"};
  const Fact owner{"US-1", FactName::kSpvOwnerHash, std::string(64, 'a')};
  const Fact stopped{"US-1", FactName::kAssetStopped, "no"};
  EXPECT_EQ(codeOf({}), "");
  EXPECT_EQ(codeOf({ofAll, owner, stopped}), "");
  EXPECT_EQ(codeOf({stopped, ofAll}), "genesis.malformed");
  EXPECT_EQ(codeOf({stopped, owner}), "genesis.malformed");
  EXPECT_EQ(codeOf({stopped, {"US-1", FactName::kAssetStopped, "yes"}}), "genesis.malformed");
  std::vector<Fact> many;
  for (int number = 0; number < 257; ++number)
    many.push_back({std::to_string(1'000 + number), FactName::kAssetStopped, "no"});
  EXPECT_EQ(codeOf(many), "genesis.malformed");
  many.pop_back();
  EXPECT_EQ(codeOf(many), "");
}

TEST(Genesis, HoldsTheDigestOfItsStateSecretAndKnowsItByThat) {
  StateSecret::Value value;
  value.bytes.fill(0xA7);
  const StateSecret secret(value);
  auto genesis = sample();
  EXPECT_EQ(checkStateSecret(genesis, secret).error().code, "genesis.wrong_state_secret");
  genesis.stateSecretDigest = secret.digest();
  EXPECT_TRUE(checkStateSecret(genesis, secret));
  EXPECT_FALSE(checkStateSecret(genesis, StateSecret()));
  const Bytes bytes = encode(genesis);
  EXPECT_EQ(std::search(bytes.begin(), bytes.end(), value.bytes.begin(), value.bytes.end()), bytes.end())
      << "whoever has the genesis has the salts";
}

TEST(Genesis, NodesMustBeInOrderAndHoldAValidator) {
  auto genesis = sample();
  std::swap(genesis.nodes[0], genesis.nodes[1]);
  EXPECT_FALSE(decodeGenesis(encode(genesis)));
  genesis = sample();
  genesis.nodes.erase(genesis.nodes.begin(), genesis.nodes.begin() + 2);
  EXPECT_FALSE(decodeGenesis(encode(genesis)));
}

TEST(Genesis, VotersAreItsValidators) {
  const auto voters = sample().voters();
  ASSERT_EQ(voters.voters.size(), 2U);
  EXPECT_EQ(voters.voters[1].node, NodeId(2));
}

TEST(Roles, ForbiddenPairsCannotBeHeldTogether) {
  const auto table = defaultRoleTable();
  EXPECT_TRUE(table.forbids(maskOf(Role::kIssuer) | maskOf(Role::kReviewer) | maskOf(Role::kHolder)));
  EXPECT_TRUE(table.forbids(maskOf(Role::kReviewer) | maskOf(Role::kOperator)));
  EXPECT_TRUE(table.forbids(maskOf(Role::kAdministrator) | maskOf(Role::kAuditor)));
  EXPECT_TRUE(table.forbids(maskOf(Role::kCustodian) | maskOf(Role::kTreasurer)));
  EXPECT_FALSE(table.forbids(maskOf(Role::kIssuer) | maskOf(Role::kHolder)));
  EXPECT_FALSE(table.forbids(maskOf(Role::kSlimNode)));
}

TEST(Roles, OnlySlimNodesSubmitAndNoneOfThemIsAnIssuer) {
  auto table = defaultRoleTable();
  EXPECT_EQ(table.allowed[static_cast<std::size_t>(Permission::kSubmitRecord)], maskOf(Role::kSlimNode));
  const RoleMask both = maskOf(Role::kSlimNode) | maskOf(Role::kIssuer);
  EXPECT_TRUE(table.forbids(both));
  table.forbiddenTogether.clear();
  EXPECT_TRUE(table.forbids(both));
}

TEST(Roles, EveryPermissionIsSomebodys) {
  const auto table = defaultRoleTable();
  for (std::size_t at = 0; at < kPermissionCount; ++at)
    EXPECT_NE(table.allowed[at], 0U) << nameOf(static_cast<Permission>(at));
}

TEST(Roles, NamesLeadBackToTheirRoles) {
  for (std::size_t at = 0; at < kRoleCount; ++at)
    EXPECT_EQ(*roleFromName(nameOf(static_cast<Role>(at))), static_cast<Role>(at));
  EXPECT_EQ(roleFromName("king").error().code, "role.unknown");
}

}  // namespace
}  // namespace aurigraph::wire
