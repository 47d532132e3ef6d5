#pragma once

#include <boost/json/object.hpp>

#include "nodes/cluster/node_monitor.h"
#include "nodes/gateway/node_reading.h"
#include "nodes/slim/slim_node.h"

/// A node's readings as its health carries them (docs/formats/cluster.md, "usage"), written here and read
/// by the business nodes that ask.
namespace aurigraph::cluster {

[[nodiscard]] boost::json::object toJson(const NodeMonitor::Usage& usage);
[[nodiscard]] gateway::SlimReading readingOf(const slim::SlimNode& node);
[[nodiscard]] boost::json::object toJson(const gateway::SlimReading& reading);

/// Fills in what a health answer says; what it does not say stays absent. Never fails: a peer may be of
/// another version.
void readHealth(const boost::json::value& health, gateway::NodeReading& out);

}  // namespace aurigraph::cluster
