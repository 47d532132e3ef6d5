#include "nodes/mapping/required_fields.h"

#include <algorithm>
#include <string>

#include "core/base/assert.h"
#include "nodes/rules/rules_json.h"

namespace aurigraph::mapping {
namespace {

/// "sensors[3].value" → "sensors[].value".
std::string withoutIndex(std::string_view name) {
  const auto open = name.find('[');
  const auto close = name.find(']');
  if (open == std::string_view::npos || close == std::string_view::npos) return std::string(name);
  return std::string(name.substr(0, open + 1)) + std::string(name.substr(close));
}

/// Constant data of this program, read once: field lists stand in the rule set and nowhere else.
const quality::RuleSet& shipped() {
  static const quality::RuleSet rules = [] {
    auto newest = rules::newestRuleSet();
    AG_ASSERT(newest.has_value());
    return std::move(*newest);
  }();
  return rules;
}

}  // namespace

const quality::FieldSpec* requiredField(wire::RecordKind kind, std::string_view name) {
  const quality::KindProfile* profile = shipped().profile(kind);
  if (profile == nullptr) return nullptr;
  const std::string wanted = withoutIndex(name);
  const auto found = std::ranges::find_if(profile->fields, [&](const quality::FieldSpec& spec) {
    return spec.fieldClass == quality::FieldClass::kRequired && spec.name == wanted;
  });
  return found == profile->fields.end() ? nullptr : &*found;
}

}  // namespace aurigraph::mapping
