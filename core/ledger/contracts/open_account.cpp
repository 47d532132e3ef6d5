#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

template <>
Plan plan(const State& state, const Call& call, const wire::OpenAccount& command) {
  Plan out;
  const TokenRow* token = state.of<TokenRow>().find(command.token.value);
  out.refuseIf(!state.of<IdentityRow>().has(command.identity.value), ReasonCode::kUnknownIdentity);
  out.refuseIf(token == nullptr, ReasonCode::kUnknownToken);
  const bool own = command.identity == call.caller.id;
  const bool issuers = token != nullptr && token->issuer == call.caller.id;
  out.refuseIf(!own && !issuers, ReasonCode::kPermissionMissing);
  const std::uint64_t existing = state.accountSlot(command.identity, command.token);
  out.refuseIf(existing != 0, ReasonCode::kAccountExists, existing);
  out.refuseIf(state.of<AccountRow>().size() > state.limits.maxAccounts, ReasonCode::kAccountLimit);
  if (out.accepted()) openAccount(state, command.identity, command.token, token->tracked(), out);
  return out;
}

}  // namespace aurigraph::ledger
