// Checks 1–4: what the record holds.
#include <algorithm>

#include "core/quality/checks.h"
#include "core/quality/consistency.h"
#include "core/quality/fields.h"
#include "core/quality/plausibility.h"

namespace aurigraph::quality {
namespace {

std::uint64_t weightOf(const CheckContext& context, const FieldSpec& spec) {
  return context.rules.fieldWeights[static_cast<std::size_t>(spec.fieldClass)];
}

std::uint8_t severityOf(const FieldSpec& spec) {
  switch (spec.fieldClass) {
    case FieldClass::kRequired:
      return 5;
    case FieldClass::kExpected:
      return 3;
    case FieldClass::kOptional:
      break;
  }
  return 1;
}

Finding findingAt(const FieldPlace& place, std::string rule) {
  Finding out;
  out.rule = std::move(rule);
  out.field = place.name;
  out.severity = severityOf(*place.spec);
  if (place.field != nullptr) {
    out.pointer = place.field->pointer;
    out.observed = inWords(place.field->value);
  }
  return out;
}

std::string expectedForm(const FieldSpec& spec) {
  switch (spec.type) {
    case ValueType::kQuantity: {
      std::string out = "a number";
      for (std::size_t at = 0; at < spec.units.size(); ++at)
        out += (at == 0 ? " in " : " or ") + (spec.units[at].empty() ? "no unit" : spec.units[at]);
      return out;
    }
    case ValueType::kText:
      return "a text";
    case ValueType::kTime:
      return "a point in time";
    case ValueType::kDigest:
      return "a hash";
    case ValueType::kBool:
      return "yes or no";
  }
  return {};
}

/// Nothing to judge is nothing lost.
void finish(CheckResult& result) {
  if (result.possible == 0) result.earned = result.possible = 1;
}

CheckResult empty() {
  CheckResult result;
  result.earned = result.possible = 0;
  return result;
}

}  // namespace

CheckResult checkCompleteness(const CheckContext& context) {
  CheckResult result = empty();
  for (const FieldPlace& place : placesOf(context.profile, context.record)) {
    const auto weight = weightOf(context, *place.spec);
    result.possible += weight;
    if (place.present()) {
      result.earned += weight;
      continue;
    }
    Finding finding = findingAt(place, "completeness.missing");
    const bool required = place.spec->fieldClass == FieldClass::kRequired;
    finding.expected = expectedForm(*place.spec);
    finding.cap = required ? CapCode::kX : CapCode::kNone;
    finding.missed = weight;
    finding.words = (required ? "The required field " : "The field ") + place.name + " is missing.";
    result.findings.push_back(std::move(finding));
  }
  if (context.record.assetKey.empty())
    result.findings.push_back(Finding{.rule = "completeness.asset_key",
                                      .expected = "a key that says which asset this is about",
                                      .severity = 5,
                                      .cap = CapCode::kZ,
                                      .words = "The record does not say which asset it is about."});
  finish(result);
  return result;
}

CheckResult checkFormat(const CheckContext& context) {
  CheckResult result = empty();
  for (const FieldPlace& place : placesOf(context.profile, context.record)) {
    if (!place.present()) continue;
    const auto weight = weightOf(context, *place.spec);
    result.possible += 2 * weight;  // halves
    const bool exact = place.usable() && place.field->parse == wire::ParseQuality::kExact;
    if (exact) {
      result.earned += 2 * weight;
      continue;
    }
    Finding finding = findingAt(place, place.usable() ? "format.normalized" : "format.failed");
    finding.expected = expectedForm(*place.spec);
    if (place.usable()) {
      result.earned += weight;
      finding.missed = weight;
      finding.verdict = Verdict::kPartly;
      finding.words = place.name + " had to be rewritten: how it was meant is a guess.";
    } else {
      finding.missed = 2 * weight;
      // A required value that cannot be read is not there.
      if (place.spec->fieldClass == FieldClass::kRequired) finding.cap = CapCode::kX;
      finding.words = place.name + " could not be read as " + finding.expected + ".";
    }
    result.findings.push_back(std::move(finding));
  }
  finish(result);
  return result;
}

CheckResult checkRange(const CheckContext& context) {
  CheckResult result = empty();
  for (const FieldPlace& place : placesOf(context.profile, context.record)) {
    if (!place.usable()) continue;
    const auto* quantity = std::get_if<wire::Quantity>(&place.field->value);
    if (quantity == nullptr) continue;
    const RangeSpec* range = nullptr;
    for (const RangeSpec& candidate : place.spec->ranges)
      if (holds(candidate.when, context.record, place.name)) {
        range = &candidate;
        break;
      }
    if (range == nullptr) continue;

    const auto weight = weightOf(context, *place.spec);
    const std::uint32_t level = levelOf(quantity->value, *range);
    const auto history = std::ranges::find(context.inputs.history, place.name, &wire::FieldHistory::field);
    const std::uint32_t change =
        history == context.inputs.history.end() ? kWholeDegree : changeOf(quantity->value, history->values);
    const std::uint32_t degree = std::min(level, change);
    result.possible += weight * kWholeDegree;
    result.earned += weight * degree;
    if (degree == kWholeDegree) continue;

    const bool byLevel = level <= change;
    const bool impossible = !isWithin(quantity->value, range->physical);
    Finding finding =
        findingAt(place, impossible ? "range.physical" : (byLevel ? "range.level" : "range.change"));
    finding.missed = weight * (kWholeDegree - degree);
    finding.verdict = degree == 0 ? Verdict::kFailed : Verdict::kPartly;
    if (impossible) {
      finding.cap = CapCode::kX;
      finding.expected = inWords(range->physical);
      finding.words = place.name + " is outside of what is physically possible.";
    } else if (byLevel) {
      finding.expected = inWords(range->normal);
      finding.words =
          place.name + (degree == 0 ? " is outside of what is plausible." : " is unusual, though plausible.");
    } else {
      finding.expected = "a value in line with the last accepted ones";
      finding.words = place.name + " jumped away from the last accepted values.";
    }
    result.findings.push_back(std::move(finding));
  }
  finish(result);
  return result;
}

CheckResult checkConsistency(const CheckContext& context) {
  CheckResult result = empty();
  for (const RuleUse& use : context.profile.rules) {
    const RuleOutcome outcome = evaluate(use, context.record, context.inputs);
    const std::uint64_t whole = std::uint64_t{use.severity} * RuleOutcome::kWhole;
    const std::uint64_t earned = outcome.evaluable ? std::uint64_t{use.severity} * outcome.degree : whole / 2;
    result.possible += whole;
    result.earned += earned;
    if (earned == whole) continue;

    Finding finding;
    finding.rule = use.rule;
    finding.field = outcome.field;
    if (const wire::Field* field = context.record.find(outcome.field)) finding.pointer = field->pointer;
    finding.observed = outcome.observed;
    finding.expected = outcome.expected.empty() ? std::string(describeRule(use.rule)) : outcome.expected;
    finding.severity = use.severity;
    finding.missed = whole - earned;
    if (!outcome.evaluable) {
      finding.verdict = Verdict::kNotEvaluable;
      finding.words =
          "Not judged, because something it needs is not at hand: " + std::string(describeRule(use.rule)) +
          ".";
    } else {
      finding.verdict = outcome.degree == 0 ? Verdict::kFailed : Verdict::kPartly;
      if (outcome.degree == 0 && use.severity == 5) finding.cap = CapCode::kX;
      finding.words = (outcome.degree == 0 ? "Does not hold: " : "Holds only partly: ") +
                      std::string(describeRule(use.rule)) + ".";
    }
    result.findings.push_back(std::move(finding));
  }
  finish(result);
  return result;
}

}  // namespace aurigraph::quality
