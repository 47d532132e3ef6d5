#pragma once

#include <boost/json/object.hpp>

#include "nodes/slim/slim_node.h"
#include "nodes/telemetry/node_probe.h"
#include "nodes/telemetry/readings.h"

/// A node's readings as its health carries them (docs/formats/cluster.md, "usage"), written here and read
/// by the business nodes that ask.
namespace aurigraph::cluster {

[[nodiscard]] boost::json::object toJson(const telemetry::NodeProbe::Usage& usage);
[[nodiscard]] telemetry::SlimReading readingOf(const slim::SlimNode& node);
[[nodiscard]] boost::json::object toJson(const telemetry::SlimReading& reading);

/// Fills in what a health answer says; what it does not say stays absent. Never fails: a peer may be of
/// another version.
void readHealth(const boost::json::value& health, telemetry::NodeReading& out);

}  // namespace aurigraph::cluster
