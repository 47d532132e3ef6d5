#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

#include "core/base/types.h"

namespace aurigraph::cluster {

/// What the start of a cluster goes through, in this order.
enum class StartStage : std::uint8_t {
  kFolder,     ///< Genesis, keys and certificates: opened, or made.
  kProviders,  ///< The provider simulator.
  kNodes,      ///< Every node has begun.
  kLeader,     ///< The validators executed what is decided and know a leader.
  kGateway,    ///< Business and slim nodes can work.
};
inline constexpr std::size_t kStartStages = 5;

struct StartProgress {
  StartStage stage = StartStage::kFolder;
  std::size_t done = 0;  ///< Of `total`; equal: the stage is over.
  std::size_t total = 0;
  /// Blocks executed, of those that are decided, by the node that has most of them before it; 0 of 0 when
  /// none is known to read the chain.
  std::uint64_t executed = 0;
  std::uint64_t known = 0;
};

/// How far the nodes of a start came. A node that failed and does again what it had done comes no further.
class Advance {
 public:
  /// As a node said now. True if it came further than ever.
  bool look(NodeId node, std::uint64_t executed, std::uint64_t projected, bool healthy) {
    Furthest& best = nodes_[node];
    const bool further = executed > best.executed || projected > best.projected || (healthy && !best.healthy);
    best.executed = std::max(best.executed, executed);
    best.projected = std::max(best.projected, projected);
    best.healthy = best.healthy || healthy;
    return further;
  }

 private:
  struct Furthest {
    std::uint64_t executed = 0;
    std::uint64_t projected = 0;
    bool healthy = false;
  };
  std::map<NodeId, Furthest> nodes_;
};

/// "folder", "providers", "nodes", "leader", "gateway"
[[nodiscard]] constexpr std::string_view nameOf(StartStage stage) {
  constexpr std::string_view kNames[kStartStages] = {"folder", "providers", "nodes", "leader", "gateway"};
  return kNames[static_cast<std::size_t>(stage)];
}

/// For a person.
[[nodiscard]] constexpr std::string_view describe(StartStage stage) {
  constexpr std::string_view kWords[kStartStages] = {
      "Opening the folder and its keys", "Starting the provider simulator", "Starting the nodes",
      "Waiting until a leader is elected", "Waiting until the gateway answers"};
  return kWords[static_cast<std::size_t>(stage)];
}

}  // namespace aurigraph::cluster
