#include <stdlib.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/demo_report.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"
#include "app/embedded/embedded_cluster.h"
#include "app/training/story.h"
#include "nodes/cluster/signals.h"

namespace aurigraph::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using training::FaultInjection;

const std::map<std::string, FaultInjection> kFaults = {{"provider", FaultInjection::kProvider},
                                                       {"review", FaultInjection::kReview},
                                                       {"seal", FaultInjection::kSeal},
                                                       {"conservation", FaultInjection::kConservation}};

struct Options {
  std::uint64_t seed = 1;
  std::string breakStep;
  std::string out;
  bool keep = false;
  bool json = false;
};

/// The folder of this run: the one named, or a new one that outlives it.
Result<fs::path> makeFolder(const std::string& wanted) {
  std::error_code error;
  if (!wanted.empty()) {
    const fs::path folder = fs::absolute(wanted);
    if (fs::create_directories(folder, error); error)
      return fail("file.unwritable",
                  "The folder " + folder.string() + " cannot be made: " + error.message() + ".",
                  "Choose another one with --out.");
    return folder;
  }
  std::string pattern = (fs::temp_directory_path() / "aurigraph-demo-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    return fail("file.unwritable", "No folder could be made in " + fs::temp_directory_path().string() + ".",
                "Choose one with --out.");
  return fs::path(pattern);
}

int runDemo(const Options& options) {
  const auto began = Clock::now();
  const auto folder = makeFolder(options.out);
  if (!folder) return report(folder.error(), options.json);
  // One that ends with its story may be broken off as any program.
  std::unique_ptr<cluster::Signals> signals;
  std::unique_ptr<cluster::StopOnSignal> listening;
  if (options.keep) {
    signals = std::make_unique<cluster::Signals>();
    listening = std::make_unique<cluster::StopOnSignal>(*signals);
  }

  Progress progress;
  const auto say = [&](std::string_view line) {
    progress.say("");
    if (!options.json) std::printf("%.*s\n", static_cast<int>(line.size()), line.data());
    std::fflush(stdout);
  };
  const FaultInjection fault =
      options.breakStep.empty() ? FaultInjection::kNone : kFaults.at(options.breakStep);

  training::DemoReport result;
  result.folder = folder->string();
  embedded::EmbeddedOptions embedded;
  embedded.config.name = "demo";
  embedded.config.folder = *folder / "cluster";
  embedded.config.providersSeed = options.seed;
  embedded.logs = *folder / "logs";
  embedded.onProgress = [&](const cluster::StartProgress& at) { progress.say(cluster::describe(at.stage)); };
  if (listening) embedded.cancel = listening->token();
  embedded.adjust = [&](cluster::ClusterOptions& how) { training::injectFault(fault, how); };
  say("Starting 3 validators, 2 business nodes, 1 slim node and the provider simulator …");
  auto cluster = embedded::EmbeddedCluster::start(std::move(embedded));
  if (!cluster && listening && listening->token().stop_requested()) return kDone;
  if (cluster) {
    const auto& started = **cluster;
    if (auto saved =
            saveProfile(*folder / "profile", started.gatewayUrl(), started.authorityPem(), started.genesis());
        !saved)
      cluster = propagate(saved);
  }
  if (!cluster) {
    result.failedStep = "cluster";
    result.failure = cluster.error();
  } else {
    result.genesis = toHex((*cluster)->genesis().view());
    result.gateway = (*cluster)->gatewayUrl();
    result.validators = 3;
    result.business = 2;
    result.slim = 1;
    training::DemoOptions story;
    story.seed = options.seed;
    story.fault = fault;
    story.out = *folder;
    story.say = say;
    story.progress = [&](std::string_view what) { progress.say(what); };
    training::tellStory(**cluster, story, result);
  }
  progress.say("");
  result.wallMilliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count();
  if (options.json) {
    printJson(toJson(result));
  } else {
    std::fputs(toText(result).c_str(), stdout);
  }
  std::fflush(stdout);
  const bool asked = listening && listening->finish() != cluster::Signals::Heard::kTimeout;
  if (options.keep && cluster && !asked) {
    if (!options.json)
      std::printf(
          "\nThe cluster goes on at %s; its files are in %s.\n  aurigraph status --profile %s/profile\n"
          "Ctrl-C ends it.\n",
          result.gateway.c_str(), result.folder.c_str(), result.folder.c_str());
    std::fflush(stdout);
    signals->wait(-1);
  }
  return result.failedStep.empty() ? kDone : kFailed;
}

}  // namespace

void addDemoCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand(
      "demo", "The whole story on a cluster in this process, from outside data to verified proofs");
  command->add_option("--seed", options->seed, "Other prices, serials and ids; the same scores")
      ->capture_default_str();
  command->add_option("--break", options->breakStep, "Breaks one step: it must be noticed and named")
      ->check(CLI::IsMember({"provider", "review", "seal", "conservation"}));
  command->add_option("--out", options->out,
                      "Folder for proofs, keys and data (default: a new one under /tmp)");
  command->add_flag("--keep", options->keep, "Leave the cluster running until a signal ends it");
  command->add_flag("--json", options->json, "One JSON object on stdout");
  command->footer("Example:\n  aurigraph demo --seed 7 --keep");
  command->callback([options, &exitCode] { exitCode = runDemo(*options); });
}

}  // namespace aurigraph::cli
