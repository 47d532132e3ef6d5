// What a slim node remembers gives the context that a hand would write (core/quality/context).

#include "nodes/slim/stored_past.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "core/quality/score.h"
#include "nodes/rules/rules_json.h"
#include "tests/unit/quality/record_builder.h"

namespace aurigraph::slim {
namespace {

using quality::test::ago;
using quality::test::kDay;
using quality::test::kHour;
using quality::test::kNow;
using quality::test::quantity;
using quality::test::RecordBuilder;
using wire::RecordKind;
using wire::Seen;

class StoredPastTest : public ::testing::Test {
 protected:
  StoredPastTest() {
    std::string name = (std::filesystem::temp_directory_path() / "aurigraph-past-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    store_ = SlimStore::open(folder_ / "slim.sqlite").value();
  }
  ~StoredPastTest() override {
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  void keep(const wire::Record& record, quality::Band band = quality::Band::kAccept, Seen seen = Seen::kNew) {
    KeptRecord kept;
    kept.record = record;
    kept.content = record.content();
    kept.band = band;
    wire::ScoreInputs inputs;
    inputs.seen = seen;
    inputs.purpose = record.fetch.purpose;
    kept.joins = quality::joinsSeries(inputs, band);
    kept.expiresAt = Nanoseconds(kNow + kDay);
    for (const auto& watched : quality::watchedOf(record, rules_)) kept.watched.emplace_back(watched.name);
    ASSERT_TRUE(store_->keep({&kept, 1}, {}, {}));
  }
  wire::ScoreInputs contextOf(const wire::Record& record) {
    StoredPast past(*store_, facts_);
    return quality::contextOf(record, wire::asStated(record), rules_, past, Nanoseconds(kNow)).value();
  }

  static wire::Record sourced(wire::Record record, std::string source) {
    record.sourceId = std::move(source);
    return record;
  }
  static wire::Record valuation(std::string_view value, Nanoseconds retrieved,
                                std::string source = "county") {
    RecordBuilder builder(RecordKind::kPropertyValuation);
    builder.number("value", value, "USD").observed(Nanoseconds(retrieved.value - kHour)).retrieved(retrieved);
    return sourced(builder.build(), std::move(source));
  }
  static wire::Record price(std::string_view value, Nanoseconds quoted) {
    RecordBuilder builder(RecordKind::kCarbonPrice, wire::SourceTier::kPublicApi);
    builder.number("price", value, "USD/t").observed(quoted).retrieved(Nanoseconds(quoted.value + kHour));
    return builder.build();
  }
  static wire::Record block(std::string_view first, std::string_view last, std::string key) {
    RecordBuilder builder(RecordKind::kCarbonBlock);
    builder.text("registry", "VERRA").text("series", "9087").text("project_id", "1764");
    wire::Record out = builder.number("first", first).number("last", last).build();
    out.assetKey = std::move(key);
    return out;
  }

  quality::RuleSet rules_ = rules::newestRuleSet().value();
  std::vector<wire::Fact> facts_;
  std::filesystem::path folder_;
  std::unique_ptr<SlimStore> store_;
};

TEST_F(StoredPastTest, GivesTheContextThatAHandWouldWrite) {
  facts_ = {{"", wire::FactName::kVenueKnown, "no"},
            {"key", wire::FactName::kVenueKnown, "yes"},
            {"other", wire::FactName::kAssetStopped, "yes"}};
  keep(valuation("505000", ago(kHour / 2), "attom"));
  keep(valuation("490000", ago(30 * kHour)));
  keep(valuation("495000", ago(20 * kHour)));
  const wire::Record now = valuation("500000", Nanoseconds(kNow));

  wire::ScoreInputs byHand;
  byHand.tier = wire::SourceTier::kRegistryOfRecord;
  byHand.scoredAt = Nanoseconds(kNow);
  byHand.independentSources = 2;
  byHand.minSources = rules_.profile(now.kind)->minSources;
  byHand.facts = {{"second_valuation", quantity("505000", "USD")}, {"venue_known", true}};
  byHand.history = {{"value", {*Decimal::parse("490000"), *Decimal::parse("495000")}}};
  EXPECT_EQ(contextOf(now), byHand);
  EXPECT_EQ(quality::score(now, contextOf(now), rules_).score, quality::score(now, byHand, rules_).score);
}

TEST_F(StoredPastTest, OnlyAcceptedValuesOfTheSameSourceMakeItsHistory) {
  keep(valuation("1", ago(9 * kHour)), quality::Band::kReview);
  keep(valuation("2", ago(8 * kHour)), quality::Band::kReject);
  keep(valuation("3", ago(7 * kHour)), quality::Band::kAccept, Seen::kConflict);
  keep(valuation("4", ago(6 * kHour), "attom"));
  EXPECT_TRUE(contextOf(valuation("5", Nanoseconds(kNow))).history.empty());
  for (int i = 0; i < 35; ++i) keep(valuation(std::to_string(1'000 + i), ago((100 - i) * kHour)));
  const auto history = contextOf(valuation("5", Nanoseconds(kNow))).history;
  ASSERT_EQ(history.size(), 1U);
  ASSERT_EQ(history[0].values.size(), 30U);
  EXPECT_EQ(history[0].values.front().toText(), "1005");
  EXPECT_EQ(history[0].values.back().toText(), "1034");
}

TEST_F(StoredPastTest, AMedianIsOfTheLastPriceOfEachDay) {
  for (int day = 1; day <= 9; ++day)
    for (const int hour : {1, 0})
      keep(price(std::to_string(day * 10 + hour), ago(day * kDay + hour * kHour)));
  EXPECT_TRUE(contextOf(price("40", Nanoseconds(kNow))).facts.empty()) << "too few days";
  // Forty of one day: what is of other days stays known, and of this one the last.
  for (int i = 0; i < 40; ++i) keep(price(std::to_string(1'000 + i), ago(10 * kDay + (40 - i))));
  StoredPast past(*store_, facts_);
  const auto days = past.lastOfDays(price("40", Nanoseconds(kNow)), "price").value();
  ASSERT_EQ(days.size(), 10U);
  EXPECT_EQ(days.front().toText(), "1039") << "the oldest day";
  EXPECT_EQ(days.back().toText(), "10");
  const auto facts = contextOf(price("40", Nanoseconds(kNow))).facts;
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0], (wire::RuleFact{"median_30d", quantity("60", "USD/t")}));
}

TEST_F(StoredPastTest, OfOneMomentTheHighestRevisionCountsAndWhatContradictsItDoesNot) {
  const auto said = [](std::string_view value, std::uint64_t revision, std::int64_t later) {
    wire::Record out = valuation(value, ago(kHour));
    out.retrievedAt = Nanoseconds(out.retrievedAt.value + later);
    out.revision = revision;
    return out;
  };
  keep(said("1", 1, 0));
  EXPECT_EQ(contextOf(said("1", 1, 9)).seen, Seen::kNew) << "the same again";
  EXPECT_EQ(contextOf(said("2", 1, 9)).seen, Seen::kConflict);
  EXPECT_EQ(contextOf(said("2", 2, 9)).seen, Seen::kSupersedes);
  keep(said("2", 1, 1), quality::Band::kReject, Seen::kConflict);
  EXPECT_EQ(contextOf(said("1", 1, 9)).seen, Seen::kNew) << "what stood goes on standing";
  keep(said("3", 2, 2), quality::Band::kReview, Seen::kSupersedes);
  EXPECT_EQ(contextOf(said("1", 1, 9)).seen, Seen::kConflict);
  EXPECT_EQ(contextOf(said("3", 2, 9)).seen, Seen::kNew);
}

TEST_F(StoredPastTest, SerialNumbersOverlapOnlyInOneSeriesOfOneRegistry) {
  keep(block("100", "200", "one"));
  EXPECT_EQ(contextOf(block("200", "300", "two")).seen, Seen::kSerialOverlap);
  EXPECT_EQ(contextOf(block("201", "300", "two")).seen, Seen::kNew);
  EXPECT_NE(contextOf(block("100", "200", "one")).seen, Seen::kSerialOverlap) << "itself";
  for (const std::string_view field : {"registry", "series"}) {
    wire::Record other = block("100", "200", "two");
    for (wire::Field& each : other.fields)
      if (each.name == field) each.value = std::string("another");
    EXPECT_EQ(contextOf(other).seen, Seen::kNew) << field;
  }
  const std::string largest = std::to_string(UINT64_MAX);
  EXPECT_EQ(contextOf(block("150", largest, "two")).seen, Seen::kSerialOverlap);
  keep(block(largest, largest, "three"));
  EXPECT_EQ(contextOf(block(largest, largest, "four")).seen, Seen::kNew)
      << "numbers that the store cannot hold";
}

TEST_F(StoredPastTest, AProjectResolvesOnceItsRecordIsAccepted) {
  wire::Record project = RecordBuilder(RecordKind::kCarbonProject).build();
  project.assetKey = "VERRA:1764";
  keep(project, quality::Band::kReview);
  EXPECT_TRUE(contextOf(block("1", "2", "one")).references.empty());
  project.retrievedAt = Nanoseconds(kNow + 1);
  keep(project);
  EXPECT_EQ(contextOf(block("1", "2", "one")).references,
            (std::vector<wire::ReferenceLookup>{{"project", wire::ReferenceOutcome::kResolved}}));
}

}  // namespace
}  // namespace aurigraph::slim
