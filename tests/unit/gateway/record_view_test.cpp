// What a reviewer reads beside a record: pure functions.

#include "nodes/gateway/views/record_view.h"

#include <gtest/gtest.h>

#include <numeric>

#include "app/sim/people.h"
#include "nodes/gateway/views/service_levels.h"
#include "resources/resources.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;

wire::Record with(std::vector<wire::Field> fields) {
  wire::Record out;
  out.fields = std::move(fields);
  std::ranges::sort(out.fields, {}, &wire::Field::name);
  return out;
}

wire::Field nothing(std::string name) {
  return {std::move(name), wire::NoValue{wire::NullReason::kNullBySource}, wire::ParseQuality::kExact, ""};
}

TEST(Differences, NameEveryFieldOfEitherRecordOnce) {
  const auto before =
      with({numberField("area", 90, "m2"), numberField("value", 100, "USD"), textField("city", "Bern")});
  const auto after =
      with({numberField("value", 120, "USD"), textField("city", "Bern"), textField("owner", "Ann")});
  using enum FieldChange;
  const std::vector<FieldDifference> expected = {{"area", kRemoved, "90 m2", std::nullopt},
                                                 {"city", kSame, "Bern", "Bern"},
                                                 {"owner", kAdded, std::nullopt, "Ann"},
                                                 {"value", kChanged, "100 USD", "120 USD"}};
  EXPECT_EQ(differencesOf(before, after), expected);
}

TEST(Differences, AUnitAloneIsAChangeAndANullIsNoValue) {
  using enum FieldChange;
  EXPECT_EQ(differencesOf(with({numberField("t", 20, "degC")}), with({numberField("t", 20, "degF")})),
            (std::vector<FieldDifference>{{"t", kChanged, "20 degC", "20 degF"}}));
  EXPECT_EQ(differencesOf(with({numberField("t", 20)}), with({nothing("t")})),
            (std::vector<FieldDifference>{{"t", kRemoved, "20", std::nullopt}}));
  EXPECT_EQ(differencesOf(with({nothing("t")}), with({nothing("t")})),
            (std::vector<FieldDifference>{{"t", kSame, std::nullopt, std::nullopt}}));
  EXPECT_TRUE(differencesOf(with({}), with({})).empty());
}

quality::Finding missing(std::uint64_t missed) {
  return {.missed = missed};
}

TEST(Shares, OfACheckSumToItsLoss) {
  quality::CheckResult check;
  check.lostPpm = 100'000;
  check.findings = {missing(1), missing(1), missing(1)};
  const auto thirds = sharesOf(check);
  EXPECT_EQ(std::accumulate(thirds.begin(), thirds.end(), 0U), check.lostPpm);
  EXPECT_EQ(thirds[0], 33'333U);
  // A finding that only caps costs nothing; where nothing was counted, the first one bears it.
  check.findings = {missing(0), missing(3), missing(1)};
  EXPECT_EQ(sharesOf(check), (std::vector<std::uint32_t>{0, 75'000, 25'000}));
  check.findings = {missing(0), missing(0)};
  EXPECT_EQ(sharesOf(check), (std::vector<std::uint32_t>{100'000, 0}));
  check.findings = {missing(UINT64_MAX), missing(UINT64_MAX)};
  EXPECT_EQ(sharesOf(check), (std::vector<std::uint32_t>{50'000, 50'000}));
  check.findings.clear();
  EXPECT_TRUE(sharesOf(check).empty());
}

TEST(ServiceLevel, OfEveryCategoryIsData) {
  const auto levels = parseServiceLevels(resource("review/service_levels.json"));
  ASSERT_TRUE(levels.has_value()) << levels.error().message;
  const auto minutes = [&](wire::Category category) { return levels->at(category).value / 60'000'000'000; };
  EXPECT_EQ(minutes(wire::Category::kMarket), 15);
  EXPECT_EQ(minutes(wire::Category::kWeather), 60);
  EXPECT_EQ(minutes(wire::Category::kSupply), 60);
  EXPECT_EQ(minutes(wire::Category::kCarbon), 8 * 60);
  EXPECT_EQ(minutes(wire::Category::kProperty), 48 * 60);
}

TEST(ServiceLevel, ThatIsMissingOrNonsenseIsRefused) {
  const std::string good = R"({"seconds":{"market":1,"property":1,"carbon":1,"supply":1,"weather":1}})";
  ASSERT_TRUE(parseServiceLevels(good).has_value());
  const auto spoiled = [&](std::string_view from, std::string_view to) {
    auto text = good;
    text.replace(text.find(from), from.size(), to);
    const auto parsed = parseServiceLevels(text);
    return parsed ? std::string() : std::string(parsed.error().code);
  };
  EXPECT_EQ(spoiled("\"market\":1,", ""), "service_levels.malformed");
  EXPECT_EQ(spoiled("\"market\":1", "\"market\":0"), "service_levels.malformed");
  EXPECT_EQ(spoiled("\"market\":1", "\"market\":\"1\""), "service_levels.malformed");
  EXPECT_EQ(spoiled("\"weather\":1", "\"weather\":1,\"gossip\":1"), "service_levels.malformed");
  EXPECT_EQ(spoiled("\"seconds\"", "\"minutes\""), "service_levels.malformed");
  EXPECT_EQ(spoiled("}}", "}"), "service_levels.malformed");
}

}  // namespace
}  // namespace aurigraph::gateway
