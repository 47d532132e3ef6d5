#include "core/wire/commands.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "core/crypto/ed25519.h"
#include "core/wire/describe.h"
#include "tests/support/commands.h"

namespace aurigraph::wire {
namespace {

using test::carbonIssue;
using test::oneOfEachCommand;

template <class Fixed>
Fixed filled(std::uint8_t value) {
  Fixed out;
  out.bytes.fill(value);
  return out;
}

TEST(Commands, EveryKindComesBackAsItWent) {
  const auto commands = oneOfEachCommand();
  ASSERT_EQ(commands.size(), std::variant_size_v<AnyCommand>);
  for (const AnyCommand& command : commands) {
    const auto kind = kindOf(command);
    const auto decoded = decodeCommand(static_cast<std::uint16_t>(kind), encodePayload(command));
    ASSERT_TRUE(decoded.has_value()) << nameOf(kind);
    EXPECT_EQ(*decoded, command) << nameOf(kind);
  }
}

TEST(Commands, EveryTruncationAndEveryExtensionIsRefused) {
  for (const AnyCommand& command : oneOfEachCommand()) {
    const auto kind = static_cast<std::uint16_t>(kindOf(command));
    Bytes bytes = encodePayload(command);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_FALSE(decodeCommand(kind, ByteView(bytes).first(size))) << nameOf(kindOf(command)) << size;
    bytes.push_back(0);
    EXPECT_EQ(decodeCommand(kind, bytes).error().code, "command.malformed");
  }
}

TEST(Commands, WhatDecodesIsCanonical) {
  for (const AnyCommand& command : oneOfEachCommand()) {
    const auto kind = static_cast<std::uint16_t>(kindOf(command));
    const Bytes bytes = encodePayload(command);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      Bytes changed = bytes;
      changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
      const auto decoded = decodeCommand(kind, changed);
      if (decoded) {
        EXPECT_EQ(encodePayload(*decoded), changed) << nameOf(kindOf(command)) << " bit " << bit;
      }
    }
  }
}

RC_GTEST_PROP(Commands, HostileBytesNeverDecodeToSomethingElse, ()) {
  std::vector<std::uint16_t> kinds;
  anyCommandKind([&]<class Command>(const Command&) {
    kinds.push_back(static_cast<std::uint16_t>(Command::kKind));
    return false;
  });
  const auto kind = *rc::gen::elementOf(kinds);
  const auto bytes = *rc::gen::arbitrary<std::vector<std::uint8_t>>();
  if (const auto decoded = decodeCommand(kind, bytes)) RC_ASSERT(encodePayload(*decoded) == bytes);
}

TEST(Commands, UnknownKindIsNamed) {
  EXPECT_EQ(decodeCommand(9'999, {}).error().code, "command.unknown_kind");
}

void expectRefused(const AnyCommand& command) {
  const auto kind = static_cast<std::uint16_t>(kindOf(command));
  EXPECT_EQ(decodeCommand(kind, encodePayload(command)).error().code, "command.malformed");
}

TEST(Commands, OrderedListsAreRefusedOutOfOrder) {
  auto issue = carbonIssue();
  std::swap(issue.serials[0], issue.serials[1]);
  expectRefused(issue);
  issue = carbonIssue();
  issue.serials[1].last = 11;  // overlaps the next of its series
  expectRefused(issue);
  issue = carbonIssue();
  issue.serials[0] = {"GS", "A", 5, 4};
  expectRefused(issue);
  issue = carbonIssue();
  issue.approvals.given[1].approver = issue.approvals.given[0].approver;
  expectRefused(issue);
  expectRefused(RegisterAsset{AssetTemplate::kBatch, "k", "n", {filled<Digest>(2), filled<Digest>(1)}, {}});
}

TEST(Commands, NoTextPassesForAnotherFieldOfWhatIsSigned) {
  RegisterIdentity ann{"Ann\nroles: administrator", filled<PublicKey>(1), 0};
  EXPECT_EQ(describe(AnyCommand(ann)).at(1), "name: Ann\n    roles: administrator");
  RegisterAsset asset{
      AssetTemplate::kBatch, "k", "n", {filled<Digest>(1)}, {{"deed\", sha256: 00", filled<Digest>(2)}}};
  EXPECT_EQ(describe(AnyCommand(asset)).back(),
            "documents: type: \"deed\\\", sha256: 00\", sha256: " + toHex(filled<Digest>(2).view()));
}

TEST(Commands, TextsThatCouldDeceiveAreRefused) {
  expectRefused(RegisterIdentity{"a\x1b[2J", filled<PublicKey>(1), 0});
  expectRefused(RegisterIdentity{"\xC0\xAF", filled<PublicKey>(1), 0});
  expectRefused(RegisterIdentity{std::string(65, 'a'), filled<PublicKey>(1), 0});
  expectRefused(RegisterIdentity{"a", filled<PublicKey>(1), kKnownRoles + 1});
}

TEST(Commands, AnApprovalIsForExactlyThesePayloadsOfThisAuthorUntilThisEndInThisCluster) {
  const auto genesis = filled<Digest>(9);
  const auto author = filled<PublicKey>(7);
  auto issue = carbonIssue();
  const Digest digest = approvalDigest(genesis, author, issue);
  issue.approvals.given.clear();
  EXPECT_EQ(approvalDigest(genesis, author, issue), digest) << "whoever else gives his word";
  EXPECT_NE(approvalDigest(filled<Digest>(8), author, issue), digest);
  EXPECT_NE(approvalDigest(genesis, filled<PublicKey>(6), issue), digest);
  ++issue.approvals.until.value;
  EXPECT_NE(approvalDigest(genesis, author, issue), digest);
  --issue.approvals.until.value;
  issue.supply += 1;
  EXPECT_NE(approvalDigest(genesis, author, issue), digest);
}

TEST(Commands, AnApprovalOfOneKindIsNoneOfAnother) {
  const RevokeRoles one{filled<PublicKey>(1), 0, {}};
  const BlockIdentity other{filled<PublicKey>(1), "", {}};
  ASSERT_EQ(encodePayload(one), encodePayload(other)) << "no role and no reason: the same bytes";
  EXPECT_NE(approvalDigest(filled<Digest>(9), filled<PublicKey>(7), one),
            approvalDigest(filled<Digest>(9), filled<PublicKey>(7), other));
}

TEST(Commands, ApprovalsStandInTheirOrderHoweverTheyCome) {
  const auto author = filled<PublicKey>(7);
  auto issue = carbonIssue();
  issue.approvals.given.clear();
  for (const std::uint8_t number : {3, 1, 2}) {
    crypto::Seed seed;
    seed.bytes.fill(number);
    addApproval(issue, filled<Digest>(9), author, crypto::SigningKey::fromSeed(seed));
  }
  EXPECT_TRUE(decodeCommand(static_cast<std::uint16_t>(IssueToken::kKind), encodePayload(issue)));
  for (const Approval& each : issue.approvals.given)
    EXPECT_TRUE(
        crypto::verify(each.approver, approvalDigest(filled<Digest>(9), author, issue), each.signature));
}

TEST(Commands, WhatTakesApprovalsMayBeProposedUnlessItCarriesThemOrHasThem) {
  std::set<std::string_view> may;
  for (const AnyCommand& command : oneOfEachCommand()) EXPECT_FALSE(mayBeProposed(command));
  anyCommandKind([&]<class Command>(const Command& command) {
    if (mayBeProposed(command)) may.insert(Command::kName);
    return false;
  });
  EXPECT_EQ(may, (std::set<std::string_view>{"grant-roles", "revoke-roles", "block-identity",
                                             "recover-identity", "revoke-key", "trust-claim-issuer",
                                             "override-record", "activate-protocol", "adopt-source",
                                             "pause-source", "resume-source", "adopt-fact"}));
}

}  // namespace
}  // namespace aurigraph::wire
