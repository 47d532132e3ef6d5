#include "nodes/gateway/views/ledger_rows.h"

namespace aurigraph::gateway {

tl::unexpected<Error> notHereYet(std::string_view what) {
  return fail("node.recovering", "This node's ledger does not have " + std::string(what) + " yet.",
              "Try again as Retry-After says, or ask another business node.");
}

std::string nameOn(const ledger::Ledger& ledger, IdentityId id) {
  const auto* row = id.value == 0 ? nullptr : ledger.identity(id);
  return row == nullptr ? std::string() : row->name;
}

}  // namespace aurigraph::gateway
