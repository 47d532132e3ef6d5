#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

Plan plan(const State& state, const Call& call, const wire::OpenAccount& command) {
  Plan out;
  const TokenRow* token = state.tables.tokens.find(command.token.value);
  out.refuseIf(!state.tables.identities.has(command.identity.value), ReasonCode::kUnknownIdentity);
  out.refuseIf(token == nullptr, ReasonCode::kUnknownToken);
  const bool own = command.identity == call.caller.id;
  const bool issuers = token != nullptr && token->issuer == call.caller.id;
  out.refuseIf(!own && !issuers, ReasonCode::kPermissionMissing);
  const std::uint64_t existing = state.accountSlot(command.identity, command.token);
  out.refuseIf(existing != 0, ReasonCode::kAccountExists, existing);
  out.refuseIf(state.tables.accounts.size() > state.limits.maxAccounts, ReasonCode::kAccountLimit);
  if (out.accepted()) {
    const bool tracked = token->lockUpSeconds > 0 || !token->serials.empty();
    out.effect = [command, tracked](State& to) {
      to.addAccount(command.identity, command.token, tracked ? kAccountTracked : 0U);
    };
  }
  return out;
}

}  // namespace aurigraph::ledger
