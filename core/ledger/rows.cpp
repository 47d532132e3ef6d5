#include "core/ledger/rows.h"

namespace aurigraph::ledger {

std::string_view nameOf(Decision decision) {
  switch (decision) {
    case Decision::kAuto:
      return "AUTO";
    case Decision::kWaiting:
      return "WAITING";
    case Decision::kApproved:
      return "APPROVED";
    case Decision::kRejected:
      return "REJECTED";
    case Decision::kOverridden:
      return "OVERRIDDEN";
  }
  return "UNKNOWN";
}

}  // namespace aurigraph::ledger
