#include "nodes/connectors/connector.h"

#include <gtest/gtest.h>

#include <thread>

#include "core/crypto/sha256.h"
#include "tests/support/simulated_providers.h"

namespace aurigraph::connectors {
namespace {

using providers::Fault;
using std::chrono::milliseconds;

class ConnectorTest : public ::testing::Test {
 protected:
  std::unique_ptr<Connector> connector(const std::string& provider) {
    auto made = Connector::create(providers_.source(provider), cache_, around_);
    EXPECT_TRUE(made) << (made ? "" : made.error().message);
    return std::move(*made);
  }
  Query shipment() { return {"/epcs/" + providers_.world().sscc + "/events", {}, {}}; }

  testing::SimulatedProviders providers_;
  std::shared_ptr<L1Cache> cache_ = std::make_shared<L1Cache>(1 << 20);
  testing::NoWaiting waiting_;
  ConnectorEnvironment around_ = waiting_.environment();
};

TEST_F(ConnectorTest, AnAnswerSaysWhatWasProvenOnItsWay) {
  const auto keyed = connector("epcis")->fetch(shipment());
  ASSERT_TRUE(keyed) << keyed.error().message;
  EXPECT_TRUE(keyed->transport.allowedHostOverTls);
  EXPECT_TRUE(keyed->transport.pinnedKey);
  EXPECT_TRUE(keyed->transport.authenticatedSession);
  EXPECT_FALSE(keyed->transport.payloadSigned);
  EXPECT_EQ(keyed->answer->origin, wire::Origin::kSimulated);
  EXPECT_EQ(keyed->rawDigest, crypto::sha256(keyed->answer->body));

  const auto open = connector("carbon-price")->fetch({"/prices", {}, {}});
  ASSERT_TRUE(open);
  EXPECT_TRUE(open->transport.allowedHostOverTls);
  EXPECT_FALSE(open->transport.pinnedKey);
  EXPECT_FALSE(open->transport.authenticatedSession);
}

TEST_F(ConnectorTest, ErrorsThatPassAreRetried) {
  auto epcis = connector("epcis");
  for (const Fault fault : {Fault::kServerError, Fault::kRateLimited, Fault::kDropped}) {
    Query query = shipment();
    query.bypassCache = true;
    providers_.simulator().setFault("epcis", {fault, 2, {}});
    const auto answer = epcis->fetch(query);
    EXPECT_TRUE(answer) << nameOf(fault) << ": " << answer.error().message;
  }
  EXPECT_EQ(epcis->counters().retries, 6U);
  EXPECT_GE(*waiting_.pauses, 6) << "each retry waits first";
}

TEST_F(ConnectorTest, RetriesEndAndThenTheBreakerKeepsTheSourceAlone) {
  auto epcis = connector("epcis");
  providers_.simulator().setFault("epcis", {Fault::kServerError, 0, {}});
  const auto first = epcis->fetch(shipment());
  ASSERT_FALSE(first);
  EXPECT_EQ(first.error().code, "source.server_error");
  EXPECT_EQ(providers_.simulator().requests("epcis"), 4U) << "one call and three retries";
  for (int i = 0; i < 20; ++i) (void)epcis->fetch(shipment());
  EXPECT_EQ(epcis->fetch(shipment()).error().code, "source.breaker_open");
  EXPECT_LE(providers_.simulator().requests("epcis"), 20U) << "retries stayed within their budget";
  EXPECT_EQ(epcis->availabilityPercent(), 0U);
}

TEST_F(ConnectorTest, ATimeoutIsRetriedToo) {
  auto config = providers_.source("open-meteo");
  auto meteo = Connector::create(config, cache_, around_).value();
  providers_.simulator().setFault("open-meteo", {Fault::kDropped, 1, {}});
  EXPECT_TRUE(meteo->fetch({"/v1/forecast?latitude=1&longitude=2", {}, {}}));
  EXPECT_EQ(meteo->counters().retries, 1U);
}

TEST_F(ConnectorTest, HtmlWithStatus200IsAFailureAndIsNotKept) {
  auto epcis = connector("epcis");
  providers_.simulator().setFault("epcis", {Fault::kHtml, 1, {}});
  EXPECT_EQ(epcis->fetch(shipment()).error().code, "source.wrong_content_type");
  EXPECT_EQ(epcis->counters().failures, 1U);
  EXPECT_TRUE(epcis->fetch(shipment()));
  EXPECT_EQ(epcis->counters().cacheHits, 0U);
}

TEST_F(ConnectorTest, WithoutItsKeyASourceIsNotEvenBuiltAndAWrongOneIsNotRetried) {
  auto config = providers_.source("attom");
  config.credentials.clear();
  EXPECT_EQ(Connector::create(config, cache_, around_).error().code, "source.key_missing");
  config.credentials = {{"apikey", "wrong"}};
  auto attom = Connector::create(config, cache_, around_).value();
  EXPECT_EQ(attom->fetch({"/propertyapi/v1.0.0/attomavm/detail", {}, {}}).error().code, "source.key_refused");
  EXPECT_EQ(providers_.simulator().requests("attom"), 1U);
}

TEST_F(ConnectorTest, AWrongPinEndsTheCallBeforeTheKeyIsSent) {
  auto config = providers_.source("epcis");
  config.pins[0].bytes[5] ^= 0x10;
  auto epcis = Connector::create(config, cache_, around_).value();
  EXPECT_EQ(epcis->fetch(shipment()).error().code, "http.pin_mismatch");
  EXPECT_EQ(providers_.simulator().requests("epcis"), 0U);
}

TEST_F(ConnectorTest, TheSameQuestionWithinItsBoundIsAnsweredFromMemory) {
  auto epcis = connector("epcis");
  const auto first = epcis->fetch(shipment());
  const auto second = epcis->fetch(shipment());
  ASSERT_TRUE(first && second);
  EXPECT_EQ(second->transport.cacheState, wire::CacheState::kHit);
  EXPECT_EQ(second->answer->retrievedAt, first->answer->retrievedAt) << "a hit makes nothing younger";
  EXPECT_EQ(providers_.simulator().requests("epcis"), 1U);

  Query strict = shipment();
  strict.bypassCache = true;
  EXPECT_EQ(epcis->fetch(strict)->transport.cacheState, wire::CacheState::kMiss);
  EXPECT_EQ(providers_.simulator().requests("epcis"), 2U);
}

TEST_F(ConnectorTest, PastItsBoundAnAnswerIsAskedForAgainOrMarkedStale) {
  auto clock = std::make_shared<std::atomic<std::int64_t>>(0);
  around_.now = [base = around_.now, clock] { return Nanoseconds(base().value + *clock); };
  auto epcis = connector("epcis");
  ASSERT_TRUE(epcis->fetch(shipment()));
  *clock += cacheBound(wire::Category::kSupply).value;
  providers_.simulator().setFault("epcis", {Fault::kServerError, 0, {}});
  EXPECT_EQ(epcis->fetch(shipment()).error().code, "source.server_error");
  Query lenient = shipment();
  lenient.allowStale = true;
  const auto stale = epcis->fetch(lenient);
  ASSERT_TRUE(stale);
  EXPECT_EQ(stale->transport.cacheState, wire::CacheState::kStaleIfError);
  *clock += 4 * cacheBound(wire::Category::kSupply).value;
  EXPECT_FALSE(epcis->fetch(lenient)) << "no answer stands in for ever";
}

TEST_F(ConnectorTest, TheSameQuestionAskedByManyAtOnceIsAskedOnce) {
  auto epcis = connector("epcis");
  providers_.simulator().setFault("epcis", {Fault::kLatency, 0, milliseconds(300)});
  std::vector<std::thread> threads;
  std::atomic<int> good{0};
  for (int i = 0; i < 6; ++i) threads.emplace_back([&] { good += epcis->fetch(shipment()).has_value(); });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, 6);
  EXPECT_EQ(providers_.simulator().requests("epcis"), 1U);
}

TEST_F(ConnectorTest, ItsOwnBudgetStopsACallerBeforeTheProviderMust) {
  auto price = connector("carbon-price");  // one call a second
  Query query{"/prices", {}, {}};
  query.bypassCache = true;
  bool exhausted = false;
  for (int i = 0; i < 3; ++i) {
    const auto answer = price->fetch(query);
    if (!answer) exhausted |= answer.error().code == "source.budget_exhausted";
  }
  EXPECT_TRUE(exhausted) << "pauses take no time here, so the budget cannot refill";
  EXPECT_EQ(providers_.simulator().requests("carbon-price"), 1U);
}

}  // namespace
}  // namespace aurigraph::connectors
