// Signed operations in: as bytes, or prepared from JSON first.

#include <chrono>

#include "nodes/client/words.h"
#include "nodes/gateway/command_json.h"
#include "nodes/gateway/context.h"
#include "nodes/gateway/problem.h"
#include "nodes/gateway/render.h"

namespace aurigraph::gateway {

using http_verb = boost::beast::http::verb;
using ledger::Ledger;
using Outcome = Result<business::BatchOutcome>;

namespace {

constexpr std::size_t kMaxBatchBytes = limits::kBatchHeaderBytes + limits::kBufferBodyBytes;
// Hex doubles the bytes; a JSON frame and signature come on top.
constexpr std::size_t kMaxJsonBytes = 2 * kMaxBatchBytes + 64 * 1024;
constexpr std::int64_t kDefaultValidSeconds = 120;
constexpr std::int64_t kMaxValidSeconds = 3'600;

Result<bool> waitForFinal(const Request& request) {
  const auto wait = request.queryText("wait");
  if (wait.empty() || wait == "committed") return false;
  if (wait == "final") return true;
  return fail("request.bad_wait", "`wait` is committed or final.", "Leave it out for committed.");
}

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

// ---- prepare, submit ----

struct NextRequest {
  SessionNumber session;
  RequestNumber request;
};

Task<Result<NextRequest>> nextRequest(Context& context, PublicKey author) {
  std::function<Result<NextRequest>(const Ledger&)> look =
      [author](const Ledger& ledger) -> Result<NextRequest> {
    const auto* row = ledger.session(author);
    if (row == nullptr) return NextRequest{SessionNumber(1), RequestNumber(1)};
    return NextRequest{row->session, row->last.next()};
  };
  co_return co_await readLedger<NextRequest>(context, std::move(look));
}

Result<std::vector<wire::AnyCommand>> commandsOf(const boost::json::object& body) {
  const auto* list = body.if_contains("commands");
  if (list == nullptr || !list->is_array() || list->get_array().empty() ||
      list->get_array().size() > limits::kMaxCommandsPerBatch)
    return fail("request.bad_field", "'commands' must be a list of 1 to 256 commands.",
                "See /api/v11/openapi.yaml.");
  std::vector<wire::AnyCommand> out;
  for (const auto& each : list->get_array()) {
    if (!each.is_object())
      return fail("request.bad_field", "A command must be a JSON object.", "See docs/formats/gateway.md.");
    auto command = commandFromJson(each.get_object());
    if (!command) return passOn(command);
    out.push_back(std::move(*command));
  }
  return out;
}

Task<Response> prepareRoute(Context& context, RequestRef request) {
  const auto body = jsonBody(*request);
  if (!body) co_return problem(body.error());
  const auto author = hexField<PublicKey>(*body, "author");
  if (!author) co_return problem(author.error());
  const auto commands = commandsOf(*body);
  if (!commands) co_return problem(commands.error());
  const auto next = co_await nextRequest(context, *author);
  if (!next) co_return problem(next.error());
  const auto session = numberField(*body, "session", UINT64_MAX, next->session.value);
  const auto number = numberField(*body, "request", UINT64_MAX, next->request.value);
  const auto valid = numberField(*body, "valid_for_seconds", kMaxValidSeconds, kDefaultValidSeconds);
  if (!session) co_return problem(session.error());
  if (!number) co_return problem(number.error());
  if (!valid) co_return problem(valid.error());

  std::vector<wire::Command> encoded;
  boost::json::array words;
  std::size_t totalBytes = 0;
  for (const auto& command : *commands) {
    encoded.push_back({static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)});
    const auto size = encoded.back().payload.size();
    totalBytes += size + 8;
    if (size > limits::kMaxCommandPayloadBytes || totalBytes > limits::kBufferBodyBytes)
      co_return problem(
          Error{"command.too_large", "The commands are too large for one batch.", "Send fewer at once."});
    for (const auto& line : client::wordsOf(command)) words.push_back(boost::json::string(line));
  }
  const auto validUntil =
      Nanoseconds(context.now().value + static_cast<std::int64_t>(*valid) * 1'000'000'000);
  const wire::BatchDraft draft{.genesis = context.genesis,
                               .lane = context.options.lane,
                               .session = SessionNumber(*session),
                               .request = RequestNumber(*number),
                               .validUntil = validUntil};
  const auto bytes = wire::draftCommands(draft, encoded, *author);
  const auto header = wire::parseBatch(bytes);
  if (!header) co_return problem(header.error());
  co_return jsonResponse(Object{{"bytes", toHex(bytes)},
                                {"digest", hexOf(header->signingDigest())},
                                {"words", std::move(words)},
                                {"session", *session},
                                {"request", *number},
                                {"valid_until", std::to_string(validUntil.value)},
                                {"valid_until_text", timeText(validUntil)}});
}

Task<Response> submitPreparedRoute(Context& context, RequestRef request) {
  const auto final = waitForFinal(*request);
  if (!final) co_return problem(final.error());
  const auto body = jsonBody(*request);
  if (!body) co_return problem(body.error());
  const auto digits = textField(*body, "bytes", 2 * kMaxBatchBytes);
  if (!digits) co_return problem(digits.error());
  auto bytes = fromHex(*digits);
  if (!bytes) co_return problem(bytes.error());
  const auto signature = hexField<Signature>(*body, "signature");
  if (!signature) co_return problem(signature.error());
  if (bytes->size() < limits::kBatchHeaderBytes)
    co_return problem(Error{"batch.truncated", "The bytes are shorter than a batch's header.",
                            "Send `bytes` as prepared."});
  std::copy(signature->bytes.begin(), signature->bytes.end(),
            bytes->begin() + offsetof(wire::BatchHeader, signature));
  co_return co_await submitBytes(context, std::move(*bytes), *final);
}

}  // namespace

void addTransactionRoutes(Router& router, Context& context) {
  using Function = Task<Response> (*)(Context&, RequestRef);
  const auto add = [&](http_verb verb, const char* pattern, RouteClass routeClass, std::size_t maxBodyBytes,
                       Function function) {
    router.add({.method = verb,
                .pattern = pattern,
                .routeClass = routeClass,
                .maxBodyBytes = maxBodyBytes,
                .handler = [&context, function](RequestRef request) {
                  return function(context, std::move(request));
                }});
  };
  add(http_verb::post, "/api/v11/transaction/batches", RouteClass::kTransaction, kMaxBatchBytes,
      batchesRoute);
  add(http_verb::get, "/api/v11/transaction/batches/{digest}", RouteClass::kTransaction, 0, outcomeRoute);
  add(http_verb::post, "/api/v11/contract/prepare", RouteClass::kContract, kMaxJsonBytes, prepareRoute);
  add(http_verb::post, "/api/v11/contract/submit", RouteClass::kContract, kMaxJsonBytes, submitPreparedRoute);
}

}  // namespace aurigraph::gateway
