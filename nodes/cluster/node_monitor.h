#pragma once

#include <chrono>
#include <mutex>

#include "nodes/replica/replica.h"
#include "nodes/runtime/runtime.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::cluster {

/// Brings a node's metrics up to date (R-OBS-1): from applied blocks as they come, from readings when
/// somebody looks. Any thread.
class NodeMonitor {
 public:
  explicit NodeMonitor(telemetry::Registry& registry);

  void onBlock(const replica::BlockApplied& applied);
  void onStatus(const replica::ReplicaStatus& status);
  /// CPU is measured between two readings, over `cores` (R-SCALE-1).
  void onUsage(const runtime::NodeUsage& usage, double cores, std::chrono::steady_clock::time_point now);
  void onLinkBytes(std::uint64_t sent, std::uint64_t received);
  /// Resident memory of this process: right for a node of its own process, an upper bound in a shared one.
  void onMemory();

 private:
  telemetry::Registry& registry_;
  std::mutex mutex_;
  std::uint64_t lastCpu_ = 0;
  std::chrono::steady_clock::time_point lastUsage_{};
  std::uint64_t lastDiskOperations_ = 0;
  std::uint64_t lastSent_ = 0;
  std::uint64_t lastReceived_ = 0;
  // Operations of the present and the last whole second of block time.
  std::int64_t second_ = 0;
  std::uint64_t inSecond_ = 0;
};

}  // namespace aurigraph::cluster
