#include "core/quality/score.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include "tests/unit/quality/small_rules.h"

namespace aurigraph::quality {
namespace {

using namespace test;

constexpr std::array<std::uint16_t, 8> kWeights = {150, 100, 150, 150, 150, 150, 50, 100};

ScoreResult scoreOf(const RecordBuilder& record, const wire::ScoreInputs& inputs) {
  return score(record.build(), inputs, smallRules());
}
const CheckResult& part(const ScoreResult& result, Check check) {
  return result.checks[static_cast<std::size_t>(check)];
}
bool hasCap(const ScoreResult& result, CapCode code, std::string_view rule) {
  return std::ranges::find(result.caps, AppliedCap{code, std::string(rule)}) != result.caps.end();
}

// ---- the worked examples of the definition, from their q ----

TEST(WorkedExamples, AToEGiveTheirExactIntegers) {
  const Ppm none(1'000'000);
  const CapLimits caps;
  const auto a = combine({9'750, 10'000, 10'000, 8'750, 8'500, 10'000, 10'000, 9'500}, kWeights, none);
  EXPECT_EQ(a.average, Ppm(950'000));
  EXPECT_EQ(a.score, Ppm(950'000));
  const auto b = combine({9'000, 10'000, 7'500, 7'000, 4'500, 5'000, 10'000, 7'500}, kWeights, caps.r);
  EXPECT_EQ(b.average, Ppm(720'000));
  EXPECT_EQ(b.score, Ppm(720'000));
  const auto c = combine({6'000, 7'500, 5'000, 4'000, 4'000, 0, 5'000, 2'500}, kWeights, caps.x);
  EXPECT_EQ(c.average, Ppm(410'000));
  EXPECT_EQ(c.score, Ppm(410'000));
  const auto d = combine({10'000, 10'000, 10'000, 10'000, 9'800, 9'333, 10'000, 10'000}, kWeights, caps.r);
  EXPECT_EQ(d.average, Ppm(986'995));
  EXPECT_EQ(d.score, Ppm(799'999));
  const auto e = combine({10'000, 10'000, 10'000, 10'000, 8'500, 10'000, 0, 10'000}, kWeights, caps.z);
  EXPECT_EQ(e.average, Ppm(927'500));
  EXPECT_EQ(e.score, Ppm(0));
}

TEST(WorkedExamples, DAsARecord) {
  auto inputs = perfectInputs();
  inputs.tier = wire::SourceTier::kLicensedAggregator;
  const ScoreResult result = scoreOf(perfect().observed(ago(24 * kHour * 12 / 10)), inputs);
  EXPECT_EQ(result.average, Ppm(986'995));
  EXPECT_EQ(result.score, Ppm(799'999));
  EXPECT_EQ(result.band, Band::kReview);
  EXPECT_TRUE(result.capBinds);
}

TEST(WorkedExamples, EAsARecord) {
  auto inputs = inputsWith(true, true, true, false);
  inputs.facts = perfectInputs().facts;
  inputs.references = perfectInputs().references;
  inputs.seen = wire::Seen::kSerialOverlap;
  const ScoreResult result = scoreOf(perfect(), inputs);
  EXPECT_EQ(result.average, Ppm(927'500));
  EXPECT_EQ(result.score, Ppm(0));
  EXPECT_EQ(result.band, Band::kReject);
  EXPECT_FALSE(result.overridable());
}

// ---- bands ----

TEST(Bands, BoundsAreExact) {
  const RuleSet rules = smallRules();
  EXPECT_EQ(bandOf(Ppm(800'000), rules), Band::kAccept);
  EXPECT_EQ(bandOf(Ppm(799'999), rules), Band::kReview);
  EXPECT_EQ(bandOf(Ppm(600'000), rules), Band::kReview);
  EXPECT_EQ(bandOf(Ppm(599'999), rules), Band::kReject);
}

TEST(Score, NothingWrongIsOne) {
  const ScoreResult result = scoreOf(perfect(), perfectInputs());
  EXPECT_EQ(result.score, Ppm(1'000'000));
  EXPECT_EQ(result.band, Band::kAccept);
  EXPECT_TRUE(result.caps.empty());
  for (const CheckResult& check : result.checks) EXPECT_TRUE(check.findings.empty());
}

TEST(Score, LostPointsSumToTheDistanceFromOne) {
  const ScoreResult result =
      scoreOf(perfect().remove("ask").number("price", "40", "USD/t"), inputsWith(true, false, false, false));
  const auto lost = std::accumulate(
      result.checks.begin(), result.checks.end(), 0,
      [](int sum, const CheckResult& check) { return sum + static_cast<int>(check.lostPpm); });
  EXPECT_EQ(lost, 1'000'000 - result.average.value);
}

TEST(Score, AKindTheRuleSetDoesNotKnowIsZero) {
  const ScoreResult result =
      score(RecordBuilder(wire::RecordKind::kWeatherAir).build(), bestInputs(), smallRules());
  EXPECT_EQ(result.score, Ppm(0));
  EXPECT_TRUE(hasCap(result, CapCode::kZ, "kind.unknown"));
}

// ---- the checks ----

TEST(Completeness, CountsFourTwoOne) {
  EXPECT_EQ(part(scoreOf(perfect().remove("ask"), perfectInputs()), Check::kCompleteness).q, 9'166);  // 11/12
  EXPECT_EQ(part(scoreOf(perfect().remove("status"), perfectInputs()), Check::kCompleteness).q,
            8'333);  // 10/12
  EXPECT_EQ(part(scoreOf(perfect().remove("venue"), perfectInputs()), Check::kCompleteness).q,
            6'666);  // 8/12
}

TEST(Completeness, AStandInForNoValueIsMissing) {
  const auto withReason = [](wire::NullReason reason) {
    return part(scoreOf(perfect().value("ask", wire::NoValue{reason}), perfectInputs()), Check::kCompleteness)
        .q;
  };
  EXPECT_EQ(withReason(wire::NullReason::kSentinel), 9'166);
  EXPECT_EQ(withReason(wire::NullReason::kNullBySource), 9'166);
  EXPECT_EQ(withReason(wire::NullReason::kNotApplicable), 10'000);
}

TEST(Completeness, ARequiredFieldIsNeverNotApplicable) {
  const auto result =
      scoreOf(perfect().value("venue", wire::NoValue{wire::NullReason::kNotApplicable}), perfectInputs());
  EXPECT_TRUE(hasCap(result, CapCode::kX, "completeness.missing"));
}

TEST(Completeness, ConditionsDecideWhatCounts) {
  RuleSet rules = smallRules();
  rules.kinds[0].fields[0].when = Condition{"venue", {"exchange"}};  // "ask"
  const auto q = [&](const RecordBuilder& record) {
    return part(score(record.build(), perfectInputs(), rules), Check::kCompleteness).q;
  };
  EXPECT_EQ(q(perfect().remove("ask")), 10'000);
  EXPECT_EQ(q(perfect().remove("ask").text("venue", "exchange")), 9'166);
}

TEST(Completeness, AListCountsPerElementAndAnEmptyOneAsOneMissing) {
  RuleSet rules = smallRules();
  rules.kinds[0].fields = {
      FieldSpec{.name = "items[].id", .fieldClass = FieldClass::kRequired, .type = ValueType::kText}};
  const auto result = [&](const RecordBuilder& record) {
    return score(record.build(), perfectInputs(), rules);
  };
  EXPECT_EQ(part(result(perfect()), Check::kCompleteness).q, 0);
  EXPECT_EQ(part(result(perfect().text("items[0].id", "a")), Check::kCompleteness).q, 10'000);
  EXPECT_EQ(part(result(perfect().text("items[0].id", "a").text("items[2].id", "c")), Check::kCompleteness).q,
            6'666);
  EXPECT_EQ(
      part(result(perfect().text("items[0].id", "a").text("items[10].id", "c")), Check::kCompleteness).q,
      1'818);
}

TEST(Format, HalfForAGuessNothingForTheUnreadable) {
  const auto q = [](const RecordBuilder& record) {
    return part(scoreOf(record, perfectInputs()), Check::kFormat).q;
  };
  EXPECT_EQ(q(perfect().value("status", std::string("fine"), wire::ParseQuality::kNormalized)),
            9'166);  // 22/24
  EXPECT_EQ(q(perfect().value("status", std::string("fine"), wire::ParseQuality::kFailed)), 8'333);
  EXPECT_EQ(q(perfect().flag("status", true)), 8'333);            // another type
  EXPECT_EQ(q(perfect().number("price", "10", "EUR/t")), 6'666);  // another unit
}

TEST(Range, LevelChangeAndGradeTakeTheWorst) {
  const auto q = [](const RecordBuilder& record, const wire::ScoreInputs& inputs) {
    return part(scoreOf(record, inputs), Check::kRange).q;
  };
  EXPECT_EQ(q(perfect(), perfectInputs()), 10'000);
  EXPECT_EQ(q(perfect().number("price", "40", "USD/t"), perfectInputs()), 7'500);
  EXPECT_EQ(q(perfect().number("price", "61", "USD/t"), perfectInputs()), 0);
  EXPECT_EQ(q(perfect().text("price.qc", "V"), perfectInputs()), 10'000);
  EXPECT_EQ(q(perfect().text("price.qc", "Q"), perfectInputs()), 3'000);
  auto inputs = perfectInputs();
  inputs.history = {{"price", std::vector<Decimal>(12, Decimal::of(2))}};
  EXPECT_EQ(q(perfect(), inputs), 2'500);
  inputs.history[0].values.resize(9);
  EXPECT_EQ(q(perfect(), inputs), 10'000);
}

TEST(Range, RelativeRangesNeedTheirReference) {
  RuleSet rules = smallRules();
  auto& ranges = rules.kinds[0].fields[2].ranges;
  ranges[0].relativeTo = "bid";
  ranges[0].normal = {Decimal{}, Decimal::of(2, 1)};
  ranges[0].plausible = {Decimal{}, Decimal::of(4, 1)};
  ranges[0].physical = {Decimal{}, Decimal::of(9)};
  const auto q = [&](const RecordBuilder& record) {
    return part(score(record.build(), perfectInputs(), rules), Check::kRange).q;
  };
  EXPECT_EQ(q(perfect().number("bid", "10", "USD/t").number("price", "13", "USD/t")), 7'500);
  EXPECT_EQ(q(perfect().number("bid", "10", "USD/t").number("price", "7", "USD/t")), 7'500);
  EXPECT_EQ(q(perfect().number("bid", "0", "USD/t")), 10'000);  // nothing to compare with
  EXPECT_EQ(q(perfect().remove("bid")), 10'000);
}

TEST(Consistency, WhatCannotBeJudgedIsHalf) {
  auto inputs = perfectInputs();
  inputs.facts.clear();
  const ScoreResult result = scoreOf(perfect(), inputs);
  EXPECT_EQ(part(result, Check::kConsistency).q, 8'125);  // 6.5/8
  ASSERT_EQ(part(result, Check::kConsistency).findings.size(), 1U);
  EXPECT_EQ(part(result, Check::kConsistency).findings[0].verdict, Verdict::kNotEvaluable);
  EXPECT_EQ(result.band, Band::kAccept);
}

TEST(Source, PointsOfTransportAndTier) {
  const auto q = [](bool host, bool pin, bool session, bool signature, wire::SourceTier tier) {
    auto inputs = inputsWith(host, pin, session, signature);
    inputs.tier = tier;
    return part(scoreOf(perfect(), inputs), Check::kSource).q;
  };
  EXPECT_EQ(q(true, true, true, false, wire::SourceTier::kPublicApi), 8'000);           // alpaca
  EXPECT_EQ(q(true, true, true, false, wire::SourceTier::kLicensedAggregator), 8'300);  // attom
  EXPECT_EQ(q(true, true, true, true, wire::SourceTier::kLicensedAggregator), 9'800);   // signed epcis
  EXPECT_EQ(q(true, true, true, false, wire::SourceTier::kRegistryOfRecord), 8'500);    // county-title
  EXPECT_EQ(q(true, true, false, false, wire::SourceTier::kRegistryOfRecord), 6'500);   // verra
  EXPECT_EQ(q(true, true, false, false, wire::SourceTier::kPublicApi), 6'000);          // open-meteo
  EXPECT_EQ(q(true, false, false, false, wire::SourceTier::kPublicApi), 4'500);         // carbon-price
  EXPECT_EQ(q(false, false, false, false, wire::SourceTier::kScraped), 0);
}

TEST(Source, TheTierIsTheOneThatIsBelievedWhateverTheRecordSays) {
  wire::Record record = perfect().build();
  record.tier = wire::SourceTier::kRegistryOfRecord;
  auto inputs = perfectInputs();
  inputs.tier = wire::SourceTier::kPublicApi;
  EXPECT_EQ(part(score(record, inputs, smallRules()), Check::kSource).q, 9'500);
  record.tier = wire::SourceTier::kScraped;
  const ScoreResult result = score(record, perfectInputs(), smallRules());
  EXPECT_EQ(part(result, Check::kSource).q, 10'000);
  EXPECT_FALSE(hasCap(result, CapCode::kR, "source.scraped"));
}

TEST(Freshness, TheWorseOfTwoClocksCounts) {
  const auto q = [](std::int64_t retrieved, std::int64_t observed) {
    return part(scoreOf(perfect().retrieved(ago(retrieved)).observed(ago(observed)), perfectInputs()),
                Check::kFreshness)
        .q;
  };
  EXPECT_EQ(q(300 * kSecond, 24 * kHour), 10'000);
  EXPECT_EQ(q(750 * kSecond, 24 * kHour), 5'000);
  EXPECT_EQ(q(750 * kSecond, 84 * kHour), 1'666);
  EXPECT_EQ(q(0, 60 * kHour), 5'000);
}

TEST(Freshness, HistoryJudgesTheRetrievalClockOnly) {
  auto inputs = perfectInputs();
  const auto old = perfect().observed(ago(4'000 * kDay));
  EXPECT_EQ(part(scoreOf(old, inputs), Check::kFreshness).q, 0);
  inputs.purpose = wire::Purpose::kHistory;
  EXPECT_EQ(part(scoreOf(old, inputs), Check::kFreshness).q, 10'000);
  EXPECT_EQ(part(scoreOf(RecordBuilder(old).retrieved(ago(750 * kSecond)), inputs), Check::kFreshness).q,
            5'000);
}

TEST(Uniqueness, NewAgainStuckConflicting) {
  auto inputs = perfectInputs();
  const auto q = [&](wire::Seen seen) {
    inputs.seen = seen;
    return part(scoreOf(perfect(), inputs), Check::kUniqueness).q;
  };
  EXPECT_EQ(q(wire::Seen::kNew), 10'000);
  EXPECT_EQ(q(wire::Seen::kSupersedes), 10'000);
  EXPECT_EQ(q(wire::Seen::kStuck), 5'000);
  EXPECT_EQ(q(wire::Seen::kConflict), 0);
}

TEST(Uniqueness, EnoughEqualReadingsAreAStuckSensor) {
  auto inputs = perfectInputs();
  inputs.history = {{"price", {Decimal::of(1), Decimal::of(10), Decimal::of(10)}}};
  EXPECT_EQ(part(scoreOf(perfect(), inputs), Check::kUniqueness).q, 5'000);
  EXPECT_EQ(part(scoreOf(perfect().number("price", "10.1", "USD/t"), inputs), Check::kUniqueness).q, 10'000);
}

TEST(References, UnreachableIsHalfDanglingIsNothing) {
  auto inputs = perfectInputs();
  const auto q = [&](const RecordBuilder& record) {
    return part(scoreOf(record, inputs), Check::kReferences).q;
  };
  EXPECT_EQ(q(perfect().text("status", "FINE")), 10'000);      // capitals don't count
  EXPECT_EQ(q(perfect().text("status", "who knows")), 6'875);  // 5.5/8
  EXPECT_EQ(q(perfect().text("status", "withdrawn")), 3'750);
  inputs.references.clear();
  EXPECT_EQ(q(perfect()), 8'125);  // 6.5/8
  inputs.references = {{"outside", wire::ReferenceOutcome::kDangling}};
  EXPECT_EQ(q(perfect()), 6'250);
}

// ---- the caps ----

struct CapCase {
  const char* rule;
  CapCode code;
  std::function<void(RecordBuilder&, wire::ScoreInputs&)> spoil;
};

std::vector<CapCase> capCases() {
  using wire::ScoreInputs;
  const auto inputsOnly = [](std::function<void(ScoreInputs&)> change) {
    return [change](RecordBuilder&, ScoreInputs& inputs) { change(inputs); };
  };
  const auto recordOnly = [](std::function<void(RecordBuilder&)> change) {
    return [change](RecordBuilder& record, ScoreInputs&) { change(record); };
  };
  return {
      {"completeness.asset_key", CapCode::kZ, recordOnly([](auto& r) { r.key(""); })},
      {"uniqueness.serial_overlap", CapCode::kZ,
       inputsOnly([](auto& i) { i.seen = wire::Seen::kSerialOverlap; })},
      {"source.asset_stopped", CapCode::kZ, inputsOnly([](auto& i) { i.assetStopped = true; })},
      {"source.raw_digest", CapCode::kZ, inputsOnly([](auto& i) { i.transport.rawDigestMatches = false; })},
      {"source.host_failed", CapCode::kV, inputsOnly([](auto& i) { i.transport.hostFailed = true; })},
      {"source.signature_invalid", CapCode::kV,
       inputsOnly([](auto& i) { i.transport.signatureInvalid = true; })},
      {"source.device_revoked", CapCode::kV, inputsOnly([](auto& i) { i.transport.deviceRevoked = true; })},
      {"completeness.missing", CapCode::kX, recordOnly([](auto& r) { r.remove("venue"); })},
      {"format.failed", CapCode::kX, recordOnly([](auto& r) { r.flag("venue", true); })},
      {"range.physical", CapCode::kX, recordOnly([](auto& r) { r.number("price", "1000.01", "USD/t"); })},
      {"range.grade", CapCode::kX, recordOnly([](auto& r) { r.text("price.qc", "X"); })},
      {"CP-2", CapCode::kX, recordOnly([](auto& r) { r.number("bid", "12", "USD/t"); })},
      {"freshness.observation", CapCode::kX, recordOnly([](auto& r) { r.observed(ago(96 * kHour)); })},
      {"freshness.retrieval", CapCode::kX, recordOnly([](auto& r) { r.retrieved(ago(1'200 * kSecond)); })},
      {"freshness.observed_ahead", CapCode::kX,
       recordOnly([](auto& r) { r.observed(ago(-5 * kSecond - 1)); })},
      {"freshness.retrieved_ahead", CapCode::kX,
       recordOnly([](auto& r) { r.retrieved(ago(-5 * kSecond - 1)); })},
      {"uniqueness.conflict", CapCode::kX, inputsOnly([](auto& i) { i.seen = wire::Seen::kConflict; })},
      {"reference.status", CapCode::kX, recordOnly([](auto& r) { r.text("status", "withdrawn"); })},
      {"freshness.observation", CapCode::kR, recordOnly([](auto& r) { r.observed(ago(24 * kHour + 1)); })},
      {"freshness.retrieval", CapCode::kR, recordOnly([](auto& r) { r.retrieved(ago(300 * kSecond + 1)); })},
      {"range.floor", CapCode::kR, recordOnly([](auto& r) { r.number("price", "61", "USD/t"); })},
      {"source.stale_if_error", CapCode::kR,
       inputsOnly([](auto& i) { i.transport.cacheState = wire::CacheState::kStaleIfError; })},
      {"source.too_few", CapCode::kR, inputsOnly([](auto& i) { i.minSources = 2; })},
      {"range.errored", CapCode::kR, inputsOnly([](auto& i) { i.erroredChecks = {"range"}; })},
      {"completeness.errored", CapCode::kR, inputsOnly([](auto& i) { i.erroredChecks = {"completeness"}; })},
  };
}

TEST(Caps, EachAppliesAndHoldsTheScore) {
  const RuleSet rules = smallRules();
  for (const CapCase& one : capCases()) {
    RecordBuilder record = perfect();
    auto inputs = perfectInputs();
    one.spoil(record, inputs);
    const ScoreResult result = scoreOf(record, inputs);
    EXPECT_TRUE(hasCap(result, one.code, one.rule)) << one.rule;
    EXPECT_EQ(result.score, std::min(result.average, limitOf(result.caps.at(0).code, rules))) << one.rule;
    EXPECT_LE(result.score, limitOf(one.code, rules)) << one.rule;
    EXPECT_EQ(result.overridable(), one.code < CapCode::kV) << one.rule;
    EXPECT_NE(result.band, Band::kAccept) << one.rule;
  }
}

TEST(Caps, AScrapedPageAlwaysNeedsAReviewer) {
  auto inputs = perfectInputs();
  inputs.tier = wire::SourceTier::kScraped;
  const ScoreResult result = scoreOf(perfect(), inputs);
  EXPECT_TRUE(hasCap(result, CapCode::kR, "source.scraped"));
  EXPECT_EQ(result.score, Ppm(799'999));
}

TEST(Caps, TheStrictestComesFirst) {
  auto inputs = perfectInputs();
  inputs.assetStopped = true;
  inputs.minSources = 2;
  const ScoreResult result = scoreOf(perfect().remove("venue"), inputs);
  ASSERT_EQ(result.caps.size(), 3U);
  EXPECT_EQ(result.caps[0].code, CapCode::kZ);
  EXPECT_EQ(result.caps[1].code, CapCode::kX);
  EXPECT_EQ(result.caps[2].code, CapCode::kR);
}

// ---- promises for all inputs ----

RC_GTEST_PROP(Score, StaleRecordIsNeverAutoAccepted, (std::uint32_t retrieved, std::uint32_t observed)) {
  const std::int64_t retrievedAge = static_cast<std::int64_t>(retrieved) * 1'000'000;  // up to 50 days
  const std::int64_t observedAge = static_cast<std::int64_t>(observed) * 1'000'000;
  const auto result =
      scoreOf(perfect().retrieved(ago(retrievedAge)).observed(ago(observedAge)), perfectInputs());
  const bool stale = retrievedAge > 300 * kSecond || observedAge > 24 * kHour;
  RC_ASSERT((result.band == Band::kAccept) == !stale);
}

RC_GTEST_PROP(Score, IsMonotoneInEveryCheck, ()) {
  const auto any = rc::gen::inRange<std::uint16_t>(0, 10'001);
  std::array<std::uint16_t, kCheckCount> q{};
  for (auto& each : q) each = *any;
  const auto at = *rc::gen::inRange<std::size_t>(0, kCheckCount);
  auto better = q;
  better[at] = *rc::gen::inRange<std::uint16_t>(q[at], 10'001);
  for (const Ppm cap : {Ppm(0), Ppm(300'000), Ppm(599'999), Ppm(799'999), Ppm(1'000'000)}) {
    RC_ASSERT(combine(better, kWeights, cap).score >= combine(q, kWeights, cap).score);
    RC_ASSERT(combine(q, kWeights, cap).score <= cap);
  }
}

RC_GTEST_PROP(Score, IsIndependentOfTheOrderOfFields, ()) {
  wire::Record record = perfect().remove("ask").number("price", "40", "USD/t").build();
  const wire::Record sorted = record;
  for (std::size_t at = record.fields.size(); at > 1; --at)
    std::swap(record.fields[at - 1], record.fields[*rc::gen::inRange<std::size_t>(0, at)]);
  RC_ASSERT(wire::canonicalize(record).has_value());
  RC_ASSERT(score(record, perfectInputs(), smallRules()) == score(sorted, perfectInputs(), smallRules()));
}

RC_GTEST_PROP(Score, ReadsTheSameFromTheBytes, ()) {
  auto inputs = perfectInputs();
  inputs.transport.pinnedKey = *rc::gen::arbitrary<bool>();
  inputs.independentSources = *rc::gen::inRange<std::uint8_t>(0, 4);
  const auto price = *rc::gen::inRange<std::int64_t>(-2'000, 2'000);
  const wire::Record record =
      perfect().value("price", wire::Quantity{Decimal::of(price, 1), "USD/t"}).build();
  const auto decoded = wire::decodeRecord(wire::encode(record));
  const auto decodedInputs = wire::decodeScoreInputs(wire::encode(inputs));
  const auto decodedRules = decodeRuleSet(encode(smallRules()));
  RC_ASSERT(decoded && decodedInputs && decodedRules);
  RC_ASSERT(score(*decoded, *decodedInputs, *decodedRules) == score(record, inputs, smallRules()));
}

}  // namespace
}  // namespace aurigraph::quality
