#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/wire/commands/command.h"
#include "core/wire/sorted.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxAssetKeyBytes = 128;
inline constexpr std::size_t kMaxDocumentTypeBytes = 64;
inline constexpr std::size_t kMaxRecordsPerAsset = 16;
inline constexpr std::size_t kMaxDocumentsPerAsset = 16;

struct Document {
  std::string type;  ///< "deed", "project-design", "bill-of-lading" …
  Digest sha256;
  bool operator==(const Document&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("type", self.type, form::Text{kMaxDocumentTypeBytes});
    visit("sha256", self.sha256, form::Hex{});
  }
};

enum class AssetTemplate : std::uint8_t { kProperty = 1, kCarbon = 2, kBatch = 3 };

/// Puts an asset on the register: which records say what it is. Author: permission kRegisterAsset.
struct RegisterAsset {
  static constexpr CommandKind kKind{20};
  static constexpr std::string_view kName = "register-asset";
  static constexpr std::uint16_t kSince = 1;
  static constexpr form::OneOf kTemplates{std::array{form::Named{AssetTemplate::kProperty, "property"},
                                                     form::Named{AssetTemplate::kCarbon, "carbon"},
                                                     form::Named{AssetTemplate::kBatch, "batch"}}};

  AssetTemplate assetTemplate = AssetTemplate::kProperty;
  std::string assetKey;           ///< Unique: parcel, project, shipment.
  std::string name;               ///< For people.
  std::vector<Digest> recordIds;  ///< At least one, each accepted or approved.
  std::vector<Document> documents;
  bool operator==(const RegisterAsset&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("template", self.assetTemplate, kTemplates);
    visit("asset_key", self.assetKey, form::Text{kMaxAssetKeyBytes});
    visit("name", self.name, form::Text{kMaxAssetNameBytes});
    visit("records", self.recordIds, form::List{kMaxRecordsPerAsset, form::Hex{}});
    visit("documents", self.documents, form::Defaulted{form::List{kMaxDocumentsPerAsset, form::Struct{}}});
  }
  /// Records ascending, none twice.
  [[nodiscard]] bool canonical() const { return strictlySorted(recordIds); }
};

}  // namespace aurigraph::wire
