#pragma once

#include "core/quality/rule_set.h"
#include "tests/unit/quality/record_builder.h"

/// A rule set of one kind, small enough to count by hand: two required fields, one expected, two optional
/// (12 points), two rules (5 and 3), one reference from the record and one from outside.
namespace aurigraph::quality::test {

inline RuleSet smallRules() {
  const auto interval = [](int low, int high) { return Interval{Decimal::of(low), Decimal::of(high)}; };
  KindProfile kind;
  kind.kind = wire::RecordKind::kCarbonPrice;
  kind.weights = {150, 100, 150, 150, 150, 150, 50, 100};
  kind.floors = {5'000, 5'000, 5'000, 5'000, 4'000, 5'000, 1, 5'000};
  kind.retrievalBound = Nanoseconds(300 * kSecond);
  AgeBound bound;
  bound.bound = Nanoseconds(24 * kHour);
  kind.observationBounds = {bound};
  FieldSpec ask{.name = "ask", .fieldClass = FieldClass::kOptional, .type = ValueType::kQuantity};
  FieldSpec bid{.name = "bid", .fieldClass = FieldClass::kOptional, .type = ValueType::kQuantity};
  FieldSpec price{.name = "price", .fieldClass = FieldClass::kRequired, .type = ValueType::kQuantity};
  price.units = {"USD/t"};
  price.stuckAfter = 3;
  RangeSpec range;
  range.normal = interval(1, 20);
  range.plausible = interval(0, 60);
  range.physical = interval(-1, 1'000);
  price.ranges = {range};
  FieldSpec status{.name = "status", .fieldClass = FieldClass::kExpected, .type = ValueType::kText};
  FieldSpec venue{.name = "venue", .fieldClass = FieldClass::kRequired, .type = ValueType::kText};
  kind.fields = {ask, bid, price, status, venue};
  kind.rules = {RuleUse{"CP-1", 3, {Decimal::of(2, 1)}}, RuleUse{"CP-2", 5, {}}};
  kind.references = {ReferenceSpec{"outside", 3, "", {}, {}, false},
                     ReferenceSpec{"status", 5, "status", {"fine"}, {"withdrawn"}, false}};
  kind.approvalValidFor = Nanoseconds(1'800 * kSecond);
  kind.usableFor = Nanoseconds(24 * kHour);
  RuleSet rules;
  rules.version = 9;
  rules.grades = {QualityGrade{"Q", 3'000}, QualityGrade{"V", 10'000}, QualityGrade{"X", 0}};
  rules.kinds = {kind};
  return rules;
}

/// Nothing is lost on this one.
inline RecordBuilder perfect() {
  return RecordBuilder(wire::RecordKind::kCarbonPrice)
      .number("price", "10", "USD/t")
      .text("venue", "v")
      .text("status", "fine")
      .number("bid", "9", "USD/t")
      .number("ask", "11", "USD/t");
}

inline wire::ScoreInputs perfectInputs() {
  wire::ScoreInputs inputs = bestInputs();
  addFact(inputs, "second_price", quantity("10", "USD/t"));
  inputs.references = {{"outside", wire::ReferenceOutcome::kResolved}};
  return inputs;
}

}  // namespace aurigraph::quality::test
