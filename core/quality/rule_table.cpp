#include "core/quality/rule_table.h"

#include "core/quality/plausibility.h"

namespace aurigraph::quality {

RuleOutcome notEvaluable(std::string_view field) {
  RuleOutcome out;
  out.evaluable = false;
  out.degree = 0;
  out.field = field;
  return out;
}

RuleOutcome decided(bool holds, std::string_view field, std::string observed) {
  RuleOutcome out;
  out.field = field;
  if (holds) return out;
  out.degree = 0;
  out.observed = std::move(observed);
  return out;
}

RuleOutcome ordered(const wire::Record& record, std::string_view smaller, std::string_view greater) {
  const auto* a = quantityOf(record, smaller);
  const auto* b = quantityOf(record, greater);
  if (a == nullptr || b == nullptr || a->unit != b->unit) return notEvaluable(smaller);
  return decided(
      compare(a->value, b->value) <= 0, smaller,
      std::string(smaller) + " " + a->value.toText() + ", " + std::string(greater) + " " + b->value.toText());
}

RuleOutcome agreesWithin(std::string_view field, const wire::Quantity& value, const wire::Quantity& reference,
                         const Decimal& tolerance) {
  if (value.unit != reference.unit) return notEvaluable(field);
  const auto difference = subtract(value.value, reference.value);
  if (!difference) return notEvaluable(field);
  RuleOutcome out;
  out.field = field;
  out.degree = agreement(absolute(*difference), tolerance);
  if (out.degree == RuleOutcome::kWhole) return out;
  out.observed = inWords(wire::FieldValue(value)) + " against " + inWords(wire::FieldValue(reference));
  out.expected = "a difference of at most " + tolerance.toText();
  return out;
}

RuleOutcome agrees(std::string_view field, const wire::Quantity& value, const wire::Quantity& reference,
                   const Decimal& share) {
  const auto tolerance = multiply(absolute(reference.value), share);
  return tolerance ? agreesWithin(field, value, reference, *tolerance) : notEvaluable(field);
}

RuleOutcome worse(RuleOutcome a, RuleOutcome b) {
  const auto standing = [](const RuleOutcome& outcome) -> std::uint64_t {
    if (!outcome.evaluable) return RuleOutcome::kWhole / 2;
    return outcome.degree;
  };
  return standing(b) < standing(a) ? b : a;
}

}  // namespace aurigraph::quality
