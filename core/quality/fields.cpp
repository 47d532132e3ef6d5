#include "core/quality/fields.h"

#include <algorithm>

namespace aurigraph::quality {
namespace {

constexpr std::string_view kAnyElement = "[]";
constexpr std::size_t kMostGaps = 64;

ValueType typeOf(const wire::FieldValue& value) {
  return static_cast<ValueType>(value.index());  // FieldValue's alternatives stand in ValueType's order
}
static_assert(std::is_same_v<std::variant_alternative_t<1, wire::FieldValue>, wire::Quantity>);
static_assert(std::is_same_v<std::variant_alternative_t<5, wire::FieldValue>, bool>);

/// "sensors[].value" at element 2 → "sensors[2].value".
std::string atElement(std::string_view pattern, std::string_view index) {
  const auto at = pattern.find(kAnyElement);
  std::string out(pattern.substr(0, at + 1));
  out += index;
  out += pattern.substr(at + 1);
  return out;
}

std::string_view indexIn(std::string_view place) {
  const auto open = place.find('[');
  const auto close = place.find(']');
  return open == place.npos || close == place.npos ? std::string_view{}
                                                   : place.substr(open + 1, close - open - 1);
}

const wire::Field* parsed(const wire::Record& record, std::string_view name) {
  const wire::Field* field = record.find(name);
  return field != nullptr && field->parse != wire::ParseQuality::kFailed ? field : nullptr;
}

template <class T>
const T* valueOf(const wire::Record& record, std::string_view name) {
  const wire::Field* field = parsed(record, name);
  return field == nullptr ? nullptr : std::get_if<T>(&field->value);
}

/// The first bytes of a text, never half a character.
std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 200;
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

bool FieldPlace::present() const {
  return field != nullptr && !std::holds_alternative<wire::NoValue>(field->value);
}

bool FieldPlace::usable() const {
  if (!present() || field->parse == wire::ParseQuality::kFailed || typeOf(field->value) != spec->type)
    return false;
  const auto* quantity = std::get_if<wire::Quantity>(&field->value);
  return quantity == nullptr || spec->units.empty() ||
         std::ranges::find(spec->units, quantity->unit) != spec->units.end();
}

std::vector<FieldPlace> placesOf(const KindProfile& profile, const wire::Record& record) {
  std::vector<FieldPlace> places;
  const auto add = [&](const FieldSpec& spec, std::string name) {
    if (!holds(spec.when, record, name)) return;
    const wire::Field* field = record.find(name);
    // What does not apply to this asset is not missing; only a required field cannot be waved away.
    if (spec.fieldClass != FieldClass::kRequired && field != nullptr &&
        field->value == wire::FieldValue(wire::NoValue{wire::NullReason::kNotApplicable}))
      return;
    places.push_back(FieldPlace{&spec, std::move(name), field});
  };
  for (const FieldSpec& spec : profile.fields) {
    const auto at = spec.name.find(kAnyElement);
    if (at == spec.name.npos) {
      add(spec, spec.name);
      continue;
    }
    const std::size_t size =
        std::max<std::size_t>(1, listSize(record, std::string_view(spec.name).substr(0, at)));
    for (std::size_t element = 0; element < size; ++element)
      add(spec, atElement(spec.name, std::to_string(element)));
  }
  return places;
}

bool holds(const Condition& when, const wire::Record& record, std::string_view place) {
  if (when.field.empty()) return true;
  const std::string name =
      when.field.find(kAnyElement) == when.field.npos ? when.field : atElement(when.field, indexIn(place));
  const auto is = [&](std::string_view text) {
    return std::ranges::find(when.values, text) != when.values.end();
  };
  if (const auto* text = textOf(record, name)) return is(*text);
  if (const auto* quantity = quantityOf(record, name)) return is(quantity->value.toText());
  if (const auto* flag = valueOf<bool>(record, name)) return is(*flag ? "true" : "false");
  return false;
}

std::size_t listSize(const wire::Record& record, std::string_view list) {
  const std::string prefix = std::string(list) + "[";
  std::size_t size = 0;
  std::size_t fields = 0;
  auto at = std::ranges::lower_bound(record.fields, prefix, {}, &wire::Field::name);
  for (; at != record.fields.end() && at->name.starts_with(prefix); ++at, ++fields) {
    std::size_t index = 0;
    std::size_t digits = 0;
    for (const char c : indexIn(at->name)) {
      const bool absurd = c < '0' || c > '9' || ++digits > 4;
      index = absurd ? wire::Record::kMaxFields : index * 10 + static_cast<std::size_t>(c - '0');
      if (absurd) break;
    }
    size = std::max(size, index + 1);
  }
  // One index of a thousand must not make a thousand places to judge: beyond a few gaps each element has a
  // field.
  return std::min(size, std::max(fields, kMostGaps));
}

const wire::Quantity* quantityOf(const wire::Record& record, std::string_view name) {
  return valueOf<wire::Quantity>(record, name);
}
const std::string* textOf(const wire::Record& record, std::string_view name) {
  return valueOf<std::string>(record, name);
}
std::optional<Nanoseconds> timeOf(const wire::Record& record, std::string_view name) {
  const auto* time = valueOf<Nanoseconds>(record, name);
  return time == nullptr ? std::nullopt : std::optional(*time);
}
const Digest* digestOf(const wire::Record& record, std::string_view name) {
  return valueOf<Digest>(record, name);
}

const wire::FieldValue* factOf(const wire::ScoreInputs& inputs, std::string_view name) {
  const auto at = std::ranges::find(inputs.facts, name, &wire::RuleFact::name);
  return at == inputs.facts.end() ? nullptr : &at->value;
}
const wire::Quantity* quantityFact(const wire::ScoreInputs& inputs, std::string_view name) {
  const auto* value = factOf(inputs, name);
  return value == nullptr ? nullptr : std::get_if<wire::Quantity>(value);
}

std::string inWords(Nanoseconds time) {
  return timeText(time, TimeForm::kSeconds);
}

std::string inWords(const wire::FieldValue& value) {
  struct Visitor {
    std::string operator()(const wire::NoValue& none) const {
      switch (none.reason) {
        case wire::NullReason::kAbsent:
          return "absent";
        case wire::NullReason::kNullBySource:
          return "null";
        case wire::NullReason::kSentinel:
          return "a stand-in for no value";
        case wire::NullReason::kRedacted:
          return "redacted";
        case wire::NullReason::kNotApplicable:
          return "not applicable";
        case wire::NullReason::kUnreadable:
          return "unreadable";
      }
      return "";
    }
    std::string operator()(const wire::Quantity& quantity) const {
      return quantity.unit.empty() ? quantity.value.toText() : quantity.value.toText() + " " + quantity.unit;
    }
    std::string operator()(const std::string& text) const { return shortened(text); }
    std::string operator()(Nanoseconds time) const { return inWords(time); }
    std::string operator()(const Digest& digest) const { return toHex(digest.view()); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  };
  return std::visit(Visitor{}, value);
}

}  // namespace aurigraph::quality
