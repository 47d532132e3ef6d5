#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/record.h"
#include "nodes/mapping/mapper.h"
#include "nodes/mapping/places.h"
#include "nodes/mapping/units.h"

/// What all mappers share: the making of one record from places of the answer (places.h).
namespace aurigraph::mapping {

/// A place of the answer that cannot be read, and why.
struct UnreadablePlace {
  std::string field;
  Error reason;
};

/// Makes one record. Only what makes the record what it is ends it, a required field or a part of its key:
/// later calls do nothing then, finish() tells why. Any other value of a form that the mapping does not know
/// leaves its field unreadable: without a value, with the reason (docs/decisions/082).
class RecordBuilder {
 public:
  RecordBuilder(const rules::ProviderPreset& preset, const MapContext& context, const Digest& rawDigest,
                wire::RecordKind kind);

  // -- Values of the answer. Absent: no field. Null, "" or a sentinel: a field without value.
  void text(std::string_view name, const JsonCursor& node);
  /// A JSON number, in a unit that the mapping declares.
  void number(std::string_view name, const JsonCursor& node, std::string_view unit);
  void measured(std::string_view name, const JsonCursor& node, std::string_view sourceUnit, Measure measure);
  /// A JSON string that holds a plain decimal number (ATTOM's latitude).
  void numberText(std::string_view name, const JsonCursor& node, std::string_view unit);
  void time(std::string_view name, const JsonCursor& node);
  void date(std::string_view name, const JsonCursor& node);
  void flag(std::string_view name, const JsonCursor& node);
  /// A text, or a list of texts joined by `separator`; blank entries are left out. An empty list is a null.
  void textList(std::string_view name, const JsonCursor& node, std::string_view separator);

  // -- The same for a place that may be a cell of a table or a member of an object.
  void text(std::string_view name, const Cell& cell);
  /// A text or a number's digits: how registries write their own numbers of things.
  void identifier(std::string_view name, const Cell& cell);
  void textList(std::string_view name, const Cell& cell, std::string_view separator);
  /// Digits with an optional fraction, thousands separated by commas: all forms that registries export.
  void number(std::string_view name, const Cell& cell, std::string_view unit);
  /// YYYY-MM-DD, with or without a midnight; DD/MM/YYYY only where the day cannot be a month.
  void date(std::string_view name, const Cell& cell);

  // -- Values the mapper made itself.
  void set(std::string_view name, wire::FieldValue value, std::string_view pointer,
           wire::ParseQuality parse = wire::ParseQuality::kExact);
  /// From the request or else the preset's constant; nothing when neither says.
  void context(std::string_view name);
  /// The field's value cannot be read: the one way for every form that is not the mapping's. Refuses the item
  /// when the kind requires the field, else leaves the field without a value and keeps the reason.
  void unreadable(std::string_view name, std::string_view pointer, Error reason);
  void unreadable(std::string_view name, std::string_view pointer, std::string_view code,
                  std::string message);
  /// The key is made of this field: if it could not be read, there is no telling which record this is.
  void demand(std::string_view name);
  void refuse(std::string_view pointer, Error reason);
  void refuse(std::string_view pointer, std::string_view code, std::string message, std::string remedy = {});
  /// Marks a field that is there as not of the right form (a bad check digit, an unknown code).
  void doubt(std::string_view name, wire::ParseQuality parse);
  /// Moves a field that is there to another name.
  void rename(std::string_view from, std::string to);
  /// Beside the record's values: what the answer says for a rule. At most Fetch::kMaxFacts names; one that a
  /// record may not hold is not known.
  void fact(std::string_view name, wire::FieldValue value);

  // -- What the values so far say.
  [[nodiscard]] bool ok() const { return !refusal_; }
  [[nodiscard]] const wire::Field* find(std::string_view name) const;
  [[nodiscard]] bool isUnreadable(std::string_view name) const { return unreadable_.contains(name); }
  [[nodiscard]] std::optional<Decimal> quantity(std::string_view name) const;
  [[nodiscard]] std::string textOf(std::string_view name) const;
  [[nodiscard]] std::optional<Nanoseconds> timeOf(std::string_view name) const;

  wire::Record& record() { return record_; }
  void carriesSignature() { carriesSignature_ = true; }

  /// Puts the record or its refusal into the answer, as item number `index`.
  void finish(MappedAnswer& answer, std::size_t index) &&;

 private:
  void put(std::string_view name, wire::FieldValue value, std::string_view pointer, wire::ParseQuality parse);
  void putListed(std::string_view name, const json::Value& list, const std::string& pointer,
                 std::string_view separator);
  [[nodiscard]] bool isRequired(std::string_view name) const;
  /// True when the node holds something to read; sets a field without value for null.
  bool readable(std::string_view name, const JsonCursor& node, json::Type wanted);
  bool readable(std::string_view name, const Cell& cell);

  const rules::ProviderPreset& preset_;
  const MapContext& context_;
  wire::Record record_;
  std::map<std::string, wire::Field, std::less<>> fields_;
  std::map<std::string, wire::FieldValue, std::less<>> facts_;
  std::map<std::string, UnreadablePlace, std::less<>> unreadable_;  ///< By field: where, and why.
  std::optional<UnreadablePlace> refusal_;
  bool carriesSignature_ = false;
};

/// What one mapper is given: the same for all items of an answer.
struct MapJob {
  const rules::ProviderPreset& preset;
  const MapContext& context;
  Digest rawDigest;

  [[nodiscard]] RecordBuilder item(wire::RecordKind kind) const { return {preset, context, rawDigest, kind}; }
  /// The request's word, else the preset's, else "".
  [[nodiscard]] std::string_view declared(std::string_view key) const;
};

// Errors that all mappers share.
tl::unexpected<Error> notThisCategory(std::string what);
tl::unexpected<Error> providerError(std::string_view words);
tl::unexpected<Error> unknownAnswer(std::string what);

/// Registries answer with JSON or with a table: the first character tells.
bool looksLikeJson(ByteView raw);

}  // namespace aurigraph::mapping
