#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

/// What a person says about a cluster (`cluster.toml`, docs/formats/cluster.md). Everything has a default;
/// a name we do not know is an error, so that a slip of the pen never passes for a setting.
namespace aurigraph::cluster {

/// Where nodes run, from the same code (R-NODE-3).
enum class HostKind : std::uint8_t {
  kInProcess,  ///< All in this process.
  kProcess,    ///< A child process `aurigraphd` each.
};

/// First ports of R-NODE-4; the next node of a kind is `step` further, its link port kLinkPortOffset.
struct PortPlan {
  std::uint16_t validators = 9003;
  std::uint16_t business = 9009;
  std::uint16_t slim = 9013;
  std::uint16_t step = 100;
  std::uint16_t gateway = 8443;
  bool fixed = false;  ///< A busy port is an error; else a free one is taken instead, and said.
};

struct ClusterConfig {
  std::string name = "aurigraph";
  bool simulated = true;  ///< Whether simulated records may reach the ledger (R-PIPE-5). For ever.
  HostKind hosts = HostKind::kInProcess;
  std::filesystem::path folder;  ///< Keys, genesis, data. Relative: to the file's folder.
  std::size_t validators = 3;
  std::size_t business = 2;
  std::size_t slim = 1;  ///< None is allowed: a cluster that fetches nothing.
  PortPlan ports;
  bool providers = true;            ///< Run the provider simulator beside the nodes.
  std::uint64_t providersSeed = 1;  ///< What it serves (nodes/providers).
};

/// R-NODE-2. Errors: cluster.too_many_validators, cluster.too_many_business, cluster.too_many_slim,
/// cluster.too_few_nodes, cluster.bad_name, cluster.bad_ports.
Status check(const ClusterConfig& config);

/// Errors: config.unreadable (no TOML, wrong type, unknown name), and those of check().
Result<ClusterConfig> parseClusterConfig(std::string_view toml, const std::filesystem::path& base);
/// `base`: the folder where the file will lie; the cluster's folder is written relative to it.
[[nodiscard]] std::string toToml(const ClusterConfig& config, const std::filesystem::path& base);

[[nodiscard]] std::string_view nameOf(HostKind kind);              // "inprocess", "process"
[[nodiscard]] Result<HostKind> hostKindOf(std::string_view name);  // cluster.bad_hosts

}  // namespace aurigraph::cluster
