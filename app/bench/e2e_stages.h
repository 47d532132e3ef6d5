#pragma once

#include <boost/json/array.hpp>
#include <cstdint>

#include "app/bench/process_usage.h"
#include "app/bench/report.h"
#include "app/bench/thread_usage.h"
#include "nodes/cluster/cluster.h"

namespace aurigraph::bench {

/// What a cluster of this process has used so far; the difference of two readings over the batches between
/// them is the stage table of DESIGN §3.
struct StageReading {
  ThreadUsages threads;
  ProcessUsage process;
  std::uint64_t signaturesVerified = 0;
  std::uint64_t bodyRoots = 0;  ///< On the nodes; the client's own comes on top.
  std::uint64_t bytesHashed = 0;
  std::uint64_t diskOperations = 0;
  std::uint64_t diskBytes = 0;
  std::uint64_t turns = 0;
  std::uint64_t buffers = 0;      ///< Given out: each is a body received or copied.
  std::uint64_t systemCalls = 0;  ///< Of reading and writing files and sockets, as the kernel counts them.
};

[[nodiscard]] StageReading readStages(cluster::Cluster& cluster);

/// Differences per batch.
struct StageCosts {
  boost::json::array json;  ///< `{stage, cpu_us, waits, preempted}`, then `{count, per_batch}`.
  Table table;
};
[[nodiscard]] StageCosts stageCosts(const std::string& title, const StageReading& before,
                                    const StageReading& after, std::uint64_t batches);

}  // namespace aurigraph::bench
