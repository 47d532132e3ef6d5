#pragma once

#include <optional>

#include "core/base/result.h"
#include "nodes/cluster/cluster_plan.h"

namespace aurigraph::cluster {

/// What a driver knows of a node without asking the node.
struct HostedNode {
  bool running = false;
  bool listening = false;      ///< It runs and has its ports.
  std::optional<Error> ended;  ///< Why it ended by itself; empty: never started, stopped or killed by us.
};

/// Where nodes run (R-NODE-3): the one seam between a cluster and its hosts. One thread calls.
class HostDriver {
 public:
  virtual ~HostDriver() = default;  ///< Stops all.

  /// Starts a node that does not run. Returns when it has begun, not when it is healthy.
  virtual Status start(const PlannedNode& node) = 0;
  /// Lets requests under way end; loses nothing acknowledged (R-NODE-5). Waits.
  virtual void stop(NodeId node) = 0;
  /// As a power cut would: nothing is drained, nothing more is synced. Waits.
  virtual void kill(NodeId node) = 0;
  virtual HostedNode look(NodeId node) = 0;
  /// A new certificate lies in the node's folder. Whoever reads its folder by itself need not be told.
  virtual Status renew(NodeId) { return {}; }
};

}  // namespace aurigraph::cluster
