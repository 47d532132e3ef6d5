#include "core/ledger/value/value.h"

#include "core/ledger/value/holdings.h"
#include "core/ledger/value/rules.h"

namespace aurigraph::ledger::value {
namespace {

void carryOutOne(State& state, const Mint& mint) {
  AccountRow& account = state.of<AccountRow>().mut(mint.account);
  account.balance += mint.amount;
  if ((account.flags & kAccountTracked) == 0) return;
  const TokenRow& token = state.of<TokenRow>().get(account.token);
  HoldingRow& holding = state.of<HoldingRow>().mut(account.extension);
  if (token.lockUpSeconds > 0) holding.lots = {{mint.amount, 0}};
  for (std::uint32_t at = 0; at < token.serials.size(); ++at)
    holding.intervals.push_back({at, token.serials[at].first, token.serials[at].last});
}

}  // namespace

void carryOut(State& state, const AnyMove& move) {
  std::visit([&](const auto& each) { carryOutOne(state, each); }, move);
}

void moveHolding(State& state, const AccountRow& debit, const AccountRow& credit, U128 amount,
                 Nanoseconds time) {
  const TokenRow& token = state.of<TokenRow>().get(debit.token);
  const HoldingRow& from = state.of<HoldingRow>().get(debit.extension);
  HoldingRow to = received(token, from, state.of<HoldingRow>().get(credit.extension), amount, time);
  state.of<HoldingRow>().mut(credit.extension) = std::move(to);
  HoldingRow& left = state.of<HoldingRow>().mut(debit.extension);
  if (token.lockUpSeconds > 0) takeLots(left.lots, amount, secondsOf(time));
  if (!token.serials.empty()) (void)takeLowest(left.intervals, amount);
}

}  // namespace aurigraph::ledger::value
