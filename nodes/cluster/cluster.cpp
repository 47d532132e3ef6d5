#include "nodes/cluster/cluster.h"

#include "core/quality/rule_set.h"
#include "nodes/cluster/cluster_state.h"
#include "nodes/rules/rules_json.h"

namespace aurigraph::cluster {
namespace {

/// Plans with other ports before a start is given up.
constexpr unsigned kMostPlans = 5;

Result<std::vector<Bytes>> shippedRules() {
  const auto newest = rules::newestRuleSet();
  if (!newest) return propagate(newest);
  return std::vector<Bytes>{quality::encode(*newest)};
}

}  // namespace

void Cluster::State::stop() {
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

Result<const PlannedNode*> Cluster::State::known(NodeId node) const {
  const PlannedNode* found = plan.find(node);
  if (found == nullptr)
    return fail("node.unknown", "This cluster has no node " + std::to_string(node.value) + ".",
                "Ask `aurigraph status` for its nodes.");
  return found;
}

Cluster::Cluster(std::unique_ptr<State> state) : state_(std::move(state)) {}

Cluster::~Cluster() {
  stop();
}

Result<std::unique_ptr<Cluster>> Cluster::start(const ClusterConfig& config, ClusterOptions options) {
  auto state = std::make_unique<State>();
  state->config = config;
  state->options = std::move(options);
  state->stages = StageTeller(state->options.onProgress);
  if (auto usable = check(config); !usable) return propagate(usable);
  if (auto taken = state->takeFolder(); !taken) return propagate(taken);
  state->log = state->options.logger("cluster");
  const Result<std::vector<Bytes>> rules =
      state->options.ruleSets.empty() ? shippedRules() : Result<std::vector<Bytes>>(state->options.ruleSets);
  if (!rules) return propagate(rules);
  // Between the plan and the nodes' start another program may take a port: then plan anew.
  for (unsigned attempt = 1;; ++attempt) {
    auto begun = state->beginAll(*rules);
    if (begun) break;
    if (!isPortBusy(begun.error()) || config.ports.fixed || attempt == kMostPlans) return propagate(begun);
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

std::vector<NodeState> Cluster::look() {
  return state_->states([] { return false; });
}

Status Cluster::startNode(NodeId node) {
  const auto planned = state_->known(node);
  if (!planned) return propagate(planned);
  const std::lock_guard lock(state_->mutex);
  auto& watch = state_->watched[node];
  watch.wanted = true;
  watch.failures = 0;
  watch.why.reset();
  return state_->begin(**planned);
}

Status Cluster::stopNode(NodeId node) {
  const auto planned = state_->known(node);
  if (!planned) return propagate(planned);
  const std::lock_guard lock(state_->mutex);
  state_->watched[node].wanted = false;
  state_->driver->stop(node);
  return {};
}

Status Cluster::killNode(NodeId node, bool stayDown) {
  const auto planned = state_->known(node);
  if (!planned) return propagate(planned);
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
