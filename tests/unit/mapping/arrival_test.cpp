#include "nodes/mapping/arrival.h"

#include "nodes/rules/rules_json.h"
#include "tests/unit/mapping/provider_files.h"

namespace aurigraph::mapping {
namespace {

constexpr std::string_view kEvent =
    R"({"@context":[],"type":"ObjectEvent","eventID":"urn:uuid:1","eventTime":"2026-01-01T10:00:00Z","epcList":["x"])";

wire::ScoreInputs inputsOf(std::string_view provider, const std::string& text,
                           std::optional<wire::TransportFacts> fetched = std::nullopt) {
  const auto answer = mapText(provider, text);
  EXPECT_TRUE(answer && !answer->records.empty());
  const auto preset = *rules::shippedPreset(provider);
  quality::NoPast alone;
  return quality::contextOf(arrivalOf(preset, answer->records.at(0), fetched.value_or(preset.transport)),
                            *rules::newestRuleSet(), alone, wire::Purpose::kLive,
                            parseRfc3339("2026-01-01T10:00:10Z")->utc)
      .value()
      .inputs;
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

}  // namespace
}  // namespace aurigraph::mapping
