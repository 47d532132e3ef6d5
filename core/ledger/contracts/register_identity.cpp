#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

template <>
Plan plan(const State& state, const Call& call, const wire::RegisterIdentity& command) {
  Plan out;
  const Table<IdentityRow>& identities = state.of<IdentityRow>();
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kManageIdentities),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isName(command.name), ReasonCode::kMandatoryFieldBad);
  out.refuseIf(identities.indexes().byName.contains(command.name), ReasonCode::kNameTaken);
  out.refuseIf(identities.indexes().byKey.contains(command.key), ReasonCode::kKeyTaken);
  out.refuseIf(!crypto::isUsableKey(command.key), ReasonCode::kBadKey);
  out.refuseIf(wire::hasDuty(command.roles), ReasonCode::kDutyNeedsGrant);
  out.refuseIf(identities.size() > state.limits.maxRows, ReasonCode::kStateFull);
  if (!out.accepted()) return out;
  const auto slot = out.add(state, IdentityRow{.name = command.name,
                                               .key = command.key,
                                               .roles = command.roles,
                                               .since = call.moment.height,
                                               .createdBy = call.caller.id,
                                               .createdAt = call.moment.time});
  out.tell(wire::IdentityRegistered{IdentityId(static_cast<std::uint32_t>(slot)), command.name, command.key,
                                    command.roles});
  return out;
}

}  // namespace aurigraph::ledger
