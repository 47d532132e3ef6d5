#include "nodes/gateway/cluster_nodes.h"

namespace aurigraph::gateway {

std::vector<telemetry::NodeReading> ClusterNodes::read(const replica::ReplicaStatus& own) const {
  if (!read_) return {};
  auto out = read_(own);
  const auto why = gate_.whyNot(Needs::kReadModels);
  for (telemetry::NodeReading& node : out) {
    if (node.id != self_ || !node.healthy || !why) continue;
    node.healthy = false;
    node.detail = why->message;
  }
  return out;
}

}  // namespace aurigraph::gateway
