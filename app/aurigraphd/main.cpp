// The daemon: one node or a whole cluster, headless. Logs are JSON lines on standard error.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <mutex>
#include <optional>

#include "nodes/cluster/cluster.h"
#include "nodes/cluster/last_word.h"
#include "nodes/cluster/running_node.h"
#include "nodes/cluster/signals.h"
#include "nodes/files/files.h"
#include "nodes/telemetry/log.h"

namespace aurigraph {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kUsage = 2;
/// How often the daemon looks whether its node must not go on.
constexpr int kLookMilliseconds = 200;
/// And how often whether a new certificate lies in its folder: every two seconds, two small files.
constexpr unsigned kLooksPerRenewal = 2'000 / kLookMilliseconds;
/// After this long a cluster that is not ready yet says so, and goes on.
constexpr std::chrono::milliseconds kReadyTimeout{60'000};

/// Who looks after this process, if anybody does, learns that it has its ports, and why it ends.
void tellParent(bool withParent, std::string_view word) {
  if (withParent) (void)!::write(STDOUT_FILENO, word.data(), word.size());
}

void tellParent(bool withParent, const Error& error) {
  tellParent(withParent, cluster::lastWord(error));
}

int report(spdlog::logger& log, const Error& error, int code = kFailed) {
  log.critical("{}: {} {}", error.code, error.message, error.remedy);
  log.flush();
  return code;
}

/// A node's configuration names its number; a cluster's does not.
bool isNodeConfig(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    std::string_view line(text.data() + at, end - at);
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
    if (line.starts_with('[')) return false;  // tables come after the top's names
    if (line.starts_with("node") && line.find('=') != line.npos &&
        line.substr(4, line.find('=') - 4).find_first_not_of(" \t") == line.npos)
      return true;
    at = end + 1;
  }
  return false;
}

int runNode(const cluster::NodeConfig& config, cluster::Signals& signals, bool withParent,
            const std::string& level) {
  const auto log = telemetry::makeLogger({.node = config.name, .level = level, .file = {}});
  runtime::Runtime runtime({});
  runtime::ServiceThreads services(1);
  std::mutex mutex;
  std::optional<Error> poison;
  const auto poisoned = [&]() -> std::optional<Error> {
    const std::lock_guard lock(mutex);
    return poison;
  };
  auto node = cluster::RunningNode::start(
      config, {.runtime = runtime,
               .services = services,
               .log = log,
               .cores = static_cast<double>(std::max(1U, std::thread::hardware_concurrency())),
               .ownProcess = true,
               .tied = withParent,
               .crashable = false,
               .onStopped =
                   [&](const Error& why) {
                     const std::lock_guard lock(mutex);
                     poison = why;
                   },
               .falseKey = std::nullopt});
  if (!node) {
    tellParent(withParent, node.error());
    return report(*log, node.error());
  }
  tellParent(withParent, cluster::kStartedWord);
  auto heard = cluster::Signals::Heard::kTimeout;
  for (unsigned looks = 1; heard == cluster::Signals::Heard::kTimeout && !poisoned(); ++looks) {
    heard = signals.wait(kLookMilliseconds, withParent);
    if (looks % kLooksPerRenewal != 0) continue;
    if (auto renewed = (*node)->renew(); !renewed)
      log->error("{}: {} {}", renewed.error().code, renewed.error().message, renewed.error().remedy);
  }
  if (const auto why = poisoned()) {
    // What the disk holds is what counts now: nothing is drained, whoever started us does it again.
    log->flush();
    tellParent(withParent, *why);
    std::_Exit(kFailed);
  }
  log->info("node.stopping: {}",
            heard == cluster::Signals::Heard::kParentGone ? "its parent is gone" : "asked by a signal");
  (*node)->stop();
  node->reset();
  services.stop();
  runtime.stop();
  log->info("node.stopped: nothing acknowledged was lost");
  log->flush();
  return kDone;
}

int runCluster(const cluster::ClusterConfig& config, cluster::Signals& signals, bool withParent,
               const std::string& level) {
  const auto logger = [level](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = level, .file = {}});
  };
  const auto log = logger("cluster");
  cluster::ClusterOptions options;
  options.logger = logger;
  cluster::StopOnSignal starting(signals, withParent);
  options.cancel = starting.token();
  auto running = cluster::Cluster::start(config, std::move(options));
  Status ready;
  if (!running) {
    ready = propagate(running);
  } else {
    log->info("cluster.started: gateway {}, folder {}", (*running)->gatewayUrl(), config.folder.string());
    ready = (*running)->waitReady(kReadyTimeout);
  }
  const bool asked = starting.finish() != cluster::Signals::Heard::kTimeout;
  // Slow is no reason to give up; a node that will never start is.
  if (!ready && !asked && ready.error().code != "cluster.not_ready") {
    running = propagate(ready);
    tellParent(withParent, ready.error());
    return report(*log, ready.error());
  }
  if (ready)
    log->info("cluster.ready");
  else if (!asked)
    log->warn("{}: {}", ready.error().code, ready.error().message);
  if (!asked) signals.wait(-1, withParent);
  log->info("cluster.stopping: asked by a signal");
  if (running) running->reset();
  log->info("cluster.stopped");
  log->flush();
  return kDone;
}

int run(const std::filesystem::path& path, bool withParent, const std::string& level) {
  cluster::Signals signals;  // before any thread
  const auto log = telemetry::makeLogger({.node = "aurigraphd", .level = level, .file = {}});
  const auto text = files::readFile(path);
  if (!text) return report(*log, text.error(), kUsage);
  const auto base = std::filesystem::absolute(path).parent_path();
  if (isNodeConfig(*text)) {
    const auto config = cluster::parseNodeConfig(*text, base);
    if (!config) return report(*log, config.error(), kUsage);
    return runNode(*config, signals, withParent, level);
  }
  const auto config = cluster::parseClusterConfig(*text, base);
  if (!config) return report(*log, config.error(), kUsage);
  if (auto place = cluster::checkPlace(*config, base); !place) return report(*log, place.error(), kUsage);
  return runCluster(*config, signals, withParent, level);
}

}  // namespace
}  // namespace aurigraph

int main(int argc, char** argv) {
  CLI::App app{"Aurigraph's daemon: runs one node or a whole cluster until a signal ends it."};
  app.name("aurigraphd");
  std::filesystem::path config;
  bool withParent = false;
  std::string level = "info";
  app.add_option("--config", config, "node.toml of one node, or cluster.toml of a whole cluster")->required();
  app.add_flag("--with-parent", withParent,
               "End when standard input ends (the parent is gone); say on standard output why the node ends");
  app.add_option("--log-level", level, "trace, debug, info, warning or error")
      ->check(CLI::IsMember({"trace", "debug", "info", "warning", "error"}));
  app.footer("Example: aurigraphd --config /etc/aurigraph/node.toml");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? aurigraph::kDone : aurigraph::kUsage;
  }
  try {
    return aurigraph::run(config, withParent, level);
  } catch (const std::exception& error) {
    std::cerr << "aurigraphd: " << error.what() << " [internal]\n";
    return aurigraph::kFailed;
  }
}
