#include "app/sim/audit/model.h"

// Activations of protocol versions (core/wire/commands/activate_protocol.h, docs/decisions/100).

namespace aurigraph::audit {

/// The next version only, soon enough and not too soon; and while what was said of it before is no nearer
/// than that.
template <>
ExpectedOutcome Model::expectedOf(const wire::ActivateProtocol& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const bool operates = allows(when.author, wire::Permission::kOperateCluster, when.time);
  const bool administers = allows(when.author, wire::Permission::kManageIdentities, when.time);
  out.refuseIf(!operates || administers, ReasonCode::kPermissionMissing);
  out.refuseIf(command.version != inForce.next(), ReasonCode::kProtocolNotNext);
  const std::uint64_t soonest = when.height.value + policy.activationLeastAhead;
  const std::uint64_t latest = when.height.value + policy.activationMostAhead;
  out.refuseIf(command.from.value < soonest || command.from.value > latest, ReasonCode::kProtocolHeight);
  const auto before = activated.find(command.version);
  out.refuseIf(before != activated.end() && before->second.value < soonest, ReasonCode::kProtocolFixed);
  judgeApprovals(command,
                 {.of = {wire::Permission::kManageIdentities, wire::Permission::kManageIdentities},
                  .fromKnownPeople = true},
                 when, out);
  return out;
}

template <>
void Model::carryOut(const wire::ActivateProtocol& command, const Circumstances& when) {
  activated[command.version] = command.from;
  told.emplace_back(wire::ProtocolActivated{command.version, command.from, when.author});
}

}  // namespace aurigraph::audit
