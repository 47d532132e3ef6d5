#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "nodes/gateway/ready_gate.h"
#include "nodes/telemetry/readings.h"

namespace aurigraph::gateway {

/// The nodes of the cluster as last read, for who shows them. Any thread, at once.
class ClusterNodes {
 public:
  /// All nodes, this one with its replica's status of now; may be empty: nobody reads them.
  using Read = std::function<std::vector<telemetry::NodeReading>(const replica::ReplicaStatus& own)>;

  /// `gate` outlives it.
  ClusterNodes(Read read, NodeId self, const ReadyGate& gate)
      : read_(std::move(read)), self_(self), gate_(gate) {}

  [[nodiscard]] bool areRead() const { return read_ != nullptr; }
  /// Empty if nobody reads them. This one is as healthy as its health.
  [[nodiscard]] std::vector<telemetry::NodeReading> read(const replica::ReplicaStatus& own) const;

 private:
  Read read_;
  NodeId self_;
  const ReadyGate& gate_;
};

}  // namespace aurigraph::gateway
