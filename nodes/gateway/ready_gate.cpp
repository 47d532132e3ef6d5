#include "nodes/gateway/ready_gate.h"

#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

void ReadyGate::onReadiness(const replica::ReadinessChanged& changed) {
  const std::lock_guard lock(mutex_);
  ledger_ = changed;
}

std::optional<Error> ReadyGate::whyNot(Needs needs) const {
  if (needs == Needs::kNothing) return std::nullopt;
  replica::ReadinessChanged ledger;
  {
    const std::lock_guard lock(mutex_);
    ledger = ledger_;
  }
  const auto lists = projection_.state();
  if (!ledger.ready)
    return Error{"node.recovering",
                 "This node has just started and still executes the chain; it is at block " +
                     std::to_string(lists.executed.value) + ".",
                 "Try again as Retry-After says, or ask another business node; /health tells how far it is."};
  if (needs == Needs::kLedger) return std::nullopt;
  if (lists.stopped) {
    Error out = *lists.stopped;
    out.message = "The lists of this node stand still at block " + std::to_string(lists.height.value) + ". " +
                  out.message;
    return out;
  }
  // Up to what was decided when the ledger came to be ready; after that, no further behind than it itself.
  if (lists.height < ledger.executed || lists.lag() > replica::kMostBlocksBehind)
    return Error{"projection.behind",
                 "The lists of this node reflect block " + std::to_string(lists.height.value) +
                     ", its ledger block " + std::to_string(lists.executed.value) + ".",
                 "Try again as Retry-After says, or ask another business node."};
  return std::nullopt;
}

std::optional<Response> ReadyGate::turnedAway(const Route& route) const {
  const auto why = whyNot(route.needs);
  if (!why) return std::nullopt;
  return problem(503, *why);
}

}  // namespace aurigraph::gateway
