#include "core/ledger/invariant_watch.h"

#include <utility>

#include "core/ledger/invariants.h"

namespace aurigraph::ledger {

InvariantWatch::Sum& InvariantWatch::changedSum(std::uint64_t token) {
  if (sums_.size() <= token) sums_.resize(token + 1);
  Sum& sum = sums_[token];
  if (!std::exchange(sum.changed, true)) changed_.push_back(token);
  return sum;
}

void InvariantWatch::see(const State& state, std::uint64_t, const AccountRow& before, const AccountRow& now) {
  if (before.balance == now.balance && before.held == now.held && before.extension == now.extension) return;
  changedSum(now.token).units += now.balance - before.balance;  // whoever had no row yet had nothing
  if (broken_) return;
  if (now.held > now.balance) broken_ = kConserved;
  if (!holdingIsBalance(state, now)) broken_ = kHoldingsAreBalances;
}

void InvariantWatch::see(const State&, std::uint64_t slot, const TokenRow& before, const TokenRow& now) {
  if (before.minted != now.minted || before.burned != now.burned) (void)changedSum(slot);
}

void InvariantWatch::compare(const State& state) {
  for (const std::uint64_t id : changed_) {
    const TokenRow* token = state.of<TokenRow>().find(id);
    const U128 expected = token == nullptr ? 0 : token->minted - token->burned;
    if (sums_[id].units != expected && !broken_) broken_ = kConserved;
    sums_[id].changed = false;
  }
  changed_.clear();
}

}  // namespace aurigraph::ledger
