#include <algorithm>

#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kRelatedForNanoseconds = 24LL * 3600 * 1'000'000'000;

bool madeLately(const IdentityRow& row, Nanoseconds time) {
  return row.createdBy != IdentityId() && ageOf(row.createdAt, time) < kRelatedForNanoseconds;
}

bool madeLately(const IdentityRow& row, IdentityId by, Nanoseconds time) {
  return row.createdBy == by && madeLately(row, time);
}

/// One was made by the other of late, or both by a third.
bool areRelated(const State& state, IdentityId first, IdentityId second, Nanoseconds time) {
  const IdentityRow& one = state.of<IdentityRow>().get(first.value);
  const IdentityRow& another = state.of<IdentityRow>().get(second.value);
  const IdentityId parent = another.createdBy;
  return madeLately(another, first, time) || madeLately(one, second, time) ||
         (madeLately(another, parent, time) && madeLately(one, parent, time));
}

ReasonCode judge(const State& state, const Call& call, const wire::Approval& approval, const Digest& digest,
                 const Needed& needed) {
  const auto id = state.identityOf(approval.approver);
  if (!id) return ReasonCode::kApprovalBad;
  if (*id == call.caller.id || std::ranges::find(needed.parties, *id) != needed.parties.end())
    return ReasonCode::kApprovalOwn;
  const wire::RoleMask roles = state.of<IdentityRow>().get(id->value).rolesAt(call.moment.time);
  const bool may =
      std::ranges::any_of(needed.groups, [&](wire::Permission group) { return state.allows(roles, group); });
  if (!may) return ReasonCode::kApprovalBad;
  const bool tooNew =
      needed.fromKnownPeople && madeLately(state.of<IdentityRow>().get(id->value), call.moment.time);
  if (tooNew || areRelated(state, call.caller.id, *id, call.moment.time)) return ReasonCode::kApprovalRelated;
  const bool said = crypto::verify(approval.approver, digest, approval.signature);
  return said ? ReasonCode::kDone : ReasonCode::kApprovalBad;
}

/// Whether each group from the `at`-th on finds a person of its own: an officer of two groups counts in one.
bool filled(const State& state, const Needed& needed, const std::vector<IdentityId>& people, Nanoseconds time,
            std::vector<bool>& taken, std::size_t at = 0) {
  if (at == needed.groups.size()) return true;
  for (std::size_t person = 0; person < people.size(); ++person) {
    const wire::RoleMask roles = state.of<IdentityRow>().get(people[person].value).rolesAt(time);
    if (taken[person] || !state.allows(roles, needed.groups[at])) continue;
    taken[person] = true;
    if (filled(state, needed, people, time, taken, at + 1)) return true;
    taken[person] = false;
  }
  return false;
}

}  // namespace

void checkApprovals(const State& state, const Call& call, const Approved& approved, const Needed& needed,
                    Plan& out) {
  out.refuseIf(needed.fromKnownPeople &&
                   madeLately(state.of<IdentityRow>().get(call.caller.id.value), call.moment.time),
               ReasonCode::kApprovalRelated);
  std::vector<IdentityId> people;
  for (std::size_t at = 0; at < approved.approvals.size(); ++at) {
    const ReasonCode why = judge(state, call, approved.approvals[at], approved.digest, needed);
    if (why != ReasonCode::kDone) {
      out.refuse(why, at);
      continue;
    }
    const IdentityId id = *state.identityOf(approved.approvals[at].approver);
    const bool related = std::ranges::any_of(
        people, [&](IdentityId other) { return areRelated(state, other, id, call.moment.time); });
    if (std::ranges::find(people, id) != people.end())
      out.refuse(ReasonCode::kApprovalTwice, at);
    else if (related)
      out.refuse(ReasonCode::kApprovalRelated, at);
    else
      people.push_back(id);
  }
  std::vector<bool> taken(people.size());
  out.refuseIf(!filled(state, needed, people, call.moment.time, taken), ReasonCode::kApprovalMissing);
  if (!needed.fromOutside || people.empty()) return;
  const auto organisation = [&](IdentityId id) -> const std::string& {
    return state.of<IdentityRow>().get(id.value).organisation;
  };
  const std::string& own = organisation(call.caller.id);
  const bool outside = std::ranges::any_of(people, [&](IdentityId id) {
    return !own.empty() && !organisation(id).empty() && !isSameOrganisation(organisation(id), own);
  });
  out.refuseIf(!outside, ReasonCode::kApprovalSameOrganisation);
}

}  // namespace aurigraph::ledger
