// The cluster and the driver of `bench consensus` themselves: a benchmark whose answers are not real would
// measure nothing.

#include <gtest/gtest.h>

#include "app/bench/opaque_cluster.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::bench {
namespace {

TEST(OpaqueCluster, EveryRequestIsAnsweredOnceItIsApplied) {
  const test::TemporaryFolder folder;
  auto cluster = OpaqueCluster::start(folder.path());
  ASSERT_TRUE(cluster.has_value()) << cluster.error().message;
  const auto port = (*cluster)->leaderPort();
  ASSERT_TRUE(port.has_value());
  LoadPlan plan;
  plan.port = *port;
  plan.clients = 5;
  plan.nanoseconds = 100'000'000;
  const auto load = drive(plan, [&] { return (*cluster)->client(); });
  ASSERT_TRUE(load.has_value()) << load.error().message;
  // drive() ends when nothing is under way any more: each client got one answer at least.
  EXPECT_GE(load->completed, plan.clients);
  EXPECT_EQ((*cluster)->operationsApplied().value_or(0), load->completed);
}

}  // namespace
}  // namespace aurigraph::bench
