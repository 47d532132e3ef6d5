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
          {"known", status.known.value},
          {"ready", status.ready},
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
          {"blocks_of_wrong_version", status.blocksOfWrongVersion},
          {"clocks_astray", std::move(astray)}};
}

namespace {

Error troubleOf(const replica::ReplicaStatus& status) {
  if (status.role == replica::ReplicaStatus::Role::kRecovering)
    return {"node.recovering", "It reads its log after a start.", ""};
  if (!status.ready)
    return {"node.recovering",
            status.known == Height() ? "It has just started and waits for a leader's word."
                                     : "It has just started and executes the chain: block " +
                                           std::to_string(status.applied.value) + " of " +
                                           std::to_string(status.known.value) + ".",
            ""};
  if (status.leader == NodeId()) return {"cluster.no_leader", "It knows no leader.", ""};
  return {};
}

}  // namespace

std::string reasonOf(const replica::ReplicaStatus& status) {
  return troubleOf(status).message;
}

gateway::NodeHealth healthOf(const wire::GenesisNode& node, const replica::ReplicaStatus& status) {
  gateway::NodeHealth health;
  const Error trouble = troubleOf(status);
  health.ok = trouble.code.empty();
  health.body = toJson(status);
  // The members that every node has (docs/openapi.yaml), then the replica's reading.
  health.body["status"] = gateway::statusWord(trouble.code);
  health.body["phase"] = trouble.code == "node.recovering" ? "joining" : "serving";
  if (!health.ok) {
    health.body["code"] = trouble.code;
    health.body["detail"] = trouble.message;
  }
  health.body["node"] = node.name;
  health.body["kind"] = wire::nameOf(node.kind);
  health.body["height"] = status.applied.value;
  health.body["version"] = version();
  if (!status.brokenInvariant.empty()) health.body["broken_invariant"] = status.brokenInvariant;
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
