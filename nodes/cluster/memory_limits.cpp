#include "nodes/cluster/memory_limits.h"

#include <unistd.h>

#include <algorithm>

#include "core/base/types.h"

namespace aurigraph::cluster {
namespace {

constexpr std::uint64_t kEmbeddedPercent = 60;

}  // namespace

std::uint64_t embeddedMemoryLimit(wire::NodeKind kind, std::span<const wire::NodeKind> all,
                                  std::uint64_t machineBytes) {
  std::uint64_t sum = 0;
  for (const wire::NodeKind each : all) sum += serverMemoryLimit(each);
  const std::uint64_t own = serverMemoryLimit(kind);
  if (sum == 0) return own;
  const auto share = static_cast<U128>(machineBytes) * kEmbeddedPercent / 100 * own / sum;
  return std::min(own, static_cast<std::uint64_t>(share));
}

std::uint64_t machineMemory() {
  return static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
         static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace aurigraph::cluster
