#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/quality/rule_set.h"

/// Rule sets as people write them (resources/rules/v<version>.json, docs/rule-sets.md) become the
/// canonical set that the ledger adopts. Strict: an unknown, missing or mistyped member refuses the file.
namespace aurigraph::rules {

/// Errors: rules.malformed (names the place), those of json::Document and of quality::validate.
Result<quality::RuleSet> parseRuleSet(std::string_view json);

/// A shipped rule set. Errors: rules.unknown_version (the message lists those there are).
Result<quality::RuleSet> shippedRuleSet(std::uint32_t version);

/// The newest shipped one.
Result<quality::RuleSet> newestRuleSet();

/// Shipped versions, rising.
std::vector<std::uint32_t> shippedRuleSetVersions();

}  // namespace aurigraph::rules
