#include "nodes/gateway/submission.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

#include "core/wire/stream_frame.h"
#include "nodes/gateway/http/bridge.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {

using Outcome = Result<business::BatchOutcome>;

namespace {

/// How long a committed batch waits for its certificate. It holds a connection, and with certificates stalled
/// the connections would be what nobody is admitted by. They trail by milliseconds, and by a second or two
/// when a leader goes.
constexpr std::chrono::milliseconds kFinalTimeout{5'000};

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
Task<Outcome> submitAndWait(const Submission& submission, Bytes batch, bool final) {
  using Done = std::function<void(Outcome)>;
  auto bytes = std::make_shared<Bytes>(std::move(batch));
  auto second = std::make_shared<FinalAnswer>();
  std::function<void(Done)> submit = [&submission, bytes, second](Done done) {
    submission.service.submit(std::move(*bytes), std::move(done),
                              [second](Outcome outcome) { second->say(std::move(outcome)); });
  };
  auto committed = co_await callbackOr<Outcome>(std::move(submit), submission.timeout);
  if (!committed)
    co_return fail("gateway.timeout", "The batch was taken, but its outcome did not come in time.",
                   "Ask for it by its digest, or send the same bytes again: that is safe.");
  if (!final || !*committed || (*committed)->final) co_return std::move(*committed);
  std::function<void(Done)> listen = [second](Done done) { second->whenSaid(std::move(done)); };
  auto certified =
      co_await callbackOr<Outcome>(std::move(listen), std::min(submission.timeout, kFinalTimeout));
  second->nobodyAsks();
  co_return certified ? std::move(*certified) : std::move(*committed);
}

}  // namespace

Result<std::optional<boost::json::object>> outcomeInBlocks(projection::ProjectionStore& store,
                                                           const Digest& batch) {
  const auto row = store.batch(batch);
  if (!row) return propagate(row);
  if (!*row) return std::nullopt;
  const auto certificate = store.latestCertificate();
  auto body = render(**row);
  body["final"] = certificate && *certificate && (*certificate)->statement.height >= (*row)->height;
  return body;
}

AuthorLimits::AuthorLimits(routing::Rate rate, Clock now) : now_(std::move(now)), left_(rate, kMaxAuthors) {}

std::optional<Nanoseconds> AuthorLimits::overRate(const wire::BatchHeader& header) {
  const std::lock_guard lock(mutex_);
  const auto admission = left_.admit(asText(header.author.view()), now_(), header.count);
  if (admission.admitted) return std::nullopt;
  return admission.retryAfter;
}

Result<bool> waitForFinal(const Request& request) {
  const auto wait = request.queryText("wait");
  if (wait.empty() || wait == "committed") return false;
  if (wait == "final") return true;
  return fail("request.bad_wait", "`wait` is committed or final.", "Leave it out for committed.");
}

Task<Response> submitBytes(const Submission& submission, Bytes batch, bool final) {
  const auto began = std::chrono::steady_clock::now();
  const auto header = wire::parseBatch(batch);
  if (!header) co_return problem(header.error());
  if (const auto wait = submission.authors.overRate(*header))
    co_return tooMany({"rate.too_many_operations", "More operations than this author may send.",
                       "Wait as long as Retry-After says."},
                      *wait);
  const auto outcome = co_await submitAndWait(submission, std::move(batch), final);
  // The ledger keeps answers for a while; blocks keep them for ever.
  if (!outcome && (outcome.error().code == "session.closed" || outcome.error().code == "session.replayed"))
    if (auto known = outcomeInBlocks(submission.store, header->digest());
        known && *known && !(*known)->contains("refused"))
      co_return jsonResponse(std::move(**known));
  if (!outcome) co_return problem(outcome.error());
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  submission.registry
      .histogram("aurigraph_transaction_latency_ms",
                 {{"wait", final && outcome->final ? "final" : "committed"}})
      .Observe(took.count());
  if (final && outcome->final) submission.finality->add(took.count());
  Object body = render(*outcome);
  if (final && !outcome->final) {
    const Error why = wire::finalityNotKnownYet();
    body["note"] = Object{{"code", why.code}, {"message", why.message}, {"remedy", why.remedy}};
  }
  co_return jsonResponse(std::move(body));
}

}  // namespace aurigraph::gateway
