// Every rule passes, fails and abstains. One row each; a rule without a row fails EveryRuleHasThreeRows.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/crypto/sha256.h"
#include "core/quality/consistency.h"
#include "tests/unit/quality/record_builder.h"

namespace aurigraph::quality {
namespace {

using namespace test;
using wire::RecordKind;

enum class Want { kPass, kFail, kAbstain };

struct Case {
  std::string rule;
  Want want = Want::kPass;
  wire::Record record;
  wire::ScoreInputs inputs;
  std::string what;
};

const std::map<std::string, std::vector<std::string>, std::less<>> kParameters = {
    {"F-C5", {"0.005"}}, {"P-C3", {"0.15"}}, {"P-C4", {"0.25"}},          {"P-C5", {"1"}},
    {"P-C6", {"0.01"}},  {"CP-1", {"0.20"}}, {"CP-4", {"0.50"}},          {"S-C5", {"1000"}},
    {"S-C6", {"1"}},     {"W-C1", {"0.5"}},  {"W-C2", {"3", "5", "0.2"}}, {"W-C4", {"5"}},
};

RuleUse use(const std::string& rule) {
  RuleUse out{rule, 5, {}};
  if (const auto at = kParameters.find(rule); at != kParameters.end())
    for (const auto& text : at->second) out.parameters.push_back(*Decimal::parse(text));
  return out;
}

RecordBuilder market() {
  return RecordBuilder(RecordKind::kMarketSnapshot);
}
RecordBuilder property() {
  return RecordBuilder(RecordKind::kPropertyValuation);
}
RecordBuilder carbon() {
  return RecordBuilder(RecordKind::kCarbonBlock);
}
RecordBuilder price() {
  return RecordBuilder(RecordKind::kCarbonPrice);
}
RecordBuilder supply() {
  return RecordBuilder(RecordKind::kSupplySensor);
}
RecordBuilder weather() {
  return RecordBuilder(RecordKind::kWeatherObservation);
}

wire::ScoreInputs with(std::string fact, wire::FieldValue value) {
  wire::ScoreInputs inputs;
  addFact(inputs, std::move(fact), std::move(value));
  return inputs;
}
wire::ScoreInputs with(std::string fact, wire::FieldValue value, std::string second,
                       wire::FieldValue secondValue) {
  wire::ScoreInputs inputs = with(std::move(fact), std::move(value));
  addFact(inputs, std::move(second), std::move(secondValue));
  return inputs;
}

wire::Record bar(std::string_view open, std::string_view high, std::string_view low, std::string_view close) {
  return market()
      .number("o", open, "USD")
      .number("h", high, "USD")
      .number("l", low, "USD")
      .number("c", close, "USD")
      .build();
}

wire::Record sensor(std::string type, std::string uom, std::string_view value, std::string device = "a") {
  return supply()
      .text("sensors[0].type", std::move(type))
      .text("sensors[0].uom", std::move(uom))
      .number("sensors[0].value", value, "degC")
      .text("sensors[0].device_id", std::move(device))
      .build();
}

wire::Record serial(std::string_view first, std::string_view last, std::string_view count) {
  return carbon().number("first", first).number("last", last).number("quantity", count, "t").build();
}

std::vector<Case> marketCases() {
  const auto p = [](std::string_view last) { return market().number("last_px", last, "USD").build(); };
  const auto inBar = [](std::string field, std::string_view value) {
    return market()
        .number("l", "9", "USD")
        .number("h", "11", "USD")
        .number(std::move(field), value, "USD")
        .build();
  };
  const auto quote = [](std::string_view bid, std::string_view ask) {
    return market().number("bid_px", bid, "USD").number("ask_px", ask, "USD").build();
  };
  const auto trades = [](std::string_view volume, std::string_view count) {
    return market().number("volume", volume).number("trade_count", count).build();
  };
  return {
      {"F-C1", Want::kPass, bar("10", "12", "9", "11"), {}, ""},
      {"F-C1", Want::kPass, bar("9", "9", "9", "9"), {}, "all equal"},
      {"F-C1", Want::kFail, bar("13", "12", "9", "11"), {}, "open above high"},
      {"F-C1", Want::kFail, bar("10", "12", "9", "8.99"), {}, "close below low"},
      {"F-C1", Want::kAbstain, market().number("o", "1", "USD").build(), {}, ""},
      {"F-C2", Want::kPass, quote("10", "10"), {}, "locked"},
      {"F-C2", Want::kFail, quote("10.01", "10"), {}, "crossed"},
      {"F-C2", Want::kAbstain, market().number("bid_px", "10", "USD").build(), {}, ""},
      {"F-C2",
       Want::kAbstain,
       market().number("bid_px", "10", "USD").number("ask_px", "9", "EUR").build(),
       {},
       "units"},
      {"F-C3", Want::kPass, inBar("vwap", "9"), {}, ""},
      {"F-C3", Want::kFail, inBar("vwap", "8.9"), {}, ""},
      {"F-C3", Want::kAbstain, p("10"), {}, ""},
      {"F-C4", Want::kPass, inBar("last_px", "11"), {}, ""},
      {"F-C4", Want::kFail, inBar("last_px", "11.1"), {}, ""},
      {"F-C4", Want::kAbstain, p("10"), {}, ""},
      {"F-C5", Want::kPass, p("100.5"), with("second_px", quantity("100", "USD")), "at the tolerance"},
      {"F-C5", Want::kFail, p("102"), with("second_px", quantity("100", "USD")), "at four times"},
      {"F-C5", Want::kAbstain, p("100"), {}, ""},
      {"F-C5", Want::kAbstain, p("100"), with("second_px", quantity("100", "EUR")), "other currency"},
      {"F-C6", Want::kPass, trades("5", "1"), {}, ""},
      {"F-C6", Want::kPass, trades("0", "0"), {}, "no volume"},
      {"F-C6", Want::kFail, trades("5", "0"), {}, ""},
      {"F-C6", Want::kAbstain, market().number("volume", "5").build(), {}, ""},
  };
}

std::vector<Case> propertyCases() {
  const auto value = [](std::string_view v) {
    return property().number("value", v, "USD").number("living_m2", "100", "m2").build();
  };
  const auto range = [](std::string_view low, std::string_view v, std::string_view high) {
    return property().number("low", low, "USD").number("value", v, "USD").number("high", high, "USD").build();
  };
  const auto assessed = [](std::string_view land, std::string_view building, std::string_view total) {
    return property()
        .number("assessed_land", land, "USD")
        .number("assessed_improvement", building, "USD")
        .number("assessed_total", total, "USD")
        .build();
  };
  const auto areas = [](std::string_view a, std::string_view b) {
    return property().number("lot_acres_m2", a, "m2").number("lot_m2", b, "m2").build();
  };
  const Digest us = crypto::sha256(asBytes("US"));
  const Digest them = crypto::sha256(asBytes("THEM"));
  const auto owner = [](const Digest& hash) { return property().value("owner_name_hash", hash).build(); };
  return {
      {"P-C1", Want::kPass, range("1", "1", "1"), {}, ""},
      {"P-C1", Want::kFail, range("2", "1", "3"), {}, ""},
      {"P-C1", Want::kAbstain, value("1"), {}, ""},
      {"P-C2", Want::kPass, owner(us), with("spv_owner_hash", us), ""},
      {"P-C2", Want::kFail, owner(them), with("spv_owner_hash", us), ""},
      {"P-C2", Want::kAbstain, owner(us), {}, ""},
      {"P-C2", Want::kAbstain, owner(us), with("spv_owner_hash", std::string("us")), "fact of another type"},
      {"P-C3", Want::kPass, value("115"), with("second_valuation", quantity("100", "USD")), ""},
      {"P-C3", Want::kFail, value("160"), with("second_valuation", quantity("100", "USD")), ""},
      {"P-C3", Want::kAbstain, value("100"), {}, ""},
      {"P-C4", Want::kPass, value("12500"), with("comps_median_per_m2", quantity("100", "USD/m2")), ""},
      {"P-C4", Want::kFail, value("20000"), with("comps_median_per_m2", quantity("100", "USD/m2")), ""},
      {"P-C4", Want::kAbstain, value("100"), {}, ""},
      {"P-C5", Want::kPass, assessed("10", "20", "31"), {}, "within one"},
      {"P-C5", Want::kFail, assessed("10", "20", "31.01"), {}, ""},
      {"P-C5", Want::kAbstain, value("1"), {}, ""},
      {"P-C6", Want::kPass, areas("101", "100"), {}, ""},
      {"P-C6", Want::kFail, areas("101.1", "100"), {}, ""},
      {"P-C6", Want::kAbstain, value("1"), {}, ""},
  };
}

std::vector<Case> carbonCases() {
  const auto state = [](std::string s) { return carbon().text("state", std::move(s)).build(); };
  const auto dates = [](std::int64_t start, std::int64_t end, std::int64_t issued) {
    return carbon()
        .time("vintage_start", Nanoseconds(start))
        .time("vintage_end", Nanoseconds(end))
        .time("issued_on", Nanoseconds(issued))
        .build();
  };
  const auto parts = [](std::string part, std::string column) {
    return carbon().text("serial_project", std::move(part)).text("project_id", std::move(column)).build();
  };
  const auto year = [](std::string_view y) {
    return carbon()
        .number("serial_vintage_year", y)
        .time("vintage_start", Nanoseconds(kNow))
        .time("vintage_end", Nanoseconds(kNow + 366 * kDay))
        .build();
  };
  const auto total = [](std::string_view quantity, std::string_view all) {
    return carbon().number("quantity", quantity, "t").number("total_vintage_qty", all, "t").build();
  };
  const auto codes = [](std::string country, std::string scope) {
    return carbon().text("country", std::move(country)).text("serial_scope", std::move(scope)).build();
  };
  return {
      {"C-C1", Want::kPass, serial("1", "10", "10"), {}, ""},
      {"C-C1", Want::kFail, serial("1", "10", "9"), {}, ""},
      {"C-C1", Want::kAbstain, carbon().number("first", "1").build(), {}, ""},
      {"C-C2", Want::kPass, parts("1764", "1764"), {}, ""},
      {"C-C2", Want::kFail, parts("1764", "1765"), {}, ""},
      {"C-C2", Want::kPass, year("2027"), {}, "a year inside the period"},
      {"C-C2", Want::kFail, year("2025"), {}, "a year outside the period"},
      {"C-C2", Want::kAbstain, carbon().text("project_id", "1").build(), {}, ""},
      {"C-C3", Want::kPass, state("issued"), {}, ""},
      {"C-C3", Want::kPass, state("immobilised"), {}, ""},
      {"C-C3", Want::kFail, state("retired"), {}, ""},
      {"C-C3", Want::kFail, state("cancelled"), {}, ""},
      {"C-C3", Want::kAbstain, carbon().build(), {}, ""},
      {"C-C4", Want::kPass, dates(1, 2, 3), {}, ""},
      {"C-C4", Want::kFail, dates(1, 4, 3), {}, ""},
      {"C-C4",
       Want::kFail,
       carbon().time("issued_on", Nanoseconds(5)).time("date", Nanoseconds(4)).build(),
       {},
       "retired before issued"},
      {"C-C4", Want::kAbstain, carbon().time("issued_on", Nanoseconds(5)).build(), {}, ""},
      {"C-C5", Want::kPass, total("10", "10"), {}, ""},
      {"C-C5", Want::kFail, total("11", "10"), {}, ""},
      {"C-C5", Want::kAbstain, serial("1", "1", "1"), {}, ""},
      {"C-C6", Want::kPass, codes("BR", "14"), {}, ""},
      {"C-C6", Want::kFail, codes("Brazil", "14"), {}, ""},
      {"C-C6", Want::kFail, codes("BR", "17"), {}, ""},
      {"C-C6", Want::kAbstain, carbon().build(), {}, ""},
  };
}

std::vector<Case> priceCases() {
  const auto p = [](std::string_view v) { return price().number("price", v, "USD/t").build(); };
  const auto per = [](std::string unit, std::string ccy) {
    return price()
        .number("price", "40", "USD/t")
        .text("unit", std::move(unit))
        .text("ccy", std::move(ccy))
        .build();
  };
  const auto quote = [](std::string_view bid, std::string_view ask) {
    return price().number("bid", bid, "USD/t").number("ask", ask, "USD/t").build();
  };
  const auto venue = price().text("venue", "v").build();
  return {
      {"CP-1", Want::kPass, p("24"), with("second_price", quantity("20", "USD/t")), ""},
      {"CP-1", Want::kFail, p("36"), with("second_price", quantity("20", "USD/t")), ""},
      {"CP-1", Want::kAbstain, p("20"), {}, ""},
      {"CP-2", Want::kPass, quote("1", "1"), {}, ""},
      {"CP-2", Want::kFail, quote("2", "1"), {}, ""},
      {"CP-2", Want::kAbstain, p("1"), {}, ""},
      {"CP-3", Want::kPass, per("t", "USD"), {}, ""},
      {"CP-3", Want::kFail, per("lb", "USD"), {}, ""},
      {"CP-3", Want::kFail, per("t", "EUR"), {}, ""},
      {"CP-3", Want::kAbstain, p("1"), {}, ""},
      {"CP-4", Want::kPass, p("30"), with("median_30d", quantity("20", "USD/t")), ""},
      {"CP-4", Want::kFail, p("30.01"), with("median_30d", quantity("20", "USD/t")), "no slope"},
      {"CP-4", Want::kAbstain, p("30"), {}, ""},
      {"CP-5", Want::kPass, venue, with("venue_known", true), ""},
      {"CP-5", Want::kFail, venue, with("venue_known", false), ""},
      {"CP-5", Want::kAbstain, venue, {}, ""},
      {"CP-6", Want::kPass, price().number("price", "1", "USD/t").number("volume", "1", "t").build(), {}, ""},
      {"CP-6", Want::kFail, p("1"), {}, ""},
      {"CP-6", Want::kAbstain, price().build(), {}, ""},
  };
}

std::vector<Case> supplyCases() {
  const auto items = supply().number("items[0].quantity", "60").number("items[1].quantity", "40").build();
  const auto times = [](std::int64_t event, std::int64_t recorded, std::int64_t reading) {
    return supply()
        .time("event_time", Nanoseconds(kNow + event))
        .time("record_time", Nanoseconds(kNow + recorded))
        .time("sensors[0].time", Nanoseconds(kNow + reading))
        .build();
  };
  const auto spread = [](std::string_view low, std::string_view mean, std::string_view high,
                         std::string_view sdev) {
    return supply()
        .number("sensors[0].min", low, "degC")
        .number("sensors[0].mean", mean, "degC")
        .number("sensors[0].max", high, "degC")
        .number("sensors[0].sdev", sdev, "degC")
        .build();
  };
  const auto two = [](std::string_view a, std::string_view b, std::string device) {
    return supply()
        .text("sensors[0].type", "Temperature")
        .number("sensors[0].value", a, "degC")
        .text("sensors[0].device_id", "one")
        .text("sensors[1].type", "Temperature")
        .number("sensors[1].value", b, "degC")
        .text("sensors[1].device_id", std::move(device))
        .build();
  };
  const auto event = supply().time("event_time", Nanoseconds(kNow)).build();
  const auto travelled = [](std::string_view metres) {
    return with("previous_distance_m", quantity(metres, "m"), "previous_event_time", ago(kHour));
  };
  const auto from = supply().text("custody_from", "a").build();
  return {
      {"S-C1", Want::kPass, items, with("quantity_before", quantity("100")), ""},
      {"S-C1", Want::kFail, items, with("quantity_before", quantity("101")), ""},
      {"S-C1", Want::kAbstain, items, {}, ""},
      {"S-C2", Want::kPass, times(-10, 0, 60 * kSecond - 10), {}, ""},
      {"S-C2", Want::kFail, times(1, 0, 0), {}, "recorded before it happened"},
      {"S-C2", Want::kFail, times(0, 5 * kSecond + 1, 0), {}, "recorded after it was fetched"},
      {"S-C2", Want::kFail, times(-kHour, 0, 0), {}, "read long after the event"},
      {"S-C2", Want::kFail, times(0, 0, 0), with("previous_event_time", Nanoseconds(kNow)),
       "read before the last event"},
      {"S-C2", Want::kAbstain, event, {}, ""},
      {"S-C3", Want::kPass, spread("1", "2", "3", "0"), {}, ""},
      {"S-C3", Want::kFail, spread("1", "4", "3", "0"), {}, ""},
      {"S-C3", Want::kFail, spread("1", "2", "3", "-0.1"), {}, ""},
      {"S-C3",
       Want::kFail,
       supply().number("sensors[0].min", "9", "degC").number("sensors[0].max", "4", "degC").build(),
       {},
       "no mean"},
      {"S-C3", Want::kAbstain, sensor("Temperature", "CEL", "5"), {}, ""},
      {"S-C4", Want::kPass, sensor("Temperature", "CEL", "5"), {}, ""},
      {"S-C4", Want::kFail, sensor("RelativeHumidity", "A93", "5"), {}, ""},
      {"S-C4", Want::kAbstain, sensor("Magnetism", "D33", "5"), {}, "a type without a list"},
      {"S-C5", Want::kPass, event, travelled("1000000"), "exactly 1,000 km in an hour"},
      {"S-C5", Want::kFail, event, travelled("1000001"), ""},
      {"S-C5", Want::kAbstain, event, {}, ""},
      {"S-C6", Want::kPass, two("5", "6", "two"), {}, ""},
      {"S-C6", Want::kFail, two("5", "9", "two"), {}, ""},
      {"S-C6", Want::kAbstain, two("5", "9", "one"), {}, "the same logger"},
      {"S-C6", Want::kFail, sensor("Temperature", "CEL", "5"), with("second_logger", quantity("9", "degC")),
       "a fact"},
      {"S-C7", Want::kPass, from, with("last_custodian", std::string("a")), ""},
      {"S-C7", Want::kFail, from, with("last_custodian", std::string("b")), ""},
      {"S-C7", Want::kAbstain, from, {}, ""},
  };
}

std::vector<Case> weatherCases() {
  const auto air = [](std::string_view t, std::string_view dew, std::string_view humidity) {
    return weather()
        .number("temp_c", t, "degC")
        .number("dewpoint_c", dew, "degC")
        .number("rh_pct", humidity, "pct")
        .build();
  };
  const auto wind = [](std::string_view w, std::string_view gust) {
    return weather().number("wind_ms", w, "m/s").number("gust_ms", gust, "m/s").build();
  };
  const auto rain = weather().number("temp_c", "10", "degC").number("precip_mm", "40", "mm").build();
  return {
      {"W-C1", Want::kPass, air("10", "10.5", "100"), {}, ""},
      {"W-C1", Want::kFail, air("10", "10.6", "100"), {}, ""},
      {"W-C1", Want::kAbstain, rain, {}, ""},
      {"W-C2", Want::kPass, rain, with("second_temp_c", quantity("13", "degC")), ""},
      {"W-C2", Want::kFail, rain, with("second_temp_c", quantity("22", "degC")), ""},
      {"W-C2", Want::kPass, rain, with("second_precip_mm", quantity("50", "mm")), "20 % of 50"},
      {"W-C2", Want::kFail, rain, with("second_precip_mm", quantity("4", "mm")), ""},
      {"W-C2", Want::kAbstain, rain, {}, ""},
      {"W-C3", Want::kPass, wind("5", "5"), {}, ""},
      {"W-C3", Want::kFail, wind("5", "4.9"), {}, ""},
      {"W-C3", Want::kAbstain, rain, {}, ""},
      {"W-C4", Want::kPass, air("20", "10", "52.5"), {}, ""},
      {"W-C4", Want::kFail, air("20", "10", "60"), {}, ""},
      {"W-C4", Want::kAbstain, rain, {}, ""},
      {"W-C5", Want::kPass, rain, with("distance_m", quantity("9", "m"), "radius_m", quantity("9", "m")), ""},
      {"W-C5", Want::kFail, rain, with("distance_m", quantity("10", "m"), "radius_m", quantity("9", "m")),
       ""},
      {"W-C5", Want::kAbstain, rain, {}, ""},
      {"W-C6", Want::kPass, weather().flag("units_match", true).build(), {}, ""},
      {"W-C6", Want::kFail, weather().flag("units_match", false).build(), {}, ""},
      {"W-C6", Want::kAbstain, rain, {}, ""},
  };
}

std::vector<Case> allCases() {
  std::vector<Case> out;
  for (auto cases :
       {marketCases(), propertyCases(), carbonCases(), priceCases(), supplyCases(), weatherCases()})
    out.insert(out.end(), cases.begin(), cases.end());
  return out;
}

TEST(Rules, EachHoldsFailsOrAbstains) {
  for (const Case& one : allCases()) {
    const RuleOutcome outcome = evaluate(use(one.rule), one.record, one.inputs);
    const Want got = !outcome.evaluable                      ? Want::kAbstain
                     : outcome.degree == 0                   ? Want::kFail
                     : outcome.degree == RuleOutcome::kWhole ? Want::kPass
                                                             : Want::kFail;
    EXPECT_EQ(static_cast<int>(got), static_cast<int>(one.want))
        << one.rule << " " << one.what << ": " << outcome.observed;
    EXPECT_EQ(outcome.observed.empty(), one.want != Want::kFail) << one.rule;
  }
}

TEST(Rules, EveryRuleHasThreeRows) {
  std::map<std::string, std::set<int>> seen;
  for (const Case& one : allCases()) seen[one.rule].insert(static_cast<int>(one.want));
  std::size_t count = 0;
  for (const auto& [letters, most] :
       {std::pair("F-C", 6), {"P-C", 6}, {"C-C", 6}, {"CP-", 6}, {"S-C", 7}, {"W-C", 6}})
    for (int n = 1; n <= most; ++n, ++count) {
      const std::string rule = letters + std::to_string(n);
      EXPECT_EQ(seen[rule].size(), 3U) << rule;
      EXPECT_TRUE(parameterCount(rule).has_value()) << rule;
      EXPECT_FALSE(describeRule(rule).empty()) << rule;
    }
  EXPECT_EQ(count, 37U);
  EXPECT_EQ(seen.size(), 37U);
}

TEST(Rules, AgreementOfTwoSourcesFallsLinearly) {
  const auto at = [](std::string_view value) {
    return evaluate(use("P-C3"), property().number("value", value, "USD").build(),
                    with("second_valuation", quantity("100", "USD")))
        .degree;
  };
  EXPECT_EQ(at("115"), RuleOutcome::kWhole);
  EXPECT_EQ(at("137.5"), RuleOutcome::kWhole / 2);
  EXPECT_EQ(at("62.5"), RuleOutcome::kWhole / 2);
  EXPECT_EQ(at("160"), 0U);
}

TEST(Rules, AnUnreadableFieldIsNoInput) {
  const auto record = RecordBuilder(RecordKind::kMarketSnapshot)
                          .value("bid_px", quantity("11", "USD"), wire::ParseQuality::kFailed)
                          .number("ask_px", "10", "USD")
                          .build();
  EXPECT_FALSE(evaluate(use("F-C2"), record, {}).evaluable);
}

TEST(Rules, AnUnknownNameOrOtherParametersAbstain) {
  EXPECT_FALSE(parameterCount("F-C7").has_value());
  EXPECT_FALSE(evaluate(use("F-C7"), market().build(), {}).evaluable);
  EXPECT_FALSE(evaluate(RuleUse{"P-C3", 5, {}}, market().build(), {}).evaluable);
}

}  // namespace
}  // namespace aurigraph::quality
