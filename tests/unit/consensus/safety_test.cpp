// Whole clusters of cores under random faults (app/sim/core_chaos.h).

#include <gtest/gtest.h>

#include "app/sim/core_chaos.h"

namespace aurigraph::test {
namespace {

void runSeeds(std::size_t validators, std::size_t learners, std::uint64_t seeds, std::size_t steps) {
  std::size_t committed = 0;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    Chaos chaos(validators, learners, seed);
    chaos.run(steps);
    ASSERT_TRUE(chaos.cluster().violations.empty())
        << "seed " << seed << ": " << chaos.cluster().violations.front().what;
    ASSERT_TRUE(chaos.comesBack()) << "seed " << seed << ": no agreement after the faults ended";
    ASSERT_TRUE(chaos.cluster().violations.empty())
        << "seed " << seed << ": " << chaos.cluster().violations.front().what;
    committed += chaos.cluster().committed().size();
  }
  EXPECT_GT(committed, seeds * 20) << "the chaos never let anything through: it tests nothing";
}

TEST(Safety, ThreeNodesUnderRandomFaults) {
  runSeeds(3, 0, 150, 40'000);
}
TEST(Safety, ThreeNodesAndALearnerUnderRandomFaults) {
  runSeeds(3, 1, 100, 40'000);
}
TEST(Safety, FiveNodesUnderRandomFaults) {
  runSeeds(5, 0, 100, 60'000);
}
TEST(Safety, OneNodeUnderRandomFaults) {
  runSeeds(1, 1, 30, 4'000);
}

TEST(Safety, TheSameSeedIsTheSameRun) {
  const auto run = [](std::uint64_t seed) {
    std::string out;
    Chaos chaos(3, 1, seed);
    chaos.cluster().trace = [&](NodeId id, const std::string& line) {
      out += std::to_string(id.value) + ": " + line + "\n";
    };
    chaos.run(4'000);
    return out;
  };
  EXPECT_EQ(run(7), run(7));
  EXPECT_NE(run(7), run(8));
}

TEST(Safety, ACopyGoesOnByItself) {
  CoreCluster cluster(3, 0, tinyLimits(), 1);
  Core copy = *cluster.node(NodeId(1)).core;
  Effects out;
  for (int tick = 0; tick < 40; ++tick) copy.step(Ticked{}, out);
  EXPECT_EQ(copy.role(), RoleKind::kPreCandidate);
  EXPECT_EQ(cluster.node(NodeId(1)).core->role(), RoleKind::kFollower);
}

}  // namespace
}  // namespace aurigraph::test
