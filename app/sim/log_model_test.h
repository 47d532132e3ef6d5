#pragma once

#include <optional>
#include <string>

#include "app/sim/faults.h"
#include "app/sim/trace.h"

namespace aurigraph::sim {

/// The write-ahead log alone, without a cluster around it: appends, truncations, hard states and releases on
/// tiny segments, cut short at any disk operation by power losses with lost and torn writes. Segments are
/// recycled here, which whole replicas do not do before there are snapshots.
///
/// Promises: what was called durable is there after every restart, block by block; the newest durable hard
/// state or a later one is; nothing is invented; a log whose acknowledged bytes are whole always opens.
/// Returns the broken promise, if any.
std::optional<std::string> testLogModel(std::uint64_t seed, const FaultSet& mutant, Trace& trace);

}  // namespace aurigraph::sim
