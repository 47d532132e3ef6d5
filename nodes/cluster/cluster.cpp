#include "nodes/cluster/cluster.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "core/quality/rule_set.h"
#include "nodes/client/client.h"
#include "nodes/cluster/in_process_driver.h"
#include "nodes/cluster/node_usage.h"
#include "nodes/cluster/process_driver.h"
#include "nodes/cluster/stage_teller.h"
#include "nodes/files/files.h"
#include "nodes/rules/rules_json.h"
#include "nodes/runtime/folder_lock.h"

namespace aurigraph::cluster {
namespace {

using Clock = std::chrono::steady_clock;

/// One health question; longer than the node's own timeout, so that its words reach us.
constexpr std::chrono::milliseconds kHealthTimeout{3'000};
/// Between two looks while waiting: short at first, an election takes less than a second.
constexpr std::chrono::milliseconds kFirstReadyPause{5};
constexpr std::chrono::milliseconds kReadyPause{50};
/// So many health questions in a row without any answer, and the node is started anew.
constexpr unsigned kMostUnanswered = 3;
/// Between two looks whether a node of an earlier run has ended.
constexpr std::chrono::milliseconds kEndingPause{20};
/// Plans with other ports before a start is given up.
constexpr unsigned kMostPlans = 5;

constexpr std::string_view kNodeKilled = "node.killed";
constexpr std::string_view kNodeSilent = "node.silent";

Nanoseconds wallClock() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

Result<std::vector<Bytes>> shippedRules() {
  const auto newest = rules::newestRuleSet();
  if (!newest) return passOn(newest);
  return std::vector<Bytes>{quality::encode(*newest)};
}

/// Whether it may be over at the next start; anything else needs a person.
bool passesByItself(std::string_view code) {
  return code.ends_with(".port_busy") || code == "host.process_ended" || code == kNodeKilled ||
         code == kNodeSilent;
}

Error named(const PlannedNode& node, const Error& why) {
  return {why.code, node.name + ": " + why.message, why.remedy};
}

struct Health {
  bool answered = false;
  bool ok = false;
  std::string detail;
  std::uint64_t executed = 0;
  std::uint64_t known = 0;
  std::uint64_t projected = 0;
};

std::uint64_t numberIn(const boost::json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  return value != nullptr && value->is_number() ? value->to_number<std::uint64_t>() : 0;
}

/// Of a node that answered, whatever it says of itself: it is alive.
Health healthIn(const boost::json::value& answer) {
  telemetry::NodeReading reading;
  readHealth(answer, reading);
  Health out{.answered = true, .ok = reading.healthy, .detail = reading.detail};
  if (!answer.is_object()) return out;
  const auto& body = answer.get_object();
  out.executed = numberIn(body, "height");
  out.known = numberIn(body, "known");
  out.projected = numberIn(body, "projected");
  return out;
}

}  // namespace

struct Cluster::State {
  /// What we want of a node, and how it went.
  struct Watched {
    bool wanted = true;
    unsigned failures = 0;  ///< In a row; since it was last healthy for a while.
    unsigned restarts = 0;
    unsigned unanswered = 0;
    Clock::time_point startedAt;
    Clock::time_point retryAt;
    std::optional<Error> why;  ///< Of the last failure.
    std::unique_ptr<client::ApiClient> client;
  };

  ClusterConfig config;
  ClusterOptions options;
  runtime::FolderLock folderLock;  ///< Outlives all that works in the folder.
  StageTeller stages;
  ClusterPlan plan;
  ClusterFolder folder;
  std::string authorityPem;
  std::shared_ptr<spdlog::logger> log;
  std::unique_ptr<providers::Simulator> simulator;
  InProcessDriver* inProcess = nullptr;  ///< The driver, if it is that one.
  std::unique_ptr<HostDriver> driver;

  std::mutex mutex;  ///< Driver and watched nodes: held for a start or stop, never for a health question.
  std::map<NodeId, Watched> watched;
  std::mutex clientMutex;  ///< One round of questions at a time.
  std::condition_variable wake;
  bool stopping = false;
  std::thread watcher;

  NodeConfig configOf(const PlannedNode& node) const {
    NodeConfig out = nodeConfigOf(config, plan, node);
    if (node.kind == wire::NodeKind::kSlim && simulator)
      out.providersUrl = "https://localhost:" + std::to_string(simulator->port());
    return out;
  }

  /// Before anything else is looked at or touched: nobody may work in the folder, nor in a node's.
  Status takeFolder() {
    std::error_code error;
    std::filesystem::create_directories(config.folder, error);
    if (error)
      return fail("file.unwritable",
                  "The folder " + config.folder.string() + " cannot be made: " + error.message() + ".",
                  "Choose another folder, or check the owner and mode of the one above it.");
    auto taken = runtime::FolderLock::take(config.folder);
    if (!taken) return passOn(taken);
    folderLock = std::move(*taken);
    const auto deadline = Clock::now() + options.endingTimeout;
    std::error_code none;  // of a new cluster
    for (const auto& home : std::filesystem::directory_iterator(FolderLayout{config.folder}.nodes(), none))
      if (auto free = waitUntilFree(home.path(), deadline); !free) return free;
    return {};
  }

  /// The children of a cluster that was killed end by themselves, in a moment; whoever was started by hand
  /// does not.
  Status waitUntilFree(const std::filesystem::path& home, Clock::time_point deadline) const {
    for (;;) {
      auto free = runtime::FolderLock::check(home);
      if (free || !runtime::FolderLock::holderOf(home).tied || Clock::now() > deadline) return free;
      if (auto wanted = goOn(); !wanted) return wanted;
      std::this_thread::sleep_for(kEndingPause);
    }
  }

  void tell(StartStage stage, std::size_t done, std::size_t total) { stages.tell({stage, done, total}); }

  Status goOn() const {
    if (!options.cancel.stop_requested()) return {};
    return fail("cluster.cancelled", "The start was cancelled.", "Start the cluster again.");
  }

  Status startSimulator() {
    if (!config.providers) return {};
    const auto credentials = link::loadCredentials(folder.layout.root, kProviderCredentials);
    if (!credentials) return passOn(credentials);
    providers::SimulatorOptions simulated;
    simulated.server.certificatePem = credentials->certificatePem;
    simulated.server.keyPem = credentials->keyPem;
    simulated.seed = config.providersSeed;
    auto started = providers::Simulator::start(std::move(simulated));
    if (!started) return passOn(started);
    simulator = std::move(*started);
    if (options.onSimulator) options.onSimulator(*simulator);
    return {};
  }

  void makeDriver() {
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

  // With `mutex` held.
  Status begin(const PlannedNode& node) {
    Watched& watch = watched[node.node];
    Status started;
    if (!driver->look(node.node).running) {
      // A child of a cluster that was killed may have come to its lock only now, and is about to end.
      started = waitUntilFree(folder.layout.node(node.name), Clock::now() + options.endingTimeout);
      if (started) started = saveNodeConfig(folder.layout, configOf(node));
    }
    if (started) started = driver->start(node);
    watch.startedAt = Clock::now();
    watch.unanswered = 0;
    if (!started) failed(node, started.error());
    return started;
  }

  Status beginAll(const std::vector<Bytes>& rules) {
    auto planned = planCluster(config, machinePorts());
    if (!planned) return passOn(planned);
    plan = std::move(*planned);
    for (const auto& message : plan.messages) log->warn("cluster.port_moved: {}", message);
    tell(StartStage::kFolder, 0, 1);
    auto opened = openFolder(config, plan, rules, wallClock());
    if (!opened) return passOn(opened);
    const bool created = folder.created || opened->created;
    folder = std::move(*opened);
    folder.created = created;
    auto authority = files::readFile(folder.layout.authority());
    if (!authority) return passOn(authority);
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
      inProcess = nullptr;
      driver.reset();
      return begun;
    }
    tell(StartStage::kNodes, begunNodes, plan.nodes.size());
    return {};
  }

  void failed(const PlannedNode& node, const Error& why) {
    Watched& watch = watched[node.node];
    const auto pause = std::min<std::chrono::milliseconds>(
        options.firstRestart * (1LL << std::min(watch.failures, 16U)), options.longestRestart);
    ++watch.failures;
    watch.why = why;
    watch.retryAt = Clock::now() + pause;
    log->error("node.failed: {}: {} {} Started again in {} ms.", node.name, why.code, why.message,
               pause.count());
  }

  /// A node that refuses for a reason that stays, so that waiting for it is in vain.
  Status refusal() {
    const std::lock_guard guard(mutex);
    for (const auto& node : plan.nodes) {
      const Watched& watch = watched[node.node];
      if (watch.wanted && watch.why && !passesByItself(watch.why->code) && !driver->look(node.node).running)
        return tl::unexpected<Error>(named(node, *watch.why));
    }
    return {};
  }

  void lookAfter(const PlannedNode& node) {
    Watched& watch = watched[node.node];
    if (!watch.wanted) return;
    const HostedNode hosted = driver->look(node.node);
    if (hosted.running) {
      // A node that ran well for a while has its failures forgiven.
      if (watch.failures != 0 && Clock::now() - watch.startedAt > options.longestRestart) watch.failures = 0;
      return;
    }
    if (hosted.ended && watch.retryAt <= watch.startedAt) failed(node, *hosted.ended);
    if (Clock::now() < watch.retryAt) return;
    ++watch.restarts;
    if (begin(node)) log->info("node.restarted: {}, for the {}. time", node.name, watch.restarts);
  }

  Health ask(const PlannedNode& node) {
    Watched* watch = nullptr;
    {
      const std::lock_guard lock(mutex);
      watch = &watched[node.node];  // stays where it is
    }
    if (!watch->client) {
      client::ClientOptions clientOptions;
      clientOptions.port = node.apiPort;
      clientOptions.trustedPem = authorityPem;
      clientOptions.timeout = kHealthTimeout;
      auto made = client::ApiClient::create(std::move(clientOptions));
      if (!made) return {.detail = made.error().message};
      watch->client = std::move(*made);
    }
    const auto answer = watch->client->health();
    if (answer) return healthIn(*answer);
    const std::string_view code = answer.error().code;
    const bool silent = code == "client.unreachable" || code == "client.timeout";
    return {.answered = !silent, .detail = answer.error().message};
  }

  NodeState stateOf(const PlannedNode& node) {
    NodeState out;
    out.node = node;
    bool running = false;
    {
      const std::lock_guard lock(mutex);
      const Watched& watch = watched[node.node];
      running = driver->look(node.node).running;
      out.restarts = watch.restarts;
      out.run = running ? NodeState::Run::kRunning
                        : (watch.wanted ? NodeState::Run::kFailed : NodeState::Run::kDown);
      if (!running && watch.wanted && watch.why) out.detail = watch.why->message;
      if (!watch.wanted) out.detail = "Stopped.";
    }
    if (!running) return out;
    const Health health = ask(node);
    out.healthy = health.ok;
    out.detail = health.detail;
    out.executed = health.executed;
    out.known = health.known;
    out.projected = health.projected;
    return out;
  }

  /// `cancelled`: whether the rest is wanted no more, for each may take its time to answer.
  template <class Cancelled>
  std::vector<NodeState> states(Cancelled cancelled) {
    const std::lock_guard lock(clientMutex);
    std::vector<NodeState> out;
    for (const auto& node : plan.nodes) {
      if (cancelled()) break;
      out.push_back(stateOf(node));
    }
    return out;
  }

  void checkHealth() {
    const std::lock_guard clients(clientMutex);
    for (const auto& node : plan.nodes) {
      {
        const std::lock_guard lock(mutex);
        const Watched& watch = watched[node.node];
        if (stopping || !watch.wanted || !driver->look(node.node).running ||
            Clock::now() - watch.startedAt < options.startGrace)
          continue;
      }
      const Health health = ask(node);
      const std::lock_guard lock(mutex);
      Watched& watch = watched[node.node];
      watch.unanswered = health.answered ? 0 : watch.unanswered + 1;
      if (watch.unanswered < kMostUnanswered || stopping) continue;
      driver->kill(node.node);
      failed(node,
             Error{kNodeSilent, "It did not answer " + std::to_string(kMostUnanswered) + " times.", ""});
    }
  }

  // With `mutex` held.
  Status renew() {
    if (auto done = cluster::renewCertificates(folder, plan, wallClock()); !done) return done;
    for (const auto& node : plan.nodes)
      if (auto done = driver->renew(node.node); !done) return done;
    return {};
  }

  void watch() {
    auto nextHealth = Clock::now() + options.healthEvery;
    auto nextRenewal = Clock::now() + options.renewEvery;
    std::unique_lock lock(mutex);
    while (!wake.wait_for(lock, options.lookEvery, [this] { return stopping; })) {
      for (const auto& node : plan.nodes) lookAfter(node);
      if (Clock::now() >= nextRenewal) {
        if (auto done = renew(); !done) log->error("{}: {}", done.error().code, done.error().message);
        nextRenewal = Clock::now() + options.renewEvery;
      }
      if (Clock::now() < nextHealth) continue;
      lock.unlock();
      checkHealth();
      nextHealth = Clock::now() + options.healthEvery;
      lock.lock();
    }
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      if (std::exchange(stopping, true)) return;
    }
    wake.notify_all();
    if (watcher.joinable()) watcher.join();
    if (driver) {
      // Those who take work first, those who decide it last.
      for (const auto kind : {wire::NodeKind::kSlim, wire::NodeKind::kBusiness, wire::NodeKind::kValidator})
        for (const auto& node : plan.nodes)
          if (node.kind == kind) driver->stop(node.node);
      inProcess = nullptr;
      driver.reset();
      simulator.reset();
    }
    folderLock.release();
  }

  Result<const PlannedNode*> known(NodeId node) const {
    const PlannedNode* found = plan.find(node);
    if (found == nullptr)
      return fail("node.unknown", "This cluster has no node " + std::to_string(node.value) + ".",
                  "Ask `aurigraph status` for its nodes.");
    return found;
  }
};

Cluster::Cluster(std::unique_ptr<State> state) : state_(std::move(state)) {}

Cluster::~Cluster() {
  stop();
}

Result<std::unique_ptr<Cluster>> Cluster::start(const ClusterConfig& config, ClusterOptions options) {
  auto state = std::make_unique<State>();
  state->config = config;
  state->options = std::move(options);
  state->stages = StageTeller(state->options.onProgress);
  if (auto usable = check(config); !usable) return passOn(usable);
  if (auto taken = state->takeFolder(); !taken) return passOn(taken);
  state->log = state->options.logger("cluster");
  const Result<std::vector<Bytes>> rules =
      state->options.ruleSets.empty() ? shippedRules() : Result<std::vector<Bytes>>(state->options.ruleSets);
  if (!rules) return passOn(rules);
  // Between the plan and the nodes' start another program may take a port: then plan anew.
  for (unsigned attempt = 1;; ++attempt) {
    auto begun = state->beginAll(*rules);
    if (begun) break;
    const bool busy = begun.error().code.ends_with(".port_busy");
    if (!busy || config.ports.fixed || attempt == kMostPlans) return passOn(begun);
  }
  state->watcher = std::thread([raw = state.get()] { raw->watch(); });
  return std::unique_ptr<Cluster>(new Cluster(std::move(state)));
}

const ClusterPlan& Cluster::plan() const {
  return state_->plan;
}

const ClusterFolder& Cluster::folder() const {
  return state_->folder;
}

const ClusterConfig& Cluster::config() const {
  return state_->config;
}

std::string Cluster::gatewayUrl() const {
  return "https://127.0.0.1:" + std::to_string(state_->plan.gatewayPort());
}

providers::Simulator* Cluster::simulator() const {
  return state_->simulator.get();
}

Status Cluster::waitReady(std::chrono::milliseconds timeout) {
  auto deadline = Clock::now() + timeout;
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
        deadline = Clock::now() + timeout;
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
    if (Clock::now() > deadline)
      return fail(
          "cluster.not_ready",
          "Not ready, and no further for " + std::to_string(timeout.count() / 1'000) + " s: " + missing + ".",
          "Read the nodes' logs; a slow disk or too few cores make a start slow.");
    std::this_thread::sleep_for(pause);
    pause = std::min(2 * pause, kReadyPause);
  }
}

std::vector<NodeState> Cluster::look() {
  return state_->states([] { return false; });
}

Status Cluster::startNode(NodeId node) {
  const auto planned = state_->known(node);
  if (!planned) return passOn(planned);
  const std::lock_guard lock(state_->mutex);
  auto& watch = state_->watched[node];
  watch.wanted = true;
  watch.failures = 0;
  watch.why.reset();
  return state_->begin(**planned);
}

Status Cluster::stopNode(NodeId node) {
  const auto planned = state_->known(node);
  if (!planned) return passOn(planned);
  const std::lock_guard lock(state_->mutex);
  state_->watched[node].wanted = false;
  state_->driver->stop(node);
  return {};
}

Status Cluster::killNode(NodeId node, bool stayDown) {
  const auto planned = state_->known(node);
  if (!planned) return passOn(planned);
  const std::lock_guard lock(state_->mutex);
  state_->driver->kill(node);
  if (stayDown)
    state_->watched[node].wanted = false;
  else
    state_->failed(**planned, Error{kNodeKilled, "It was killed.", ""});
  return {};
}

Status Cluster::renewCertificates() {
  const std::lock_guard lock(state_->mutex);
  return state_->renew();
}

runtime::Runtime* Cluster::runtime() {
  const std::lock_guard lock(state_->mutex);
  return state_->inProcess == nullptr ? nullptr : &state_->inProcess->runtime();
}

business::BusinessService* Cluster::business(NodeId node) {
  const std::lock_guard lock(state_->mutex);
  return state_->inProcess == nullptr ? nullptr : state_->inProcess->business(node);
}

void Cluster::stop() {
  state_->stop();
}

}  // namespace aurigraph::cluster
