#pragma once

#include <string_view>

#include "core/quality/rule_set.h"

/// Which fields make a record what it is: only these can refuse it (DESIGN §5, "Reading a provider's
/// answer").
namespace aurigraph::mapping {

/// The newest shipped rule set's word about a required field (class R) of the kind; nullptr: the kind can do
/// without it. "sensors[3].value" is asked for as "sensors[].value". The condition is the caller's to judge.
const quality::FieldSpec* requiredField(wire::RecordKind kind, std::string_view name);

}  // namespace aurigraph::mapping
