// Who takes part without a vote, or without a disk to give it, decides nothing.

#include <gtest/gtest.h>

#include "app/sim/core_cluster.h"

namespace aurigraph::consensus {
namespace {

constexpr NodeId kLearner{4};

class Bystanders : public ::testing::Test {
 protected:
  /// Node 1 leads and has decided something that everybody knows.
  void SetUp() override {
    pass({NodeId(1)}, 3 * limits.electionTicks);
    ASSERT_EQ(roleOf(NodeId(1)), RoleKind::kLeader);
    ASSERT_TRUE(cluster.propose(NodeId(1), "alpha"));
    pass({NodeId(1)}, limits.heartbeatTicks);
    ASSERT_GE(cluster.node(NodeId(1)).core->commit(), Height(2));
  }
  void TearDown() override {
    for (const auto& violation : cluster.violations) ADD_FAILURE() << violation.what;
  }

  /// So much time for these; everything that they say is heard.
  void pass(const std::vector<NodeId>& nodes, std::size_t count) {
    for (std::size_t tick = 0; tick < count; ++tick) {
      for (const NodeId node : nodes) cluster.tick(node);
      cluster.settle();
    }
  }
  void hearEachOther(NodeId one, NodeId other, bool heard) {
    for (const auto& way : {std::pair(one, other), std::pair(other, one)}) {
      if (heard)
        cluster.cut.erase(way);
      else
        cluster.cut.insert(way);
    }
  }
  RoleKind roleOf(NodeId node) { return cluster.node(node).core->role(); }

  Limits limits = test::tinyLimits();
  test::CoreCluster cluster{3, 1, limits, 7};
};

TEST_F(Bystanders, ALearnersWordConfirmsNoRead) {
  for (const NodeId voter : {NodeId(2), NodeId(3)}) hearEachOther(NodeId(1), voter, false);
  cluster.step(NodeId(1), ReadBarrier{ReadToken(5)});
  pass({NodeId(1)}, limits.heartbeatTicks);
  EXPECT_EQ(roleOf(NodeId(1)), RoleKind::kLeader) << "too early for the question";
  EXPECT_TRUE(cluster.node(NodeId(1)).reads.empty()) << "another may lead by now";
  hearEachOther(NodeId(1), NodeId(2), true);
  pass({NodeId(1)}, limits.heartbeatTicks);
  ASSERT_EQ(cluster.node(NodeId(1)).reads.size(), 1U) << "one more voter is a majority";
  EXPECT_TRUE(cluster.node(NodeId(1)).reads[0].granted);
}

TEST_F(Bystanders, ALearnerKeepsNoLeaderInOffice) {
  pass({NodeId(1)}, 3 * limits.electionTicks);
  ASSERT_EQ(roleOf(NodeId(1)), RoleKind::kLeader) << "voters do";
  for (const NodeId voter : {NodeId(2), NodeId(3)}) hearEachOther(NodeId(1), voter, false);
  pass({NodeId(1)}, 3 * limits.electionTicks);
  EXPECT_NE(roleOf(NodeId(1)), RoleKind::kLeader) << "nobody with a vote hears it";
}

TEST_F(Bystanders, AVoterWhoseDiskStandsStillDoesNotCampaign) {
  const NodeId stalled(3);
  cluster.node(stalled).slowDisk = true;
  for (const char* text : {"beta", "gamma"}) {  // the second one says that the first is decided
    ASSERT_TRUE(cluster.propose(NodeId(1), text));
    pass({NodeId(1)}, limits.heartbeatTicks);
  }
  ASSERT_GT(cluster.node(stalled).core->commit(), cluster.node(stalled).core->durable())
      << "the others decided without it";
  // It hears for a whole time-out that others go on, then nobody any more.
  pass({NodeId(1), stalled}, limits.electionTicks);
  for (const NodeId other : {NodeId(1), NodeId(2)}) hearEachOther(other, stalled, false);
  pass({stalled}, 6 * limits.electionTicks);
  EXPECT_EQ(roleOf(stalled), RoleKind::kFollower);
  cluster.node(stalled).slowDisk = false;
  cluster.settle();
  pass({stalled}, 6 * limits.electionTicks);
  EXPECT_EQ(roleOf(stalled), RoleKind::kPreCandidate) << "with its disk it does";
}

TEST_F(Bystanders, ALearnerIsServedAndNeverCounted) {
  for (const NodeId voter : {NodeId(2), NodeId(3)}) hearEachOther(NodeId(1), voter, false);
  const Height before = cluster.node(NodeId(1)).core->commit();
  ASSERT_TRUE(cluster.propose(NodeId(1), "gamma"));
  pass({NodeId(1)}, limits.heartbeatTicks);
  EXPECT_EQ(cluster.node(kLearner).core->last(), before.next()) << "it has the block";
  EXPECT_EQ(cluster.node(NodeId(1)).core->commit(), before) << "and decides nothing by it";
}

}  // namespace
}  // namespace aurigraph::consensus
