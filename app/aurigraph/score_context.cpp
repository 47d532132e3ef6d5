#include "app/aurigraph/score_context.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "core/base/time_text.h"
#include "core/wire/fact.h"
#include "core/wire/rows/series_row.h"
#include "core/wire/text.h"
#include "nodes/json/json.h"

namespace aurigraph::cli {
namespace {

using json::Type;
using json::Value;
namespace form = wire::form;

constexpr form::OneOf kOutcomes{std::array{form::Named{wire::ReferenceOutcome::kResolved, "resolved"},
                                           form::Named{wire::ReferenceOutcome::kUnreachable, "unreachable"},
                                           form::Named{wire::ReferenceOutcome::kDangling, "dangling"}}};

template <class Enum, std::size_t kCount>
std::optional<Enum> valueNamed(const form::OneOf<Enum, kCount>& one, std::string_view name) {
  for (const auto& each : one.names)
    if (each.name == name) return each.value;
  return std::nullopt;
}

/// Whether the rules of some kind ask somebody for it.
bool isLookedUp(const quality::RuleSet& rules, std::string_view name) {
  return std::ranges::any_of(rules.kinds, [&](const quality::KindProfile& kind) {
    return std::ranges::any_of(kind.references, [&](const quality::ReferenceSpec& reference) {
      return reference.name == name && reference.field.empty();
    });
  });
}

}  // namespace

/// Reads on with empty values after the first thing that is wrong; that one is told.
class ContextReader {
 public:
  explicit ContextReader(const quality::RuleSet& rules) : rules_(rules) {}

  Result<FilePast> read(const Value& root) {
    if (!root.is(Type::kObject)) complain("The file", "must be an object");
    knows(root, "",
          {"facts", "references", "history", "days", "same_moment", "another_source", "accepted",
           "serials_overlap"});
    eachMember(root, "facts", [&](const std::string& at, auto name, auto& value) { fact(at, name, value); });
    eachMember(root, "references",
               [&](const std::string& at, auto name, auto& value) { reference(at, name, value); });
    eachMember(root, "history", [&](const std::string& at, auto name, auto& value) {
      out_.history_[std::string(name)] = decimals(at, value);
    });
    eachMember(root, "days", [&](const std::string& at, auto name, auto& value) {
      out_.days_[std::string(name)] = decimals(at, value);
    });
    eachMember(root, "another_source",
               [&](const std::string& at, auto name, auto& value) { word(at, name, value); });
    if (const Value* moment = root.find("same_moment")) sameMoment(*moment);
    if (const Value* accepted = root.find("accepted")) acceptedRecords(*accepted);
    if (const Value* overlap = root.find("serials_overlap")) {
      if (!overlap->is(Type::kBool)) complain("serials_overlap", "must be true or false");
      out_.serialsOverlap_ = overlap->boolean;
    }
    if (!complaint_.empty())
      return fail("context.malformed", "The context cannot be read: " + complaint_ + ".",
                  "Write it as docs/formats/record.md says, \"Context file\".");
    return std::move(out_);
  }

 private:
  void complain(const std::string& at, const std::string& what) {
    if (complaint_.empty()) complaint_ = at + " " + what;
  }
  /// Complains of members that have another name than these.
  void knows(const Value& object, const std::string& at, std::initializer_list<std::string_view> names) {
    for (const json::Member& member : object.members)
      if (std::ranges::find(names, member.key) == names.end())
        complain(at.empty() ? std::string(member.key) : at + "." + std::string(member.key), "is not known");
  }
  template <class Each>
  void eachMember(const Value& root, const std::string& name, Each each) {
    const Value* object = root.find(name);
    if (object == nullptr) return;
    if (!object->is(Type::kObject)) complain(name, "must be an object");
    for (const json::Member& member : object->members)
      each(name + "." + std::string(member.key), member.key, member.value);
  }
  std::string text(const std::string& at, const Value* value) {
    if (value == nullptr || !value->is(Type::kString)) {
      complain(at, "must be a text");
      return {};
    }
    return std::string(value->text);
  }
  Decimal decimal(const std::string& at, const Value* value) {
    const auto parsed = Decimal::parse(text(at, value));
    if (!parsed) complain(at, "must be a text that holds a decimal number");
    return parsed.value_or(Decimal());
  }
  std::vector<Decimal> decimals(const std::string& at, const Value& list) {
    std::vector<Decimal> out;
    if (!list.is(Type::kArray)) complain(at, "must be a list");
    if (list.items.size() > wire::kMaxSeriesValues)
      complain(at, "must hold at most " + std::to_string(wire::kMaxSeriesValues) + " values");
    for (std::size_t i = 0; i < list.items.size(); ++i)
      out.push_back(decimal(at + "[" + std::to_string(i) + "]", &list.items[i]));
    return out;
  }

  void fact(const std::string& at, std::string_view name, const Value& value) {
    const auto known = valueNamed(wire::kFactNames, name);
    if (!known) return complain(at, "is no fact");
    auto meant = wire::valueOf({.assetKey = {}, .name = *known, .value = text(at, &value)});
    if (!meant) return complain(at, "has no value of its kind");
    out_.facts_.push_back({std::string(name), std::move(*meant)});
  }
  void reference(const std::string& at, std::string_view name, const Value& value) {
    if (!isLookedUp(rules_, name)) return complain(at, "is nothing that the rules look up");
    const auto outcome = valueNamed(kOutcomes, text(at, &value));
    if (!outcome) return complain(at, "must be resolved, unreachable or dangling");
    out_.references_.push_back({std::string(name), *outcome});
  }
  void word(const std::string& at, std::string_view field, const Value& value) {
    if (!value.is(Type::kObject)) return complain(at, "must be an object");
    knows(value, at, {"value", "unit", "retrieved_at"});
    quality::Past::Word out;
    out.value.value = decimal(at + ".value", value.find("value"));
    if (const Value* unit = value.find("unit")) out.value.unit = text(at + ".unit", unit);
    if (out.value.unit.size() > wire::kMaxSeriesUnitBytes || !wire::isCleanText(out.value.unit))
      complain(at + ".unit", "is no unit");
    const auto time = parseRfc3339(text(at + ".retrieved_at", value.find("retrieved_at")));
    if (!time) return complain(at + ".retrieved_at", "must be a time as 2026-11-23T10:00:00Z");
    out.retrievedAt = time->utc;
    out_.anotherSource_[std::string(field)] = std::move(out);
  }
  void sameMoment(const Value& value) {
    if (!value.is(Type::kObject)) return complain("same_moment", "must be an object");
    knows(value, "same_moment", {"content", "revision"});
    const auto content = fixedFromHex<Digest>(text("same_moment.content", value.find("content")));
    if (!content) return complain("same_moment.content", "must be 64 hex digits");
    quality::Past::Said said{*content, 0};
    if (const Value* revision = value.find("revision")) {
      const auto number = revision->is(Type::kNumber) ? parseU128(revision->text) : fail("", "");
      if (!number || *number > UINT64_MAX) return complain("same_moment.revision", "must be a whole number");
      said.revision = static_cast<std::uint64_t>(*number);
    }
    out_.sameMoment_ = said;
  }
  void acceptedRecords(const Value& list) {
    if (!list.is(Type::kArray)) return complain("accepted", "must be a list");
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const Value& item = list.items[i];
      const std::string at = "accepted[" + std::to_string(i) + "]";
      if (!item.is(Type::kObject)) return complain(at, "must be an object");
      knows(item, at, {"kind", "asset_key"});
      const auto kind = valueNamed(wire::kRecordKinds, text(at + ".kind", item.find("kind")));
      if (!kind) return complain(at + ".kind", "is no kind of record");
      out_.accepted_.emplace(*kind, text(at + ".asset_key", item.find("asset_key")));
    }
  }

  const quality::RuleSet& rules_;
  FilePast out_;
  std::string complaint_;
};

Result<FilePast> FilePast::parse(std::string_view text, const quality::RuleSet& rules) {
  const auto document = json::Document::parse(asBytes(text));
  if (!document) return propagate(document);
  return ContextReader(rules).read(document->root());
}

Result<std::optional<quality::Past::Said>> FilePast::sameMoment(const wire::Record&) {
  return sameMoment_;
}

Result<std::vector<Decimal>> FilePast::history(const wire::Record&, std::string_view field) {
  const auto found = history_.find(field);
  return found == history_.end() ? std::vector<Decimal>() : found->second;
}

Result<std::vector<Decimal>> FilePast::lastOfDays(const wire::Record&, std::string_view field) {
  const auto found = days_.find(field);
  return found == days_.end() ? std::vector<Decimal>() : found->second;
}

Result<std::optional<quality::Past::Word>> FilePast::anothersWord(const wire::Record&,
                                                                  std::string_view field) {
  const auto found = anotherSource_.find(field);
  return found == anotherSource_.end() ? std::nullopt : std::optional(found->second);
}

Result<bool> FilePast::isAccepted(wire::RecordKind kind, const std::string& assetKey) {
  return accepted_.contains({kind, assetKey});
}

Result<bool> FilePast::serialsOverlap(const wire::Record&, const wire::SerialRange&) {
  return serialsOverlap_;
}

Result<std::vector<wire::RuleFact>> FilePast::facts(const wire::Record&) {
  return facts_;
}

Result<std::vector<wire::ReferenceLookup>> FilePast::references(const wire::Record&) {
  return references_;
}

}  // namespace aurigraph::cli
