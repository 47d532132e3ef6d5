#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

/// Few enough blocks before a height that voters count on what they know of it (Limits).
bool isNear(const State& state, Height height, Height now) {
  return height.value < now.value + state.limits.activationLeastAhead;
}

}  // namespace

/// The same on nodes of every release: it asks what is in force, never what a program understands.
template <>
Plan plan(const State& state, const Call& call, const wire::ActivateProtocol& command) {
  Plan out;
  const Height now = call.moment.height;
  // Who endorses it does not order it, whatever else he may.
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kOperateCluster) ||
                   state.allows(call.caller.roles, wire::Permission::kManageIdentities),
               ReasonCode::kPermissionMissing);
  out.refuseIf(command.version != state.protocol.next(), ReasonCode::kProtocolNotNext, state.protocol.value);
  out.refuseIf(
      isNear(state, command.from, now) || command.from.value > now.value + state.limits.activationMostAhead,
      ReasonCode::kProtocolHeight, now.value);
  const Table<ActivationRow>& activations = state.of<ActivationRow>();
  const std::uint64_t slot = activations.indexes().byVersion.slotOf(command.version);
  const ActivationRow* known = activations.find(slot);
  out.refuseIf(known != nullptr && isNear(state, known->from, now), ReasonCode::kProtocolFixed,
               known == nullptr ? 0 : known->from.value);
  checkApprovals(state, call, command,
                 {.groups = {wire::Permission::kManageIdentities, wire::Permission::kManageIdentities},
                  .fromKnownPeople = true},
                 out);
  if (!out.accepted()) return out;
  const ActivationRow row{command.version, command.from, call.caller.id, now};
  if (known == nullptr)
    out.add(state, row);
  else
    out.put(slot, row);
  out.tell(wire::ProtocolActivated{row.version, row.from, row.by});
  return out;
}

}  // namespace aurigraph::ledger
