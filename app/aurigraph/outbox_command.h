#pragma once

#include <string>
#include <vector>

#include "app/aurigraph/common.h"

namespace aurigraph::cli {

/// Settles the profile's open orders, or only those whose ids begin so, and prints what became of each. Gives
/// the exit code: 4 if any is still unknown, else 1 if nothing happened by any, else 0.
int resumeOpenOrders(const CommonOptions& options, bool waitFinal, const std::vector<std::string>& ids);

}  // namespace aurigraph::cli
