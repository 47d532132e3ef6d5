#include <chrono>

#include "nodes/gateway/context.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/views/pipeline.h"
#include "nodes/gateway/views/render.h"
#include "resources/resources.h"

namespace aurigraph::gateway {

namespace {

constexpr std::chrono::milliseconds kHealthPatience{2'000};

Task<Result<replica::ReplicaStatus>> replicaStatus(Context& context) {
  std::function<void(std::function<void(replica::ReplicaStatus)>)> start =
      [&context](std::function<void(replica::ReplicaStatus)> done) {
        context.parts.service->status(std::move(done));
      };
  auto status = co_await callbackOr<replica::ReplicaStatus>(std::move(start), kHealthPatience);
  if (!status)
    co_return fail("gateway.timeout", "The node did not answer in time.", "Try again in a moment.");
  co_return std::move(*status);
}

boost::json::array genesisNodes(const wire::Genesis& genesis) {
  boost::json::array out;
  for (const auto& node : genesis.nodes)
    out.push_back(Object{{"id", node.node.value}, {"name", node.name}, {"kind", wire::nameOf(node.kind)}});
  return out;
}

boost::json::array nodesOf(Context& context, const replica::ReplicaStatus& own) {
  if (!context.parts.nodes) return genesisNodes(context.options.genesis);
  boost::json::array out;
  for (const telemetry::NodeReading& node : readNodes(context, own)) out.push_back(toJson(node));
  return out;
}

/// What scaling goes by (R-SCALE-1, R-SCALE-2).
Object thresholds() {
  return {{"validator", Object{{"cpu_up_percent", 70}, {"memory_up_percent", 75}, {"cpu_down_percent", 40}}},
          {"business", Object{{"cpu_up_percent", 65}, {"memory_up_percent", 70}, {"cpu_down_percent", 35}}}};
}

/// How many nodes of each kind a cluster may have (R-NODE-2).
Object limits() {
  return {{"validator", Object{{"min", 1}, {"max", 9}}},
          {"business", Object{{"min", 1}, {"max", 10}}},
          {"slim", Object{{"min", 1}, {"max", 4}}}};
}

Object consensusBody(const replica::ReplicaStatus& status) {
  return {{"node", status.node.value},
          {"lane", status.lane.value},
          {"role", nameOf(status.role)},
          {"term", status.term.value},
          {"leader", status.leader.value},
          {"committed", status.committed.value},
          {"applied", status.applied.value},
          {"certified", status.certified.value},
          {"checkpoint", status.checkpoint.value},
          {"state_root", hexOf(status.stateRoot)},
          {"operations", status.operationsApplied},
          {"direct_io", status.directIo}};
}

Task<Response> statusRoute(Context& context) {
  const auto status = co_await replicaStatus(context);
  if (!status) co_return problem(status.error());
  const auto& genesis = context.options.genesis;
  const Nanoseconds now = context.now();
  Object body{{"cluster", genesis.clusterName},
              {"genesis", hexOf(context.genesis)},
              {"simulated", genesis.simulated},
              {"gateway", context.options.nodeName},
              {"leader", status->leader.value},
              {"term", status->term.value},
              {"height", status->applied.value},
              {"committed", status->committed.value},
              {"certified", status->certified.value},
              {"checkpoint", status->checkpoint.value},
              {"known", std::max(status->known, status->committed).value},
              {"ready", !context.gate->whyNot(Needs::kReadModels).has_value()},
              {"projected", context.projection->state().height.value},
              {"operations", status->operationsApplied},
              {"tps", context.rate.at(context.now().value / 1'000'000'000)},
              {"thresholds", thresholds()},
              {"limits", limits()},
              {"time", std::to_string(now.value)},
              {"time_text", timeText(now, TimeForm::kMilliseconds)},
              {"version", context.options.version},
              {"nodes", nodesOf(context, *status)}};
  if (const auto finality = context.finality->lastMinute())
    body["finality_ms"] = Object{{"p50", finality->p50}, {"p99", finality->p99}, {"count", finality->count}};
  co_return jsonResponse(body);
}

Task<Response> consensusRoute(Context& context) {
  const auto status = co_await replicaStatus(context);
  if (!status) co_return problem(status.error());
  co_return jsonResponse(consensusBody(*status));
}

Task<Response> answerNow(Response response) {
  co_return response;
}

Task<Response> healthRoute(std::function<void(std::function<void(NodeHealth)>)> health) {
  const auto found = co_await callbackOr<NodeHealth>(std::move(health), kHealthPatience);
  if (found && found->ok) co_return jsonResponse(found->body);
  auto out = jsonResponse(
      found ? found->body : Object{{"status", "DOWN"}, {"detail", "The node did not answer itself in time."}},
      503);
  out.headers.emplace_back("Retry-After", std::to_string(kRetryAfterSeconds));
  co_return out;
}

}  // namespace

std::string_view statusWord(std::string_view code) {
  if (code.empty()) return "UP";
  if (code == "node.recovering" || code == "projection.behind") return "RECOVERING";
  return code.starts_with("projection.") ? "DEGRADED" : "DOWN";
}

std::string_view nameOf(replica::ReplicaStatus::Role role) {
  using enum replica::ReplicaStatus::Role;
  switch (role) {
    case kFollower:
      return "FOLLOWER";
    case kCandidate:
      return "CANDIDATE";
    case kLeader:
      return "LEADER";
    case kLearner:
      return "LEARNER";
    case kRecovering:
      return "RECOVERING";
  }
  return "UNKNOWN";
}

void addNodeRoutes(Router& router, telemetry::Registry& registry,
                   std::function<void(std::function<void(NodeHealth)>)> health,
                   std::function<void()> beforeScrape) {
  router.add({.method = Method::kGet,
              .path = "/api/v11/health",
              .who = Who::kAnyone,
              .budget = Budget::kHealth,
              .maxBodyBytes = 0,
              .needs = Needs::kNothing,
              .handler = [health = std::move(health)](const RequestRef&) { return healthRoute(health); }});
  router.add({.method = Method::kGet,
              .path = "/metrics",
              .who = Who::kAnyone,
              .budget = Budget::kHealth,
              .maxBodyBytes = 0,
              .needs = Needs::kNothing,
              .handler = [&registry, before = std::move(beforeScrape)](const RequestRef&) {
                if (before) before();
                return answerNow({.status = 200,
                                  .contentType = "text/plain; version=0.0.4; charset=utf-8",
                                  .body = registry.text(),
                                  .headers = {},
                                  .stream = nullptr});
              }});
}

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// Why this node cannot do all of its work, most serious first; empty code: it can.
Error troubleOf(const Context& context, const replica::ReplicaStatus& status) {
  if (const auto why = context.gate->whyNot(Needs::kReadModels)) return *why;
  if (status.leader == NodeId())
    return {"cluster.no_leader", "It knows no leader; what it shows may be old.",
            "A majority of the validators must run and reach each other."};
  return {};
}

NodeHealth healthOf(const Context& context, const replica::ReplicaStatus& status, Nanoseconds started) {
  const auto lists = context.projection->state();
  const auto trouble = troubleOf(context, status);
  const bool ledgerReady = !context.gate->whyNot(Needs::kLedger);
  const bool standsStill = ledgerReady && lists.stopped.has_value();
  Object body{{"status", statusWord(trouble.code)},
              {"phase", trouble.code == "node.recovering" || trouble.code == "projection.behind" ? "joining"
                                                                                                 : "serving"},
              {"node", context.options.nodeName},
              {"version", context.options.version},
              {"leader", status.leader.value},
              {"height", status.applied.value},
              {"known", std::max(status.known, status.committed).value},
              {"certified", status.certified.value},
              {"projected", lists.height.value},
              {"projection_lag", lists.lag()},
              {"projection", lists.stopped ? "STOPPED" : "RUNNING"},
              {"uptime_seconds", (context.now().value - started.value) / kSecond}};
  if (!trouble.code.empty()) {
    body["code"] = trouble.code;
    body["detail"] = trouble.message;
    if (!trouble.remedy.empty()) body["remedy"] = trouble.remedy;
  }
  if (standsStill) body["projection_code"] = lists.stopped->code;
  if (context.parts.usage) body["usage"] = context.parts.usage(status);
  return {.ok = trouble.code.empty(), .body = std::move(body)};
}

/// What only a look at it tells.
void gaugeReadiness(Context& context) {
  auto& registry = *context.parts.registry;
  const telemetry::Labels lane{{"lane", std::to_string(context.options.lane.value)}};
  const auto lists = context.projection->state();
  context.consensus->operationsPerSecond(context.rate.at(context.now().value / kSecond));
  registry.gauge("aurigraph_projection_height", lane).Set(static_cast<double>(lists.height.value));
  registry.gauge("aurigraph_projection_lag", lane).Set(static_cast<double>(lists.lag()));
  registry.gauge("aurigraph_projection_stopped", lane).Set(lists.stopped ? 1 : 0);
  registry.gauge("aurigraph_node_ready").Set(context.gate->whyNot(Needs::kReadModels) ? 0 : 1);
}

}  // namespace

void addStatusRoutes(Router& router, Context& context) {
  const auto started = context.now();
  const auto health = [&context, started](std::function<void(NodeHealth)> done) {
    context.parts.service->status(
        [&context, started, done = std::move(done)](const replica::ReplicaStatus& status) {
          done(healthOf(context, status, started));
        });
  };
  const auto beforeScrape = [&context] { gaugeReadiness(context); };
  addNodeRoutes(router, *context.parts.registry, health, beforeScrape);

  const auto add = [&](const char* path, Budget budget, Handler handler) {
    router.add({.method = Method::kGet,
                .path = path,
                .who = Who::kAnyone,
                .budget = budget,
                .maxBodyBytes = 0,
                .needs = Needs::kNothing,
                .handler = std::move(handler)});
  };
  add("/api/v11/info", Budget::kDefault, [&context](const RequestRef&) {
    return answerNow(jsonResponse(Object{{"name", "Aurigraph"},
                                         {"version", context.options.version},
                                         {"api", "v11"},
                                         {"node", context.options.nodeName},
                                         {"cluster", context.options.genesis.clusterName},
                                         {"genesis", hexOf(context.genesis)},
                                         {"simulated", context.options.genesis.simulated},
                                         {"lanes", context.options.genesis.laneCount}}));
  });
  add("/api/v11/openapi.yaml", Budget::kDefault, [](const RequestRef&) {
    return answerNow({.status = 200,
                      .contentType = "application/yaml",
                      .body = std::string(resource("openapi.yaml")),
                      .headers = {},
                      .stream = nullptr});
  });
  add("/api/v11/query/status", Budget::kQuery,
      [&context](const RequestRef&) { return statusRoute(context); });
  add("/api/v11/consensus/status", Budget::kConsensus,
      [&context](const RequestRef&) { return consensusRoute(context); });
}

}  // namespace aurigraph::gateway
