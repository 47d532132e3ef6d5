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
  PublicKey key = issuer().key.publicKey();

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
  const auto& kept = world.session(issuer()).window.back();
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

TEST_F(Sessions, AnAuthorHasSeveralBesideEachOther) {
  auto other = next;
  other.session = SessionNumber(7);
  other.request = RequestNumber(2);
  EXPECT_EQ(codeOf(other), ReasonCode::kRequestGap) << "a new session begins at 1";
  other.request = RequestNumber(1);
  EXPECT_EQ(codeOf(other), ReasonCode::kDone);
  EXPECT_EQ(codeOf(next), ReasonCode::kDone);
  other.request = RequestNumber(2);
  EXPECT_EQ(codeOf(other), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().sessionsOf(key).size(), 2U);
  EXPECT_EQ(world.ledger().highestSession(key), SessionNumber(7));
  other.session = SessionNumber(0);
  other.request = RequestNumber(1);
  EXPECT_EQ(codeOf(other), ReasonCode::kSessionClosed) << "there is no session 0";
}

TEST_F(Sessions, OneTooManyClosesTheOneUsedLongestAgo) {
  auto each = next;
  each.request = RequestNumber(1);
  for (std::uint64_t number = 2; number <= limits::kSessionsPerAuthor; ++number) {
    each.session = SessionNumber(number * 10);
    ASSERT_EQ(codeOf(each), ReasonCode::kDone);
  }
  ASSERT_EQ(world.ledger().sessionsOf(key).size(), limits::kSessionsPerAuthor);
  ASSERT_EQ(codeOf(next), ReasonCode::kDone) << "session 1 is the oldest, and was used last";

  const Bytes first = batch({next.genesis, next.lane, SessionNumber(20), RequestNumber(2), next.validUntil});
  each.session = SessionNumber(1'000);
  ASSERT_EQ(codeOf(each), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().sessionsOf(key).size(), limits::kSessionsPerAuthor);
  EXPECT_EQ(code(first), ReasonCode::kSessionClosed);
  EXPECT_EQ(world.ledger().nextRequest(key, SessionNumber(20)), std::nullopt);

  each.session = SessionNumber(20);
  EXPECT_EQ(codeOf(each), ReasonCode::kSessionClosed) << "never opened again";
  each.session = SessionNumber(15);
  EXPECT_EQ(codeOf(each), ReasonCode::kSessionClosed) << "nor one below it that never was";
  each.session = SessionNumber(30);
  each.request = RequestNumber(2);
  EXPECT_EQ(codeOf(each), ReasonCode::kDone) << "those that are open stay so";
}

TEST_F(Sessions, WhatNobodyUsesForAnHourIsClosedAndNeverOpenedAgain) {
  ASSERT_EQ(codeOf(next), ReasonCode::kDone);
  auto second = next;
  second.request = next.request.next();
  world.passTime(3'599);
  second.validUntil = Nanoseconds(world.now().value + kSecond);
  ASSERT_EQ(codeOf(second), ReasonCode::kDone);
  world.passTime(3'601);
  auto third = second;
  third.request = second.request.next();
  third.validUntil = Nanoseconds(world.now().value + kSecond);
  EXPECT_EQ(codeOf(third), ReasonCode::kSessionClosed);
  third.request = RequestNumber(1);
  EXPECT_EQ(codeOf(third), ReasonCode::kSessionClosed);
  EXPECT_TRUE(world.ledger().sessionsOf(key).empty());
  EXPECT_EQ(world.ledger().highestSession(key), next.session);
  third.session = next.session.next();
  EXPECT_EQ(codeOf(third), ReasonCode::kDone);
}

TEST_F(Sessions, TheirRowsAreLetGo) {
  auto one = next;
  one.request = RequestNumber(1);
  one.session = SessionNumber(5);
  ASSERT_EQ(codeOf(one), ReasonCode::kDone);
  EXPECT_NE(world.ledger().session(key, one.session), nullptr);
  world.passTime(3'601);
  world.apply(std::vector<Bytes>{});
  EXPECT_EQ(world.ledger().session(key, one.session), nullptr) << "a block without anything in it is enough";
}

TEST_F(Sessions, ANumberOfTheFarFutureIsNotTaken) {
  auto far = next;
  far.request = RequestNumber(1);
  far.session = SessionNumber(UINT64_MAX);
  EXPECT_EQ(codeOf(far), ReasonCode::kSessionTooHigh) << "there would be none after it";
  far.session = SessionNumber(static_cast<std::uint64_t>(world.now().value) + limits::kLongestValidity);
  EXPECT_EQ(codeOf(far), ReasonCode::kDone);
}

TEST_F(Sessions, TheWindowKeepsThirtyTwo) {
  for (std::uint32_t sent = 0; sent < limits::kSessionWindow + 8; ++sent) {
    ASSERT_EQ(codeOf(next), ReasonCode::kDone);
    next.request = next.request.next();
  }
  const auto& window = world.session(issuer()).window;
  ASSERT_EQ(window.size(), limits::kSessionWindow);
  EXPECT_EQ(window.front().request.value + limits::kSessionWindow, next.request.value);
}

/// What an author may make every replica keep and hash is bounded, however many of its operations fail.
TEST_F(Sessions, TheWindowKeepsNoMoreFailuresThanOneBatchCanHave) {
  one.amount = 0;
  const std::vector<wire::Transfer> body(limits::kMaxTransfersPerBatch / 4, one);
  for (int sent = 0; sent < 6; ++sent) {
    const auto result = world.apply({wire::signTransfers(next, body, issuer().key)}).front();
    ASSERT_EQ(result.failures.size(), body.size());
    next.request = next.request.next();
  }
  EXPECT_EQ(world.session(issuer()).window.size(), 4U);
  EXPECT_EQ(world.session(issuer()).window.back().request.next(), next.request);
}

TEST_F(Sessions, WhatIsRefusedWholeInItsPlaceUsesItsNumberUp) {
  auto bad = next;
  bad.validUntil = Nanoseconds(world.now().value - 1);
  const Bytes expired = batch(bad);
  EXPECT_EQ(code(expired), ReasonCode::kExpired);
  EXPECT_EQ(codeOf(next), ReasonCode::kReplayed);
  const auto& kept = world.session(issuer()).window.back();
  EXPECT_EQ(kept.batch, wire::parseBatch(expired)->digest()) << "a repeat is answered the same";
  EXPECT_EQ(static_cast<ReasonCode>(kept.result.batchCode), ReasonCode::kExpired);

  bad.request = bad.request.next();
  bad.validUntil = Nanoseconds(world.now().value + limits::kLongestValidity + 1'000'001);
  EXPECT_EQ(codeOf(bad), ReasonCode::kValidTooLong) << "the block comes a millisecond later";
  bad.request = bad.request.next();
  bad.validUntil = Nanoseconds(world.now().value + limits::kLongestValidity + 1'000'000);
  EXPECT_EQ(codeOf(bad), ReasonCode::kDone);
}

TEST_F(Sessions, WhatIsNotItsAuthorsOrNotInItsPlaceUsesUpNoNumber) {
  auto bad = next;
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
