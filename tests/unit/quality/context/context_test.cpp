// What a score counts with, and what a record says of itself in vain (R-TRUST-1).

#include "core/quality/context/context.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>

#include "core/quality/score.h"
#include "tests/unit/quality/small_rules.h"

namespace aurigraph::quality {
namespace {

using namespace test;
using wire::FieldValue;
using wire::RecordKind;
using wire::ReferenceOutcome;
using wire::Seen;

/// Says what the test gave it, of whatever record it is asked.
class Told : public Past {
 public:
  std::optional<Said> said;
  std::map<std::string, std::vector<Decimal>, std::less<>> values;
  std::vector<Decimal> days;
  std::optional<Word> word;
  std::string acceptedProject;
  bool overlap = false;
  std::vector<wire::RuleFact> known;
  std::vector<wire::ReferenceLookup> lookups;

  Result<std::optional<Said>> sameMoment(const wire::Record&) override { return said; }
  Result<std::vector<Decimal>> history(const wire::Record&, std::string_view field) override {
    const auto at = values.find(field);
    return at == values.end() ? std::vector<Decimal>() : at->second;
  }
  Result<std::vector<Decimal>> lastOfDays(const wire::Record&, std::string_view) override { return days; }
  Result<std::optional<Word>> anothersWord(const wire::Record&, std::string_view) override { return word; }
  Result<bool> isAccepted(RecordKind kind, const std::string& assetKey) override {
    return kind == RecordKind::kCarbonProject && assetKey == acceptedProject;
  }
  Result<bool> serialsOverlap(const wire::Record&, const wire::SerialRange&) override { return overlap; }
  Result<std::vector<wire::RuleFact>> facts(const wire::Record&) override { return known; }
  Result<std::vector<wire::ReferenceLookup>> references(const wire::Record&) override { return lookups; }
};

/// One that is asked for a value and cannot say.
class Broken : public Told {
 public:
  Result<std::vector<Decimal>> history(const wire::Record&, std::string_view) override {
    return fail("past.broken", "It cannot be read.");
  }
};

FieldSpec watchedField(std::string name) {
  const Interval anything{Decimal::of(0), Decimal::of(1'000'000)};
  FieldSpec out{.name = std::move(name), .type = ValueType::kQuantity};
  out.ranges = {{{}, {}, anything, anything, anything}};
  return out;
}

/// Of prices as smallRules(), and of some other kinds; all are asked within 300 s.
RuleSet contextRules() {
  RuleSet rules = smallRules();
  const auto add = [&](RecordKind kind, std::vector<FieldSpec> fields) {
    KindProfile profile = rules.kinds.front();
    profile.kind = kind;
    profile.fields = std::move(fields);
    profile.references.clear();
    rules.kinds.push_back(std::move(profile));
  };
  add(RecordKind::kPropertyValuation, {watchedField("value")});
  add(RecordKind::kCarbonBlock, {});
  rules.kinds.back().references.emplace_back().name = "project";
  add(RecordKind::kSupplySensor, {watchedField("sensors[].value")});
  add(RecordKind::kWeatherObservation, {});
  add(RecordKind::kMarketSnapshot, {});
  rules.kinds.front().minSources = 2;
  std::ranges::sort(rules.kinds, {}, &KindProfile::kind);
  return rules;
}

wire::ScoreInputs contextOf(const wire::Record& record, Past& past) {
  return quality::contextOf(record, wire::asStated(record), contextRules(), past, Nanoseconds(kNow)).value();
}
wire::ScoreInputs contextOf(const RecordBuilder& record, Past& past) {
  return contextOf(record.build(), past);
}

RecordBuilder valuation() {
  return RecordBuilder(RecordKind::kPropertyValuation).number("value", "500", "USD");
}
RecordBuilder block() {
  return RecordBuilder(RecordKind::kCarbonBlock)
      .text("registry", "VERRA")
      .text("project_id", "1")
      .text("series", "S1")
      .number("first", "1")
      .number("last", "100");
}
/// Of a moment before the reading.
RecordBuilder reading() {
  return valuation().observed(ago(60 * kSecond));
}

std::vector<std::string> namesOf(const std::vector<wire::RuleFact>& facts) {
  std::vector<std::string> out;
  for (const auto& fact : facts) out.push_back(fact.name);
  return out;
}
const FieldValue* factIn(const wire::ScoreInputs& inputs, std::string_view name) {
  const auto at = std::ranges::find(inputs.facts, name, &wire::RuleFact::name);
  return at == inputs.facts.end() ? nullptr : &at->value;
}
std::vector<Decimal> prices(int count) {
  std::vector<Decimal> out;
  for (int at = count; at > 0; --at) out.push_back(Decimal::of(at));
  return out;
}

// ---- the way here ----

TEST(Context, IsOfTheBelievedWayAndOfNow) {
  wire::Record record = valuation().build();
  record.fetch.purpose = wire::Purpose::kHistory;
  record.fetch.transport.pinnedKey = true;
  wire::Believed believed;
  believed.tier = wire::SourceTier::kPublicApi;
  believed.transport.allowedHostOverTls = true;
  NoPast nothing;
  const auto inputs =
      quality::contextOf(record, believed, contextRules(), nothing, Nanoseconds(kNow + 7)).value();
  EXPECT_EQ(inputs.purpose, wire::Purpose::kHistory);
  EXPECT_EQ(inputs.tier, wire::SourceTier::kPublicApi);
  EXPECT_EQ(inputs.transport, believed.transport);
  EXPECT_EQ(inputs.scoredAt, Nanoseconds(kNow + 7));
  EXPECT_EQ(inputs.independentSources, 1);
  EXPECT_TRUE(inputs.facts.empty());
  EXPECT_TRUE(inputs.references.empty());
  EXPECT_TRUE(inputs.history.empty());
}

TEST(Context, AsksForTheSourcesThatTheRulesAskFor) {
  NoPast nothing;
  EXPECT_EQ(contextOf(perfect(), nothing).minSources, 2);
  EXPECT_EQ(contextOf(valuation(), nothing).minSources, 1);
}

TEST(Context, NamesTheLastCloseOfWhatTradesInSessions) {
  NoPast nothing;
  const auto closeOf = [&](const char* assetClass) {
    return contextOf(RecordBuilder(RecordKind::kMarketSnapshot).text("asset_class", assetClass), nothing)
        .lastSessionClose;
  };
  EXPECT_EQ(closeOf("stock"), ago(15 * kHour)) << "the evening before, at four in New York";
  EXPECT_EQ(closeOf("crypto"), std::nullopt);
  EXPECT_EQ(contextOf(valuation().text("asset_class", "stock"), nothing).lastSessionClose, std::nullopt);
}

TEST(Context, OfAKindThatNoRuleKnowsHasNothing) {
  Told past;
  past.word = Past::Word{quantity("500", "USD"), Nanoseconds(kNow)};
  past.lookups = {{"outside", ReferenceOutcome::kResolved}};
  const auto inputs = contextOf(RecordBuilder(RecordKind::kWeatherModel).number("temp_c", "5"), past);
  EXPECT_TRUE(inputs.facts.empty());
  EXPECT_TRUE(inputs.references.empty());
  EXPECT_TRUE(inputs.history.empty());
}

TEST(Context, IsCanonical) {
  Told past;
  past.word = Past::Word{quantity("10", "USD/t"), Nanoseconds(kNow)};
  past.days = prices(10);
  past.values["price"] = prices(3);
  past.known = {{"venue_known", true}, {"spv_owner_hash", Digest{}}};
  past.lookups = {{"outside", ReferenceOutcome::kDangling}};
  const auto inputs = contextOf(perfect(), past);
  EXPECT_EQ(inputs.facts.size(), 4U);
  const auto decoded = wire::decodeScoreInputs(wire::encode(inputs));
  ASSERT_TRUE(decoded);
  EXPECT_EQ(*decoded, inputs);
}

TEST(Context, FailsAsItsPastFails) {
  Broken past;
  const wire::Record record = valuation().build();
  const auto inputs =
      quality::contextOf(record, wire::asStated(record), contextRules(), past, Nanoseconds(kNow));
  ASSERT_FALSE(inputs);
  EXPECT_EQ(inputs.error().code, "past.broken");
}

// ---- facts ----

TEST(Context, TakesFromAnAnswerOnlyWhatAnAnswerCanKnow) {
  wire::Record record = valuation().build();
  record.fetch.facts = {{"asset_stopped", true},
                        {"comps_median_per_m2", quantity("5", "USD/m2")},
                        {"median_30d", quantity("500", "USD")},
                        {"quantity_before", quantity("7")},
                        {"second_valuation", quantity("500", "USD")},
                        {"spv_owner_hash", Digest{}},
                        {"venue_known", true}};
  NoPast nothing;
  const auto inputs = contextOf(record, nothing);
  EXPECT_EQ(namesOf(inputs.facts), (std::vector<std::string>{"comps_median_per_m2", "quantity_before"}));
  EXPECT_EQ(inputs.independentSources, 1) << "its own word is no second one";
  EXPECT_FALSE(inputs.assetStopped);
}

TEST(Context, KnowsWhatIsAdoptedAndTheObjectsOwnFactCounts) {
  Digest ofAll;
  ofAll.bytes.fill(1);
  Digest own;
  own.bytes.fill(2);
  Told past;
  past.known = {{"spv_owner_hash", ofAll}, {"venue_known", true}, {"spv_owner_hash", own}};
  wire::Record record = valuation().build();
  record.fetch.facts = {{"spv_owner_hash", Digest{}}};
  const auto inputs = contextOf(record, past);
  ASSERT_EQ(namesOf(inputs.facts), (std::vector<std::string>{"spv_owner_hash", "venue_known"}));
  EXPECT_EQ(*factIn(inputs, "spv_owner_hash"), FieldValue(own));
}

TEST(Context, AStoppedAssetIsWorthNothing) {
  Told past;
  past.known = {{"asset_stopped", true}};
  const auto inputs = contextOf(valuation(), past);
  EXPECT_TRUE(inputs.assetStopped);
  EXPECT_TRUE(inputs.facts.empty()) << "no rule asks for it";
  const ScoreResult result = score(valuation().build(), inputs, contextRules());
  EXPECT_EQ(result.score, Ppm(0));
  ASSERT_FALSE(result.caps.empty());
  EXPECT_EQ(result.caps.front(), (AppliedCap{CapCode::kZ, "source.asset_stopped"}));
  past.known.push_back({"asset_stopped", false});
  EXPECT_FALSE(contextOf(valuation(), past).assetStopped) << "the object's own word comes last";
}

// ---- second words ----

TEST(Context, AnothersWordCountsWhileItIsYoung) {
  Told past;
  const auto independent = [&](Nanoseconds heard) {
    past.word = Past::Word{quantity("510", "USD"), heard};
    const auto inputs = contextOf(valuation(), past);
    EXPECT_EQ(factIn(inputs, "second_valuation") != nullptr, inputs.independentSources == 2);
    return inputs.independentSources;
  };
  EXPECT_EQ(independent(ago(0)), 2);
  EXPECT_EQ(independent(ago(300 * kSecond)), 2);
  EXPECT_EQ(independent(ago(300 * kSecond + 1)), 1);
  EXPECT_EQ(independent(ago(-kHour)), 2) << "heard after this one was";
  EXPECT_EQ(independent(Nanoseconds(std::numeric_limits<std::int64_t>::min())), 1);
  past.word = Past::Word{quantity("510", "USD"), ago(0)};
  EXPECT_EQ(*factIn(contextOf(valuation(), past), "second_valuation"), FieldValue(quantity("510", "USD")));
}

TEST(Context, AnothersWordIsOfTheFieldThatTheKindSpeaksOf) {
  Told past;
  past.word = Past::Word{quantity("5"), ago(0)};
  const auto names = [&](RecordKind kind) { return namesOf(contextOf(RecordBuilder(kind), past).facts); };
  EXPECT_EQ(names(RecordKind::kPropertyValuation), std::vector<std::string>{"second_valuation"});
  EXPECT_EQ(names(RecordKind::kMarketSnapshot), std::vector<std::string>{"second_px"});
  EXPECT_EQ(names(RecordKind::kCarbonPrice), std::vector<std::string>{"second_price"});
  EXPECT_EQ(names(RecordKind::kWeatherObservation), std::vector<std::string>{"second_temp_c"});
  EXPECT_TRUE(names(RecordKind::kCarbonBlock).empty());
}

TEST(Context, TheMedianIsOfTenDaysAtLeast) {
  Told past;
  past.days = prices(9);
  EXPECT_EQ(factIn(contextOf(perfect(), past), "median_30d"), nullptr);
  past.days = prices(11);
  ASSERT_NE(factIn(contextOf(perfect(), past), "median_30d"), nullptr);
  EXPECT_EQ(*factIn(contextOf(perfect(), past), "median_30d"), FieldValue(quantity("6", "USD/t")));
  past.days = prices(10);
  EXPECT_EQ(*factIn(contextOf(perfect(), past), "median_30d"), FieldValue(quantity("6", "USD/t")))
      << "the upper one of two";
  EXPECT_EQ(factIn(contextOf(perfect().remove("price"), past), "median_30d"), nullptr);
  EXPECT_EQ(factIn(contextOf(valuation(), past), "median_30d"), nullptr);
}

TEST(Context, HistoryIsOfTheFieldsWithARange) {
  Told past;
  for (const char* name : {"ask", "price", "venue"}) past.values[name] = prices(3);
  const auto inputs = contextOf(perfect(), past);
  ASSERT_EQ(inputs.history.size(), 1U);
  EXPECT_EQ(inputs.history.front(), (wire::FieldHistory{"price", prices(3)}));
  EXPECT_TRUE(contextOf(perfect().remove("price"), past).history.empty());
  past.values = {{"sensors[3].value", prices(2)}};
  const auto sensors = contextOf(RecordBuilder(RecordKind::kSupplySensor)
                                     .number("sensors[2].value", "1")
                                     .number("sensors[3].value", "1"),
                                 past);
  ASSERT_EQ(sensors.history.size(), 1U);
  EXPECT_EQ(sensors.history.front().field, "sensors[3].value");
}

// ---- references ----

TEST(Context, ABlocksProjectResolvesOnlyWhenItWasAccepted) {
  Told past;
  EXPECT_TRUE(contextOf(block(), past).references.empty()) << "not looked up is not dangling";
  past.acceptedProject = "VERRA:1";
  EXPECT_EQ(contextOf(block(), past).references,
            (std::vector<wire::ReferenceLookup>{{"project", ReferenceOutcome::kResolved}}));
  EXPECT_TRUE(contextOf(block().text("project_id", "2"), past).references.empty());
  EXPECT_TRUE(contextOf(block().text("registry", "GS"), past).references.empty());
  EXPECT_TRUE(contextOf(perfect().text("registry", "VERRA").text("project_id", "1"), past).references.empty())
      << "its rules ask for no project";
}

TEST(Context, OnlyWhatTheRulesLookUpElsewhereIsAReference) {
  Told past;
  past.lookups = {{"outside", ReferenceOutcome::kDangling},
                  {"status", ReferenceOutcome::kResolved},
                  {"whatever", ReferenceOutcome::kResolved}};
  EXPECT_EQ(contextOf(perfect().text("status", "withdrawn"), past).references,
            (std::vector<wire::ReferenceLookup>{{"outside", ReferenceOutcome::kDangling}}));
}

// ---- seen before ----

TEST(Context, TheSameWordTwiceIsNewAndAnotherOneAConflict) {
  Told past;
  const auto seen = [&](const RecordBuilder& record, std::uint64_t revision = 0) {
    wire::Record out = record.build();
    out.revision = revision;
    return contextOf(out, past).seen;
  };
  EXPECT_EQ(seen(reading()), Seen::kNew);
  past.said = Past::Said{reading().build().content(), 0};
  EXPECT_EQ(seen(reading()), Seen::kNew);
  EXPECT_EQ(seen(reading().retrieved(Nanoseconds(kNow + kHour))), Seen::kNew) << "read again, later";
  const RecordBuilder other = reading().number("value", "501", "USD");
  EXPECT_EQ(seen(other), Seen::kConflict);
  EXPECT_EQ(seen(other, 1), Seen::kSupersedes);
  past.said->revision = 1;
  EXPECT_EQ(seen(other, 1), Seen::kConflict);
  EXPECT_EQ(seen(other, 2), Seen::kSupersedes);
}

TEST(Context, EachReadingOfAnAnswerWithoutAMomentIsANewOne) {
  Told past;
  past.said = Past::Said{Digest{}, 9};
  wire::Record record = valuation().build();
  EXPECT_EQ(contextOf(record, past).seen, Seen::kNew) << "observed when it was asked for";
  record.observedAt.reset();
  EXPECT_EQ(contextOf(record, past).seen, Seen::kNew);
  record.observedAt = ago(1);
  EXPECT_EQ(contextOf(record, past).seen, Seen::kConflict);
}

TEST(Context, AnEventThatItsSenderTakesBackIsAConflict) {
  Told past;
  EXPECT_EQ(contextOf(valuation().text("error_declaration", "never happened"), past).seen, Seen::kConflict);
}

TEST(Context, SerialsOfAnotherObjectOverlapWhateverElseWasSaid) {
  Told past;
  past.overlap = true;
  EXPECT_EQ(contextOf(block(), past).seen, Seen::kSerialOverlap);
  const RecordBuilder older = block().observed(ago(60 * kSecond));
  past.said = Past::Said{older.build().content(), 0};
  EXPECT_EQ(contextOf(older, past).seen, Seen::kSerialOverlap);
  EXPECT_EQ(contextOf(block().remove("series"), past).seen, Seen::kNew) << "of which nothing is asked";
  past.overlap = false;
  EXPECT_EQ(contextOf(block(), past).seen, Seen::kNew);
}

// ---- what is kept of a record ----

TEST(Watched, AreTheReadableNumbersThatARuleComparesInOrder) {
  const wire::Record price = perfect().build();
  const auto watched = watchedOf(price, contextRules());
  ASSERT_EQ(watched.size(), 1U);
  EXPECT_EQ(watched.front().name, "price");
  EXPECT_EQ(*watched.front().value, quantity("10", "USD/t"));
  EXPECT_TRUE(watched.front().byDays);
  const wire::Record weather = RecordBuilder(RecordKind::kWeatherObservation)
                                   .number("temp_c", "5", "degC")
                                   .number("wind", "5", "m/s")
                                   .build();
  const auto second = watchedOf(weather, contextRules());
  ASSERT_EQ(second.size(), 1U) << "what another source's word is compared with";
  EXPECT_EQ(second.front().name, "temp_c");
  EXPECT_FALSE(second.front().byDays);
}

TEST(Watched, LeavesOutWhatCannotBeRead) {
  const auto count = [](const RecordBuilder& record) {
    return watchedOf(record.build(), contextRules()).size();
  };
  EXPECT_EQ(count(valuation()), 1U);
  EXPECT_EQ(count(valuation().value("value", quantity("500"), wire::ParseQuality::kFailed)), 0U);
  EXPECT_EQ(count(valuation().text("value", "500")), 0U);
  EXPECT_EQ(count(valuation().number("value", "500", std::string(33, 'u'))), 0U);
  EXPECT_EQ(count(RecordBuilder(RecordKind::kWeatherModel).number("temp_c", "5")), 0U) << "no rules of it";
}

TEST(Watched, AreNoMoreThanThirtyTwo) {
  RecordBuilder record(RecordKind::kSupplySensor);
  for (int at = 10; at < 50; ++at) record.number("sensors[" + std::to_string(at) + "].value", "1");
  const wire::Record built = record.build();
  const auto watched = watchedOf(built, contextRules());
  ASSERT_EQ(watched.size(), 32U);
  EXPECT_EQ(watched.front().name, "sensors[10].value");
  EXPECT_EQ(watched.back().name, "sensors[41].value");
  Told past;
  for (const wire::Field& field : built.fields) past.values[field.name] = prices(1);
  EXPECT_EQ(contextOf(built, past).history.size(), 32U);
}

TEST(DayOf, CountsFromMidnightBackwardsToo) {
  const auto day = [](const RecordBuilder& record) { return dayOf(record.build()); };
  EXPECT_EQ(day(valuation().observed(Nanoseconds(kDay - 1))), 0);
  EXPECT_EQ(day(valuation().observed(Nanoseconds(kDay))), 1);
  EXPECT_EQ(day(valuation().observed(Nanoseconds(-1))), -1);
  EXPECT_EQ(day(valuation().observed(Nanoseconds(-kDay))), -1);
  EXPECT_EQ(day(valuation().observed(Nanoseconds(-kDay - 1))), -2);
  const Nanoseconds reading(3 * kDay);
  EXPECT_EQ(day(valuation().observed(reading).retrieved(reading)), 3) << "of no moment but its reading";
}

TEST(SerialsOf, AreThoseThatABlockSaysClearly) {
  const auto serials = [](const RecordBuilder& record) { return serialsOf(record.build()); };
  EXPECT_EQ(serials(block()), (wire::SerialRange{"VERRA", "S1", 1, 100}));
  EXPECT_EQ(serials(block().number("last", "1")), (wire::SerialRange{"VERRA", "S1", 1, 1}));
  for (const char* name : {"registry", "series", "first", "last"})
    EXPECT_EQ(serials(block().remove(name)), std::nullopt) << name;
  for (const char* last : {"0", "-1", "1.5", "18446744073709551616"})
    EXPECT_EQ(serials(block().number("last", last)), std::nullopt) << last;
  EXPECT_EQ(serials(block().value("last", quantity("100"), wire::ParseQuality::kFailed)), std::nullopt);
  EXPECT_EQ(serials(block().text("series", std::string(wire::kMaxSerialPartBytes + 1, 'S'))), std::nullopt);
  EXPECT_EQ(serials(block().text("series", "S\u202E1")), std::nullopt);
  EXPECT_EQ(serialsOf([] {
              wire::Record price = block().build();
              price.kind = RecordKind::kCarbonPrice;
              return price;
            }()),
            std::nullopt)
      << "of another kind";
}

}  // namespace
}  // namespace aurigraph::quality
