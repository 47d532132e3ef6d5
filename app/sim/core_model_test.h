#pragma once

#include <optional>
#include <string>

#include "app/sim/faults.h"
#include "app/sim/trace.h"

namespace aurigraph::sim {

/// Consensus alone, tens of thousands of steps in a few milliseconds: what takes several elections and a
/// message from two of them ago is too rare for whole clusters. Returns the broken promise, if any.
std::optional<std::string> testCoreModel(std::uint64_t seed, const FaultSet& mutant, Trace& trace);

}  // namespace aurigraph::sim
