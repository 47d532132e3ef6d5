#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/types.h"
#include "core/wire/genesis.h"

namespace aurigraph::cluster {

struct PeerConfig {
  NodeId node;
  std::string host;
  std::uint16_t port = 0;  ///< Of its links; in NodeConfig::apis of its API.
  bool operator==(const PeerConfig&) const = default;
};

/// Where a business node answers the public API.
struct GatewayConfig {
  std::string host;
  std::uint16_t port = 0;
  bool operator==(const GatewayConfig&) const = default;
};

/// All that one node must be told (`node.toml`, docs/formats/cluster.md); with the files it names,
/// nothing else is needed to run it on another machine. Paths are absolute once parsed.
struct NodeConfig {
  NodeId node;
  wire::NodeKind kind = wire::NodeKind::kValidator;
  std::string name;
  std::filesystem::path genesis;    ///< The cluster's `.genesis`.
  std::filesystem::path authority;  ///< The cluster's root certificate.
  std::filesystem::path folder;     ///< node.seed, state.secret, tls.pem, tls.key; `data` beside them.

  std::string address = "127.0.0.1";  ///< All ports listen on it.
  std::uint16_t apiPort = 0;          ///< Health, metrics, and on business nodes the whole API.
  std::uint16_t linkPort = 0;
  std::uint16_t gatewayPort = 0;  ///< A second port with the whole API (business); 0: none.
  std::vector<PeerConfig> peers;

  /// Business nodes only: where each other node of the cluster answers about itself (its API port).
  std::vector<PeerConfig> apis;

  // Slim nodes only.
  std::vector<GatewayConfig> gateways;  ///< Business nodes to submit to, in order of preference.
  std::string providersUrl;             ///< Of the provider simulator; empty: the real providers.
  std::uint64_t providersSeed = 1;
  std::filesystem::path providersCertificate;  ///< The simulator's: its key is pinned.

  bool operator==(const NodeConfig&) const = default;
  [[nodiscard]] std::filesystem::path dataFolder() const;
};

/// Where a node keeps its log: below its folder.
[[nodiscard]] std::filesystem::path dataFolderOf(const std::filesystem::path& nodeFolder);

/// Errors: config.unreadable.
Result<NodeConfig> parseNodeConfig(std::string_view toml, const std::filesystem::path& base);
/// `base`: the folder where the file will lie. Paths are written relative to it, so that a copy of the whole
/// tree is a tree of its own.
[[nodiscard]] std::string toToml(const NodeConfig& config, const std::filesystem::path& base);

}  // namespace aurigraph::cluster
