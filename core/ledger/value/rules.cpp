#include "core/ledger/value/rules.h"

namespace aurigraph::ledger::value {

HoldingRow received(const TokenRow& token, HoldingRow from, HoldingRow to, U128 amount, Nanoseconds time) {
  if (token.lockUpSeconds > 0)
    addLot(to.lots, {amount, secondsRoundedUp(time) + token.lockUpSeconds}, secondsOf(time));
  if (!token.serials.empty()) addIntervals(to.intervals, takeLowest(from.intervals, amount));
  return to;
}

}  // namespace aurigraph::ledger::value
