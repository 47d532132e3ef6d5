#include "nodes/cluster/node_health.h"

#include "nodes/cluster/node_routes.h"

namespace aurigraph::cluster {
namespace {

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

}  // namespace

boost::json::object toJson(const replica::ReplicaStatus& status) {
  return {{"node", status.node.value},
          {"lane", status.lane.value},
          {"role", nameOf(status.role)},
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
          {"seal_conflicts", status.sealConflicts}};
}

gateway::NodeHealth healthOf(const wire::GenesisNode& node, const replica::ReplicaStatus& status) {
  gateway::NodeHealth health;
  health.ok = status.role != replica::ReplicaStatus::Role::kRecovering && status.leader != NodeId();
  health.body = toJson(status);
  // The members that every node has (docs/openapi.yaml), then the replica's reading.
  health.body["status"] = health.ok ? "UP" : "DOWN";
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
