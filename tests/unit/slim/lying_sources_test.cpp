// Sources that are down, slow, lying or send garbage (R-PIPE-2): no token, and nobody else is held up.

#include <gtest/gtest.h>

#include "tests/unit/slim/slim_world.h"

namespace aurigraph::slim {
namespace {

using providers::Fault;
using std::chrono::milliseconds;
using std::chrono::seconds;

class LyingSources : public testing::SlimWorld {
 protected:
  Result<FetchReport> ask(const std::string& source, const std::string& path, const std::string& body = {}) {
    connectors::Query query{path, body, {}};
    query.bypassCache = true;
    return node_->fetchNow(source, query);
  }
  std::string shipmentPath() { return "/epcs/" + providers_.world().sscc + "/events"; }
};

TEST_F(LyingSources, GarbageGivesNoRecordAndIsKeptToBeShown) {
  start();
  for (const auto& [fault, code] : {std::pair{Fault::kHtml, "source.wrong_content_type"},
                                    std::pair{Fault::kTruncated, "json.malformed"}}) {
    providers_.simulator().setFault("epcis", {fault, 1, {}});
    const auto report = ask("epcis", shipmentPath());
    ASSERT_FALSE(report) << nameOf(fault);
    EXPECT_EQ(report.error().code, code);
  }
  EXPECT_EQ(node_->queued(), 0U);
  const auto refusals = node_->store().refusals(10).value();
  ASSERT_EQ(refusals.size(), 1U) << "the truncated answer; the page never counted as an answer";
  EXPECT_TRUE(node_->evidence().get(refusals[0].rawDigest));
  EXPECT_TRUE(ask("epcis", shipmentPath()));
}

TEST_F(LyingSources, ContradictionsAndOldNewsAreNeverAccepted) {
  start();
  const auto neverAccepted = [&](const std::string& provider, Fault fault, const std::string& path,
                                 const std::string& body = {}) {
    providers_.simulator().setFault(provider, {fault, 1, {}});
    const auto report = ask(provider, path, body);
    if (!report) return;  // refused as a whole is fine, too
    for (const ScoredRecord& record : report->records) {
      // Only what the fault touches: a parcel's address stays true when its valuation lies.
      if (record.kind == wire::RecordKind::kPropertyParcel || record.kind == wire::RecordKind::kPropertyTax ||
          record.kind == wire::RecordKind::kPropertyTitle)
        continue;
      EXPECT_NE(record.band, quality::Band::kAccept)
          << provider << " " << nameOf(fault) << " " << why(record);
    }
  };
  const auto& world = providers_.world();
  const std::string attom = "/propertyapi/v1.0.0/attomavm/detail?fips=" + world.fips + "&apn=" + world.apn;
  const std::string blocks = "{\"resourceIdentifier\":\"" + world.verraProject + "\"}";
  neverAccepted("alpaca", Fault::kContradictory, "/v2/stocks/VOO/snapshot");
  neverAccepted("alpaca", Fault::kStale, "/v2/stocks/VOO/snapshot");
  neverAccepted("attom", Fault::kContradictory, attom);
  neverAccepted("attom", Fault::kStale, attom);
  neverAccepted("verra", Fault::kContradictory, "/uiapi/asset/asset/search", blocks);
  neverAccepted("verra", Fault::kWrongUnits, "/uiapi/asset/asset/search", blocks);
  neverAccepted("epcis", Fault::kStale, shipmentPath());
  neverAccepted("nws", Fault::kContradictory, "/stations/KDEN/observations/latest");
  neverAccepted("nws", Fault::kStale, "/stations/KDEN/observations/latest");
  neverAccepted("carbon-price", Fault::kWrongUnits, "/prices");
}

TEST_F(LyingSources, ADeadSourceNeverStopsTheOthers) {
  auto polled = config();
  for (SourceSetup& setup : polled.sources) {
    if (setup.source.provider == "epcis" && setup.source.name.empty())
      setup.polls.push_back({{shipmentPath(), {}, {}}, milliseconds(20)});
    if (setup.source.provider == "nws")
      setup.polls.push_back({{"/stations/KDEN/observations/latest", {}, {}}, milliseconds(20)});
  }
  providers_.simulator().setFault("epcis", {Fault::kLatency, 0, milliseconds(60'000)});
  start(std::move(polled));
  EXPECT_TRUE(ledger_.waitFor([](const auto& records) { return !records.applied.empty(); }))
      << "the weather came through";
  for (const auto& submit : ledger_.records().applied)
    EXPECT_EQ(wire::decodeRecord(submit.record)->category, wire::Category::kWeather);
  providers_.simulator().clearFaults();
}

TEST_F(LyingSources, UnknownSourcesAndMissingKeysAreSaid) {
  start();
  EXPECT_EQ(ask("nobody", "/").error().code, "slim.unknown_source");
  auto keyless = config();
  keyless.sources[1].source.credentials.clear();
  EXPECT_EQ(SlimNode::start(std::move(keyless), ledger_.port()).error().code, "source.key_missing");
}

TEST_F(LyingSources, AFullQueueStopsFetchingInsteadOfDropping) {
  ledger_.trouble(testing::FakeLedger::Trouble::kUnreachable, -1);
  auto small = config();
  small.mostQueued = 1;
  start(std::move(small));
  ASSERT_TRUE(ask("epcis", shipmentPath()));
  EXPECT_EQ(ask("alpaca", "/v2/stocks/VOO/snapshot").error().code, "slim.queue_full");
  ledger_.trouble(testing::FakeLedger::Trouble::kNone, 0);
  ASSERT_TRUE(ledger_.waitFor([](const auto& records) { return !records.applied.empty(); }));
}

}  // namespace
}  // namespace aurigraph::slim
