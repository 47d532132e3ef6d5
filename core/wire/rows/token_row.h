#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/wire/commands/issue_token.h"
#include "core/wire/commands/register_asset.h"
#include "core/wire/record.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

struct TokenRow {
  static constexpr StateTable kTable{1};
  static constexpr std::string_view kName = "tokens";
  static constexpr bool kShownInProofs = true;

  std::string symbol;
  std::string name;
  AssetId asset;
  IdentityId issuer;
  AssetTemplate kind = AssetTemplate::kProperty;
  Origin origin = Origin::kReal;
  std::uint8_t decimals = 0;
  U128 minted = 0;
  U128 burned = 0;
  std::uint64_t unitPriceMinor = 0;
  std::string currency;
  std::int64_t lockUpSeconds = 0;
  std::vector<SerialRange> serials;
  std::int32_t minMilliCelsius = 0;
  std::int32_t maxMilliCelsius = 0;
  std::vector<PublicKey> approvers;
  Digest issueBatch;             ///< The batch that minted it …
  std::uint32_t issueIndex = 0;  ///< … and the command in it.
  Height issuedAt;
  std::uint32_t ruleEpoch = 0;  ///< Cached eligibility of another epoch does not count.
  bool operator==(const TokenRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("symbol", self.symbol, form::Text{kMaxSymbolBytes});
    visit("name", self.name, form::Text{kMaxAssetNameBytes});
    visit("asset", self.asset, form::Whole{UINT64_MAX});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("template", self.kind, RegisterAsset::kTemplates);
    visit("origin", self.origin, kOrigins);
    visit("decimals", self.decimals, form::Whole{kMaxTokenDecimals});
    visit("minted", self.minted, form::Amount{"base units"});
    visit("burned", self.burned, form::Amount{"base units"});
    visit("unit_price_minor", self.unitPriceMinor, form::Whole{UINT64_MAX});
    visit("currency", self.currency, form::Text{kCurrencyBytes});
    visit("lock_up_seconds", self.lockUpSeconds, form::Signed{0, INT64_MAX, "s"});
    visit("serials", self.serials, form::List{kMaxSerialRanges, form::Struct{}});
    visit("min_milli_celsius", self.minMilliCelsius, IssueToken::kMilliCelsius);
    visit("max_milli_celsius", self.maxMilliCelsius, IssueToken::kMilliCelsius);
    visit("approvers", self.approvers, form::List{limits::kMaxApprovals, form::Hex{}});
    visit("issue_batch", self.issueBatch, form::Hex{});
    visit("issue_index", self.issueIndex, form::Whole{UINT32_MAX});
    visit("issued_height", self.issuedAt, form::Whole{UINT64_MAX});
    visit("rule_epoch", self.ruleEpoch, form::Whole{UINT32_MAX});
  }
  /// Holders' units stay apart: by the time they came in, or by their serials.
  [[nodiscard]] bool tracked() const { return lockUpSeconds > 0 || !serials.empty(); }
  struct Indexes;
};

/// Serial numbers that tokens stand for; no two tokens share one.
class SerialIndex {
 public:
  void add(std::uint64_t, const TokenRow& row) {
    for (const SerialRange& range : row.serials)
      ranges_.emplace(std::tuple(range.registry, range.series, range.first), range.last);
  }
  void remove(std::uint64_t, const TokenRow& row) {
    for (const SerialRange& range : row.serials)
      ranges_.erase(std::tuple(range.registry, range.series, range.first));
  }
  void change(std::uint64_t slot, const TokenRow& before, const TokenRow& after) {
    if (before.serials == after.serials) return;
    remove(slot, before);
    add(slot, after);
  }
  bool operator==(const SerialIndex&) const = default;

  /// Whether some token stands for a number of this range.
  [[nodiscard]] bool overlaps(const SerialRange& range) const {
    // The last range that begins at or before this one's end is the only candidate: all are disjoint.
    auto at = ranges_.upper_bound(std::tuple(range.registry, range.series, range.last));
    if (at == ranges_.begin()) return false;
    --at;
    const auto& [registry, series, first] = at->first;
    return registry == range.registry && series == range.series && at->second >= range.first;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::uint64_t>, std::uint64_t> ranges_;
};

struct TokenRow::Indexes {
  index::Unique<&TokenRow::symbol> bySymbol;
  index::Column<&TokenRow::ruleEpoch> ruleEpochs;  ///< Every RULED transfer compares one.
  SerialIndex serials;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(bySymbol), use(ruleEpochs), use(serials);
  }
};

}  // namespace aurigraph::wire
