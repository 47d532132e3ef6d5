#include "nodes/rules/rules_json.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>

#include "nodes/json/json.h"
#include "resources/resources.h"

namespace aurigraph::rules {
namespace {

using json::Type;
using json::Value;
using Lists = std::map<std::string, std::vector<std::string>, std::less<>>;

constexpr std::string_view kFolder = "rules/v";
constexpr std::string_view kSuffix = ".json";

/// The first thing that is wrong. Readers go on with empty values after it; parse() looks once, at the end.
class Complaint {
 public:
  void note(const std::string& where, const std::string& what) {
    if (text_.empty()) text_ = where + " " + what;
  }
  [[nodiscard]] bool any() const { return !text_.empty(); }
  [[nodiscard]] tl::unexpected<Error> error() const {
    return fail("rules.malformed", "The rule set cannot be read: " + text_ + ".",
                "Compare it with resources/rules/v1.json.");
  }

 private:
  std::string text_;
};

/// One object's members, each asked for once; finish() complains about those nobody asked for.
class Object {
 public:
  Object(const Value& value, std::string where, Complaint& complaint)
      : value_(value), where_(std::move(where)), complaint_(complaint) {
    if (!value_.is(Type::kObject)) complaint_.note(where_, "must be an object");
  }

  const Value* optional(std::string_view key, Type type) {
    seen_.insert(key);
    const Value* member = value_.find(key);
    if (member != nullptr && !member->is(type)) {
      complaint_.note(at(key), "must be a " + std::string(json::nameOf(type)));
      return nullptr;
    }
    return member;
  }
  const Value* required(std::string_view key, Type type) {
    const Value* member = optional(key, type);
    if (member == nullptr) complaint_.note(at(key), "is missing or of another type");
    return member;
  }
  std::string text(std::string_view key) {
    const Value* member = required(key, Type::kString);
    return member == nullptr ? std::string() : std::string(member->text);
  }
  std::string textOr(std::string_view key, std::string otherwise) {
    const Value* member = optional(key, Type::kString);
    return member == nullptr ? std::move(otherwise) : std::string(member->text);
  }
  template <class Integer>
  Integer number(std::string_view key) {
    const Value* member = required(key, Type::kNumber);
    return member == nullptr ? Integer{} : whole<Integer>(*member, at(key));
  }
  template <class Integer>
  Integer whole(const Value& value, const std::string& where) {
    const auto parsed = value.is(Type::kNumber) ? parseU128(value.text) : fail("", "");
    if (!parsed || *parsed > static_cast<U128>(std::numeric_limits<Integer>::max())) {
      complaint_.note(where, "must be a whole number in its range");
      return {};
    }
    return static_cast<Integer>(*parsed);
  }
  /// A list of exactly that many whole numbers.
  template <class Integer, std::size_t kSize>
  std::array<Integer, kSize> numbers(std::string_view key) {
    std::array<Integer, kSize> out{};
    const Value* member = required(key, Type::kArray);
    if (member == nullptr) return out;
    if (member->items.size() != kSize)
      complaint_.note(at(key), "must hold " + std::to_string(kSize) + " numbers");
    for (std::size_t i = 0; i < std::min(kSize, member->items.size()); ++i)
      out[i] = whole<Integer>(member->items[i], at(key));
    return out;
  }
  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> out;
    const Value* member = optional(key, Type::kArray);
    if (member == nullptr) return out;
    for (const Value& item : member->items) {
      if (!item.is(Type::kString)) complaint_.note(at(key), "must hold texts");
      out.emplace_back(item.text);
    }
    return out;
  }
  template <class Each>
  void list(std::string_view key, Each each) {
    const Value* member = optional(key, Type::kArray);
    if (member == nullptr) return;
    for (std::size_t i = 0; i < member->items.size(); ++i)
      each(member->items[i], at(key) + "[" + std::to_string(i) + "]");
  }
  /// "5 s", "15 min", "1 h", "45 d".
  Nanoseconds duration(std::string_view key) {
    const std::string words = text(key);
    const auto space = words.find(' ');
    const auto count = parseU128(std::string_view(words).substr(0, space));
    const std::string unit = space == std::string::npos ? "" : words.substr(space + 1);
    const std::int64_t seconds = unit == "s"     ? 1
                                 : unit == "min" ? 60
                                 : unit == "h"   ? 3'600
                                 : unit == "d"   ? 86'400
                                                 : 0;
    constexpr U128 kMost = 100'000;
    if (!count || *count > kMost || seconds == 0) {
      complaint_.note(at(key), "must be a duration like \"15 min\"");
      return {};
    }
    return Nanoseconds(static_cast<std::int64_t>(*count) * seconds * 1'000'000'000);
  }
  Decimal decimal(std::string_view words, const std::string& where) {
    const auto parsed = Decimal::parse(words);
    if (!parsed) complaint_.note(where, "must hold decimal numbers written as text");
    return parsed.value_or(Decimal{});
  }
  quality::Interval interval(std::string_view key, const quality::Interval& otherwise) {
    if (value_.find(key) == nullptr) {
      seen_.insert(key);
      return otherwise;
    }
    const auto words = texts(key);
    if (words.size() != 2) {
      complaint_.note(at(key), "must be two decimal numbers written as text");
      return {};
    }
    return {decimal(words[0], at(key)), decimal(words[1], at(key))};
  }
  quality::Condition condition() {
    quality::Condition out;
    const Value* member = optional("when", Type::kObject);
    if (member == nullptr) return out;
    Object when(*member, at("when"), complaint_);
    out.field = when.text("field");
    out.values = when.texts("is");
    if (out.field.empty() || out.values.empty()) complaint_.note(at("when"), "needs a field and its values");
    when.finish();
    return out;
  }
  void finish() {
    for (const json::Member& member : value_.members)
      if (!seen_.contains(member.key)) complaint_.note(at(member.key), "is not a member we know");
  }
  [[nodiscard]] std::string at(std::string_view key) const { return where_ + "/" + std::string(key); }
  [[nodiscard]] Complaint& complaint() { return complaint_; }

 private:
  const Value& value_;
  std::string where_;
  Complaint& complaint_;
  std::set<std::string_view> seen_;
};

/// The enumerator of a word; complains about any other word.
template <class Enum>
Enum oneOf(Object& object, std::string_view key,
           std::initializer_list<std::pair<std::string_view, Enum>> words) {
  const std::string word = object.text(key);
  for (const auto& [name, value] : words)
    if (name == word) return value;
  object.complaint().note(object.at(key), "cannot be \"" + word + "\"");
  return words.begin()->second;
}

quality::RangeSpec readRange(const Value& value, const std::string& where, Complaint& complaint) {
  Object object(value, where, complaint);
  quality::RangeSpec out;
  out.when = object.condition();
  out.relativeTo = object.textOr("relativeTo", "");
  if (object.required("normal", Type::kArray) != nullptr) out.normal = object.interval("normal", {});
  out.plausible = object.interval("plausible", out.normal);
  out.physical = object.interval("physical", out.plausible);
  object.finish();
  return out;
}

quality::FieldSpec readField(const Value& value, const std::string& where, Complaint& complaint) {
  using quality::FieldClass;
  using quality::ValueType;
  Object object(value, where, complaint);
  quality::FieldSpec out;
  out.name = object.text("name");
  out.fieldClass = oneOf<FieldClass>(
      object, "class",
      {{"R", FieldClass::kRequired}, {"E", FieldClass::kExpected}, {"O", FieldClass::kOptional}});
  out.type = oneOf<ValueType>(object, "type",
                              {{"quantity", ValueType::kQuantity},
                               {"text", ValueType::kText},
                               {"time", ValueType::kTime},
                               {"digest", ValueType::kDigest},
                               {"bool", ValueType::kBool}});
  out.units = object.texts("units");
  out.when = object.condition();
  object.list("ranges", [&](const Value& item, const std::string& place) {
    out.ranges.push_back(readRange(item, place, complaint));
  });
  if (object.optional("stuckAfter", Type::kNumber) != nullptr)
    out.stuckAfter = object.number<std::uint8_t>("stuckAfter");
  object.finish();
  return out;
}

quality::RuleUse readRule(const Value& value, const std::string& where, Complaint& complaint) {
  Object object(value, where, complaint);
  quality::RuleUse out;
  out.rule = object.text("rule");
  out.severity = object.number<std::uint8_t>("severity");
  for (const std::string& words : object.texts("parameters"))
    out.parameters.push_back(object.decimal(words, object.at("parameters")));
  object.finish();
  return out;
}

quality::ReferenceSpec readReference(const Value& value, const std::string& where, const Lists& lists,
                                     Complaint& complaint) {
  Object object(value, where, complaint);
  quality::ReferenceSpec out;
  out.name = object.text("name");
  out.severity = object.number<std::uint8_t>("severity");
  out.field = object.textOr("field", "");
  // "@countries" is one of the file's own lists.
  const Value* known = value.find("known");
  if (known != nullptr && known->is(Type::kString)) {
    const std::string name = object.text("known");
    const auto list = name.starts_with('@') ? lists.find(std::string_view(name).substr(1)) : lists.end();
    if (list == lists.end())
      complaint.note(object.at("known"), "names no list");
    else
      out.known = list->second;
  } else {
    out.known = object.texts("known");
  }
  out.bad = object.texts("bad");
  if (const Value* strict = object.optional("strict", Type::kBool)) out.strict = strict->boolean;
  if (out.field.empty() && (!out.known.empty() || !out.bad.empty() || out.strict))
    complaint.note(where, "judges values but names no field");
  object.finish();
  return out;
}

quality::AgeBound readBound(const Value& value, const std::string& where, Complaint& complaint) {
  Object object(value, where, complaint);
  quality::AgeBound out;
  out.when = object.condition();
  out.bound = object.duration("bound");
  out.spanField = object.textOr("spanField", "");
  if (!out.spanField.empty()) {
    out.spanDefault = object.duration("spanDefault");
    out.spanMost = object.duration("spanMost");
  }
  object.finish();
  return out;
}

wire::RecordKind kindNamed(std::string_view name, Complaint& complaint) {
  for (int raw = 0; raw < 256; ++raw) {
    const auto kind = static_cast<wire::RecordKind>(raw);
    if (wire::nameOf(kind).empty()) continue;
    if (name == std::string(wire::nameOf(wire::categoryOf(kind))) + "/" + std::string(wire::nameOf(kind)))
      return kind;
  }
  complaint.note("kinds", "has no kind \"" + std::string(name) + "\"");
  return {};
}

quality::KindProfile readKind(const json::Member& member, const Lists& lists, Complaint& complaint) {
  using quality::ObservationClock;
  Object object(member.value, "kinds/" + std::string(member.key), complaint);
  quality::KindProfile out;
  out.kind = kindNamed(member.key, complaint);
  out.weights = object.numbers<std::uint16_t, quality::kCheckCount>("weights");
  out.floors = object.numbers<std::uint16_t, quality::kCheckCount>("floors");
  out.minSources = object.number<std::uint8_t>("minSources");
  out.retrievalBound = object.duration("retrieval");
  out.clock = oneOf<ObservationClock>(object, "clock",
                                      {{"none", ObservationClock::kNone},
                                       {"elapsed", ObservationClock::kElapsed},
                                       {"session", ObservationClock::kSession},
                                       {"businessDays", ObservationClock::kBusinessDays}});
  object.list("observation", [&](const Value& item, const std::string& place) {
    out.observationBounds.push_back(readBound(item, place, complaint));
  });
  out.gapField = object.textOr("gapField", "");
  object.list("fields", [&](const Value& item, const std::string& place) {
    out.fields.push_back(readField(item, place, complaint));
  });
  object.list("rules", [&](const Value& item, const std::string& place) {
    out.rules.push_back(readRule(item, place, complaint));
  });
  object.list("references", [&](const Value& item, const std::string& place) {
    out.references.push_back(readReference(item, place, lists, complaint));
  });
  out.approvalValidFor = object.duration("approvalValidFor");
  out.usableFor = object.duration("usableFor");
  object.finish();
  // People may write them in any order; the canonical set has one.
  std::ranges::sort(out.fields, {}, &quality::FieldSpec::name);
  std::ranges::sort(out.rules, {}, &quality::RuleUse::rule);
  std::ranges::sort(out.references, {}, &quality::ReferenceSpec::name);
  return out;
}

Ppm ppm(Object& object, std::string_view key) {
  return Ppm(object.number<std::int32_t>(key));
}

/// Calls `read` with the object under `key`.
template <class Read>
void inside(Object& parent, std::string_view key, Read read) {
  const Value* member = parent.required(key, Type::kObject);
  if (member == nullptr) return;
  Object object(*member, parent.at(key), parent.complaint());
  read(object, *member);
}

quality::RuleSet readRuleSet(const Value& root, Complaint& complaint) {
  Object top(root, "", complaint);
  quality::RuleSet out;
  out.version = top.number<std::uint32_t>("version");
  inside(top, "caps", [&](Object& caps, const Value&) {
    out.caps = {ppm(caps, "Z"), ppm(caps, "V"), ppm(caps, "X"), ppm(caps, "R")};
    caps.finish();
  });
  inside(top, "bands", [&](Object& bands, const Value&) {
    out.acceptFrom = ppm(bands, "accept");
    out.reviewFrom = ppm(bands, "review");
    bands.finish();
  });
  inside(top, "fieldWeights", [&](Object& weights, const Value&) {
    out.fieldWeights = {weights.number<std::uint8_t>("R"), weights.number<std::uint8_t>("E"),
                        weights.number<std::uint8_t>("O")};
    weights.finish();
  });
  inside(top, "transport", [&](Object& points, const Value&) {
    out.transport.allowedHost = points.number<std::uint8_t>("allowedHost");
    out.transport.pinnedKey = points.number<std::uint8_t>("pinnedKey");
    out.transport.authenticatedSession = points.number<std::uint8_t>("authenticatedSession");
    out.transport.payloadSigned = points.number<std::uint8_t>("payloadSigned");
    out.transport.tier = points.numbers<std::uint8_t, 4>("tiers");
    points.finish();
  });
  out.futureTolerance = top.duration("futureTolerance");
  inside(top, "grades", [&](Object& grades, const Value& members) {
    for (const json::Member& member : members.members)
      out.grades.push_back({std::string(member.key), grades.number<std::uint16_t>(member.key)});
  });
  Lists lists;
  inside(top, "lists", [&](Object& object, const Value& members) {
    for (const json::Member& member : members.members) {
      if (!member.value.is(Type::kArray)) complaint.note(object.at(member.key), "must be a list");
      lists[std::string(member.key)] = object.texts(member.key);
    }
  });
  inside(top, "kinds", [&](Object&, const Value& members) {
    for (const json::Member& member : members.members)
      out.kinds.push_back(readKind(member, lists, complaint));
  });
  top.finish();
  std::ranges::sort(out.grades, {}, &quality::QualityGrade::code);
  std::ranges::sort(out.kinds, {}, &quality::KindProfile::kind);
  return out;
}

}  // namespace

Result<quality::RuleSet> parseRuleSet(std::string_view json) {
  const auto document = json::Document::parse(asBytes(json));
  if (!document) return propagate(document);
  Complaint complaint;
  quality::RuleSet out = readRuleSet(document->root(), complaint);
  if (complaint.any()) return complaint.error();
  if (auto status = quality::validate(out); !status) return propagate(status);
  return out;
}

Result<quality::RuleSet> shippedRuleSet(std::uint32_t version) {
  const auto versions = shippedRuleSetVersions();
  if (std::ranges::find(versions, version) == versions.end()) {
    std::string known;
    for (const std::uint32_t each : versions) known += (known.empty() ? "" : ", ") + std::to_string(each);
    return fail("rules.unknown_version", "There is no shipped rule set " + std::to_string(version) + ".",
                "Use one of: " + known + ".");
  }
  const auto json = resource(std::string(kFolder) + std::to_string(version) + std::string(kSuffix));
  if (json.data() == nullptr)
    return fail("rules.unknown_version", "The shipped rule set is not carried.", "Build the program again.");
  return parseRuleSet(json);
}

Result<quality::RuleSet> newestRuleSet() {
  const auto versions = shippedRuleSetVersions();
  return shippedRuleSet(versions.empty() ? 0 : versions.back());
}

std::vector<std::uint32_t> shippedRuleSetVersions() {
  std::vector<std::uint32_t> out;
  for (const std::string_view path : resourcePaths(kFolder)) {
    if (!path.ends_with(kSuffix)) continue;
    const auto digits = path.substr(kFolder.size(), path.size() - kFolder.size() - kSuffix.size());
    const auto version = parseU128(digits);
    if (version && *version <= std::numeric_limits<std::uint32_t>::max())
      out.push_back(static_cast<std::uint32_t>(*version));
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace aurigraph::rules
