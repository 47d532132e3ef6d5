#include "app/bench/e2e_stages.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <fstream>
#include <map>

#include "nodes/runtime/runtime.h"

namespace aurigraph::bench {
namespace {

/// Which threads belong to which stage. Turns of all nodes share the reactors; their links do too.
const std::map<std::string, std::string>& stages() {
  static const std::map<std::string, std::string> known = {
      {"main", "client: make and sign"},
      {"batch stream", "client: stream, TLS"},
      {"services", "gateway, projection"},
      {"crypto", "crypto: signatures, body roots"},
      {"reactor 0", "turns and links of nodes 2, 4"},
      {"reactor 1", "turns and links of nodes 1, 3"},
      {"disk validator-", "log, three disks"},
      {"disk business-1", "log of the learner"},
  };
  return known;
}

std::uint64_t ioCalls() {
  std::ifstream in("/proc/self/io");
  std::uint64_t sum = 0;
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("syscr:") || line.starts_with("syscw:"))
      sum += std::strtoull(line.c_str() + 6, nullptr, 10);
  return sum;
}

double per(std::uint64_t count, std::uint64_t batches) {
  return static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(batches, 1));
}

}  // namespace

StageReading readStages(cluster::Cluster& cluster) {
  StageReading out;
  out.threads = threadUsages();
  out.process = processUsage();
  out.systemCalls = ioCalls();
  runtime::Runtime* runtime = cluster.runtime();
  if (runtime == nullptr) return out;
  for (const auto& node : cluster.plan().nodes) {
    const auto usage = runtime->usage(node.node);
    out.signaturesVerified += usage.signaturesVerified;
    out.bodyRoots += usage.bodyRoots;
    out.bytesHashed += usage.bytesHashed;
    out.diskOperations += usage.diskOperations;
    out.diskBytes += usage.diskBytes;
    out.turns += usage.turns;
  }
  out.buffers =
      runtime->buffers().acquired(BufferClass::kSmall) + runtime->buffers().acquired(BufferClass::kBlock);
  return out;
}

StageCosts stageCosts(const std::string& title, const StageReading& before, const StageReading& after,
                      std::uint64_t batches) {
  StageCosts out;
  out.table.title = title;
  out.table.rows = {{"STAGE", "CPU US", "WAITS", "PREEMPTED"}};
  const auto row = [&](const std::string& stage, std::uint64_t nanoseconds, std::uint64_t waits,
                       std::uint64_t preempted) {
    const double micros = per(nanoseconds, batches) / 1e3;
    out.table.rows.push_back(
        {stage, perSecond(micros), perSecond(per(waits, batches)), perSecond(per(preempted, batches))});
    out.json.push_back(boost::json::object{{"stage", stage},
                                           {"cpu_us", micros},
                                           {"waits", per(waits, batches)},
                                           {"preempted", per(preempted, batches)}});
  };
  std::map<std::string, ThreadUsage> byStage;
  for (const auto& [name, usage] : after.threads - before.threads) {
    const auto known = stages().find(name);
    ThreadUsage& sum = byStage[known == stages().end() ? "other threads" : known->second];
    sum.cpuNanoseconds += usage.cpuNanoseconds;
    sum.voluntarySwitches += usage.voluntarySwitches;
    sum.involuntarySwitches += usage.involuntarySwitches;
  }
  for (const auto& [stage, usage] : byStage)
    row(stage, usage.cpuNanoseconds, usage.voluntarySwitches, usage.involuntarySwitches);
  const ProcessUsage all = after.process - before.process;
  row("all", all.cpuNanoseconds(), all.voluntarySwitches, all.involuntarySwitches);
  const auto count = [&](const std::string& what, std::uint64_t later, std::uint64_t earlier) {
    const double each = per(later - earlier, batches);
    out.table.rows.push_back({what, perSecond(each), "", ""});
    out.json.push_back(boost::json::object{{"count", what}, {"per_batch", each}});
  };
  count("signatures verified on nodes", after.signaturesVerified, before.signaturesVerified);
  count("body roots on nodes", after.bodyRoots, before.bodyRoots);
  count("bytes hashed for them", after.bytesHashed, before.bytesHashed);
  count("buffers filled (received or copied)", after.buffers, before.buffers);
  count("disk requests", after.diskOperations, before.diskOperations);
  count("bytes written to disk", after.diskBytes, before.diskBytes);
  count("actors' turns", after.turns, before.turns);
  count("read and write calls", after.systemCalls, before.systemCalls);
  return out;
}

}  // namespace aurigraph::bench
