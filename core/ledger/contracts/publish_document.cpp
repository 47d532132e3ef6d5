#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

template <>
Plan plan(const State& state, const Call& call, const wire::PublishDocument& command) {
  Plan out;
  const TokenRow* token = state.of<TokenRow>().find(command.token.value);
  out.refuseIf(token == nullptr, ReasonCode::kUnknownToken);
  out.refuseIf(token != nullptr && token->issuer != call.caller.id, ReasonCode::kNotYourAsset);
  out.refuseIf(!isName(command.type) || command.sha256.isZero(), ReasonCode::kMandatoryFieldBad);
  if (out.accepted())
    out.tell(wire::DocumentPublished{command.token, call.caller.id, command.type, command.sha256});
  return out;
}

}  // namespace aurigraph::ledger
