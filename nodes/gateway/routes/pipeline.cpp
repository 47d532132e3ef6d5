// What a window draws second by second: /query/metrics, /query/pipeline.

#include "nodes/gateway/views/pipeline.h"
#include "nodes/gateway/context.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {
namespace {

constexpr std::uint64_t kUsualSeconds = 300;
constexpr std::chrono::milliseconds kPatience{2'000};

Task<Response> metricsRoute(Context& context, RequestRef request) {
  std::uint64_t seconds = kUsualSeconds;
  if (const auto text = request->queryText("seconds"); !text.empty()) {
    const auto wanted = numberOf(text, MetricsHistory::kSeconds);
    if (!wanted) co_return problem(wanted.error());
    seconds = std::max<std::uint64_t>(*wanted, 1);
  }
  const std::int64_t now = context.now().value / 1'000'000'000;
  co_return Response{
      .status = 200,
      .contentType = "application/json",
      .body = "{\"items\":" + context.metrics.last(now, static_cast<std::int64_t>(seconds)) + "}",
      .headers = {},
      .stream = nullptr};
}

Task<Response> pipelineRoute(Context& context, RequestRef request) {
  std::function<void(std::function<void(replica::ReplicaStatus)>)> start =
      [&context](std::function<void(replica::ReplicaStatus)> done) {
        context.parts.service->status(std::move(done));
      };
  const auto status = co_await callbackOr<replica::ReplicaStatus>(std::move(start), kPatience);
  if (!status)
    co_return problem(Error{"gateway.timeout", "The node did not answer in time.", "Try again in a moment."});
  std::function<Result<LedgerCounts>(const ledger::Ledger&)> look =
      [operations = status->operationsApplied](const ledger::Ledger& ledger) -> Result<LedgerCounts> {
    return countsOf(ledger, operations);
  };
  const auto counts = co_await readLedger<LedgerCounts>(context, std::move(look));
  if (!counts) co_return problem(counts.error());
  const auto nodes = readNodes(context, *status);
  const Pipeline pipeline = pipelineOf(nodes, *counts);
  const Nanoseconds now = context.now();
  const auto before = context.metrics.minuteAgo(now.value / 1'000'000'000).value_or(pipeline.totals());
  co_return jsonResponse(Object{{"time", std::to_string(now.value)},
                                {"time_text", timeText(now, TimeForm::kMilliseconds)},
                                {"stages", stagesJson(pipeline, before)},
                                {"sources", sourcesJson(nodes)}});
}

}  // namespace

void addPipelineRoutes(Router& router, Context& context) {
  const auto add = [&](const char* path, Who who, Needs needs, Handler handler) {
    router.add({.method = Method::kGet,
                .path = path,
                .who = who,
                .budget = Budget::kQuery,
                .maxBodyBytes = 0,
                .needs = needs,
                .handler = std::move(handler)});
  };
  add("/api/v11/query/metrics", Who::kAnyone, Needs::kNothing,
      [&context](RequestRef request) { return metricsRoute(context, std::move(request)); });
  add("/api/v11/query/pipeline", Who::kRecordWorkers, Needs::kLedger,
      [&context](RequestRef request) { return pipelineRoute(context, std::move(request)); });
}

}  // namespace aurigraph::gateway
