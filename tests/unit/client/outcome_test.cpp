// What became of signed bytes: known only by evidence, open otherwise.

#include "nodes/client/outcome.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/ledger/reason.h"
#include "nodes/client/answers.h"
#include "tests/support/gateway_fixture.h"

namespace aurigraph::client {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;

constexpr std::int64_t kMinute = 60 * kSecond;

class Outcomes : public ::testing::Test {
 protected:
  Outcomes() : api_(fixture_.client()) {}

  /// An order of the administrator: a new person. Another number is another order.
  [[nodiscard]] Bytes order(std::uint8_t number, std::uint64_t session,
                            std::int64_t validFor = kMinute) const {
    const auto payload = wire::encodePayload(wire::RegisterIdentity{"person-" + std::to_string(number),
                                                                    keyNumber(number).publicKey(),
                                                                    wire::maskOf(wire::Role::kHolder)});
    const wire::Command command{static_cast<std::uint16_t>(wire::RegisterIdentity::kKind), payload};
    return wire::signCommands({.genesis = fixture_.business().digest(),
                               .lane = Lane(0),
                               .session = SessionNumber(session),
                               .request = RequestNumber(1),
                               .validUntil = Nanoseconds(systemTime().value + validFor)},
                              {&command, 1}, administrator().key);
  }
  void execute(const Bytes& batch) const { expectDone(api_->submit(batch, Wait::kFinal)); }
  void waitUntilListed(const Bytes& batch) const {
    const auto digest = wire::parseBatch(batch)->digest();
    ASSERT_TRUE(eventually([&] { return api_->batch(digest).has_value(); }));
  }
  [[nodiscard]] std::unique_ptr<ApiClient> impatient() const {
    auto options = fixture_.clientOptions();
    options.timeout = std::chrono::milliseconds(400);
    return ApiClient::create(options).value();
  }

  mutable GatewayFixture fixture_;
  std::unique_ptr<ApiClient> api_;
};

TEST_F(Outcomes, WhatIsExecutedIsKnownAndStaysSo) {
  const auto batch = order(130, 5);
  const auto first = deliver(*api_, batch, Wait::kFinal, Earlier::kNotSent);
  ASSERT_EQ(first.fate, Fate::kExecuted) << first.why.message;
  EXPECT_TRUE(first.reply.allDone());
  const auto again = deliver(*api_, batch, Wait::kFinal, Earlier::kPerhapsSent);
  EXPECT_EQ(again.fate, Fate::kExecuted);
  EXPECT_EQ(again.reply.height, first.reply.height) << "the same execution, not a second one";
}

TEST_F(Outcomes, NoAnswerThatSaysLaterIsARefusal) {
  const auto hasty = impatient();
  for (const char* code : {"cluster.no_leader", "node.busy", "node.recovering", "gateway.timeout", "internal",
                           "session.request_taken", "session.gap", "batch.expired", "projection.unready"}) {
    fixture_.business().refuse(Error{internCode(code), "Not now.", "Send it again."});
    const auto outcome = deliver(*hasty, order(131, 7), Wait::kFinal, Earlier::kNotSent);
    EXPECT_EQ(outcome.fate, Fate::kOpen) << code;
    EXPECT_FALSE(isRefusedBeforeOrdering(code)) << code;
  }
  for (const char* code : {"session.replayed", "session.closed"}) EXPECT_FALSE(isRefusedBeforeOrdering(code));
}

TEST_F(Outcomes, SilenceIsOpen) {
  fixture_.business().swallow(true);
  const auto outcome = deliver(*impatient(), order(131, 7), Wait::kFinal, Earlier::kNotSent);
  EXPECT_EQ(outcome.fate, Fate::kOpen);
  EXPECT_EQ(outcome.why.code, "client.timeout");
  EXPECT_EQ(outcome.why.remedy.find("Try again"), std::string::npos) << outcome.why.remedy;
}

TEST_F(Outcomes, WhatNobodyEverGotNeverHappens) {
  auto options = fixture_.clientOptions();
  options.port = 1;
  options.timeout = std::chrono::milliseconds(200);
  const auto nobody = ApiClient::create(options).value();
  EXPECT_EQ(deliver(*nobody, order(131, 7), Wait::kFinal, Earlier::kNotSent).fate, Fate::kNever);
  EXPECT_EQ(deliver(*nobody, order(131, 7), Wait::kFinal, Earlier::kPerhapsSent).fate, Fate::kOpen)
      << "an earlier sending may have arrived";
}

TEST_F(Outcomes, ARefusalBeforeOrderingCountsOnlyForBytesThatWereSentOnce) {
  fixture_.business().refuse(Error{"batch.unknown_author", "Nobody has this key.", ""});
  const auto outcome = deliver(*api_, order(131, 7), Wait::kFinal, Earlier::kNotSent);
  EXPECT_EQ(outcome.fate, Fate::kNever);
  EXPECT_EQ(outcome.why.code, "batch.unknown_author");
  EXPECT_EQ(deliver(*api_, order(131, 7), Wait::kFinal, Earlier::kPerhapsSent).fate, Fate::kOpen);
  fixture_.business().refuse(Error{"batch.key_ended", "The key was replaced.", ""});
  EXPECT_EQ(deliver(*api_, order(131, 7), Wait::kFinal, Earlier::kNotSent).fate, Fate::kNever);
}

TEST_F(Outcomes, ARefusedRepeatOfAnExecutedOrderIsExecuted) {
  const auto batch = order(130, 5);
  execute(batch);
  for (std::uint64_t session = 9; session < 9 + limits::kSessionsPerAuthor; ++session)
    execute(order(static_cast<std::uint8_t>(131 + session),
                  session));  // its session is closed, its results forgotten
  const auto outcome = deliver(*api_, batch, Wait::kFinal, Earlier::kPerhapsSent);
  ASSERT_EQ(outcome.fate, Fate::kExecuted) << "session.closed is not 'not executed'";
  EXPECT_TRUE(outcome.reply.allDone());
  // Also when its only answer is the refusal of its repeat.
  waitUntilListed(batch);
  EXPECT_EQ(askOutcome(*api_, batch, "session.closed").fate, Fate::kExecuted);
}

TEST_F(Outcomes, ATakenNumberIsNotADoneOrder) {
  execute(order(130, 5));
  const auto other = order(131, 5);  // other bytes, the same session and request
  const auto outcome = deliver(*api_, other, Wait::kFinal, Earlier::kPerhapsSent);
  EXPECT_EQ(outcome.fate, Fate::kNever) << "session.replayed says that another batch was executed";
  EXPECT_NE(outcome.why.message.find("another order has its number"), std::string::npos)
      << outcome.why.message;
}

TEST_F(Outcomes, UnknownIsNeverOnlyWhenALaterBlockProvesIt) {
  const auto late = order(130, 5, -kSecond);  // its time was over a second ago
  EXPECT_EQ(askOutcome(*api_, late).fate, Fate::kOpen) << "no block is later yet: one of before may come";
  const auto other = order(131, 4);
  execute(other);
  waitUntilListed(other);
  const auto outcome = askOutcome(*api_, late);
  EXPECT_EQ(outcome.fate, Fate::kNever);
  EXPECT_EQ(outcome.why.code, "batch.expired");
  EXPECT_EQ(askOutcome(*api_, order(132, 5)).fate, Fate::kOpen) << "its time is not over";
}

TEST_F(Outcomes, AnotherClusterProvesNothing) {
  auto foreign = testGenesis();
  foreign.clusterName = "another";
  FakeBusiness elsewhere(foreign);
  GatewayFixture there({}, &elsewhere);
  const auto late = order(130, 5, -kSecond);
  const auto api = there.client();
  Author author(*api, administrator().key, elsewhere.digest());
  expectDone(author.send(
      wire::RegisterIdentity{"somebody", keyNumber(140).publicKey(), wire::maskOf(wire::Role::kHolder)},
      Wait::kFinal));
  EXPECT_EQ(askOutcome(*api, late).fate, Fate::kOpen);
}

TEST_F(Outcomes, OnlyReasonsThatNeverChangeEndAnOrder) {
  const auto forGood = {ReasonCode::kBadSignature, ReasonCode::kOtherCluster,    ReasonCode::kExpired,
                        ReasonCode::kWrongLane,    ReasonCode::kBadKind,         ReasonCode::kMalformed,
                        ReasonCode::kValidTooLong, ReasonCode::kAuthorSuspended, ReasonCode::kKeyEnded};
  // Whatever uses a number up for nothing ends the order.
  for (const auto code : ledger::allReasonCodes()) {
    if (code == ReasonCode::kDone || !ledger::usesRequestNumber(code)) continue;
    EXPECT_TRUE(std::ranges::find(forGood, code) != forGood.end()) << ledger::describe(code).code;
  }
  for (const auto code : ledger::allReasonCodes()) {
    const bool ends = std::ranges::find(forGood, code) != forGood.end();
    const auto name = ledger::describe(code).code;
    EXPECT_EQ(isRefusedForGood(name, Told::kByAnswer), ends) << name;
    const bool closed = code == ReasonCode::kReplayed || code == ReasonCode::kSessionClosed;
    EXPECT_EQ(isRefusedForGood(name, Told::kByBlocks), ends || closed) << name;
  }
}

TEST_F(Outcomes, AnOldSignInDoesNotHinderWhatNeedsNone) {
  auto options = fixture_.clientOptions();
  options.token = std::string(64, 'a');
  const auto api = ApiClient::create(options).value();
  std::uint32_t sendings = 0;
  const auto reply = api->submit(order(130, 5), Wait::kFinal, &sendings);
  ASSERT_TRUE(reply) << reply.error().code;
  EXPECT_EQ(sendings, 1U) << "what was turned away at the door did not count";
  EXPECT_TRUE(api->get("/query/tokens"));
  const auto secret = api->get("/query/records");
  ASSERT_FALSE(secret);
  EXPECT_EQ(secret.error().code, "auth.session_unknown") << "what needs one still says that this one is over";
}

}  // namespace
}  // namespace aurigraph::client
