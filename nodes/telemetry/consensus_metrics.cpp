#include "nodes/telemetry/consensus_metrics.h"

#include <string>

namespace aurigraph::telemetry {

ConsensusMetrics::ConsensusMetrics(Registry& registry, Lane lane)
    : registry_(registry), lane_{{"lane", std::to_string(lane.value)}} {}

void ConsensusMetrics::executed(Height height, std::uint64_t done, std::uint64_t refused) {
  registry_.counter("aurigraph_transaction_processed_total", {{"outcome", "done"}})
      .Increment(static_cast<double>(done));
  registry_.counter("aurigraph_transaction_processed_total", {{"outcome", "refused"}})
      .Increment(static_cast<double>(refused));
  stands(height);
}

void ConsensusMetrics::stands(Height height) {
  registry_.gauge("aurigraph_consensus_block_height", lane_).Set(static_cast<double>(height.value));
}

void ConsensusMetrics::certified(Height height, Height checkpoint) {
  registry_.gauge("aurigraph_consensus_certified_height", lane_).Set(static_cast<double>(height.value));
  registry_.gauge("aurigraph_consensus_checkpoint_height", lane_).Set(static_cast<double>(checkpoint.value));
}

void ConsensusMetrics::leads(bool itself) {
  registry_.gauge("aurigraph_consensus_is_leader", lane_).Set(itself ? 1 : 0);
}

void ConsensusMetrics::operationsPerSecond(double figure) {
  registry_.gauge("aurigraph_consensus_tps_current", lane_).Set(figure);
}

void ConsensusMetrics::invariantBroken(bool broken) {
  registry_.gauge("aurigraph_ledger_invariant_broken", lane_).Set(broken ? 1 : 0);
}

void ConsensusMetrics::clocks(std::uint64_t astray, std::uint64_t blocksAhead) {
  registry_.gauge("aurigraph_consensus_clocks_astray", lane_).Set(static_cast<double>(astray));
  const std::lock_guard lock(mutex_);
  const std::uint64_t grown = blocksAhead >= lastBlocksAhead_ ? blocksAhead - lastBlocksAhead_ : blocksAhead;
  registry_.counter("aurigraph_consensus_blocks_ahead_total", lane_).Increment(static_cast<double>(grown));
  lastBlocksAhead_ = blocksAhead;
}

}  // namespace aurigraph::telemetry
