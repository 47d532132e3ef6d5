#include <algorithm>
#include <optional>

#include "core/ledger/contracts/contract.h"

// What claim issuers say about identities, and who of them is believed for what (R-TRUST-5).

namespace aurigraph::ledger {
namespace {

constexpr std::size_t kMostOfOneIssuer = 16;
constexpr std::int64_t kLongestNanoseconds = 5LL * 366 * 24 * 3600 * 1'000'000'000;

bool isTopic(const std::string& topic) {
  return !topic.empty() && std::ranges::all_of(topic, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

const TrustRow* trustOf(const State& state, IdentityId issuer, const std::string& topic) {
  return state.of<TrustRow>().find(
      state.of<TrustRow>().indexes().byTopic.slotOf(wire::IssuerTopic(issuer, topic)));
}

/// Where a claim goes: its own words' place, or that of one that has ended, once the two have as many as they
/// may; 0: a new one. Nothing: all are in force.
std::optional<std::uint64_t> placeOf(const State& state, const ClaimRow& claim, Nanoseconds time) {
  const Table<ClaimRow>& claims = state.of<ClaimRow>();
  if (const std::uint64_t same = claims.indexes().byWords.slotOf(claimKeyOf(claim)); same != 0) return same;
  const auto& all = claims.indexes().byIssuer.of(subjectIssuerOf(claim));
  if (all.size() < kMostOfOneIssuer) return 0;
  for (const std::uint64_t slot : all)
    if (claims.get(slot).endsAt <= time) return slot;
  return std::nullopt;
}

}  // namespace

bool isTrusted(const State& state, IdentityId issuer, const std::string& topic) {
  const TrustRow* trust = trustOf(state, issuer, topic);
  if (trust == nullptr || trust->since == Height()) return false;
  const IdentityRow& row = state.of<IdentityRow>().get(issuer.value);
  return trust->roleChanges == row.roleChanges && !row.isBlocked();
}

bool counts(const State& state, const ClaimRow& claim, Nanoseconds time) {
  return time < claim.endsAt && isTrusted(state, claim.issuer, claim.topic);
}

template <>
Plan plan(const State& state, const Call& call, const wire::IssueClaim& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kIssueClaim),
               ReasonCode::kPermissionMissing);
  const I128 length = -ageOf(command.endsAt, call.moment.time);
  out.refuseIf(!isTopic(command.topic) || (!command.value.empty() && !wire::isIdentityName(command.value)) ||
                   length <= 0 || length > kLongestNanoseconds,
               ReasonCode::kMandatoryFieldBad);
  const IdentityId subject = state.identityOf(command.subject).value_or(IdentityId());
  const IdentityRow* row = state.of<IdentityRow>().find(subject.value);
  if (row == nullptr) {
    out.refuse(ReasonCode::kUnknownIdentity);
    return out;
  }
  const IdentityRow& author = state.of<IdentityRow>().get(call.caller.id.value);
  out.refuseIf(row->isBlocked(), ReasonCode::kBlocked);
  out.refuseIf(subject == call.caller.id || author.organisation.empty() ||
                   isSameOrganisation(row->organisation, author.organisation),
               ReasonCode::kClaimOwn);
  ClaimRow claim{subject, call.caller.id, command.topic, command.value, call.moment.height, command.endsAt};
  const auto place = placeOf(state, claim, call.moment.time);
  out.refuseIf(!place, ReasonCode::kClaimLimit);
  out.refuseIf(place == 0 && state.of<ClaimRow>().size() > state.limits.maxRows, ReasonCode::kStateFull);
  if (!out.accepted()) return out;
  out.tell(wire::ClaimIssued{subject, call.caller.id, command.topic, command.value, command.endsAt});
  if (*place == 0)
    out.add(state, std::move(claim));
  else
    out.put(*place, std::move(claim));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::RevokeClaim& command) {
  Plan out;
  const Table<ClaimRow>& claims = state.of<ClaimRow>();
  const std::uint64_t slot = claims.indexes().byWords.slotOf(
      wire::ClaimKey(command.subject, call.caller.id, command.topic, command.value));
  const ClaimRow* row = claims.find(slot);
  out.refuseIf(row == nullptr || row->endsAt <= call.moment.time, ReasonCode::kClaimUnknown);
  if (!out.accepted()) return out;
  ClaimRow changed = *row;
  changed.endsAt = call.moment.time;
  out.tell(wire::ClaimRevoked{command.subject, call.caller.id, command.topic, command.value});
  out.put(slot, std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::TrustClaimIssuer& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kTrustClaimIssuers),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isTopic(command.topic), ReasonCode::kMandatoryFieldBad);
  const IdentityId issuer = state.identityOf(command.issuer).value_or(IdentityId());
  const IdentityRow* row = state.of<IdentityRow>().find(issuer.value);
  out.refuseIf(row == nullptr, ReasonCode::kUnknownIdentity);
  out.refuseIf(row != nullptr && !state.allows(row->rolesAt(call.moment.time), wire::Permission::kIssueClaim),
               ReasonCode::kNoClaimIssuer);
  const TrustRow* known = trustOf(state, issuer, command.topic);
  out.refuseIf(isTrusted(state, issuer, command.topic), ReasonCode::kTrustStands);
  out.refuseIf(issuer == call.caller.id, ReasonCode::kClaimOwn);
  out.refuseIf(known == nullptr && state.of<TrustRow>().size() > state.limits.maxRows,
               ReasonCode::kStateFull);
  checkApprovals(state, call, command, {.groups = {wire::Permission::kManageIdentities}, .parties = {issuer}},
                 out);
  if (!out.accepted()) return out;
  TrustRow changed{issuer, command.topic, call.moment.height, row->roleChanges};
  out.tell(wire::ClaimIssuerTrusted{issuer, command.topic, call.caller.id});
  const std::uint64_t slot =
      state.of<TrustRow>().indexes().byTopic.slotOf(wire::IssuerTopic(issuer, command.topic));
  if (slot == 0)
    out.add(state, std::move(changed));
  else
    out.put(slot, std::move(changed));
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::DistrustClaimIssuer& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kTrustClaimIssuers),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isName(command.reason), ReasonCode::kMandatoryFieldBad);
  const TrustRow* known = trustOf(state, command.issuer, command.topic);
  out.refuseIf(known == nullptr || known->since == Height(), ReasonCode::kNotTrusted);
  if (!out.accepted()) return out;
  TrustRow changed = *known;
  changed.since = Height();
  out.tell(wire::ClaimIssuerDistrusted{command.issuer, command.topic, call.caller.id, command.reason});
  out.put(state.of<TrustRow>().indexes().byTopic.slotOf(wire::IssuerTopic(command.issuer, command.topic)),
          std::move(changed));
  return out;
}

}  // namespace aurigraph::ledger
