#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <functional>
#include <optional>
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

/// Asks a node how it does; nothing: it did not answer itself in time. On the connection's strand, so that
/// nothing is looked at any more once the server has stopped.
using AskHealth = std::function<Task<std::optional<NodeHealth>>()>;
inline constexpr std::chrono::milliseconds kHealthTimeout{2'000};

/// The routes every node has: /api/v11/health, /metrics. `beforeScrape` may bring gauges up to date; it must
/// not block. All of it outlives the router's server.
[[nodiscard]] std::vector<Route> nodeRoutes(telemetry::Registry& registry, AskHealth health,
                                            std::function<void()> beforeScrape = {});

/// LEADER, FOLLOWER …
[[nodiscard]] std::string_view nameOf(replica::ReplicaStatus::Role role);

/// UP, RECOVERING, DEGRADED or DOWN: what a health says for the code of a node's trouble; empty: none.
[[nodiscard]] std::string_view statusWord(std::string_view code);

}  // namespace aurigraph::gateway
