#include "nodes/cluster/cluster_plan.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <set>

#include "nodes/cluster/cluster_folder.h"

namespace aurigraph::cluster {
namespace {

/// The port a socket gets on the loopback when it asks for `port`; 0: refused.
std::uint16_t bindOnce(std::uint16_t port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (handle < 0) return 0;
  const int yes = 1;  // a port whose last connections linger is free
  ::setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  socklen_t size = sizeof address;
  auto* raw = reinterpret_cast<sockaddr*>(&address);
  std::uint16_t got = 0;
  if (::bind(handle, raw, size) == 0 && ::listen(handle, 1) == 0 && ::getsockname(handle, raw, &size) == 0)
    got = ntohs(address.sin_port);
  ::close(handle);
  return got;
}

/// Gives out ports, none twice.
class PortGiver {
 public:
  PortGiver(const Ports& ports, bool fixed, std::vector<std::string>& messages)
      : ports_(ports), fixed_(fixed), messages_(messages) {}

  Result<std::uint16_t> give(std::uint16_t wanted, const std::string& whose) {
    if (!taken_.contains(wanted) && ports_.isFree(wanted)) {
      taken_.insert(wanted);
      return wanted;
    }
    std::uint16_t other = fixed_ ? 0 : ports_.anyFree();
    while (other != 0 && taken_.contains(other)) other = ports_.anyFree();
    if (other == 0)
      return fail("cluster.port_busy", "Port " + std::to_string(wanted) + " for " + whose + " is busy.",
                  "Free it, or choose other ports in the configuration.");
    taken_.insert(other);
    messages_.push_back("Port " + std::to_string(wanted) + " is busy: " + whose + " listens on " +
                        std::to_string(other) + ".");
    return other;
  }

 private:
  const Ports& ports_;
  const bool fixed_;
  std::vector<std::string>& messages_;
  std::set<std::uint16_t> taken_;
};

}  // namespace

Ports machinePorts() {
  return {[](std::uint16_t port) { return port != 0 && bindOnce(port) == port; }, [] { return bindOnce(0); }};
}

const PlannedNode* ClusterPlan::find(NodeId node) const {
  const auto found = std::ranges::find(nodes, node, &PlannedNode::node);
  return found == nodes.end() ? nullptr : &*found;
}

std::uint16_t ClusterPlan::gatewayPort() const {
  for (const auto& node : nodes)
    if (node.gatewayPort != 0) return node.gatewayPort;
  return 0;
}

Result<ClusterPlan> planCluster(const ClusterConfig& config, const Ports& ports) {
  if (auto ok = check(config); !ok) return propagate(ok);
  ClusterPlan plan;
  PortGiver giver(ports, config.ports.fixed, plan.messages);
  struct Tier {
    wire::NodeKind kind;
    std::size_t count;
    std::uint16_t first;
  };
  const Tier tiers[] = {{wire::NodeKind::kValidator, config.validators, config.ports.validators},
                        {wire::NodeKind::kBusiness, config.business, config.ports.business},
                        {wire::NodeKind::kSlim, config.slim, config.ports.slim}};
  for (const Tier& tier : tiers) {
    for (std::size_t index = 0; index < tier.count; ++index) {
      PlannedNode node;
      node.node = NodeId(static_cast<std::uint32_t>(plan.nodes.size() + 1));
      node.kind = tier.kind;
      node.name = std::string(wire::nameOf(tier.kind)) + "-" + std::to_string(index + 1);
      const auto wanted = static_cast<std::uint16_t>(tier.first + index * config.ports.step);
      const auto api = giver.give(wanted, node.name);
      if (!api) return propagate(api);
      const auto link =
          giver.give(static_cast<std::uint16_t>(wanted + kLinkPortOffset), node.name + " (links)");
      if (!link) return propagate(link);
      node.apiPort = *api;
      node.linkPort = *link;
      if (tier.kind == wire::NodeKind::kBusiness && index == 0) {
        const auto gateway = giver.give(config.ports.gateway, "the gateway");
        if (!gateway) return propagate(gateway);
        node.gatewayPort = *gateway;
      }
      plan.nodes.push_back(std::move(node));
    }
  }
  return plan;
}

NodeConfig nodeConfigOf(const ClusterConfig& config, const ClusterPlan& plan, const PlannedNode& node) {
  const FolderLayout layout{config.folder};
  NodeConfig out;
  out.node = node.node;
  out.kind = node.kind;
  out.name = node.name;
  out.genesis = layout.genesis();
  out.authority = layout.authority();
  out.folder = layout.node(node.name);
  out.apiPort = node.apiPort;
  out.linkPort = node.linkPort;
  out.gatewayPort = node.gatewayPort;
  for (const auto& other : plan.nodes) {
    // Slim nodes are clients of the public API; links are between those who hold the ledger.
    if (other.node != node.node && other.kind != wire::NodeKind::kSlim && node.kind != wire::NodeKind::kSlim)
      out.peers.push_back({other.node, "127.0.0.1", other.linkPort});
    if (node.kind == wire::NodeKind::kBusiness && other.node != node.node)
      out.apis.push_back({other.node, "127.0.0.1", other.apiPort});
    if (node.kind == wire::NodeKind::kSlim && other.kind == wire::NodeKind::kBusiness)
      out.gateways.push_back({"127.0.0.1", other.apiPort});
  }
  out.providersSeed = config.providersSeed;
  if (node.kind == wire::NodeKind::kSlim && config.providers)
    out.providersCertificate = config.folder / (std::string(kProviderCredentials) + ".pem");
  return out;
}

}  // namespace aurigraph::cluster
