#include <algorithm>

#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kRelatedForNanoseconds = 24LL * 3600 * 1'000'000'000;

bool madeLately(const IdentityRow& row, IdentityId by, Nanoseconds time) {
  return by != IdentityId() && row.createdBy == by && ageOf(row.createdAt, time) < kRelatedForNanoseconds;
}

ReasonCode judge(const State& state, const Call& call, const wire::Approval& approval, const Digest& digest,
                 wire::Permission permission, const std::vector<IdentityId>& parties) {
  const auto id = state.identityOf(approval.approver);
  if (!id) return ReasonCode::kApprovalBad;
  if (*id == call.caller.id || std::ranges::find(parties, *id) != parties.end())
    return ReasonCode::kApprovalOwn;
  const IdentityRow& approver = state.of<IdentityRow>().get(id->value);
  if (!state.allows(approver.rolesAt(call.moment.time), permission)) return ReasonCode::kApprovalBad;
  const IdentityRow& author = state.of<IdentityRow>().get(call.caller.id.value);
  const Nanoseconds now = call.moment.time;
  const IdentityId parent = approver.createdBy;
  if (madeLately(approver, call.caller.id, now) || madeLately(author, *id, now) ||
      (madeLately(approver, parent, now) && madeLately(author, parent, now)))
    return ReasonCode::kApprovalRelated;
  const bool said = crypto::verify(approval.approver, digest, approval.signature);
  return said ? ReasonCode::kDone : ReasonCode::kApprovalBad;
}

}  // namespace

void checkApprovals(const State& state, const Call& call, const Approved& approved,
                    wire::Permission permission, Plan& out, const std::vector<IdentityId>& parties) {
  std::size_t counting = 0;
  for (std::size_t at = 0; at < approved.approvals.size(); ++at) {
    const ReasonCode why = judge(state, call, approved.approvals[at], approved.digest, permission, parties);
    if (why == ReasonCode::kDone)
      ++counting;
    else
      out.refuse(why, at);
  }
  out.refuseIf(counting == 0, ReasonCode::kApprovalMissing);
}

}  // namespace aurigraph::ledger
