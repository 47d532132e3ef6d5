// docs/records.md, "Demo records": real kinds under the shipped rule set, exact integers.
#include <gtest/gtest.h>

#include "core/crypto/sha256.h"
#include "core/quality/explanation.h"
#include "nodes/rules/rules_json.h"
#include "tests/unit/quality/record_builder.h"

namespace aurigraph::quality {
namespace {

using namespace test;
using wire::RecordKind;
using wire::SourceTier;

const RuleSet& rules() {
  static const RuleSet kRules = [] {
    auto loaded = rules::shippedRuleSet(1);
    AG_ASSERT(loaded.has_value());
    return *loaded;
  }();
  return kRules;
}

std::array<std::uint16_t, kCheckCount> qualities(const ScoreResult& result) {
  std::array<std::uint16_t, kCheckCount> out{};
  for (std::size_t at = 0; at < kCheckCount; ++at) out[at] = result.checks[at].q;
  return out;
}

std::string findingsOf(const ScoreResult& result) {
  std::string out;
  for (const CheckResult& check : result.checks)
    for (const Finding& finding : check.findings) out += "  " + finding.rule + " " + finding.field + "\n";
  return out;
}

#define EXPECT_SCORE(result, q1, q2, q3, q4, q5, q6, q7, q8, ppm)                              \
  EXPECT_EQ(qualities(result), (std::array<std::uint16_t, 8>{q1, q2, q3, q4, q5, q6, q7, q8})) \
      << findingsOf(result);                                                                   \
  EXPECT_EQ((result).score, Ppm(ppm)) << findingsOf(result)

Digest ownerHash() {
  return crypto::sha256(asBytes("MAPLE STREET SPV LLC"));
}

RecordBuilder parcel(RecordKind kind) {
  RecordBuilder builder(kind);
  builder.text("country", "US").text("fips", "08031").text("apn", "0219204018000").text("ccy", "USD");
  return builder;
}

RecordBuilder title() {
  return parcel(RecordKind::kPropertyTitle)
      .observed(ago(2 * kDay))
      .value("owner_name_hash", ownerHash())
      .text("status", "clear")
      .time("recorded_on", ago(400 * kDay))
      .text("vesting", "fee_simple")
      .text("deed_doc_no", "2025-0117")
      .number("liens_count", "0")
      .number("liens_amount", "0", "USD")
      .time("statement_date", ago(2 * kDay));
}

wire::ScoreInputs titleInputs() {
  auto inputs = inputsWith(true, true, true, false);
  addFact(inputs, "spv_owner_hash", ownerHash());
  return inputs;
}

RecordBuilder valuation() {
  return parcel(RecordKind::kPropertyValuation)
      .observed(ago(10 * kDay))
      .number("value", "500000", "USD")
      .time("as_of", ago(10 * kDay))
      .number("low", "470000", "USD")
      .number("high", "530000", "USD")
      .number("score", "88")
      .number("fsd", "7")
      .text("method", "avm")
      .number("living_m2", "185.8", "m2")
      .text("address", "12 Maple Street")
      .number("comps_count", "3");
}

wire::ScoreInputs valuationInputs() {
  auto inputs = inputsWith(true, true, true, false);
  addFact(inputs, "comps_median_per_m2", quantity("2650", "USD/m2"));
  addFact(inputs, "second_valuation", quantity("510000", "USD"));
  return inputs;
}

RecordBuilder price() {
  const Nanoseconds quoted = ago(60 * kHour - 12 * kSecond);
  return RecordBuilder(RecordKind::kCarbonPrice, SourceTier::kPublicApi)
      .observed(quoted)
      .text("project_class", "forestry")
      .number("price", "40", "USD/t")
      .text("ccy", "USD")
      .text("unit", "t")
      .text("venue", "open-listing")
      .text("basis", "listing")
      .number("bid", "39.5", "USD/t")
      .number("ask", "40.5", "USD/t")
      .number("volume", "10000", "t")
      .number("vintage", "2024")
      .time("time", quoted)
      .text("registry", "VERRA");
}

RecordBuilder pharma() {
  const Nanoseconds event = ago(2 * kHour);
  const Nanoseconds reading = ago(2 * kHour - 600 * kSecond);
  return RecordBuilder(RecordKind::kSupplySensor, SourceTier::kPublicApi)
      .observed(event)
      .text("event_id", "urn:uuid:0c1d")
      .text("event_type", "ObjectEvent")
      .text("action", "OBSERVE")
      .time("event_time", event)
      .text("tz_offset", "+00:00")
      .text("items[0].id", "urn:epc:id:sgtin:4012345.011111.987")
      .text("biz_step", "sensor_reporting")
      .text("sensors[0].type", "Temperature")
      .number("sensors[0].value", "-127.9", "degC")
      .text("sensors[0].uom", "CEL")
      .time("sensors[0].time", reading)
      .number("sensors[0].min", "9", "degC")
      .number("sensors[0].max", "4", "degC")
      .text("sensors[1].type", "RelativeHumidity")
      .number("sensors[1].value", "117", "A93")
      .text("sensors[1].uom", "A93")
      .time("sensors[1].time", reading);
}

RecordBuilder block() {
  return RecordBuilder(RecordKind::kCarbonBlock)
      .text("registry", "VERRA")
      .text("project_id", "1764")
      .text("name", "Forest of the Two Rivers")
      .text("series", "9087")
      .text("serial_raw", "9087-1-10000-VCS-VCU-259-VER-BR-14-1764-01012024-31122024-0")
      .number("first", "1")
      .number("last", "10000")
      .number("quantity", "10000", "t")
      .number("total_vintage_qty", "250000", "t")
      .text("state", "issued")
      .text("methodology", "VM0007")
      .text("category", "Agriculture Forestry and Other Land Use")
      .text("country", "BR")
      .time("vintage_start", Nanoseconds(1'704'067'200 * kSecond))
      .time("vintage_end", Nanoseconds(1'735'603'200 * kSecond))
      .time("issued_on", Nanoseconds(1'750'000'000 * kSecond))
      .text("labels", "CCB")
      .text("serial_project", "1764")
      .text("serial_country", "BR")
      .text("serial_scope", "14")
      .time("serial_vintage_start", Nanoseconds(1'704'067'200 * kSecond))
      .time("serial_vintage_end", Nanoseconds(1'735'603'200 * kSecond));
}

/// With the tier of a source that is believed all that it says.
ScoreResult scoreOf(const RecordBuilder& builder, wire::ScoreInputs inputs) {
  const wire::Record record = builder.build();
  inputs.tier = record.tier;
  return score(record, inputs, rules());
}

TEST(DemoRecords, PropertyTitleIs095) {
  const ScoreResult result = scoreOf(title(), titleInputs());
  EXPECT_SCORE(result, 10'000, 10'000, 10'000, 10'000, 8'500, 10'000, 10'000, 7'250, 950'000);
  EXPECT_EQ(result.band, Band::kAccept);
  EXPECT_TRUE(result.caps.empty());
}

TEST(DemoRecords, PropertyValuationIs095) {
  const ScoreResult result = scoreOf(valuation(), valuationInputs());
  EXPECT_SCORE(result, 10'000, 10'000, 10'000, 10'000, 8'500, 10'000, 10'000, 7'250, 950'000);
  EXPECT_EQ(result.band, Band::kAccept);
}

TEST(DemoRecords, AValuationAloneIsNeverWhole) {
  auto inputs = valuationInputs();
  std::erase_if(inputs.facts, [](const wire::RuleFact& fact) { return fact.name == "second_valuation"; });
  EXPECT_EQ(scoreOf(valuation(), inputs).score, Ppm(921'140));
}

TEST(DemoRecords, CarbonPriceOfAPublicPageIs072) {
  const ScoreResult result = scoreOf(price(), inputsWith(true, false, false, false));
  EXPECT_SCORE(result, 8'250, 10'000, 7'500, 7'750, 4'500, 5'000, 10'000, 7'500, 720'000);
  EXPECT_EQ(result.band, Band::kReview);
  ASSERT_EQ(result.caps.size(), 1U);
  EXPECT_EQ(result.caps[0].code, CapCode::kR);
  EXPECT_FALSE(result.capBinds);
}

TEST(DemoRecords, TheQuotesAgeHasTwentyFiveSecondsOfRoom) {
  auto inputs = inputsWith(true, false, false, false);
  for (const std::int64_t later : {-13 * kSecond, 0 * kSecond, 11 * kSecond}) {
    inputs.scoredAt = Nanoseconds(kNow + later);
    EXPECT_EQ(scoreOf(price().retrieved(inputs.scoredAt), inputs).score, Ppm(720'000)) << later;
  }
}

TEST(DemoRecords, PharmaEventOfABrokenLoggerIs041) {
  const ScoreResult result = scoreOf(pharma(), inputsWith(true, false, false, false));
  EXPECT_SCORE(result, 6'250, 10'000, 0, 2'750, 4'500, 0, 10'000, 5'750, 410'000);
  EXPECT_EQ(result.band, Band::kReject);
  EXPECT_TRUE(result.overridable());
}

TEST(DemoRecords, CreditsOfARegistryAreAccepted) {
  const ScoreResult result = scoreOf(block(), inputsWith(true, true, false, false));
  EXPECT_EQ(result.band, Band::kAccept) << findingsOf(result);
  EXPECT_EQ(result.checks[3].q, 10'000);
}

}  // namespace
}  // namespace aurigraph::quality
