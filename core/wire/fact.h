#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "core/wire/fields.h"
#include "core/wire/record.h"

namespace aurigraph::wire {

/// What a house knows of an object from elsewhere, and a score depends on.
enum class FactName : std::uint8_t {
  kSpvOwnerHash = 1,  ///< SHA-256 of the owner's name as titles give it (P-C2): 64 lower-case hex digits.
  kVenueKnown = 2,    ///< Whether a price's venue is one that we deal at (CP-5): "yes" or "no".
  kAssetStopped = 3,  ///< Sanctions or a court's stop (cap Z): "yes" or "no".
};
inline constexpr form::OneOf kFactNames{std::array{form::Named{FactName::kSpvOwnerHash, "spv_owner_hash"},
                                                   form::Named{FactName::kVenueKnown, "venue_known"},
                                                   form::Named{FactName::kAssetStopped, "asset_stopped"}}};

inline constexpr std::size_t kMaxFactBytes = 64;

struct Fact {
  std::string assetKey;  ///< As records name the object; empty: of every object.
  FactName name = FactName::kSpvOwnerHash;
  std::string value;  ///< As its name asks; empty: nothing is known any more.
  bool operator==(const Fact&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("asset_key", self.assetKey, form::Defaulted{form::Text{kMaxRecordKeyBytes}});
    visit("name", self.name, kFactNames);
    visit("value", self.value, form::Defaulted{form::Text{kMaxFactBytes}});
  }
};

/// As rules read it. Nothing: the text is none of what the name asks; so is an empty one.
[[nodiscard]] std::optional<FieldValue> valueOf(const Fact& fact);
[[nodiscard]] std::string_view nameOf(FactName name);  // "spv_owner_hash" …

}  // namespace aurigraph::wire
