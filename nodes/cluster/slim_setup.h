#pragma once

#include <string>
#include <vector>

#include "core/wire/genesis.h"
#include "nodes/cluster/node_config.h"
#include "nodes/gateway/node_routes.h"
#include "nodes/slim/slim_node.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::cluster {

/// What a slim node needs beside its configuration file.
struct SlimFiles {
  wire::Genesis genesis;
  crypto::SigningKey key;    ///< The node's own.
  std::string authorityPem;  ///< The cluster's root: of the gateways, and of the provider simulator.
  Digest providerPin;        ///< Key of the simulator's certificate; zero without a simulator.
};

/// The pipeline's settings: folder, the genesis's rules and facts, sources. Without a simulator there are no
/// sources yet: real providers need keys, which are an operator's to give (docs/formats/cluster.md). Errors:
/// genesis.bad_rule_set, rule_set.malformed.
Result<slim::SlimConfig> slimConfigOf(const NodeConfig& config, const SlimFiles& files);

/// Key of the provider simulator's certificate, which lies beside the cluster's root; zero without one.
[[nodiscard]] Digest simulatorPin(const NodeConfig& config);

/// The first of the configured business nodes that answers. Errors: config.unreadable (none named),
/// client.bad_options.
Result<std::unique_ptr<slim::LedgerPort>> ledgerPortOf(const NodeConfig& config, const SlimFiles& files);

/// Brings the slim_* metrics up to date.
void measure(const slim::SlimNode& node, telemetry::Registry& registry);
/// A slim node works while it can hand over; a source that is down is said, and holds up nobody.
[[nodiscard]] gateway::NodeHealth healthOf(const wire::GenesisNode& self, const slim::SlimNode& node);

}  // namespace aurigraph::cluster
