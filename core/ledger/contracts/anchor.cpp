#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

template <>
Plan plan(const State& state, const Call& call, const wire::Anchor& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kAnchor), ReasonCode::kPermissionMissing);
  out.refuseIf(command.leafCount == 0 || command.root.isZero(), ReasonCode::kMandatoryFieldBad);
  out.refuseIf(isAhead(state, command.to, call.moment.time), ReasonCode::kClockAhead);
  const Table<AnchorRow>& anchors = state.of<AnchorRow>();
  const std::uint64_t slot = anchors.indexes().byAuthor.slotOf(call.caller.id);
  const AnchorRow* last = anchors.find(slot);
  out.refuseIf(command.from >= command.to || (last != nullptr && command.from < last->last.to),
               ReasonCode::kAnchorOrder);
  if (!out.accepted()) return out;
  const std::uint64_t count = (last == nullptr ? 0 : last->count) + 1;
  AnchorRow row{call.caller.id, command, count, call.moment.height};
  if (last == nullptr)
    out.add(state, row);
  else
    out.put(slot, row);
  out.tell(wire::AnchorAdded{call.caller.id, command, count});
  return out;
}

}  // namespace aurigraph::ledger
