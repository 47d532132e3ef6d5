#pragma once

#include <cstdint>
#include <limits>

#include "core/ledger/call.h"
#include "core/ledger/state.h"
#include "core/ledger/value/holdings.h"

/// Whether an amount may go from one account to another: cover, freezes, eligibility, lock-up, room for lots.
/// One set of rules for transfers and for what contracts move.
namespace aurigraph::ledger::value {

struct Movement {
  U128 amount = 0;
  bool isHeld = false;  ///< The amount is a part of what the debit holds already (a post).
  bool holds = false;   ///< It is only held now, and moves later.
};

/// Detail of a refusal: an amount, as far as 64 bits say it.
[[nodiscard]] inline std::uint64_t asDetail(U128 amount) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  return amount > kMost ? kMost : static_cast<std::uint64_t>(amount);
}

[[nodiscard]] inline bool isEligible(const State& state, const AccountRow& row, Nanoseconds time) {
  if ((row.flags & kAccountRuled) == 0) return true;
  return row.ruleEpoch == state.of<TokenRow>().indexes().ruleEpochs.at(row.token) &&
         std::int64_t{row.eligibleUntil} >= secondsOf(time);
}

/// The receiver's holding after `amount` came from the sender's.
[[nodiscard]] HoldingRow received(const TokenRow& token, HoldingRow from, HoldingRow to, U128 amount,
                                  Nanoseconds time);

/// What is off the hot path. True: enough was found.
template <class Report>
bool checkSpecial(const State& state, const AccountRow& debit, const AccountRow& credit,
                  const Movement& movement, Nanoseconds time, bool covered, Report& no) {
  if (((debit.flags | credit.flags) & kAccountFrozen) != 0 && no.add(ReasonCode::kFrozen)) return true;
  if (!isEligible(state, debit, time) || !isEligible(state, credit, time))
    if (no.add(ReasonCode::kClaimMissing)) return true;
  if ((debit.flags & kAccountTracked) == 0 || !covered) return false;
  const TokenRow& token = state.of<TokenRow>().get(debit.token);
  const HoldingRow& from = state.of<HoldingRow>().get(debit.extension);
  if (token.lockUpSeconds > 0) {
    // What is held was free when it was held, and stays so: it is the free part that shrinks.
    const U128 otherwiseHeld = debit.held - (movement.isHeld ? movement.amount : 0);
    const U128 free = freeAmount(from.lots, secondsOf(time)) - otherwiseHeld;
    if (free < movement.amount) {
      no.add(ReasonCode::kLocked, asDetail(free));
      return true;
    }
  }
  if (!movement.holds &&
      !fits(received(token, from, state.of<HoldingRow>().get(credit.extension), movement.amount, time)))
    if (no.add(ReasonCode::kTooManyLots)) return true;
  return false;
}

/// Two accounts of one token.
template <class Report>
void check(const State& state, const AccountRow& debit, const AccountRow& credit, const Movement& movement,
           Nanoseconds time, Report& no) {
  constexpr std::uint32_t kNotPlain = kAccountFrozen | kAccountRuled | kAccountTracked;
  const U128 available = debit.balance - debit.held;
  const bool covered = movement.isHeld || available >= movement.amount;
  if (!covered) {
    const bool onlyHeld = debit.balance >= movement.amount;
    if (no.add(onlyHeld ? ReasonCode::kHeld : ReasonCode::kInsufficient, asDetail(available))) return;
  }
  if (credit.balance + movement.amount < movement.amount && no.add(ReasonCode::kOverflow)) return;
  const std::uint32_t flags = debit.flags | credit.flags;
  if ((flags & kNotPlain) == 0) return;
  // RULED runs on the hot rows too; everything else, and every refusal, is the slow path's.
  if ((flags & (kAccountFrozen | kAccountTracked)) != 0 || !isEligible(state, debit, time) ||
      !isEligible(state, credit, time)) [[unlikely]]
    checkSpecial(state, debit, credit, movement, time, covered, no);
}

}  // namespace aurigraph::ledger::value
