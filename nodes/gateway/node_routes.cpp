#include "nodes/gateway/node_routes.h"

#include <utility>

#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

namespace {

Task<Response> healthRoute(AskHealth health) {
  const auto found = co_await health();
  if (found && found->ok) co_return jsonResponse(found->body);
  auto out = jsonResponse(
      found ? found->body
            : boost::json::object{{"status", "DOWN"}, {"detail", "The node did not answer itself in time."}},
      503);
  out.headers.emplace_back("Retry-After", std::to_string(kRetryAfterSeconds));
  co_return out;
}

Task<Response> scrapeRoute(telemetry::Registry& registry, const std::function<void()>& beforeScrape) {
  if (beforeScrape) beforeScrape();
  co_return Response{.status = 200,
                     .contentType = "text/plain; version=0.0.4; charset=utf-8",
                     .body = registry.text(),
                     .headers = {},
                     .stream = nullptr};
}

}  // namespace

std::string_view statusWord(std::string_view code) {
  if (code.empty()) return "UP";
  if (code == "node.recovering" || code == "projection.behind") return "RECOVERING";
  return code.starts_with("projection.") ? "DEGRADED" : "DOWN";
}

std::string_view nameOf(replica::ReplicaStatus::Role role) {
  using enum replica::ReplicaStatus::Role;
  switch (role) {
    case kFollower:
      return "FOLLOWER";
    case kCandidate:
      return "CANDIDATE";
    case kLeader:
      return "LEADER";
    case kLearner:
      return "LEARNER";
    case kRecovering:
      return "RECOVERING";
  }
  return "UNKNOWN";
}

std::vector<Route> nodeRoutes(telemetry::Registry& registry, AskHealth health,
                              std::function<void()> beforeScrape) {
  return {
      {.method = Method::kGet,
       .path = "/api/v11/health",
       .who = Who::kAnyone,
       .budget = Budget::kHealth,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = [health = std::move(health)](const RequestRef&) { return healthRoute(health); }},
      {.method = Method::kGet,
       .path = "/metrics",
       .who = Who::kAnyone,
       .budget = Budget::kHealth,
       .maxBodyBytes = 0,
       .needs = Needs::kNothing,
       .handler = [&registry, before = std::move(beforeScrape)](
                      const RequestRef&) { return scrapeRoute(registry, before); }},
  };
}

}  // namespace aurigraph::gateway
