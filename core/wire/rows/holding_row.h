#pragma once

#include <vector>

#include "core/wire/rows/row.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxLots = 64;

/// Units that came in together and may leave from `unlockSeconds` on (block time, UTC).
struct Lot {
  U128 amount = 0;
  std::int64_t unlockSeconds = 0;  ///< 0: free.
  bool operator==(const Lot&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("amount", self.amount, form::Amount{"base units"});
    visit("unlock", self.unlockSeconds, form::Signed{INT64_MIN, INT64_MAX, "s"});
  }
};

/// Carbon credits first…last of range `range` of the token's serials.
struct SerialInterval {
  std::uint32_t range = 0;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const SerialInterval&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("range", self.range, form::Whole{UINT32_MAX});
    visit("first", self.first, form::Whole{UINT64_MAX});
    visit("last", self.last, form::Whole{UINT64_MAX});
  }
};

/// What a TRACKED account holds beside its balance; both lists ascending, neighbours merged.
struct HoldingRow {
  static constexpr StateTable kTable{6};
  static constexpr std::string_view kName = "holdings";
  static constexpr bool kShownInProofs = false;

  std::vector<Lot> lots;
  std::vector<SerialInterval> intervals;
  bool operator==(const HoldingRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("lots", self.lots, form::List{kMaxLots, form::Struct{}});
    visit("intervals", self.intervals, form::List{kMaxLots, form::Struct{}});
  }
  /// Its account names its slot.
  struct Indexes {
    bool operator==(const Indexes&) const = default;
    template <class Use>
    void each(Use) {}
  };
};

}  // namespace aurigraph::wire
