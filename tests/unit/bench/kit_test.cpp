#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <algorithm>
#include <vector>

#include "app/bench/histogram.h"
#include "app/bench/pace.h"
#include "app/bench/report.h"

namespace aurigraph::bench {
namespace {

// A percentile by its definition: the nearest rank in the sorted list.
std::uint64_t exactly(std::vector<std::uint64_t> values, std::uint64_t permille) {
  std::ranges::sort(values);
  const std::size_t rank = std::max<std::size_t>((values.size() * permille + 999) / 1'000, 1);
  return values[rank - 1];
}

TEST(Histogram, SmallLatenciesAreExact) {
  Histogram histogram;
  for (std::uint64_t value = 1; value <= 100; ++value) histogram.record(value);
  EXPECT_EQ(histogram.permille(500), 50U);
  EXPECT_EQ(histogram.permille(990), 99U);
  EXPECT_EQ(histogram.permille(999), 100U);
  EXPECT_EQ(histogram.permille(0), 1U);
  EXPECT_EQ(histogram.max(), 100U);
  EXPECT_EQ(histogram.count(), 100U);
}

TEST(Histogram, NothingRecordedIsZero) {
  EXPECT_EQ(Histogram().permille(990), 0U);
}

TEST(Histogram, TheGreatestLatencyFits) {
  Histogram histogram;
  histogram.record(~std::uint64_t{0});
  EXPECT_EQ(histogram.permille(500), ~std::uint64_t{0});
}

RC_GTEST_PROP(Histogram, PercentilesAreExactWithinTheirResolution,
              (const std::vector<std::uint32_t>& values, std::uint16_t wanted)) {
  RC_PRE(!values.empty());
  Histogram histogram;
  std::vector<std::uint64_t> wide;
  for (const std::uint32_t value : values) {
    wide.push_back(std::uint64_t{value} * 977);
    histogram.record(wide.back());
  }
  const std::uint64_t permille = wanted % 1'001U;
  const std::uint64_t truth = exactly(wide, permille);
  RC_ASSERT(histogram.permille(permille) >= truth);
  RC_ASSERT(histogram.permille(permille) <= truth + truth / 128);
}

RC_GTEST_PROP(Histogram, MergedIsAsRecordedTogether,
              (const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right)) {
  Histogram one;
  Histogram other;
  Histogram together;
  for (const auto value : left) one.record(value), together.record(value);
  for (const auto value : right) other.record(value), together.record(value);
  one.merge(other);
  RC_ASSERT(one.count() == together.count());
  RC_ASSERT(one.max() == together.max());
  for (std::uint64_t permille = 0; permille <= 1'000; permille += 50)
    RC_ASSERT(one.permille(permille) == together.permille(permille));
}

TEST(OpenLoop, StartsAreEvenWithoutDrift) {
  const OpenLoop pace(1'000, 3);
  EXPECT_EQ(pace.intended(0), 1'000U);
  EXPECT_EQ(pace.intended(1), 1'000U + 333'333'333U);
  EXPECT_EQ(pace.intended(3'000'000), 1'000U + 1'000'000'000'000'000U);
}

TEST(OpenLoop, WhatIsDueIsWhatWasIntended) {
  const OpenLoop pace(500, 7'000);
  EXPECT_EQ(pace.dueBy(499), 0U);
  for (std::uint64_t index = 0; index < 20'000; ++index) {
    EXPECT_EQ(pace.dueBy(pace.intended(index) + 1), index + 1);
    EXPECT_LE(pace.dueBy(pace.intended(index) - 1), index);
  }
}

// A server that stalls for a second must not look fast because nobody asked it meanwhile.
TEST(OpenLoop, AStallCountsForAllThatWaited) {
  const OpenLoop pace(0, 1'000);
  constexpr std::uint64_t kStallEnd = 1'000'000'000;
  Histogram latencies;
  for (std::uint64_t index = 0; index < 1'000; ++index) latencies.record(pace.latency(index, kStallEnd));
  EXPECT_GE(latencies.permille(500), 500'000'000U);
  EXPECT_EQ(latencies.max(), kStallEnd);
}

TEST(Report, NumbersAreWrittenForPeople) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
  EXPECT_EQ(perSecond(12.34), "12.3");
  EXPECT_EQ(perSecond(4'417.8), "4,418");
  EXPECT_EQ(milliseconds(0.4124), "0.412");
  EXPECT_EQ(milliseconds(12.34), "12.3");
}

TEST(Report, MedianIsARunThatHappened) {
  const double runs[] = {4, 1, 3, 2};
  EXPECT_EQ(median(runs), 2);
  const double odd[] = {9, 1, 5};
  EXPECT_EQ(median(odd), 5);
}

TEST(Report, JsonHasTheBenchmarksKeysBesideTheMachine) {
  Report report{"ledger", "in memory", {{"apply_per_s", 5}}, {}, {"a note"}};
  const auto json = toJson(report, Machine{}, true);
  EXPECT_EQ(json.at("name").as_string(), "ledger");
  EXPECT_EQ(json.at("apply_per_s").as_int64(), 5);
  EXPECT_TRUE(json.at("quick").as_bool());
  EXPECT_TRUE(json.at("machine").is_object());
  EXPECT_EQ(json.at("notes").as_array().size(), 1U);
}

}  // namespace
}  // namespace aurigraph::bench
