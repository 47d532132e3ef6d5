#include <algorithm>
#include <limits>

#include "core/ledger/contracts/contract.h"

// Of which sources records are taken, and how far they are believed (R-TRUST-1).

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kHour = 3'600LL * 1'000'000'000;
constexpr Nanoseconds kUntilResumed{std::numeric_limits<std::int64_t>::max()};

std::uint64_t slotOf(const State& state, const std::string& name) {
  return state.of<SourceRow>().indexes().byName.slotOf(name);
}

wire::Origin originOf(const wire::Genesis& genesis) {
  return genesis.simulated ? wire::Origin::kSimulated : wire::Origin::kReal;
}

}  // namespace

ReasonCode mayTake(const SourceRow& source, wire::RecordKind kind, Nanoseconds time) {
  if (source.isPaused(time)) return ReasonCode::kSourcePaused;
  if (!std::ranges::binary_search(source.terms.kinds, kind)) return ReasonCode::kSourceKind;
  const bool sameHour = ageOf(source.hourSince, time) < kHour;
  return sameHour && source.recordsInHour >= source.terms.recordsPerHour ? ReasonCode::kSourceBudget
                                                                         : ReasonCode::kDone;
}

SourceRow withOneMore(SourceRow source, Nanoseconds time) {
  if (ageOf(source.hourSince, time) >= kHour) {
    source.hourSince = time;
    source.recordsInHour = 0;
  }
  ++source.recordsInHour;
  return source;
}

template <>
Plan plan(const State& state, const Call& call, const wire::AdoptSource& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kManageSources),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!wire::areSound(command.terms), ReasonCode::kMandatoryFieldBad);
  out.refuseIf(command.terms.origin != originOf(state.genesis), ReasonCode::kSourceOrigin);
  const std::uint64_t slot = slotOf(state, command.terms.name);
  const SourceRow* known = state.of<SourceRow>().find(slot);
  out.refuseIf(known != nullptr && known->terms == command.terms, ReasonCode::kSourceStands);
  out.refuseIf(known == nullptr && state.of<SourceRow>().rowCount() >= kMostSources, ReasonCode::kStateFull);
  checkApprovals(state, call, command,
                 {.groups = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCompliance},
                  .fromKnownPeople = true},
                 out);
  if (!out.accepted()) return out;
  SourceRow changed = known == nullptr ? SourceRow() : *known;
  changed.terms = command.terms;
  ++changed.version;
  changed.since = call.moment.height;
  out.tell(wire::SourceAdopted{changed.terms, changed.version, call.caller.id});
  if (known == nullptr)
    out.add(state, std::move(changed));
  else
    out.put(slot, std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::PauseSource& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kPauseSources),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isName(command.reason), ReasonCode::kMandatoryFieldBad);
  const std::uint64_t slot = slotOf(state, command.source);
  const SourceRow* known = state.of<SourceRow>().find(slot);
  if (known == nullptr) {
    out.refuse(ReasonCode::kSourceUnknown);
    return out;
  }
  const bool alone = command.approvals.given.empty() && !call.endorsers;
  if (alone)
    // Whoever it was: two who took turns would need nobody else.
    out.refuseIf(ageOf(known->pausedAt, call.moment.time) < I128{wire::kNextPauseDays} * 24 * kHour,
                 ReasonCode::kSourcePausedLately);
  else
    checkApprovals(state, call, command, {.groups = {wire::Permission::kEndorseRisk}}, out);
  const Nanoseconds until =
      alone ? Nanoseconds(call.moment.time.value + wire::kPauseHours * kHour) : kUntilResumed;
  out.refuseIf(known->isPaused(call.moment.time) && until <= known->pausedUntil, ReasonCode::kSourcePaused);
  if (!out.accepted()) return out;
  SourceRow changed = *known;
  if (alone) changed.pausedAt = call.moment.time;
  changed.pausedBy = call.caller.id;
  changed.pausedUntil = until;
  out.tell(wire::SourcePaused{command.source, changed.pausedUntil, call.caller.id, command.reason});
  out.put(slot, std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::ResumeSource& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kPauseSources),
               ReasonCode::kPermissionMissing);
  const std::uint64_t slot = slotOf(state, command.source);
  const SourceRow* known = state.of<SourceRow>().find(slot);
  out.refuseIf(known == nullptr, ReasonCode::kSourceUnknown);
  out.refuseIf(known != nullptr && !known->isPaused(call.moment.time), ReasonCode::kSourceNotPaused);
  checkApprovals(state, call, command, {.groups = {wire::Permission::kEndorseRisk}, .fromKnownPeople = true},
                 out);
  if (!out.accepted()) return out;
  SourceRow changed = *known;
  changed.pausedUntil = call.moment.time;
  out.tell(wire::SourceResumed{command.source, call.caller.id});
  out.put(slot, std::move(changed));
  return out;
}

}  // namespace aurigraph::ledger
