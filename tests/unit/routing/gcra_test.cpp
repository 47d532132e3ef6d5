#include "core/routing/gcra.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace aurigraph::routing {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

TEST(Gcra, FivePerMinuteMeansFiveThenTwelveSeconds) {
  Gcra limit({.cells = 5, .period = Nanoseconds(60 * kSecond), .burst = 0});
  const Nanoseconds start(1'000 * kSecond);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(limit.admit(start).admitted) << i;
  const auto refused = limit.admit(start);
  EXPECT_FALSE(refused.admitted);
  EXPECT_EQ(refused.retryAfter.value, 12 * kSecond);
  EXPECT_FALSE(limit.admit(Nanoseconds(start.value + 12 * kSecond - 1)).admitted);
  EXPECT_TRUE(limit.admit(Nanoseconds(start.value + 12 * kSecond)).admitted);
  EXPECT_FALSE(limit.admit(Nanoseconds(start.value + 12 * kSecond)).admitted);
}

TEST(Gcra, ARefusalCostsNothing) {
  Gcra limit({.cells = 1, .period = Nanoseconds(kSecond), .burst = 1});
  EXPECT_TRUE(limit.admit(Nanoseconds(kSecond)).admitted);
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(limit.admit(Nanoseconds(kSecond)).admitted);
  EXPECT_TRUE(limit.admit(Nanoseconds(2 * kSecond)).admitted);
}

TEST(Gcra, ABatchAboveTheBurstIsDelayedNotStarved) {
  Gcra limit({.cells = 10, .period = Nanoseconds(kSecond), .burst = 10});
  EXPECT_TRUE(limit.admit(Nanoseconds(kSecond), 30).admitted);
  EXPECT_FALSE(limit.admit(Nanoseconds(3 * kSecond), 30).admitted);
  EXPECT_TRUE(limit.admit(Nanoseconds(4 * kSecond), 30).admitted);
}

TEST(KeyedGcra, StrangersCannotMakeItGrow) {
  KeyedGcra limit({.cells = 1, .period = Nanoseconds(kSecond), .burst = 1}, 4);
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(limit.admit(std::to_string(i), Nanoseconds(kSecond)).admitted);
  EXPECT_FALSE(limit.admit("fifth", Nanoseconds(kSecond)).admitted);
  EXPECT_EQ(limit.size(), 4U);
  EXPECT_TRUE(limit.admit("fifth", Nanoseconds(3 * kSecond)).admitted);
  EXPECT_LE(limit.size(), 4U);
}

RC_GTEST_PROP(Gcra, NeverMoreThanBurstPlusRateInAnyWindow, ()) {
  const auto rate = *rc::gen::inRange<std::uint64_t>(1, 50);
  const auto burst = *rc::gen::inRange<std::uint64_t>(1, 20);
  Gcra limit({.cells = rate, .period = Nanoseconds(kSecond), .burst = burst});
  const auto steps =
      *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, kSecond / 5));
  std::int64_t now = kSecond;
  std::uint64_t admitted = 0;
  for (const auto step : steps) {
    now += step;
    admitted += limit.admit(Nanoseconds(now)).admitted ? 1 : 0;
    const auto allowed =
        burst + static_cast<std::uint64_t>((now - kSecond) * static_cast<std::int64_t>(rate) / kSecond) + 1;
    RC_ASSERT(admitted <= allowed);
  }
}

}  // namespace
}  // namespace aurigraph::routing
