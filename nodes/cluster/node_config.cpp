#include "nodes/cluster/node_config.h"

#include <sstream>

#include "nodes/cluster/toml_reader.h"

namespace aurigraph::cluster {
namespace {

std::filesystem::path resolved(const std::filesystem::path& base, const std::string& path) {
  const auto out = std::filesystem::absolute(base / path).lexically_normal();
  return out.has_filename() ? out : out.parent_path();  // "here/" is "here"
}

std::string fromBase(const std::filesystem::path& path, const std::filesystem::path& base) {
  if (path.empty()) return {};
  const auto out = path.lexically_normal().lexically_relative(base.lexically_normal());
  return (out.empty() ? path : out).string();
}

toml::array tables(const std::vector<PeerConfig>& peers) {
  toml::array out;
  for (const auto& peer : peers)
    out.push_back(toml::table{
        {"node", static_cast<std::int64_t>(peer.node.value)}, {"host", peer.host}, {"port", peer.port}});
  return out;
}

}  // namespace

Result<NodeConfig> parseNodeConfig(std::string_view text, const std::filesystem::path& base) {
  const auto parsed = parseToml(text);
  if (!parsed) return propagate(parsed);
  NodeConfig config;
  TomlReader top(*parsed);
  top.allow({"node", "kind", "name", "genesis", "authority", "folder", "address", "api_port", "link_port",
             "gateway_port", "peers", "apis", "gateways", "providers_url", "providers_seed",
             "providers_certificate"});
  std::string kind;
  std::string genesis;
  std::string authority;
  std::string folder = ".";
  top.number("node", config.node.value);
  top.text("kind", kind);
  top.text("name", config.name);
  top.text("genesis", genesis);
  top.text("authority", authority);
  top.text("folder", folder);
  top.text("address", config.address);
  top.number("api_port", config.apiPort);
  top.number("link_port", config.linkPort);
  top.number("gateway_port", config.gatewayPort);
  top.text("providers_url", config.providersUrl);
  top.number("providers_seed", config.providersSeed);
  std::string providersCertificate;
  top.text("providers_certificate", providersCertificate);
  const auto each = [&](std::string_view name, auto read) {
    const auto* list = top.list(name);
    if (list == nullptr) return;
    for (const auto& item : *list) {
      if (item.as_table() == nullptr) {
        top.complain(name, "must be a list of tables");
        continue;
      }
      TomlReader entry(*item.as_table(), std::string(name) + ".");
      read(entry);
      top.adopt(entry);
    }
  };
  const auto eachPeer = [&](std::string_view name, std::vector<PeerConfig>& out) {
    each(name, [&](TomlReader& entry) {
      PeerConfig peer;
      entry.allow({"node", "host", "port"});
      entry.number("node", peer.node.value);
      entry.text("host", peer.host);
      entry.number("port", peer.port);
      out.push_back(std::move(peer));
    });
  };
  eachPeer("peers", config.peers);
  eachPeer("apis", config.apis);
  each("gateways", [&](TomlReader& entry) {
    GatewayConfig gateway;
    entry.allow({"host", "port"});
    entry.text("host", gateway.host);
    entry.number("port", gateway.port);
    config.gateways.push_back(std::move(gateway));
  });
  if (auto status = top.status(); !status) return propagate(status);

  bool known = false;
  for (const auto candidate : {wire::NodeKind::kValidator, wire::NodeKind::kBusiness, wire::NodeKind::kSlim})
    if (wire::nameOf(candidate) == kind) {
      config.kind = candidate;
      known = true;
    }
  if (!known) return unreadable("\"kind\" must be validator, business or slim.");
  if (config.node.value == 0) return unreadable("\"node\" must be the node's number in the genesis.");
  if (genesis.empty() || authority.empty())
    return unreadable("\"genesis\" and \"authority\" must name files.");
  config.genesis = resolved(base, genesis);
  config.authority = resolved(base, authority);
  config.folder = resolved(base, folder);
  if (!providersCertificate.empty()) config.providersCertificate = resolved(base, providersCertificate);
  if (config.name.empty()) config.name = kind + "-" + std::to_string(config.node.value);
  return config;
}

std::filesystem::path dataFolderOf(const std::filesystem::path& nodeFolder) {
  return nodeFolder / "data";
}

std::filesystem::path NodeConfig::dataFolder() const {
  return dataFolderOf(folder);
}

std::string toToml(const NodeConfig& config, const std::filesystem::path& base) {
  toml::table top;
  top.insert("node", static_cast<std::int64_t>(config.node.value));
  top.insert("kind", wire::nameOf(config.kind));
  top.insert("name", config.name);
  top.insert("genesis", fromBase(config.genesis, base));
  top.insert("authority", fromBase(config.authority, base));
  top.insert("folder", fromBase(config.folder, base));
  top.insert("address", config.address);
  top.insert("api_port", config.apiPort);
  top.insert("link_port", config.linkPort);
  if (config.gatewayPort != 0) top.insert("gateway_port", config.gatewayPort);
  top.insert("peers", tables(config.peers));
  if (!config.apis.empty()) top.insert("apis", tables(config.apis));
  if (config.kind == wire::NodeKind::kSlim) {
    toml::array gateways;
    for (const auto& gateway : config.gateways)
      gateways.push_back(toml::table{{"host", gateway.host}, {"port", gateway.port}});
    top.insert("gateways", std::move(gateways));
    top.insert("providers_url", config.providersUrl);
    top.insert("providers_certificate", fromBase(config.providersCertificate, base));
    top.insert("providers_seed", static_cast<std::int64_t>(config.providersSeed));
  }
  std::ostringstream out;
  out << top << "\n";
  return out.str();
}

}  // namespace aurigraph::cluster
