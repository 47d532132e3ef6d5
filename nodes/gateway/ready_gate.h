#pragma once

#include <functional>
#include <mutex>
#include <optional>

#include "nodes/gateway/http/http.h"
#include "nodes/projection/projection.h"

namespace aurigraph::gateway {

/// Why this node's answers would not be worth their name, asked before every route (Guard::notReady):
/// its ledger does not show what the cluster has decided, its lists not what the ledger has, or they stand
/// still. Ready, it stays ready without a leader: what it shows is then old, and /health says so.
/// Any thread, at once.
class ReadyGate {
 public:
  explicit ReadyGate(const projection::Projection& projection) : projection_(projection) {}

  void onReadiness(const replica::ReadinessChanged& changed);

  /// Errors: node.recovering; projection.behind, or what stopped the projection.
  [[nodiscard]] std::optional<Error> whyNot(Needs needs) const;
  [[nodiscard]] std::optional<Response> turnedAway(const Route& route) const;

 private:
  const projection::Projection& projection_;
  mutable std::mutex mutex_;  // guards what follows
  replica::ReadinessChanged ledger_;
};

}  // namespace aurigraph::gateway
