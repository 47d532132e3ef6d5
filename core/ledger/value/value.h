#pragma once

#include <cstdint>
#include <variant>

#include "core/ledger/state.h"

/// The only code that changes what an account has: mint, move, hold, release. Whether it may be done is asked
/// first (rules.h); here it is done.
namespace aurigraph::ledger::value {

/// The whole supply of a new token, into one account. It is free at once, so that the first sale is.
struct Mint {
  std::uint64_t account = 0;  ///< Slot.
  U128 amount = 0;
  bool operator==(const Mint&) const = default;
};
/// What a contract can ask for.
using AnyMove = std::variant<Mint>;

void carryOut(State& state, const AnyMove& move);

/// Lots and serials that go with an amount between TRACKED accounts.
void moveHolding(State& state, const AccountRow& debit, const AccountRow& credit, U128 amount,
                 Nanoseconds time);

inline void move(State& state, std::uint64_t debitSlot, std::uint64_t creditSlot, U128 amount,
                 Nanoseconds time) {
  AccountRow& debit = state.of<AccountRow>().mut(debitSlot);
  AccountRow& credit = state.of<AccountRow>().mut(creditSlot);
  if ((debit.flags & kAccountTracked) != 0) [[unlikely]]
    moveHolding(state, debit, credit, amount, time);
  debit.balance -= amount;
  credit.balance += amount;
}

/// The amount stays in the account, for one purpose only.
inline void hold(State& state, std::uint64_t slot, U128 amount) {
  state.of<AccountRow>().mut(slot).held += amount;
}
inline void release(State& state, std::uint64_t slot, U128 amount) {
  state.of<AccountRow>().mut(slot).held -= amount;
}

}  // namespace aurigraph::ledger::value
