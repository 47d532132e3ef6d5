#include "core/base/assert.h"
#include "core/ledger/contracts/contract.h"
#include "core/ledger/past.h"
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

std::string textOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  const bool sound = text != nullptr && text->size() <= wire::kMaxSerialPartBytes && wire::isCleanText(*text);
  return sound ? *text : std::string();
}

std::string projectOf(const wire::Record& record) {
  if (record.kind != wire::RecordKind::kCarbonProject && record.kind != wire::RecordKind::kCarbonBlock)
    return {};
  const std::string registry = textOf(record, "registry");
  const std::string project = textOf(record, "project_id");
  if (registry.empty() || project.empty()) return {};
  return registry + ":" + project;
}

/// As the ledger finds it.
struct Scored {
  wire::Record record;
  wire::Believed believed;
  wire::ScoreInputs inputs;
  quality::ScoreResult result;
};

Scored scoreNow(const State& state, const SourceRow& source, wire::Record record, Nanoseconds time) {
  Scored out{std::move(record), {}, {}, {}};
  out.believed = state.faults(kFaultBelieveSubmitter) ? wire::asStated(out.record)
                                                      : wire::believedOf(out.record, source.terms);
  LedgerPast known(state);
  quality::NoPast nothing;
  quality::Past& past = state.faults(kFaultForgetSeries) ? static_cast<quality::Past&>(nothing) : known;
  auto inputs = quality::contextOf(out.record, out.believed, state.rules, past, time);
  AG_ASSERT(inputs);
  out.inputs = std::move(*inputs);
  out.result = quality::score(out.record, out.inputs, state.rules);
  return out;
}

RecordRow rowOf(const State& state, const Call& call, const wire::SubmitRecord& command, const Digest& id,
                const Scored& scored) {
  RecordRow row;
  row.recordId = id;
  row.category = scored.record.category;
  row.kind = scored.record.kind;
  row.origin = scored.believed.origin;
  row.purpose = scored.inputs.purpose;
  row.assetKey = scored.record.assetKey;
  row.score = scored.result.score;
  row.band = scored.result.band;
  row.decision = decisionOf(row.band);
  if (scored.result.capBinds)
    row.capCode = static_cast<std::uint8_t>(nameOf(scored.result.caps.front().code)[0]);
  row.rawDigest = scored.record.rawDigest;
  row.ruleSet = state.rulesDigest;
  row.submitter = call.caller.id;
  row.evidenceCopies = command.evidenceCopies;
  row.serials = quality::serialsOf(scored.record);
  row.project = projectOf(scored.record);
  row.scoredAt = call.moment.time;
  row.admittedAt = call.moment.time;
  row.submitBatch = call.moment.batch;
  row.submitIndex = call.moment.index;
  row.submitHeight = call.moment.height;
  return row;
}

void joinSeries(const State& state, const Scored& scored, Plan& out) {
  if (!quality::joinsSeries(scored.inputs, scored.result.band)) return;
  const std::uint64_t slot = seriesSlotOf(state, scored.record);
  const SeriesRow* known = state.of<SeriesRow>().find(slot);
  SeriesRow series =
      withOneMore(known == nullptr ? SeriesRow() : *known, scored.record, scored.result.band, state.rules);
  if (known == nullptr)
    out.add(state, std::move(series));
  else
    out.put(slot, std::move(series));
}

}  // namespace

template <>
Plan plan(const State& state, const Call& call, const wire::SubmitRecord& command) {
  Plan out;
  out.refuseIf(!state.allows(call.caller.roles, wire::Permission::kSubmitRecord),
               ReasonCode::kPermissionMissing);
  out.refuseIf(command.evidenceCopies == 0, ReasonCode::kMandatoryFieldBad);
  out.refuseIf(state.of<RecordRow>().size() >= state.limits.maxRows, ReasonCode::kStateFull);
  auto record = wire::decodeRecord(command.record);
  if (!record) {
    out.refuse(ReasonCode::kRecordMalformed);
    return out;
  }
  const Digest id = record->id();
  out.refuseIf(state.record(id) != nullptr, ReasonCode::kRecordDuplicate);
  const std::uint64_t sourceSlot = state.of<SourceRow>().indexes().byName.slotOf(record->sourceId);
  const SourceRow* source = state.of<SourceRow>().find(sourceSlot);
  const ReasonCode untaken =
      source == nullptr ? ReasonCode::kSourceUnknown : mayTake(*source, record->kind, call.moment.time);
  out.refuseIf(untaken != ReasonCode::kDone, untaken);
  // A cluster in earnest adopts only real sources: what is left is an answer that calls itself something
  // else.
  out.refuseIf(!state.genesis.simulated && record->origin != wire::Origin::kReal, ReasonCode::kOriginRefused);
  // A clock ahead of the ledger's would lengthen every later age limit.
  out.refuseIf(isAhead(state, record->retrievedAt, call.moment.time), ReasonCode::kClockAhead);
  if (!out.accepted()) return out;  // a score is the dearest question, and moot for what is refused
  const Scored scored = scoreNow(state, *source, std::move(*record), call.moment.time);
  RecordRow row = rowOf(state, call, command, id, scored);
  wire::RecordAdmitted event{0,
                             row.recordId,
                             row.category,
                             row.kind,
                             row.origin,
                             row.assetKey,
                             scored.record.sourceId,
                             row.score,
                             row.band,
                             row.decision,
                             row.submitter,
                             row.ruleSet,
                             source->version,
                             wire::encode(scored.inputs)};
  AG_ASSERT(event.context.size() <= wire::kMaxContextBytes);
  event.sequence = out.add(state, std::move(row));
  out.put(sourceSlot, withOneMore(*source, call.moment.time));
  joinSeries(state, scored, out);
  out.tell(std::move(event));
  return out;
}

}  // namespace aurigraph::ledger
