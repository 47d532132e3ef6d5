// What one batch of 8,190 transfers costs beside time, on every node of a real cluster: numbers, no clock. A
// change that checks a signature twice, hashes or copies a body once more, or syncs more often fails here.

#include <gtest/gtest.h>

#include "app/bench/e2e_cluster.h"
#include "app/bench/e2e_load.h"
#include "app/bench/e2e_stages.h"
#include "core/wire/transfer.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::bench {
namespace {

constexpr std::uint64_t kBatches = 20;
constexpr std::uint64_t kBodyBytes = limits::kMaxTransfersPerBatch * limits::kTransferBytes;
constexpr std::uint64_t kValidators = 3;

TEST(E2eCounts, ABatchIsCheckedHashedCopiedAndWrittenNoMoreOftenThanItMust) {
  test::TemporaryFolder folder;
  auto cluster = E2eCluster::start(folder.path(), {.business = 1, .slim = 0, .payers = 8, .tokens = 1},
                                   [](const std::string&) {});
  ASSERT_TRUE(cluster) << cluster.error().message;
  auto load = E2eLoad::open(**cluster);
  ASSERT_TRUE(load) << load.error().message;
  StageReading before;
  StageReading after;
  const auto outcome =
      (*load)->run({.batchSize = limits::kMaxTransfersPerBatch,
                    .window = 1,
                    .warmUp = std::chrono::milliseconds(0),
                    .measured = std::chrono::minutes(2),
                    .atMost = kBatches},
                   [&](bool begins) { (begins ? before : after) = readStages((*cluster)->cluster()); });
  ASSERT_EQ(outcome.transfers, kBatches * limits::kMaxTransfersPerBatch) << outcome.firstRefusal;
  ASSERT_TRUE(E2eLoad::checkBooks(**cluster, {load->get()}));

  // The business node when it admits, each validator before it executes; the business node's own replica
  // knows the signature and checks the body that came.
  EXPECT_EQ(after.signaturesVerified - before.signaturesVerified, kBatches * (1 + kValidators));
  EXPECT_EQ(after.bodyRoots - before.bodyRoots, kBatches * (1 + kValidators + 1));
  EXPECT_EQ(after.bytesHashed - before.bytesHashed, kBatches * (1 + kValidators + 1) * kBodyBytes);
  // Received by the gateway, by the leader, by two followers and the learner; copied once, into the block.
  // One more for some batches: a slow machine makes the business node send a batch again.
  EXPECT_LT(after.buffers - before.buffers, kBatches * 7);
  // Three logs and the learner's, each the body and a page, and what the log says about itself.
  EXPECT_LT(after.diskBytes - before.diskBytes, kBatches * (kValidators + 2) * kBodyBytes);
  EXPECT_LT(after.diskOperations - before.diskOperations, kBatches * 20);
}

}  // namespace
}  // namespace aurigraph::bench
