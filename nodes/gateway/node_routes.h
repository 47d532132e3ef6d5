#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <string_view>
#include <vector>

#include "nodes/gateway/http/http.h"
#include "nodes/replica/replica.h"
#include "nodes/telemetry/registry.h"

/// What any node shows of itself, with or without a ledger or a gateway.
namespace aurigraph::gateway {

struct NodeHealth {
  bool ok = false;
  boost::json::object body;
};

/// The routes every node has: /api/v11/health, /metrics. `beforeScrape` may bring gauges up to date; it must
/// not block. All of it outlives the router's server.
[[nodiscard]] std::vector<Route> nodeRoutes(telemetry::Registry& registry,
                                            std::function<void(std::function<void(NodeHealth)>)> health,
                                            std::function<void()> beforeScrape = {});

/// LEADER, FOLLOWER …
[[nodiscard]] std::string_view nameOf(replica::ReplicaStatus::Role role);

/// UP, RECOVERING, DEGRADED or DOWN: what a health says for the code of a node's trouble; empty: none.
[[nodiscard]] std::string_view statusWord(std::string_view code);

}  // namespace aurigraph::gateway
