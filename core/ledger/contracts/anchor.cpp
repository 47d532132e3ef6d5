#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {

Plan plan(const State& state, const Call& call, const wire::Anchor& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kAnchor), ReasonCode::kPermissionMissing);
  out.refuseIf(command.leafCount == 0 || command.root.isZero(), ReasonCode::kMandatoryFieldBad);
  out.refuseIf(isAhead(state, command.to, call.moment.time), ReasonCode::kClockAhead);
  const auto known = state.indexes.anchorByAuthor.find(call.caller.id);
  const bool first = known == state.indexes.anchorByAuthor.end();
  const Nanoseconds begins = first ? command.from : state.tables.anchors.get(known->second).last.to;
  out.refuseIf(command.from >= command.to || command.from < begins, ReasonCode::kAnchorOrder);
  if (out.accepted())
    out.effect = [command, id = call.caller.id, height = call.moment.height](State& to) {
      auto at = to.indexes.anchorByAuthor.find(id);
      if (at == to.indexes.anchorByAuthor.end())
        at = to.indexes.anchorByAuthor.emplace(id, to.tables.anchors.add({})).first;
      AnchorRow& row = to.tables.anchors.mut(at->second);
      row.author = id;
      row.last = command;
      row.count += 1;
      row.height = height;
    };
  return out;
}

}  // namespace aurigraph::ledger
