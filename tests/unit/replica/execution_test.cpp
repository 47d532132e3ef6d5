#include "nodes/replica/execution.h"

#include <gtest/gtest.h>

#include "core/ledger/ledger.h"
#include "core/wire/commands.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::replica {
namespace {

using test::LedgerWorld;

class ExecutionTest : public ::testing::Test {
 protected:
  /// A block of two batches by two authors.
  wire::Block twoBatches() {
    wire::Transfer transfer{.debit = 1, .credit = 2, .amount = 3, .token = 4};
    return world_.block(
        {world_.transfers(test::holder(), {transfer}), world_.transfers(test::holder2(), {transfer})});
  }
  /// The questions about signatures that one call made, in order.
  static std::vector<runtime::Token> askedIn(runtime::Out& out) {
    std::vector<runtime::Token> tokens;
    for (runtime::Request& request : out.requests())
      if (const auto* ask = std::get_if<runtime::VerifyBatch>(&request)) tokens.push_back(ask->token);
    return tokens;
  }

  LedgerWorld world_;
  Execution execution_{std::make_unique<LedgerMachine>(std::move(
                           *ledger::Ledger::fromGenesis(test::testGenesis(), test::testSecret(), {}))),
                       test::testGenesis().digest(),
                       Lane(0),
                       consensus::VoterHistory(test::testGenesis().voters()),
                       ExecutionLimits{},
                       1};
};

TEST_F(ExecutionTest, ABlockWaitsForEveryVerdict) {
  runtime::Out out;
  execution_.expect(twoBatches(), out);
  const auto asked = askedIn(out);
  ASSERT_EQ(asked.size(), 2U);
  execution_.verified({asked[1], true, {}});
  EXPECT_FALSE(execution_.hasMore(Height(1)));
  execution_.verified({asked[0], true, {}});
  EXPECT_TRUE(execution_.hasMore(Height(1)));
}

/// A leader's block, another leader's instead, the first one again: verdicts asked for the first time come
/// late.
TEST_F(ExecutionTest, AVerdictCountsOnceForABlockThatWasTakenBackAndCameAgain) {
  const wire::Block block = twoBatches();
  runtime::Out before;
  execution_.expect(block, before);
  execution_.truncated(Height(1));
  runtime::Out after;
  execution_.expect(block, after);
  const auto first = askedIn(before);
  const auto second = askedIn(after);
  ASSERT_EQ(second.size(), 2U);

  execution_.verified({first[0], true, {}});
  execution_.verified({second[0], true, {}});
  EXPECT_FALSE(execution_.hasMore(Height(1))) << "nobody has said anything about the second batch";
  execution_.verified({second[1], true, {}});
  ASSERT_TRUE(execution_.hasMore(Height(1)));
  const auto done = execution_.run(Height(1));
  ASSERT_EQ(done.size(), 1U);
  for (const wire::BatchResult& result : done[0].outcome.results) EXPECT_EQ(result.batchCode, 0);
  EXPECT_TRUE(execution_.verified({first[1], true, {}})) << "late, and for nothing";
}

/// What a read brought is kept until its turn comes, and the next read is due while half of it still waits.
TEST_F(ExecutionTest, BlocksReadBackAreKeptInTheirOrderAndNeverLackedAgain) {
  ExecutionLimits limits;
  limits.verifyAhead = 2;
  constexpr std::size_t kBuffer = limits::kBufferHeaderBytes + bodyCapacity(BufferClass::kBlock);
  limits.readAheadBytes = 6 * kBuffer;
  Execution execution(std::make_unique<LedgerMachine>(std::move(
                          *ledger::Ledger::fromGenesis(test::testGenesis(), test::testSecret(), {}))),
                      test::testGenesis().digest(), Lane(0),
                      consensus::VoterHistory(test::testGenesis().voters()), limits, 1);
  std::vector<wire::Block> blocks;
  for (int count = 0; count < 8; ++count) {
    blocks.push_back(twoBatches());
    world_.apply(blocks.back());
  }
  EXPECT_EQ(execution.lacks(), Height(1));
  execution.keep({blocks.begin(), blocks.begin() + 5});
  EXPECT_EQ(execution.lacks(), Height(6));
  runtime::Out out;
  const auto feed = [&] {
    std::uint64_t fed = 0;
    for (; const auto block = execution.takeKept(); ++fed) execution.expect(*block, out);
    return fed;
  };
  EXPECT_EQ(feed(), 2U) << "only what is near is verified";
  EXPECT_EQ(execution.lacks(), Height(6));
  EXPECT_TRUE(execution.hasRoom()) << "three of six buffers: time for the next read";
  execution.keep({blocks.begin() + 5, blocks.end()});
  EXPECT_FALSE(execution.hasRoom());
  EXPECT_EQ(execution.lacks(), Height(9));
  std::vector<Height> done;
  while (done.size() < 8) {
    for (const runtime::Token token : askedIn(out)) (void)execution.verified({token, true, {}});
    out = {};
    const auto finished = execution.run(Height(8));
    ASSERT_FALSE(finished.empty());
    for (const BlockApplied& applied : finished) done.push_back(applied.block.header().height);
    feed();
  }
  for (std::size_t at = 0; at < done.size(); ++at) EXPECT_EQ(done[at], Height(at + 1));
  EXPECT_TRUE(execution.hasRoom());
}

}  // namespace
}  // namespace aurigraph::replica
