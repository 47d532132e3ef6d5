// The genesis, as its bytes.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  const KnownGenesis& genesis;
};

Task<Response> genesisRoute(const Parts& parts, RequestRef) {
  co_return bytesResponse(parts.genesis.bytes);
}

}  // namespace

std::vector<Route> genesisRoutes(const KnownGenesis& genesis) {
  const Parts parts{.genesis = genesis};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/genesis",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = with(parts, genesisRoute)},
  };
}

}  // namespace aurigraph::gateway
