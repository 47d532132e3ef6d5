#include "nodes/mapping/arrival.h"

#include "core/quality/context/context.h"
#include "core/wire/source_terms.h"
#include "nodes/rules/rules_json.h"
#include "tests/unit/mapping/good_answers.h"
#include "tests/unit/mapping/provider_files.h"

namespace aurigraph::mapping {
namespace {

constexpr std::string_view kEvent =
    R"({"@context":[],"type":"ObjectEvent","eventID":"urn:uuid:1","eventTime":"2026-01-01T10:00:00Z","epcList":["x"])";

wire::ScoreInputs inputsOf(std::string_view provider, const std::string& text,
                           std::optional<wire::TransportFacts> fetched = std::nullopt) {
  auto answer = mapText(provider, text);
  EXPECT_TRUE(answer && !answer->records.empty());
  const auto preset = *rules::shippedPreset(provider);
  MappedRecord& mapped = answer->records.at(0);
  noteArrival(preset, fetched.value_or(preset.transport), wire::Purpose::kLive, mapped);
  quality::NoPast alone;
  return quality::contextOf(mapped.record, wire::asStated(mapped.record), *rules::newestRuleSet(), alone,
                            parseRfc3339("2026-01-01T10:00:10Z")->utc)
      .value();
}

TEST(Arrival, OnlyASignedEventCountsAsSigned) {
  const auto signedEvent = std::string(kEvent) + R"(,"proof":{"proofValue":"z1"}})";
  EXPECT_FALSE(inputsOf("epcis", std::string(kEvent) + "}").transport.payloadSigned);
  EXPECT_TRUE(inputsOf("epcis", signedEvent).transport.payloadSigned);
  EXPECT_FALSE(inputsOf("carrier", signedEvent).transport.payloadSigned);
  // As a connector's fetch says it, which knows nothing of payloads.
  wire::TransportFacts fetched;
  fetched.allowedHostOverTls = true;
  EXPECT_TRUE(inputsOf("epcis", signedEvent, fetched).transport.payloadSigned);
  EXPECT_FALSE(inputsOf("epcis", signedEvent, wire::TransportFacts{}).transport.payloadSigned)
      << "from anywhere";
}

TEST(Arrival, ADeclaredErrorIsAConflict) {
  const auto inputs = inputsOf(
      "epcis", std::string(kEvent) + R"(,"errorDeclaration":{"declarationTime":"2026-01-02T00:00:00Z"}})");
  EXPECT_EQ(inputs.seen, wire::Seen::kConflict);
  EXPECT_EQ(inputsOf("epcis", std::string(kEvent) + "}").seen, wire::Seen::kNew);
}

TEST(Arrival, CoinsHaveNoSessionAndStocksDo) {
  const auto coin = R"({"trades":{"BTC/USD":{"t":"2026-01-01T10:00:00Z","p":1,"s":1}}})";
  const auto stock = R"({"trades":{"SPY":{"t":"2026-01-01T10:00:00Z","p":1,"s":1}}})";
  EXPECT_FALSE(inputsOf("alpaca", coin).lastSessionClose);
  EXPECT_EQ(timeText(inputsOf("alpaca", stock).lastSessionClose.value()), "2025-12-31T21:00:00Z");
}

TEST(Arrival, WhatTheFetchProvedStandsBeforeThePreset) {
  EXPECT_EQ(inputsOf("epcis", std::string(kEvent) + "}", wire::TransportFacts{}).transport,
            wire::TransportFacts{});
}

TEST(Arrival, IsNotedInTheRecordBesideWhatItsAnswerSays) {
  const auto preset = *rules::shippedPreset("county-title");
  MappedRecord mapped;
  mapped.record.fetch.facts = {{"comps_median_per_m2", wire::Quantity{Decimal::of(2'650), "USD/m2"}}};
  const auto facts = mapped.record.fetch.facts;
  wire::TransportFacts fetched;
  fetched.allowedHostOverTls = fetched.pinnedKey = true;
  fetched.cacheState = wire::CacheState::kRevalidated;
  noteArrival(preset, fetched, wire::Purpose::kHistory, mapped);
  EXPECT_EQ(mapped.record.fetch, (wire::Fetch{wire::Purpose::kHistory, fetched, facts}));
}

TEST(Facts, AFactThatARecordMayNotHoldIsNotKnown) {
  std::string text;
  for (const GoodAnswer& good : kGoodAnswers)
    if (good.name == "CountyTitle") text = good.text;
  const auto valuationIn = [&](const std::string& currency) {
    std::string changed = text;
    const std::string_view dollars = R"("currency":"USD")";
    changed.replace(changed.find(dollars), dollars.size(), "\"currency\":\"" + currency + '"');
    const auto answer = mapText("county-title", changed, contextAt(kGoodAnswersTime));
    for (const MappedRecord& one : answer.value().records)
      if (one.record.kind == wire::RecordKind::kPropertyValuation) return one;
    ADD_FAILURE() << "no valuation";
    return MappedRecord();
  };
  EXPECT_EQ(valuationIn("USD").record.fetch.facts.size(), 1U);
  const MappedRecord odd = valuationIn(std::string(31, 'X'));  // with "/m2" too long for a unit
  expectSound(odd);
  EXPECT_TRUE(odd.record.fetch.facts.empty());
}

}  // namespace
}  // namespace aurigraph::mapping
