#include "nodes/gateway/routes/submission.h"

#include <algorithm>
#include <chrono>
#include <mutex>

#include "core/wire/stream_frame.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using Outcome = Result<business::BatchOutcome>;

namespace {

/// How long a committed batch waits for its certificate. It holds a connection, and with certificates stalled
/// the connections would be what nobody is admitted by. They trail by milliseconds, and by a second or two
/// when a leader goes.
constexpr std::chrono::milliseconds kFinalPatience{5'000};

/// The service's second answer, which may come before anybody asks for it.
class FinalAnswer {
 public:
  void say(Outcome outcome) {  // the node's thread
    std::function<void(Outcome)> tell;
    {
      const std::lock_guard lock(mutex_);
      said_ = outcome;
      tell = tell_;
    }
    if (tell) tell(std::move(outcome));
  }
  void whenSaid(std::function<void(Outcome)> tell) {
    std::optional<Outcome> said;
    {
      const std::lock_guard lock(mutex_);
      said = said_;
      tell_ = tell;
    }
    if (said) tell(std::move(*said));
  }
  /// The node may answer long after, when nobody waits and the gateway has ended.
  void nobodyAsks() {
    const std::lock_guard lock(mutex_);
    tell_ = {};
  }

 private:
  std::mutex mutex_;  // guards what follows
  std::optional<Outcome> said_;
  std::function<void(Outcome)> tell_;
};

/// Refusals come with the service's first answer. Once a batch is committed there is no error any more: a
/// certificate that does not come in time leaves the outcome what it is, committed.
Task<Outcome> submitAndWait(Context& context, Bytes batch, bool final) {
  using Done = std::function<void(Outcome)>;
  auto bytes = std::make_shared<Bytes>(std::move(batch));
  auto second = std::make_shared<FinalAnswer>();
  std::function<void(Done)> submit = [&context, bytes, second](Done done) {
    context.parts.service->submit(std::move(*bytes), std::move(done),
                                  [second](Outcome outcome) { second->say(std::move(outcome)); });
  };
  auto committed = co_await callbackOr<Outcome>(std::move(submit), context.options.patience);
  if (!committed)
    co_return fail("gateway.timeout", "The batch was taken, but its outcome did not come in time.",
                   "Ask for it by its digest, or send the same bytes again: that is safe.");
  if (!final || !*committed || (*committed)->final) co_return std::move(*committed);
  std::function<void(Done)> listen = [second](Done done) { second->whenSaid(std::move(done)); };
  auto certified =
      co_await callbackOr<Outcome>(std::move(listen), std::min(context.options.patience, kFinalPatience));
  second->nobodyAsks();
  co_return certified ? std::move(*certified) : std::move(*committed);
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
      ->histogram("aurigraph_transaction_latency_ms",
                  {{"wait", final && outcome->final ? "final" : "committed"}})
      .Observe(took.count());
  if (final && outcome->final) context.finality->add(took.count());
  Object body = render(*outcome);
  if (final && !outcome->final) {
    const Error why = wire::finalityNotKnownYet();
    body["note"] = Object{{"code", why.code}, {"message", why.message}, {"remedy", why.remedy}};
  }
  co_return jsonResponse(std::move(body));
}

}  // namespace aurigraph::gateway
