#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "nodes/connectors/l1_cache.h"
#include "nodes/connectors/pacing.h"

namespace aurigraph::connectors {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

Nanoseconds at(std::int64_t nanos) {
  return Nanoseconds(1'000 * kSecond + nanos);
}

RC_GTEST_PROP(Budgets, NeverAdmitMoreThanTwiceTheBudgetInAnyWindowAndNeverStarve, ()) {
  const auto calls = *rc::gen::inRange<std::uint32_t>(1, 50);
  const auto seconds = *rc::gen::inRange<std::uint32_t>(1, 20);
  CallBudgets budgets({{calls, seconds}});
  const auto steps =
      *rc::gen::container<std::vector<std::int64_t>>(200, rc::gen::inRange<std::int64_t>(0, kSecond));
  std::vector<std::int64_t> admitted;
  std::int64_t now = 0;
  for (const auto step : steps) {
    now += step;
    const auto wait = budgets.take(at(now)).value;
    RC_ASSERT(wait >= 0);
    if (wait == 0)
      admitted.push_back(now);
    else
      RC_ASSERT(wait <= static_cast<std::int64_t>(seconds) * kSecond);
  }
  const auto window = static_cast<std::int64_t>(seconds) * kSecond;
  for (std::size_t i = 0; i < admitted.size(); ++i) {
    const auto inWindow = std::count_if(admitted.begin(), admitted.end(), [&](std::int64_t t) {
      return t >= admitted[i] && t < admitted[i] + window;
    });
    RC_ASSERT(inWindow <= 2 * static_cast<std::int64_t>(calls));
  }
}

TEST(Budgets, AllOfThemMustAdmit) {
  CallBudgets budgets({{600, 60}, {3, 3'600}});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(budgets.take(at(i)).value, 0);
  EXPECT_EQ(budgets.remaining(at(3)), 0U);
  const auto wait = budgets.take(at(3)).value;
  EXPECT_GT(wait, 1'199 * kSecond);
  EXPECT_EQ(budgets.take(at(3 + wait)).value, 0) << "after the told time it is admitted";
}

TEST(Retries, AreAtMostATenthOfTheCalls) {
  RetryBudget budget;
  while (budget.takeRetry()) {
  }
  int retries = 0;
  for (int i = 0; i < 1'000; ++i) {
    budget.countCall();
    if (budget.takeRetry()) ++retries;
  }
  EXPECT_EQ(retries, 100);
}

RC_GTEST_PROP(Retries, WaitWithinTheirCapAndHonourTheSource, (std::uint32_t attempt, std::uint64_t random)) {
  const auto free = retryDelay(attempt, random).value;
  RC_ASSERT(free >= 0 && free <= std::min(kRetryCapNanos, kRetryBaseNanos << std::min(attempt, 16U)));
  const auto asked = retryDelay(attempt, random, 2 * kSecond).value;
  RC_ASSERT(asked >= 2 * kSecond && asked <= kRetryCapNanos);
  RC_ASSERT(retryDelay(attempt, random, 0).value >= kRetryBaseNanos);  // a source's "0" is no invitation
}

TEST(Breaker, OpensOnFailuresProbesAndClosesAgain) {
  CircuitBreaker breaker;
  std::int64_t now = 0;
  for (int i = 0; i < 10; ++i) {
    ASSERT_TRUE(breaker.admit(at(now)));
    breaker.report(i % 2 == 0, at(now));
  }
  EXPECT_EQ(breaker.state(), CircuitBreaker::State::kOpen);
  EXPECT_FALSE(breaker.admit(at(now)));
  now += CircuitBreaker::kOpenNanos;
  EXPECT_TRUE(breaker.admit(at(now)));
  breaker.report(false, at(now));
  EXPECT_EQ(breaker.state(), CircuitBreaker::State::kOpen);
  EXPECT_FALSE(breaker.admit(at(now + CircuitBreaker::kOpenNanos))) << "twice as long after a failed probe";
  now += 2 * CircuitBreaker::kOpenNanos;
  for (std::uint32_t i = 0; i < CircuitBreaker::kProbes; ++i) EXPECT_TRUE(breaker.admit(at(now)));
  EXPECT_FALSE(breaker.admit(at(now))) << "no more probes than these";
  for (std::uint32_t i = 0; i < CircuitBreaker::kProbes; ++i) breaker.report(true, at(now));
  EXPECT_EQ(breaker.state(), CircuitBreaker::State::kClosed);
  EXPECT_EQ(breaker.availabilityPercent(), 100U);
}

TEST(Breaker, ProbesThatNeverComeBackDoNotBlockItForEver) {
  CircuitBreaker breaker;
  for (int i = 0; i < 10; ++i) breaker.report(false, at(0));
  std::int64_t now = CircuitBreaker::kOpenNanos;
  while (breaker.admit(at(now))) {
  }
  now += CircuitBreaker::kProbeNanos;
  EXPECT_TRUE(breaker.admit(at(now)));
}

RawAnswerRef answerOf(std::size_t sizeBytes) {
  auto answer = std::make_shared<RawAnswer>();
  answer->body.resize(sizeBytes);
  return answer;
}

RC_GTEST_PROP(L1, StaysWithinItsBoundAndGivesBackWhatItKeeps, ()) {
  L1Cache cache(20'000);
  const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 30), rc::gen::inRange(0, 9'000)));
  std::map<std::string, RawAnswerRef> last;
  for (const auto& [key, size] : steps) {
    const std::string name = "key" + std::to_string(key);
    if (const auto found = cache.find(name)) RC_ASSERT(found == last[name]);
    last[name] = answerOf(static_cast<std::size_t>(size));
    cache.put(name, last[name]);
    RC_ASSERT(cache.sizeBytes() <= 20'000U);
  }
}

TEST(L1, WhatIsWantedOftenIsNotPushedOutByWhatIsWantedOnce) {
  L1Cache cache(10'000);
  for (int i = 0; i < 5; ++i) (void)cache.find("hot");
  cache.put("hot", answerOf(5'000));
  for (int i = 0; i < 100; ++i) {
    const std::string name = "scan" + std::to_string(i);
    (void)cache.find(name);
    cache.put(name, answerOf(5'000));
  }
  EXPECT_NE(cache.find("hot"), nullptr);
  for (int i = 0; i < 14; ++i) (void)cache.find("newer");
  cache.put("newer", answerOf(5'000));
  EXPECT_NE(cache.find("newer"), nullptr) << "but something wanted more often takes its place";
}

}  // namespace
}  // namespace aurigraph::connectors
