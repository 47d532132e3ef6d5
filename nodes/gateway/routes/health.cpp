// How this gateway and its node are: /health and /metrics.

#include "nodes/gateway/http/bridge.h"
#include "nodes/gateway/node_routes.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// Why this node cannot do all of its work, most serious first; empty code: it can.
Error troubleOf(const HealthParts& parts, const replica::ReplicaStatus& status) {
  if (const auto why = parts.gate.whyNot(Needs::kReadModels)) return *why;
  if (status.leader == NodeId())
    return {"cluster.no_leader", "It knows no leader; what it shows may be old.",
            "A majority of the validators must run and reach each other."};
  return {};
}

NodeHealth healthOf(const HealthParts& parts, const replica::ReplicaStatus& status, Nanoseconds started) {
  const auto lists = parts.projection.state();
  const auto trouble = troubleOf(parts, status);
  const bool ledgerReady = !parts.gate.whyNot(Needs::kLedger);
  const bool standsStill = ledgerReady && lists.stopped.has_value();
  Object body{{"status", statusWord(trouble.code)},
              {"phase", trouble.code == "node.recovering" || trouble.code == "projection.behind" ? "joining"
                                                                                                 : "serving"},
              {"node", parts.names.node},
              {"version", parts.names.version},
              {"leader", status.leader.value},
              {"height", status.applied.value},
              {"known", std::max(status.known, status.committed).value},
              {"certified", status.certified.value},
              {"projected", lists.height.value},
              {"projection_lag", lists.lag()},
              {"projection", lists.stopped ? "STOPPED" : "RUNNING"},
              {"uptime_seconds", (parts.now().value - started.value) / kSecond}};
  if (!trouble.code.empty()) {
    body["code"] = trouble.code;
    body["detail"] = trouble.message;
    if (!trouble.remedy.empty()) body["remedy"] = trouble.remedy;
  }
  if (!status.brokenInvariant.empty()) body["broken_invariant"] = status.brokenInvariant;
  if (standsStill) body["projection_code"] = lists.stopped->code;
  if (parts.usage) body["usage"] = parts.usage(status);
  return {.ok = trouble.code.empty(), .body = std::move(body)};
}

Task<std::optional<NodeHealth>> ask(std::shared_ptr<const HealthParts> parts, Nanoseconds started) {
  std::function<void(std::function<void(replica::ReplicaStatus)>)> start =
      [&service = parts->service](std::function<void(replica::ReplicaStatus)> done) {
        service.status(std::move(done));
      };
  const auto status = co_await callbackOr<replica::ReplicaStatus>(std::move(start), kHealthTimeout);
  if (!status) co_return std::nullopt;
  co_return healthOf(*parts, *status, started);
}

/// What only a look at it tells.
void gaugeReadiness(const HealthParts& parts) {
  auto& registry = parts.registry;
  const telemetry::Labels lane{{"lane", std::to_string(parts.lane.value)}};
  const auto lists = parts.projection.state();
  parts.consensus.operationsPerSecond(parts.rate.at(parts.now().value / kSecond));
  registry.gauge("aurigraph_projection_height", lane).Set(static_cast<double>(lists.height.value));
  registry.gauge("aurigraph_projection_lag", lane).Set(static_cast<double>(lists.lag()));
  registry.gauge("aurigraph_projection_stopped", lane).Set(lists.stopped ? 1 : 0);
  registry.gauge("aurigraph_node_ready").Set(parts.gate.whyNot(Needs::kReadModels) ? 0 : 1);
}

}  // namespace

std::vector<Route> healthRoutes(HealthParts given) {
  const auto parts = std::make_shared<const HealthParts>(std::move(given));
  return nodeRoutes(
      parts->registry, [parts, started = parts->now()] { return ask(parts, started); },
      [parts] { gaugeReadiness(*parts); });
}

}  // namespace aurigraph::gateway
