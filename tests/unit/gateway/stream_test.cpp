// The batch stream over real TLS: credits, answers, hostile input, a stopping gateway.

#include <gtest/gtest.h>

#include <thread>

#include "tests/support/gateway_fixture.h"
#include "tests/unit/gateway/forgetful_business.h"
#include "tests/unit/gateway/raw_client.h"
#include "tests/unit/gateway/raw_stream.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;
using wire::StreamFrameKind;

constexpr wire::StreamCredits kCredits{.batches = 3, .bytes = 700'000};

class Stream : public ::testing::Test {
 protected:
  std::unique_ptr<GatewayFixture> fixture_ = std::make_unique<GatewayFixture>(
      [](GatewayOptions& options, GatewayParts&) { options.streamCredits = kCredits; });
  FakeBusiness& business() { return fixture_->business(); }

  Bytes batch(std::uint64_t request, const Person& author = administrator()) const {
    const wire::AnyCommand command = wire::RegisterIdentity{
        "p" + std::to_string(request), keyNumber(static_cast<std::uint8_t>(200 + request)).publicKey(),
        wire::maskOf(wire::Role::kHolder)};
    const std::vector<wire::Command> commands = {
        {static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)}};
    const wire::BatchDraft draft{.genesis = fixture_->business().digest(),
                                 .lane = Lane(0),
                                 .session = SessionNumber(1),
                                 .request = RequestNumber(request),
                                 .validUntil = Nanoseconds(systemTime().value + 60 * kSecond)};
    return wire::signCommands(draft, commands, author.key);
  }
};

TEST_F(Stream, SaysItsCreditsFirstThenAnswersCommittedAndFinal) {
  RawStream stream(fixture_->clientOptions());
  EXPECT_TRUE(stream.answer().starts_with("HTTP/1.1 101")) << stream.answer();
  const auto welcome = stream.receive();
  ASSERT_TRUE(welcome && welcome->head.kind == StreamFrameKind::kWelcome);
  EXPECT_EQ(wire::decodeStreamCredits(welcome->payload).value(), kCredits);
  const auto bytes = batch(1);
  stream.send(41, bytes);
  const auto committed = stream.receive();
  ASSERT_TRUE(committed && committed->head.kind == StreamFrameKind::kCommitted);
  EXPECT_EQ(committed->head.id, 41U);
  const auto said = wire::decodeStreamCommitted(committed->payload).value();
  EXPECT_EQ(said.batch, wire::parseBatch(bytes)->digest());
  EXPECT_EQ(said.height, Height(1));
  EXPECT_EQ(said.result.batchCode, 0);
  EXPECT_TRUE(said.result.failures.empty());
  const auto final = stream.receive();
  ASSERT_TRUE(final && final->head.kind == StreamFrameKind::kFinal);
  EXPECT_EQ(final->head.id, 41U);
}

TEST_F(Stream, WithoutTheUpgradeItSaysWhatItSpeaks) {
  RawClient raw(fixture_->clientOptions());
  const auto answer =
      raw.say("POST /api/v11/transaction/stream HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(answer.status, 426U);
  EXPECT_EQ(answer.code(), "request.upgrade_required");
  EXPECT_EQ(answer.headers.at("Upgrade"), wire::kStreamProtocol);
}

TEST_F(Stream, CertificatesThatDoNotComeHoldNoCreditsBack) {
  business().holdCertificates(true);
  RawStream stream(fixture_->clientOptions());
  ASSERT_TRUE(stream.receive(StreamFrameKind::kWelcome));
  for (std::uint64_t request = 1; request <= 4 * kCredits.batches; ++request) {
    stream.send(request, batch(request));
    const auto answer = stream.receive();
    ASSERT_TRUE(answer && answer->head.kind == StreamFrameKind::kCommitted) << request;
    EXPECT_EQ(answer->head.id, request);
  }
  business().holdCertificates(false);
  for (std::uint64_t request = 1; request <= 4 * kCredits.batches; ++request)
    EXPECT_EQ(stream.receive(StreamFrameKind::kFinal)->head.id, request);
}

TEST_F(Stream, WhatIsCommittedAndNotKnownToBeFinalIsNoRefusal) {
  ForgetfulBusiness forgetful(business());
  GatewayFixture fixture([&](GatewayOptions&, GatewayParts& parts) { parts.service = &forgetful; },
                         &business());
  RawStream stream(fixture.clientOptions());
  stream.send(1, batch(1));
  ASSERT_TRUE(stream.receive(StreamFrameKind::kCommitted));
  const auto answer = stream.receive();
  ASSERT_TRUE(answer && answer->head.kind == StreamFrameKind::kUnproven);
  EXPECT_EQ(answer->head.id, 1U);
  EXPECT_EQ(answer->code(), "finality.not_known_yet");
}

TEST_F(Stream, WhoSendsMoreThanItsCreditsIsToldAndCutOff) {
  business().swallow(true);
  RawStream stream(fixture_->clientOptions());
  for (std::uint64_t request = 1; request <= 4; ++request) stream.send(request, batch(request));
  const auto closing = stream.receive(StreamFrameKind::kClosing);
  ASSERT_TRUE(closing);
  EXPECT_EQ(closing->code(), "stream.over_credit");
  EXPECT_FALSE(stream.receive());
}

TEST_F(Stream, BytesAreCreditsToo) {
  business().swallow(true);
  RawStream stream(fixture_->clientOptions());
  // Two whole batches of transfers are more than 700,000 bytes; the second one's head is enough.
  stream.sendHead(StreamFrameKind::kBatch, wire::kMaxSignedBatchBytes, 1);
  stream.write(std::string(wire::kMaxSignedBatchBytes, '\0'));
  EXPECT_EQ(stream.receive(StreamFrameKind::kRefused)->code(), "batch.bad_magic");
  const auto good = batch(1);
  stream.send(2, good);
  stream.sendHead(StreamFrameKind::kBatch, wire::kMaxSignedBatchBytes, 3);
  stream.sendHead(StreamFrameKind::kBatch, wire::kMaxSignedBatchBytes, 4);
  stream.write(std::string(wire::kMaxSignedBatchBytes, '\0'));
  EXPECT_TRUE(stream.receive(StreamFrameKind::kRefused));
  EXPECT_FALSE(stream.receive(StreamFrameKind::kFinal)) << "frames out of step end the stream";
}

TEST_F(Stream, AnswersComeAsTheyAreKnownNotInTheOrderOfTheQuestions) {
  business().swallow(true);
  RawStream stream(fixture_->clientOptions());
  stream.send(1, batch(1));
  ASSERT_TRUE(eventually([&] { return business().swallowed() == 1; }));
  business().swallow(false);
  stream.send(2, batch(1, issuer()));  // refused inside: another author may not register people
  const auto first = stream.receive(StreamFrameKind::kCommitted);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->head.id, 2U);
  const auto said = wire::decodeStreamCommitted(first->payload).value();
  ASSERT_EQ(said.result.failures.size(), 1U);
  EXPECT_EQ(said.result.codeOf(0), said.result.failures.front().code);
  stream.send(3, batch(1));  // the same bytes as 1, which was lost on its way
  EXPECT_EQ(stream.receive(StreamFrameKind::kCommitted)->head.id, 3U);
}

TEST_F(Stream, ABatchThatIsRefusedDoesNotEndTheStream) {
  RawStream stream(fixture_->clientOptions());
  auto forged = batch(1);
  forged[offsetof(wire::BatchHeader, signature) + 5] ^= 1;
  stream.send(1, forged);
  auto refused = stream.receive(StreamFrameKind::kRefused);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->head.id, 1U);
  EXPECT_EQ(refused->code(), "batch.bad_signature");
  auto longer = batch(1);
  longer.push_back(0);
  stream.send(2, longer);
  EXPECT_EQ(stream.receive(StreamFrameKind::kRefused)->code(), "batch.size_mismatch");
  stream.send(3, batch(1));
  EXPECT_EQ(stream.receive(StreamFrameKind::kFinal)->head.id, 3U);
}

TEST_F(Stream, AnOversizedOrUnknownFrameIsRefusedBeforeItsBytesCome) {
  for (const auto& [kind, size] : {std::pair<std::uint8_t, std::uint32_t>{1, 0xFFFF'FFFF},
                                   {1, wire::kMaxSignedBatchBytes + 1},
                                   {77, 10},
                                   {18, 0}}) {
    RawStream stream(fixture_->clientOptions());
    stream.sendHead(static_cast<StreamFrameKind>(kind), size, 1);
    const auto closing = stream.receive(StreamFrameKind::kClosing);
    ASSERT_TRUE(closing) << int(kind);
    EXPECT_EQ(closing->code(), "stream.bad_frame");
    EXPECT_FALSE(stream.receive());
  }
}

TEST_F(Stream, AConnectionCutInsideAFrameLeavesNothingBehind) {
  {
    RawStream stream(fixture_->clientOptions());
    const auto bytes = batch(1);
    stream.sendHead(StreamFrameKind::kBatch, bytes.size(), 1);
    stream.write(std::string(asText(ByteView(bytes).first(bytes.size() - 1))));
    stream.cut();
  }
  RawStream stream(fixture_->clientOptions());
  stream.send(2, batch(1));
  const auto committed = stream.receive(StreamFrameKind::kCommitted);
  ASSERT_TRUE(committed);
  EXPECT_EQ(wire::decodeStreamCommitted(committed->payload)->height, Height(1))
      << "half a batch was executed";
}

TEST_F(Stream, AnswersWaitForAReaderThatIsSlow) {
  RawStream stream(fixture_->clientOptions());
  for (std::uint64_t request = 1; request <= 3; ++request) stream.send(request, batch(request));
  ASSERT_TRUE(eventually([&] {
    bool done = false;
    business().settle([&](ledger::Ledger& ledger) { done = ledger.height() == Height(3); });
    return done;
  }));
  std::uint64_t finals = 0;
  while (finals < 3) {
    ASSERT_TRUE(stream.receive(StreamFrameKind::kFinal));
    ++finals;
  }
}

TEST_F(Stream, WithoutABufferTheClientWaitsAndNothingIsLost) {
  business().full(true);
  RawStream stream(fixture_->clientOptions());
  stream.send(1, batch(1));
  business().settle([](ledger::Ledger& ledger) { EXPECT_EQ(ledger.height(), Height(0)); });
  business().full(false);
  EXPECT_EQ(stream.receive(StreamFrameKind::kFinal)->head.id, 1U);
}

TEST_F(Stream, AStoppingGatewayAnswersWhatIsUnderWay) {
  business().holdCertificates(true);
  RawStream stream(fixture_->clientOptions());
  stream.send(1, batch(1));
  ASSERT_TRUE(stream.receive(StreamFrameKind::kCommitted));
  std::thread stopping([&] { fixture_->gateway().stop(); });
  EXPECT_EQ(stream.receive(StreamFrameKind::kClosing)->code(), "gateway.draining");
  stream.send(2, batch(2));
  EXPECT_EQ(stream.receive(StreamFrameKind::kRefused)->code(), "gateway.draining");
  business().holdCertificates(false);
  EXPECT_EQ(stream.receive(StreamFrameKind::kFinal)->head.id, 1U);
  EXPECT_FALSE(stream.receive());
  stopping.join();
}

TEST_F(Stream, AGatewayStopsEvenIfAnAnswerNeverComes) {
  business().swallow(true);
  RawStream stream(fixture_->clientOptions());
  stream.send(1, batch(1));
  business().settle();
  fixture_->gateway().stop();
  EXPECT_EQ(stream.receive(StreamFrameKind::kClosing)->code(), "gateway.draining");
}

}  // namespace
}  // namespace aurigraph::gateway
