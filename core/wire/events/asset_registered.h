#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/commands/register_asset.h"
#include "core/wire/events/event.h"
#include "core/wire/record.h"

namespace aurigraph::wire {

/// An asset is on the register from now on.
struct AssetRegistered {
  static constexpr EventKind kKind{7};
  static constexpr std::string_view kName = "asset-registered";
  static constexpr std::string_view kTopic = "asset";
  static constexpr Audience kAudience = Audience::kEverybody;

  AssetId id;
  std::string assetKey;
  std::string name;
  AssetTemplate assetTemplate = AssetTemplate::kProperty;
  IdentityId issuer;
  Origin origin = Origin::kReal;
  std::vector<Digest> records;
  bool operator==(const AssetRegistered&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT64_MAX});
    visit("asset_key", self.assetKey, form::Text{kMaxAssetKeyBytes});
    visit("name", self.name, form::Text{kMaxAssetNameBytes});
    visit("template", self.assetTemplate, RegisterAsset::kTemplates);
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("origin", self.origin, kOrigins);
    visit("records", self.records, form::List{kMaxRecordsPerAsset, form::Hex{}});
  }
};

}  // namespace aurigraph::wire
