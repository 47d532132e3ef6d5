#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "core/quality/age.h"
#include "core/quality/fields.h"
#include "core/quality/magnus.h"
#include "core/quality/plausibility.h"
#include "tests/unit/quality/record_builder.h"

namespace aurigraph::quality {
namespace {

using namespace test;

TEST(Humidity, IntegersStayWithinAMillionthOfTheFormula) {
  const auto vapour = [](long double t) { return expl(17.625L * t / (243.04L + t)); };
  for (std::int64_t t = -90'000; t <= 60'000; t += 1'237)
    for (std::int64_t d = -95'000; d <= 40'000; d += 1'759) {
      const auto got = humidityMicroPercent(t, d);
      ASSERT_TRUE(got.has_value());
      const long double want = 1e8L * vapour(d / 1000.0L) / vapour(t / 1000.0L);
      EXPECT_LE(fabsl(static_cast<long double>(*got) - want), 2 + want / 1'000'000) << t << " " << d;
    }
  EXPECT_EQ(humidityMicroPercent(20'000, 20'000), 100'000'000);
  EXPECT_FALSE(humidityMicroPercent(100'001, 0).has_value());
}

RangeSpec spec() {
  const auto interval = [](int low, int high) { return Interval{Decimal::of(low), Decimal::of(high)}; };
  return RangeSpec{{}, "", interval(0, 20), interval(-20, 60), interval(-100, 100)};
}

TEST(Level, FallsFromOneToAHalfBetweenTheEdges) {
  EXPECT_EQ(levelOf(Decimal::of(0), spec()), kWholeDegree);
  EXPECT_EQ(levelOf(Decimal::of(20), spec()), kWholeDegree);
  EXPECT_EQ(levelOf(Decimal::of(40), spec()), 750'000'000U);
  EXPECT_EQ(levelOf(Decimal::of(-10), spec()), 750'000'000U);
  EXPECT_EQ(levelOf(Decimal::of(60), spec()), 500'000'000U);
  EXPECT_EQ(levelOf(Decimal::of(60'001, 3), spec()), 0U);
  EXPECT_EQ(levelOf(Decimal::of(-21), spec()), 0U);
}

TEST(Change, IsSkippedBelowTenPoints) {
  EXPECT_EQ(changeOf(Decimal::of(1'000), std::vector<Decimal>(9, Decimal::of(1))), kWholeDegree);
  EXPECT_EQ(changeOf(Decimal::of(1'000), std::vector<Decimal>(10, Decimal::of(1))), kWholeDegree / 4);
  EXPECT_EQ(changeOf(Decimal::of(1), std::vector<Decimal>(10, Decimal::of(1))), kWholeDegree);
}

TEST(Change, FollowsTheRobustZ) {
  // 1 … 11: median 6, MAD 3. z = 0.6745·|x − 6| / 3.
  std::vector<Decimal> history;
  for (int value = 1; value <= 11; ++value) history.push_back(Decimal::of(value));
  EXPECT_EQ(changeOf(Decimal::of(21), history), kWholeDegree);      // z = 3.37
  EXPECT_LT(changeOf(Decimal::of(22), history), kWholeDegree);      // z = 3.60
  EXPECT_GT(changeOf(Decimal::of(32), history), kWholeDegree / 2);  // z = 5.85
  EXPECT_EQ(changeOf(Decimal::of(33), history), kWholeDegree / 4);  // z = 6.07
}

TEST(Freshness, FollowsTheTwoBounds) {
  const auto q = [](std::int64_t age) { return freshnessDegree({Nanoseconds(age), Nanoseconds(1'000)}); };
  EXPECT_EQ(q(0), 10'000U);
  EXPECT_EQ(q(1'000), 10'000U);
  EXPECT_EQ(q(1'200), 9'333U);
  EXPECT_EQ(q(2'500), 5'000U);
  EXPECT_EQ(q(3'999), 3U);
  EXPECT_EQ(q(4'000), 0U);
}

TEST(Freshness, BusinessTimeSkipsTheWeekend) {
  const Nanoseconds friday(kNow + 2 * kDay);  // noon
  EXPECT_EQ(businessElapsed(friday, Nanoseconds(friday.value + 3 * kDay)), Nanoseconds(kDay));
  EXPECT_EQ(businessElapsed(friday, Nanoseconds(friday.value + kDay)), Nanoseconds(kDay / 2));
  EXPECT_EQ(businessElapsed(friday, Nanoseconds(friday.value + 7 * kDay)), Nanoseconds(5 * kDay));
  EXPECT_EQ(businessElapsed(Nanoseconds(5), Nanoseconds(4)), Nanoseconds(0));
}

TEST(Freshness, OutOfSessionTheLastCloseIsNow) {
  wire::ScoreInputs inputs;
  inputs.scoredAt = Nanoseconds(kNow);
  const auto age = [&] { return observationAge(ObservationClock::kSession, ago(kDay), inputs); };
  EXPECT_EQ(age(), Nanoseconds(kDay));
  inputs.lastSessionClose = ago(kDay - 2 * kSecond);
  EXPECT_EQ(age(), Nanoseconds(2 * kSecond));
  inputs.lastSessionClose = Nanoseconds(kNow + kDay);  // a close to come makes nothing fresher or staler
  EXPECT_EQ(age(), Nanoseconds(kDay));
}

RC_GTEST_PROP(Freshness, NeverRisesWithAge, (std::int64_t a, std::int64_t b)) {
  const auto positive = [](std::int64_t value) { return value & INT64_MAX; };
  const auto bound = Nanoseconds(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
  const std::int64_t younger = std::min(positive(a), positive(b));
  const std::int64_t older = std::max(positive(a), positive(b));
  RC_ASSERT(freshnessDegree({Nanoseconds(older), bound}) <= freshnessDegree({Nanoseconds(younger), bound}));
}

TEST(Calendar, DatesInWords) {
  EXPECT_EQ(inWords(Nanoseconds(kNow)), "2026-11-18T12:00:00Z");
  EXPECT_EQ(inWords(Nanoseconds(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(inWords(Nanoseconds(-1)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(civilDate(Nanoseconds(951'782'400 * kSecond)).month, 2);  // 2000-02-29
  EXPECT_EQ(civilDate(Nanoseconds(951'782'400 * kSecond)).day, 29);
}

}  // namespace
}  // namespace aurigraph::quality
