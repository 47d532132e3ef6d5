#pragma once

#include <cstdint>
#include <vector>

#include "core/ledger/rows.h"

/// Lots and serial intervals of TRACKED accounts (DESIGN §4, domain §4.3): pure functions on lists that
/// stay ascending, merged and at most 64 long.
namespace aurigraph::ledger::value {

using wire::kMaxLots;
static_assert(wire::kMaxSerialRanges <= kMaxLots, "an issue must fit its issuer's holding");

/// Block time in the seconds of lots: a lot is free from its second on, and never a moment too early.
[[nodiscard]] std::int64_t secondsOf(Nanoseconds time);         ///< Rounded down.
[[nodiscard]] std::int64_t secondsRoundedUp(Nanoseconds time);  ///< For the start of a lock-up.

[[nodiscard]] U128 freeAmount(const std::vector<Lot>& lots, std::int64_t nowSeconds);
/// Takes from the lots that are free; requires freeAmount() >= amount.
void takeLots(std::vector<Lot>& lots, U128 amount, std::int64_t nowSeconds);
/// Adds and merges: all free lots are one, lots of the same second are one.
void addLot(std::vector<Lot>& lots, Lot lot, std::int64_t nowSeconds);

[[nodiscard]] U128 countOf(const std::vector<SerialInterval>& intervals);
/// Takes the lowest `count` serials; requires countOf() >= count.
[[nodiscard]] std::vector<SerialInterval> takeLowest(std::vector<SerialInterval>& intervals, U128 count);
/// Adds intervals disjoint from those there; neighbours merge.
void addIntervals(std::vector<SerialInterval>& intervals, const std::vector<SerialInterval>& more);

[[nodiscard]] inline bool fits(const HoldingRow& row) {
  return row.lots.size() <= kMaxLots && row.intervals.size() <= kMaxLots;
}

}  // namespace aurigraph::ledger::value
