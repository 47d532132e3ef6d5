#include <algorithm>
#include <set>

#include "core/ledger/contracts/contract.h"

// Who may do what, and for how long not (R-TRUST-2): what lasts takes two administrators, what cannot wait
// takes one and passes.

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::size_t kLeastAdministrators = 3;  // fewer cannot end one of them
constexpr std::int64_t kSuspendsAgainAfter = 30LL * 24 * 3600 * kSecond;

/// Null, with its reason: nobody, or the author himself. That nobody orders about himself is also why a
/// batch's author keeps its roles throughout the batch.
const IdentityRow* other(const State& state, const Call& call, IdentityId identity, Plan& out) {
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kManageIdentities),
               ReasonCode::kPermissionMissing);
  const IdentityRow* row = state.of<IdentityRow>().find(identity.value);
  out.refuseIf(row == nullptr, ReasonCode::kUnknownIdentity);
  out.refuseIf(identity == call.caller.id, ReasonCode::kOwnRoles);
  out.refuseIf(row != nullptr && row->isBlocked(), ReasonCode::kBlocked);
  return row;
}

const std::set<std::uint64_t>& administrators(const State& state) {
  return state.of<IdentityRow>().indexes().administrators.all();
}

/// Whether somebody beside these two could end a suspension: of administrators there is always one more than
/// the author who may act.
bool anotherMayAct(const State& state, IdentityId author, IdentityId whom, Nanoseconds time) {
  return std::ranges::any_of(administrators(state), [&](std::uint64_t slot) {
    return slot != author.value && slot != whom.value && !state.of<IdentityRow>().get(slot).suspendedAt(time);
  });
}

void needAnotherAdministrator(const State& state, const Call& call, const auto& command, IdentityId party,
                              Plan& out) {
  checkApprovals(state, call, command, {.groups = {wire::Permission::kManageIdentities}, .parties = {party}},
                 out);
}

/// To end one of them, three others must be left.
void keepEnough(const State& state, const IdentityRow& row, Plan& out) {
  out.refuseIf(IdentityRow::administers(row) && administrators(state).size() <= kLeastAdministrators,
               ReasonCode::kLastAdministrator);
}

/// `before`, `after`: those of the command's roles that the identity must hold now, and will hold.
template <class Command>
Plan change(const State& state, const Call& call, const Command& command, wire::RoleMask before,
            wire::RoleMask after, const std::string& organisation, bool needsApproval) {
  Plan out;
  const IdentityId identity = state.identityOf(command.key).value_or(IdentityId());
  const IdentityRow* row = other(state, call, identity, out);
  if (row != nullptr) {
    out.refuseIf((command.roles == 0 && organisation.empty()) || (row->roles & command.roles) != before,
                 ReasonCode::kRolesDiffer);
    out.refuseIf(!organisation.empty() && !wire::isIdentityName(organisation), ReasonCode::kNameUnclear);
    out.refuseIf(state.genesis.roles.forbids((row->roles & ~command.roles) | after),
                 ReasonCode::kForbiddenRolePair);
    if (after == 0 && (command.roles & maskOf(wire::Role::kAdministrator)) != 0) keepEnough(state, *row, out);
  }
  if (needsApproval || !command.approvals.given.empty())
    needAnotherAdministrator(state, call, command, identity, out);
  if (!out.accepted()) return out;
  IdentityRow changed = *row;
  changed.roles = (row->roles & ~command.roles) | after;
  // What one alone may do ends no trust in a claim issuer.
  if (needsApproval) ++changed.roleChanges;
  if (!organisation.empty()) changed.organisation = organisation;
  out.tell(
      wire::RolesChanged{identity, changed.roles, changed.roleChanges, call.caller.id, changed.organisation});
  out.put(identity.value, std::move(changed));
  return out;
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::GrantRoles& command) {
  return change(state, call, command, 0, command.roles, command.organisation,
                wire::hasDuty(command.roles) || !command.organisation.empty());
}

template <>
Plan plan(const State& state, const Call& call, const wire::RevokeRoles& command) {
  return change(state, call, command, command.roles, 0, {}, true);
}

template <>
Plan plan(const State& state, const Call& call, const wire::SuspendIdentity& command) {
  Plan out;
  const IdentityRow* row = other(state, call, command.identity, out);
  out.refuseIf(
      command.seconds == 0 || command.seconds > wire::kLongestSuspensionSeconds || !isName(command.reason),
      ReasonCode::kMandatoryFieldBad);
  if (row == nullptr) return out;
  const Nanoseconds now = call.moment.time;
  IdentityRow changed = *row;
  std::erase_if(changed.suspensions,
                [&](const wire::Suspension& each) { return ageOf(each.until, now) >= kSuspendsAgainAfter; });
  const bool again = std::ranges::find(changed.suspensions, call.caller.id, &wire::Suspension::by) !=
                     changed.suspensions.end();
  out.refuseIf(row->suspendedAt(now) || again || changed.suspensions.size() >= wire::kMaxSuspensions,
               ReasonCode::kSuspendedLately);
  out.refuseIf(IdentityRow::administers(*row) && !anotherMayAct(state, call.caller.id, command.identity, now),
               ReasonCode::kLastAdministrator);
  if (!out.accepted()) return out;
  const Nanoseconds until(now.value + static_cast<std::int64_t>(command.seconds) * kSecond);
  changed.suspensions.push_back({call.caller.id, until});
  out.tell(wire::IdentitySuspended{command.identity, until, call.caller.id, command.reason});
  out.put(command.identity.value, std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::ResumeIdentity& command) {
  Plan out;
  const IdentityRow* row = other(state, call, command.identity, out);
  const Nanoseconds now = call.moment.time;
  out.refuseIf(row != nullptr && !row->suspendedAt(now), ReasonCode::kNotSuspended);
  if (!out.accepted()) return out;
  IdentityRow changed = *row;
  for (wire::Suspension& each : changed.suspensions) each.until = std::min(each.until, now);
  out.tell(wire::IdentityResumed{command.identity, call.caller.id});
  out.put(command.identity.value, std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::BlockIdentity& command) {
  Plan out;
  const KeyRow* known = state.keyRow(command.key);
  const IdentityId identity = known == nullptr ? IdentityId() : known->identity;
  const IdentityRow* row = other(state, call, identity, out);
  out.refuseIf(!isName(command.reason), ReasonCode::kMandatoryFieldBad);
  if (row != nullptr) keepEnough(state, *row, out);
  needAnotherAdministrator(state, call, command, identity, out);
  if (!out.accepted()) return out;
  IdentityRow changed = *row;
  changed.blocked = call.moment.height;
  out.tell(wire::IdentityBlocked{identity, call.caller.id, command.reason});
  out.put(identity.value, std::move(changed));
  return out;
}

}  // namespace aurigraph::ledger
