#include "core/ledger/value/holdings.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace aurigraph::ledger::value {
namespace {

TEST(Lots, FreeOnesMergeAndLockedOnesKeepTheirSecond) {
  std::vector<Lot> lots;
  addLot(lots, {10, 50}, 0);
  addLot(lots, {5, 40}, 0);
  addLot(lots, {7, 50}, 0);
  EXPECT_EQ(lots, (std::vector<Lot>{{5, 40}, {17, 50}}));
  EXPECT_EQ(freeAmount(lots, 39), 0U);
  EXPECT_EQ(freeAmount(lots, 40), 5U);
  addLot(lots, {1, 90}, 50);
  EXPECT_EQ(lots, (std::vector<Lot>{{22, 0}, {1, 90}}));
  takeLots(lots, 22, 50);
  EXPECT_EQ(lots, (std::vector<Lot>{{1, 90}}));
}

TEST(Lots, NoSecondIsGivenAway) {
  EXPECT_EQ(secondsRoundedUp(Nanoseconds(1'000'000'001)), 2);
  EXPECT_EQ(secondsRoundedUp(Nanoseconds(1'000'000'000)), 1);
  EXPECT_EQ(secondsOf(Nanoseconds(1'999'999'999)), 1);
  EXPECT_EQ(secondsOf(Nanoseconds(-1)), -1);
}

TEST(Intervals, EndOfTheNumbersIsNoNeighbour) {
  std::vector<SerialInterval> intervals = {{0, UINT64_MAX - 1, UINT64_MAX}};
  addIntervals(intervals, {{1, 0, 5}});
  EXPECT_EQ(intervals.size(), 2U);
  EXPECT_EQ(countOf(std::vector<SerialInterval>{{0, 0, UINT64_MAX}}), U128{1} << 64U);
}

using Bitmap = std::set<std::pair<std::uint32_t, std::uint64_t>>;

Bitmap bitmapOf(const std::vector<SerialInterval>& intervals) {
  Bitmap out;
  for (const auto& interval : intervals)
    for (std::uint64_t at = interval.first; at <= interval.last; ++at) out.emplace(interval.range, at);
  return out;
}

bool isCanonical(const std::vector<SerialInterval>& intervals) {
  for (std::size_t at = 1; at < intervals.size(); ++at) {
    const auto& a = intervals[at - 1];
    const auto& b = intervals[at];
    if (a.range > b.range || (a.range == b.range && a.last + 1 >= b.first)) return false;
  }
  return true;
}

RC_GTEST_PROP(Intervals, BehaveAsASetOfNumbers, ()) {
  // Two holdings of one range of 60 numbers and one of 20; serials go to and fro.
  std::vector<SerialInterval> a = {{0, 1, 60}, {1, 1, 20}};
  std::vector<SerialInterval> b;
  Bitmap setA = bitmapOf(a);
  Bitmap setB;
  for (const auto& [toB, amount] : *rc::gen::arbitrary<std::vector<std::pair<bool, std::uint8_t>>>()) {
    auto& from = toB ? a : b;
    auto& to = toB ? b : a;
    auto& fromSet = toB ? setA : setB;
    auto& toSet = toB ? setB : setA;
    const std::uint64_t count = std::min<std::uint64_t>(amount % 15, fromSet.size());
    for (std::uint64_t n = 0; n < count; ++n) {
      toSet.insert(*fromSet.begin());
      fromSet.erase(fromSet.begin());
    }
    addIntervals(to, takeLowest(from, count));
    RC_ASSERT(bitmapOf(a) == setA);
    RC_ASSERT(bitmapOf(b) == setB);
    RC_ASSERT(isCanonical(a));
    RC_ASSERT(isCanonical(b));
    RC_ASSERT(countOf(a) + countOf(b) == 80U);
  }
}

}  // namespace
}  // namespace aurigraph::ledger::value
