// What this API is, and its description.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"
#include "resources/resources.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  const KnownGenesis& genesis;
  Names names;
};

Task<Response> infoRoute(const Parts& parts, RequestRef) {
  const auto& genesis = parts.genesis.genesis;
  co_return jsonResponse(Object{{"name", "Aurigraph"},
                                {"version", parts.names.version},
                                {"api", "v11"},
                                {"node", parts.names.node},
                                {"cluster", genesis.clusterName},
                                {"genesis", hexOf(parts.genesis.digest)},
                                {"simulated", genesis.simulated},
                                {"lanes", genesis.laneCount},
                                {"protocol", genesis.protocol.value}});
}

Task<Response> descriptionRoute(const Parts&, RequestRef) {
  co_return Response{.status = 200,
                     .contentType = "application/yaml",
                     .body = std::string(resource("openapi.yaml")),
                     .headers = {},
                     .stream = nullptr};
}

}  // namespace

std::vector<Route> infoRoutes(const KnownGenesis& genesis, Names names) {
  const Parts parts{.genesis = genesis, .names = std::move(names)};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/info",
       .who = Who::kAnyone,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = with(parts, infoRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/openapi.yaml",
       .who = Who::kAnyone,
       .budget = Budget::kDefault,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = with(parts, descriptionRoute)},
  };
}

}  // namespace aurigraph::gateway
