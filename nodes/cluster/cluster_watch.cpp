// The later life of a cluster's nodes: who fell is started again, who does not answer is ended first,
// certificates are renewed.

#include <algorithm>

#include "nodes/cluster/cluster_state.h"
#include "nodes/cluster/node_usage.h"

namespace aurigraph::cluster {
namespace {

/// One health question; longer than the node's own timeout, so that its words reach us.
constexpr std::chrono::milliseconds kHealthTimeout{3'000};
/// So many health questions in a row without any answer, and the node is started anew.
constexpr unsigned kMostUnanswered = 3;

/// Whether it may be over at the next start; anything else needs a person.
bool passesByItself(std::string_view code) {
  return code.ends_with(kPortBusy) || code == "host.process_ended" || code == kNodeKilled ||
         code == kNodeSilent;
}

std::uint64_t numberIn(const boost::json::object& body, std::string_view name) {
  const auto* value = body.if_contains(name);
  return value != nullptr && value->is_number() ? value->to_number<std::uint64_t>() : 0;
}

}  // namespace

Error named(const PlannedNode& node, const Error& why) {
  return {why.code, node.name + ": " + why.message, why.remedy};
}

Nanoseconds wallClock() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

Cluster::State::Health Cluster::State::healthIn(const boost::json::value& answer) {
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

Status Cluster::State::begin(const PlannedNode& node) {
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

void Cluster::State::failed(const PlannedNode& node, const Error& why) {
  Watched& watch = watched[node.node];
  const auto pause = std::min<std::chrono::milliseconds>(
      options.firstRestart * (1LL << std::min(watch.failures, 16U)), options.longestRestart);
  ++watch.failures;
  watch.why = why;
  watch.retryAt = Clock::now() + pause;
  log->error("node.failed: {}: {} {} Started again in {} ms.", node.name, why.code, why.message,
             pause.count());
}

Status Cluster::State::refusal() {
  const std::lock_guard guard(mutex);
  for (const auto& node : plan.nodes) {
    const Watched& watch = watched[node.node];
    if (watch.wanted && watch.why && !passesByItself(watch.why->code) && !driver->look(node.node).running)
      return tl::unexpected<Error>(named(node, *watch.why));
  }
  return {};
}

void Cluster::State::lookAfter(const PlannedNode& node) {
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

Cluster::State::Health Cluster::State::ask(const PlannedNode& node) {
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

NodeState Cluster::State::stateOf(const PlannedNode& node) {
  NodeState out;
  out.node = node;
  bool running = false;
  {
    const std::lock_guard lock(mutex);
    const Watched& watch = watched[node.node];
    running = driver->look(node.node).running;
    out.restarts = watch.restarts;
    out.run =
        running ? NodeState::Run::kRunning : (watch.wanted ? NodeState::Run::kFailed : NodeState::Run::kDown);
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

std::vector<NodeState> Cluster::State::states(const std::function<bool()>& cancelled) {
  const std::lock_guard lock(clientMutex);
  std::vector<NodeState> out;
  for (const auto& node : plan.nodes) {
    if (cancelled()) break;
    out.push_back(stateOf(node));
  }
  return out;
}

void Cluster::State::checkHealth() {
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
    failed(node, Error{kNodeSilent, "It did not answer " + std::to_string(kMostUnanswered) + " times.", ""});
  }
}

Status Cluster::State::renew() {
  if (auto done = cluster::renewCertificates(folder, plan, wallClock()); !done) return done;
  for (const auto& node : plan.nodes)
    if (auto done = driver->renew(node.node); !done) return done;
  return {};
}

void Cluster::State::watch() {
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

}  // namespace aurigraph::cluster
