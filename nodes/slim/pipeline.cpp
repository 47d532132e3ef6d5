#include "nodes/slim/pipeline.h"

#include <algorithm>
#include <set>

#include "core/ledger/reason.h"
#include "nodes/mapping/arrival.h"
#include "nodes/slim/source_terms.h"

namespace aurigraph::slim {
namespace {

/// What the store remembers, as the context of a score asks for it.
class StoredPast : public quality::Past {
 public:
  explicit StoredPast(SlimStore& store) : store_(store) {}
  Result<std::optional<Said>> sameMoment(const wire::Record& record) override {
    const auto found = store_.sameMoment(record);
    if (!found) return propagate(found);
    if (!*found) return std::nullopt;
    return Said{(*found)->content, (*found)->revision};
  }
  Result<std::vector<Decimal>> history(wire::RecordKind kind, std::string_view assetKey,
                                       std::string_view field) override {
    return store_.history(kind, assetKey, field);
  }
  Result<std::optional<wire::Record>> latestAccepted(wire::RecordKind kind, std::string_view assetKey,
                                                     std::string_view notFrom) override {
    return store_.latestAccepted(kind, assetKey, notFrom);
  }
  Result<bool> serialsOverlap(std::string_view assetKey, std::string_view series, std::uint64_t first,
                              std::uint64_t last) override {
    return store_.serialsOverlap(assetKey, series, first, last);
  }

 private:
  SlimStore& store_;
};

/// How long a scored record may wait to be handed over: what it is then still good for.
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

}  // namespace

Result<Scored> scoreAndStore(const wire::Record& record, const wire::ScoreInputs& inputs,
                             const quality::RuleSet& rules, evidence::EvidenceStore& evidence) {
  Scored out;
  out.explanation = quality::explain(record, inputs, rules);
  const auto explained = evidence.put(quality::encode(out.explanation));
  if (!explained) return propagate(explained);
  out.stored = *explained;
  const auto canonical = evidence.put(wire::encode(record));
  if (!canonical) return propagate(canonical);
  return out;
}

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
  StoredPast past(store_);
  for (mapping::MappedRecord& one : mapped->records) {
    // Two instances of one provider are two sources.
    one.record.sourceId = source.name();
    if (!std::ranges::binary_search(belief.believed.kinds, one.record.kind)) {
      const auto index = static_cast<std::size_t>(&one - mapped->records.data());
      report.refused.push_back({index, {}, notAdopted(one.record)});
      continue;
    }
    lowerTo(belief.believed, belief.own, one.record);
    const Digest content = contentOf(one.record);
    ScoredRecord out{one.record.id(),     one.record.kind, one.record.origin,
                     one.record.assetKey, Ppm(),           quality::Band::kReject,
                     fetched.rawDigest,   Digest(),        false};
    ++counters_.records;
    const auto earlier = store_.sameContent(content);
    if (!earlier) return propagate(earlier);
    const std::int64_t bound = connectors::cacheBound(one.record.category).value;
    const bool repeat = *earlier && !query.bypassCache &&
                        one.record.retrievedAt.value - (*earlier)->retrievedAt.value < bound;
    const bool sameRecord = *earlier && (*earlier)->recordId == out.recordId;
    if (repeat || sameRecord || inThisAnswer.contains(content)) {
      ++counters_.duplicates;
      out.duplicate = true;
      if (*earlier) {
        out.recordId = (*earlier)->recordId;
        out.score = (*earlier)->score;
        out.band = (*earlier)->band;
        out.rawDigest = (*earlier)->rawDigest;
        out.explanation = (*earlier)->explanation;
        report.records.push_back(std::move(out));
      }
      continue;
    }
    inThisAnswer.insert(content);

    KeptRecord keep;
    auto arrival = mapping::arrivalOf(source.preset(), one, fetched.transport, content);
    lowerTo(belief.believed, belief.own, arrival.transport);
    arrival.knownFacts = config_.facts;
    arrival.knownReferences = config_.references;
    auto around = quality::contextOf(arrival, config_.rules, past, wire::Purpose::kLive, now_());
    if (!around) return propagate(around);
    const auto scored = scoreAndStore(one.record, around->inputs, config_.rules, evidence_);
    if (!scored) return propagate(scored);
    const quality::ScoreResult& result = scored->explanation.result;
    out.score = result.score;
    out.band = result.band;
    out.explanation = scored->stored;
    leaves.push_back(out.recordId);
    leaves.push_back(out.explanation);
    ++(result.band == quality::Band::kAccept   ? counters_.accepted
       : result.band == quality::Band::kReview ? counters_.review
                                               : counters_.rejected);
    counters_.lastScorePpm[static_cast<std::size_t>(one.record.category)] = result.score.value;

    keep.content = content;
    keep.explanation = scored->stored;
    keep.score = result.score;
    keep.band = result.band;
    keep.expiresAt = expiryOf(config_.rules.profile(one.record.kind), around->inputs.scoredAt);
    keep.watched = std::move(around->watched);
    keep.inputs = std::move(around->inputs);
    keep.record = std::move(one.record);
    kept.push_back(std::move(keep));
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
