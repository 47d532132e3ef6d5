#include <algorithm>

#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

/// Rejected by its score, under a cap that people may override: none under V or Z (domain §3), none that a
/// reviewer rejected, since that was a person's word, and none of history, which no word makes usable.
bool isOverridable(const RecordRow& record) {
  return record.decision == Decision::kRejected && record.reviewer == IdentityId() &&
         record.band == Band::kReject && record.capCode == 'X' && record.purpose != wire::Purpose::kHistory;
}

RecordRow overridden(RecordRow row, const Call& call, const wire::OverrideRecord& command,
                     const std::vector<Word>& words, std::int64_t validFor) {
  row.decision = Decision::kOverridden;
  row.reviewer = call.caller.id;
  for (const Word& each : words) row.endorsers.push_back(each.of);
  row.note = command.reason;
  row.decidedAt = call.moment.time;
  row.validUntil = Nanoseconds(call.moment.time.value + validFor);
  row.reviewBatch = call.moment.batch;
  row.reviewIndex = call.moment.index;
  row.reviewHeight = call.moment.height;
  return row;
}

wire::RecordOverridden eventOf(const RecordRow& row, const Call& call, const std::vector<Word>& words) {
  wire::RecordOverridden out{row.recordId, row.reviewer, call.caller.key, {}, row.note, row.validUntil};
  for (const Word& each : words) out.endorsers.push_back(each.key);
  return out;
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::OverrideRecord& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kOverrideRejection),
               ReasonCode::kPermissionMissing);
  out.refuseIf(!isName(command.reason), ReasonCode::kReasonMissing);
  const RecordRow* record = state.record(command.recordId);
  if (record == nullptr) {
    out.refuse(ReasonCode::kUnknownRecord);
    return out;
  }
  out.refuseIf(!isOverridable(*record), ReasonCode::kNotOverridable, record->capCode);
  const auto parties = partiesTo(state, *record);
  out.refuseIf(std::ranges::find(parties, call.caller.id) != parties.end(), ReasonCode::kReviewOwnSubmission);
  const std::int64_t validFor = approvalNanoseconds(state, record->kind);
  out.refuseIf(validFor <= 0, ReasonCode::kRecordNotUsable);
  // The widest exception there is: not by officers whom somebody made for it.
  const auto words =
      checkApprovals(state, call, command,
                     {.groups = {wire::Permission::kEndorseRisk, wire::Permission::kEndorseCompliance},
                      .parties = parties,
                      .fromKnownPeople = true},
                     out);
  if (!out.accepted()) return out;
  RecordRow row = overridden(*record, call, command, words, validFor);
  out.tell(eventOf(row, call, words));
  out.put(state.of<RecordRow>().indexes().byId.slotOf(command.recordId), std::move(row));
  return out;
}

}  // namespace aurigraph::ledger
