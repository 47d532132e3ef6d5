// F-C1 … F-C6 (domain §2.6).
#include "core/quality/rule_table.h"

namespace aurigraph::quality {
namespace {

/// low ≤ open, close ≤ high. The prices of one bar.
RuleOutcome barOrdered(const RuleInput& in) {
  const auto* open = quantityOf(in.record, "o");
  const auto* high = quantityOf(in.record, "h");
  const auto* low = quantityOf(in.record, "l");
  const auto* close = quantityOf(in.record, "c");
  if (open == nullptr || high == nullptr || low == nullptr || close == nullptr) return notEvaluable("h");
  const auto inside = [&](const wire::Quantity& price) {
    return compare(low->value, price.value) <= 0 && compare(price.value, high->value) <= 0;
  };
  return decided(inside(*open) && inside(*close), "h",
                 "low " + low->value.toText() + ", open " + open->value.toText() + ", close " +
                     close->value.toText() + ", high " + high->value.toText());
}

RuleOutcome bidBelowAsk(const RuleInput& in) {
  return ordered(in.record, "bid_px", "ask_px");
}

RuleOutcome insideBar(const RuleInput& in, std::string_view field) {
  const auto* value = quantityOf(in.record, field);
  const auto* high = quantityOf(in.record, "h");
  const auto* low = quantityOf(in.record, "l");
  if (value == nullptr || high == nullptr || low == nullptr) return notEvaluable(field);
  const bool inside = compare(low->value, value->value) <= 0 && compare(value->value, high->value) <= 0;
  return decided(inside, field,
                 value->value.toText() + " outside of " + low->value.toText() + " … " + high->value.toText());
}

RuleOutcome averageInBar(const RuleInput& in) {
  return insideBar(in, "vwap");
}
RuleOutcome lastInBar(const RuleInput& in) {
  return insideBar(in, "last_px");
}

/// The same instrument at another venue: fact second_px.
RuleOutcome venuesAgree(const RuleInput& in) {
  const auto* second = quantityFact(in.inputs, "second_px");
  for (const std::string_view field : {"last_px", "price", "c", "ask_px"})
    if (const auto* price = quantityOf(in.record, field))
      return second == nullptr ? notEvaluable(field) : agrees(field, *price, *second, in.parameters[0]);
  return notEvaluable("last_px");
}

RuleOutcome tradesBehindVolume(const RuleInput& in) {
  const auto* volume = quantityOf(in.record, "volume");
  const auto* trades = quantityOf(in.record, "trade_count");
  if (volume == nullptr || trades == nullptr) return notEvaluable("trade_count");
  return decided(volume->value.mantissa <= 0 || trades->value.mantissa > 0, "trade_count",
                 trades->value.toText() + " trades for a volume of " + volume->value.toText());
}

constexpr Rule kRules[] = {
    {"F-C1", 0, "the bar's low is the lowest and its high the highest of its prices", barOrdered},
    {"F-C2", 0, "the bid is not above the ask", bidBelowAsk},
    {"F-C3", 0, "the average price lies inside of the bar", averageInBar},
    {"F-C4", 0, "the last price lies inside of its session's bar", lastInBar},
    {"F-C5", 1, "a second venue names about the same price", venuesAgree},
    {"F-C6", 0, "where there is volume there is at least one trade", tradesBehindVolume},
};

}  // namespace

std::span<const Rule> marketRules() {
  return kRules;
}

}  // namespace aurigraph::quality
