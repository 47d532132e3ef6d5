#include "nodes/telemetry/node_probe.h"

#include <unistd.h>

#include <fstream>

namespace aurigraph::telemetry {
namespace {

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

NodeProbe::NodeProbe(Registry& registry, Limits limits) : registry_(registry), limits_(limits) {
  registry_.gauge("container_memory_limit_bytes").Set(static_cast<double>(limits_.memoryBytes));
}

void NodeProbe::onCpu(std::uint64_t cpuNanoseconds, std::chrono::steady_clock::time_point now) {
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

void NodeProbe::onDisk(std::uint64_t operations) {
  const std::lock_guard lock(mutex_);
  grow(registry_.counter("disk_io_operations"), lastDiskOperations_, operations);
}

void NodeProbe::onLinkBytes(std::uint64_t sent, std::uint64_t received) {
  const std::lock_guard lock(mutex_);
  grow(registry_.counter("network_io_bytes", {{"direction", "sent"}}), lastSent_, sent);
  grow(registry_.counter("network_io_bytes", {{"direction", "received"}}), lastReceived_, received);
}

void NodeProbe::onMemory(std::uint64_t accountedBytes) {
  const std::uint64_t bytes = limits_.ownProcess ? residentBytes() : accountedBytes;
  const std::lock_guard lock(mutex_);
  memoryBytes_ = bytes;
  registry_.gauge("container_memory_usage_bytes").Set(static_cast<double>(bytes));
}

NodeProbe::Usage NodeProbe::usage() const {
  const std::lock_guard lock(mutex_);
  const auto up = std::chrono::steady_clock::now() - started_;
  return {cpuPercent_, memoryBytes_, limits_.memoryBytes,
          static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(up).count())};
}

}  // namespace aurigraph::telemetry
