#include "nodes/cluster/replica_metrics.h"

namespace aurigraph::cluster {

constexpr std::int64_t kSecond = 1'000'000'000;

void ReplicaMetrics::onBlock(const replica::BlockApplied& applied) {
  std::uint64_t done = 0;
  std::uint64_t refused = 0;
  for (const auto& result : applied.outcome.results) {
    const std::uint64_t failed = result.batchCode != 0 ? result.count : result.failures.size();
    refused += failed;
    done += result.count - failed;
  }
  const auto& header = applied.block.header();
  metrics_.executed(header.height, done, refused);
  const std::int64_t second = header.time.value / kSecond;
  if (second != second_) {
    metrics_.operationsPerSecond(second == second_ + 1 ? static_cast<double>(inSecond_) : 0.0);
    second_ = second;
    inSecond_ = 0;
  }
  inSecond_ += done;
}

void ReplicaMetrics::onStatus(const replica::ReplicaStatus& status) {
  metrics_.stands(status.applied);
  metrics_.certified(status.certified, status.checkpoint);
  metrics_.leads(status.role == replica::ReplicaStatus::Role::kLeader);
  metrics_.clocks(status.clocksAstray.size(), status.blocksFromTheFuture);
}

}  // namespace aurigraph::cluster
