#include "nodes/replica/replica_actor.h"

#include <gtest/gtest.h>

#include "core/wire/commands.h"
#include "tests/support/ledger_fixture.h"
#include "tests/unit/replica/author.h"
#include "tests/unit/replica/replica_sim.h"

namespace aurigraph::replica {
namespace {

using testing::agreed;
using testing::Author;
using testing::certifiedEverywhere;
using testing::Microseconds;
using Sim = testing::ReplicaSim;

constexpr Microseconds kSecond = 1'000'000;
const NodeId kLearner(4);

wire::Genesis genesis() {
  return test::testGenesis();
}

constexpr std::uint64_t kFullBatch = limits::kMaxTransfersPerBatch;

/// Batches as large as they can be, of transfers between accounts that do not exist.
void submitFullBatches(Sim& sim, std::uint64_t count) {
  const std::vector<wire::Transfer> transfers(
      kFullBatch, wire::Transfer{.debit = 1, .credit = 2, .amount = 3, .token = 4});
  wire::BatchDraft draft;
  draft.genesis = sim.genesis().digest();
  draft.session = SessionNumber(1);
  draft.validUntil = sim.lastsTheRun();
  for (std::uint64_t request = 1; request <= count; ++request) {
    draft.request = RequestNumber(request);
    sim.submit(kLearner, wire::signTransfers(draft, transfers, test::holder().key));
  }
}

TEST(Replica, OrdersExecutesAndCertifiesWhatALearnerSubmits) {
  Sim sim(3, 1, genesis(), 1);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 40));
  const Height height(sim.heard(kLearner).blocks.size());
  EXPECT_TRUE(certifiedEverywhere(sim, 4, height)) << "the last block becomes final too";
  EXPECT_EQ(sim.heard(kLearner).certificates.back().statement.height, sim.status(kLearner).certified);
  bool known = false;
  ASSERT_TRUE(sim.withLedger(NodeId(2), [&](const ledger::Ledger& ledger) {
    known = ledger.identityNamed("person 40").has_value();
  }));
  EXPECT_TRUE(known);
  EXPECT_TRUE(agreed(sim));
}

TEST(Replica, RequestsComeInOrderAndOnceHoweverOftenTheyAreSent) {
  Sim sim(3, 1, genesis(), 2);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == 1; }, kSecond));
  Author author(sim);
  sim.submit(kLearner, author.batch(3));  // a gap: never ordered
  sim.run(kSecond / 5);
  for (int copy = 0; copy < 3; ++copy)
    for (std::uint64_t request = 1; request <= 3; ++request) sim.submit(kLearner, author.batch(request));
  ASSERT_TRUE(sim.runUntil([&] { return author.executedAt(kLearner) == 3; }, 2 * kSecond));
  sim.run(kSecond / 5);
  std::vector<std::uint64_t> ordered;
  for (const BlockApplied& applied : sim.heard(kLearner).blocks)
    for (std::size_t at = 0; at < applied.block.batchCount(); ++at)
      ordered.push_back(applied.block.batch(at).request.value);
  EXPECT_EQ(ordered, (std::vector<std::uint64_t>{1, 2, 3}));
}

TEST(Replica, ABatchWithABadSignatureIsANoOpEverywhere) {
  Sim sim(3, 1, genesis(), 3);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == 1; }, kSecond));
  Author author(sim);
  Bytes forged = author.batch(1);
  forged[200] ^= 1;  // inside the signature
  sim.submit(kLearner, forged);
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == 2; }, kSecond));
  EXPECT_EQ(sim.heard(kLearner).blocks[1].outcome.results[0].batchCode,
            static_cast<std::uint16_t>(ledger::ReasonCode::kBadSignature));
  ASSERT_TRUE(author.register_(kLearner, 2)) << "the author goes on from what the ledger says";
  EXPECT_TRUE(certifiedEverywhere(sim, 4, Height(3)));
  EXPECT_TRUE(agreed(sim));
}

TEST(Replica, LeaderCrashLosesNothingAcknowledged) {
  for (std::uint64_t seed = 10; seed < 20; ++seed) {
    Sim sim(3, 1, genesis(), seed);
    ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
    Author author(sim);
    ASSERT_TRUE(author.register_(kLearner, 20));
    const NodeId first = *sim.leader();
    for (std::uint64_t request = 21; request <= 24; ++request) sim.submit(kLearner, author.batch(request));
    sim.run(seed * 200);  // somewhere in the middle of it
    sim.crash(first);
    ASSERT_TRUE(author.register_(kLearner, 20)) << "seed " << seed;
    EXPECT_NE(sim.leader(), first);
    sim.start(first);
    ASSERT_TRUE(sim.runUntil([&] { return author.executedAt(first) == 40; }, 10 * kSecond))
        << "seed " << seed;
    EXPECT_TRUE(certifiedEverywhere(sim, 4, Height(sim.heard(kLearner).blocks.size())));
    ASSERT_TRUE(agreed(sim)) << "seed " << seed;
  }
}

TEST(Replica, RestartOfAllNodesKeepsEverythingAcknowledged) {
  for (std::uint64_t seed = 30; seed < 40; ++seed) {
    Sim sim(3, 1, genesis(), seed);
    Author author(sim);
    ASSERT_TRUE(author.register_(kLearner, 60));
    using Crash = log::testing::MemoryDisk::CrashPolicy;
    const Crash power{seed % 2 == 0 ? Crash::Kind::kNothing : Crash::Kind::kSomeSectors, 512,
                      static_cast<std::uint32_t>(seed)};
    for (std::uint32_t id = 1; id <= 4; ++id) sim.crash(NodeId(id), power);
    sim.run(kSecond);
    for (std::uint32_t id = 1; id <= 4; ++id) sim.start(NodeId(id));
    ASSERT_TRUE(sim.runUntil([&] { return author.executedAt(kLearner) == 60; }, 10 * kSecond))
        << "seed " << seed;
    ASSERT_TRUE(author.register_(kLearner, 10)) << "seed " << seed;
    EXPECT_TRUE(certifiedEverywhere(sim, 4, Height(sim.heard(kLearner).blocks.size())));
    ASSERT_TRUE(agreed(sim)) << "seed " << seed;
  }
}

TEST(Replica, AGenesisOfAnUnknownProtocolVersionIsNotExecuted) {
  wire::Genesis later = genesis();
  later.protocol = Protocol(kProtocol.value + 1);
  Sim sim(3, 0, later, 51);
  ASSERT_TRUE(sim.runUntil([&] { return !sim.up(NodeId(1)); }, kSecond));
  EXPECT_EQ(sim.stops.front(), "replica.needs_version");
}

bool ready(Sim& sim, NodeId id) {
  return sim.heard(id).readiness && sim.heard(id).readiness->ready;
}

TEST(Replica, IsReadyOnlyWithAllThatWasAcknowledged) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Sim sim(3, 1, genesis(), 40 + seed);
    ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
    Author author(sim);
    ASSERT_TRUE(author.register_(kLearner, 60));
    const std::size_t acknowledged = sim.heard(kLearner).blocks.size();
    // One that comes back to a cluster that runs, or all at once.
    const bool all = seed % 2 == 0;
    for (std::uint32_t id = all ? 1 : 4; id <= 4; ++id) sim.crash(NodeId(id));
    for (std::uint32_t id = all ? 1 : 4; id <= 4; ++id) sim.start(NodeId(id));
    EXPECT_FALSE(ready(sim, kLearner));
    for (std::uint32_t id = all ? 1 : 4; id <= 4; ++id) {
      ASSERT_TRUE(sim.runUntil([&] { return ready(sim, NodeId(id)); }, 10 * kSecond)) << seed << ", " << id;
      EXPECT_GE(sim.heard(NodeId(id)).blocksWhenReady, acknowledged) << seed << ", " << id;
    }
    EXPECT_TRUE(agreed(sim));
  }
}

TEST(Replica, WhoHearsNobodyIsNotReadyHoweverMuchItHas) {
  Sim sim(3, 1, genesis(), 77);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 10));
  const NodeId alone = sim.leader() == NodeId(1) ? NodeId(2) : NodeId(1);
  sim.crash(alone);
  for (std::uint32_t other = 1; other <= 4; ++other)
    if (NodeId(other) != alone) sim.cut(alone, NodeId(other));
  sim.start(alone);
  sim.run(3 * kSecond);
  EXPECT_FALSE(ready(sim, alone));
  sim.heal();
  EXPECT_TRUE(sim.runUntil([&] { return ready(sim, alone); }, 5 * kSecond));
  // And it stays so when everybody else goes: what it shows is old then, but was the whole truth.
  for (std::uint32_t other = 1; other <= 4; ++other)
    if (NodeId(other) != alone) sim.crash(NodeId(other));
  sim.run(3 * kSecond);
  EXPECT_TRUE(ready(sim, alone));
  EXPECT_EQ(sim.status(alone).leader, NodeId(0));
}

TEST(Replica, AClusterWithoutTrafficIsReadyAtOnce) {
  for (const std::size_t validators : {1U, 3U}) {
    Sim sim(validators, 1, genesis(), 5);
    for (std::uint32_t id = 1; id <= validators + 1; ++id)
      EXPECT_TRUE(sim.runUntil([&] { return ready(sim, NodeId(id)); }, 3 * kSecond))
          << validators << ", " << id;
  }
}

TEST(Replica, AVoterWhoseDiskIsGoneRefusesAndNothingIsDecidedOverWhatWasFinal) {
  Sim sim(3, 1, genesis(), 5);
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 1));
  sim.crash(NodeId(3));
  ASSERT_TRUE(author.register_(kLearner, 3));  // decided by the first and the second
  sim.crash(NodeId(1));
  sim.crash(NodeId(2));
  sim.disk(NodeId(1)) = {};
  const std::size_t known = sim.heard(kLearner).blocks.size();

  sim.start(NodeId(1));
  sim.start(NodeId(3));
  sim.run(30 * kSecond);
  EXPECT_EQ(sim.stops, std::vector<std::string>{"log.never_formatted"});
  EXPECT_FALSE(sim.up(NodeId(1)));
  EXPECT_FALSE(sim.leader()) << "the third alone decides nothing";
  EXPECT_EQ(sim.heard(kLearner).blocks.size(), known);

  sim.start(NodeId(2));
  ASSERT_TRUE(author.register_(kLearner, 2));
  EXPECT_TRUE(sim.violations.empty()) << sim.violations.front();
  EXPECT_TRUE(sim.runUntil([&] { return author.executedAt(NodeId(3)) == 6; }, 5 * kSecond));
}

TEST(Replica, LostFramesAndPartitionsDelayButNeverLose) {
  Sim sim(3, 1, genesis(), 50);
  sim.lossOneIn = 10;
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 50));
  sim.cut(NodeId(1), NodeId(2));
  ASSERT_TRUE(author.register_(kLearner, 20));
  sim.heal();
  sim.lossOneIn = 0;
  EXPECT_TRUE(certifiedEverywhere(sim, 4, Height(sim.heard(kLearner).blocks.size())));
  EXPECT_TRUE(agreed(sim));
}

TEST(Replica, ABlockFromTheFutureIsNotTakenLive) {
  Sim sim(3, 1, genesis(), 60);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 1));
  for (const NodeId validator : {NodeId(1), NodeId(2)})
    sim.setClockOffset(validator, 60'000'000'000);  // a majority of wrong ones: more than we promise to bear
  sim.run(kSecond / 2);                             // heard with the next answers
  sim.submit(kLearner, author.batch(2));
  sim.run(kSecond / 2);
  EXPECT_GT(sim.status(kLearner).blocksFromTheFuture, 0U);
  for (const NodeId validator : {NodeId(1), NodeId(2)}) sim.setClockOffset(validator, 0);
  ASSERT_TRUE(author.register_(kLearner, 1)) << "with sane clocks it goes on";
  EXPECT_TRUE(agreed(sim));
}

TEST(Replica, ALeaderWithAWrongClockGoesOnInTheTimeOfTheOthers) {
  Sim sim(3, 1, genesis(), 68);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  const NodeId leader = *sim.leader();
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 1));
  for (const std::int64_t wrong : {3'600'000'000'000, -3'600'000'000'000}) {
    sim.setClockOffset(leader, wrong);
    sim.run(kSecond / 2);  // heard with the next answers
    ASSERT_TRUE(author.register_(kLearner, 5));
    EXPECT_EQ(sim.leader(), leader) << "nothing speaks against it";
    EXPECT_EQ(sim.status(leader).clocksAstray, std::vector<NodeId>{leader});
    const Nanoseconds time = sim.heard(kLearner).blocks.back().block.header().time;
    EXPECT_LT(std::abs(time.value - sim.wallClock().value), 1'000'000'000) << wrong;
  }
  EXPECT_TRUE(agreed(sim));
}

TEST(Replica, BlockTimeOnlyEverGrows) {
  Sim sim(3, 1, genesis(), 61);
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 5));
  for (std::uint32_t id = 1; id <= 4; ++id) sim.setClockOffset(NodeId(id), -3'600'000'000'000);
  ASSERT_TRUE(author.register_(kLearner, 5)) << "clocks that jump back stop nothing";
  for (std::size_t at = 1; at < sim.heard(kLearner).blocks.size(); ++at)
    EXPECT_GT(sim.heard(kLearner).blocks[at].block.header().time,
              sim.heard(kLearner).blocks[at - 1].block.header().time);
}

TEST(Replica, LeadershipIsHandedOverOnRequest) {
  Sim sim(3, 1, genesis(), 62);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  const NodeId old = *sim.leader();
  const NodeId transferee(old == NodeId(1) ? 2 : 1);
  sim.post(old, HandOverLeadership{transferee});
  EXPECT_TRUE(sim.runUntil([&] { return sim.leader() == transferee; }, kSecond / 5));
}

TEST(Replica, BlocksCanBeReadBackLongAfterwards) {
  Sim sim(3, 1, genesis(), 63);
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 100));
  std::vector<wire::Block> read;
  sim.post(NodeId(1),
           ReadBlocks{Height(2), [&](std::vector<wire::Block> blocks) { read = std::move(blocks); }});
  ASSERT_TRUE(sim.runUntil([&] { return !read.empty(); }, kSecond));
  EXPECT_EQ(read[0].hash(), sim.heard(kLearner).blocks[1].block.hash());
}

TEST(Replica, AFullBatchTravelsAndIsExecutedInSlices) {
  Sim sim(3, 1, genesis(), 64);
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == 1; }, 5 * kSecond));
  constexpr std::uint64_t kBatches = 12;
  submitFullBatches(sim, kBatches);
  ASSERT_TRUE(sim.runUntil(
      [&] {
        return sim.status(NodeId(1)).operationsApplied == kBatches * kFullBatch &&
               sim.status(kLearner).operationsApplied == kBatches * kFullBatch;
      },
      5 * kSecond));
  for (std::size_t at = 1; at < sim.heard(kLearner).blocks.size(); ++at)
    for (const wire::BatchResult& result : sim.heard(kLearner).blocks[at].outcome.results) {
      EXPECT_EQ(result.batchCode, 0);
      EXPECT_EQ(result.failures.size(), kFullBatch) << "nobody has such an account";
    }
  EXPECT_TRUE(certifiedEverywhere(sim, 4, Height(sim.heard(kLearner).blocks.size())));
  EXPECT_TRUE(agreed(sim));
}

/// A batch of 500 transfers fills a sixteenth of the buffer that it needs. What is kept in memory is counted
/// in buffers, or the pool ends and the lane with it.
TEST(Replica, BuffersThatAreHardlyFilledDoNotEndThePool) {
  Sim sim(3, 1, genesis(), 69, {}, {.tailBlocks = 128, .blockBuffers = 32});
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == 1; }, 5 * kSecond));
  const std::vector<wire::Transfer> transfers(
      500, wire::Transfer{.debit = 1, .credit = 2, .amount = 3, .token = 4});
  wire::BatchDraft draft;
  draft.genesis = sim.genesis().digest();
  draft.session = SessionNumber(1);
  draft.validUntil = sim.lastsTheRun();
  for (std::uint64_t request = 1; request <= 100; ++request) {
    draft.request = RequestNumber(request);
    sim.submit(kLearner, wire::signTransfers(draft, transfers, test::holder().key));
    ASSERT_TRUE(
        sim.runUntil([&] { return sim.status(kLearner).operationsApplied == 500 * request; }, 5 * kSecond))
        << "batch " << request;
  }
}

TEST(Replica, ABacklogAsksForOneTurnAtATime) {
  Sim sim(3, 1, genesis(), 66);
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == 1; }, 5 * kSecond));
  submitFullBatches(sim, 12);
  ASSERT_TRUE(
      sim.runUntil([&] { return sim.status(kLearner).operationsApplied == 12 * kFullBatch; }, 5 * kSecond));
  sim.crash(kLearner);
  sim.start(kLearner);  // and executes everything again
  ASSERT_TRUE(
      sim.runUntil([&] { return sim.status(kLearner).operationsApplied == 12 * kFullBatch; }, 5 * kSecond));
  EXPECT_EQ(sim.mostContinues, 1U) << "each event would add a turn to the queue before the next heartbeat";
}

/// Frames of these blocks, as they lie on a disk.
std::uint64_t logBytes(const std::vector<BlockApplied>& blocks) {
  std::uint64_t sum = 0;
  for (const BlockApplied& applied : blocks) sum += log::frameBytes(applied.block.buffer().bodySize());
  return sum;
}

/// Small blocks, one registration each: what a log mostly consists of.
::testing::AssertionResult makeSmallBlocks(Author& author, std::uint64_t count) {
  for (std::uint64_t made = 0; made < count; ++made)
    if (auto done = author.register_(kLearner, 1); !done) return done;
  return ::testing::AssertionSuccess();
}

constexpr std::uint64_t kSmallBlocks = 400;

/// Once to open it, once to execute it.
TEST(Replica, ARestartReadsItsLogOnceToExecuteIt) {
  Sim sim(3, 1, genesis(), 70);
  Author author(sim);
  ASSERT_TRUE(makeSmallBlocks(author, kSmallBlocks));
  const NodeId node(sim.leader() == NodeId(1) ? 2 : 1);
  sim.crash(node);
  sim.disk(node).bytesRead = 0;
  sim.start(node);
  ASSERT_TRUE(
      sim.runUntil([&] { return sim.status(node).role != ReplicaStatus::Role::kRecovering; }, 5 * kSecond));
  const std::uint64_t opening = sim.disk(node).bytesRead;
  EXPECT_LE(opening, sim.disk(node).usedBytes() * 12 / 10) << "each segment once";
  const auto all = sim.heard(kLearner).blocks.size();
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(node).blocks.size() == all; }, 60 * kSecond));
  EXPECT_LE(sim.disk(node).bytesRead - opening, logBytes(sim.heard(node).blocks) * 12 / 10);
  EXPECT_TRUE(agreed(sim));
}

/// A business node without a log asks the leader for everything; the leader reads what it sends.
TEST(Replica, ALeaderReadsForALearnerWhatItSends) {
  Sim sim(3, 1, genesis(), 71);
  Author author(sim);
  ASSERT_TRUE(makeSmallBlocks(author, kSmallBlocks));
  const auto leader = sim.leader();
  ASSERT_TRUE(leader.has_value());
  const auto all = sim.heard(kLearner).blocks.size();
  sim.crash(kLearner);  // nothing was synced: its log is gone
  sim.run(kSecond);
  sim.disk(*leader).bytesRead = sim.disk(kLearner).bytesRead = 0;
  sim.start(kLearner);
  ASSERT_TRUE(sim.runUntil([&] { return sim.heard(kLearner).blocks.size() == all; }, 60 * kSecond));
  ASSERT_EQ(sim.leader(), leader);
  const std::uint64_t sent = logBytes(sim.heard(kLearner).blocks);
  EXPECT_LE(sim.disk(*leader).bytesRead, sent * 12 / 10);
  EXPECT_GE(sim.disk(*leader).bytesRead, sent * 8 / 10) << "it came from the disk";
  EXPECT_LE(sim.disk(kLearner).bytesRead, sent * 12 / 10) << "what it cannot execute yet it reads back once";
  EXPECT_TRUE(agreed(sim));
}

TEST(Replica, OneOldBlockCostsOneRead) {
  Sim sim(3, 1, genesis(), 72);
  Author author(sim);
  ASSERT_TRUE(makeSmallBlocks(author, 40));
  sim.run(kSecond);
  const NodeId node(1);
  sim.disk(node).bytesRead = 0;
  std::vector<wire::Block> read;
  sim.post(node,
           ReadBlocks{Height(2), [&](std::vector<wire::Block> blocks) { read = std::move(blocks); }, 1});
  ASSERT_TRUE(sim.runUntil([&] { return !read.empty(); }, kSecond));
  EXPECT_EQ(read.size(), 1U);
  EXPECT_EQ(sim.disk(node).bytesRead, log::frameBytes(read[0].buffer().bodySize()));
}

TEST(Replica, OnlyDecidedBlocksAreHandedOut) {
  Sim sim(3, 1, genesis(), 67);
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 3));
  const NodeId leader = *sim.leader();
  for (std::uint32_t id = 1; id <= 4; ++id)
    if (NodeId(id) != leader) sim.cut(leader, NodeId(id));
  sim.submit(leader, author.batch(4));
  sim.run(kSecond / 10);
  ASSERT_EQ(sim.leader(), leader);
  const Height decided = sim.status(leader).committed;
  std::optional<std::vector<wire::Block>> read;
  sim.post(leader, ReadBlocks{Height(1), [&](std::vector<wire::Block> blocks) { read = std::move(blocks); }});
  ASSERT_TRUE(sim.runUntil([&] { return read.has_value(); }, kSecond / 10));
  ASSERT_FALSE(read->empty());
  for (const wire::Block& block : *read) EXPECT_LE(block.header().height, decided);
  std::optional<std::size_t> last;
  sim.post(leader, ReadBlocks{decided, [&](std::vector<wire::Block> blocks) { last = blocks.size(); }});
  ASSERT_TRUE(sim.runUntil([&] { return last.has_value(); }, kSecond / 10));
  EXPECT_EQ(*last, 1U);
}

TEST(Replica, ACheckpointComesWithoutTraffic) {
  Sim sim(3, 1, genesis(), 65);
  Author author(sim);
  ASSERT_TRUE(author.register_(kLearner, 1));
  EXPECT_TRUE(sim.runUntil([&] { return sim.status(kLearner).checkpoint >= Height(2); }, 5 * kSecond))
      << "the leader proposes an empty block when the ledger's timer is due";
  const Height settled(sim.heard(kLearner).blocks.size());
  sim.run(5 * kSecond);
  EXPECT_LE(sim.heard(kLearner).blocks.size(), settled.value + 1) << "and then it is quiet";
}

/// What a promise sent before the disk has it would do: the checks above must be able to notice.
TEST(Replica, PromisesBeforeDurabilityAreFoundOut) {
  const FaultSet sendsTooEarly = FaultSet().set(static_cast<std::size_t>(kFaultSendBeforeDurable));
  std::size_t noticed = 0;
  for (std::uint64_t seed = 1; seed <= 20 && noticed == 0; ++seed) {
    Sim sim(3, 0, genesis(), seed, Faults(sendsTooEarly));
    if (!sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond)) continue;
    const std::size_t before = sim.heard(*sim.leader()).blocks.size();
    // Everybody loses power while the first block is under way.
    sim.runUntil([&] { return sim.leader() && sim.heard(*sim.leader()).blocks.size() > before; }, kSecond);
    const std::size_t seen = sim.heard(*sim.leader()).blocks.size();
    for (std::uint32_t id = 1; id <= 3; ++id) sim.crash(NodeId(id));
    for (std::uint32_t id = 1; id <= 3; ++id) sim.start(NodeId(id));
    sim.runUntil([&] { return sim.leader() && sim.heard(*sim.leader()).blocks.size() > seen; }, 5 * kSecond);
    if (!sim.violations.empty()) ++noticed;
  }
  EXPECT_GT(noticed, 0U);
}

// DESIGN §3, "Budget": what a commit of one costs is counted, so that nobody adds a sync or a copy unseen.
TEST(Replica, ACommitOfOneCostsOneSyncPerValidatorAndOneFramePerFollower) {
  Sim sim(3, 0, genesis(), 11);
  ASSERT_TRUE(sim.runUntil([&] { return sim.leader().has_value(); }, 5 * kSecond));
  const NodeId leader = *sim.leader();
  Author author(sim);
  ASSERT_TRUE(author.register_(leader, 4));
  sim.run(kSecond + kSecond / 2);  // all of that is durable and marked everywhere, and the checkpoint taken
  constexpr std::uint64_t kCommits = 10;
  std::map<NodeId, Sim::Asked> before;
  for (std::uint32_t node = 1; node <= 3; ++node) before[NodeId(node)] = sim.asked(NodeId(node));
  for (std::uint64_t commit = 0; commit < kCommits; ++commit) {
    ASSERT_TRUE(author.register_(leader, 1));
    sim.run(5'000);  // the followers' disks, too; less than the checkpoint's block time
  }
  for (std::uint32_t number = 1; number <= 3; ++number) {
    const NodeId node(number);
    const Sim::Asked& after = sim.asked(node);
    EXPECT_EQ(after.syncs - before[node].syncs, kCommits) << "node " << number;
    EXPECT_LE(after.otherWrites - before[node].otherWrites, kCommits) << "marks of node " << number;
    EXPECT_EQ(after.verifications - before[node].verifications, kCommits) << "node " << number;
    EXPECT_EQ(after.blockFrames - before[node].blockFrames, node == leader ? 2 * kCommits : 0U)
        << "node " << number;
  }
}

}  // namespace
}  // namespace aurigraph::replica
