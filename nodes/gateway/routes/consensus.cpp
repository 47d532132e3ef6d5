// How the node's replica stands.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/node_routes.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  LedgerReader ledger;
};

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

Task<Response> consensusRoute(const Parts& parts, RequestRef) {
  const auto status = co_await parts.ledger.status();
  if (!status) co_return problem(status.error());
  co_return jsonResponse(consensusBody(*status));
}

}  // namespace

std::vector<Route> consensusRoutes(LedgerReader ledger) {
  const Parts parts{.ledger = ledger};
  return {{.method = Method::kGet,
           .path = "/api/v11/consensus/status",
           .who = Who::kAnyone,
           .budget = Budget::kConsensus,
           .maxBodyBytes = 0,
           .needs = Needs::kNothing,
           .handler = with(parts, consensusRoute)}};
}

}  // namespace aurigraph::gateway
