#pragma once

#include <span>
#include <string_view>

#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// What is true of every state between two blocks, whatever was executed. Each costs a walk over the tables:
/// for tests and simulation, not for a replica's turn (that has invariant_watch.h).
struct Invariant {
  std::string_view name;
  bool (*holds)(const State&);
};
[[nodiscard]] std::span<const Invariant> invariants();

inline constexpr std::string_view kConserved = "the sum of balances is what was minted and not burned";
inline constexpr std::string_view kHoldingsAreBalances = "lots and serials of a holding are its balance";

/// For each token the sum of balances is what was minted less what was burned, and no account holds more than
/// it has (R-LED-1).
[[nodiscard]] bool conserved(const State& state);
/// Units that came in are what the account's balance says, and so are serials; true of an account that is not
/// TRACKED.
[[nodiscard]] bool holdingIsBalance(const State& state, const AccountRow& account);

}  // namespace aurigraph::ledger
