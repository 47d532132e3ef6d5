#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/bench/e2e_cluster.h"
#include "app/bench/e2e_load.h"
#include "app/bench/histogram.h"

namespace aurigraph::bench {

/// The latencies of R-PERF while `batchesPerSecond` of 8,190 transfers are offered: health, consensus,
/// transaction, query, slim_cached, finality. Open loop, from the intended start, one connection each.
Result<std::map<std::string, Histogram>> probeUnderLoad(E2eCluster& cluster, std::uint64_t batchesPerSecond);

/// Kills the leader as `kill -9` does, under light load, several times; each time until the next batch is
/// committed that was sent after it, in ms. The killed node is back and caught up before the next turn.
Result<std::vector<double>> failOver(E2eCluster& cluster);

}  // namespace aurigraph::bench
