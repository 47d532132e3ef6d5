#include "app/bench/e2e_bench.h"

#include <algorithm>

#include "app/bench/e2e_cluster.h"
#include "app/bench/e2e_load.h"
#include "app/bench/thread_usage.h"
#include "app/bench/process_usage.h"

namespace aurigraph::bench {

Result<Report> runE2e(const BenchOptions& options) {
  E2eShape shape;
  auto cluster = E2eCluster::start(options.dataFolder, shape, options.say);
  if (!cluster) return passOn(cluster);
  auto load = E2eLoad::open(**cluster);
  if (!load) return passOn(load);
  Report report;
  report.name = "e2e";
  options.say("batches of 8,190");
  ThreadUsages threads;
  ProcessUsage process;
  const auto big = (*load)->run({.batchSize = 8'190, .window = 16, .measured = std::chrono::milliseconds(getenv("M8") ? atoi(getenv("M8")) : 5000)}, [&](bool begins) {
    threads = threadUsages() - (begins ? ThreadUsages{} : threads);
    process = processUsage() - (begins ? ProcessUsage{} : process);
  });
  options.say("batches of 1");
  ThreadUsages threads1;
  ProcessUsage process1;
  const std::size_t w1 = getenv("W1") ? atoi(getenv("W1")) : 256;
  const auto one = (*load)->run({.batchSize = 1, .window = w1, .measured = std::chrono::milliseconds(getenv("M1") ? atoi(getenv("M1")) : 5000)}, [&](bool begins) {
    threads1 = threadUsages() - (begins ? ThreadUsages{} : threads1);
    process1 = processUsage() - (begins ? ProcessUsage{} : process1);
  });
  const Status books = (*load)->checkBooks();
  Table table{"", {{"WHAT", "PER SECOND", "COMMIT P50", "P99", "FINAL P50", "P99", "REFUSED"}}};
  const auto row = [&](const char* name, const LoadOutcome& outcome) {
    table.rows.push_back({name, perSecond(outcome.transfersPerSecond()), milliseconds(outcome.committed.p50Ms()),
                          milliseconds(outcome.committed.p99Ms()), milliseconds(outcome.final.p50Ms()),
                          milliseconds(outcome.final.p99Ms()),
                          std::to_string(outcome.refusedBatches) + " " + outcome.firstRefusal});
  };
  row("batches of 8,190", big);
  row("batches of 1", one);
  report.tables.push_back(table);
  const auto stageTable = [&](const ThreadUsages& threads, const ProcessUsage& process, const LoadOutcome& big) {
  Table stages{"threads, per batch", {{"THREAD", "CPU US", "WAITS", "PREEMPTED"}}};
  for (const auto& [name, usage] : threads) {
    const double n = static_cast<double>(std::max<std::uint64_t>(big.batches, 1));
    stages.rows.push_back({name, perSecond(static_cast<double>(usage.cpuNanoseconds) / 1e3 / n),
                           perSecond(static_cast<double>(usage.voluntarySwitches) / n),
                           perSecond(static_cast<double>(usage.involuntarySwitches) / n)});
  }
  stages.rows.push_back({"all", perSecond(static_cast<double>(process.cpuNanoseconds()) / 1e3 / static_cast<double>(std::max<std::uint64_t>(big.batches, 1))), "", ""});
  report.tables.push_back(stages);
  };
  stageTable(threads, process, big);
  stageTable(threads1, process1, one);
  if (!books) report.notes.push_back(std::string(books.error().code) + " " + books.error().message);
  return report;
}

}  // namespace aurigraph::bench
