#include "nodes/slim/pipeline.h"

#include <algorithm>
#include <set>

#include "core/ledger/reason.h"
#include "nodes/mapping/arrival.h"
#include "nodes/slim/source_terms.h"
#include "nodes/slim/stored_past.h"

namespace aurigraph::slim {
namespace {

/// How long a record may wait to be handed over: what it is then still good for.
Nanoseconds expiryOf(const quality::KindProfile* profile, Nanoseconds scoredAt) {
  constexpr std::int64_t kLeastNanos = std::int64_t{60} * 1'000'000'000;
  const std::int64_t good =
      profile == nullptr ? 0 : std::max(profile->usableFor.value, profile->approvalValidFor.value);
  return Nanoseconds(scoredAt.value + std::max(kLeastNanos, good));
}

/// Nobody is bothered with a record that the ledger will not take of this source.
Error notAdopted(const wire::Record& record) {
  const auto reason = ledger::describe(ledger::ReasonCode::kSourceKind);
  return {reason.code, std::string(reason.message) + " It is " + std::string(wire::nameOf(record.kind)) + ".",
          std::string(reason.remedy)};
}

ScoredRecord scoredNow(const KeptRecord& kept) {
  return {.recordId = kept.record.id(),
          .kind = kept.record.kind,
          .origin = kept.record.origin,
          .assetKey = kept.record.assetKey,
          .score = kept.score,
          .band = kept.band,
          .rawDigest = kept.record.rawDigest,
          .explanation = kept.explanation};
}

/// A repeat: the earlier one's decision.
ScoredRecord asBefore(const wire::Record& record, const SeenRecord& earlier) {
  return {.recordId = earlier.recordId,
          .kind = record.kind,
          .origin = record.origin,
          .assetKey = record.assetKey,
          .score = earlier.score,
          .band = earlier.band,
          .rawDigest = earlier.rawDigest,
          .explanation = earlier.explanation,
          .duplicate = true};
}

/// The same reading, out of the cache, or the same words so soon that they are no news.
bool isRepeat(const wire::Record& record, const SeenRecord& earlier, bool asksForNews) {
  if (record.retrievedAt == earlier.retrievedAt && record.rawDigest == earlier.rawDigest) return true;
  const std::int64_t bound = connectors::cacheBound(record.category).value;
  return !asksForNews && record.retrievedAt.value - earlier.retrievedAt.value < bound;
}

}  // namespace

Pipeline::Pipeline(const SlimConfig& config, SlimStore& store, evidence::EvidenceStore& evidence,
                   SlimCounters& counters, std::function<Nanoseconds()> now)
    : config_(config), store_(store), evidence_(evidence), counters_(counters), now_(std::move(now)) {}

Result<FetchReport> Pipeline::run(connectors::Connector& source, const Belief& belief,
                                  const connectors::Query& query) {
  const auto waiting = store_.queuedCount();
  if (!waiting) return propagate(waiting);
  if (*waiting >= config_.mostQueued)
    return fail("slim.queue_full", "So many records wait for the ledger that no more are fetched.",
                "Restore the connection to the cluster; fetching goes on by itself.");
  const auto fetched = source.fetch(query);
  if (!fetched) {
    ++counters_.failedFetches;
    return propagate(fetched);
  }
  ++counters_.answers;
  auto report = take(source, belief, query, *fetched);
  if (!report) ++counters_.failedFetches;
  return report;
}

/// The answer itself is kept: it is what somebody must be shown who asks why there is no record.
Status Pipeline::unreadable(connectors::Connector& source, const connectors::Query& query,
                            const connectors::Fetched& fetched, const Error& error) {
  source.reportUnreadable(query);
  ++counters_.refused;
  const RefusedAnswer refusal{source.name(),           fetched.answer->retrievedAt,
                              fetched.rawDigest,       {},
                              std::string(error.code), error.message};
  return store_.keep({}, {&refusal, 1}, {&fetched.rawDigest, 1});
}

/// As the ledger is going to score it, as far as this node can know.
Result<KeptRecord> Pipeline::estimate(wire::Record record, const Digest& content,
                                      const wire::SourceTerms& believed) {
  StoredPast past(store_, config_.facts);
  const auto inputs =
      quality::contextOf(record, wire::believedOf(record, believed), config_.rules, past, now_());
  if (!inputs) return propagate(inputs);
  const quality::Explanation explanation = quality::explain(record, *inputs, config_.rules);
  const auto explained = evidence_.put(quality::encode(explanation));
  if (!explained) return propagate(explained);
  if (const auto canonical = evidence_.put(wire::encode(record)); !canonical) return propagate(canonical);
  const quality::ScoreResult& result = explanation.result;
  ++(result.band == quality::Band::kAccept   ? counters_.accepted
     : result.band == quality::Band::kReview ? counters_.review
                                             : counters_.rejected);
  counters_.lastScorePpm[static_cast<std::size_t>(record.category)] = result.score.value;

  KeptRecord out;
  out.content = content;
  out.explanation = *explained;
  out.score = result.score;
  out.band = result.band;
  out.joins = quality::joinsSeries(*inputs, result.band);
  out.expiresAt = expiryOf(config_.rules.profile(record.kind), inputs->scoredAt);
  for (const quality::Watched& watched : quality::watchedOf(record, config_.rules))
    out.watched.emplace_back(watched.name);
  out.record = std::move(record);
  return out;
}

Result<FetchReport> Pipeline::take(connectors::Connector& source, const Belief& belief,
                                   const connectors::Query& query, const connectors::Fetched& fetched) {
  // One after another: what an answer means depends on what was seen before it.
  const std::lock_guard lock(mutex_);
  if (const auto raw = evidence_.put(fetched.answer->body); !raw) return propagate(raw);

  mapping::MapContext context;
  context.retrievedAt = fetched.answer->retrievedAt;
  context.origin = fetched.answer->origin;
  context.request = query.context;
  auto mapped = mapping::map(source.preset(), fetched.answer->body, context);
  if (!mapped) {
    if (const auto noted = unreadable(source, query, fetched, mapped.error()); !noted)
      return propagate(noted);
    return propagate(mapped);
  }

  FetchReport report;
  report.source = source.name();
  report.rawDigest = fetched.rawDigest;
  report.cacheState = fetched.transport.cacheState;
  report.retrievedAt = fetched.answer->retrievedAt;
  report.refused = std::move(mapped->refused);

  std::vector<KeptRecord> kept;
  std::vector<Digest> leaves = {fetched.rawDigest};
  std::set<Digest> inThisAnswer;
  for (mapping::MappedRecord& one : mapped->records) {
    // Two instances of one provider are two sources.
    one.record.sourceId = source.name();
    if (!std::ranges::binary_search(belief.believed.kinds, one.record.kind)) {
      const auto index = static_cast<std::size_t>(&one - mapped->records.data());
      report.refused.push_back({index, {}, notAdopted(one.record)});
      continue;
    }
    mapping::noteArrival(source.preset(), fetched.transport, wire::Purpose::kLive, one);
    lowerTo(belief.believed, belief.own, one.record);
    const Digest content = one.record.content();
    ++counters_.records;
    const auto earlier = store_.sameContent(content);
    if (!earlier) return propagate(earlier);
    const bool repeat = *earlier && isRepeat(one.record, **earlier, query.bypassCache);
    if (repeat || inThisAnswer.contains(content)) {
      ++counters_.duplicates;
      if (*earlier) report.records.push_back(asBefore(one.record, **earlier));
      continue;
    }
    inThisAnswer.insert(content);

    auto keep = estimate(std::move(one.record), content, belief.believed);
    if (!keep) return propagate(keep);
    ScoredRecord out = scoredNow(*keep);
    leaves.push_back(out.recordId);
    leaves.push_back(out.explanation);
    kept.push_back(std::move(*keep));
    report.records.push_back(std::move(out));
  }

  std::vector<RefusedAnswer> refusals;
  for (const mapping::RefusedItem& item : report.refused) {
    ++counters_.refused;
    refusals.push_back({report.source, report.retrievedAt, report.rawDigest, item.field,
                        std::string(item.reason.code), item.reason.message});
  }
  if (const auto done = store_.keep(kept, refusals, leaves); !done) return propagate(done);
  return report;
}

}  // namespace aurigraph::slim
