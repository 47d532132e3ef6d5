#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time_text.h"
#include "core/quality/rule_set.h"
#include "core/wire/record.h"

/// How rule sets name fields and how records answer. Internal to core/quality.
namespace aurigraph::quality {

/// One place where a field of the rule set should stand: for "sensors[].value" one per element.
struct FieldPlace {
  const FieldSpec* spec = nullptr;
  std::string name;                    ///< "sensors[0].value"
  const wire::Field* field = nullptr;  ///< Null: not in the record.

  [[nodiscard]] bool present() const;  ///< There is a value (a sentinel or a null is none).
  [[nodiscard]] bool usable() const;   ///< Present, parsed, of the spec's type and unit.
};

/// All applicable places of a profile, in its order. An empty list counts as one missing element.
[[nodiscard]] std::vector<FieldPlace> placesOf(const KindProfile& profile, const wire::Record& record);

/// `place`: the concrete name whose list index a "[]" in the condition takes; empty outside of lists.
[[nodiscard]] bool holds(const Condition& when, const wire::Record& record, std::string_view place = {});

/// Number of elements of the list ("sensors"): one above the greatest index, at most its fields or 64.
[[nodiscard]] std::size_t listSize(const wire::Record& record, std::string_view list);

// What a record or the facts hold under a name; nothing when absent, unparsed or of another type.
[[nodiscard]] const wire::Quantity* quantityOf(const wire::Record& record, std::string_view name);
[[nodiscard]] const std::string* textOf(const wire::Record& record, std::string_view name);
[[nodiscard]] std::optional<Nanoseconds> timeOf(const wire::Record& record, std::string_view name);
[[nodiscard]] const Digest* digestOf(const wire::Record& record, std::string_view name);
[[nodiscard]] const wire::FieldValue* factOf(const wire::ScoreInputs& inputs, std::string_view name);
[[nodiscard]] const wire::Quantity* quantityFact(const wire::ScoreInputs& inputs, std::string_view name);

/// A value in words: "40 USD", "2026-01-31T00:00:00Z", "true".
[[nodiscard]] std::string inWords(const wire::FieldValue& value);
[[nodiscard]] std::string inWords(Nanoseconds time);

}  // namespace aurigraph::quality
