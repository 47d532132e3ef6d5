#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "core/wire/genesis.h"
#include "nodes/gateway/node_routes.h"
#include "nodes/replica/replica.h"

namespace aurigraph::cluster {

/// A replica's reading as `/consensus/status` shows it.
[[nodiscard]] boost::json::object toJson(const replica::ReplicaStatus& status);

/// Why it cannot work, for a person; empty: it can.
[[nodiscard]] std::string reasonOf(const replica::ReplicaStatus& status);

/// Whether a node that holds the ledger can do its work: it has recovered and knows a leader.
[[nodiscard]] gateway::NodeHealth healthOf(const wire::GenesisNode& node,
                                           const replica::ReplicaStatus& status);

}  // namespace aurigraph::cluster
