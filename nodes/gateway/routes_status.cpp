#include <chrono>

#include "nodes/gateway/context.h"
#include "nodes/gateway/pipeline.h"
#include "nodes/gateway/problem.h"
#include "nodes/gateway/render.h"
#include "resources/resources.h"

namespace aurigraph::gateway {

using http_verb = boost::beast::http::verb;

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
  for (const NodeReading& node : context.parts.nodes(own)) out.push_back(toJson(node));
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
              {"projected", context.store().height().value},
              {"operations", status->operationsApplied},
              {"tps", context.rate.at(context.now().value / 1'000'000'000)},
              {"thresholds", thresholds()},
              {"limits", limits()},
              {"time", std::to_string(now.value)},
              {"time_text", timeText(now)},
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
  co_return jsonResponse(found ? found->body : Object{{"status", "DOWN"}, {"reason", "no answer"}}, 503);
}

}  // namespace

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
  router.add({.method = http_verb::get,
              .pattern = "/api/v11/health",
              .routeClass = RouteClass::kHealth,
              .maxBodyBytes = 0,
              .handler = [health = std::move(health)](const RequestRef&) { return healthRoute(health); }});
  router.add({.method = http_verb::get,
              .pattern = "/metrics",
              .routeClass = RouteClass::kHealth,
              .maxBodyBytes = 0,
              .handler = [&registry, before = std::move(beforeScrape)](const RequestRef&) {
                if (before) before();
                return answerNow({.status = 200,
                                  .contentType = "text/plain; version=0.0.4; charset=utf-8",
                                  .body = registry.text(),
                                  .headers = {},
                                  .stream = nullptr});
              }});
}

void addStatusRoutes(Router& router, Context& context) {
  const auto started = context.now();
  const auto health = [&context, started](std::function<void(NodeHealth)> done) {
    context.parts.service->status([&context, started,
                                   done = std::move(done)](const replica::ReplicaStatus& status) {
      const bool ok = status.leader.value != 0 && status.role != replica::ReplicaStatus::Role::kRecovering;
      Object body{{"status", ok ? "UP" : "DOWN"},
                  {"node", context.options.nodeName},
                  {"version", context.options.version},
                  {"leader", status.leader.value},
                  {"height", status.applied.value},
                  {"certified", status.certified.value},
                  {"projected", context.store().height().value},
                  {"uptime_seconds", (context.now().value - started.value) / 1'000'000'000}};
      if (context.parts.usage) body["usage"] = context.parts.usage(status);
      done({.ok = ok, .body = std::move(body)});
    });
  };
  const auto beforeScrape = [&context] {
    context.parts.registry
        ->gauge("aurigraph_consensus_tps_current", {{"lane", std::to_string(context.options.lane.value)}})
        .Set(context.rate.at(context.now().value / 1'000'000'000));
  };
  addNodeRoutes(router, *context.parts.registry, health, beforeScrape);

  const auto add = [&](const char* pattern, RouteClass routeClass, Handler handler) {
    router.add({.method = http_verb::get,
                .pattern = pattern,
                .routeClass = routeClass,
                .maxBodyBytes = 0,
                .handler = std::move(handler)});
  };
  add("/api/v11/info", RouteClass::kDefault, [&context](const RequestRef&) {
    return answerNow(jsonResponse(Object{{"name", "Aurigraph"},
                                         {"version", context.options.version},
                                         {"api", "v11"},
                                         {"node", context.options.nodeName},
                                         {"cluster", context.options.genesis.clusterName},
                                         {"genesis", hexOf(context.genesis)},
                                         {"simulated", context.options.genesis.simulated},
                                         {"lanes", context.options.genesis.laneCount}}));
  });
  add("/api/v11/openapi.yaml", RouteClass::kDefault, [](const RequestRef&) {
    return answerNow({.status = 200,
                      .contentType = "application/yaml",
                      .body = std::string(resource("openapi.yaml")),
                      .headers = {},
                      .stream = nullptr});
  });
  add("/api/v11/query/status", RouteClass::kQuery,
      [&context](const RequestRef&) { return statusRoute(context); });
  add("/api/v11/consensus/status", RouteClass::kConsensus,
      [&context](const RequestRef&) { return consensusRoute(context); });
}

}  // namespace aurigraph::gateway
