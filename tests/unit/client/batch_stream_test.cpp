// The client's batch stream against a real gateway: answers, repeats, a gateway that comes back.

#include "nodes/client/batch_stream.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <set>

#include "tests/support/gateway_fixture.h"

namespace aurigraph::client {
namespace {

using namespace aurigraph::test;

/// Counts what came of each batch.
class Answers {
 public:
  BatchAnswers of(std::uint64_t number) {
    return {.committed =
                [this, number](const wire::StreamCommitted& said) {
                  const std::lock_guard lock(mutex_);
                  committed_[number].push_back(said.height);
                },
            .final =
                [this, number] {
                  const std::lock_guard lock(mutex_);
                  ++finals_[number];
                },
            .refused =
                [this, number](const Error& why) {
                  const std::lock_guard lock(mutex_);
                  refused_[number] = std::string(why.code);
                },
            .unproven =
                [this, number](const Error& why) {
                  const std::lock_guard lock(mutex_);
                  open_[number] = std::string(why.code);
                }};
  }
  [[nodiscard]] std::size_t finals() {
    const std::lock_guard lock(mutex_);
    return finals_.size();
  }
  [[nodiscard]] std::size_t committed() {
    const std::lock_guard lock(mutex_);
    return committed_.size();
  }
  /// Those who were told that finality is not known yet, and nothing else after *committed*.
  [[nodiscard]] std::set<std::uint64_t> open() {
    const std::lock_guard lock(mutex_);
    std::set<std::uint64_t> out;
    for (const auto& [number, code] : open_) {
      EXPECT_EQ(code, "finality.not_known_yet");
      EXPECT_FALSE(finals_.contains(number) || refused_.contains(number));
      out.insert(number);
    }
    return out;
  }
  [[nodiscard]] std::string refusal(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    return refused_.contains(number) ? refused_[number] : "";
  }
  /// Each was said to be committed once and final once, at a height of its own.
  void expectEachOnce(std::size_t count) {
    const std::lock_guard lock(mutex_);
    EXPECT_EQ(committed_.size(), count);
    std::map<Height, int> heights;
    for (const auto& [number, said] : committed_) {
      EXPECT_EQ(said.size(), 1U) << number;
      ++heights[said.front()];
    }
    EXPECT_EQ(heights.size(), count);
    for (const auto& [number, times] : finals_) EXPECT_EQ(times, 1) << number;
    EXPECT_TRUE(refused_.empty());
  }

 private:
  std::mutex mutex_;
  std::map<std::uint64_t, std::vector<Height>> committed_;
  std::map<std::uint64_t, int> finals_;
  std::map<std::uint64_t, std::string> refused_;
  std::map<std::uint64_t, std::string> open_;
};

std::shared_ptr<const Bytes> batchOf(const FakeBusiness& business, std::uint64_t request,
                                     const Person& author = administrator()) {
  const wire::AnyCommand command = wire::RegisterIdentity{
      "s" + std::to_string(request), keyNumber(static_cast<std::uint8_t>(130 + request)).publicKey(),
      wire::maskOf(wire::Role::kHolder)};
  const std::vector<wire::Command> commands = {
      {static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)}};
  const wire::BatchDraft draft{.genesis = business.digest(),
                               .lane = Lane(0),
                               .session = SessionNumber(1),
                               .request = RequestNumber(request),
                               .validUntil = Nanoseconds(systemTime().value + 60 * kSecond)};
  return std::make_shared<const Bytes>(wire::signCommands(draft, commands, author.key));
}

constexpr std::uint64_t kBatches = 20;

TEST(ClientStream, KeepsManyBatchesUnderWayWithinItsCredits) {
  FakeBusiness business;
  GatewayFixture fixture(
      [](gateway::GatewayOptions& options, gateway::GatewayParts&) { options.streamCredits.batches = 4; },
      &business);
  Answers answers;
  auto stream = BatchStream::open({.gateway = fixture.clientOptions()}).value();
  for (std::uint64_t request = 1; request <= kBatches; ++request)
    ASSERT_TRUE(stream->send(batchOf(business, request), answers.of(request)));
  ASSERT_TRUE(eventually([&] { return answers.finals() == kBatches; }));
  answers.expectEachOnce(kBatches);
  EXPECT_EQ(stream->figures().connections, 1U) << "the gateway cut us off";
}

TEST(ClientStream, SendsTheSameBytesAgainWhenTheGatewayComesBack) {
  FakeBusiness business;
  auto first = std::make_unique<GatewayFixture>(GatewayFixture::Change{}, &business);
  const auto options = first->clientOptions();
  business.holdCertificates(true);
  Answers answers;
  auto stream = BatchStream::open({.gateway = options}).value();
  for (std::uint64_t request = 1; request <= kBatches; ++request)
    ASSERT_TRUE(stream->send(batchOf(business, request), answers.of(request)));
  ASSERT_TRUE(eventually([&] {
    bool all = false;
    business.settle([&](ledger::Ledger& ledger) { all = ledger.height() == Height(kBatches); });
    return all;
  }));
  first.reset();  // committed, not final: the last answers are still owed
  business.holdCertificates(false);
  GatewayFixture second(
      [&](gateway::GatewayOptions& with, gateway::GatewayParts&) { with.server.port = options.port; },
      &business);
  ASSERT_TRUE(eventually([&] { return answers.finals() == kBatches; }));
  answers.expectEachOnce(kBatches);
  business.settle([](ledger::Ledger& ledger) { EXPECT_EQ(ledger.height(), Height(kBatches)); });
  EXPECT_GE(stream->figures().connections, 2U);
  EXPECT_GE(stream->figures().sentAgain, kBatches);
}

TEST(ClientStream, RepeatsWhatIsRefusedForTheMomentAndTellsWhatIsNot) {
  FakeBusiness business;
  GatewayFixture fixture({}, &business);
  business.refuse(Error{"node.busy", "Full.", ""});
  Answers answers;
  auto stream = BatchStream::open({.gateway = fixture.clientOptions()}).value();
  ASSERT_TRUE(stream->send(batchOf(business, 1), answers.of(1)));
  ASSERT_TRUE(eventually([&] { return stream->figures().sentAgain > 0; }));
  business.refuse(std::nullopt);
  ASSERT_TRUE(eventually([&] { return answers.finals() == 1; }));
  ASSERT_TRUE(stream->send(batchOf(business, 5), answers.of(2)));
  ASSERT_TRUE(eventually([&] { return !answers.refusal(2).empty(); }));
  EXPECT_EQ(answers.refusal(2), "session.gap");
}

TEST(ClientStream, CertificatesThatDoNotComeStopNobodyFromSending) {
  FakeBusiness business;
  GatewayFixture fixture(
      [](gateway::GatewayOptions& options, gateway::GatewayParts&) { options.streamCredits.batches = 2; },
      &business);
  business.holdCertificates(true);
  Answers answers;
  {
    auto stream =
        BatchStream::open({.gateway = fixture.clientOptions(), .maxWaiting = 4, .maxAwaitingFinal = 5})
            .value();
    for (std::uint64_t request = 1; request <= kBatches; ++request)
      ASSERT_TRUE(eventually([&] {
        return stream->send(batchOf(business, request), answers.of(request)).has_value();
      })) << request;
    ASSERT_TRUE(eventually([&] { return answers.committed() == kBatches; }));
    ASSERT_TRUE(eventually([&] { return answers.open().size() == kBatches - 5; }))
        << "the oldest make room, whoever came last still waits";
    EXPECT_EQ(*answers.open().rbegin(), kBatches - 5);
  }
  EXPECT_EQ(answers.open().size(), kBatches) << "what is committed is not refused when the stream ends";
}

TEST(ClientStream, AnAnswerThatComesAfterAllEndsNothing) {
  FakeBusiness business;
  GatewayFixture fixture({}, &business);
  business.holdCertificates(true);
  Answers answers;
  auto stream = BatchStream::open({.gateway = fixture.clientOptions(), .maxAwaitingFinal = 1}).value();
  for (std::uint64_t request = 1; request <= 3; ++request)
    ASSERT_TRUE(stream->send(batchOf(business, request), answers.of(request)));
  ASSERT_TRUE(eventually([&] { return answers.open().size() == 2; }));
  business.holdCertificates(false);
  ASSERT_TRUE(eventually([&] { return answers.finals() == 1; }));
  ASSERT_TRUE(stream->send(batchOf(business, 4), answers.of(4)));
  ASSERT_TRUE(eventually([&] { return answers.finals() == 2; }));
  EXPECT_EQ(stream->figures().connections, 1U) << "a late final was taken for nonsense";
}

TEST(ClientStream, TellsTheOwnerOfEveryBatchThatHasNoLastAnswerWhenItEnds) {
  FakeBusiness business;
  GatewayFixture fixture({}, &business);
  business.swallow(true);
  Answers answers;
  {
    auto stream = BatchStream::open({.gateway = fixture.clientOptions(), .maxWaiting = 1}).value();
    ASSERT_TRUE(stream->send(batchOf(business, 1), answers.of(1)));
    EXPECT_EQ(stream->send(batchOf(business, 2), answers.of(2)).error().code, "client.stream_full");
  }
  EXPECT_EQ(answers.refusal(1), "client.stream_closed");
}

}  // namespace
}  // namespace aurigraph::client
