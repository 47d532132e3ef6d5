// W-C1 … W-C6 (domain §2.6).
#include "core/quality/magnus.h"
#include "core/quality/plausibility.h"
#include "core/quality/rule_table.h"

namespace aurigraph::quality {
namespace {

/// Thousandths of a degree, rounded; nothing when that does not fit.
std::optional<std::int64_t> milliDegrees(const wire::Quantity* quantity) {
  if (quantity == nullptr || quantity->unit != "degC") return std::nullopt;
  const auto rounded = divide(quantity->value, Decimal::of(1), 3);
  const auto units = rounded ? toUnits(*rounded, 3) : propagate(rounded);
  if (!units || *units < -1'000'000 || *units > 1'000'000) return std::nullopt;
  return static_cast<std::int64_t>(*units);
}

RuleOutcome dewpointBelowTemperature(const RuleInput& in) {
  const auto* dewpoint = quantityOf(in.record, "dewpoint_c");
  const auto* temperature = quantityOf(in.record, "temp_c");
  const auto most =
      temperature == nullptr ? fail("rule.no_input", "") : add(temperature->value, in.parameters[0]);
  if (dewpoint == nullptr || !most) return notEvaluable("dewpoint_c");
  return decided(compare(dewpoint->value, *most) <= 0, "dewpoint_c",
                 "dew point " + dewpoint->value.toText() + ", temperature " + temperature->value.toText());
}

/// Facts second_temp_c and second_precip_mm; parameters: degrees, millimetres, share.
RuleOutcome sourcesAgree(const RuleInput& in) {
  const auto* temperature = quantityOf(in.record, "temp_c");
  const auto* secondTemperature = quantityFact(in.inputs, "second_temp_c");
  const auto* rain = quantityOf(in.record, "precip_mm");
  const auto* secondRain = quantityFact(in.inputs, "second_precip_mm");
  std::optional<RuleOutcome> all;
  if (temperature != nullptr && secondTemperature != nullptr)
    all = agreesWithin("temp_c", *temperature, *secondTemperature, in.parameters[0]);
  if (rain != nullptr && secondRain != nullptr) {
    const auto share = multiply(absolute(secondRain->value), in.parameters[2]);
    const bool greater = share && compare(*share, in.parameters[1]) > 0;
    const auto outcome = agreesWithin("precip_mm", *rain, *secondRain, greater ? *share : in.parameters[1]);
    all = all ? worse(*all, outcome) : outcome;
  }
  return all ? *all : notEvaluable("temp_c");
}

RuleOutcome gustAboveWind(const RuleInput& in) {
  return ordered(in.record, "wind_ms", "gust_ms");
}

RuleOutcome humidityFitsDewpoint(const RuleInput& in) {
  const auto* humidity = quantityOf(in.record, "rh_pct");
  const auto temperature = milliDegrees(quantityOf(in.record, "temp_c"));
  const auto dewpoint = milliDegrees(quantityOf(in.record, "dewpoint_c"));
  if (humidity == nullptr || !temperature || !dewpoint) return notEvaluable("rh_pct");
  const auto expected = humidityMicroPercent(*temperature, *dewpoint);
  if (!expected) return notEvaluable("rh_pct");
  const Decimal computed = Decimal::of(*expected, 6);
  const auto difference = subtract(humidity->value, computed);
  if (!difference) return notEvaluable("rh_pct");
  const auto shown = divide(computed, Decimal::of(1), 1);
  return decided(compare(absolute(*difference), in.parameters[0]) <= 0, "rh_pct",
                 humidity->value.toText() + " %, from temperature and dew point " +
                     (shown ? shown->toText() : computed.toText()) + " %");
}

/// Facts distance_m and radius_m, of a policy.
RuleOutcome nearEnough(const RuleInput& in) {
  const auto* distance = quantityFact(in.inputs, "distance_m");
  const auto* radius = quantityFact(in.inputs, "radius_m");
  if (distance == nullptr || radius == nullptr) return notEvaluable("place");
  return decided(compare(distance->value, radius->value) <= 0, "place",
                 distance->value.toText() + " m, the policy allows " + radius->value.toText() + " m");
}

RuleOutcome unitsAsDeclared(const RuleInput& in) {
  const wire::Field* field = in.record.find("units_match");
  const bool* match = field == nullptr ? nullptr : std::get_if<bool>(&field->value);
  if (match == nullptr) return notEvaluable("units_match");
  return decided(*match, "units_match", "another unit than the mapping declares");
}

constexpr Rule kRules[] = {
    {"W-C1", 1, "the dew point is not above the temperature", dewpointBelowTemperature},
    {"W-C2", 3, "a second source agrees on temperature and rain", sourcesAgree},
    {"W-C3", 0, "gusts are not weaker than the wind", gustAboveWind},
    {"W-C4", 1, "humidity fits temperature and dew point", humidityFitsDewpoint},
    {"W-C5", 0, "the place is within the policy's radius", nearEnough},
    {"W-C6", 0, "the answer's units are the declared ones", unitsAsDeclared},
};

}  // namespace

std::span<const Rule> weatherRules() {
  return kRules;
}

}  // namespace aurigraph::quality
