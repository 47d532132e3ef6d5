#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/wire/commands/register_asset.h"
#include "core/wire/record.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

enum class AssetStatus : std::uint8_t { kRegistered = 1, kTokenized = 2, kRetired = 3, kDelivered = 4 };

struct AssetRow {
  static constexpr StateTable kTable{3};
  static constexpr std::string_view kName = "assets";
  static constexpr bool kShownInProofs = true;
  static constexpr form::OneOf kStatuses{std::array{
      form::Named{AssetStatus::kRegistered, "registered"}, form::Named{AssetStatus::kTokenized, "tokenized"},
      form::Named{AssetStatus::kRetired, "retired"}, form::Named{AssetStatus::kDelivered, "delivered"}}};

  AssetTemplate assetTemplate = AssetTemplate::kProperty;
  std::string assetKey;
  std::string name;
  IdentityId issuer;
  Origin origin = Origin::kReal;
  AssetStatus status = AssetStatus::kRegistered;
  std::vector<Digest> recordIds;
  std::vector<Document> documents;
  Ppm lowestScore;                  ///< Of its records: what the window shows.
  std::uint8_t evidenceCopies = 0;  ///< The fewest of its records.
  TokenId token;                    ///< 0: none yet.
  Height registeredAt;
  bool operator==(const AssetRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("template", self.assetTemplate, RegisterAsset::kTemplates);
    visit("asset_key", self.assetKey, form::Text{kMaxAssetKeyBytes});
    visit("name", self.name, form::Text{kMaxAssetNameBytes});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("origin", self.origin, kOrigins);
    visit("status", self.status, kStatuses);
    visit("records", self.recordIds, form::List{kMaxRecordsPerAsset, form::Hex{}});
    visit("documents", self.documents, form::List{kMaxDocumentsPerAsset, form::Struct{}});
    visit("lowest_score_ppm", self.lowestScore, form::Signed{0, 1'000'000, "ppm"});
    visit("evidence_copies", self.evidenceCopies, form::Whole{UINT8_MAX});
    visit("token", self.token, form::Whole{UINT32_MAX});
    visit("registered_height", self.registeredAt, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

struct AssetRow::Indexes {
  index::Unique<&AssetRow::assetKey> byKey;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byKey);
  }
};

[[nodiscard]] std::string_view nameOf(AssetTemplate assetTemplate);  // "property", "carbon", "batch"
[[nodiscard]] std::string_view nameOf(AssetStatus status);           // "registered" …

}  // namespace aurigraph::wire
