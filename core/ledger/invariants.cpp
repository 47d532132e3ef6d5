#include "core/ledger/invariants.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

#include "core/ledger/value/holdings.h"

namespace aurigraph::ledger {
namespace {

/// And each tracked account has a holding alone.
bool holdingsAreBalances(const State& state) {
  std::vector<bool> taken(state.of<HoldingRow>().size(), false);
  for (std::uint64_t slot = 1; slot < state.of<AccountRow>().size(); ++slot) {
    const AccountRow& account = state.of<AccountRow>().get(slot);
    if (!holdingIsBalance(state, account)) return false;
    if ((account.flags & kAccountTracked) == 0) continue;
    if (taken[account.extension]) return false;
    taken[account.extension] = true;
  }
  return true;
}

/// No serial number of a token is in two holdings, or twice in one, or of none of its ranges.
bool serialsAreDisjoint(const State& state) {
  using Place =
      std::tuple<std::uint32_t, std::uint32_t, std::uint64_t, std::uint64_t>;  // token, range, first, last
  std::vector<Place> all;
  for (std::uint64_t slot = 1; slot < state.of<AccountRow>().size(); ++slot) {
    const AccountRow& account = state.of<AccountRow>().get(slot);
    const TokenRow& token = state.of<TokenRow>().get(account.token);
    if ((account.flags & kAccountTracked) == 0 || token.serials.empty()) continue;
    for (const SerialInterval& each : state.of<HoldingRow>().get(account.extension).intervals) {
      if (each.range >= token.serials.size() || each.first < token.serials[each.range].first ||
          each.last > token.serials[each.range].last || each.first > each.last)
        return false;
      all.emplace_back(account.token, each.range, each.first, each.last);
    }
  }
  std::ranges::sort(all);
  return std::ranges::adjacent_find(all, [](const Place& a, const Place& b) {
           return std::get<0>(a) == std::get<0>(b) && std::get<1>(a) == std::get<1>(b) &&
                  std::get<2>(b) <= std::get<3>(a);
         }) == all.end();
}

/// What open pending transfers hold is held.
bool pendingsAreHeld(const State& state) {
  std::map<std::uint64_t, U128> held;
  for (std::uint64_t slot = 1; slot < state.of<PendingRow>().size(); ++slot) {
    const PendingRow& pending = state.of<PendingRow>().get(slot);
    if (pending.state == PendingState::kOpen) held[AccountHandle{pending.debit}.slot()] += pending.amount;
  }
  return std::ranges::all_of(
      held, [&](const auto& each) { return state.of<AccountRow>().get(each.first).held >= each.second; });
}

/// Each index is what the rows alone say it must be.
bool indexesFollow(const State& state) {
  bool hold = true;
  state.tables.each([&](const auto& table) { hold = hold && table.indexes() == table.rebuiltIndexes(); });
  return hold;
}

/// Whoever is given a row can read it.
bool rowsAreReadable(const State& state) {
  bool hold = true;
  state.tables.each([&]<class Row>(const Table<Row>& table) {
    for (std::uint64_t slot = 1; slot < table.size() && hold; ++slot) {
      const auto back = wire::decodeRow<Row>(wire::encode(table.get(slot)));
      hold = back && *back == table.get(slot);
    }
  });
  return hold;
}

}  // namespace

bool conserved(const State& state) {
  const Table<TokenRow>& tokens = state.of<TokenRow>();
  std::vector<U128> sums(tokens.size(), 0);
  for (std::uint64_t slot = 1; slot < state.of<AccountRow>().size(); ++slot) {
    const AccountRow& account = state.of<AccountRow>().get(slot);
    if (account.held > account.balance) return false;
    if (__builtin_add_overflow(sums[account.token], account.balance, &sums[account.token])) return false;
  }
  for (std::uint64_t id = 1; id < tokens.size(); ++id)
    if (sums[id] != tokens.get(id).minted - tokens.get(id).burned) return false;
  return true;
}

bool holdingIsBalance(const State& state, const AccountRow& account) {
  if ((account.flags & kAccountTracked) == 0) return true;
  const HoldingRow* holding = state.of<HoldingRow>().find(account.extension);
  if (holding == nullptr) return false;
  const TokenRow& token = state.of<TokenRow>().get(account.token);
  U128 lots = 0;
  for (const Lot& lot : holding->lots) lots += lot.amount;
  if (token.lockUpSeconds > 0 && lots != account.balance) return false;
  if (!token.serials.empty() && value::countOf(holding->intervals) != account.balance) return false;
  return value::fits(*holding);
}

std::span<const Invariant> invariants() {
  static constexpr std::array kAll{Invariant{kConserved, conserved},
                                   Invariant{kHoldingsAreBalances, holdingsAreBalances},
                                   Invariant{"no serial number is held twice", serialsAreDisjoint},
                                   Invariant{"what open pending transfers hold is held", pendingsAreHeld},
                                   Invariant{"indexes follow from rows", indexesFollow},
                                   Invariant{"each row can be read back", rowsAreReadable}};
  return kAll;
}

}  // namespace aurigraph::ledger
