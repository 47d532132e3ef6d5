#include "nodes/gateway/views/record_original.h"

#include "core/wire/batch.h"
#include "core/wire/commands.h"
#include "core/wire/events/all.h"

namespace aurigraph::gateway {

namespace {

constexpr std::size_t kMostKnown = 4'096;

/// As the command of the row's place holds it.
std::optional<wire::Record> submittedIn(const wire::Block& block, const ledger::RecordRow& row) {
  for (std::size_t i = 0; i < block.batchCount(); ++i) {
    const auto& header = block.batch(i);
    if (header.digest() != row.submitBatch) continue;
    const auto commands = wire::splitCommands(header.count, block.batchBody(i));
    if (!commands || row.submitIndex >= commands->size()) return std::nullopt;
    const auto& view = (*commands)[row.submitIndex];
    const auto command = wire::decodeCommand(view.kind, view.payload);
    const auto* submit = command ? std::get_if<wire::SubmitRecord>(&*command) : nullptr;
    if (submit == nullptr) return std::nullopt;
    auto record = wire::decodeRecord(submit->record);
    return record ? std::optional(std::move(*record)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<wire::ScoreInputs> contextIn(const wire::BlockOutcome& outcome, const Digest& id) {
  for (const wire::Event& event : outcome.events) {
    const auto* admitted = std::get_if<wire::RecordAdmitted>(&event.what);
    if (admitted == nullptr || admitted->id != id) continue;
    auto inputs = wire::decodeScoreInputs(admitted->context);
    return inputs ? std::optional(std::move(*inputs)) : std::nullopt;
  }
  return std::nullopt;
}

void scoreAgain(const std::vector<Bytes>& ruleSets, const Digest& ruleSet, RecordOriginal& out) {
  for (const auto& bytes : ruleSets) {
    const auto rules = quality::decodeRuleSet(bytes);
    if (!rules || rules->digest() != ruleSet) continue;
    out.score = quality::score(out.record, out.inputs, *rules);
    if (const auto* profile = rules->profile(out.record.kind)) out.weights = profile->weights;
    return;
  }
}

}  // namespace

Result<RecordOriginal> readOriginal(const projection::BlockStore& blocks, const std::vector<Bytes>& ruleSets,
                                    const ledger::RecordRow& row) {
  const auto stored = blocks.read(row.submitHeight);
  if (!stored) return propagate(stored);
  auto record = submittedIn(stored->block, row);
  auto inputs = contextIn(stored->outcome, row.recordId);
  if (!record || !inputs)
    return fail("query.unknown_record", "The record's original is not in this node's blocks.");
  RecordOriginal out{.record = std::move(*record), .inputs = std::move(*inputs), .score = std::nullopt};
  scoreAgain(ruleSets, row.ruleSet, out);
  return out;
}

std::optional<OriginalFacts::Facts> OriginalFacts::of(const projection::BlockStore& blocks,
                                                      const std::vector<Bytes>& ruleSets, const Digest& id,
                                                      const ledger::RecordRow& row) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = known_.find(id); found != known_.end()) return found->second;
  }
  const auto original = readOriginal(blocks, ruleSets, row);
  if (!original) return std::nullopt;
  Facts facts{.source = original->record.sourceId, .lostPpm = std::nullopt};
  if (original->score) facts.lostPpm = 1'000'000 - original->score->average.value;
  const std::lock_guard lock(mutex_);
  if (known_.emplace(id, facts).second) order_.push_back(id);
  while (order_.size() > kMostKnown) {
    known_.erase(order_.front());
    order_.pop_front();
  }
  return facts;
}

}  // namespace aurigraph::gateway
