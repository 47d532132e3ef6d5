#pragma once

#include <sys/resource.h>

#include <cstdint>

namespace aurigraph::bench {

/// What a process has used so far; differences of two readings say what a run cost.
struct ProcessUsage {
  std::uint64_t userNanoseconds = 0;
  std::uint64_t systemNanoseconds = 0;
  std::uint64_t voluntarySwitches = 0;    ///< A thread waited.
  std::uint64_t involuntarySwitches = 0;  ///< A thread was made to wait.
  std::uint64_t peakBytes = 0;            ///< Of resident memory; not a difference.

  [[nodiscard]] std::uint64_t cpuNanoseconds() const { return userNanoseconds + systemNanoseconds; }
};

inline ProcessUsage processUsage() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto nanoseconds = [](const timeval& time) {
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000U +
           static_cast<std::uint64_t>(time.tv_usec) * 1'000U;
  };
  return {nanoseconds(used.ru_utime), nanoseconds(used.ru_stime), static_cast<std::uint64_t>(used.ru_nvcsw),
          static_cast<std::uint64_t>(used.ru_nivcsw), static_cast<std::uint64_t>(used.ru_maxrss) * 1'024U};
}

inline ProcessUsage operator-(const ProcessUsage& later, const ProcessUsage& earlier) {
  return {later.userNanoseconds - earlier.userNanoseconds,
          later.systemNanoseconds - earlier.systemNanoseconds,
          later.voluntarySwitches - earlier.voluntarySwitches,
          later.involuntarySwitches - earlier.involuntarySwitches, later.peakBytes};
}

}  // namespace aurigraph::bench
