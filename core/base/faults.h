#pragma once

#include <cstdint>

namespace aurigraph {

/// The fault seam (DESIGN §3, "Trace"): places where the simulator makes our own code wrong on purpose, to
/// see whether its checks notice. A template parameter, constant false in the product, so that the
/// compiler removes the places and the simulator still runs the same code.
///
/// Each module names its own faults beside its class: log 1…15, replica 16…31, consensus 32…47,
/// ledger 48…63.
enum class FaultId : std::uint8_t;

struct NoFaults {
  static constexpr bool fault(FaultId) { return false; }
};

}  // namespace aurigraph
