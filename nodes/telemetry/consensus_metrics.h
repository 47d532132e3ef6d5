#pragma once

#include <cstdint>
#include <mutex>

#include "core/base/types.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::telemetry {

/// The metrics of one lane's replica (R-OBS-1): the one place that writes them, whatever kind of node it
/// is. Any thread.
class ConsensusMetrics {
 public:
  ConsensusMetrics(Registry& registry, Lane lane);

  /// A block was executed.
  void executed(Height height, std::uint64_t done, std::uint64_t refused);
  void stands(Height height);  ///< Executed up to here, without news of a block.
  void certified(Height height, Height checkpoint);
  void leads(bool itself);
  void operationsPerSecond(double figure);
  void invariantBroken(bool broken);
  void clocks(std::uint64_t astray, std::uint64_t blocksAhead);  ///< `blocksAhead`: a growing total.

 private:
  Registry& registry_;
  const Labels lane_;
  std::mutex mutex_;
  std::uint64_t lastBlocksAhead_ = 0;
};

}  // namespace aurigraph::telemetry
