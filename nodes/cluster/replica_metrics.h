#pragma once

#include "nodes/replica/replica.h"
#include "nodes/telemetry/consensus_metrics.h"

/// A replica's words as metrics (R-OBS-1): from applied blocks as they come, from its status when somebody
/// looks.
namespace aurigraph::cluster {

class ReplicaMetrics {
 public:
  ReplicaMetrics(telemetry::Registry& registry, Lane lane) : metrics_(registry, lane) {
    metrics_.invariantBroken(false);
  }

  /// On the replica's turn.
  void onBlock(const replica::BlockApplied& applied);
  void onBroken() { metrics_.invariantBroken(true); }
  /// Any thread.
  void onStatus(const replica::ReplicaStatus& status);

 private:
  telemetry::ConsensusMetrics metrics_;
  // Operations of the present and the last whole second of block time.
  std::int64_t second_ = 0;
  std::uint64_t inSecond_ = 0;
};

}  // namespace aurigraph::cluster
