#include "core/ledger/contracts/contract.h"
#include "core/quality/score.h"
#include "core/wire/record.h"
#include "core/wire/text.h"

namespace aurigraph::ledger {
namespace {

Decision decisionOf(Band band) {
  switch (band) {
    case Band::kAccept:
      return Decision::kAuto;
    case Band::kReview:
      return Decision::kWaiting;
    case Band::kReject:
      return Decision::kRejected;
  }
  AG_ASSERT(false);
}

std::optional<std::uint64_t> serialNumber(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const auto* quantity = field == nullptr ? nullptr : std::get_if<wire::Quantity>(&field->value);
  if (quantity == nullptr || field->parse == wire::ParseQuality::kFailed) return std::nullopt;
  const auto units = toUnits(quantity->value, 0);
  if (!units || *units < 0 || *units > static_cast<I128>(UINT64_MAX)) return std::nullopt;
  return static_cast<std::uint64_t>(*units);
}

std::string textOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  const bool sound = text != nullptr && text->size() <= wire::kMaxSerialPartBytes && wire::isCleanText(*text);
  return sound ? *text : std::string();
}

/// What a block record lets be minted; nothing when it does not say so clearly.
std::optional<wire::SerialRange> serialsOf(const wire::Record& record) {
  if (record.kind != wire::RecordKind::kCarbonBlock) return std::nullopt;
  wire::SerialRange out;
  out.registry = textOf(record, "registry");
  out.series = textOf(record, "series");
  const auto first = serialNumber(record, "first");
  const auto last = serialNumber(record, "last");
  if (out.registry.empty() || out.series.empty() || !first || !last || *first > *last) return std::nullopt;
  out.first = *first;
  out.last = *last;
  return out;
}

std::string projectOf(const wire::Record& record) {
  if (record.kind != wire::RecordKind::kCarbonProject && record.kind != wire::RecordKind::kCarbonBlock)
    return {};
  const std::string registry = textOf(record, "registry");
  const std::string project = textOf(record, "project_id");
  if (registry.empty() || project.empty()) return {};
  return registry + ":" + project;
}

RecordRow rowOf(const Call& call, const wire::SubmitRecord& command, const wire::Record& record,
                const wire::ScoreInputs& inputs, const quality::ScoreResult& result) {
  RecordRow row;
  row.recordId = record.id();
  row.category = record.category;
  row.kind = record.kind;
  row.origin = record.origin;
  row.purpose = inputs.purpose;
  row.assetKey = record.assetKey;
  row.score = result.score;
  row.band = result.band;
  row.decision = decisionOf(row.band);
  if (result.capBinds) row.capCode = static_cast<std::uint8_t>(nameOf(result.caps.front().code)[0]);
  row.rawDigest = record.rawDigest;
  row.ruleSet = command.ruleSet;
  row.explanation = command.explanation;
  row.submitter = call.caller.id;
  row.evidenceCopies = command.evidenceCopies;
  row.serials = serialsOf(record);
  row.project = projectOf(record);
  row.scoredAt = inputs.scoredAt;
  row.admittedAt = call.moment.time;
  row.submitBatch = call.moment.batch;
  row.submitIndex = call.moment.index;
  row.submitHeight = call.moment.height;
  return row;
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::SubmitRecord& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kSubmitRecord),
               ReasonCode::kPermissionMissing);
  out.refuseIf(command.evidenceCopies == 0, ReasonCode::kMandatoryFieldBad);
  out.refuseIf(command.ruleSet != state.rulesDigest, ReasonCode::kRuleSetUnknown);
  out.refuseIf(state.of<RecordRow>().size() > state.limits.maxRows, ReasonCode::kStateFull);
  const auto record = wire::decodeRecord(command.record);
  const auto inputs = wire::decodeScoreInputs(command.inputs);
  if (!record || !inputs) {
    out.refuse(ReasonCode::kRecordMalformed);
    return out;
  }
  out.refuseIf(!state.genesis.simulated && record->origin != wire::Origin::kReal, ReasonCode::kOriginRefused);
  out.refuseIf(state.record(record->id()) != nullptr, ReasonCode::kRecordDuplicate);
  const std::uint64_t sourceSlot = state.of<SourceRow>().indexes().byName.slotOf(record->sourceId);
  const SourceRow* source = state.of<SourceRow>().find(sourceSlot);
  const ReasonCode untaken = source == nullptr
                                 ? ReasonCode::kSourceUnknown
                                 : mayTake(*source, *record, inputs->transport, call.moment.time);
  out.refuseIf(untaken != ReasonCode::kDone, untaken);
  // A clock ahead of the ledger's would lengthen every later age limit.
  out.refuseIf(isAhead(state, inputs->scoredAt, call.moment.time), ReasonCode::kClockAhead);
  if (!out.accepted()) return out;  // a score is the dearest question, and moot for what is refused
  const quality::ScoreResult result = quality::score(*record, *inputs, state.rules);
  out.refuseIf(result.score != command.claimedScore, ReasonCode::kScoreDiffers,
               static_cast<std::uint64_t>(result.score.value));
  if (!out.accepted()) return out;
  RecordRow row = rowOf(call, command, *record, *inputs, result);
  wire::RecordAdmitted event{
      0,         row.recordId, row.category, row.kind,      row.origin,  row.assetKey,   record->sourceId,
      row.score, row.band,     row.decision, row.submitter, row.ruleSet, source->version};
  event.sequence = out.add(state, std::move(row));
  out.put(sourceSlot, withOneMore(*source, call.moment.time));
  out.tell(std::move(event));
  return out;
}

}  // namespace aurigraph::ledger
