// Signed operations in as bytes, and what became of them.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

struct Parts {
  Submission submission;
  Lists lists;
};

Task<Response> batchesRoute(const Parts& parts, RequestRef request) {
  const auto final = waitForFinal(*request);
  if (!final) co_return problem(final.error());
  co_return co_await submitBytes(parts.submission, std::move(request->body), *final);
}

Task<Response> outcomeRoute(const Parts& parts, RequestRef request) {
  const auto digest = fixedFromHex<Digest>(request->parameter("digest"));
  if (!digest) co_return problem(digest.error());
  auto known = outcomeInBlocks(parts.lists.store, *digest);
  if (!known) co_return problem(known.error());
  if (!*known)
    co_return problem(Error{"batch.unknown", "No block here holds a batch of this digest (yet).",
                            "It may be on its way; sending the same bytes again is safe."});
  co_return jsonResponse(std::move(**known));
}

}  // namespace

std::vector<Route> batchRoutes(Submission submission, Lists lists) {
  const Parts parts{.submission = std::move(submission), .lists = lists};
  return {
      {.method = Method::kPost,
       .path = "/api/v11/transaction/batches",
       .who = Who::kAnyone,
       .budget = Budget::kTransaction,
       .maxBodyBytes = kMaxBatchBytes,
       .needs = Needs::kLedger,
       .handler = with(parts, batchesRoute)},
      {.method = Method::kGet,
       .path = "/api/v11/transaction/batches/{digest}",
       .who = Who::kAnyone,
       .budget = Budget::kTransaction,
       .maxBodyBytes = 0,
       .needs = Needs::kReadModels,
       .handler = with(parts, outcomeRoute)},
  };
}

}  // namespace aurigraph::gateway
