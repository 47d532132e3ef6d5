#include "core/consensus/voter_history.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace aurigraph::consensus {
namespace {

wire::VoterSet setOf(std::uint32_t first, std::uint32_t count) {
  wire::VoterSet out;
  for (std::uint32_t node = first; node < first + count; ++node) {
    PublicKey key;
    key.bytes.fill(static_cast<std::uint8_t>(node));
    out.voters.push_back({NodeId(node), key});
  }
  return out;
}

TEST(VoterHistory, TheGenesisSetHoldsFromTheFirstBlockOn) {
  const VoterHistory history(setOf(1, 3));
  for (const std::uint64_t height : {0ULL, 1ULL, 2ULL, 1'000'000'000ULL}) {
    EXPECT_EQ(history.at(Height(height)).set, setOf(1, 3));
    EXPECT_EQ(history.at(Height(height)).digest, setOf(1, 3).digest());
    EXPECT_EQ(history.at(Height(height)).quorum.majority(), 2U);
  }
  EXPECT_EQ(history.newest().set, setOf(1, 3));
}

TEST(VoterHistory, AReplacedSuffixTakesItsSetsWithIt) {
  VoterHistory history(setOf(1, 3));
  history.append(Height(10), setOf(1, 4));
  history.append(Height(20), setOf(1, 5));
  history.truncateFrom(Height(20));
  EXPECT_EQ(history.newest().set, setOf(1, 4));
  history.truncateFrom(Height(11));
  EXPECT_EQ(history.newest().set, setOf(1, 4)) << "block 10 is still there";
  history.truncateFrom(Height(1));
  EXPECT_EQ(history.newest().set, setOf(1, 3)) << "the genesis is never taken back";
}

TEST(VoterHistory, FaultsReachEverySet) {
  const FaultSet small = FaultSet().set(static_cast<std::size_t>(kFaultSmallMajority));
  VoterHistory history(setOf(1, 3), Faults(small));
  history.append(Height(5), setOf(1, 5));
  EXPECT_EQ(history.at(Height(4)).quorum.majority(), 1U);
  EXPECT_EQ(history.newest().quorum.majority(), 2U);
}

/// Brute force: a list with one entry per height, written to and cut like the log.
RC_GTEST_PROP(VoterHistory, SaysAtEachHeightWhatTheLogSaysThere, ()) {
  VoterHistory history(setOf(1, 1));
  std::vector<wire::VoterSet> log{setOf(1, 1)};  // by height
  const auto steps = *rc::gen::inRange(0, 30);
  for (int step = 0; step < steps; ++step) {
    if (log.size() > 1 && *rc::gen::inRange(0, 4) == 0) {
      const auto from = *rc::gen::inRange<std::size_t>(1, log.size());
      log.resize(from);
      history.truncateFrom(Height(from));
    } else if (*rc::gen::inRange(0, 3) == 0) {
      const auto set =
          setOf(*rc::gen::inRange<std::uint32_t>(1, 20), *rc::gen::inRange<std::uint32_t>(1, 10));
      history.append(Height(log.size()), set);
      log.push_back(set);
    } else {
      log.push_back(log.back());
    }
    for (std::size_t height = 0; height < log.size(); ++height)
      RC_ASSERT(history.at(Height(height)).set == log[height]);
    RC_ASSERT(history.newest().set == log.back());
    RC_ASSERT(history.newest().digest == log.back().digest());
  }
}

}  // namespace
}  // namespace aurigraph::consensus
