#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/quality/consistency.h"
#include "core/quality/fields.h"

/// How the rules of one category are written down, and what they share. Internal to core/quality.
namespace aurigraph::quality {

struct RuleInput {
  const wire::Record& record;
  const wire::ScoreInputs& inputs;
  const std::vector<Decimal>& parameters;
};

struct Rule {
  std::string_view name;
  std::size_t parameters = 0;
  std::string_view words;  ///< What it demands, for a person, without a full stop.
  RuleOutcome (*evaluate)(const RuleInput& input) = nullptr;
};

[[nodiscard]] std::span<const Rule> marketRules();
[[nodiscard]] std::span<const Rule> propertyRules();
[[nodiscard]] std::span<const Rule> carbonRules();
[[nodiscard]] std::span<const Rule> supplyRules();
[[nodiscard]] std::span<const Rule> weatherRules();

[[nodiscard]] RuleOutcome notEvaluable(std::string_view field = {});
/// Passed, or failed with what was seen.
[[nodiscard]] RuleOutcome decided(bool holds, std::string_view field, std::string observed);
/// `smaller` ≤ `greater`, both of the record and of one unit.
[[nodiscard]] RuleOutcome ordered(const wire::Record& record, std::string_view smaller,
                                  std::string_view greater);
/// |value − reference| against share × |reference|, linear to 0 at four times (cross-source rules).
[[nodiscard]] RuleOutcome agrees(std::string_view field, const wire::Quantity& value,
                                 const wire::Quantity& reference, const Decimal& share);
/// The same against an absolute tolerance.
[[nodiscard]] RuleOutcome agreesWithin(std::string_view field, const wire::Quantity& value,
                                       const wire::Quantity& reference, const Decimal& tolerance);
/// The worse of two: a failed one before a partly failed one before one that is not evaluable.
[[nodiscard]] RuleOutcome worse(RuleOutcome a, RuleOutcome b);

}  // namespace aurigraph::quality
