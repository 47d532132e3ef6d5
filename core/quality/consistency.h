#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/quality/rule_set.h"
#include "core/wire/record.h"

/// Check 4: the rules F-C1 … W-C6 as functions, selected per kind by the rule set (domain §2.6).
/// What each reads, which facts it wants and what its parameters mean stands in docs/records.md.
namespace aurigraph::quality {

/// How far a rule holds: 0 … kWhole. Cross-source rules fall linearly from 1 at the tolerance to 0 at
/// four times of it; the others are 0 or 1. A missing input makes a rule not evaluable, never failed.
struct RuleOutcome {
  static constexpr std::uint32_t kWhole = 1'000'000'000;

  bool evaluable = true;
  std::uint32_t degree = kWhole;
  std::string field;     ///< The field that a finding points at.
  std::string observed;  ///< Empty unless something was lost.
  std::string expected;
};

[[nodiscard]] RuleOutcome evaluate(const RuleUse& use, const wire::Record& record,
                                   const wire::ScoreInputs& inputs);

/// Number of parameters that a rule of this name takes; nothing: no such rule.
[[nodiscard]] std::optional<std::size_t> parameterCount(std::string_view rule);
/// What the rule demands, for a person: "low ≤ value ≤ high".
[[nodiscard]] std::string_view describeRule(std::string_view rule);

}  // namespace aurigraph::quality
