#include "core/wire/commands.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/crypto/ed25519.h"

namespace aurigraph::wire {
namespace {

template <class Fixed>
Fixed filled(std::uint8_t value) {
  Fixed out;
  out.bytes.fill(value);
  return out;
}

IssueToken carbonIssue() {
  IssueToken issue;
  issue.asset = AssetId(3);
  issue.symbol = "CO2-1";
  issue.name = "Forest credits";
  issue.supply = 30;
  issue.unitPriceMinor = 1'800;
  issue.currency = "USD";
  issue.lockUpSeconds = 60;
  issue.serials = {{"GS", "A", 1, 10}, {"VERRA", "A", 1, 10}, {"VERRA", "A", 11, 15}, {"VERRA", "B", 1, 5}};
  issue.approvals = {{filled<PublicKey>(1), filled<Signature>(2)},
                     {filled<PublicKey>(3), filled<Signature>(4)}};
  return issue;
}

std::vector<AnyCommand> oneOfEach() {
  return {RegisterIdentity{"Mária Kováčová", filled<PublicKey>(1), maskOf(Role::kIssuer)},
          OpenAccount{IdentityId(2), TokenId(3)},
          SubmitRecord{{1, 2, 3}, {4, 5}, filled<Digest>(6), Ppm(720'000), filled<Digest>(7), 2},
          ClaimReview{filled<Digest>(8)},
          DecideReview{filled<Digest>(8), ReviewDecision::kApprove, 3, "Second quote seen.\nPrice is right."},
          ReleaseReview{filled<Digest>(8)},
          RegisterAsset{AssetTemplate::kCarbon,
                        "VERRA/VCS-1",
                        "Forest",
                        {filled<Digest>(1), filled<Digest>(2)},
                        {{"project-design", filled<Digest>(3)}}},
          carbonIssue(),
          Anchor{Nanoseconds(1), Nanoseconds(2), 3, filled<Digest>(4)}};
}

TEST(Commands, EveryKindComesBackAsItWent) {
  const auto commands = oneOfEach();
  ASSERT_EQ(commands.size(), std::variant_size_v<AnyCommand>);
  for (const AnyCommand& command : commands) {
    const auto kind = kindOf(command);
    const auto decoded = decodeCommand(static_cast<std::uint16_t>(kind), encodePayload(command));
    ASSERT_TRUE(decoded.has_value()) << nameOf(kind);
    EXPECT_EQ(*decoded, command) << nameOf(kind);
  }
}

TEST(Commands, EveryTruncationAndEveryExtensionIsRefused) {
  for (const AnyCommand& command : oneOfEach()) {
    const auto kind = static_cast<std::uint16_t>(kindOf(command));
    Bytes bytes = encodePayload(command);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_FALSE(decodeCommand(kind, ByteView(bytes).first(size))) << nameOf(kindOf(command)) << size;
    bytes.push_back(0);
    EXPECT_EQ(decodeCommand(kind, bytes).error().code, "command.malformed");
  }
}

TEST(Commands, WhatDecodesIsCanonical) {
  for (const AnyCommand& command : oneOfEach()) {
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
  const auto kind = *rc::gen::element<std::uint16_t>(1, 2, 10, 11, 12, 13, 20, 21, 30);
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
  issue.approvals[1].approver = issue.approvals[0].approver;
  expectRefused(issue);
  expectRefused(RegisterAsset{AssetTemplate::kBatch, "k", "n", {filled<Digest>(2), filled<Digest>(1)}, {}});
}

TEST(Commands, TextsThatCouldDeceiveAreRefused) {
  expectRefused(RegisterIdentity{"a\x1b[2J", filled<PublicKey>(1), 0});
  expectRefused(RegisterIdentity{"\xC0\xAF", filled<PublicKey>(1), 0});
  expectRefused(RegisterIdentity{std::string(65, 'a'), filled<PublicKey>(1), 0});
  expectRefused(RegisterIdentity{"a", filled<PublicKey>(1), kKnownRoles + 1});
}

TEST(Commands, AnApprovalIsForExactlyThesePayloadsInThisCluster) {
  const auto genesis = filled<Digest>(9);
  auto issue = carbonIssue();
  const Digest digest = approvalDigest(genesis, issue);
  issue.approvals.clear();
  EXPECT_EQ(approvalDigest(genesis, issue), digest);
  EXPECT_NE(approvalDigest(filled<Digest>(8), issue), digest);
  issue.supply += 1;
  EXPECT_NE(approvalDigest(genesis, issue), digest);
}

}  // namespace
}  // namespace aurigraph::wire
