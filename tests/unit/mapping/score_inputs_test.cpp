#include "nodes/mapping/score_inputs.h"

#include "tests/unit/mapping/provider_files.h"

namespace aurigraph::mapping {
namespace {

constexpr std::string_view kEvent =
    R"({"@context":[],"type":"ObjectEvent","eventID":"urn:uuid:1","eventTime":"2026-01-01T10:00:00Z","epcList":["x"])";

wire::ScoreInputs inputsOf(std::string_view provider, const std::string& text) {
  const auto answer = mapText(provider, text);
  EXPECT_TRUE(answer && !answer->records.empty());
  ScoringContext context;
  context.now = parseRfc3339("2026-01-01T10:00:10Z")->utc;
  return scoreInputs(*rules::shippedPreset(provider), answer->records.at(0), context);
}

TEST(ScoreInputs, OnlyASignedEventCountsAsSigned) {
  EXPECT_FALSE(inputsOf("epcis", std::string(kEvent) + "}").transport.payloadSigned);
  EXPECT_TRUE(
      inputsOf("epcis", std::string(kEvent) + R"(,"proof":{"proofValue":"z1"}})").transport.payloadSigned);
  EXPECT_FALSE(
      inputsOf("carrier", std::string(kEvent) + R"(,"proof":{"proofValue":"z1"}})").transport.payloadSigned);
}

TEST(ScoreInputs, ADeclaredErrorIsAConflict) {
  const auto inputs = inputsOf(
      "epcis", std::string(kEvent) + R"(,"errorDeclaration":{"declarationTime":"2026-01-02T00:00:00Z"}})");
  EXPECT_EQ(inputs.seen, wire::Seen::kConflict);
  EXPECT_EQ(inputsOf("epcis", std::string(kEvent) + "}").seen, wire::Seen::kNew);
}

TEST(ScoreInputs, CoinsHaveNoSessionAndStocksDo) {
  const auto coin = R"({"trades":{"BTC/USD":{"t":"2026-01-01T10:00:00Z","p":1,"s":1}}})";
  const auto stock = R"({"trades":{"SPY":{"t":"2026-01-01T10:00:00Z","p":1,"s":1}}})";
  EXPECT_FALSE(inputsOf("alpaca", coin).lastSessionClose);
  EXPECT_EQ(toText(inputsOf("alpaca", stock).lastSessionClose.value()), "2025-12-31T21:00:00Z");
}

TEST(ScoreInputs, WhatTheFetchProvedStandsBeforeThePreset) {
  const auto answer = mapText("epcis", std::string(kEvent) + "}");
  ScoringContext context;
  context.transport = wire::TransportFacts{};
  const auto inputs = scoreInputs(*rules::shippedPreset("epcis"), answer->records.at(0), context);
  EXPECT_EQ(inputs.transport, wire::TransportFacts{});
}

}  // namespace
}  // namespace aurigraph::mapping
