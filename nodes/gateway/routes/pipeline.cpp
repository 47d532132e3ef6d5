// From outside data to tokens, as numbers: /query/pipeline.

#include "nodes/gateway/views/pipeline.h"

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/views/render.h"

namespace aurigraph::gateway {
namespace {

struct Parts {
  LedgerReader ledger;
  const ClusterNodes& nodes;
  const MetricsHistory& metrics;
  Clock now;
};

Task<Response> pipelineRoute(const Parts& parts, RequestRef) {
  const auto status = co_await parts.ledger.status();
  if (!status) co_return problem(status.error());
  std::function<Result<LedgerCounts>(const ledger::Ledger&)> look =
      [operations = status->operationsApplied](const ledger::Ledger& ledger) -> Result<LedgerCounts> {
    return countsOf(ledger, operations);
  };
  const auto counts = co_await parts.ledger.read<LedgerCounts>(std::move(look));
  if (!counts) co_return problem(counts.error());
  const auto nodes = parts.nodes.read(*status);
  const Pipeline pipeline = pipelineOf(nodes, *counts);
  const Nanoseconds now = parts.now();
  const auto before = parts.metrics.minuteAgo(now.value / 1'000'000'000).value_or(pipeline.totals());
  co_return jsonResponse(Object{{"time", std::to_string(now.value)},
                                {"time_text", timeText(now, TimeForm::kMilliseconds)},
                                {"stages", stagesJson(pipeline, before)},
                                {"sources", sourcesJson(nodes)}});
}

}  // namespace

std::vector<Route> pipelineRoutes(LedgerReader ledger, const ClusterNodes& nodes,
                                  const MetricsHistory& metrics, Clock now) {
  const Parts parts{.ledger = ledger, .nodes = nodes, .metrics = metrics, .now = std::move(now)};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/pipeline",
       .who = Who::kRecordWorkers,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kLedger,
       .handler = with(parts, pipelineRoute)},
  };
}

}  // namespace aurigraph::gateway
