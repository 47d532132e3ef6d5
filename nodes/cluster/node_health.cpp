#include "nodes/cluster/node_health.h"

#include "nodes/cluster/node_routes.h"

namespace aurigraph::cluster {
boost::json::object toJson(const replica::ReplicaStatus& status) {
  boost::json::array astray;
  for (const NodeId node : status.clocksAstray) astray.emplace_back(node.value);
  return {{"node", status.node.value},
          {"lane", status.lane.value},
          {"role", gateway::nameOf(status.role)},
          {"term", status.term.value},
          {"leader", status.leader.value},
          {"committed", status.committed.value},
          {"applied", status.applied.value},
          {"certified", status.certified.value},
          {"checkpoint", status.checkpoint.value},
          {"state_root", toHex(status.stateRoot.view())},
          {"operations", status.operationsApplied},
          {"direct_io", status.directIo},
          {"frames_refused", status.framesRefused},
          {"batches_dropped", status.batchesDropped},
          {"seal_conflicts", status.sealConflicts},
          {"blocks_from_the_future", status.blocksFromTheFuture},
          {"clocks_astray", std::move(astray)}};
}

std::string reasonOf(const replica::ReplicaStatus& status) {
  if (status.role == replica::ReplicaStatus::Role::kRecovering) return "It reads its log after a start.";
  return status.leader == NodeId() ? "It knows no leader." : "";
}

gateway::NodeHealth healthOf(const wire::GenesisNode& node, const replica::ReplicaStatus& status) {
  gateway::NodeHealth health;
  const std::string reason = reasonOf(status);
  health.ok = reason.empty();
  health.body = toJson(status);
  // The members that every node has (docs/openapi.yaml), then the replica's reading.
  health.body["status"] = health.ok ? "UP" : "DOWN";
  if (!reason.empty()) health.body["detail"] = reason;
  health.body["node"] = node.name;
  health.body["kind"] = wire::nameOf(node.kind);
  health.body["height"] = status.applied.value;
  health.body["version"] = version();
  return health;
}

std::string_view version() {
#ifdef AURIGRAPH_VERSION
  return AURIGRAPH_VERSION;
#else
  return "0";
#endif
}

}  // namespace aurigraph::cluster
