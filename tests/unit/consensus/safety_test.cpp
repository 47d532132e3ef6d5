// Whole clusters of cores under random loss, repetition, reordering, slow disks and crashes. Raft's
// safety properties are checked after every step (tests/support/core_cluster.h); when the faults end,
// the cluster must come back to work and agree.

#include <gtest/gtest.h>

#include <random>

#include "tests/support/core_cluster.h"

namespace aurigraph::test {
namespace {

class Chaos {
 public:
  Chaos(std::size_t validators, std::size_t learners, std::uint64_t seed)
      : random_(seed), cluster_(validators, learners, tinyLimits(), seed), validators_(validators) {
    // Each kind of fault is absent in half of the seeds: what faults hide from each other shows then.
    drops_ = coin();
    repeats_ = coin();
    reorders_ = coin();
    crashes_ = coin();
    partitions_ = coin();
    slowDisks_ = coin();
  }

  void run(std::size_t steps) {
    for (std::size_t at = 0; at < steps && cluster_.violations.empty(); ++at) oneStep();
  }

  void heal() {
    cluster_.cut.clear();
    for (auto& [id, node] : cluster_.nodes()) {
      node.slowDisk = false;
      if (!node.core) cluster_.start(id);
    }
  }

  /// Ticks everyone fairly until a block proposed now is applied everywhere.
  bool comesBack() {
    heal();
    for (int round = 0; round < 400; ++round) {
      cluster_.settle();
      for (auto& [id, node] : cluster_.nodes()) cluster_.tick(id);
      cluster_.settle();
      const auto leader = cluster_.leader();
      if (!leader) continue;
      cluster_.propose(*leader, "afterwards");
      cluster_.settle();
      const Height goal = cluster_.node(*leader).core->commit();
      bool all = goal > Height(0) && goal == cluster_.node(*leader).core->last();
      for (auto& [id, node] : cluster_.nodes()) all = all && node.applied == goal;
      if (all) return true;
    }
    return false;
  }

  CoreCluster& cluster() { return cluster_; }
  std::size_t proposed = 0;

 private:
  bool coin() { return random_() % 2 == 0; }
  bool oneIn(std::uint64_t times) { return random_() % times == 0; }
  NodeId anyone() { return NodeId(static_cast<std::uint32_t>(random_() % cluster_.nodes().size() + 1)); }

  void oneStep() {
    const NodeId id = anyone();
    switch (random_() % 8) {
      case 0:
        if (cluster_.up(id)) cluster_.tick(id);
        return;
      case 1:
        if (cluster_.up(id) && (!slowDisks_ || !cluster_.node(id).slowDisk)) cluster_.persistOne(id);
        return;
      case 2:
        if (oneIn(3) && cluster_.up(id) && cluster_.propose(id, "x")) ++proposed;
        return;
      case 3:
        return misfortune(id);
      default:
        return network();
    }
  }

  void network() {
    if (cluster_.packets.empty()) return;
    const std::size_t index = reorders_ && oneIn(4) ? random_() % cluster_.packets.size() : 0;
    if (drops_ && oneIn(12)) {
      cluster_.packets.erase(cluster_.packets.begin() + static_cast<std::ptrdiff_t>(index));
    } else {
      cluster_.deliver(index, repeats_ && oneIn(12));
    }
    if (cluster_.packets.size() > 400)
      cluster_.packets.erase(cluster_.packets.begin(), cluster_.packets.begin() + 100);
  }

  void misfortune(NodeId id) {
    if (crashes_ && oneIn(40)) {
      if (cluster_.up(id))
        cluster_.crash(id, random_() % 3);
      else
        cluster_.start(id);
    } else if (!cluster_.up(id) && oneIn(10)) {
      cluster_.start(id);
    } else if (partitions_ && oneIn(30)) {
      if (oneIn(2))
        cluster_.cut.clear();
      else
        cluster_.cut.insert({id, anyone()});  // one way only: the harder case
    } else if (slowDisks_ && oneIn(30)) {
      cluster_.node(id).slowDisk = !cluster_.node(id).slowDisk;
    } else if (oneIn(60) && cluster_.up(id)) {
      const auto to = NodeId(static_cast<std::uint32_t>(random_() % validators_ + 1));
      cluster_.step(id, TransferLeadership{to});
    } else if (oneIn(20) && cluster_.up(id)) {
      cluster_.step(id, ReadBarrier{ReadToken(++token_)});
    }
  }

  std::mt19937_64 random_;
  CoreCluster cluster_;
  std::size_t validators_;
  std::uint64_t token_ = 0;
  bool drops_ = false, repeats_ = false, reorders_ = false, crashes_ = false, partitions_ = false,
       slowDisks_ = false;
};

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
