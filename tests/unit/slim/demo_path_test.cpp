// The demo's records through the true path: simulator over HTTPS, mapper, score, evidence, queue, ledger.

#include "tests/unit/slim/slim_world.h"

namespace aurigraph::slim {
namespace {

using wire::RecordKind;

class DemoPath : public testing::SlimWorld, public ::testing::WithParamInterface<std::uint64_t> {
 protected:
  DemoPath() : SlimWorld(GetParam()) {}

  /// The ledger and the node know whose company it is. docs/records.md: capitals, single blanks.
  void startKnowingTheOwner() {
    const wire::Fact owner{"", wire::FactName::kSpvOwnerHash,
                           toHex(crypto::sha256(asBytes(providers_.world().ownerName)).view())};
    ledger_.know(owner);
    auto setup = config();
    setup.facts = {owner};
    start(std::move(setup));
  }
};

TEST_P(DemoPath, TheDemosRecordsHaveTheirScoresToThePpm) {
  startKnowingTheOwner();

  const auto attom = fetchAttom();
  const auto* second = find(attom, RecordKind::kPropertyValuation);
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->band, quality::Band::kAccept) << why(*second);
  const auto county = fetchCounty();
  const auto* title = find(county, RecordKind::kPropertyTitle);
  const auto* valuation = find(county, RecordKind::kPropertyValuation);
  ASSERT_TRUE(title != nullptr && valuation != nullptr);
  EXPECT_EQ(title->score.value, 950'000) << why(*title);
  EXPECT_EQ(valuation->score.value, 950'000) << why(*valuation);

  const auto price = fetch("carbon-price", "/prices");
  ASSERT_EQ(price.records.size(), 1U);
  EXPECT_EQ(price.records[0].score.value, 720'000) << why(price.records[0]);
  EXPECT_EQ(price.records[0].band, quality::Band::kReview);

  const auto refused = fetch("carrier", "/epcs/" + providers_.world().badSscc + "/events");
  ASSERT_EQ(refused.records.size(), 1U);
  EXPECT_EQ(refused.records[0].score.value, 410'000) << why(refused.records[0]);
  EXPECT_EQ(refused.records[0].band, quality::Band::kReject);

  for (const ScoredRecord* estimated : {title, valuation, &price.records[0], &refused.records[0]}) {
    const Digest& id = estimated->recordId;
    ASSERT_TRUE(node_->waitForLedger(std::span(&id, 1), std::chrono::seconds(20))) << node_->lastSendError();
    EXPECT_EQ(ledger_.records().scores.at(id), estimated->score) << "what the ledger finds by itself";
  }
}

TEST_P(DemoPath, AValuationThatNobodyElseConfirmsIsWorthLess) {
  startKnowingTheOwner();
  const auto county = fetchCounty();
  const auto* valuation = find(county, RecordKind::kPropertyValuation);
  ASSERT_NE(valuation, nullptr);
  EXPECT_EQ(valuation->score.value, 921'140) << why(*valuation);
  const auto ids = idsOf(county);
  ASSERT_TRUE(node_->waitForLedger(ids, std::chrono::seconds(20))) << node_->lastSendError();
  EXPECT_EQ(ledger_.records().scores.at(valuation->recordId).value, 921'140);
}

TEST_P(DemoPath, AFactThatTheNodeDoesNotKnowCountsAllTheSame) {
  ledger_.know({"", wire::FactName::kSpvOwnerHash,
                toHex(crypto::sha256(asBytes(providers_.world().ownerName)).view())});
  start();
  const auto county = fetchCounty();
  const auto* title = find(county, RecordKind::kPropertyTitle);
  ASSERT_NE(title, nullptr);
  EXPECT_LT(title->score.value, 950'000) << "an estimate";
  ASSERT_TRUE(node_->waitForLedger(idsOf(county), std::chrono::seconds(20))) << node_->lastSendError();
  EXPECT_EQ(ledger_.records().scores.at(title->recordId).value, 950'000);
}

TEST_P(DemoPath, ProjectBlocksAndShipmentAreAccepted) {
  start();
  const auto project = fetchProject();
  ASSERT_EQ(project.records.size(), 1U);
  EXPECT_EQ(project.records[0].band, quality::Band::kAccept) << why(project.records[0]);
  const auto blocks = fetchBlocks();
  ASSERT_EQ(blocks.records.size(), 2U);
  for (const auto& block : blocks.records) {
    EXPECT_EQ(block.kind, RecordKind::kCarbonBlock);
    EXPECT_EQ(block.band, quality::Band::kAccept) << why(block);
  }
  const auto shipment = fetchShipment();
  ASSERT_EQ(shipment.records.size(), 1U);
  EXPECT_EQ(shipment.records[0].kind, RecordKind::kSupplySensor);
  EXPECT_EQ(shipment.records[0].band, quality::Band::kAccept) << why(shipment.records[0]);
  EXPECT_EQ(shipment.records[0].origin, wire::Origin::kSimulated);
}

/// What the window's inbox begins with: every record waits for a person, and says why.
TEST_P(DemoPath, WhatAReviewerHasToJudgeIsDoubtfulForReasonsOfItsOwn) {
  startKnowingTheOwner();
  const auto& world = providers_.world();
  const auto expectDoubt = [this](const FetchReport& report, RecordKind kind, const std::string& reason) {
    const auto* record = find(report, kind);
    ASSERT_NE(record, nullptr) << reason;
    EXPECT_EQ(record->band, quality::Band::kReview) << why(*record);
    EXPECT_NE(why(*record).find(reason), std::string::npos) << why(*record);
    EXPECT_EQ(record->origin, wire::Origin::kSimulated);
  };
  const std::string county = "/v1/parcels/" + world.fips + "/";
  const auto old = fetch("county-title", county + world.oldApn);
  expectDoubt(old, RecordKind::kPropertyValuation, "freshness.observation");
  EXPECT_EQ(find(old, RecordKind::kPropertyTitle)->band, quality::Band::kAccept);

  const auto second =
      fetch("attom", "/propertyapi/v1.0.0/attomavm/detail?fips=" + world.fips + "&apn=" + world.disputedApn);
  EXPECT_EQ(find(second, RecordKind::kPropertyValuation)->band, quality::Band::kAccept);
  const auto disputed = fetch("county-title", county + world.disputedApn);
  expectDoubt(disputed, RecordKind::kPropertyValuation, "P-C3");

  expectDoubt(fetch("carbon-price", "/prices?class=" + world.listedClass), RecordKind::kCarbonPrice, "CP-6");
  expectDoubt(fetch("carrier", "/epcs/" + world.openSscc + "/events"), RecordKind::kSupplySensor,
              "source.session");
  expectDoubt(fetch("nws", "/stations/" + world.quietStation + "/observations/latest"),
              RecordKind::kWeatherObservation, "freshness.observation");
  expectDoubt(fetch("alpaca", "/v2/stocks/" + world.oddSymbol + "/snapshot"), RecordKind::kMarketSnapshot,
              "F-C4");
}

INSTANTIATE_TEST_SUITE_P(Seeds, DemoPath, ::testing::Values(1, 2, 7, 42, 20'261'123));

class AllCategories : public testing::SlimWorld {};

TEST_F(AllCategories, EverySourceGivesRecordsThatTheLedgerTakes) {
  start();
  std::vector<Digest> ids;
  std::set<wire::Category> categories;
  const auto add = [&](const FetchReport& report) {
    EXPECT_FALSE(report.records.empty()) << report.source;
    EXPECT_TRUE(report.refused.empty())
        << report.source << ": "
        << (report.refused.empty() ? "" : report.refused[0].field + report.refused[0].reason.message);
    for (const auto& record : report.records) {
      ids.push_back(record.recordId);
      categories.insert(wire::categoryOf(record.kind));
      EXPECT_EQ(record.origin, wire::Origin::kSimulated);
      EXPECT_FALSE(record.assetKey.empty()) << report.source;
    }
  };
  add(fetch("alpaca", "/v2/stocks/VOO/snapshot"));
  add(fetch("alpaca", "/v2/stocks/VOO/bars?timeframe=1Min"));
  add(fetchAttom());
  add(fetchCounty());
  add(fetchProject());
  add(fetchBlocks());
  add(fetch("gold-standard", "/credits?page=1"));
  add(fetch("gold-standard", "/projects?page=1"));
  add(fetch("carbon-price", "/prices"));
  add(fetchShipment());
  add(fetch("open-meteo", "/v1/forecast?latitude=39.75&longitude=-105.0&current=temperature_2m"));
  add(fetch("nws", "/stations/KDEN/observations/latest"));
  EXPECT_EQ(categories.size(), 5U);
  ASSERT_TRUE(node_->waitForLedger(ids, std::chrono::seconds(20))) << node_->lastSendError();
  for (const Digest& id : ids)
    EXPECT_EQ(node_->statusOf(id).value()->state, ItemState::kApplied) << node_->statusOf(id).value()->reason;
  EXPECT_EQ(ledger_.records().applied.size(), ids.size());
  EXPECT_TRUE(ledger_.problems().empty()) << "all evidence was on the second node before it was named";
  EXPECT_EQ(node_->counters().dead, 0U);
}

}  // namespace
}  // namespace aurigraph::slim
