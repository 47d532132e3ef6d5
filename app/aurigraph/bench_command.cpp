#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/bench/consensus_bench.h"
#include "app/bench/e2e_bench.h"
#include "app/bench/ledger_bench.h"
#include "app/bench/machine.h"

namespace aurigraph::cli {
namespace {

struct Options {
  bool quick = false;
  bool json = false;
  std::string out;
  std::string data;
};

/// One line per benchmark, in the order of `all`.
struct Benchmark {
  const char* name;
  const char* what;
  Result<bench::Report> (*run)(const bench::BenchOptions&);
};
constexpr Benchmark kBenchmarks[] = {
    {"e2e", "Client to certificate: three validators, durable, signed", &bench::runE2e},
    {"consensus", "Ordering alone, durable on three validators, beside etcd", &bench::runConsensus},
    {"ledger", "Apply alone, in memory, on one core", &bench::runLedger},
};

/// A folder of our own under `where`, removed at the end with all that nodes and peers wrote.
class DataFolder {
 public:
  static Result<DataFolder> make(const std::filesystem::path& where) {
    std::error_code error;
    std::filesystem::create_directories(where, error);
    std::string name = (std::filesystem::absolute(where) / "aurigraph-bench-XXXXXX").string();
    if (error || mkdtemp(name.data()) == nullptr)
      return fail("file.unwritable", "The folder " + where.string() + " cannot be written.",
                  "Name another one with --data.");
    return DataFolder(name);
  }
  DataFolder(DataFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  DataFolder& operator=(DataFolder&&) = delete;
  ~DataFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit DataFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

Status writeReport(const std::string& folder, const bench::Report& report, const boost::json::object& json) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const auto path = std::filesystem::path(folder) / (report.name + ".json");
  std::ofstream file(path);
  file << boost::json::serialize(json) << "\n";
  file.flush();
  if (!file)
    return fail("file.unwritable", "The file " + path.string() + " cannot be written.",
                "Name another folder with --out.");
  return {};
}

/// Runs one benchmark and gives its JSON; the table goes to the screen unless `json`.
Result<boost::json::object> runOne(const Benchmark& benchmark, const Options& options) {
  auto data = DataFolder::make(options.data);
  if (!data) return propagate(data);
  Progress progress;
  bench::BenchOptions forBench;
  forBench.quick = options.quick;
  forBench.dataFolder = data->path();
  forBench.say = [&progress](const std::string& line) { progress.say(line); };
  const bench::Machine machine = bench::thisMachine(data->path());
  auto report = benchmark.run(forBench);
  if (!report) return propagate(report);
  auto json = toJson(*report, machine, options.quick);
  if (!options.out.empty())
    if (auto written = writeReport(options.out, *report, json); !written) return propagate(written);
  progress.say("");
  if (!options.json) std::cout << inWords(*report) << "Machine: " << inWords(machine) << "\n\n" << std::flush;
  return json;
}

int runAll(const std::vector<Benchmark>& wanted, const Options& options) {
  boost::json::object all;
  for (const Benchmark& benchmark : wanted) {
    auto json = runOne(benchmark, options);
    if (!json) return report(json.error(), options.json, kFailed);
    all[benchmark.name] = std::move(*json);
  }
  if (options.json) printJson(wanted.size() == 1 ? all.begin()->value() : boost::json::value(all));
  return kDone;
}

void addOptions(CLI::App& command, Options& options) {
  command.add_flag("--quick", options.quick, "One run of what matters, under 50 s");
  command.add_flag("--json", options.json, "Only JSON on stdout");
  command.add_option("--out", options.out, "Also write the JSON into this folder, a file per benchmark");
  command
      .add_option("--data", options.data,
                  "Where nodes and peers keep their data: its file system is what is measured")
      ->default_val(".");
}

}  // namespace

void addBenchCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("bench", "Measures this machine: figures, the way they were taken, peers");
  command->require_subcommand(1);
  for (const Benchmark& benchmark : kBenchmarks) {
    auto* one = command->add_subcommand(benchmark.name, benchmark.what);
    addOptions(*one, *options);
    one->callback([options, &exitCode, &benchmark] { exitCode = runAll({benchmark}, *options); });
  }
  auto* all = command->add_subcommand("all", "All of them, one after the other");
  addOptions(*all, *options);
  all->callback([options, &exitCode] {
    exitCode = runAll({std::begin(kBenchmarks), std::end(kBenchmarks)}, *options);
  });
  command->footer(
      "Example:\n  aurigraph bench ledger --quick\n"
      "Leave the machine alone meanwhile, and compare figures of one run only.");
}

}  // namespace aurigraph::cli
