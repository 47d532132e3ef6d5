#pragma once

#include <map>
#include <string_view>

#include "core/base/result.h"
#include "core/wire/record.h"

namespace aurigraph::gateway {

/// How soon a record that waits should be decided, by category. Nothing happens on the ledger when it is
/// not: reviewers see what is late.
using ServiceLevels = std::map<wire::Category, Nanoseconds>;

/// From resources/review/service_levels.json. Errors: service_levels.malformed (a category missing, unknown,
/// or no whole number of seconds from 1 to a year).
Result<ServiceLevels> parseServiceLevels(std::string_view json);

}  // namespace aurigraph::gateway
