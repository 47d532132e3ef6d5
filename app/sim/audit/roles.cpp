#include <algorithm>
#include <set>

#include "app/sim/audit/model.h"
#include "core/crypto/ed25519.h"

// Grants, revocations, suspensions, and whose approval counts (docs/roles.md).

namespace aurigraph::audit {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

bool blank(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

/// Duties in the words of docs/roles.md; a holder has none. Nobody has two, and no entry of the genesis's
/// table as a whole, and nobody both brings records and is an issuer.
bool excludeEachOther(const wire::RoleTable& table, wire::RoleMask roles) {
  using wire::Role;
  static const std::vector<std::set<Role>> kDuties = {
      {Role::kSlimNode},      {Role::kReviewer, Role::kSeniorReviewer},
      {Role::kAdministrator}, {Role::kCompliance, Role::kTreasurer, Role::kRiskOfficer, Role::kCustodian},
      {Role::kOperator},      {Role::kIssuer},
      {Role::kAuditor}};
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

bool administers(const Identity& identity) {
  return (identity.roles & wire::maskOf(wire::Role::kAdministrator)) != 0;
}

}  // namespace

void Model::judgeApprovals(const Digest& digest, const std::vector<wire::Approval>& approvals,
                           wire::Permission permission, const std::set<IdentityId>& parties,
                           const Circumstances& when, ExpectedOutcome& out) const {
  bool good = false;
  for (const wire::Approval& approval : approvals) {
    const auto approver = identityOf(approval.approver);
    // A bad one beside a good one: whether it spoils the whole is the ledger's word.
    if (approver && (*approver == when.author || parties.contains(*approver))) {
      out.mayRefuse(ReasonCode::kApprovalOwn);
      continue;
    }
    const auto lately = [&](IdentityId made, IdentityId by) {
      const Identity& one = identities.at(made);
      return by != IdentityId() && one.createdBy == by && when.time.value - one.createdAt.value < kDay;
    };
    const auto related = [&](IdentityId one, IdentityId another) {
      const IdentityId parent = identities.at(one).createdBy;
      return lately(one, another) || lately(another, one) || (lately(one, parent) && lately(another, parent));
    };
    if (approver && related(*approver, when.author)) {
      out.mayRefuse(ReasonCode::kApprovalRelated);
      out.mayRefuse(ReasonCode::kApprovalBad);
    } else if (approver && allows(*approver, permission, when.time) &&
               crypto::verify(approval.approver, digest, approval.signature)) {
      good = true;
    } else {
      out.mayRefuse(ReasonCode::kApprovalBad);
    }
  }
  out.refuseIf(!good, ReasonCode::kApprovalMissing);
}

ExpectedOutcome Model::ofAnother(IdentityId identity, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kManageIdentities, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!identities.contains(identity), ReasonCode::kUnknownIdentity);
  out.refuseIf(identity == when.author, ReasonCode::kOwnRoles);
  return out;
}

template <>
ExpectedOutcome Model::expectedOf(const wire::GrantRoles& command, const Circumstances& when) const {
  const IdentityId id = identityOf(command.key).value_or(IdentityId());
  ExpectedOutcome out = ofAnother(id, when);
  if (const auto found = identities.find(id); found != identities.end()) {
    const Identity& who = found->second;
    out.refuseIf(command.change != who.changes + 1, ReasonCode::kOtherChange);
    out.refuseIf(command.roles == 0 || (who.roles & command.roles) != 0, ReasonCode::kRolesDiffer);
    out.refuseIf(excludeEachOther(genesis.roles, who.roles | command.roles), ReasonCode::kForbiddenRolePair);
  }
  if (hasDuty(command.roles) || !command.approvals.empty())
    judgeApprovals(wire::approvalDigest(genesisDigest, command), command.approvals,
                   wire::Permission::kManageIdentities, {id}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::GrantRoles& command, const Circumstances& when) {
  const IdentityId id = *identityOf(command.key);
  Identity& who = identities.at(id);
  who.roles |= command.roles;
  if (hasDuty(command.roles)) ++who.changes;
  told.emplace_back(wire::RolesChanged{id, who.roles, who.changes, when.author});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::RevokeRoles& command, const Circumstances& when) const {
  const IdentityId id = identityOf(command.key).value_or(IdentityId());
  ExpectedOutcome out = ofAnother(id, when);
  if (const auto found = identities.find(id); found != identities.end()) {
    const Identity& who = found->second;
    out.refuseIf(command.change != who.changes + 1, ReasonCode::kOtherChange);
    out.refuseIf(command.roles == 0 || (command.roles & ~who.roles) != 0, ReasonCode::kRolesDiffer);
    const auto all =
        std::ranges::count_if(identities, [](const auto& each) { return administers(each.second); });
    const bool one = (command.roles & who.roles & wire::maskOf(wire::Role::kAdministrator)) != 0;
    out.refuseIf(one && all < 4, ReasonCode::kLastAdministrator);
  }
  judgeApprovals(wire::approvalDigest(genesisDigest, command), command.approvals,
                 wire::Permission::kManageIdentities, {id}, when, out);
  return out;
}

template <>
void Model::carryOut(const wire::RevokeRoles& command, const Circumstances& when) {
  const IdentityId id = *identityOf(command.key);
  Identity& who = identities.at(id);
  who.roles &= ~command.roles;
  told.emplace_back(wire::RolesChanged{id, who.roles, ++who.changes, when.author});
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
    return administers(each.second) && each.first != when.author && each.first != command.identity &&
           !suspended(each.first, when.time);
  });
  out.refuseIf(administers(who) && left == 0, ReasonCode::kLastAdministrator);
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

}  // namespace aurigraph::audit
