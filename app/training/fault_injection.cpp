#include "app/training/fault_injection.h"

#include <string>

namespace aurigraph::training {
namespace {

constexpr const char* kTitleSource = "county-title";

/// Keys for two of the three validators that the genesis does not name: their seals count for nothing.
std::map<NodeId, crypto::SigningKey> falseKeys() {
  std::map<NodeId, crypto::SigningKey> keys;
  for (const std::uint8_t node : {1, 2}) {
    crypto::Seed seed;
    seed.bytes.fill(node);
    keys.emplace(NodeId(node), crypto::SigningKey::fromSeed(seed));
  }
  return keys;
}

}  // namespace

void injectFault(FaultInjection what, cluster::ClusterOptions& options) {
  if (what == FaultInjection::kProvider)
    options.onSimulator = [](providers::Simulator& simulator) {
      simulator.setFault(kTitleSource, {.fault = providers::Fault::kServerError});
    };
  if (what == FaultInjection::kSeal) options.falseKeys = falseKeys();
}

}  // namespace aurigraph::training
