#include <algorithm>
#include <set>

#include "app/sim/audit/model.h"
#include "app/sim/audit/texts.h"

// Grants, revocations, suspensions and blocks (docs/roles.md).

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

/// Duties in the words of docs/roles.md; a holder has none. Nobody has two, and no entry of the genesis's
/// table as a whole, and nobody both brings records and is an issuer.
bool excludeEachOther(const wire::RoleTable& table, wire::RoleMask roles) {
  using wire::Role;
  static const std::vector<std::set<Role>> kDuties = {
      {Role::kSlimNode},      {Role::kReviewer, Role::kSeniorReviewer},
      {Role::kAdministrator}, {Role::kCompliance, Role::kTreasurer, Role::kRiskOfficer, Role::kCustodian},
      {Role::kClaimIssuer},   {Role::kOperator},
      {Role::kIssuer},        {Role::kAuditor}};
  const auto duties = std::ranges::count_if(kDuties, [&](const std::set<Role>& duty) {
    return std::ranges::any_of(duty, [&](Role role) { return (roles & wire::maskOf(role)) != 0; });
  });
  if (duties > 1) return true;
  for (const wire::RoleMask entry : table.forbiddenTogether)
    if ((entry & ~roles) == 0) return true;
  const auto has = [&](wire::Permission permission) {
    return (table.allowed[static_cast<std::size_t>(permission)] & roles) != 0;
  };
  const bool issuer = has(wire::Permission::kRegisterAsset) || has(wire::Permission::kIssueToken);
  return issuer && has(wire::Permission::kSubmitRecord);
}

bool hasDuty(wire::RoleMask roles) {
  return (roles & ~wire::maskOf(wire::Role::kHolder)) != 0;
}

/// Whoever gives a duty, or says for whom somebody works, does not do it alone.
bool takesTwo(const wire::GrantRoles& command) {
  return hasDuty(command.roles) || !command.organisation.empty();
}

}  // namespace

ExpectedOutcome Model::ofAnother(IdentityId identity, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kManageIdentities, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(identity == when.author, ReasonCode::kOwnRoles);
  const auto found = identities.find(identity);
  out.refuseIf(found == identities.end(), ReasonCode::kUnknownIdentity);
  out.refuseIf(found != identities.end() && found->second.blocked, ReasonCode::kBlocked);
  return out;
}

void Model::judgeLastAdministrators(IdentityId identity, ExpectedOutcome& out) const {
  const auto all =
      std::ranges::count_if(identities, [](const auto& each) { return each.second.administers(); });
  out.refuseIf(identities.at(identity).administers() && all < 4, ReasonCode::kLastAdministrator);
}

template <>
ExpectedOutcome Model::expectedOf(const wire::GrantRoles& command, const Circumstances& when) const {
  const IdentityId id = identityOf(command.key).value_or(IdentityId());
  ExpectedOutcome out = ofAnother(id, when);
  if (const auto found = identities.find(id); found != identities.end()) {
    const Identity& who = found->second;
    const bool nothing = command.roles == 0 && command.organisation.empty();
    out.refuseIf(nothing || (who.roles & command.roles) != 0, ReasonCode::kRolesDiffer);
    out.refuseIf(excludeEachOther(genesis.roles, who.roles | command.roles), ReasonCode::kForbiddenRolePair);
  }
  out.refuseIf(!command.organisation.empty() && !wire::isIdentityName(command.organisation),
               ReasonCode::kNameUnclear);
  if (takesTwo(command) || !command.approvals.given.empty())
    judgeApprovals(command, {.of = {wire::Permission::kManageIdentities}, .without = {id}}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::GrantRoles& command, const Circumstances& when) {
  const IdentityId id = *identityOf(command.key);
  Identity& who = identities.at(id);
  who.roles |= command.roles;
  if (takesTwo(command)) ++who.changes;
  if (!command.organisation.empty()) who.organisation = command.organisation;
  told.emplace_back(wire::RolesChanged{id, who.roles, who.changes, when.author, who.organisation});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::RevokeRoles& command, const Circumstances& when) const {
  const IdentityId id = identityOf(command.key).value_or(IdentityId());
  ExpectedOutcome out = ofAnother(id, when);
  if (const auto found = identities.find(id); found != identities.end()) {
    const Identity& who = found->second;
    out.refuseIf(command.roles == 0 || (command.roles & ~who.roles) != 0, ReasonCode::kRolesDiffer);
    if ((command.roles & wire::maskOf(wire::Role::kAdministrator)) != 0) judgeLastAdministrators(id, out);
  }
  judgeApprovals(command, {.of = {wire::Permission::kManageIdentities}, .without = {id}}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::RevokeRoles& command, const Circumstances& when) {
  const IdentityId id = *identityOf(command.key);
  Identity& who = identities.at(id);
  who.roles &= ~command.roles;
  told.emplace_back(wire::RolesChanged{id, who.roles, ++who.changes, when.author, who.organisation});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::SuspendIdentity& command, const Circumstances& when) const {
  ExpectedOutcome out = ofAnother(command.identity, when);
  out.refuseIf(command.seconds == 0 || command.seconds > 72 * 3'600 || blank(command.reason),
               ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  const auto found = identities.find(command.identity);
  if (found == identities.end()) return out;
  const Identity& who = found->second;
  const auto lately = [&](const auto& each) { return when.time.value < each.second.value + 30 * kDay; };
  const auto own = who.suspendedUntil.find(when.author);
  out.refuseIf((own != who.suspendedUntil.end() && lately(*own)) || suspended(command.identity, when.time) ||
                   std::ranges::count_if(who.suspendedUntil, lately) >= 16,
               ReasonCode::kSuspendedLately);
  // Another one who is there to ask.
  const auto left = std::ranges::count_if(identities, [&](const auto& each) {
    return each.second.administers() && each.first != when.author && each.first != command.identity &&
           !suspended(each.first, when.time);
  });
  out.refuseIf(who.administers() && left == 0, ReasonCode::kLastAdministrator);
  return out;
}

template <>
void Model::carryOut(const wire::SuspendIdentity& command, const Circumstances& when) {
  const Nanoseconds until(when.time.value + command.seconds * kSecond);
  identities.at(command.identity).suspendedUntil[when.author] = until;
  told.emplace_back(wire::IdentitySuspended{command.identity, until, when.author, command.reason});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::ResumeIdentity& command, const Circumstances& when) const {
  ExpectedOutcome out = ofAnother(command.identity, when);
  out.refuseIf(identities.contains(command.identity) && !suspended(command.identity, when.time),
               ReasonCode::kNotSuspended);
  return out;
}

template <>
void Model::carryOut(const wire::ResumeIdentity& command, const Circumstances& when) {
  for (auto& [by, until] : identities.at(command.identity).suspendedUntil) until = std::min(until, when.time);
  told.emplace_back(wire::IdentityResumed{command.identity, when.author});
}

/// For good: nothing that the identity signs is executed any more.
template <>
ExpectedOutcome Model::expectedOf(const wire::BlockIdentity& command, const Circumstances& when) const {
  const IdentityId id = ownerOf(command.key).value_or(IdentityId());
  ExpectedOutcome out = ofAnother(id, when);
  out.refuseIf(blank(command.reason), ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  if (identities.contains(id)) judgeLastAdministrators(id, out);
  judgeApprovals(command, {.of = {wire::Permission::kManageIdentities}, .without = {id}}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::BlockIdentity& command, const Circumstances& when) {
  const IdentityId id = *ownerOf(command.key);
  identities.at(id).blocked = true;
  told.emplace_back(wire::IdentityBlocked{id, when.author, command.reason});
}

}  // namespace aurigraph::audit
