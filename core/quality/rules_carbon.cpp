// C-C1 … C-C6 of registry records, CP-1 … CP-6 of prices (domain §2.6).
#include <algorithm>

#include "core/quality/plausibility.h"
#include "core/quality/rule_table.h"

namespace aurigraph::quality {
namespace {

RuleOutcome countIsQuantity(const RuleInput& in) {
  const auto* first = quantityOf(in.record, "first");
  const auto* last = quantityOf(in.record, "last");
  const auto* quantity = quantityOf(in.record, "quantity");
  if (first == nullptr || last == nullptr || quantity == nullptr) return notEvaluable("quantity");
  const auto span = subtract(last->value, first->value);
  const auto count = span ? add(*span, Decimal::of(1)) : span;
  if (!count) return notEvaluable("quantity");
  return decided(*count == quantity->value, "quantity",
                 "serials " + first->value.toText() + " … " + last->value.toText() + " are " +
                     count->toText() + ", not " + quantity->value.toText());
}

/// A serial's part against the column that says the same; nothing when one of the two is missing.
template <class T>
std::optional<RuleOutcome> samePart(const T* part, const T* column, std::string_view field) {
  if (part == nullptr || column == nullptr) return std::nullopt;
  return decided(*part == *column, field,
                 "the serial says " + inWords(wire::FieldValue(*part)) + ", the record " +
                     inWords(wire::FieldValue(*column)));
}

/// Gold Standard's serials name a year, its columns a monitoring period.
std::optional<RuleOutcome> yearInsideVintage(const RuleInput& in) {
  const auto* year = quantityOf(in.record, "serial_vintage_year");
  const auto start = timeOf(in.record, "vintage_start");
  const auto end = timeOf(in.record, "vintage_end");
  if (year == nullptr || !start) return std::nullopt;
  const auto first = Decimal::of(civilDate(*start).year);
  const auto last = Decimal::of(civilDate(end ? *end : *start).year);
  return decided(
      compare(first, year->value) <= 0 && compare(year->value, last) <= 0, "vintage_start",
      "the serial says " + year->value.toText() + ", the record " + first.toText() + " … " + last.toText());
}

RuleOutcome serialPartsAreColumns(const RuleInput& in) {
  const auto text = [&](std::string_view name) { return textOf(in.record, name); };
  const auto startPart = timeOf(in.record, "serial_vintage_start");
  const auto start = timeOf(in.record, "vintage_start");
  const auto endPart = timeOf(in.record, "serial_vintage_end");
  const auto end = timeOf(in.record, "vintage_end");
  const auto time = [](const std::optional<Nanoseconds>& value) { return value ? &*value : nullptr; };
  std::optional<RuleOutcome> all;
  for (const auto& one : {samePart(text("serial_project"), text("project_id"), "project_id"),
                          samePart(text("serial_country"), text("country"), "country"),
                          samePart(time(startPart), time(start), "vintage_start"),
                          samePart(time(endPart), time(end), "vintage_end")})
    if (one) all = all ? worse(*all, *one) : *one;
  if (const auto year = yearInsideVintage(in)) all = all ? worse(*all, *year) : *year;
  return all ? *all : notEvaluable("serial_raw");
}

RuleOutcome stateIsMintable(const RuleInput& in) {
  const std::string* state = textOf(in.record, "state");
  if (state == nullptr) return notEvaluable("state");
  return decided(*state == "issued" || *state == "immobilised", "state", *state);
}

/// start ≤ end ≤ issued ≤ retired, of those that are there.
RuleOutcome datesInOrder(const RuleInput& in) {
  std::vector<std::pair<std::string_view, Nanoseconds>> dates;
  for (const std::string_view name : {"vintage_start", "vintage_end", "issued_on", "date"})
    if (const auto time = timeOf(in.record, name)) dates.emplace_back(name, *time);
  if (dates.size() < 2) return notEvaluable("issued_on");
  for (std::size_t at = 1; at < dates.size(); ++at)
    if (dates[at].second < dates[at - 1].second)
      return decided(false, dates[at].first,
                     std::string(dates[at].first) + " " + inWords(dates[at].second) + " before " +
                         std::string(dates[at - 1].first) + " " + inWords(dates[at - 1].second));
  return decided(true, "issued_on", "");
}

RuleOutcome withinVintageTotal(const RuleInput& in) {
  return ordered(in.record, "quantity", "total_vintage_qty");
}

bool isCountryCode(const std::string& text) {
  return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The Verra serial's sectoral scope is 1 … 16 (UNFCCC's fifteen and one of its own).
bool isScope(const std::string& text) {
  if (text.empty() || text.size() > 2 ||
      !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
    return false;
  const int scope = std::stoi(text);
  return scope >= 1 && scope <= 16;
}

RuleOutcome codesAreCodes(const RuleInput& in) {
  const std::string* country = textOf(in.record, "country");
  const std::string* scope = textOf(in.record, "serial_scope");
  if (country == nullptr) return notEvaluable("country");
  if (!isCountryCode(*country)) return decided(false, "country", *country);
  return decided(scope == nullptr || isScope(*scope), "serial_scope", scope == nullptr ? "" : *scope);
}

/// Another source's quote: fact second_price.
RuleOutcome quotesAgree(const RuleInput& in) {
  const auto* price = quantityOf(in.record, "price");
  const auto* second = quantityFact(in.inputs, "second_price");
  if (price == nullptr || second == nullptr) return notEvaluable("price");
  return agrees("price", *price, *second, in.parameters[0]);
}

RuleOutcome bidBelowAsk(const RuleInput& in) {
  return ordered(in.record, "bid", "ask");
}

RuleOutcome perTonneInItsCurrency(const RuleInput& in) {
  const auto* price = quantityOf(in.record, "price");
  const std::string* currency = textOf(in.record, "ccy");
  const std::string* unit = textOf(in.record, "unit");
  if (price == nullptr || currency == nullptr || unit == nullptr) return notEvaluable("unit");
  return decided(*unit == "t" && price->unit == *currency + "/t", "unit",
                 price->unit + ", " + *currency + " per " + *unit);
}

/// Against the 30-day median, a fact of our own: beyond the share it fails, without a slope.
RuleOutcome nearMedian(const RuleInput& in) {
  const auto* price = quantityOf(in.record, "price");
  const auto* median = quantityFact(in.inputs, "median_30d");
  if (price == nullptr || median == nullptr || price->unit != median->unit) return notEvaluable("price");
  const RuleOutcome outcome = agrees("price", *price, *median, in.parameters[0]);
  if (!outcome.evaluable) return outcome;
  return decided(outcome.degree == RuleOutcome::kWhole, "price", outcome.observed);
}

/// Fact venue_known: whether the venue stands in our list.
RuleOutcome venueIsKnown(const RuleInput& in) {
  const auto* fact = factOf(in.inputs, "venue_known");
  const bool* known = fact == nullptr ? nullptr : std::get_if<bool>(fact);
  const std::string* venue = textOf(in.record, "venue");
  if (known == nullptr || venue == nullptr) return notEvaluable("venue");
  return decided(*known, "venue", *venue);
}

/// A quote says how much was behind it. Its absence is what the rule looks for, so it never lacks input.
RuleOutcome volumeGiven(const RuleInput& in) {
  const auto* volume = quantityOf(in.record, "volume");
  if (in.record.find("price") == nullptr) return notEvaluable("volume");
  return decided(volume != nullptr && volume->value.mantissa > 0, "volume",
                 volume == nullptr ? "none" : volume->value.toText());
}

constexpr Rule kRules[] = {
    {"C-C1", 0, "the serial numbers count up to the quantity", countIsQuantity},
    {"C-C2", 0, "the serial's parts say the same as the record's columns", serialPartsAreColumns},
    {"C-C3", 0, "the credits are issued and not retired or cancelled", stateIsMintable},
    {"C-C4", 0, "vintage, issue and retirement follow each other in time", datesInOrder},
    {"C-C5", 0, "the quantity is not above the vintage's total", withinVintageTotal},
    {"C-C6", 0, "country and scope are valid codes", codesAreCodes},
    {"CP-1", 1, "a second source quotes about the same price", quotesAgree},
    {"CP-2", 0, "the bid is not above the ask", bidBelowAsk},
    {"CP-3", 0, "the price is per tonne and in the currency it names", perTonneInItsCurrency},
    {"CP-4", 1, "the price is near the median of the last 30 days", nearMedian},
    {"CP-5", 0, "the venue is a known one", venueIsKnown},
    {"CP-6", 0, "the quote says for what volume", volumeGiven},
};

}  // namespace

std::span<const Rule> carbonRules() {
  return kRules;
}

}  // namespace aurigraph::quality
