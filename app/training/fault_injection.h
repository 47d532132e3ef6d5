#pragma once

#include <cstdint>

#include "nodes/cluster/cluster.h"

namespace aurigraph::training {

/// What the demo breaks on purpose (`--break`), each at the place where it would break in life.
enum class FaultInjection : std::uint8_t {
  kNone,
  kProvider,      ///< The title source answers 503 to everything.
  kReview,        ///< The decision is signed by the issuer, who is no reviewer.
  kSeal,          ///< Two of the three validators sign with keys that the genesis does not name.
  kConservation,  ///< The gateway lies about one balance.
};

/// For those that sit in the cluster itself.
void injectFault(FaultInjection what, cluster::ClusterOptions& options);

}  // namespace aurigraph::training
