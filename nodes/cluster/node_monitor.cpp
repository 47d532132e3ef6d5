#include "nodes/cluster/node_monitor.h"

#include <unistd.h>

#include <fstream>

namespace aurigraph::cluster {
namespace {

const telemetry::Labels kLane = {{"lane", "0"}};
constexpr std::int64_t kSecond = 1'000'000'000;

/// Adds what a growing total grew by; a total that fell began anew.
void grow(prometheus::Counter& counter, std::uint64_t& last, std::uint64_t total) {
  counter.Increment(static_cast<double>(total >= last ? total - last : total));
  last = total;
}

std::uint64_t residentBytes() {
  std::ifstream facts("/proc/self/statm");
  std::uint64_t pages = 0;
  std::uint64_t resident = 0;
  return facts >> pages >> resident ? resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

NodeMonitor::NodeMonitor(telemetry::Registry& registry, Limits limits)
    : registry_(registry), limits_(limits) {
  registry_.gauge("container_memory_limit_bytes").Set(static_cast<double>(limits_.memoryBytes));
}

void NodeMonitor::onBlock(const replica::BlockApplied& applied) {
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  for (const auto& result : applied.results) {
    const std::uint64_t refused = result.batchCode != 0 ? result.count : result.failures.size();
    failed += refused;
    done += result.count - refused;
  }
  const std::lock_guard lock(mutex_);
  registry_.counter("aurigraph_transaction_processed_total", {{"outcome", "done"}})
      .Increment(static_cast<double>(done));
  registry_.counter("aurigraph_transaction_processed_total", {{"outcome", "refused"}})
      .Increment(static_cast<double>(failed));
  const auto& header = applied.block.header();
  registry_.gauge("aurigraph_consensus_block_height", kLane).Set(static_cast<double>(header.height.value));
  const std::int64_t second = header.time.value / kSecond;
  if (second != second_) {
    registry_.gauge("aurigraph_consensus_tps_current", kLane)
        .Set(second == second_ + 1 ? static_cast<double>(inSecond_) : 0.0);
    second_ = second;
    inSecond_ = 0;
  }
  inSecond_ += done;
}

void NodeMonitor::onStatus(const replica::ReplicaStatus& status) {
  registry_.gauge("aurigraph_consensus_block_height", kLane).Set(static_cast<double>(status.applied.value));
  registry_.gauge("aurigraph_consensus_certified_height", kLane)
      .Set(static_cast<double>(status.certified.value));
  registry_.gauge("aurigraph_consensus_checkpoint_height", kLane)
      .Set(static_cast<double>(status.checkpoint.value));
  registry_.gauge("aurigraph_consensus_is_leader", kLane)
      .Set(status.role == replica::ReplicaStatus::Role::kLeader ? 1 : 0);
  registry_.gauge("aurigraph_consensus_clocks_astray", kLane)
      .Set(static_cast<double>(status.clocksAstray.size()));
  const std::lock_guard lock(mutex_);
  grow(registry_.counter("aurigraph_consensus_blocks_ahead_total", kLane), lastBlocksAhead_,
       status.blocksFromTheFuture);
}

void NodeMonitor::onCpu(std::uint64_t cpuNanoseconds, std::chrono::steady_clock::time_point now) {
  const std::lock_guard lock(mutex_);
  const bool first = lastUsage_ == std::chrono::steady_clock::time_point{};
  if (!first && now - lastUsage_ < kShortestReading) return;
  if (!first && cpuNanoseconds >= lastCpu_) {
    const double wall = std::chrono::duration<double, std::nano>(now - lastUsage_).count();
    cpuPercent_ = 100.0 * static_cast<double>(cpuNanoseconds - lastCpu_) / (wall * limits_.cores);
    registry_.gauge("container_cpu_usage_percent").Set(*cpuPercent_);
  }
  lastUsage_ = now;
  lastCpu_ = cpuNanoseconds;
}

void NodeMonitor::onDisk(std::uint64_t operations) {
  const std::lock_guard lock(mutex_);
  grow(registry_.counter("disk_io_operations"), lastDiskOperations_, operations);
}

void NodeMonitor::onLinkBytes(std::uint64_t sent, std::uint64_t received) {
  const std::lock_guard lock(mutex_);
  grow(registry_.counter("network_io_bytes", {{"direction", "sent"}}), lastSent_, sent);
  grow(registry_.counter("network_io_bytes", {{"direction", "received"}}), lastReceived_, received);
}

void NodeMonitor::onMemory(std::uint64_t accountedBytes) {
  const std::uint64_t bytes = limits_.ownProcess ? residentBytes() : accountedBytes;
  const std::lock_guard lock(mutex_);
  memoryBytes_ = bytes;
  registry_.gauge("container_memory_usage_bytes").Set(static_cast<double>(bytes));
}

NodeMonitor::Usage NodeMonitor::usage() const {
  const std::lock_guard lock(mutex_);
  const auto up = std::chrono::steady_clock::now() - started_;
  return {cpuPercent_, memoryBytes_, limits_.memoryBytes,
          static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(up).count())};
}

}  // namespace aurigraph::cluster
