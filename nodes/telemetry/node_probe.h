#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>

#include "nodes/telemetry/registry.h"

namespace aurigraph::telemetry {

/// What a node uses of its machine (R-OBS-1), brought up to date when somebody looks. Any thread.
class NodeProbe {
 public:
  struct Limits {
    double cores = 1;               ///< The node's share: what 100 % CPU is.
    bool ownProcess = false;        ///< Then its memory is the process's resident memory.
    std::uint64_t memoryBytes = 0;  ///< Its ceiling (R-NODE-6).
  };
  NodeProbe(Registry& registry, Limits limits);

  struct Usage {
    std::optional<double> cpuPercent;  ///< Nothing before two readings.
    std::uint64_t memoryBytes = 0;
    std::uint64_t memoryLimitBytes = 0;
    std::uint64_t uptimeSeconds = 0;
  };
  /// The same figures as `/metrics`.
  [[nodiscard]] Usage usage() const;

  /// CPU is measured between two readings at least kShortestReading apart, over the share of cores
  /// (R-SCALE-1): several ask, and none may shorten the other's window to nothing.
  void onCpu(std::uint64_t cpuNanoseconds, std::chrono::steady_clock::time_point now);
  void onDisk(std::uint64_t operations);
  void onLinkBytes(std::uint64_t sent, std::uint64_t received);
  /// What the node accounts for; ignored in an own process, whose resident memory is read instead.
  void onMemory(std::uint64_t accountedBytes);

  static constexpr std::chrono::milliseconds kShortestReading{500};

 private:
  Registry& registry_;
  const Limits limits_;
  const std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
  mutable std::mutex mutex_;
  std::optional<double> cpuPercent_;
  std::uint64_t memoryBytes_ = 0;
  std::uint64_t lastCpu_ = 0;
  std::chrono::steady_clock::time_point lastUsage_{};
  std::uint64_t lastDiskOperations_ = 0;
  std::uint64_t lastSent_ = 0;
  std::uint64_t lastReceived_ = 0;
};

}  // namespace aurigraph::telemetry
