// Signed operations in as bytes, and what became of them.

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/submission.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

namespace {

Task<Response> batchesRoute(Context& context, RequestRef request) {
  const auto final = waitForFinal(*request);
  if (!final) co_return problem(final.error());
  co_return co_await submitBytes(context, std::move(request->body), *final);
}

Task<Response> outcomeRoute(Context& context, RequestRef request) {
  const auto digest = fixedFromHex<Digest>(request->parameter("digest"));
  if (!digest) co_return problem(digest.error());
  const auto row = context.store().batch(*digest);
  if (!row) co_return problem(row.error());
  if (!*row)
    co_return problem(Error{"batch.unknown", "No block here holds a batch of this digest (yet).",
                            "It may be on its way; sending the same bytes again is safe."});
  const auto certificate = context.store().latestCertificate();
  auto body = render(**row);
  body["final"] = certificate && *certificate && (*certificate)->statement.height >= (*row)->height;
  co_return jsonResponse(body);
}

}  // namespace

void addTransactionRoutes(Router& router, Context& context) {
  using Function = Task<Response> (*)(Context&, RequestRef);
  const auto add = [&](Method method, const char* path, std::size_t maxBodyBytes, Needs needs,
                       Function function) {
    router.add({.method = method,
                .path = path,
                .who = Who::kAnyone,
                .budget = Budget::kTransaction,
                .maxBodyBytes = maxBodyBytes,
                .needs = needs,
                .handler = [&context, function](RequestRef request) {
                  return function(context, std::move(request));
                }});
  };
  add(Method::kPost, "/api/v11/transaction/batches", kMaxBatchBytes, Needs::kLedger, batchesRoute);
  add(Method::kGet, "/api/v11/transaction/batches/{digest}", 0, Needs::kReadModels, outcomeRoute);
}

}  // namespace aurigraph::gateway
