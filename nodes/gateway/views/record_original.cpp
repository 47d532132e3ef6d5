#include "nodes/gateway/views/record_original.h"

#include "core/wire/batch.h"

namespace aurigraph::gateway {

namespace {

constexpr std::size_t kMostKnown = 4'096;

void scoreAgain(const std::vector<Bytes>& ruleSets, RecordOriginal& out) {
  for (const auto& bytes : ruleSets) {
    const auto rules = quality::decodeRuleSet(bytes);
    if (!rules || rules->digest() != out.submission.ruleSet) continue;
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
  for (std::size_t i = 0; i < stored->block.batchCount(); ++i) {
    const auto& header = stored->block.batch(i);
    if (header.digest() != row.submitBatch) continue;
    const auto commands = wire::splitCommands(header.count, stored->block.batchBody(i));
    if (!commands || row.submitIndex >= commands->size()) break;
    const auto& view = (*commands)[row.submitIndex];
    auto command = wire::decodeCommand(view.kind, view.payload);
    auto* submit = command ? std::get_if<wire::SubmitRecord>(&*command) : nullptr;
    if (submit == nullptr) break;
    auto record = wire::decodeRecord(submit->record);
    auto inputs = wire::decodeScoreInputs(submit->inputs);
    if (!record || !inputs) break;
    RecordOriginal out{.submission = std::move(*submit),
                       .record = std::move(*record),
                       .inputs = std::move(*inputs),
                       .score = std::nullopt};
    scoreAgain(ruleSets, out);
    return out;
  }
  return fail("query.unknown_record", "The record's original is not in this node's blocks.");
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
