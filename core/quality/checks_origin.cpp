// Checks 5–8: where the record comes from, when, whether it is new, and what it refers to.
#include <algorithm>

#include "core/quality/age.h"
#include "core/quality/checks.h"
#include "core/quality/fields.h"

namespace aurigraph::quality {
namespace {

Finding capped(std::string rule, CapCode cap, std::string expected, std::string words) {
  return Finding{.rule = std::move(rule),
                 .expected = std::move(expected),
                 .severity = 5,
                 .cap = cap,
                 .words = std::move(words)};
}

void addTransportCaps(const CheckContext& context, CheckResult& result) {
  const wire::TransportFacts& facts = context.inputs.transport;
  const auto add = [&](bool wrong, Finding finding) {
    if (wrong) result.findings.push_back(std::move(finding));
  };
  add(!facts.rawDigestMatches, capped("source.raw_digest", CapCode::kZ, "the stored bytes",
                                      "The raw bytes are not the ones that were stored."));
  add(context.inputs.assetStopped, capped("source.asset_stopped", CapCode::kZ, "no sanctions or court stop",
                                          "The asset is under a sanctions or court stop."));
  add(facts.hostFailed, capped("source.host_failed", CapCode::kV, "the expected host and key",
                               "The host did not prove who it is."));
  add(facts.signatureInvalid, capped("source.signature_invalid", CapCode::kV, "a valid signature",
                                     "The signature does not fit the data."));
  add(facts.deviceRevoked, capped("source.device_revoked", CapCode::kV, "a valid device or credential",
                                  "The device or credential was revoked."));
  add(facts.cacheState == wire::CacheState::kStaleIfError,
      capped("source.stale_if_error", CapCode::kR, "an answer of the source itself",
             "The source failed; an older answer stood in for it."));
  add(context.inputs.tier == wire::SourceTier::kScraped,
      capped("source.scraped", CapCode::kR, "a source that publishes for machines",
             "Values read off a page always need a reviewer."));
  const auto wanted = std::max(context.profile.minSources, context.inputs.minSources);
  if (context.inputs.independentSources < wanted)
    result.findings.push_back(capped("source.too_few", CapCode::kR,
                                     std::to_string(wanted) + " independent sources",
                                     "Only " + std::to_string(context.inputs.independentSources) + " of " +
                                         std::to_string(wanted) + " independent sources spoke."));
}

/// One clock's finding; ρ > 1 caps at R, ρ ≥ 4 at X.
void judgeAge(const Age& age, std::string rule, std::string words, CheckResult& result) {
  const std::uint64_t earned = freshnessDegree(age);
  result.earned = std::min(result.earned, earned);
  if (!isStale(age)) return;
  Finding finding;
  finding.rule = std::move(rule);
  finding.severity = 5;
  finding.observed = durationInWords(age.age);
  finding.expected = "at most " + durationInWords(age.bound);
  finding.verdict = earned == 0 ? Verdict::kFailed : Verdict::kPartly;
  finding.cap = isFarStale(age) ? CapCode::kX : CapCode::kR;
  finding.missed = kFreshWhole - earned;
  finding.words = std::move(words);
  result.findings.push_back(std::move(finding));
}

/// Registries write "Withdrawn", "WITHDRAWN", "withdrawn". ASCII only: lists are ours.
bool sameWord(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

CheckResult checkSource(const CheckContext& context) {
  const wire::TransportFacts& facts = context.inputs.transport;
  const TransportPoints& points = context.rules.transport;
  CheckResult result;
  result.earned = 0;
  result.possible = 100;
  const auto judge = [&](bool proven, std::uint8_t worth, std::string rule, std::string words) {
    if (proven) {
      result.earned += worth;
      return;
    }
    result.findings.push_back(
        Finding{.rule = std::move(rule), .severity = 3, .missed = worth, .words = std::move(words)});
  };
  judge(facts.allowedHostOverTls && !facts.hostFailed, points.allowedHost, "source.host",
        "It was not fetched over TLS from a host on the list.");
  judge(facts.pinnedKey && !facts.hostFailed, points.pinnedKey, "source.pin",
        "The host's key is not pinned.");
  judge(facts.authenticatedSession && !facts.deviceRevoked, points.authenticatedSession, "source.session",
        "The request carried no credential of ours.");
  judge(facts.payloadSigned && !facts.signatureInvalid, points.payloadSigned, "source.signature",
        "Neither the answer nor the device signed the data.");
  const std::size_t tier = static_cast<std::size_t>(context.inputs.tier) - 1;
  result.earned += points.tier[tier];
  if (points.tier[tier] < points.tier[0])
    result.findings.push_back(
        Finding{.rule = "source.tier",
                .observed = "T" + std::to_string(tier + 1),
                .expected = "T1, a registry of record",
                .missed = static_cast<std::uint64_t>(points.tier[0] - points.tier[tier]),
                .words = "The source is not the registry of record itself."});
  addTransportCaps(context, result);
  return result;
}

CheckResult checkFreshness(const CheckContext& context) {
  const wire::Record& record = context.record;
  const Nanoseconds now = context.inputs.scoredAt;
  CheckResult result;
  result.earned = result.possible = kFreshWhole;

  const auto ahead = [&](Nanoseconds time) {
    return static_cast<I128>(time.value) - now.value > context.rules.futureTolerance.value;
  };
  const auto refuseFuture = [&](std::string rule, Nanoseconds time, std::string words) {
    Finding finding = capped(std::move(rule), CapCode::kX, "not after " + inWords(now), std::move(words));
    finding.observed = inWords(time);
    result.findings.push_back(std::move(finding));
  };
  if (ahead(record.retrievedAt))
    refuseFuture("freshness.retrieved_ahead", record.retrievedAt, "It was fetched after it was scored.");
  if (record.observedAt && ahead(*record.observedAt))
    refuseFuture("freshness.observed_ahead", *record.observedAt,
                 "The source speaks of a time still to come.");

  judgeAge(Age{elapsed(record.retrievedAt, now), context.profile.retrievalBound}, "freshness.retrieval",
           "We asked too long ago.", result);
  if (context.inputs.purpose == wire::Purpose::kHistory) return result;

  const auto bound = observationBound(context.profile, record);
  if (!bound) return result;
  if (!record.observedAt) {
    result.earned = 0;
    Finding finding = capped("freshness.no_clock", CapCode::kX, "a time of observation",
                             "The source does not say when this was so.");
    finding.missed = kFreshWhole;
    result.findings.push_back(std::move(finding));
    return result;
  }
  judgeAge(Age{observationAge(context.profile.clock, *record.observedAt, context.inputs), *bound},
           "freshness.observation", "What the source says is too old.", result);
  if (const auto gap = widestGap(context.profile, record))
    judgeAge(*gap, "freshness.gap", "There is a hole in the readings: what happened meanwhile is unknown.",
             result);
  return result;
}

CheckResult checkUniqueness(const CheckContext& context) {
  CheckResult result;
  result.earned = result.possible = 2;
  const auto lose = [&](std::uint64_t missed, Finding finding) {
    result.earned = std::min(result.earned, result.possible - missed);
    finding.missed = missed;
    result.findings.push_back(std::move(finding));
  };
  const auto stuck = [](std::string field) {
    return Finding{.rule = "uniqueness.stuck",
                   .field = std::move(field),
                   .expected = "readings that move",
                   .severity = 3,
                   .verdict = Verdict::kPartly,
                   .words = "The same reading came too often in a row: the sensor may be stuck."};
  };
  switch (context.inputs.seen) {
    case wire::Seen::kNew:
    case wire::Seen::kSupersedes:
      break;
    case wire::Seen::kConflict:
      lose(2, capped("uniqueness.conflict", CapCode::kX, "the earlier values, or a higher revision",
                     "The source said something else about the same thing before, without a new revision."));
      break;
    case wire::Seen::kStuck:
      lose(1, stuck({}));
      break;
    case wire::Seen::kSerialOverlap:
      lose(2, capped("uniqueness.serial_overlap", CapCode::kZ, "serial numbers that are not tokenized",
                     "Some of these serial numbers are tokenized already."));
      break;
  }
  if (context.inputs.seen != wire::Seen::kNew) return result;
  for (const FieldPlace& place : placesOf(context.profile, context.record)) {
    const auto* quantity = place.usable() ? std::get_if<wire::Quantity>(&place.field->value) : nullptr;
    if (quantity == nullptr || place.spec->stuckAfter < 2) continue;
    const std::size_t before = place.spec->stuckAfter - 1U;
    const auto history = std::ranges::find(context.inputs.history, place.name, &wire::FieldHistory::field);
    if (history == context.inputs.history.end() || history->values.size() < before) continue;
    const auto from = history->values.end() - static_cast<std::ptrdiff_t>(before);
    if (std::all_of(from, history->values.end(),
                    [&](const Decimal& value) { return value == quantity->value; })) {
      lose(1, stuck(place.name));
      break;
    }
  }
  return result;
}

CheckResult checkReferences(const CheckContext& context) {
  CheckResult result;
  result.earned = result.possible = 0;
  for (const ReferenceSpec& reference : context.profile.references) {
    wire::ReferenceOutcome outcome = wire::ReferenceOutcome::kUnreachable;
    std::string observed;
    if (reference.field.empty()) {
      const auto at =
          std::ranges::find(context.inputs.references, reference.name, &wire::ReferenceLookup::name);
      if (at != context.inputs.references.end()) outcome = at->outcome;
    } else if (const std::string* text = textOf(context.record, reference.field)) {
      observed = *text;
      const auto in = [&](const auto& list) {
        return std::ranges::any_of(list, [&](const std::string& item) { return sameWord(item, *text); });
      };
      if (in(reference.bad) || (reference.strict && !in(reference.known)))
        outcome = wire::ReferenceOutcome::kDangling;
      else if (reference.known.empty() || in(reference.known))
        outcome = wire::ReferenceOutcome::kResolved;
    }
    const std::uint64_t whole = 2ULL * reference.severity;
    result.possible += whole;
    if (outcome == wire::ReferenceOutcome::kResolved) {
      result.earned += whole;
      continue;
    }
    const bool dangling = outcome == wire::ReferenceOutcome::kDangling;
    if (!dangling) result.earned += reference.severity;
    Finding finding;
    finding.rule = "reference." + reference.name;
    finding.field = reference.field;
    finding.observed = observed;
    finding.severity = reference.severity;
    finding.verdict = dangling ? Verdict::kFailed : Verdict::kNotEvaluable;
    finding.cap = dangling && reference.severity == 5 ? CapCode::kX : CapCode::kNone;
    finding.missed = dangling ? whole : reference.severity;
    finding.words = dangling ? "What it refers to does not exist or is not in order: " + reference.name + "."
                             : "What it refers to could not be looked up: " + reference.name + ".";
    result.findings.push_back(std::move(finding));
  }
  if (result.possible == 0) result.earned = result.possible = 1;
  return result;
}

void applyError(const CheckContext& context, Check check, CheckResult& result) {
  if (std::ranges::find(context.inputs.erroredChecks, nameOf(check)) == context.inputs.erroredChecks.end())
    return;
  result.findings.push_back(Finding{.rule = std::string(nameOf(check)) + ".errored",
                                    .expected = "a check that ran to its end",
                                    .severity = 5,
                                    .cap = CapCode::kR,
                                    .missed = result.earned,
                                    .words = "The check could not be carried out, so it counts as nothing."});
  result.earned = 0;
}

}  // namespace aurigraph::quality
