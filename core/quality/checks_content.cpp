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

struct RangeJudgement {
  bool applies = false;
  std::uint32_t degree = kWholeDegree;
  CapCode cap = CapCode::kNone;
  std::string rule = {};
  std::string expected = {};
  std::string words = {};  ///< Continues the field's name.
};

/// The number that a range is about; nothing when what it is relative to is not there.
std::optional<Decimal> judgedNumber(const CheckContext& context, const RangeSpec& range,
                                    const Decimal& value) {
  if (range.relativeTo.empty()) return value;
  if (range.relativeTo == "@year") {
    const auto years = subtract(value, Decimal::of(civilDate(context.inputs.scoredAt).year));
    return years ? std::optional(*years) : std::nullopt;
  }
  const auto* reference = quantityOf(context.record, range.relativeTo);
  const auto quotient =
      reference == nullptr ? fail("range.no_reference", "") : divide(value, reference->value, 12);
  const auto change = quotient ? subtract(*quotient, Decimal::of(1)) : quotient;
  return change ? std::optional(absolute(*change)) : std::nullopt;
}

void applyRange(const RangeSpec& range, const Decimal& number, RangeJudgement& judged) {
  judged.applies = true;
  const std::uint32_t level = levelOf(number, range);
  const std::string base = range.relativeTo.empty() ? "" : " against " + range.relativeTo;
  if (!isWithin(number, range.physical)) {
    judged.degree = 0;
    judged.cap = CapCode::kX;
    judged.rule = "range.physical";
    judged.expected = inWords(range.physical) + base;
    judged.words = " is outside of what is possible.";
  } else if (level < judged.degree) {
    judged.degree = level;
    judged.rule = "range.level";
    judged.expected = inWords(range.normal) + base;
    judged.words = level == 0 ? " is outside of what is plausible." : " is unusual, though plausible.";
  }
}

void applyChange(const CheckContext& context, const FieldPlace& place, const Decimal& value,
                 RangeJudgement& judged) {
  const auto history = std::ranges::find(context.inputs.history, place.name, &wire::FieldHistory::field);
  if (history == context.inputs.history.end()) return;
  const std::uint32_t change = changeOf(value, history->values);
  if (change >= judged.degree) return;
  judged.degree = change;
  judged.rule = "range.change";
  judged.expected = "a value in line with the last accepted ones";
  judged.words = " jumped away from the last accepted values.";
}

/// A source that doubts its own value is believed.
void applyGrade(const CheckContext& context, const FieldPlace& place, RangeJudgement& judged) {
  const std::string* code = textOf(context.record, place.name + ".qc");
  if (code == nullptr) return;
  const auto grade = std::ranges::find(context.rules.grades, *code, &QualityGrade::code);
  if (grade == context.rules.grades.end() || grade->basisPoints == 10'000) return;
  judged.degree = static_cast<std::uint32_t>(std::uint64_t{judged.degree} * grade->basisPoints / 10'000);
  if (judged.cap == CapCode::kNone) {
    judged.rule = "range.grade";
    judged.expected = "a value that the source itself trusts";
    judged.words = " carries the source's own quality code " + *code + ".";
    if (grade->basisPoints == 0) judged.cap = CapCode::kX;
  }
}

/// r = min(level, change), scaled by the source's own quality code.
RangeJudgement judgeRange(const CheckContext& context, const FieldPlace& place,
                          const wire::Quantity& quantity) {
  RangeJudgement judged;
  std::vector<std::string_view> done;
  for (const RangeSpec& range : place.spec->ranges) {
    if (std::ranges::find(done, range.relativeTo) != done.end() ||
        !holds(range.when, context.record, place.name))
      continue;
    done.push_back(range.relativeTo);
    if (const auto number = judgedNumber(context, range, quantity.value)) applyRange(range, *number, judged);
  }
  if (!judged.applies) return judged;
  applyChange(context, place, quantity.value, judged);
  applyGrade(context, place, judged);
  return judged;
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
    const bool unreadable =
        place.field != nullptr &&
        place.field->value == wire::FieldValue(wire::NoValue{wire::NullReason::kUnreadable});
    finding.words = (required ? "The required field " : "The field ") + place.name +
                    (unreadable ? " is in the answer in a form that cannot be read." : " is missing.");
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
    const auto* quantity = place.usable() ? std::get_if<wire::Quantity>(&place.field->value) : nullptr;
    if (quantity == nullptr) continue;
    const RangeJudgement judged = judgeRange(context, place, *quantity);
    if (!judged.applies) continue;
    const auto weight = weightOf(context, *place.spec);
    result.possible += weight * kWholeDegree;
    result.earned += weight * judged.degree;
    if (judged.degree == kWholeDegree) continue;
    Finding finding = findingAt(place, judged.rule);
    finding.expected = judged.expected;
    finding.missed = weight * (kWholeDegree - judged.degree);
    finding.verdict = judged.degree == 0 ? Verdict::kFailed : Verdict::kPartly;
    finding.cap = judged.cap;
    finding.words = place.name + judged.words;
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
