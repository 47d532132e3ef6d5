// The start of a cluster: its folder, the plan, and each node's first start.

#include <algorithm>
#include <thread>

#include "nodes/cluster/cluster_state.h"
#include "nodes/cluster/process_driver.h"
#include "nodes/files/files.h"
#include "nodes/slim/simulated_sources.h"

namespace aurigraph::cluster {
namespace {

/// Between two looks while waiting: short at first, an election takes less than a second.
constexpr std::chrono::milliseconds kFirstReadyPause{5};
constexpr std::chrono::milliseconds kReadyPause{50};
/// Between two looks whether the nodes have their ports.
constexpr std::chrono::milliseconds kListenPause{10};
/// Between two looks whether a node of an earlier run has ended.
constexpr std::chrono::milliseconds kEndingPause{20};

}  // namespace

NodeConfig Cluster::State::configOf(const PlannedNode& node) const {
  NodeConfig out = nodeConfigOf(config, plan, node);
  if (node.kind == wire::NodeKind::kSlim && simulator)
    out.providersUrl =
        "https://" + std::string(slim::kSimulatorHost) + ":" + std::to_string(simulator->port());
  return out;
}

Status Cluster::State::takeFolder() {
  std::error_code error;
  std::filesystem::create_directories(config.folder, error);
  if (error)
    return fail("file.unwritable",
                "The folder " + config.folder.string() + " cannot be made: " + error.message() + ".",
                "Choose another folder, or check the owner and mode of the one above it.");
  auto taken = runtime::FolderLock::take(config.folder);
  if (!taken) return propagate(taken);
  folderLock = std::move(*taken);
  const auto deadline = Clock::now() + options.endingTimeout;
  std::error_code none;  // of a new cluster
  for (const auto& home : std::filesystem::directory_iterator(FolderLayout{config.folder}.nodes(), none))
    if (auto free = waitUntilFree(home.path(), deadline); !free) return free;
  return {};
}

Status Cluster::State::waitUntilFree(const std::filesystem::path& home, Clock::time_point deadline) const {
  for (;;) {
    auto free = runtime::FolderLock::check(home);
    if (free || !runtime::FolderLock::holderOf(home).tied || Clock::now() > deadline) return free;
    if (auto wanted = goOn(); !wanted) return wanted;
    std::this_thread::sleep_for(kEndingPause);
  }
}

Status Cluster::State::goOn() const {
  if (!options.cancel.stop_requested()) return {};
  return fail("cluster.cancelled", "The start was cancelled.", "Start the cluster again.");
}

Status Cluster::State::startSimulator() {
  if (!config.providers) return {};
  const auto credentials = link::loadCredentials(folder.layout.root, kProviderCredentials);
  if (!credentials) return propagate(credentials);
  providers::SimulatorOptions simulated;
  simulated.server.certificatePem = credentials->certificatePem;
  simulated.server.keyPem = credentials->keyPem;
  simulated.seed = config.providersSeed;
  auto started = providers::Simulator::start(std::move(simulated));
  if (!started) return propagate(started);
  simulator = std::move(*started);
  if (options.onSimulator) options.onSimulator(*simulator);
  return {};
}

void Cluster::State::makeDriver() {
  if (config.hosts == HostKind::kProcess) {
    const auto daemon = options.daemon.empty() ? ProcessDriver::daemonBesideUs() : options.daemon;
    driver = std::make_unique<ProcessDriver>(daemon, folder.layout);
    return;
  }
  std::vector<wire::NodeKind> kinds;
  for (const auto& node : plan.nodes) kinds.push_back(node.kind);
  auto made = std::make_unique<InProcessDriver>(
      InProcessDriver::Options{std::move(kinds), options.reactors, options.logger, options.falseKeys,
                               options.crashable},
      [this](const PlannedNode& node) { return configOf(node); });
  inProcess = made.get();
  driver = std::move(made);
}

Status Cluster::State::beginAll(const std::vector<Bytes>& rules) {
  auto planned = planCluster(config, machinePorts());
  if (!planned) return propagate(planned);
  plan = std::move(*planned);
  for (const auto& message : plan.messages) log->warn("cluster.port_moved: {}", message);
  tell(StartStage::kFolder, 0, 1);
  auto opened = openFolder(config, plan, {rules, options.sources}, wallClock());
  if (!opened) return propagate(opened);
  const bool created = folder.created || opened->created;
  folder = std::move(*opened);
  folder.created = created;
  auto authority = files::readFile(folder.layout.authority());
  if (!authority) return propagate(authority);
  authorityPem = std::move(*authority);
  tell(StartStage::kFolder, 1, 1);
  if (auto wanted = goOn(); !wanted) return wanted;
  tell(StartStage::kProviders, 0, 1);
  if (!simulator)
    if (auto started = startSimulator(); !started) return started;
  tell(StartStage::kProviders, 1, 1);
  makeDriver();
  watched.clear();
  std::size_t begunNodes = 0;
  for (const auto& node : plan.nodes) {
    tell(StartStage::kNodes, begunNodes++, plan.nodes.size());
    auto begun = goOn();
    if (begun)
      if (begun = begin(node); !begun) begun = tl::unexpected<Error>(named(node, begun.error()));
    if (begun) continue;
    endAll();
    return begun;
  }
  if (auto listening = waitListening(); !listening) {
    endAll();
    return listening;
  }
  tell(StartStage::kNodes, begunNodes, plan.nodes.size());
  return {};
}

Status Cluster::State::waitListening() {
  const auto deadline = Clock::now() + options.listenTimeout;
  while (Clock::now() < deadline) {
    bool all = true;
    for (const auto& node : plan.nodes) {
      const HostedNode hosted = driver->look(node.node);
      if (hosted.ended)
        return isPortBusy(*hosted.ended) ? tl::unexpected<Error>(named(node, *hosted.ended)) : Status();
      all = all && hosted.listening;
    }
    if (all) return {};
    if (auto wanted = goOn(); !wanted) return wanted;
    std::this_thread::sleep_for(kListenPause);
  }
  return {};
}

void Cluster::State::endAll() {
  inProcess = nullptr;
  driver.reset();
}

Status Cluster::waitReady(std::chrono::milliseconds timeout) {
  auto deadline = State::Clock::now() + timeout;
  auto pause = kFirstReadyPause;
  Advance advance;
  for (;;) {
    if (auto wanted = state_->goOn(); !wanted) return wanted;
    if (auto refused = state_->refusal(); !refused) return refused;
    std::string missing;
    StartProgress leader{StartStage::kLeader, 0, 0};
    StartProgress gateway{StartStage::kGateway, 0, 0};
    const auto states = state_->states([&] { return state_->options.cancel.stop_requested(); });
    if (auto wanted = state_->goOn(); !wanted) return wanted;
    for (const auto& node : states) {
      if (node.run == NodeState::Run::kDown) continue;
      auto& progress = node.node.kind == wire::NodeKind::kValidator ? leader : gateway;
      ++progress.total;
      if (node.healthy) ++progress.done;
      if (advance.look(node.node.node, node.executed, node.projected, node.healthy))
        deadline = State::Clock::now() + timeout;
      const std::uint64_t before = progress.known - progress.executed;
      if (!node.healthy && node.known > node.executed && node.known - node.executed > before) {
        progress.executed = node.executed;
        progress.known = node.known;
      }
      if (!node.healthy) missing += (missing.empty() ? "" : ", ") + node.node.name + " (" + node.detail + ")";
    }
    state_->stages.tell(leader);
    if (leader.done == leader.total) state_->stages.tell(gateway);
    if (missing.empty()) {
      state_->stages.finish();
      return state_->goOn();
    }
    if (State::Clock::now() > deadline)
      return fail(
          "cluster.not_ready",
          "Not ready, and no further for " + std::to_string(timeout.count() / 1'000) + " s: " + missing + ".",
          "Read the nodes' logs; a slow disk or too few cores make a start slow.");
    std::this_thread::sleep_for(pause);
    pause = std::min(2 * pause, kReadyPause);
  }
}

}  // namespace aurigraph::cluster
