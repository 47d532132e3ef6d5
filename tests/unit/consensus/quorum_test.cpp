#include "core/consensus/quorum.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <set>

#include "core/consensus/voter_clocks.h"

namespace aurigraph::consensus {
namespace {

std::vector<NodeId> nodes(std::initializer_list<std::uint32_t> numbers) {
  std::vector<NodeId> out;
  for (const std::uint32_t number : numbers) out.emplace_back(number);
  return out;
}

Quorum quorumOf(std::size_t count, Faults faults = {}) {
  std::vector<NodeId> out;
  for (std::uint32_t node = 1; node <= count; ++node) out.emplace_back(node);
  return Quorum(std::move(out), faults);
}

/// Every subset of the voters 1…count, as the node ids in it.
template <class Use>
void eachSubset(std::size_t count, Use use) {
  for (std::uint32_t bits = 0; bits < (1U << count); ++bits) {
    std::vector<NodeId> subset;
    for (std::uint32_t at = 0; at < count; ++at)
      if ((bits >> at & 1U) != 0) subset.emplace_back(at + 1);
    use(bits, subset);
  }
}

TEST(Quorum, AnyTwoMajoritiesShareAVoter) {
  for (std::size_t count = 1; count <= limits::kMaxValidators; ++count) {
    const Quorum quorum = quorumOf(count);
    std::vector<std::uint32_t> majorities;
    eachSubset(count, [&](std::uint32_t bits, const std::vector<NodeId>& subset) {
      if (quorum.hasMajority(subset)) majorities.push_back(bits);
    });
    ASSERT_FALSE(majorities.empty());
    for (const std::uint32_t one : majorities)
      for (const std::uint32_t other : majorities) ASSERT_NE(one & other, 0U) << count << " voters";
  }
}

TEST(Quorum, OfTheSetAndWhatIsLeftOfItAtMostOneIsAMajority) {
  for (std::size_t count = 1; count <= limits::kMaxValidators; ++count) {
    const Quorum quorum = quorumOf(count);
    eachSubset(count, [&](std::uint32_t bits, const std::vector<NodeId>& subset) {
      const bool more = 2 * static_cast<std::size_t>(std::popcount(bits)) > count;
      ASSERT_EQ(quorum.hasMajority(subset), more) << count << " voters, subset " << bits;
    });
  }
}

TEST(Quorum, StrangersAndRepetitionsDoNotCount) {
  const Quorum quorum(nodes({2, 5, 9}));
  EXPECT_FALSE(quorum.hasMajority(nodes({2, 2, 2})));
  EXPECT_FALSE(quorum.hasMajority(nodes({2, 1, 3, 4})));
  EXPECT_TRUE(quorum.hasMajority(nodes({2, 1, 9})));
  EXPECT_FALSE(quorum.contains(NodeId(1)));
  EXPECT_TRUE(quorum.contains(NodeId(9)));
}

TEST(Quorum, OneVoterDecidesAlone) {
  EXPECT_TRUE(quorumOf(1).decidesAlone());
  for (std::size_t count = 2; count <= limits::kMaxValidators; ++count)
    EXPECT_FALSE(quorumOf(count).decidesAlone());
}

TEST(Quorum, ThoseWhoMayBeWrongLeaveAMajorityOfRightOnes) {
  for (std::size_t count = 1; count <= limits::kMaxValidators; ++count) {
    const Quorum quorum = quorumOf(count);
    EXPECT_GE(count - quorum.wrongOnes(), quorum.majority());
    EXPECT_LT(2 * quorum.wrongOnes(), count);
  }
}

TEST(Quorum, WithTheFaultTwoMajoritiesNeedNotMeet) {
  const FaultSet small = FaultSet().set(static_cast<std::size_t>(kFaultSmallMajority));
  const Quorum quorum = quorumOf(4, Faults(small));
  EXPECT_TRUE(quorum.hasMajority(nodes({1, 2})));
  EXPECT_TRUE(quorum.hasMajority(nodes({3, 4})));
}

/// Brute force: the greatest of all values v such that a majority has reached at least v.
RC_GTEST_PROP(Quorum, WhatIsReachedIsTheGreatestThatAMajorityHas, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, limits::kMaxValidators + 1);
  const Quorum quorum = quorumOf(count);
  std::map<NodeId, Height> has;
  for (const NodeId voter : quorum.voters()) has[voter] = Height(*rc::gen::inRange<std::uint64_t>(0, 12));
  Height best;
  for (std::uint64_t value = 0; value <= 12; ++value) {
    std::size_t reachedIt = 0;
    for (const auto& [voter, height] : has) reachedIt += height >= Height(value) ? 1 : 0;
    if (2 * reachedIt > count) best = Height(value);
  }
  RC_ASSERT(quorum.reached([&](NodeId voter) { return has.at(voter); }) == best);
}

/// Brute force over orders: exactly k values are at least as large as the k-th largest, counting equal ones
/// as far as they are needed.
RC_GTEST_PROP(Quorum, TheKthLargestIsWhatSortingSays, ()) {
  auto values = *rc::gen::nonEmpty<std::vector<int>>();
  const auto k = *rc::gen::inRange<std::size_t>(1, values.size() + 1);
  const std::vector<int> before = values;
  const int found = kthLargest(std::span(values), k);
  const auto larger = std::ranges::count_if(before, [&](int value) { return value > found; });
  const auto atLeast = std::ranges::count_if(before, [&](int value) { return value >= found; });
  RC_ASSERT(static_cast<std::size_t>(larger) < k);
  RC_ASSERT(static_cast<std::size_t>(atLeast) >= k);
}

/// Brute force: the (f + 1)-th largest of the clocks that were heard.
RC_GTEST_PROP(Quorum, TimeIsTheClockThatFOthersAreNotBehind, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, limits::kMaxValidators + 1);
  const Quorum quorum = quorumOf(count);
  VoterClocks clocks;
  std::multiset<std::int64_t, std::greater<>> heard;
  const auto clock = rc::gen::inRange<std::int64_t>(0, 20);
  const std::int64_t own = *clock;
  heard.insert(own);
  for (std::uint32_t node = 2; node <= count; ++node) {
    if (!*rc::gen::arbitrary<bool>()) continue;
    const std::int64_t value = *clock;
    heard.insert(value);
    clocks.hear(NodeId(node), Nanoseconds(value), Tick(0));
  }
  const auto time = clocks.time(quorum, NodeId(1), {Tick(0), Nanoseconds(own)}, quorum.wrongOnes());
  RC_ASSERT(time.has_value() == (heard.size() + quorum.wrongOnes() >= count));
  if (time) RC_ASSERT(time->value == *std::next(heard.begin(), static_cast<long>(quorum.wrongOnes())));
}

}  // namespace
}  // namespace aurigraph::consensus
