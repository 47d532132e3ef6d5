#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

Plan plan(const State& state, const Call& call, const wire::RegisterIdentity& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kManageIdentities),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isName(command.name), ReasonCode::kMandatoryFieldBad);
  out.refuseIf(state.indexes.identityByName.contains(command.name), ReasonCode::kNameTaken);
  out.refuseIf(state.indexes.identityByKey.contains(command.key), ReasonCode::kKeyTaken);
  out.refuseIf(!crypto::isUsableKey(command.key), ReasonCode::kBadKey);
  out.refuseIf(state.genesis.roles.forbids(command.roles), ReasonCode::kForbiddenRolePair);
  out.refuseIf(state.tables.identities.size() > state.limits.maxRows, ReasonCode::kStateFull);
  if (out.accepted())
    out.effect = [command, height = call.moment.height](State& to) {
      to.addIdentity({command.name, command.key, command.roles, height});
    };
  return out;
}

}  // namespace aurigraph::ledger
