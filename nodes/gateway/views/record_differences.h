#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/record.h"

namespace aurigraph::gateway {

enum class FieldChange : std::uint8_t { kSame, kChanged, kAdded, kRemoved };
[[nodiscard]] std::string_view nameOf(FieldChange change);  // "same", "changed", "added", "removed"

struct FieldDifference {
  std::string field;
  FieldChange change = FieldChange::kSame;
  std::optional<std::string> before;  ///< In words with the unit; nothing where there was no value.
  std::optional<std::string> after;
  bool operator==(const FieldDifference&) const = default;
};

/// Every field of either record, by name. A field without a value counts as not there; one that has no
/// value in either is the same.
[[nodiscard]] std::vector<FieldDifference> differencesOf(const wire::Record& before,
                                                         const wire::Record& after);

/// "40 USD", an RFC 3339 time, "true"; nothing for no value. Texts are whole.
[[nodiscard]] std::optional<std::string> inWords(const wire::FieldValue& value);

}  // namespace aurigraph::gateway
