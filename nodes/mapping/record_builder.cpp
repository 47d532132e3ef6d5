#include "nodes/mapping/record_builder.h"

#include <algorithm>
#include <array>

#include "core/base/time_text.h"
#include "core/wire/text.h"
#include "nodes/mapping/csv.h"
#include "nodes/mapping/required_fields.h"

namespace aurigraph::mapping {

using json::Type;

namespace {

// The bounds of docs/formats/record.md.
constexpr std::size_t kMaxTextBytes = 4'096;
constexpr std::size_t kMaxUnitBytes = 32;
constexpr std::size_t kMaxPointerBytes = 256;

/// A pointer is for people: a very long one is cut between characters, one with hidden ones is left out.
std::string shortened(std::string_view pointer) {
  if (!wire::isCleanText(pointer)) return {};
  std::size_t size = std::min(pointer.size(), kMaxPointerBytes);
  while (size < pointer.size() && size > 0 && (static_cast<std::uint8_t>(pointer[size]) & 0xC0) == 0x80)
    --size;
  return std::string(pointer.substr(0, size));
}

/// The value's own words; nullptr: it has none.
const std::string* wordsOf(const wire::FieldValue& value) {
  if (const auto* quantity = std::get_if<wire::Quantity>(&value)) return &quantity->unit;
  return std::get_if<std::string>(&value);
}

bool isTooLong(const wire::FieldValue& value) {
  const std::string* words = wordsOf(value);
  const bool isUnit = std::holds_alternative<wire::Quantity>(value);
  return words != nullptr && words->size() > (isUnit ? kMaxUnitBytes : kMaxTextBytes);
}

bool isUnclean(const wire::FieldValue& value) {
  const std::string* words = wordsOf(value);
  return words != nullptr && !wire::isCleanText(*words);
}

std::string inWords(const json::Value& value) {
  const std::string type =
      (value.is(Type::kArray) || value.is(Type::kObject) ? "an " : "a ") + std::string(nameOf(value.type));
  return value.is(Type::kInvalid) ? "\"" + std::string(value.text.substr(0, 32)) + "\", " + type : type;
}

}  // namespace

/// "1,454,054.00" → "1454054.00"; false when commas stand elsewhere than between groups of three.
bool withoutThousands(std::string_view text, std::string& digits) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) {
    digits = std::string(text);
    return true;
  }
  const auto whole = text.substr(0, text.find('.'));
  std::size_t group = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i] != ',') {
      digits.push_back(whole[i]);
      ++group;
      continue;
    }
    const bool first = digits.size() == group;
    if (group == 0 || group > 3 || (!first && group != 3)) return false;
    group = 0;
  }
  digits += text.substr(whole.size());
  return group == 3;
}

RecordBuilder::RecordBuilder(const rules::ProviderPreset& preset, const MapContext& context,
                             const Digest& rawDigest, wire::RecordKind kind)
    : preset_(preset), context_(context) {
  record_.category = preset.category;
  record_.kind = kind;
  record_.origin = context.origin;
  record_.tier = preset.tier;
  record_.sourceId = preset.name;
  record_.connectorVersion = preset.version;
  record_.retrievedAt = context.retrievedAt;
  record_.rawDigest = rawDigest;
}

void RecordBuilder::put(std::string_view name, wire::FieldValue value, std::string_view pointer,
                        wire::ParseQuality parse) {
  if (isTooLong(value))
    return unreadable(name, pointer, "field.too_long", "The text is longer than a record may hold.");
  if (isUnclean(value))
    return unreadable(name, pointer, "field.unclean", "The text has control or invisible characters.");
  unreadable_.erase(std::string(name));
  wire::Field field;
  field.name = std::string(name);
  field.value = std::move(value);
  field.parse = parse;
  field.pointer = shortened(pointer);
  fields_.insert_or_assign(field.name, std::move(field));
}

bool RecordBuilder::readable(std::string_view name, const JsonCursor& node, json::Type wanted) {
  if (!ok() || node.absent()) return false;
  if (node.is(json::Type::kNull)) {
    put(name, wire::NoValue{wire::NullReason::kNullBySource}, node.pointer(), wire::ParseQuality::kExact);
    return false;
  }
  if (node.blocker() != nullptr) {
    unreadable(name, node.pointer(), "field.wrong_type",
               "Expected an object or a list around it, found " + inWords(*node.blocker()) + ".");
    return false;
  }
  if (!node.is(wanted)) {
    unreadable(name, node.pointer(), "field.wrong_type",
               "Expected a " + std::string(nameOf(wanted)) + ", found " + inWords(*node.value()) + ".");
    return false;
  }
  return true;
}

void RecordBuilder::text(std::string_view name, const JsonCursor& node) {
  if (!readable(name, node, json::Type::kString)) return;
  if (isSentinel(node.text()))
    put(name, wire::NoValue{wire::NullReason::kSentinel}, node.pointer(), wire::ParseQuality::kExact);
  else
    put(name, std::string(trimmed(node.text())), node.pointer(), wire::ParseQuality::kExact);
}

void RecordBuilder::number(std::string_view name, const JsonCursor& node, std::string_view unit) {
  if (!readable(name, node, json::Type::kNumber)) return;
  const auto number = readNumber(node.value()->text);
  if (!number) return unreadable(name, node.pointer(), number.error());
  put(name, wire::Quantity{number->value, std::string(unit)}, node.pointer(),
      number->rounded ? wire::ParseQuality::kNormalized : wire::ParseQuality::kExact);
}

void RecordBuilder::measured(std::string_view name, const JsonCursor& node, std::string_view sourceUnit,
                             Measure measure) {
  if (!readable(name, node, json::Type::kNumber)) return;
  const auto number = readNumber(node.value()->text);
  if (!number) return unreadable(name, node.pointer(), number.error());
  const auto converted = toCanonical(number->value, sourceUnit, measure);
  if (!converted) return unreadable(name, node.pointer(), converted.error());
  put(name, wire::Quantity{*converted, std::string(canonicalUnit(measure))}, node.pointer(),
      number->rounded ? wire::ParseQuality::kNormalized : wire::ParseQuality::kExact);
}

void RecordBuilder::numberText(std::string_view name, const JsonCursor& node, std::string_view unit) {
  if (node.is(json::Type::kNumber)) return number(name, node, unit);
  if (!readable(name, node, json::Type::kString)) return;
  if (isSentinel(node.text()))
    return put(name, wire::NoValue{wire::NullReason::kSentinel}, node.pointer(), wire::ParseQuality::kExact);
  const auto number = readNumber(trimmed(node.text()));
  if (!number) return unreadable(name, node.pointer(), number.error());
  put(name, wire::Quantity{number->value, std::string(unit)}, node.pointer(), wire::ParseQuality::kExact);
}

void RecordBuilder::time(std::string_view name, const JsonCursor& node) {
  if (!readable(name, node, json::Type::kString)) return;
  const auto parsed = parseRfc3339(node.text());
  if (!parsed) return unreadable(name, node.pointer(), parsed.error());
  put(name, parsed->utc, node.pointer(), wire::ParseQuality::kExact);
}

void RecordBuilder::date(std::string_view name, const JsonCursor& node) {
  if (!readable(name, node, json::Type::kString)) return;
  if (isSentinel(node.text()))
    return put(name, wire::NoValue{wire::NullReason::kSentinel}, node.pointer(), wire::ParseQuality::kExact);
  // Some endpoints send a date, some the midnight that begins it.
  const auto parsed =
      node.text().size() > 10 ? parseLocal(trimmed(node.text()), 0) : parseDate(trimmed(node.text()));
  if (parsed) return put(name, *parsed, node.pointer(), wire::ParseQuality::kExact);
  const auto full = parseRfc3339(trimmed(node.text()));
  if (!full) return unreadable(name, node.pointer(), parsed.error());
  put(name, full->utc, node.pointer(), wire::ParseQuality::kExact);
}

void RecordBuilder::flag(std::string_view name, const JsonCursor& node) {
  if (!readable(name, node, json::Type::kBool)) return;
  put(name, node.value()->boolean, node.pointer(), wire::ParseQuality::kExact);
}

void RecordBuilder::textList(std::string_view name, const JsonCursor& node, std::string_view separator) {
  if (!node.is(Type::kArray)) return text(name, node);
  if (ok()) putListed(name, *node.value(), node.pointer(), separator);
}

void RecordBuilder::textList(std::string_view name, const Cell& cell, std::string_view separator) {
  if (cell.list == nullptr) return text(name, cell);
  if (ok()) putListed(name, *cell.list, cell.pointer, separator);
}

void RecordBuilder::putListed(std::string_view name, const json::Value& list, const std::string& pointer,
                              std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const json::Value& entry = list.items[i];
    if (!entry.is(Type::kString) && !entry.is(Type::kNull))
      return unreadable(name, pointer + "/" + std::to_string(i), "field.wrong_type",
                        "Expected a list of texts, found " + inWords(entry) + " in it.");
    const auto text = entry.is(Type::kNull) ? std::string_view{} : trimmed(entry.text);
    if (!text.empty())
      joined += (joined.empty() ? std::string() : std::string(separator)) + std::string(text);
  }
  if (joined.empty())
    return put(name, wire::NoValue{wire::NullReason::kNullBySource}, pointer, wire::ParseQuality::kExact);
  put(name, std::move(joined), pointer, wire::ParseQuality::kExact);
}

void RecordBuilder::text(std::string_view name, const Cell& cell) {
  if (cell.isNumber)
    return unreadable(name, cell.pointer, "field.wrong_type", "Expected a text, found a number.");
  identifier(name, cell);
}

void RecordBuilder::identifier(std::string_view name, const Cell& cell) {
  if (!readable(name, cell)) return;
  put(name, std::string(cell.content), cell.pointer, wire::ParseQuality::kExact);
}

void RecordBuilder::number(std::string_view name, const Cell& cell, std::string_view unit) {
  if (!readable(name, cell)) return;
  std::string digits;
  if (!withoutThousands(cell.content, digits))
    return unreadable(
        name, cell.pointer, "number.malformed",
        "\"" + std::string(cell.content.substr(0, 64)) + "\" is not a number with commas between thousands.");
  const auto number = readNumber(digits);
  if (!number) return unreadable(name, cell.pointer, number.error());
  put(name, wire::Quantity{number->value, std::string(unit)}, cell.pointer, wire::ParseQuality::kExact);
}

void RecordBuilder::date(std::string_view name, const Cell& cell) {
  if (!readable(name, cell)) return;
  const auto text = cell.content;
  auto parsed = text.size() > 10 ? parseLocal(text, 0) : parseDate(text);
  if (!parsed)
    if (const auto full = parseRfc3339(text)) parsed = full->utc;
  auto quality = wire::ParseQuality::kExact;
  if (!parsed && text.size() == 10 && text[2] == '/' && text[5] == '/') {
    // 30/11/2023 can only be read in one way, 05/04/2023 in two.
    if (text.substr(0, 2) <= "12" && text.substr(0, 2) != text.substr(3, 2))
      return unreadable(
          name, cell.pointer,
          Error{"time.ambiguous", "\"" + std::string(text) + "\" may be day/month or month/day.",
                "Export with dates as YYYY-MM-DD."});
    parsed = parseDate(std::string(text.substr(6)) + "-" + std::string(text.substr(3, 2)) + "-" +
                       std::string(text.substr(0, 2)));
    quality = wire::ParseQuality::kNormalized;
  }
  if (!parsed) return unreadable(name, cell.pointer, parsed.error());
  put(name, *parsed, cell.pointer, quality);
}

bool RecordBuilder::readable(std::string_view name, const Cell& cell) {
  if (!ok() || cell.absent) return false;
  if (cell.wrongType) {
    unreadable(name, cell.pointer, "field.wrong_type", "Expected a text or a number.");
    return false;
  }
  if (cell.null || isSentinel(cell.content)) {
    put(name, wire::NoValue{cell.null ? wire::NullReason::kNullBySource : wire::NullReason::kSentinel},
        cell.pointer, wire::ParseQuality::kExact);
    return false;
  }
  return true;
}

bool RecordBuilder::isRequired(std::string_view name) const {
  const quality::FieldSpec* spec = requiredField(record_.kind, name);
  if (spec == nullptr) return false;
  if (spec->when.field.empty() || find(spec->when.field) == nullptr) return true;
  const auto& values = spec->when.values;
  return std::find(values.begin(), values.end(), textOf(spec->when.field)) != values.end();
}

void RecordBuilder::unreadable(std::string_view name, std::string_view pointer, Error reason) {
  if (!ok()) return;
  if (isRequired(name)) return refuse(pointer, std::move(reason));
  put(name, wire::NoValue{wire::NullReason::kUnreadable}, pointer, wire::ParseQuality::kFailed);
  unreadable_.insert_or_assign(std::string(name), UnreadablePlace{std::string(pointer), std::move(reason)});
}

void RecordBuilder::unreadable(std::string_view name, std::string_view pointer, std::string_view code,
                               std::string message) {
  unreadable(name, pointer,
             Error{code, std::move(message),
                   "Treat the source as faulty, or extend the mapping if its format has changed."});
}

void RecordBuilder::demand(std::string_view name) {
  if (const auto found = unreadable_.find(name); found != unreadable_.end())
    refuse(found->second.field, found->second.reason);
}

void RecordBuilder::set(std::string_view name, wire::FieldValue value, std::string_view pointer,
                        wire::ParseQuality parse) {
  if (ok()) put(name, std::move(value), pointer, parse);
}

void RecordBuilder::context(std::string_view name) {
  const auto requested = context_.request.find(std::string(name));
  const std::string value =
      requested != context_.request.end() ? requested->second : std::string(preset_.constant(name));
  if (ok() && !value.empty()) put(name, value, "context", wire::ParseQuality::kExact);
}

void RecordBuilder::refuse(std::string_view pointer, Error reason) {
  if (ok()) refusal_ = UnreadablePlace{std::string(pointer), std::move(reason)};
}

void RecordBuilder::refuse(std::string_view pointer, std::string_view code, std::string message,
                           std::string remedy) {
  refuse(pointer, Error{code, std::move(message), std::move(remedy)});
}

void RecordBuilder::doubt(std::string_view name, wire::ParseQuality parse) {
  const auto found = fields_.find(name);
  if (found != fields_.end()) found->second.parse = parse;
}

void RecordBuilder::rename(std::string_view from, std::string to) {
  const auto found = fields_.find(from);
  if (found == fields_.end()) return;
  wire::Field field = std::move(found->second);
  fields_.erase(found);
  field.name = to;
  fields_.insert_or_assign(std::move(to), std::move(field));
}

void RecordBuilder::fact(std::string_view name, wire::FieldValue value) {
  if (isTooLong(value) || isUnclean(value)) return;
  facts_.insert_or_assign(std::string(name), std::move(value));
}

const wire::Field* RecordBuilder::find(std::string_view name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? nullptr : &found->second;
}

std::optional<Decimal> RecordBuilder::quantity(std::string_view name) const {
  const wire::Field* field = find(name);
  const auto* quantity = field == nullptr ? nullptr : std::get_if<wire::Quantity>(&field->value);
  return quantity == nullptr ? std::nullopt : std::optional(quantity->value);
}

std::string RecordBuilder::textOf(std::string_view name) const {
  const wire::Field* field = find(name);
  const auto* text = field == nullptr ? nullptr : std::get_if<std::string>(&field->value);
  return text == nullptr ? std::string{} : *text;
}

std::optional<Nanoseconds> RecordBuilder::timeOf(std::string_view name) const {
  const wire::Field* field = find(name);
  const auto* time = field == nullptr ? nullptr : std::get_if<Nanoseconds>(&field->value);
  return time == nullptr ? std::nullopt : std::optional(*time);
}

void RecordBuilder::finish(MappedAnswer& answer, std::size_t index) && {
  if (record_.assetKey.size() > wire::kMaxRecordKeyBytes)
    refuse("", "record.key_too_long", "The asset's key is longer than 256 bytes.",
           "Treat the source as faulty.");
  if (!wire::isCleanText(record_.assetKey))
    refuse("", "record.key_unclean", "The asset's key has control or invisible characters.",
           "Treat the source as faulty.");
  if (fields_.size() > wire::Record::kMaxFields)
    refuse("", "record.too_many_fields", "The item holds more values than a record may.",
           "Ask for smaller items.");
  if (refusal_) {
    answer.refused.push_back({index, std::move(refusal_->field), std::move(refusal_->reason)});
    return;
  }
  MappedRecord out;
  out.carriesSignature = carriesSignature_;
  for (auto& [name, why] : unreadable_)
    out.unreadable.push_back({name, std::move(why.field), std::move(why.reason)});
  for (auto& [name, field] : fields_) record_.fields.push_back(std::move(field));
  for (auto& [name, value] : facts_) record_.fetch.facts.push_back({name, std::move(value)});
  out.record = std::move(record_);
  answer.records.push_back(std::move(out));
}

std::string_view MapJob::declared(std::string_view key) const {
  const auto found = context.request.find(std::string(key));
  return found != context.request.end() ? std::string_view(found->second) : preset.constant(key);
}

bool looksLikeJson(ByteView raw) {
  std::string_view text = asText(raw);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

tl::unexpected<Error> notThisCategory(std::string what) {
  return fail("mapper.not_this_category", "No record of this category: " + std::move(what) + ".",
              "Ask the provider for the data itself.");
}

tl::unexpected<Error> providerError(std::string_view words) {
  return fail("mapper.provider_error",
              "The provider answered with an error: " + std::string(words.substr(0, 300)),
              "Correct the request or the key; see the provider's documentation.");
}

tl::unexpected<Error> unknownAnswer(std::string what) {
  return fail("mapper.unknown_answer",
              "The answer has no shape that this provider is known for: " + std::move(what) + ".",
              "Check that file and provider belong together.");
}

}  // namespace aurigraph::mapping
