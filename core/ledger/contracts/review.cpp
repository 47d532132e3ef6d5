#include <algorithm>

#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

constexpr std::int64_t kLeaseNanoseconds = 15LL * 60 * 1'000'000'000;

bool leased(const RecordRow& record, Nanoseconds time) {
  return record.claimedBy != IdentityId(0) && time <= record.claimUntil;
}

/// What all of them ask first; null when there is nothing to decide.
const RecordRow* waitingRecord(const State& state, const Call& call, const Digest& recordId, Plan& out) {
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kDecideReview),
               ReasonCode::kPermissionMissing);
  const RecordRow* record = state.record(recordId);
  if (record == nullptr) {
    out.refuse(ReasonCode::kUnknownRecord);
    return nullptr;
  }
  if (record->decision != Decision::kWaiting) {
    out.refuse(ReasonCode::kReviewNotOpen);
    return nullptr;
  }
  return record;
}

void refuseIfClaimedByOther(const RecordRow& record, const Call& call, Plan& out) {
  const bool byOther = leased(record, call.moment.time) && record.claimedBy != call.caller.id;
  out.refuseIf(byOther, ReasonCode::kReviewClaimedByOther,
               static_cast<std::uint64_t>(record.claimUntil.value));
}

/// What who claims or decides is asked; null when there is nothing to decide.
const RecordRow* openReview(const State& state, const Call& call, const Digest& recordId, Plan& out) {
  const RecordRow* record = waitingRecord(state, call, recordId, out);
  if (record == nullptr) return nullptr;
  const auto parties = partiesTo(state, *record);
  out.refuseIf(std::ranges::find(parties, call.caller.id) != parties.end(), ReasonCode::kReviewOwnSubmission);
  refuseIfClaimedByOther(*record, call, out);
  return record;
}

/// The record with what a command makes of it.
void put(const State& state, RecordRow row, Plan& out) {
  const std::uint64_t slot = state.of<RecordRow>().indexes().byId.slotOf(row.recordId);
  out.put(slot, std::move(row));
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::ClaimReview& command) {
  Plan out;
  const RecordRow* record = openReview(state, call, command.recordId, out);
  if (!out.accepted()) return out;
  RecordRow row = *record;
  row.claimedBy = call.caller.id;
  row.claimUntil = Nanoseconds(call.moment.time.value + kLeaseNanoseconds);
  out.tell(wire::ReviewClaimed{row.recordId, row.claimedBy, row.claimUntil});
  put(state, std::move(row), out);
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::DecideReview& command) {
  Plan out;
  const RecordRow* record = openReview(state, call, command.recordId, out);
  out.refuseIf(command.reasonCode == 0 || command.note.find_first_not_of(" \t\n") == std::string::npos,
               ReasonCode::kReasonMissing);
  if (record == nullptr) return out;
  out.refuseIf(!leased(*record, call.moment.time), ReasonCode::kReviewExpired);
  const bool approves = command.decision == wire::ReviewDecision::kApprove;
  const std::int64_t validFor = approvalNanoseconds(state, record->kind);
  out.refuseIf(approves && validFor <= 0, ReasonCode::kRecordNotUsable);
  if (!out.accepted()) return out;
  RecordRow row = *record;
  row.decision = approves ? Decision::kApproved : Decision::kRejected;
  row.reviewer = call.caller.id;
  row.reasonCode = command.reasonCode;
  row.note = command.note;
  row.decidedAt = call.moment.time;
  if (approves) row.validUntil = Nanoseconds(call.moment.time.value + validFor);
  row.reviewBatch = call.moment.batch;
  row.reviewIndex = call.moment.index;
  row.reviewHeight = call.moment.height;
  out.tell(wire::ReviewDecided{row.recordId, row.reviewer, row.decision, row.reasonCode, row.validUntil});
  put(state, std::move(row), out);
  return out;
}

template <>
Plan plan(const State& state, const Call& call, const wire::ReleaseReview& command) {
  Plan out;
  const RecordRow* record = waitingRecord(state, call, command.recordId, out);
  if (record == nullptr) return out;
  refuseIfClaimedByOther(*record, call, out);
  out.refuseIf(!leased(*record, call.moment.time), ReasonCode::kReviewExpired);
  if (!out.accepted()) return out;
  RecordRow row = *record;
  row.claimedBy = IdentityId(0);
  row.claimUntil = Nanoseconds(0);
  out.tell(wire::ReviewReleased{row.recordId, call.caller.id});
  put(state, std::move(row), out);
  return out;
}

}  // namespace aurigraph::ledger
