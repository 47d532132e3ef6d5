#pragma once

#include "core/quality/score.h"

/// The eight checks, one function each: they fill earned, possible and findings; score() turns that
/// into q, lost points and caps. Internal to core/quality.
namespace aurigraph::quality {

struct CheckContext {
  const wire::Record& record;
  const wire::ScoreInputs& inputs;
  const RuleSet& rules;
  const KindProfile& profile;
};

[[nodiscard]] CheckResult checkCompleteness(const CheckContext& context);
[[nodiscard]] CheckResult checkFormat(const CheckContext& context);
[[nodiscard]] CheckResult checkRange(const CheckContext& context);
[[nodiscard]] CheckResult checkConsistency(const CheckContext& context);
[[nodiscard]] CheckResult checkSource(const CheckContext& context);
[[nodiscard]] CheckResult checkFreshness(const CheckContext& context);
[[nodiscard]] CheckResult checkUniqueness(const CheckContext& context);
[[nodiscard]] CheckResult checkReferences(const CheckContext& context);

/// A check that errored or timed out earns nothing and caps at R: never fail-open.
void applyError(const CheckContext& context, Check check, CheckResult& result);

}  // namespace aurigraph::quality
