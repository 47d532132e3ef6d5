#include "nodes/gateway/views/ledger_rows.h"

#include "nodes/gateway/http/query_parameters.h"

namespace aurigraph::gateway {

tl::unexpected<Error> notHereYet(std::string_view what) {
  return fail("node.recovering", "This node's ledger does not have " + std::string(what) + " yet.",
              "Try again as Retry-After says, or ask another business node.");
}

std::optional<Nanoseconds> suspendedUntil(const ledger::IdentityRow& row, Nanoseconds now) {
  std::optional<Nanoseconds> out;
  for (const auto& suspension : row.suspensions)
    if (now < suspension.until && (!out || *out < suspension.until)) out = suspension.until;
  return out;
}

std::string nameOn(const ledger::Ledger& ledger, IdentityId id) {
  const auto* row = id.value == 0 ? nullptr : ledger.identity(id);
  return row == nullptr ? std::string() : row->name;
}

Result<TokenId> findToken(const ledger::Ledger& ledger, std::string_view symbolOrId) {
  if (const auto named = ledger.tokenNamed(symbolOrId)) return *named;
  if (const auto number = numberOf(symbolOrId, UINT32_MAX))
    if (const TokenId id(static_cast<std::uint32_t>(*number)); id.value != 0 && ledger.token(id) != nullptr)
      return id;
  return fail("query.unknown_token", "There is no token '" + std::string(symbolOrId.substr(0, 40)) + "'.",
              "See /query/tokens.");
}

}  // namespace aurigraph::gateway
