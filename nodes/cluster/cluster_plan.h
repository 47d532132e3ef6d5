#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "nodes/cluster/cluster_config.h"
#include "nodes/cluster/node_config.h"

namespace aurigraph::cluster {

/// A node's links listen this far above its API port.
inline constexpr std::uint16_t kLinkPortOffset = 1'000;

struct PlannedNode {
  NodeId node;
  wire::NodeKind kind = wire::NodeKind::kValidator;
  std::string name;  ///< "validator-1"
  std::uint16_t apiPort = 0;
  std::uint16_t linkPort = 0;
  std::uint16_t gatewayPort = 0;  ///< Of the first business node; else 0.
};

/// Which nodes a cluster has and where they listen; names and numbers follow from the counts alone, so
/// that a restart with other free ports is the same cluster.
struct ClusterPlan {
  std::vector<PlannedNode> nodes;     ///< By id: validators 1…, then business, then slim.
  std::vector<std::string> messages;  ///< "Port 9003 is busy: validator-1 answers on 41233."

  [[nodiscard]] const PlannedNode* find(NodeId node) const;
  [[nodiscard]] std::uint16_t gatewayPort() const;
};

/// What the plan asks of the machine.
struct Ports {
  std::function<bool(std::uint16_t)> isFree;
  std::function<std::uint16_t()> anyFree;  ///< Another one each time; 0: none left.
};
[[nodiscard]] Ports machinePorts();

/// Pure beside what `ports` answers. Errors: those of check(); cluster.port_busy (with fixed ports, or
/// when no port is left).
Result<ClusterPlan> planCluster(const ClusterConfig& config, const Ports& ports);

/// A planned node's own configuration.
[[nodiscard]] NodeConfig nodeConfigOf(const ClusterConfig& config, const ClusterPlan& plan,
                                      const PlannedNode& node);

}  // namespace aurigraph::cluster
