// The cluster at a glance: /query/status.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/pipeline.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

boost::json::array genesisNodes(const wire::Genesis& genesis) {
  boost::json::array out;
  for (const auto& node : genesis.nodes)
    out.push_back(Object{{"id", node.node.value}, {"name", node.name}, {"kind", wire::nameOf(node.kind)}});
  return out;
}

boost::json::array nodesOf(const StatusParts& parts, const replica::ReplicaStatus& own) {
  if (!parts.nodes.areRead()) return genesisNodes(parts.genesis.genesis);
  boost::json::array out;
  for (const telemetry::NodeReading& node : parts.nodes.read(own)) out.push_back(toJson(node));
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

/// The protocol version in force, and the one that is activated: it waits for its height, then for the nodes.
void addProtocol(Object& out, const replica::ReplicaStatus& status) {
  if (!status.versions) return;
  Object protocol{{"in_force", status.versions->inForce.value}};
  if (const auto& next = status.versions->next)
    protocol["next"] = Object{{"version", next->version.value},
                              {"from_height", next->from.value},
                              {"due", next->from <= status.applied.next()}};
  out["protocol"] = std::move(protocol);
}

Task<Response> statusRoute(const StatusParts& parts, RequestRef) {
  const auto status = co_await parts.ledger.status();
  if (!status) co_return problem(status.error());
  const auto& genesis = parts.genesis.genesis;
  const Nanoseconds now = parts.now();
  Object body{{"cluster", genesis.clusterName},
              {"genesis", hexOf(parts.genesis.digest)},
              {"simulated", genesis.simulated},
              {"gateway", parts.names.node},
              {"leader", status->leader.value},
              {"term", status->term.value},
              {"height", status->applied.value},
              {"committed", status->committed.value},
              {"certified", status->certified.value},
              {"checkpoint", status->checkpoint.value},
              {"known", std::max(status->known, status->committed).value},
              {"ready", !parts.gate.whyNot(Needs::kReadModels).has_value()},
              {"projected", parts.projection.state().height.value},
              {"operations", status->operationsApplied},
              {"tps", parts.rate.at(parts.now().value / 1'000'000'000)},
              {"thresholds", thresholds()},
              {"limits", limits()},
              {"time", std::to_string(now.value)},
              {"time_text", timeText(now, TimeForm::kMilliseconds)},
              {"version", parts.names.version},
              {"nodes", nodesOf(parts, *status)}};
  addProtocol(body, *status);
  if (const auto finality = parts.finality.lastMinute())
    body["finality_ms"] = Object{{"p50", finality->p50}, {"p99", finality->p99}, {"count", finality->count}};
  co_return jsonResponse(body);
}

}  // namespace

std::vector<Route> statusRoutes(StatusParts parts) {
  return {{.method = Method::kGet,
           .path = "/api/v11/query/status",
           .who = Who::kAnyone,
           .budget = Budget::kQuery,
           .maxBodyBytes = 0,
           .needs = Needs::kNothing,
           .handler = with(parts, statusRoute)}};
}

}  // namespace aurigraph::gateway
