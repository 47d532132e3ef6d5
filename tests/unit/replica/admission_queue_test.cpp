// The bounds of what a node holds before it can say where a batch goes.

#include "nodes/replica/admission_queue.h"

#include <gtest/gtest.h>

#include "core/wire/batch.h"
#include "tests/unit/log/machine.h"

namespace aurigraph::replica {
namespace {

using log::testing::digestOf;

runtime::Message batch(std::uint64_t request, std::size_t payload, std::uint8_t genesis = 7) {
  const wire::Command command{1, Bytes(payload)};
  crypto::Seed seed;
  seed.bytes.fill(5);
  SubmitBatch submit{wire::signCommands({.genesis = digestOf(genesis),
                                         .lane = Lane(),
                                         .session = SessionNumber(1),
                                         .request = RequestNumber(request),
                                         .validUntil = Nanoseconds(1)},
                                        std::span(&command, 1), crypto::SigningKey::fromSeed(seed))};
  return std::make_shared<const std::any>(std::move(submit));
}

class AdmissionQueueTest : public ::testing::Test {
 protected:
  void submit(const runtime::Message& message) {
    queue_.submit(std::any_cast<const SubmitBatch&>(*message), message);
  }
  log::testing::FixedEnvironment environment_;
  AdmissionQueue queue_{{NodeId(1), digestOf(7), Lane(), OrderingLimits(), 3, 4'000}, environment_, Faults()};
};

TEST_F(AdmissionQueueTest, HoldsNoMoreBatchesThanItsBound) {
  for (std::uint64_t request = 1; request <= 3; ++request) submit(batch(request, 10));
  EXPECT_EQ(queue_.dropped(), 0U);
  submit(batch(4, 10));
  EXPECT_EQ(queue_.dropped(), 1U);
}

TEST_F(AdmissionQueueTest, HoldsNoMoreBytesThanItsBound) {
  submit(batch(1, 3'000));
  submit(batch(2, 3'000));
  EXPECT_EQ(queue_.dropped(), 1U);
  submit(batch(2, 100));
  EXPECT_EQ(queue_.dropped(), 1U) << "a smaller one still finds room";
}

TEST_F(AdmissionQueueTest, TurnsAwayAnotherClustersBatch) {
  submit(batch(1, 10, 8));
  EXPECT_EQ(queue_.dropped(), 1U);
}

}  // namespace
}  // namespace aurigraph::replica
