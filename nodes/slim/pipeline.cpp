#include "nodes/slim/pipeline.h"

#include <algorithm>
#include <set>

#include "nodes/slim/session_close.h"

namespace aurigraph::slim {
namespace {

using wire::RecordKind;

/// Which value of another source's record speaks for this one, and as which fact.
struct SecondWord {
  RecordKind kind;
  std::string_view field;
  std::string_view fact;
};
constexpr SecondWord kSecondWords[] = {
    {RecordKind::kPropertyValuation, "value", "second_valuation"},
    {RecordKind::kMarketSnapshot, "last_px", "second_px"},
    {RecordKind::kCarbonPrice, "price", "second_price"},
    {RecordKind::kWeatherObservation, "temp_c", "second_temp_c"},
    {RecordKind::kWeatherModel, "temp_c", "second_temp_c"},
};

constexpr std::size_t kFewestForMedian = 10;

const wire::Quantity* quantityOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  return field == nullptr || field->parse == wire::ParseQuality::kFailed
             ? nullptr
             : std::get_if<wire::Quantity>(&field->value);
}

std::string textOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  return text == nullptr ? std::string() : *text;
}

/// "sensors[0].value" → "sensors[].value", as rule sets name it.
std::string specName(std::string_view name) {
  std::string out;
  bool inside = false;
  for (const char c : name) {
    if (c == ']') inside = false;
    if (!inside) out += c;
    if (c == '[') inside = true;
  }
  return out;
}

bool hasRange(const quality::KindProfile& profile, std::string_view name) {
  const std::string wanted = specName(name);
  return std::any_of(profile.fields.begin(), profile.fields.end(), [&](const quality::FieldSpec& spec) {
    return spec.name == wanted && (!spec.ranges.empty() || spec.stuckAfter > 0);
  });
}

/// How long a scored record may wait to be handed over: what it is then still good for.
Nanoseconds expiryOf(const quality::KindProfile* profile, Nanoseconds scoredAt) {
  constexpr std::int64_t kLeastNanos = std::int64_t{60} * 1'000'000'000;
  const std::int64_t good =
      profile == nullptr ? 0 : std::max(profile->usableFor.value, profile->approvalValidFor.value);
  return Nanoseconds(scoredAt.value + std::max(kLeastNanos, good));
}

}  // namespace

Result<Scored> scoreAndStore(const wire::Record& record, const wire::ScoreInputs& inputs,
                             const quality::RuleSet& rules, evidence::EvidenceStore& evidence) {
  Scored out;
  out.explanation = quality::explain(record, inputs, rules);
  const auto explained = evidence.put(quality::encode(out.explanation));
  if (!explained) return passOn(explained);
  out.stored = *explained;
  const auto canonical = evidence.put(wire::encode(record));
  if (!canonical) return passOn(canonical);
  return out;
}

Pipeline::Pipeline(const SlimConfig& config, SlimStore& store, evidence::EvidenceStore& evidence,
                   SlimCounters& counters, std::function<Nanoseconds()> now)
    : config_(config), store_(store), evidence_(evidence), counters_(counters), now_(std::move(now)) {}

Result<FetchReport> Pipeline::run(connectors::Connector& source, const connectors::Query& query) {
  const auto waiting = store_.queuedCount();
  if (!waiting) return passOn(waiting);
  if (*waiting >= config_.mostQueued)
    return fail("slim.queue_full", "So many records wait for the ledger that no more are fetched.",
                "Restore the connection to the cluster; fetching goes on by itself.");
  const auto fetched = source.fetch(query);
  if (!fetched) {
    ++counters_.failedFetches;
    return passOn(fetched);
  }
  ++counters_.answers;
  auto report = take(source, query, *fetched);
  if (!report) ++counters_.failedFetches;
  return report;
}

/// The answer itself is kept: it is what somebody must be shown who asks why there is no record.
Status Pipeline::unreadable(connectors::Connector& source, const connectors::Query& query,
                            const connectors::Fetched& fetched, const Error& error) {
  source.reportUnreadable(query);
  ++counters_.refused;
  const Refusal refusal{source.name(),           fetched.answer->retrievedAt,
                        fetched.rawDigest,       {},
                        std::string(error.code), error.message};
  return store_.keep({}, {&refusal, 1}, {&fetched.rawDigest, 1});
}

Result<FetchReport> Pipeline::take(connectors::Connector& source, const connectors::Query& query,
                                   const connectors::Fetched& fetched) {
  // One after another: what an answer means depends on what was seen before it.
  const std::lock_guard lock(mutex_);
  if (const auto raw = evidence_.put(fetched.answer->body); !raw) return passOn(raw);

  mapping::MapContext context;
  context.retrievedAt = fetched.answer->retrievedAt;
  context.origin = fetched.answer->origin;
  context.request = query.context;
  auto mapped = mapping::map(source.preset(), fetched.answer->body, context);
  if (!mapped) {
    if (const auto noted = unreadable(source, query, fetched, mapped.error()); !noted) return passOn(noted);
    return passOn(mapped);
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
    const Digest content = contentOf(one.record);
    ScoredRecord out{one.record.id(),     one.record.kind, one.record.origin,
                     one.record.assetKey, Ppm(),           quality::Band::kReject,
                     fetched.rawDigest,   Digest(),        false};
    ++counters_.records;
    const auto earlier = store_.sameContent(content);
    if (!earlier) return passOn(earlier);
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
    auto inputs = inputsFor(one, fetched, keep.watched);
    if (!inputs) return passOn(inputs);
    const auto seen = seenOf(one.record, content);
    if (!seen) return passOn(seen);
    inputs->seen = *seen;
    const auto scored = scoreAndStore(one.record, *inputs, config_.rules, evidence_);
    if (!scored) return passOn(scored);
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
    keep.expiresAt = expiryOf(config_.rules.profile(one.record.kind), inputs->scoredAt);
    keep.inputs = std::move(*inputs);
    keep.record = std::move(one.record);
    kept.push_back(std::move(keep));
    report.records.push_back(std::move(out));
  }

  std::vector<Refusal> refusals;
  for (const mapping::RefusedItem& item : report.refused) {
    ++counters_.refused;
    refusals.push_back({report.source, report.retrievedAt, report.rawDigest, item.field,
                        std::string(item.reason.code), item.reason.message});
  }
  if (const auto done = store_.keep(kept, refusals, leaves); !done) return passOn(done);
  return report;
}

Result<wire::Seen> Pipeline::seenOf(const wire::Record& record, const Digest& content) {
  if (record.kind == RecordKind::kCarbonBlock) {
    const auto* first = quantityOf(record, "first");
    const auto* last = quantityOf(record, "last");
    const auto from = first == nullptr ? Result<I128>(fail("", "")) : toUnits(first->value, 0);
    const auto to = last == nullptr ? Result<I128>(fail("", "")) : toUnits(last->value, 0);
    if (from && to && *from >= 0 && *to >= *from && *to <= INT64_MAX) {
      const auto overlap =
          store_.serialsOverlap(record.assetKey, textOf(record, "series"), static_cast<std::uint64_t>(*from),
                                static_cast<std::uint64_t>(*to));
      if (!overlap) return passOn(overlap);
      if (*overlap) return wire::Seen::kSerialOverlap;
    }
  }
  const auto before = store_.sameMoment(record);
  if (!before) return passOn(before);
  if (!*before || (*before)->content == content) return wire::Seen::kNew;
  return record.revision > (*before)->revision ? wire::Seen::kSupersedes : wire::Seen::kConflict;
}

Result<wire::ScoreInputs> Pipeline::inputsFor(const mapping::MappedRecord& mapped,
                                              const connectors::Fetched& fetched,
                                              std::vector<std::string>& watched) {
  const wire::Record& record = mapped.record;
  const quality::KindProfile* profile = config_.rules.profile(record.kind);
  wire::ScoreInputs inputs;
  inputs.scoredAt = now_();
  inputs.transport = fetched.transport;
  if (record.category == wire::Category::kMarket)
    inputs.lastSessionClose = lastSessionClose(textOf(record, "asset_class"), inputs.scoredAt);
  if (profile != nullptr) {
    inputs.minSources = profile->minSources;
    for (const wire::Field& field : record.fields) {
      if (quantityOf(record, field.name) == nullptr || !hasRange(*profile, field.name)) continue;
      watched.push_back(field.name);
      auto values = store_.history(record.kind, record.assetKey, field.name);
      if (!values) return passOn(values);
      if (!values->empty()) inputs.history.push_back({field.name, std::move(*values)});
    }
  }
  auto facts = factsFor(mapped, inputs.independentSources);
  if (!facts) return passOn(facts);
  inputs.facts = std::move(*facts);
  auto references = referencesFor(mapped);
  if (!references) return passOn(references);
  inputs.references = std::move(*references);
  return inputs;
}

Result<std::vector<wire::RuleFact>> Pipeline::factsFor(const mapping::MappedRecord& mapped,
                                                       std::uint8_t& sources) {
  const wire::Record& record = mapped.record;
  std::map<std::string, wire::FieldValue> facts;
  for (const wire::RuleFact& fact : mapped.facts) facts[fact.name] = fact.value;
  for (const KnownFact& known : config_.facts)
    if (known.assetKey.empty() || known.assetKey == record.assetKey)
      facts[known.fact.name] = known.fact.value;

  const quality::KindProfile* profile = config_.rules.profile(record.kind);
  for (const SecondWord& word : kSecondWords) {
    if (word.kind != record.kind || profile == nullptr) continue;
    const auto other = store_.latestAccepted(record.kind, record.assetKey, record.sourceId);
    if (!other) return passOn(other);
    if (!*other || (*other)->retrievedAt.value + profile->retrievalBound.value < record.retrievedAt.value)
      continue;
    if (const auto* value = quantityOf(**other, word.field); value != nullptr) {
      facts.try_emplace(std::string(word.fact), *value);
      sources = 2;
    }
  }
  if (record.kind == RecordKind::kCarbonPrice) {
    auto prices = store_.history(record.kind, record.assetKey, "price");
    if (!prices) return passOn(prices);
    const auto* price = quantityOf(record, "price");
    if (price != nullptr && prices->size() >= kFewestForMedian) {
      std::sort(prices->begin(), prices->end(),
                [](const Decimal& a, const Decimal& b) { return compare(a, b) < 0; });
      facts.try_emplace("median_30d", wire::Quantity{(*prices)[prices->size() / 2], price->unit});
    }
  }
  std::vector<wire::RuleFact> out;
  for (auto& [name, value] : facts) out.push_back({name, std::move(value)});
  return out;
}

Result<std::vector<wire::ReferenceLookup>> Pipeline::referencesFor(const mapping::MappedRecord& mapped) {
  const wire::Record& record = mapped.record;
  std::map<std::string, wire::ReferenceLookup> references;
  for (const wire::ReferenceLookup& lookup : mapped.references) references[lookup.name] = lookup;
  const quality::KindProfile* profile = config_.rules.profile(record.kind);
  const auto settle = [&](const std::string& name, wire::ReferenceOutcome outcome) {
    if (profile == nullptr || references.contains(name)) return;
    for (const quality::ReferenceSpec& spec : profile->references)
      if (spec.name == name && spec.field.empty()) references[name] = {name, outcome};
  };
  for (const KnownReference& known : config_.references)
    if (known.assetKey.empty() || known.assetKey == record.assetKey) settle(known.name, known.outcome);

  // A block's or a retirement's project resolves when the registry's own record of it was accepted.
  if (record.kind == RecordKind::kCarbonBlock || record.kind == RecordKind::kCarbonRetirement) {
    const auto project = store_.latestAccepted(
        RecordKind::kCarbonProject, textOf(record, "registry") + ":" + textOf(record, "project_id"));
    if (!project) return passOn(project);
    if (*project) settle("project", wire::ReferenceOutcome::kResolved);
  }
  std::vector<wire::ReferenceLookup> out;
  for (auto& [name, lookup] : references) out.push_back(std::move(lookup));
  return out;
}

}  // namespace aurigraph::slim
