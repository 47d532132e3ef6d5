// P-C1 … P-C6 (domain §2.6).
#include "core/quality/plausibility.h"
#include "core/quality/rule_table.h"

namespace aurigraph::quality {
namespace {

RuleOutcome valueInItsRange(const RuleInput& in) {
  const auto* value = quantityOf(in.record, "value");
  const auto* low = quantityOf(in.record, "low");
  const auto* high = quantityOf(in.record, "high");
  if (value == nullptr || low == nullptr || high == nullptr) return notEvaluable("value");
  const bool inside = compare(low->value, value->value) <= 0 && compare(value->value, high->value) <= 0;
  return decided(inside, "value",
                 value->value.toText() + " outside of " + low->value.toText() + " … " + high->value.toText());
}

/// The recorded owner is the issuing company: fact spv_owner_hash.
RuleOutcome ownerIsIssuer(const RuleInput& in) {
  const Digest* owner = digestOf(in.record, "owner_name_hash");
  const auto* fact = factOf(in.inputs, "spv_owner_hash");
  const Digest* issuer = fact == nullptr ? nullptr : std::get_if<Digest>(fact);
  if (owner == nullptr || issuer == nullptr) return notEvaluable("owner_name_hash");
  return decided(*owner == *issuer, "owner_name_hash", toHex(owner->view()));
}

/// A valuation of another source: fact second_valuation.
RuleOutcome valuationsAgree(const RuleInput& in) {
  const auto* value = quantityOf(in.record, "value");
  const auto* second = quantityFact(in.inputs, "second_valuation");
  if (value == nullptr || second == nullptr) return notEvaluable("value");
  return agrees("value", *value, *second, in.parameters[0]);
}

/// What comparable sales say a square metre is worth: fact comps_median_per_m2.
RuleOutcome nearComparables(const RuleInput& in) {
  const std::string_view field = quantityOf(in.record, "value") != nullptr ? "value" : "price";
  const auto* value = quantityOf(in.record, field);
  const auto* area = quantityOf(in.record, "living_m2");
  const auto* median = quantityFact(in.inputs, "comps_median_per_m2");
  if (value == nullptr || area == nullptr || median == nullptr || area->unit != "m2")
    return notEvaluable(field);
  const auto each = divide(value->value, area->value, 6);
  if (!each) return notEvaluable(field);
  return agrees(field, wire::Quantity{*each, value->unit + "/m2"}, *median, in.parameters[0]);
}

RuleOutcome assessmentAddsUp(const RuleInput& in) {
  const auto* land = quantityOf(in.record, "assessed_land");
  const auto* building = quantityOf(in.record, "assessed_improvement");
  const auto* total = quantityOf(in.record, "assessed_total");
  if (land == nullptr || building == nullptr || total == nullptr) return notEvaluable("assessed_total");
  const auto sum = add(land->value, building->value);
  const auto rest = sum ? subtract(*sum, total->value) : sum;
  if (!rest) return notEvaluable("assessed_total");
  return decided(
      compare(absolute(*rest), in.parameters[0]) <= 0, "assessed_total",
      land->value.toText() + " + " + building->value.toText() + " is not " + total->value.toText());
}

/// The source gives the lot twice, in acres and in square feet; both came here in square metres.
RuleOutcome areasAgree(const RuleInput& in) {
  const auto* acres = quantityOf(in.record, "lot_acres_m2");
  const auto* feet = quantityOf(in.record, "lot_m2");
  if (acres == nullptr || feet == nullptr || acres->unit != feet->unit) return notEvaluable("lot_m2");
  const auto difference = subtract(acres->value, feet->value);
  const auto tolerance = multiply(absolute(feet->value), in.parameters[0]);
  if (!difference || !tolerance) return notEvaluable("lot_m2");
  return decided(compare(absolute(*difference), *tolerance) <= 0, "lot_m2",
                 acres->value.toText() + " m² from acres against " + feet->value.toText() + " m²");
}

constexpr Rule kRules[] = {
    {"P-C1", 0, "the value lies between its own low and high", valueInItsRange},
    {"P-C2", 0, "the recorded owner is the issuing company", ownerIsIssuer},
    {"P-C3", 1, "a second valuation agrees", valuationsAgree},
    {"P-C4", 1, "comparable sales agree", nearComparables},
    {"P-C5", 1, "assessed land and building add up to the total", assessmentAddsUp},
    {"P-C6", 1, "the lot's acres and square feet are the same area", areasAgree},
};

}  // namespace

std::span<const Rule> propertyRules() {
  return kRules;
}

}  // namespace aurigraph::quality
