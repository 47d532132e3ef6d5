#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/sim/faults.h"
#include "tests/sim/trace.h"

namespace aurigraph::sim {

struct RunOptions {
  FaultSet mutant;
  FaultMask mask;
  Trace::Sink sink;  ///< Each event as a line; empty: none.
};

struct RunReport {
  std::uint64_t seed = 0;
  std::optional<std::string> violation;
  std::array<std::uint64_t, kFaultClasses> hits{};
  std::uint64_t strikes = 0;  ///< Faults drawn, masked ones included: their ordinals are below.
  std::uint64_t traceHash = 0;
  std::uint64_t events = 0;
  Microseconds virtualTime = 0;
  std::uint64_t answered = 0;  ///< Requests that a client heard the outcome of.
  std::uint64_t blocks = 0;
  std::uint64_t elections = 0;
  std::string cluster;             ///< "3 validators + 2 business"
  std::vector<std::string> nodes;  ///< How each of them stood at the end, if something was violated.
};

/// One seed, one run, one thread: a safety phase with the seed's faults, then a liveness phase without
/// faults in which everything must come to rest and work again; before both, a drill of the log alone.
RunReport runSeed(std::uint64_t seed, const RunOptions& options = {});

struct Minimised {
  RunReport report;  ///< Of the smallest run that still fails.
  FaultMask mask;
  std::size_t runs = 0;
};
/// Takes away fault classes, then single faults, as long as the seed still fails.
Minimised minimise(std::uint64_t seed, const RunOptions& options, std::size_t atMostRuns);

}  // namespace aurigraph::sim
