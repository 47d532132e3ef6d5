#pragma once

#include <boost/json/object.hpp>
#include <functional>

#include "core/wire/genesis.h"
#include "nodes/gateway/http/router.h"
#include "nodes/replica/replica.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::cluster {

using StatusAnswer = std::function<void(const replica::ReplicaStatus&)>;

/// Routes of a node that holds the ledger and serves no public API (a validator): health, metrics,
/// consensus status. `ask` may answer from any thread, or never.
void addLedgerNodeRoutes(gateway::Router& router, telemetry::Registry& registry,
                         const wire::GenesisNode& self, const std::function<void(StatusAnswer)>& ask,
                         std::function<boost::json::object(const replica::ReplicaStatus&)> usage,
                         std::function<void()> beforeScrape);

/// This program's version.
[[nodiscard]] std::string_view version();

}  // namespace aurigraph::cluster
