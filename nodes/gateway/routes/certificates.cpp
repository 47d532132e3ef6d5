// The latest certificate.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  Lists lists;
};

Task<Response> certificateRoute(const Parts& parts, RequestRef) {
  const auto certificate = parts.lists.store.latestCertificate();
  if (!certificate) co_return problem(certificate.error());
  if (!*certificate)
    co_return problem(
        Error{"query.no_certificate", "There is no certificate yet.", "Wait for the first block."});
  co_return jsonResponse(render(**certificate));
}

}  // namespace

std::vector<Route> certificateRoutes(Lists lists) {
  const Parts parts{.lists = lists};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/certificates/latest",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, certificateRoute)},
  };
}

}  // namespace aurigraph::gateway
