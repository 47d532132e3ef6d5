#include "nodes/cluster/cluster_config.h"

#include <sstream>

#include "core/base/limits.h"
#include "nodes/cluster/cluster_plan.h"
#include "nodes/cluster/toml_reader.h"

namespace aurigraph::cluster {
namespace {

Status atMost(std::size_t count, std::size_t most, std::string_view code, std::string_view kind) {
  if (count <= most) return {};
  return fail(code,
              "A cluster has at most " + std::to_string(most) + " " + std::string(kind) + " nodes, not " +
                  std::to_string(count) + ".",
              "Ask for fewer.");
}

/// The last node's port and its link port must exist.
bool portsFit(const ClusterConfig& config) {
  const auto last = [&](std::uint16_t first, std::size_t count) {
    return first + (count == 0 ? 0 : count - 1) * config.ports.step + kLinkPortOffset;
  };
  return config.ports.step >= 1 && config.ports.validators >= 1 && config.ports.business >= 1 &&
         config.ports.slim >= 1 && last(config.ports.validators, config.validators) <= 65'535 &&
         last(config.ports.business, config.business) <= 65'535 &&
         last(config.ports.slim, config.slim) <= 65'535;
}

}  // namespace

Status check(const ClusterConfig& config) {
  if (auto ok = atMost(config.validators, limits::kMaxValidators, "cluster.too_many_validators", "validator");
      !ok)
    return ok;
  if (auto ok = atMost(config.business, limits::kMaxBusinessNodes, "cluster.too_many_business", "business");
      !ok)
    return ok;
  if (auto ok = atMost(config.slim, limits::kMaxSlimNodes, "cluster.too_many_slim", "slim"); !ok) return ok;
  if (config.validators == 0 || config.business == 0)
    return fail("cluster.too_few_nodes", "A cluster needs at least one validator and one business node.",
                "Ask for one of each at least.");
  if (config.name.empty() || config.name.size() > 64)
    return fail("cluster.bad_name", "A cluster's name has 1 to 64 bytes.", "Choose another name.");
  if (!portsFit(config))
    return fail("cluster.bad_ports", "With these ports a node's port would lie beyond 65535.",
                "Choose lower first ports or a smaller step.");
  return {};
}

std::string_view nameOf(HostKind kind) {
  return kind == HostKind::kProcess ? "process" : "inprocess";
}

Result<HostKind> hostKindOf(std::string_view name) {
  if (name == "inprocess") return HostKind::kInProcess;
  if (name == "process") return HostKind::kProcess;
  return fail("cluster.bad_hosts", "Nodes cannot run \"" + std::string(name) + "\".",
              "Say inprocess or process.");
}

Result<ClusterConfig> parseClusterConfig(std::string_view text, const std::filesystem::path& base) {
  const auto parsed = parseToml(text);
  if (!parsed) return propagate(parsed);
  ClusterConfig config;
  TomlReader top(*parsed);
  top.allow({"name", "simulated", "hosts", "folder", "nodes", "ports", "providers"});
  top.text("name", config.name);
  top.flag("simulated", config.simulated);
  std::string hosts(nameOf(config.hosts));
  top.text("hosts", hosts);
  std::string folder = ".";
  top.text("folder", folder);
  if (const auto* table = top.inner("nodes")) {
    TomlReader nodes(*table, "nodes.");
    nodes.allow({"validators", "business", "slim"});
    nodes.number("validators", config.validators);
    nodes.number("business", config.business);
    nodes.number("slim", config.slim);
    top.adopt(nodes);
  }
  if (const auto* table = top.inner("ports")) {
    TomlReader ports(*table, "ports.");
    ports.allow({"validators", "business", "slim", "step", "gateway", "fixed"});
    ports.number("validators", config.ports.validators);
    ports.number("business", config.ports.business);
    ports.number("slim", config.ports.slim);
    ports.number("step", config.ports.step);
    ports.number("gateway", config.ports.gateway);
    ports.flag("fixed", config.ports.fixed);
    top.adopt(ports);
  }
  if (const auto* table = top.inner("providers")) {
    TomlReader providers(*table, "providers.");
    providers.allow({"simulator", "seed"});
    providers.flag("simulator", config.providers);
    providers.number("seed", config.providersSeed);
    top.adopt(providers);
  }
  if (auto status = top.status(); !status) return propagate(status);
  const auto kind = hostKindOf(hosts);
  if (!kind) return propagate(kind);
  config.hosts = *kind;
  config.folder = std::filesystem::absolute(base / folder).lexically_normal();
  if (!config.folder.has_filename()) config.folder = config.folder.parent_path();  // "here/" is "here"
  if (auto ok = check(config); !ok) return propagate(ok);
  return config;
}

std::string toToml(const ClusterConfig& config, const std::filesystem::path& base) {
  const auto folder = config.folder.lexically_normal().lexically_relative(base.lexically_normal());
  toml::table top;
  top.insert("name", config.name);
  top.insert("simulated", config.simulated);
  top.insert("hosts", nameOf(config.hosts));
  top.insert("folder", (folder.empty() ? config.folder : folder).string());
  top.insert("nodes", toml::table{{"validators", static_cast<std::int64_t>(config.validators)},
                                  {"business", static_cast<std::int64_t>(config.business)},
                                  {"slim", static_cast<std::int64_t>(config.slim)}});
  top.insert("ports", toml::table{{"validators", config.ports.validators},
                                  {"business", config.ports.business},
                                  {"slim", config.ports.slim},
                                  {"step", config.ports.step},
                                  {"gateway", config.ports.gateway},
                                  {"fixed", config.ports.fixed}});
  top.insert("providers", toml::table{{"simulator", config.providers},
                                      {"seed", static_cast<std::int64_t>(config.providersSeed)}});
  std::ostringstream out;
  out << top << "\n";
  return out.str();
}

}  // namespace aurigraph::cluster
