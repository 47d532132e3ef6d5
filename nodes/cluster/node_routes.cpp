#include "nodes/cluster/node_routes.h"

#include <optional>

#include "nodes/cluster/node_health.h"
#include "nodes/gateway/http/bridge.h"
#include "nodes/gateway/http/problem.h"
#include "nodes/gateway/node_routes.h"

namespace aurigraph::cluster {
namespace {

using gateway::RequestRef;
using gateway::Response;

constexpr std::chrono::milliseconds kTimeout{2'000};

using UsageOf = std::function<boost::json::object(const replica::ReplicaStatus&)>;

gateway::Task<std::optional<replica::ReplicaStatus>> statusNow(std::function<void(StatusAnswer)> ask,
                                                               std::chrono::milliseconds timeout) {
  std::function<void(std::function<void(replica::ReplicaStatus)>)> start =
      [ask = std::move(ask)](std::function<void(replica::ReplicaStatus)> done) { ask(std::move(done)); };
  co_return co_await gateway::callbackOr<replica::ReplicaStatus>(std::move(start), timeout);
}

gateway::Task<std::optional<gateway::NodeHealth>> healthNow(std::function<void(StatusAnswer)> ask,
                                                            wire::GenesisNode self, UsageOf usage) {
  const auto status = co_await statusNow(std::move(ask), gateway::kHealthTimeout);
  if (!status) co_return std::nullopt;
  auto health = healthOf(self, *status);
  health.body["usage"] = usage(*status);
  co_return health;
}

gateway::Task<Response> consensusRoute(std::function<void(StatusAnswer)> ask) {
  const auto status = co_await statusNow(std::move(ask), kTimeout);
  if (!status)
    co_return gateway::problem(
        Error{"gateway.timeout", "The node did not answer in time.", "Try again in a moment."});
  co_return gateway::jsonResponse(toJson(*status));
}

}  // namespace

void addLedgerNodeRoutes(gateway::Router& router, telemetry::Registry& registry,
                         const wire::GenesisNode& self, const std::function<void(StatusAnswer)>& ask,
                         std::function<boost::json::object(const replica::ReplicaStatus&)> usage,
                         std::function<void()> beforeScrape) {
  router.add(gateway::nodeRoutes(
      registry, [ask, self, usage = std::move(usage)] { return healthNow(ask, self, usage); },
      std::move(beforeScrape)));
  router.add({.method = gateway::Method::kGet,
              .path = "/api/v11/consensus/status",
              .who = gateway::Who::kAnyone,
              .budget = gateway::Budget::kConsensus,
              .maxBodyBytes = 0,
              .needs = gateway::Needs::kNothing,
              .handler = [ask](const RequestRef&) { return consensusRoute(ask); }});
}

}  // namespace aurigraph::cluster
