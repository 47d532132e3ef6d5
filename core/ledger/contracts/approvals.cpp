#include <algorithm>

#include "core/crypto/ed25519.h"
#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kRelatedForNanoseconds = 24LL * 3600 * 1'000'000'000;

bool madeLately(const IdentityRow& row, IdentityId by, Nanoseconds time) {
  return row.createdBy == by && ageOf(row.createdAt, time) < kRelatedForNanoseconds;
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
  if (madeLately(approver, call.caller.id, call.moment.time) || madeLately(author, *id, call.moment.time))
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
