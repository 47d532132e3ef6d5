#include <algorithm>

#include "app/sim/audit/model.h"
#include "app/sim/audit/texts.h"

// What claim issuers say about identities, and who is trusted with which topic (core/wire/commands/claim.h,
// issue_claim.h, revoke_claim.h, trust_claim_issuer.h, distrust_claim_issuer.h).

namespace aurigraph::audit {
namespace {

constexpr I128 kDay = I128{86'400} * 1'000'000'000;

bool isTopic(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

}  // namespace

template <>
ExpectedOutcome Model::expectedOf(const wire::IssueClaim& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kIssueClaim, when.time),
               ReasonCode::kPermissionMissing);
  const I128 length = I128{command.endsAt.value} - when.time.value;
  const bool saysBlanks = !command.value.empty() && blank(command.value);
  out.refuseIf(!isTopic(command.topic) || saysBlanks || length <= 0 || length > 5 * 366 * kDay,
               ReasonCode::kMandatoryFieldBad);
  // A value is written like a name.
  out.refuseIf(!command.value.empty() && !wire::isIdentityName(command.value),
               ReasonCode::kMandatoryFieldBad);
  // How long five years are is said nowhere.
  if (length > 5 * 365 * kDay) out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  const auto subject = identityOf(command.subject);
  if (!subject) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  const Identity& who = identities.at(*subject);
  out.refuseIf(who.blocked, ReasonCode::kBlocked);
  const std::string& own = identities.at(when.author).organisation;
  out.refuseIf(*subject == when.author || own.empty() || workTogether(who.organisation, own),
               ReasonCode::kClaimOwn);
  const auto said = std::ranges::count_if(claims, [&](const auto& each) {
    return each.first.subject == *subject && each.first.issuer == when.author && each.second > when.time;
  });
  const auto again = claims.find({*subject, when.author, command.topic, command.value});
  const bool full = static_cast<std::size_t>(said) >= policy.claimsMost;
  // Said again after it has ended, it may have given its place to another one: which, is the ledger's matter.
  if (again != claims.end() && again->second <= when.time && full) out.mayRefuse(ReasonCode::kClaimLimit);
  out.refuseIf(again == claims.end() && full, ReasonCode::kClaimLimit);
  return out;
}

template <>
void Model::carryOut(const wire::IssueClaim& command, const Circumstances& when) {
  const Claim claim{*identityOf(command.subject), when.author, command.topic, command.value};
  claims[claim] = command.endsAt;
  told.emplace_back(wire::ClaimIssued{claim.subject, claim.issuer, claim.topic, claim.value, command.endsAt});
}

/// Whoever said it, whatever he is now.
template <>
ExpectedOutcome Model::expectedOf(const wire::RevokeClaim& command, const Circumstances& when) const {
  ExpectedOutcome out;
  const auto found = claims.find({command.subject, when.author, command.topic, command.value});
  out.refuseIf(found == claims.end() || found->second <= when.time, ReasonCode::kClaimUnknown);
  return out;
}

template <>
void Model::carryOut(const wire::RevokeClaim& command, const Circumstances& when) {
  claims.at({command.subject, when.author, command.topic, command.value}) = when.time;
  told.emplace_back(wire::ClaimRevoked{command.subject, when.author, command.topic, command.value});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::TrustClaimIssuer& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kTrustClaimIssuers, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isTopic(command.topic), ReasonCode::kMandatoryFieldBad);
  const IdentityId issuer = identityOf(command.issuer).value_or(IdentityId());
  judgeApprovals(command, {.of = {wire::Permission::kManageIdentities}, .without = {issuer}}, when, out);
  if (!identities.contains(issuer)) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  out.refuseIf(!allows(issuer, wire::Permission::kIssueClaim, when.time), ReasonCode::kNoClaimIssuer);
  const auto found = trusted.find({issuer, command.topic});
  const Trust known = found == trusted.end() ? Trust{} : found->second;
  out.refuseIf(known.stands && known.changes == identities.at(issuer).changes, ReasonCode::kTrustStands);
  out.refuseIf(issuer == when.author, ReasonCode::kClaimOwn);
  return out;
}

template <>
void Model::carryOut(const wire::TrustClaimIssuer& command, const Circumstances& when) {
  const IdentityId issuer = *identityOf(command.issuer);
  trusted[{issuer, command.topic}] = {true, identities.at(issuer).changes};
  told.emplace_back(wire::ClaimIssuerTrusted{issuer, command.topic, when.author});
}

template <>
ExpectedOutcome Model::expectedOf(const wire::DistrustClaimIssuer& command, const Circumstances& when) const {
  ExpectedOutcome out;
  out.refuseIf(!allows(when.author, wire::Permission::kTrustClaimIssuers, when.time),
               ReasonCode::kPermissionMissing);
  out.refuseIf(blank(command.reason), ReasonCode::kMandatoryFieldBad);
  out.mayRefuse(ReasonCode::kMandatoryFieldBad);
  const auto found = trusted.find({command.issuer, command.topic});
  out.refuseIf(found == trusted.end() || !found->second.stands, ReasonCode::kNotTrusted);
  return out;
}

template <>
void Model::carryOut(const wire::DistrustClaimIssuer& command, const Circumstances& when) {
  trusted.at({command.issuer, command.topic}).stands = false;
  told.emplace_back(wire::ClaimIssuerDistrusted{command.issuer, command.topic, when.author, command.reason});
}

}  // namespace aurigraph::audit
