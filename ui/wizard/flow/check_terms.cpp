#include <algorithm>
#include <limits>

#include "core/base/decimal.h"
#include "ui/wizard/flow/issue.h"

namespace aurigraph::issuance {
namespace {

// The ledger's own bounds (core/ledger/contracts/issue_token.cpp); the pre-check has the last word.
constexpr U128 kMaxSupply = (U128{1} << 96U) - 1;
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kMaxLockUpDays = 100LL * 366;
constexpr std::uint8_t kMilli = 3;
constexpr std::int64_t kMinMilliCelsius = -273'150;

class TermsCheck {
 public:
  TermsCheck(const Draft& draft, const IssuanceTemplate& from, const IssuanceContext& context,
             wire::IssueToken& terms)
      : draft_(draft), from_(from), context_(context), terms_(terms) {}

  Issues run() {
    terms_.asset = draft_.asset;
    readSymbol();
    readName();
    readDecimals();
    readSupply();
    readPrice();
    readLockUp();
    readTemperatures();
    readSerials();
    comparePolicies();
    return std::move(found_);
  }

 private:
  using Parameters = std::vector<std::pair<std::string, std::string>>;

  void add(std::string field, const std::string& code, Parameters parameters = {},
           Severity severity = Severity::kError) {
    found_.push_back(
        {Step::kTerms, std::move(field), code, "issuance.issue." + code, std::move(parameters), severity});
  }
  [[nodiscard]] bool has(std::string_view key) const { return from_.field(key) != nullptr; }
  /// What was typed into a field of this template. Says so if it must not be empty and is.
  std::string typed(const std::string& key) {
    const TemplateField* field = from_.field(key);
    if (field == nullptr) return {};
    const std::string& text = draft_.term(key);
    if (text.empty() && field->required) add(key, "field.missing");
    return text;
  }

  void readSymbol() {
    terms_.symbol = typed("symbol");
    const std::string& symbol = terms_.symbol;
    if (symbol.empty()) return;
    const bool form = std::ranges::all_of(
        symbol, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!form) add("symbol", "symbol.form");
    if (symbol.size() > wire::kMaxSymbolBytes)
      add("symbol", "field.too_long", {{"max", std::to_string(wire::kMaxSymbolBytes)}});
    const auto& taken = context_.symbolsTaken;
    if (std::ranges::find(taken, symbol) != taken.end() && draft_.tracker.state != TrackerState::kIssuing &&
        draft_.tracker.state != TrackerState::kCommitted && draft_.tracker.state != TrackerState::kFinal)
      add("symbol", "symbol.taken", {{"symbol", symbol}});
  }

  void readName() {
    terms_.name = typed("name");
    if (terms_.name.empty()) return;
    if (!isOneLine(terms_.name)) add("name", "field.not_one_line");
    if (terms_.name.size() > wire::kMaxNameBytes)
      add("name", "field.too_long", {{"max", std::to_string(wire::kMaxNameBytes)}});
  }

  void readDecimals() {
    const std::string text = typed("decimals");
    if (text.empty()) return;
    const auto decimals = parseU128(text);
    if (!decimals || *decimals > wire::kMaxTokenDecimals)
      add("decimals", "decimals.range", {{"max", std::to_string(wire::kMaxTokenDecimals)}});
    else
      terms_.decimals = static_cast<std::uint8_t>(*decimals);
  }

  void readSupply() {
    const std::string text = typed("supply");
    if (text.empty()) return;
    const auto value = Decimal::parse(text);
    if (!value) {
      add("supply", "field.no_number");
      return;
    }
    const auto units = toUnits(*value, terms_.decimals);
    if (!units && units.error().code == "decimal.inexact")
      add("supply", "supply.not_whole", {{"decimals", std::to_string(terms_.decimals)}});
    else if (!units || *units <= 0 || static_cast<U128>(*units) > kMaxSupply)
      add("supply", "supply.range");
    else
      terms_.supply = static_cast<U128>(*units);
  }

  void readPrice() {
    const std::string price = typed("unit_price");
    const std::string currency = typed("currency");
    const bool code = currency.size() == wire::kCurrencyBytes &&
                      std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!currency.empty() && !code) add("currency", "currency.form");
    if (price.empty()) {
      if (!currency.empty()) add("unit_price", "price.missing");
      return;
    }
    if (currency.empty()) add("currency", "currency.missing");
    const auto value = Decimal::parse(price);
    if (!value) {
      add("unit_price", "field.no_number");
      return;
    }
    const std::uint8_t digits = minorDigitsOf(currency);
    const auto minor = toUnits(*value, digits);
    if (!minor && minor.error().code == "decimal.inexact")
      add("unit_price", "price.too_fine", {{"digits", std::to_string(digits)}, {"currency", currency}});
    else if (!minor || *minor <= 0 || *minor > std::numeric_limits<std::int64_t>::max())
      add("unit_price", "price.range");
    else {
      terms_.unitPriceMinor = static_cast<std::uint64_t>(*minor);
      terms_.currency = currency;
    }
  }

  void readLockUp() {
    const std::string text = typed("lock_up_days");
    if (text.empty()) return;
    const auto days = Decimal::parse(text);
    const auto whole = days ? toUnits(*days, 0) : Result<I128>(propagate(days));
    if (!whole)
      add("lock_up_days", "field.no_whole_number");
    else if (*whole < 0)
      add("lock_up_days", "lock_up.negative");
    else if (*whole > kMaxLockUpDays)
      add("lock_up_days", "lock_up.too_long", {{"max", std::to_string(kMaxLockUpDays)}});
    else
      terms_.lockUpSeconds = static_cast<std::int64_t>(*whole) * kSecondsPerDay;
  }

  std::optional<std::int32_t> readCelsius(const std::string& key) {
    const std::string text = typed(key);
    if (text.empty()) return {};
    const auto value = Decimal::parse(text);
    const auto milli = value ? toUnits(*value, kMilli) : Result<I128>(propagate(value));
    if (!value)
      add(key, "field.no_number");
    else if (!milli && milli.error().code == "decimal.inexact")
      add(key, "celsius.too_fine");
    else if (!milli || *milli < kMinMilliCelsius || *milli > std::numeric_limits<std::int32_t>::max())
      add(key, "celsius.range");
    else
      return static_cast<std::int32_t>(*milli);
    return {};
  }

  void readTemperatures() {
    if (!has("min_celsius")) return;
    const auto low = readCelsius("min_celsius");
    const auto high = readCelsius("max_celsius");
    if (!low || !high) return;
    if (*low >= *high) add("max_celsius", "celsius.order");
    terms_.minMilliCelsius = *low;
    terms_.maxMilliCelsius = *high;
  }

  static std::string fieldOf(std::size_t at, std::string_view part) {
    return "serials[" + std::to_string(at) + "]." + std::string(part);
  }

  void checkPart(std::size_t at, std::string_view part, const std::string& text) {
    if (text.empty())
      add(fieldOf(at, part), "field.missing");
    else if (!isOneLine(text))
      add(fieldOf(at, part), "field.not_one_line");
    else if (text.size() > wire::kMaxSerialPartBytes)
      add(fieldOf(at, part), "field.too_long", {{"max", std::to_string(wire::kMaxSerialPartBytes)}});
  }

  std::optional<std::uint64_t> readNumber(std::size_t at, std::string_view part, const std::string& text) {
    if (text.empty()) {
      add(fieldOf(at, part), "field.missing");
      return {};
    }
    const auto number = parseU128(text);
    if (number && *number <= std::numeric_limits<std::uint64_t>::max())
      return static_cast<std::uint64_t>(*number);
    add(fieldOf(at, part), "field.no_whole_number");
    return {};
  }

  std::optional<wire::SerialRange> readRange(std::size_t at) {
    const DraftSerial& typedRange = draft_.serials[at];
    checkPart(at, "registry", typedRange.registry);
    checkPart(at, "series", typedRange.series);
    const auto first = readNumber(at, "first", typedRange.first);
    const auto last = readNumber(at, "last", typedRange.last);
    if (!first || !last) return {};
    if (*last < *first) {
      add(fieldOf(at, "last"), "serials.order");
      return {};
    }
    return wire::SerialRange{typedRange.registry, typedRange.series, *first, *last};
  }

  void readSerials() {
    if (!has("serials")) return;
    if (draft_.serials.empty()) add("serials", "serials.missing");
    if (draft_.serials.size() > wire::kMaxSerialRanges)
      add("serials", "serials.too_many", {{"max", std::to_string(wire::kMaxSerialRanges)}});
    U128 count = 0;
    bool all = !draft_.serials.empty();
    for (std::size_t at = 0; at < draft_.serials.size(); ++at) {
      const auto range = readRange(at);
      all = all && range;
      if (!range) continue;
      compareWithOthers(at, *range);
      compareWithBlocks(at, *range);
      count += static_cast<U128>(range->last) - range->first + 1;
      terms_.serials.push_back(*range);
    }
    std::ranges::sort(terms_.serials, {}, [](const wire::SerialRange& range) {
      return std::tuple(range.registry, range.series, range.first);
    });
    if (all && terms_.supply > 0 && count != terms_.supply)
      add("supply", "serials.count_differs", {{"serials", toText(count)}, {"supply", toText(terms_.supply)}});
  }

  void compareWithOthers(std::size_t at, const wire::SerialRange& range) {
    for (const wire::SerialRange& other : terms_.serials) {
      if (other.registry != range.registry || other.series != range.series) continue;
      if (range.first > other.last || other.first > range.last) continue;
      add(fieldOf(at, "first"), "serials.overlap",
          {{"first", std::to_string(other.first)}, {"last", std::to_string(other.last)}});
      return;
    }
  }

  /// Some block among the asset's records must have issued all of the range.
  void compareWithBlocks(std::size_t at, const wire::SerialRange& range) {
    bool anyKnown = false;
    for (const Digest& id : draft_.records) {
      const KnownRecord* record = context_.record(id);
      if (record == nullptr || !record->serials) continue;
      anyKnown = true;
      const wire::SerialRange& block = *record->serials;
      if (block.registry == range.registry && block.series == range.series && block.first <= range.first &&
          range.last <= block.last)
        return;
    }
    if (anyKnown) add(fieldOf(at, "first"), "serials.not_in_block");
  }

  /// Units × price against what the valuation says the whole is worth.
  void comparePolicies() {
    const TemplatePolicy* policy = from_.policy("offer_within_value");
    if (policy == nullptr || terms_.unitPriceMinor == 0 || terms_.supply == 0 ||
        terms_.supply > static_cast<U128>(std::numeric_limits<std::int64_t>::max()))
      return;
    const Decimal supply = Decimal::of(static_cast<std::int64_t>(terms_.supply), terms_.decimals);
    const Decimal price =
        Decimal::of(static_cast<std::int64_t>(terms_.unitPriceMinor), minorDigitsOf(terms_.currency));
    const auto offer = multiply(supply, price);
    if (!offer) return;
    for (const Digest& id : draft_.records) {
      const KnownRecord* record = context_.record(id);
      if (record == nullptr || record->kind != policy->record || !record->value ||
          record->currency != terms_.currency)
        continue;
      const auto allowed = multiply(*record->value, Decimal::of(policy->value, 2));
      if (allowed && compare(*offer, *allowed) > 0)
        add("unit_price", "policy.offer_over_value",
            {{"offer", offer->toText()},
             {"value", record->value->toText()},
             {"currency", terms_.currency},
             {"percent", std::to_string(policy->value)}},
            Severity::kWarning);
    }
  }

  const Draft& draft_;
  const IssuanceTemplate& from_;
  const IssuanceContext& context_;
  wire::IssueToken& terms_;
  Issues found_;
};

}  // namespace

Issues checkTerms(const Draft& draft, const IssuanceTemplate* from, const IssuanceContext& context,
                  wire::IssueToken& terms) {
  terms = {};
  if (from == nullptr) return {};
  return TermsCheck(draft, *from, context, terms).run();
}

}  // namespace aurigraph::issuance
