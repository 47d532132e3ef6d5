#pragma once

#include <span>
#include <string_view>

#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// What is true of every state between two blocks, whatever was executed. Each costs a walk over the tables:
/// for tests, simulation and samples, not for a replica's turn.
struct Invariant {
  std::string_view name;
  bool (*holds)(const State&);
};
[[nodiscard]] std::span<const Invariant> invariants();

/// For each token the sum of balances is what was minted less what was burned, and no account holds more than
/// it has (R-LED-1).
[[nodiscard]] bool conserved(const State& state);

}  // namespace aurigraph::ledger
