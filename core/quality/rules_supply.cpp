// S-C1 … S-C7 (domain §2.6).
#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/quality/rule_table.h"

namespace aurigraph::quality {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

std::string at(std::size_t element, std::string_view part) {
  return "sensors[" + std::to_string(element) + "]." + std::string(part);
}

/// Fact quantity_before: how much of these items there was; a total of the record's own against it.
RuleOutcome quantityConserved(const RuleInput& in) {
  const auto* before = quantityFact(in.inputs, "quantity_before");
  Decimal sum;
  std::size_t counted = 0;
  for (std::size_t element = 0, size = listSize(in.record, "items"); element < size; ++element) {
    const auto* quantity = quantityOf(in.record, "items[" + std::to_string(element) + "].quantity");
    const auto next = quantity == nullptr ? fail("rule.no_input", "") : add(sum, quantity->value);
    if (!next) continue;
    sum = *next;
    ++counted;
  }
  if (before == nullptr || counted == 0) return notEvaluable("items[0].quantity");
  return decided(sum == before->value, "items[0].quantity",
                 sum.toText() + " now, " + before->value.toText() + " before");
}

/// event ≤ record time ≤ retrieved + 5 s; readings after the previous event (fact previous_event_time)
/// and at most 60 s after this one.
RuleOutcome timesInOrder(const RuleInput& in) {
  const auto event = timeOf(in.record, "event_time");
  const auto recorded = timeOf(in.record, "record_time");
  const auto* previousFact = factOf(in.inputs, "previous_event_time");
  const auto* previous = previousFact == nullptr ? nullptr : std::get_if<Nanoseconds>(previousFact);
  if (!event) return notEvaluable("event_time");
  const auto after = [](Nanoseconds time, Nanoseconds limit, std::int64_t seconds) {
    return static_cast<I128>(time.value) >
           static_cast<I128>(limit.value) + seconds * static_cast<I128>(kSecond);
  };
  const std::string eventText = "the event " + inWords(*event);
  if (recorded && after(*event, *recorded, 0))
    return decided(false, "event_time", eventText + ", recorded " + inWords(*recorded));
  if (recorded && after(*recorded, in.record.retrievedAt, 5))
    return decided(false, "record_time", "recorded " + inWords(*recorded) + ", after it was fetched");
  bool any = recorded.has_value();
  for (std::size_t element = 0, size = listSize(in.record, "sensors"); element < size; ++element) {
    const auto time = timeOf(in.record, at(element, "time"));
    if (!time) continue;
    any = true;
    const bool early = previous != nullptr && *time <= *previous;
    if (early || after(*time, *event, 60))
      return decided(false, at(element, "time"), "a reading of " + inWords(*time) + ", " + eventText);
  }
  return any ? decided(true, "event_time", "") : notEvaluable("event_time");
}

RuleOutcome meanInsideExtremes(const RuleInput& in) {
  bool any = false;
  for (std::size_t element = 0, size = listSize(in.record, "sensors"); element < size; ++element) {
    const auto* least = quantityOf(in.record, at(element, "min"));
    const auto* most = quantityOf(in.record, at(element, "max"));
    const auto* mean = quantityOf(in.record, at(element, "mean"));
    const auto* spread = quantityOf(in.record, at(element, "sdev"));
    const auto above = [&](const wire::Quantity* a, const wire::Quantity* b) {
      if (a == nullptr || b == nullptr) return false;
      any = true;
      return compare(a->value, b->value) > 0;
    };
    if (above(least, mean) || above(mean, most) || above(least, most))
      return decided(false, at(element, "mean"), "reading " + std::to_string(element));
    if (spread == nullptr) continue;
    any = true;
    if (spread->value.mantissa < 0) return decided(false, at(element, "sdev"), spread->value.toText());
  }
  return any ? decided(true, "sensors[0].mean", "") : notEvaluable("sensors[0].mean");
}

/// UN/CEFACT Rec 20 units that each type of reading may have.
RuleOutcome unitFitsType(const RuleInput& in) {
  struct Fitting {
    std::string_view type;
    std::string_view units;
  };
  constexpr Fitting kFitting[] = {
      {"Temperature", " CEL FAH KEL "}, {"RelativeHumidity", " P1 "}, {"AbsoluteHumidity", " A93 "},
      {"Speed", " KMH MTS "},           {"Illuminance", " LUX "},
  };
  bool any = false;
  for (std::size_t element = 0, size = listSize(in.record, "sensors"); element < size; ++element) {
    const std::string* type = textOf(in.record, at(element, "type"));
    const std::string* unit = textOf(in.record, at(element, "uom"));
    if (type == nullptr || unit == nullptr) continue;
    const auto fitting = std::ranges::find(kFitting, *type, &Fitting::type);
    if (fitting == std::end(kFitting)) continue;
    any = true;
    if (fitting->units.find(" " + *unit + " ") == std::string_view::npos)
      return decided(false, at(element, "uom"), *type + " in " + *unit);
  }
  return any ? decided(true, "sensors[0].uom", "") : notEvaluable("sensors[0].uom");
}

/// Facts previous_event_time and previous_distance_m (from the previous read point, straight): no faster
/// than the parameter, in km/h.
RuleOutcome noTeleport(const RuleInput& in) {
  const auto event = timeOf(in.record, "event_time");
  const auto* previousFact = factOf(in.inputs, "previous_event_time");
  const auto* previous = previousFact == nullptr ? nullptr : std::get_if<Nanoseconds>(previousFact);
  const auto* distance = quantityFact(in.inputs, "previous_distance_m");
  if (!event || previous == nullptr || distance == nullptr) return notEvaluable("read_point");
  // m / ns ≤ v km/h ⇔ m · 3.6·10^9 ≤ v · ns
  const auto left = multiply(distance->value, Decimal::of(3'600'000'000));
  const auto right =
      multiply(in.parameters[0], Decimal::of(static_cast<std::int64_t>(std::clamp<I128>(
                                     static_cast<I128>(event->value) - previous->value, 0, INT64_MAX))));
  if (!left || !right) return notEvaluable("read_point");
  return decided(compare(*left, *right) <= 0, "read_point",
                 distance->value.toText() + " m since " + inWords(*previous));
}

/// Whether two readings name different devices; unnamed ones are not known to differ.
bool isOtherDevice(const wire::Record& record, const std::string& first, const std::string& second) {
  const std::string* a = textOf(record, first);
  const std::string* b = textOf(record, second);
  return a != nullptr && b != nullptr && *a != *b;
}

/// A second logger of the same shipment: fact second_logger, else the record's own second one.
RuleOutcome loggersAgree(const RuleInput& in) {
  const wire::Quantity* first = nullptr;
  const wire::Quantity* second = quantityFact(in.inputs, "second_logger");
  std::string device;
  std::string field = "sensors[0].value";
  for (std::size_t element = 0, size = listSize(in.record, "sensors"); element < size; ++element) {
    const std::string* type = textOf(in.record, at(element, "type"));
    const auto* value = quantityOf(in.record, at(element, "value"));
    if (type == nullptr || *type != "Temperature" || value == nullptr) continue;
    if (first == nullptr) {
      first = value;
      field = at(element, "value");
      device = at(element, "device_id");
    } else if (second == nullptr && isOtherDevice(in.record, device, at(element, "device_id"))) {
      second = value;
    }
  }
  if (first == nullptr || second == nullptr) return notEvaluable(field);
  return agreesWithin(field, *first, *second, in.parameters[0]);
}

/// Who hands over is who held it: fact last_custodian.
RuleOutcome custodyUnbroken(const RuleInput& in) {
  const std::string* from = textOf(in.record, "custody_from");
  const auto* fact = factOf(in.inputs, "last_custodian");
  const std::string* last = fact == nullptr ? nullptr : std::get_if<std::string>(fact);
  if (from == nullptr || last == nullptr) return notEvaluable("custody_from");
  return decided(*from == *last, "custody_from", *from + " hands over, " + *last + " held it");
}

constexpr Rule kRules[] = {
    {"S-C1", 0, "no goods appear or vanish", quantityConserved},
    {"S-C2", 0, "readings, event, record and retrieval follow each other in time", timesInOrder},
    {"S-C3", 0, "the mean lies between minimum and maximum", meanInsideExtremes},
    {"S-C4", 0, "the unit fits what was measured", unitFitsType},
    {"S-C5", 1, "nothing travels faster than it can", noTeleport},
    {"S-C6", 1, "a second logger agrees", loggersAgree},
    {"S-C7", 0, "who hands over is who held it", custodyUnbroken},
};

}  // namespace

std::span<const Rule> supplyRules() {
  return kRules;
}

}  // namespace aurigraph::quality
