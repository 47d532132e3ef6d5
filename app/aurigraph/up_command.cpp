// `aurigraph up`: a cluster in the foreground.

#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iostream>

#include "app/aurigraph/commands.h"
#include "app/aurigraph/output.h"
#include "app/aurigraph/profile.h"
#include "nodes/cluster/cluster.h"
#include "nodes/cluster/signals.h"
#include "nodes/files/files.h"
#include "nodes/telemetry/log.h"

namespace aurigraph::cli {
namespace {

/// Without any node coming further: a long chain takes its time.
constexpr std::chrono::milliseconds kReadyTimeout{60'000};

struct UpOptions {
  std::size_t validators = 3;
  std::size_t business = 2;
  std::size_t slim = 1;
  std::string hosts;  ///< Empty: as the cluster was made, inprocess for a new one.
  std::filesystem::path data = "aurigraph-data";
  std::string name = "aurigraph";
  bool real = false;
  bool noProviders = false;
  bool json = false;
};

std::filesystem::path profileOf(const cluster::Cluster& running) {
  return running.folder().layout.root / "profile";
}

boost::json::object described(const cluster::Cluster& running) {
  boost::json::array nodes;
  for (const auto& node : running.plan().nodes)
    nodes.push_back(boost::json::object{{"node", node.node.value},
                                        {"name", node.name},
                                        {"kind", wire::nameOf(node.kind)},
                                        {"api", "https://127.0.0.1:" + std::to_string(node.apiPort)}});
  boost::json::object out{{"gateway", running.gatewayUrl()},
                          {"genesis", toHex(running.folder().digest.view())},
                          {"genesis_file", running.folder().layout.genesis().string()},
                          {"authority", running.folder().layout.authority().string()},
                          {"keys", running.folder().layout.people().string()},
                          {"profile", profileOf(running).string()},
                          {"simulated", running.folder().genesis.simulated},
                          {"nodes", std::move(nodes)}};
  if (running.simulator() != nullptr)
    out["providers"] = "https://localhost:" + std::to_string(running.simulator()->port());
  return out;
}

void print(const cluster::Cluster& running) {
  const auto& layout = running.folder().layout;
  std::cout << "Gateway   " << running.gatewayUrl() << "/api/v11\n"
            << "Trust     " << layout.authority().string() << "\n"
            << "Genesis   " << toHex(running.folder().digest.view()) << "\n"
            << "Keys      " << layout.people().string() << " (passphrase in " << layout.passphrase().string()
            << ")\n";
  std::cout << "Look      aurigraph status --profile " << profileOf(running).string() << "\n"
            << "Sign in   aurigraph login --cluster " << layout.root.string() << " --as issuer\n\n";
  std::vector<std::vector<std::string>> rows{{"NODE", "NAME", "API AND METRICS"}};
  for (const auto& node : running.plan().nodes)
    rows.push_back(
        {std::to_string(node.node.value), node.name, "https://127.0.0.1:" + std::to_string(node.apiPort)});
  std::cout << table(rows);
  for (const auto& message : running.plan().messages) std::cout << message << "\n";
  std::cout << "\nCtrl-C ends it." << std::endl;
}

int up(const UpOptions& wanted) {
  cluster::Signals signals;  // before any thread
  cluster::ClusterConfig config;
  config.name = wanted.name;
  config.simulated = !wanted.real;
  config.folder = std::filesystem::absolute(wanted.data).lexically_normal();
  const auto recorded = cluster::recordedHosts(config.folder);
  const auto hosts = wanted.hosts.empty() ? Result<cluster::HostKind>(recorded.value_or(config.hosts))
                                          : cluster::hostKindOf(wanted.hosts);
  if (!hosts) return report(hosts.error(), wanted.json, kUsage);
  config.hosts = *hosts;
  config.validators = wanted.validators;
  config.business = wanted.business;
  config.slim = wanted.slim;
  config.providers = !wanted.noProviders;
  if (auto usable = cluster::check(config); !usable) return report(usable.error(), wanted.json, kUsage);

  cluster::ClusterOptions options;
  const auto logs = config.folder / "logs";
  options.logger = [logs](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "info", .file = logs / (name + ".log")});
  };
  cluster::StopOnSignal starting(signals);
  options.cancel = starting.token();
  Progress progress;
  options.onProgress = [&progress](const cluster::StartProgress& at) {
    std::string line = std::string(cluster::describe(at.stage)) + " …";
    if (at.known != 0)
      line +=
          " executing the chain, block " + std::to_string(at.executed) + " of " + std::to_string(at.known);
    progress.say(line);
  };
  if (recorded && *recorded != config.hosts)
    std::cerr << "This cluster was made with --hosts " << cluster::nameOf(*recorded)
              << "; this time it runs with --hosts " << cluster::nameOf(config.hosts) << ".\n";
  progress.say("Starting " + std::to_string(config.validators + config.business + config.slim) + " nodes …");
  auto running = cluster::Cluster::start(config, std::move(options));
  if (running) {
    progress.say("Waiting until a leader is elected and every node answers …");
    if (auto ready = (*running)->waitReady(kReadyTimeout); !ready) running = propagate(ready);
  }
  // A signal that came while it started ends it as any other does.
  if (starting.finish() != cluster::Signals::Heard::kTimeout) {
    progress.say("Stopping …");
    return kDone;
  }
  if (!running) return report(running.error(), wanted.json);
  // For `status --profile`, and for `login --cluster`: the ports are this run's.
  const auto trusted = files::readFile((*running)->folder().layout.authority());
  if (!trusted) return report(trusted.error(), wanted.json);
  if (auto saved =
          saveProfile(profileOf(**running), (*running)->gatewayUrl(), *trusted, (*running)->folder().digest);
      !saved)
    return report(saved.error(), wanted.json);
  progress.say("");
  if (wanted.json)
    printJson(described(**running));
  else
    print(**running);
  signals.wait(-1);
  progress.say("Stopping …");
  (*running)->stop();
  return kDone;
}

}  // namespace

void addUpCommand(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<UpOptions>();
  CLI::App* command = app.add_subcommand("up", "Run a cluster in the foreground until a signal ends it");
  command->add_option("--validators", options->validators, "1 to 9 nodes that vote")->capture_default_str();
  command->add_option("--business", options->business, "1 to 10 nodes that answer clients")
      ->capture_default_str();
  command->add_option("--slim", options->slim, "0 to 4 nodes that fetch data")->capture_default_str();
  command->add_option("--hosts", options->hosts,
                      "inprocess, or process: a child process per node "
                      "(default: as the cluster was made, else inprocess)");
  command->add_option("--data", options->data, "The cluster's folder; made if missing")
      ->capture_default_str();
  command->add_option("--name", options->name, "Name of a new cluster")->capture_default_str();
  command->add_flag("--real", options->real, "A new cluster refuses simulated records, for ever");
  command->add_flag("--no-providers", options->noProviders, "Without the provider simulator");
  command->add_flag("--json", options->json, "Addresses as one JSON document, once all nodes are ready");
  command->footer("Example: aurigraph up --validators 3 --business 2 --slim 1 --data /tmp/cluster");
  command->callback([options, &exitCode] { exitCode = up(*options); });
}

}  // namespace aurigraph::cli
