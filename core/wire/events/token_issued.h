#pragma once

#include <string>

#include "core/wire/commands/issue_token.h"
#include "core/wire/events/event.h"
#include "core/wire/record.h"

namespace aurigraph::wire {

/// A token class begins, with its whole supply in an account of its issuer (the next event opens it).
struct TokenIssued {
  static constexpr EventKind kKind{8};
  static constexpr std::string_view kName = "token-issued";
  static constexpr std::string_view kTopic = "token";
  static constexpr Audience kAudience = Audience::kEverybody;

  TokenId id;
  std::string symbol;
  std::string name;
  AssetId asset;
  IdentityId issuer;
  Origin origin = Origin::kReal;
  std::uint8_t decimals = 0;
  U128 supply = 0;
  bool operator==(const TokenIssued&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("symbol", self.symbol, form::Text{kMaxSymbolBytes});
    visit("name", self.name, form::Text{kMaxAssetNameBytes});
    visit("asset", self.asset, form::Whole{UINT64_MAX});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("origin", self.origin, kOrigins);
    visit("decimals", self.decimals, form::Whole{kMaxTokenDecimals});
    visit("supply", self.supply, form::Amount{"base units"});
  }
};

}  // namespace aurigraph::wire
