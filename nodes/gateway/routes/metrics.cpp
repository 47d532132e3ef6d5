// What a window draws second by second: /query/metrics.

#include <algorithm>

#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/http/query_parameters.h"
#include "nodes/gateway/routes/routes.h"

namespace aurigraph::gateway {
namespace {

struct Parts {
  const MetricsHistory& metrics;
  Clock now;
};

constexpr std::uint64_t kUsualSeconds = 300;

Task<Response> metricsRoute(const Parts& parts, RequestRef request) {
  std::uint64_t seconds = kUsualSeconds;
  if (const auto text = request->queryText("seconds"); !text.empty()) {
    const auto wanted = numberOf(text, MetricsHistory::kSeconds);
    if (!wanted) co_return problem(wanted.error());
    seconds = std::max<std::uint64_t>(*wanted, 1);
  }
  const std::int64_t now = parts.now().value / 1'000'000'000;
  co_return Response{
      .status = 200,
      .contentType = "application/json",
      .body = "{\"items\":" + parts.metrics.last(now, static_cast<std::int64_t>(seconds)) + "}",
      .headers = {},
      .stream = nullptr};
}

}  // namespace

std::vector<Route> metricsRoutes(const MetricsHistory& metrics, Clock now) {
  const Parts parts{.metrics = metrics, .now = std::move(now)};
  return {
      {.method = Method::kGet,
       .path = "/api/v11/query/metrics",
       .who = Who::kAnyone,
       .budget = Budget::kQuery,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = with(parts, metricsRoute)},
  };
}

}  // namespace aurigraph::gateway
