#include "nodes/gateway/submission.h"

#include <chrono>

#include "nodes/gateway/problem.h"
#include "nodes/gateway/render.h"

namespace aurigraph::gateway {

using Outcome = Result<business::BatchOutcome>;

namespace {

Task<Outcome> submitAndWait(Context& context, Bytes batch, bool final) {
  // The service answers twice; refusals come with the first.
  auto bytes = std::make_shared<Bytes>(std::move(batch));
  std::function<void(std::function<void(Outcome)>)> start = [&context, bytes,
                                                             final](std::function<void(Outcome)> done) {
    context.parts.service->submit(
        std::move(*bytes),
        [done, final](Outcome outcome) {
          if (!final || !outcome || outcome->final) done(std::move(outcome));
        },
        [done, final](Outcome outcome) {
          if (final) done(std::move(outcome));
        });
  };
  auto outcome = co_await callbackOr<Outcome>(std::move(start), context.options.patience);
  if (!outcome)
    co_return fail("gateway.timeout", "The batch was taken, but its outcome did not come in time.",
                   "Ask for it by its digest, or send the same bytes again: that is safe.");
  co_return std::move(*outcome);
}

}  // namespace

Result<bool> waitForFinal(const Request& request) {
  const auto wait = request.queryText("wait");
  if (wait.empty() || wait == "committed") return false;
  if (wait == "final") return true;
  return fail("request.bad_wait", "`wait` is committed or final.", "Leave it out for committed.");
}

Task<Response> submitBytes(Context& context, Bytes batch, bool final) {
  const auto began = std::chrono::steady_clock::now();
  const auto header = wire::parseBatch(batch);
  if (!header) co_return problem(header.error());
  {
    const std::lock_guard lock(context.limitMutex);
    const auto admission =
        context.authors->admit(asText(header->author.view()), context.now(), header->count);
    if (!admission.admitted) {
      auto out = problem(Error{"rate.too_many_operations", "More operations than this author may send.",
                               "Wait as long as Retry-After says."});
      out.headers.emplace_back("Retry-After", std::to_string(admission.retryAfter.value / 1'000'000'000 + 1));
      co_return out;
    }
  }
  const auto outcome = co_await submitAndWait(context, std::move(batch), final);
  if (!outcome) co_return problem(outcome.error());
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  context.parts.registry
      ->histogram("aurigraph_transaction_latency_ms", {{"wait", final ? "final" : "committed"}})
      .Observe(took.count());
  if (final) context.finality->add(took.count());
  co_return jsonResponse(render(*outcome));
}

}  // namespace aurigraph::gateway
