// aurigraph-sim: whole clusters from a seed, in virtual time (docs/testing.md).

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "app/sim/program/guarded.h"

namespace {

using aurigraph::sim::FaultClass;
using aurigraph::sim::Guarded;
using aurigraph::sim::kFaultClasses;
using aurigraph::sim::Mutant;
using aurigraph::sim::RunOptions;
using aurigraph::sim::RunReport;

constexpr std::chrono::seconds kTimeout{60};  ///< For one seed; it takes a tenth of a second.
constexpr std::size_t kMinimiseRuns = 120;
constexpr std::uint64_t kTwiceOneIn = 20;              ///< 5 % of the seeds run twice: equal traces.
constexpr std::uint64_t kSeedsThatMustHitAll = 1'000;  ///< Over so many seeds every fault class strikes.
constexpr std::uint64_t kSeedsPerMutant = 1'000;       ///< A mutant that survives these survives.

struct Options {
  std::uint64_t seed = 1;
  std::uint64_t seeds = 1;
  unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  bool mutants = false;
  std::string mutant;
  std::string trace;
};

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

bool runsTwice(std::uint64_t seed) {
  return seed % kTwiceOneIn == 0;
}

struct Totals {
  std::uint64_t twice = 0;
  std::array<std::uint64_t, kFaultClasses> hits{};
  std::array<std::uint64_t, kFaultClasses> inSeeds{};
  std::uint64_t ran = 0;
  std::uint64_t events = 0;
  std::uint64_t answered = 0;
  std::uint64_t transfers = 0;
  std::uint64_t refused = 0;
  std::uint64_t blocks = 0;
  std::uint64_t elections = 0;
  std::vector<RunReport> failures;

  void add(const RunReport& report) {
    for (std::size_t at = 0; at < kFaultClasses; ++at) {
      hits[at] += report.hits[at];
      inSeeds[at] += report.hits[at] > 0 ? 1 : 0;
    }
    ++ran;
    twice += runsTwice(report.seed) && !report.violation ? 1 : 0;
    events += report.events;
    answered += report.answered;
    transfers += report.transfers;
    refused += report.refused;
    blocks += report.blocks;
    elections += report.elections;
    if (report.violation) failures.push_back(report);
  }
};

/// Some seeds twice: the simulator, and all that runs in it, must be a function of the seed.
RunReport runAndCompare(std::uint64_t seed) {
  RunReport report = aurigraph::sim::runSeed(seed);
  if (report.violation || !runsTwice(seed)) return report;
  const RunReport again = aurigraph::sim::runSeed(seed);
  if (again.traceHash != report.traceHash || again.events != report.events)
    report.violation = "determinism: two runs of one seed had different traces";
  return report;
}

/// After a failure no further seed is begun.
Totals overSeeds(const Options& options, std::uint64_t count, const Guarded::Run& run) {
  Totals totals;
  Guarded(options.jobs, kTimeout).each(options.seed, count, run, [&](const RunReport& report) {
    totals.add(report);
    return !report.violation;
  });
  std::ranges::sort(totals.failures, {}, &RunReport::seed);
  return totals;
}

bool printFaults(const Totals& totals) {
  bool all = true;
  std::printf("\n  %-22s %10s %10s\n", "fault", "struck", "in seeds");
  for (std::size_t at = 0; at < kFaultClasses; ++at) {
    const auto name = aurigraph::sim::nameOf(static_cast<FaultClass>(at));
    std::printf("  %-22.*s %10llu %10llu\n", static_cast<int>(name.size()), name.data(),
                static_cast<unsigned long long>(totals.hits[at]),
                static_cast<unsigned long long>(totals.inSeeds[at]));
    all = all && totals.hits[at] > 0;
  }
  return all;
}

/// What failed, how little of it is needed, and every event of that smallest run.
void explain(const RunReport& failure, const RunOptions& options, const std::string& traceFile) {
  std::printf("\nSeed %llu fails (%s): %s\n", static_cast<unsigned long long>(failure.seed),
              failure.cluster.c_str(), failure.violation->c_str());
  const auto smallest = aurigraph::sim::minimise(
      failure, options, kMinimiseRuns, [](std::uint64_t seed, const RunOptions& smaller) {
        return Guarded(1, kTimeout).one(seed, [&](std::uint64_t same) {
          return aurigraph::sim::runSeed(same, smaller);
        });
      });
  std::printf("Smallest run that fails (%zu tried): %s\n", smallest.runs, smallest.report.violation->c_str());
  for (std::size_t at = 0; at < kFaultClasses; ++at) {
    if (smallest.report.hits[at] == 0) continue;
    const auto name = aurigraph::sim::nameOf(static_cast<FaultClass>(at));
    std::printf("  %-22.*s %llu\n", static_cast<int>(name.size()), name.data(),
                static_cast<unsigned long long>(smallest.report.hits[at]));
  }
  for (const std::string& line : smallest.report.nodes) std::printf("  %s\n", line.c_str());
  const std::string path = traceFile.empty() ? "seed-" + std::to_string(failure.seed) + ".trace" : traceFile;
  std::ofstream out(path);
  RunOptions traced = options;
  traced.mask = smallest.mask;
  traced.sink = [&](const std::string& line) { out << line << std::endl; };  // whole, however the run ends
  (void)Guarded(1, kTimeout).one(failure.seed, [&](std::uint64_t seed) {
    return aurigraph::sim::runSeed(seed, traced);
  });
  std::printf("Every event of that run, one per line: %s\n", path.c_str());
}

int runOneTraced(const Options& options, const RunOptions& runOptions) {
  std::ofstream file;
  if (options.trace != "-") file.open(options.trace);
  RunOptions traced = runOptions;
  traced.sink = [&](const std::string& line) {
    if (options.trace == "-")
      std::printf("%s\n", line.c_str());
    else
      file << line << '\n';
  };
  const RunReport report = aurigraph::sim::runSeed(options.seed, traced);
  std::printf("Seed %llu (%s): %s\n", static_cast<unsigned long long>(report.seed), report.cluster.c_str(),
              report.violation ? report.violation->c_str() : "nothing violated");
  for (const std::string& line : report.nodes) std::printf("  %s\n", line.c_str());
  return report.violation ? 1 : 0;
}

int runSeeds(const Options& options) {
  const Stopwatch watch;
  const Totals totals = overSeeds(options, options.seeds, runAndCompare);
  const bool allStruck = printFaults(totals);
  if (!totals.failures.empty()) explain(totals.failures.front(), {}, options.trace);
  const double seconds = watch.seconds();
  std::printf(
      "\n%llu seeds from %llu in %.1f s (%.1f a second with %u at a time), %llu of them twice with equal "
      "traces\n"
      "%llu events, %llu elections, %llu blocks, %llu requests answered, %llu transfers executed and %llu "
      "refused\n",
      static_cast<unsigned long long>(totals.ran), static_cast<unsigned long long>(options.seed), seconds,
      static_cast<double>(totals.ran + totals.twice) / seconds, options.jobs,
      static_cast<unsigned long long>(totals.twice), static_cast<unsigned long long>(totals.events),
      static_cast<unsigned long long>(totals.elections), static_cast<unsigned long long>(totals.blocks),
      static_cast<unsigned long long>(totals.answered), static_cast<unsigned long long>(totals.transfers),
      static_cast<unsigned long long>(totals.refused));
  if (!totals.failures.empty()) {
    std::printf("FAILED: seed %llu; run it alone with --seed %llu --trace -\n",
                static_cast<unsigned long long>(totals.failures.front().seed),
                static_cast<unsigned long long>(totals.failures.front().seed));
    return 1;
  }
  if (!allStruck && options.seeds >= kSeedsThatMustHitAll) {
    std::printf("FAILED: a fault class never struck, so nothing is known about it\n");
    return 1;
  }
  std::printf("PASSED: nothing was violated\n");
  return 0;
}

const Mutant* mutantNamed(const std::string& name) {
  const auto& all = aurigraph::sim::mutants();
  const auto found = std::ranges::find(all, name, &Mutant::name);
  return found == all.end() ? nullptr : &*found;
}

int runMutants(const Options& options) {
  const Stopwatch watch;
  std::size_t killed = 0;
  std::printf("Known bugs in our own code, one at a time; each must be found out.\n\n");
  for (const Mutant& mutant : aurigraph::sim::mutants()) {
    RunOptions run;
    run.mutant = mutant.faults;
    Options from = options;
    from.seed = options.seed + mutant.firstSeed - 1;
    const Totals totals = overSeeds(from, kSeedsPerMutant,
                                    [&](std::uint64_t seed) { return aurigraph::sim::runSeed(seed, run); });
    std::printf("  %-28.*s %.*s\n", static_cast<int>(mutant.name.size()), mutant.name.data(),
                static_cast<int>(mutant.bug.size()), mutant.bug.data());
    if (totals.failures.empty()) {
      std::printf("    SURVIVED %llu seeds\n", static_cast<unsigned long long>(totals.ran));
    } else {
      ++killed;
      std::printf("    killed by seed %llu: %s\n",
                  static_cast<unsigned long long>(totals.failures.front().seed),
                  totals.failures.front().violation->c_str());
    }
    std::fflush(stdout);
  }
  const std::size_t all = aurigraph::sim::mutants().size();
  std::printf("\n%s: %zu of %zu mutants killed in %.1f s\n", killed == all ? "PASSED" : "FAILED", killed, all,
              watch.seconds());
  return killed == all ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Runs whole clusters in virtual time: the product's own consensus, log, ledger and admission over a\n"
      "simulated disk, network, crypto and clock, with faults drawn from a seed. One seed, one run.\n"
      "Example: aurigraph-sim --seed 1 --seeds 1000");
  Options options;
  app.add_option("--seed", options.seed, "First seed")->capture_default_str();
  app.add_option("--seeds", options.seeds, "How many")->capture_default_str()->check(CLI::PositiveNumber);
  app.add_option("--jobs", options.jobs, "Seeds at a time")->capture_default_str()->check(CLI::Range(1, 256));
  app.add_flag("--mutants", options.mutants, "Enable known bugs one by one and say which seed found each");
  app.add_option("--mutant", options.mutant, "With --trace: run the seed with this one bug");
  app.add_option("--trace", options.trace, "One seed, each event as a line into this file; - for the screen");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  aurigraph::sim::prepare();
  if (options.mutants) return runMutants(options);
  RunOptions run;
  if (!options.mutant.empty()) {
    const Mutant* mutant = mutantNamed(options.mutant);
    if (mutant == nullptr) {
      std::fprintf(stderr, "There is no mutant '%s'; --mutants lists them.\n", options.mutant.c_str());
      return 2;
    }
    run.mutant = mutant->faults;
  }
  if (!options.trace.empty() && options.seeds == 1) return runOneTraced(options, run);
  return runSeeds(options);
}
