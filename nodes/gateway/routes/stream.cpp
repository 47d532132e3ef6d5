// Signed batches by the stream: one long-lived request.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/live/batch_stream.h"
#include "nodes/gateway/routes/routes.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  Submission submission;
  wire::StreamCredits credits;
};

Task<Response> streamRoute(const Parts& parts, RequestRef request) {
  if (request->upgrade != wire::kStreamProtocol) {
    auto out = problem(Error{
        "request.upgrade_required", "This address speaks " + std::string(wire::kStreamProtocol) + " only.",
        "Ask for it with `Connection: Upgrade` and `Upgrade`, or use /transaction/batches."});
    out.headers.emplace_back("Upgrade", std::string(wire::kStreamProtocol));
    co_return out;
  }
  Response out;
  out.status = 101;
  out.upgrade = makeBatchStream(parts.submission, parts.credits);
  co_return out;
}

}  // namespace

std::vector<Route> streamRoutes(Submission submission, wire::StreamCredits credits) {
  const Parts parts{.submission = std::move(submission), .credits = credits};
  return {
      {.method = Method::kPost,
       .path = "/api/v11/transaction/stream",
       .who = Who::kAnyone,
       .budget = Budget::kTransaction,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, streamRoute)},
  };
}

}  // namespace aurigraph::gateway
