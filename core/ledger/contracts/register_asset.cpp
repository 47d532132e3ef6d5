#include <algorithm>

#include "core/ledger/contracts/contract.h"

namespace aurigraph::ledger {
namespace {

/// One record of the list: known, usable, of the template's category, about this asset and only this one.
void checkRecord(const Call& call, const wire::RegisterAsset& command, const RecordRow* record,
                 std::uint64_t position, Plan& out) {
  if (record == nullptr) {
    out.refuse(ReasonCode::kUnknownRecord, position);
    return;
  }
  // Whatever roles the submitter held then or holds now: who registers the asset did not bring its data.
  out.refuseIf(record->submitter == call.caller.id, ReasonCode::kRecordSubmitterIsIssuer, position);
  out.refuseIf(hasDecided(*record, call.caller.id), ReasonCode::kRecordReviewerIsIssuer, position);
  out.refuseIf(!isUsable(*record, call.moment.time), ReasonCode::kRecordNotUsable, position);
  out.refuseIf(record->category != categoryOf(command.assetTemplate), ReasonCode::kRecordWrongKind, position);
  // Every record of a parcel carries the parcel's key, a sale's with its document behind a colon; those
  // of projects, blocks, prices and events have keys of their own.
  const bool byKey = command.assetTemplate == wire::AssetTemplate::kProperty;
  const bool same =
      record->assetKey == command.assetKey || record->assetKey.starts_with(command.assetKey + ":");
  out.refuseIf(byKey && !same, ReasonCode::kRecordOfOtherAsset, position);
  out.refuseIf(record->asset != AssetId(0), ReasonCode::kRecordInUse, position);
}

AssetRow rowOf(const State& state, const Call& call, const wire::RegisterAsset& command) {
  AssetRow row;
  row.assetTemplate = command.assetTemplate;
  row.assetKey = command.assetKey;
  row.name = command.name;
  row.issuer = call.caller.id;
  row.recordIds = command.recordIds;
  row.documents = command.documents;
  row.registeredAt = call.moment.height;
  row.lowestScore = Ppm(1'000'000);
  row.evidenceCopies = UINT8_MAX;
  for (const Digest& id : command.recordIds) {
    const RecordRow& record = *state.record(id);
    row.origin = wire::weakerOf(row.origin, record.origin);
    row.lowestScore = std::min(row.lowestScore, record.score);
    row.evidenceCopies = std::min(row.evidenceCopies, record.evidenceCopies);
  }
  return row;
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::RegisterAsset& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kRegisterAsset),
               ReasonCode::kPermissionMissing);
  const bool documentsBad = std::ranges::any_of(command.documents, [](const wire::Document& document) {
    return !isName(document.type) || document.sha256.isZero();
  });
  out.refuseIf(
      !isName(command.assetKey) || !isName(command.name) || command.recordIds.empty() || documentsBad,
      ReasonCode::kMandatoryFieldBad);
  out.refuseIf(state.of<AssetRow>().indexes().byKey.contains(command.assetKey), ReasonCode::kAssetExists);
  out.refuseIf(state.of<AssetRow>().size() > state.limits.maxRows, ReasonCode::kStateFull);
  for (std::size_t at = 0; at < command.recordIds.size(); ++at)
    checkRecord(call, command, state.record(command.recordIds[at]), at, out);
  if (!out.accepted()) return out;
  const AssetRow row = rowOf(state, call, command);
  const AssetId id(out.add(state, row));
  for (const Digest& recordId : row.recordIds) {
    const std::uint64_t slot = state.of<RecordRow>().indexes().byId.slotOf(recordId);
    RecordRow record = state.of<RecordRow>().get(slot);
    if (!speaksForOneAsset(record.kind)) continue;
    record.asset = id;
    out.put(slot, std::move(record));
  }
  out.tell(wire::AssetRegistered{id, row.assetKey, row.name, row.assetTemplate, row.issuer, row.origin,
                                 row.recordIds});
  return out;
}

}  // namespace aurigraph::ledger
