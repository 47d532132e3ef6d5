#include "core/consensus/voter_clocks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace aurigraph::consensus {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kNoon = 1'800'000'000 * kSecond;

Quorum voters(std::size_t count) {
  std::vector<NodeId> out;
  for (std::uint32_t node = 1; node <= count; ++node) out.emplace_back(node);
  return Quorum(std::move(out));
}

std::optional<Nanoseconds> timeOf(const VoterClocks& clocks, std::size_t count, std::int64_t own) {
  return clocks.time(voters(count), NodeId(1), {Tick(0), Nanoseconds(own)}, voters(count).wrongOnes());
}

TEST(VoterClocks, OneAloneIsItsOwnTime) {
  EXPECT_EQ(timeOf(VoterClocks(), 1, kNoon), Nanoseconds(kNoon));
}

TEST(VoterClocks, SayNothingUntilEnoughAreHeard) {
  VoterClocks clocks;
  EXPECT_EQ(timeOf(clocks, 5, kNoon), std::nullopt);
  clocks.hear(NodeId(2), Nanoseconds(kNoon + 1), Tick(0));
  EXPECT_EQ(timeOf(clocks, 5, kNoon), std::nullopt);
  clocks.hear(NodeId(2), Nanoseconds(kNoon + 2), Tick(0));
  EXPECT_EQ(timeOf(clocks, 5, kNoon), std::nullopt) << "the same voter twice is one voter";
  clocks.hear(NodeId(3), Nanoseconds(kNoon + 3), Tick(0));
  EXPECT_EQ(timeOf(clocks, 5, kNoon), Nanoseconds(kNoon)) << "of three heard the third largest";
}

TEST(VoterClocks, WhatWasHeardGoesOnWithOurMonotoneClock) {
  VoterClocks clocks;
  clocks.hear(NodeId(2), Nanoseconds(kNoon), Tick(100));
  const ClockReading later{Tick(350), Nanoseconds(kNoon + 99 * kSecond)};
  EXPECT_EQ(clocks.time(voters(3), NodeId(1), later, 1), Nanoseconds(kNoon + 5 * kSecond / 2));
}

TEST(VoterClocks, TheNewestWordOfAVoterCounts) {
  VoterClocks clocks;
  clocks.hear(NodeId(2), Nanoseconds(kNoon + 3'600 * kSecond), Tick(0));
  clocks.hear(NodeId(2), Nanoseconds(kNoon), Tick(0));
  EXPECT_EQ(timeOf(clocks, 2, kNoon - 1), Nanoseconds(kNoon));
}

TEST(VoterClocks, SayWhoIsAstray) {
  VoterClocks clocks;
  clocks.hear(NodeId(2), Nanoseconds(kNoon + 3 * kSecond), Tick(0));
  const ClockReading noon{Tick(0), Nanoseconds(kNoon)};
  EXPECT_TRUE(clocks.astray(voters(3), NodeId(1), noon, Nanoseconds(kNoon), Nanoseconds(2 * kSecond)).empty())
      << "of two that differ nobody knows which is wrong";
  clocks.hear(NodeId(3), Nanoseconds(kNoon - kSecond), Tick(0));
  const std::vector<NodeId> two{NodeId(2)};
  EXPECT_EQ(clocks.astray(voters(3), NodeId(1), {Tick(0), Nanoseconds(kNoon)}, Nanoseconds(kNoon),
                          Nanoseconds(2 * kSecond)),
            two);
}

/// The whole argument of docs/consensus.md, "Block time", over whatever clocks and whoever is heard.
RC_GTEST_PROP(VoterClocks, AMinorityOfWrongClocksNeitherMovesNorHoldsTime, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 10);
  const std::size_t wrong = voters(count).wrongOnes();
  const auto spread = rc::gen::inRange<std::int64_t>(-kSecond / 2, kSecond / 2);
  const auto anything = rc::gen::inRange<std::int64_t>(-kNoon, kNoon);
  std::vector<std::int64_t> clock;
  std::vector<std::int64_t> right;
  std::size_t rightHeard = 0;
  VoterClocks clocks;
  const auto wrongNow = *rc::gen::inRange<std::size_t>(0, wrong + 1);
  const auto firstWrong = *rc::gen::inRange<std::size_t>(0, count);
  for (std::size_t at = 0; at < count; ++at) {
    const bool isWrong = (at + count - firstWrong) % count < wrongNow;
    clock.push_back(kNoon + (isWrong ? *anything : *spread));
    if (!isWrong) right.push_back(clock.back());
    const bool heard = at == 0 || *rc::gen::arbitrary<bool>();
    if (heard && !isWrong) ++rightHeard;
    if (heard && at > 0)
      clocks.hear(NodeId(static_cast<std::uint32_t>(at + 1)), Nanoseconds(clock.back()), Tick(0));
  }
  const auto time = timeOf(clocks, count, clock[0]);
  if (!time) return;
  RC_ASSERT(time->value <= *std::ranges::max_element(right));
  if (rightHeard > wrong) RC_ASSERT(time->value >= *std::ranges::min_element(right));
}

}  // namespace
}  // namespace aurigraph::consensus
