#include <gtest/gtest.h>

#include "core/base/limits.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;

class Sessions : public ::testing::Test {
 protected:
  LedgerWorld world;
  TokenId token = world.propertyToken(1'000);
  wire::Transfer one = world.transfer(issuer(), holder(), token, 1);
  wire::BatchDraft next = world.draft(issuer());

  Bytes batch(wire::BatchDraft draft) const {
    const std::vector<wire::Transfer> body{one};
    return wire::signTransfers(draft, body, issuer().key);
  }
  ReasonCode code(const Bytes& bytes) {
    return static_cast<ReasonCode>(world.apply({bytes}).front().batchCode);
  }
  ReasonCode codeOf(wire::BatchDraft draft) { return code(batch(draft)); }
};

TEST_F(Sessions, ARetryIsExecutedOnceAndTheFirstResultStays) {
  const Bytes bytes = batch(next);
  const auto results = world.apply({bytes, bytes});
  EXPECT_EQ(results[0].batchCode, 0);
  EXPECT_EQ(static_cast<ReasonCode>(results[1].batchCode), ReasonCode::kReplayed);
  EXPECT_EQ(code(bytes), ReasonCode::kReplayed);
  EXPECT_EQ(world.balance(holder(), token), 1U);
  const auto& kept = world.ledger().session(issuer().key.publicKey())->window.back();
  EXPECT_EQ(kept.result, results[0]);
  EXPECT_EQ(kept.batch, wire::parseBatch(bytes)->digest());
}

TEST_F(Sessions, OneNumberIsOneBatchWhateverItSays) {
  ASSERT_EQ(codeOf(next), ReasonCode::kDone);
  one.amount = 2;
  EXPECT_EQ(codeOf(next), ReasonCode::kReplayed);
  EXPECT_EQ(world.balance(holder(), token), 1U);
}

TEST_F(Sessions, AGapIsNotJumped) {
  auto later = next;
  later.request = next.request.next();
  EXPECT_EQ(codeOf(later), ReasonCode::kRequestGap);
  EXPECT_EQ(codeOf(next), ReasonCode::kDone);
  EXPECT_EQ(codeOf(later), ReasonCode::kDone);
  later.request = RequestNumber(0);
  EXPECT_EQ(codeOf(later), ReasonCode::kRequestGap);
}

TEST_F(Sessions, ANewSessionClosesTheOlder) {
  auto fresh = next;
  fresh.session = SessionNumber(2);
  EXPECT_EQ(codeOf(fresh), ReasonCode::kRequestGap) << "a new session begins at 1";
  fresh.request = RequestNumber(1);
  EXPECT_EQ(codeOf(fresh), ReasonCode::kDone);
  EXPECT_EQ(codeOf(next), ReasonCode::kSessionSuperseded);
  fresh.session = SessionNumber(0);
  EXPECT_EQ(codeOf(fresh), ReasonCode::kSessionSuperseded);
  EXPECT_EQ(world.ledger().session(issuer().key.publicKey())->window.size(), 1U);
}

TEST_F(Sessions, TheWindowKeepsThirtyTwo) {
  for (std::uint32_t sent = 0; sent < limits::kSessionWindow + 8; ++sent) {
    ASSERT_EQ(codeOf(next), ReasonCode::kDone);
    next.request = next.request.next();
  }
  const auto& window = world.ledger().session(issuer().key.publicKey())->window;
  ASSERT_EQ(window.size(), limits::kSessionWindow);
  EXPECT_EQ(window.front().request.value + limits::kSessionWindow, next.request.value);
}

TEST_F(Sessions, WhatIsRefusedWholeUsesUpNoNumber) {
  auto bad = next;
  bad.validUntil = Nanoseconds(world.now().value - 1);
  EXPECT_EQ(codeOf(bad), ReasonCode::kExpired);
  bad = next;
  bad.genesis = filled<Digest>(1);
  EXPECT_EQ(codeOf(bad), ReasonCode::kOtherCluster);
  bad = next;
  bad.lane = Lane(1);
  EXPECT_EQ(codeOf(bad), ReasonCode::kWrongLane);

  Bytes bytes = batch(next);
  bytes[200] ^= 1;  // in the signature
  EXPECT_EQ(code(bytes), ReasonCode::kBadSignature);
  bytes = batch(next);
  bytes.back() ^= 1;  // in the body
  EXPECT_EQ(code(bytes), ReasonCode::kBadBodyRoot);

  const std::vector<wire::Transfer> body{one};
  EXPECT_EQ(code(wire::signTransfers(next, body, keyNumber(77))), ReasonCode::kUnknownAuthor);
  EXPECT_EQ(world.balance(holder(), token), 0U);
  EXPECT_EQ(codeOf(next), ReasonCode::kDone);
}

TEST_F(Sessions, UnreadableCommandIsItsOwnFailureOnly) {
  const std::vector<wire::Command> commands = {
      {999, {}},
      {static_cast<std::uint16_t>(wire::OpenAccount::kKind), {1}},
      {static_cast<std::uint16_t>(wire::OpenAccount::kKind),
       encodePayload(wire::AnyCommand(wire::OpenAccount{holder2().id, token}))}};
  const auto result = world.apply({wire::signCommands(next, commands, issuer().key)}).front();
  EXPECT_EQ(LedgerWorld::codesOf(result),
            (std::vector{ReasonCode::kMalformed, ReasonCode::kMalformed, ReasonCode::kDone}));
}

}  // namespace
}  // namespace aurigraph::ledger
