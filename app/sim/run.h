#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/sim/faults.h"
#include "app/sim/trace.h"

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
  std::uint64_t answered = 0;   ///< Requests that a client heard the outcome of.
  std::uint64_t transfers = 0;  ///< Executed, …
  std::uint64_t refused = 0;    ///< … and refused one by one, by their reasons.
  std::uint64_t blocks = 0;
  std::uint64_t elections = 0;
  std::string cluster;             ///< "3 validators + 2 business"
  std::vector<std::string> nodes;  ///< How each of them stood at the end, if something was violated.
};

/// Makes the keys that all runs share; once, before processes are forked, so that not each makes them anew.
void prepare();

/// One seed, one run, one thread: a safety phase with the seed's faults, then a liveness phase without
/// faults in which everything must come to rest and work again; before both, model tests of the log and of
/// consensus alone.
RunReport runSeed(std::uint64_t seed, const RunOptions& options = {});

struct Minimised {
  RunReport report;  ///< Of the smallest run that still fails.
  FaultMask mask;
  std::size_t runs = 0;
};
/// Takes away fault classes, then single faults, as long as the seed still fails. `run` carries out one
/// run, so that a caller can do it in a process of its own.
using RunOne = std::function<RunReport(std::uint64_t seed, const RunOptions& options)>;
Minimised minimise(const RunReport& failure, const RunOptions& options, std::size_t atMostRuns,
                   const RunOne& run);

}  // namespace aurigraph::sim
