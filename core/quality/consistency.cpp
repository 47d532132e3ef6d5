#include "core/quality/consistency.h"

#include <algorithm>
#include <span>

#include "core/quality/rule_table.h"

namespace aurigraph::quality {
namespace {

const Rule* findRule(std::string_view name) {
  for (const std::span<const Rule> table :
       {marketRules(), propertyRules(), carbonRules(), supplyRules(), weatherRules()}) {
    const auto at = std::ranges::find(table, name, &Rule::name);
    if (at != table.end()) return &*at;
  }
  return nullptr;
}

}  // namespace

RuleOutcome evaluate(const RuleUse& use, const wire::Record& record, const wire::ScoreInputs& inputs) {
  const Rule* rule = findRule(use.rule);
  if (rule == nullptr || rule->parameters != use.parameters.size()) return notEvaluable();
  return rule->evaluate(RuleInput{record, inputs, use.parameters});
}

std::optional<std::size_t> parameterCount(std::string_view rule) {
  const Rule* found = findRule(rule);
  return found == nullptr ? std::nullopt : std::optional(found->parameters);
}

std::string_view describeRule(std::string_view rule) {
  const Rule* found = findRule(rule);
  return found == nullptr ? std::string_view{} : found->words;
}

}  // namespace aurigraph::quality
