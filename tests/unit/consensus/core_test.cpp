// Single promises of the Core that whole clusters meet too rarely to notice when they break.

#include "core/consensus/core.h"

#include <gtest/gtest.h>

#include "app/sim/core_cluster.h"

namespace aurigraph::consensus {
namespace {

Digest genesis() {
  Digest out;
  out.bytes.fill(0x42);
  return out;
}

Config config(std::uint32_t self = 3) {
  Config out;
  out.self = NodeId(self);
  out.genesis = genesis();
  out.voters.voters = {{NodeId(1), {}}, {NodeId(2), {}}, {NodeId(3), {}}};
  out.learners = {NodeId(4)};
  out.limits = test::tinyLimits();
  out.seed = 5;
  return out;
}

wire::Block block(Height height, const Digest& previous, Term term, int number) {
  wire::BlockHeader header;
  header.genesis = genesis();
  header.voterSet = config().voters.digest();
  header.height = height;
  header.term = term;
  header.previous = previous;
  header.time = Nanoseconds(number);
  return wire::BlockBuilder(allocateBuffer(BufferClass::kSmall)).finish(header);
}

Event from(std::uint32_t node, std::uint64_t term, MessageBody body) {
  return Received{{clusterTagOf(genesis()), Lane(0), NodeId(node), Term(term), std::move(body)}};
}

Append append(Height previous, Term previousTerm, std::vector<wire::Block> blocks,
              Height commit = Height(0)) {
  return {previous, previousTerm, commit, Height(0), SealRound(0), ReadRound(0), std::move(blocks)};
}

const AppendAnswer* answerIn(const std::vector<Envelope>& sent) {
  for (const Envelope& envelope : sent)
    if (const auto* answer = std::get_if<AppendAnswer>(&envelope.message.body)) return answer;
  return nullptr;
}

TEST(Core, AWriteOfReplacedBlocksDoesNotCountForWhatReplacesThem) {
  Core core(config(), {});
  Effects out;
  const wire::Block mine = block(Height(1), genesis(), Term(1), 1);
  core.step(from(1, 1, append(Height(0), Term(0), {mine})), out);
  const PersistSequence first = out.persist;
  const wire::Block other = block(Height(1), genesis(), Term(2), 2);
  core.step(from(2, 2, append(Height(0), Term(0), {other})), out);
  EXPECT_EQ(out.truncateFrom, Height(1));
  const PersistSequence second = out.persist;
  core.step(Persisted{first}, out);
  EXPECT_EQ(core.durable(), Height(0));
  core.step(Persisted{second}, out);
  EXPECT_EQ(core.durable(), Height(1));
}

TEST(Core, AnAcknowledgementWaitsForTheDisk) {
  Core core(config(), {});
  Effects out;
  core.step(from(1, 1, append(Height(0), Term(0), {block(Height(1), genesis(), Term(1), 1)})), out);
  EXPECT_EQ(answerIn(out.sendNow), nullptr);
  ASSERT_EQ(out.afterDurability.size(), 1U);
  EXPECT_EQ(out.afterDurability[0].after, out.persist);
}

TEST(Core, ANodeWithALongerLogRefusesItsVote) {
  Core core(config(), {});
  Effects out;
  core.step(from(1, 1, append(Height(0), Term(0), {block(Height(1), genesis(), Term(1), 1)})), out);
  for (int tick = 0; tick < 11; ++tick) core.step(Ticked{}, out);
  core.step(from(2, 2, VoteRequest{Height(0), Term(0), true}), out);
  ASSERT_EQ(out.sendNow.size(), 1U);
  EXPECT_FALSE(std::get<VoteAnswer>(out.sendNow[0].message.body).granted);
  core.step(from(1, 3, VoteRequest{Height(1), Term(1), true}), out);
  ASSERT_EQ(out.afterDurability.size(), 1U);
  EXPECT_TRUE(std::get<VoteAnswer>(out.afterDurability[0].envelope.message.body).granted);
}

TEST(Core, ABlockThatDoesNotNameItsPredecessorIsNotTaken) {
  Core core(config(), {});
  Effects out;
  const wire::Block first = block(Height(1), genesis(), Term(1), 1);
  core.step(from(1, 1, append(Height(0), Term(0), {first})), out);
  core.step(from(1, 1, append(Height(1), Term(1), {block(Height(2), genesis(), Term(1), 2)})), out);
  EXPECT_EQ(core.last(), Height(1));
  EXPECT_TRUE(out.append.empty());
}

TEST(Core, StrangersAndLearnersMakeNoTerms) {
  Core core(config(), {});
  Effects out;
  core.step(from(4, 50, AppendAnswer{}), out);
  core.step(from(9, 50, VoteRequest{Height(9), Term(9), true}), out);
  EXPECT_EQ(core.term(), Term(0));
}

TEST(Core, ALearnerNeverCampaignsAndNeverVotes) {
  Core core(config(4), {});
  Effects out;
  for (int tick = 0; tick < 200; ++tick) {
    core.step(Ticked{}, out);
    EXPECT_TRUE(out.sendNow.empty());
  }
  EXPECT_EQ(core.role(), RoleKind::kLearner);
  core.step(from(1, 3, VoteRequest{Height(9), Term(2), false}), out);
  EXPECT_TRUE(out.sendNow.empty() && out.afterDurability.empty());
}

TEST(Core, AFarBehindFollowerIsServedFromTheLog) {
  test::CoreCluster cluster(3, 0, test::tinyLimits(), 3);
  cluster.crash(NodeId(3));
  for (int round = 0; !cluster.leader() && round < 100; ++round) {
    cluster.tick(NodeId(1));
    cluster.settle();
  }
  ASSERT_EQ(cluster.leader(), NodeId(1));
  for (int made = 0; made < 40; ++made) {
    ASSERT_TRUE(cluster.propose(NodeId(1), "block"));
    cluster.settle();
  }
  EXPECT_EQ(cluster.node(NodeId(1)).core->block(Height(5)), nullptr) << "memory is bounded";
  cluster.start(NodeId(3));
  for (int tick = 0; tick < 12; ++tick) {
    cluster.tick(NodeId(1));
    cluster.settle();
  }
  EXPECT_EQ(cluster.node(NodeId(3)).core->commit(), Height(41));
  EXPECT_TRUE(cluster.violations.empty());
}

/// Each question costs a read of megabytes; asked again every heartbeat they would pile up before a slow
/// disk.
TEST(Core, OldBlocksAreAskedForAgainOnlyWhenTheAnswerIsOverdue) {
  test::CoreCluster cluster(3, 0, test::tinyLimits(), 3);
  cluster.crash(NodeId(3));
  for (int round = 0; !cluster.leader() && round < 100; ++round) {
    cluster.tick(NodeId(1));
    cluster.settle();
  }
  for (int made = 0; made < 40; ++made) {
    ASSERT_TRUE(cluster.propose(NodeId(1), "block"));
    cluster.settle();
  }
  Core core = *cluster.node(NodeId(1)).core;  // the log of this one never answers
  Effects out;
  core.step(PeerReconnected{NodeId(3)}, out);
  core.step(from(3, 1, AppendAnswer{.accepted = true, .height = Height(0)}), out);
  ASSERT_EQ(out.needBlocks.size(), 1U);
  std::size_t asked = 0;
  for (std::uint32_t tick = 1; tick < test::tinyLimits().stallTicks; ++tick) {
    core.step(Ticked{}, out);
    asked += out.needBlocks.size();
    core.step(from(2, 1, AppendAnswer{.accepted = true, .height = core.last()}), out);
    core.step(from(3, 1, AppendAnswer{.accepted = true, .height = Height(0)}), out);
    asked += out.needBlocks.size();
  }
  EXPECT_EQ(asked, 0U);
  core.step(Ticked{}, out);
  core.step(from(3, 1, AppendAnswer{.accepted = true, .height = Height(0)}), out);
  EXPECT_EQ(out.needBlocks.size(), 1U) << "an answer that never comes must not stop it for ever";
}

TEST(Core, ProposalsStopAtTheBoundOfWhatIsUndecided) {
  test::CoreCluster cluster(3, 0, test::tinyLimits(), 3);
  for (int round = 0; !cluster.leader() && round < 100; ++round) {
    cluster.tick(NodeId(1));
    cluster.settle();
  }
  for (std::uint32_t node : {2U, 3U}) cluster.node(NodeId(node)).slowDisk = true;
  std::size_t taken = 0;
  while (taken < 100 && cluster.propose(NodeId(1), "block")) ++taken;
  EXPECT_EQ(taken, test::tinyLimits().uncommittedBlocks);
  Effects out;
  Core copy = *cluster.node(NodeId(1)).core;
  copy.step(Propose{block(Height(99), genesis(), Term(1), 1)}, out);
  EXPECT_TRUE(out.proposalRefused);
}

/// Ticks until a follower of node 1 asks for pre-votes, at most `most`.
std::uint64_t ticksToCampaign(Core& core, std::uint64_t most) {
  for (std::uint64_t ticks = 1; ticks <= most; ++ticks) {
    Effects out;
    core.step(Ticked{}, out);
    for (const Envelope& envelope : out.sendNow)
      if (std::holds_alternative<PreVoteRequest>(envelope.message.body)) return ticks;
  }
  return most + 1;
}

Core followerOfOne(std::uint32_t self) {
  Config with = config(self);
  with.limits.electionTicks = 50;
  Core core(std::move(with), {});
  Effects out;
  core.step(from(1, 1, append(Height(0), Term(0), {})), out);
  return core;
}

TEST(Core, FollowersOfALostLeaderCampaignSoonAndOneAfterTheOther) {
  Core second = followerOfOne(2);
  Core third = followerOfOne(3);
  Effects out;
  second.step(PeerLost{NodeId(1)}, out);
  third.step(PeerLost{NodeId(1)}, out);
  EXPECT_LE(ticksToCampaign(second, 50), 2U);
  const auto later = ticksToCampaign(third, 50);
  EXPECT_GE(later, 4U);
  EXPECT_LE(later, 5U);
}

TEST(Core, ALostPeerThatDoesNotLeadChangesNothing) {
  Core second = followerOfOne(2);
  Effects out;
  second.step(PeerLost{NodeId(3)}, out);
  EXPECT_GT(ticksToCampaign(second, 50), 50U);
}

TEST(Core, ALeaderThatIsHeardAgainKeepsItsFollowers) {
  Core second = followerOfOne(2);
  Effects out;
  second.step(PeerLost{NodeId(1)}, out);
  second.step(from(1, 1, append(Height(0), Term(0), {})), out);
  EXPECT_GT(ticksToCampaign(second, 50), 50U);
  // And while it is heard, it still refuses who lost its link only.
  Effects asked;
  second.step(from(1, 1, append(Height(0), Term(0), {})), asked);
  Effects answered;
  second.step(from(3, 1, PreVoteRequest{Term(2), Height(0), Term(0)}), answered);
  ASSERT_EQ(answered.sendNow.size(), 1U);
  EXPECT_FALSE(std::get<PreVoteAnswer>(answered.sendNow.front().message.body).granted);
}

}  // namespace
}  // namespace aurigraph::consensus
