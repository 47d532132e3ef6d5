#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

#include "app/sim/run.h"

namespace aurigraph::sim {

/// Runs seeds in processes of their own, `jobs` at a time: an assertion of our code that fails, or a run
/// that never ends, is a report like any other. One thread; POSIX.
class Guarded {
 public:
  using Run = std::function<RunReport(std::uint64_t seed)>;   ///< In the child.
  using Hear = std::function<bool(const RunReport& report)>;  ///< Here, in any order; false: no more seeds.

  Guarded(unsigned jobs, std::chrono::seconds timeout) : jobs_(jobs), timeout_(timeout) {}

  /// Seeds first … first + count − 1.
  void each(std::uint64_t first, std::uint64_t count, const Run& run, const Hear& hear) const;
  [[nodiscard]] RunReport one(std::uint64_t seed, const Run& run) const;

 private:
  unsigned jobs_;
  std::chrono::seconds timeout_;
};

}  // namespace aurigraph::sim
