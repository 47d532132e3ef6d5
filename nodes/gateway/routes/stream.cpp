// Signed batches by the stream: one long-lived request.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/live/batch_stream.h"

namespace aurigraph::gateway {

namespace {

Task<Response> streamRoute(Context& context, RequestRef request) {
  if (request->upgrade != wire::kStreamProtocol) {
    auto out = problem(Error{
        "request.upgrade_required", "This address speaks " + std::string(wire::kStreamProtocol) + " only.",
        "Ask for it with `Connection: Upgrade` and `Upgrade`, or use /transaction/batches."});
    out.headers.emplace_back("Upgrade", std::string(wire::kStreamProtocol));
    co_return out;
  }
  Response out;
  out.status = 101;
  out.upgrade = makeBatchStream(context);
  co_return out;
}

}  // namespace

void addStreamRoutes(Router& router, Context& context) {
  router.add(
      {.method = Method::kPost,
       .path = "/api/v11/transaction/stream",
       .who = Who::kAnyone,
       .budget = Budget::kTransaction,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = [&context](RequestRef request) { return streamRoute(context, std::move(request)); }});
}

}  // namespace aurigraph::gateway
