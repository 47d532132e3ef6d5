#pragma once

#include <unistd.h>

#include "nodes/cluster/cluster_config.h"

namespace aurigraph::cluster {

/// Ports of this test's own, below what the system gives out by itself: tests run side by side.
inline PortPlan ownPorts() {
  PortPlan ports;
  const auto base = static_cast<std::uint16_t>(12'000 + ::getpid() % 40 * 25);
  ports.validators = base;
  ports.business = static_cast<std::uint16_t>(base + 9);
  ports.slim = static_cast<std::uint16_t>(base + 19);
  ports.gateway = static_cast<std::uint16_t>(base + 23);
  ports.step = 1;
  return ports;
}

}  // namespace aurigraph::cluster
