#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace aurigraph::bench {

/// What the threads of this process have used so far, by thread name ("reactor 0", "business-1"); the main
/// thread is "main". Threads that ended meanwhile are not counted.
struct ThreadUsage {
  std::uint64_t cpuNanoseconds = 0;
  std::uint64_t voluntarySwitches = 0;    ///< It waited.
  std::uint64_t involuntarySwitches = 0;  ///< It was made to wait.
};
using ThreadUsages = std::map<std::string, ThreadUsage>;

[[nodiscard]] ThreadUsages threadUsages();
[[nodiscard]] ThreadUsages operator-(const ThreadUsages& later, const ThreadUsages& earlier);

}  // namespace aurigraph::bench
