#pragma once

#include <string>
#include <vector>

#include "core/base/limits.h"
#include "core/wire/commands/approval.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxSymbolBytes = 12;
inline constexpr std::size_t kCurrencyBytes = 3;
inline constexpr std::size_t kMaxSerialPartBytes = 64;
inline constexpr std::size_t kMaxSerialRanges = 64;  ///< One holding keeps at most 64 (DESIGN §4, TRACKED).
inline constexpr std::uint8_t kMaxTokenDecimals = 8;

/// Credits of one registry block: first…last, both included, of a series.
struct SerialRange {
  std::string registry;
  std::string series;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const SerialRange&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("registry", self.registry, form::Text{kMaxSerialPartBytes});
    visit("series", self.series, form::Text{kMaxSerialPartBytes});
    visit("first", self.first, form::Whole{UINT64_MAX});
    visit("last", self.last, form::Whole{UINT64_MAX});
  }
  [[nodiscard]] bool canonical() const { return first <= last; }
};

/// Ascending by registry, series, first, and no two of a series share a number.
[[nodiscard]] bool sortedAndDisjoint(const std::vector<SerialRange>& serials);

/// The terms of a token class and its first, whole issue to the issuer's own account (mint).
/// Author: permission kIssueToken. Needs an approval of another identity with kApproveIssue, and the
/// mint gate of the asset's template (RECORDS.md, "After the score").
struct IssueToken {
  static constexpr CommandKind kKind{21};
  static constexpr std::string_view kName = "issue-token";
  static constexpr std::uint16_t kSince = 1;
  static constexpr bool kCarriesItsApprovals = true;  ///< A proof shows them in the command itself.
  static constexpr form::Signed kMilliCelsius{-273'150, 1'000'000, "m°C"};

  AssetId asset;
  std::string symbol;  ///< Of A–Z, 0–9, '-'; unique.
  std::string name;
  std::uint8_t decimals = 0;
  U128 supply = 0;                   ///< Base units.
  std::uint64_t unitPriceMinor = 0;  ///< Minor units of `currency` per whole token; 0: no price stated.
  std::string currency;              ///< ISO 4217, or empty without a price.
  std::int64_t lockUpSeconds = 0;    ///< From acquisition, per lot; issuer's own first sale is free of it.
  std::vector<SerialRange> serials;  ///< Carbon: counts sum to supply.
  std::int32_t minMilliCelsius = 0;  ///< Batch: contract limits; both 0 for other templates.
  std::int32_t maxMilliCelsius = 0;
  Approvals approvals;
  bool operator==(const IssueToken&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("asset", self.asset, form::Whole{UINT64_MAX});
    visit("symbol", self.symbol, form::Text{kMaxSymbolBytes});
    visit("name", self.name, form::Text{kMaxAssetNameBytes});
    visit("decimals", self.decimals, form::Defaulted{form::Whole{kMaxTokenDecimals}});
    visit("supply", self.supply, form::Amount{"base units"});
    visit("unit_price_minor", self.unitPriceMinor, form::Defaulted{form::Whole{UINT64_MAX}});
    visit("currency", self.currency, form::Defaulted{form::Text{kCurrencyBytes}});
    visit("lock_up_seconds", self.lockUpSeconds, form::Defaulted{form::Signed{0, INT64_MAX, "s"}});
    visit("serials", self.serials, form::Defaulted{form::List{kMaxSerialRanges, form::Struct{}}});
    visit("min_milli_celsius", self.minMilliCelsius, form::Defaulted{kMilliCelsius});
    visit("max_milli_celsius", self.maxMilliCelsius, form::Defaulted{kMilliCelsius});
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] bool canonical() const { return sortedAndDisjoint(serials); }
};

}  // namespace aurigraph::wire
