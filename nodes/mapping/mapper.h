#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/wire/record.h"
#include "nodes/rules/provider_preset.h"

/// A provider's raw answer becomes canonical records (RECORDS, docs/records.md). Pure: no network, no clock.
/// Nothing is coerced: a value of another type or form than the mapping knows leaves its field unreadable,
/// and refuses its item only where the kind requires the field or the key is made of it. Both say where and
/// why.
namespace aurigraph::mapping {

struct MapContext {
  Nanoseconds retrievedAt;
  wire::Origin origin = wire::Origin::kReal;
  /// What the request said and the answer does not repeat: "asset_class", "timeframe", "feed", "adjustment",
  /// "model" … Overrides the preset's constant of that name; recorded as fields with the pointer "context".
  std::map<std::string, std::string> request;
};

/// A field that the answer fills in a form that the mapping does not know; in the record it is
/// NullReason::kUnreadable.
struct UnreadableField {
  std::string field;    ///< Canonical name.
  std::string pointer;  ///< JSON pointer, or "row:12/col:Quantity".
  Error reason;
};

/// Of its fetch the record has the facts alone, what this same answer says for the rules (arrival.h).
struct MappedRecord {
  wire::Record record;
  std::vector<UnreadableField> unreadable;  ///< Sorted by field.
  bool carriesSignature = false;            ///< The item itself is signed (not yet verified).
};

/// One item of the answer that gave no record.
struct RefusedItem {
  std::size_t index = 0;  ///< Of the item among the answer's items, from 0.
  std::string field;      ///< JSON pointer, or "row:12/col:Quantity".
  Error reason;
};

struct MappedAnswer {
  std::vector<MappedRecord> records;
  std::vector<RefusedItem> refused;
};

inline constexpr std::size_t kMaxItemsPerAnswer = 100'000;

/// Errors: mapper.not_this_category (understood, but something else: an alert, a list of stations, a
/// screener), mapper.provider_error (the provider's own error message), mapper.unknown_answer (no shape we
/// know), mapper.too_many_items, mapper.no_mapping (a provider without code), and those of json::Document and
/// parseCsv.
Result<MappedAnswer> map(const rules::ProviderPreset& preset, ByteView raw, const MapContext& context);

/// What a mapping's records can speak of, ascending; empty: there is no such mapping.
[[nodiscard]] std::span<const wire::RecordKind> recordKindsOf(std::string_view mapping);

}  // namespace aurigraph::mapping
