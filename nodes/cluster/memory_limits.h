#pragma once

#include <cstdint>
#include <span>

#include "core/wire/genesis.h"

namespace aurigraph::cluster {

/// A node's memory ceiling on a server, in a process of its own (R-NODE-6).
[[nodiscard]] constexpr std::uint64_t serverMemoryLimit(wire::NodeKind kind) {
  constexpr std::uint64_t kGigabyte = 1'000'000'000;
  switch (kind) {
    case wire::NodeKind::kValidator:
      return 4 * kGigabyte;
    case wire::NodeKind::kBusiness:
      return 3 * kGigabyte;
    case wire::NodeKind::kSlim:
      return 2 * kGigabyte;
  }
  return 0;
}

/// The same for a node that shares a process with `all`: together they get at most 60 % of the machine, each
/// in proportion to its ceiling on a server and never above that.
[[nodiscard]] std::uint64_t embeddedMemoryLimit(wire::NodeKind kind, std::span<const wire::NodeKind> all,
                                                std::uint64_t machineBytes);

/// Physical memory of this machine.
[[nodiscard]] std::uint64_t machineMemory();

}  // namespace aurigraph::cluster
