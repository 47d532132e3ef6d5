#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/wire/record.h"
#include "nodes/connectors/csv.h"
#include "nodes/connectors/json.h"
#include "nodes/connectors/mappers/mapper.h"
#include "nodes/connectors/units.h"

/// What all mappers share: a place in the answer, and the making of one record from such places.
namespace aurigraph::connectors {

/// A value of the answer with the pointer to it; absent members have a pointer too, so that a refusal can
/// name what is missing.
class Node {
 public:
  Node(const json::Value* value, std::string pointer) : value_(value), pointer_(std::move(pointer)) {}

  [[nodiscard]] Node at(std::string_view key) const;
  [[nodiscard]] Node at(std::size_t index) const;
  /// As at(), but capitals don't count ("saleAmt", "saleamt").
  [[nodiscard]] Node like(std::string_view key) const;

  [[nodiscard]] bool present() const { return value_ != nullptr && !value_->is(json::Type::kNull); }
  [[nodiscard]] bool absent() const { return value_ == nullptr; }
  [[nodiscard]] bool is(json::Type type) const { return value_ != nullptr && value_->is(type); }
  [[nodiscard]] bool has(std::string_view key) const {
    return value_ != nullptr && value_->find(key) != nullptr;
  }
  [[nodiscard]] std::size_t size() const { return value_ == nullptr ? 0 : value_->items.size(); }
  /// The string's content; empty when it is no string.
  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] const json::Value* value() const { return value_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }

 private:
  const json::Value* value_;
  std::string pointer_;
};

/// A value wherever it stands: a member of an object, or a cell of a table ("row:12/col:Quantity").
struct Cell {
  bool absent = true;        ///< There is no such member or column.
  bool null = false;         ///< It is there and says nothing: null, or an empty cell.
  bool wrongType = false;    ///< Neither text nor number.
  std::string_view content;  ///< Trimmed.
  std::string pointer;
};
Cell cellOf(const Node& node);

/// A table whose first row names its columns.
class Table {
 public:
  /// Column names are compared trimmed and without regard to capitals. Errors: csv.no_header.
  static Result<Table> withHeader(std::vector<CsvRow> rows);
  static Table withColumns(std::vector<CsvRow> rows, std::vector<std::string> columns);

  [[nodiscard]] bool has(std::string_view column) const;
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] Cell cell(std::size_t row, std::string_view column) const;
  /// An error when the row has another number of cells than the table has columns.
  [[nodiscard]] Status checkRow(std::size_t row) const;
  [[nodiscard]] std::string pointer(std::size_t row) const;

 private:
  std::vector<std::string> columns_;  ///< Lower case.
  std::vector<std::string> titles_;   ///< As they stand.
  std::vector<CsvRow> rows_;
};

/// Why an item gives no record.
struct Refusal {
  std::string field;
  Error reason;
};

/// Makes one record. The first value that cannot be taken ends it: later calls do nothing, finish() tells
/// why.
class Item {
 public:
  Item(const ProviderPreset& preset, const MapContext& context, const Digest& rawDigest,
       wire::RecordKind kind);

  // -- Values of the answer. Absent: no field. Null, "" or a sentinel: a field without value.
  void text(std::string_view name, const Node& node);
  /// A JSON number, in a unit that the mapping declares.
  void number(std::string_view name, const Node& node, std::string_view unit);
  void measured(std::string_view name, const Node& node, std::string_view sourceUnit, Measure measure);
  /// A JSON string that holds a plain decimal number (ATTOM's latitude).
  void numberText(std::string_view name, const Node& node, std::string_view unit);
  void time(std::string_view name, const Node& node);
  void date(std::string_view name, const Node& node);
  void flag(std::string_view name, const Node& node);

  // -- The same for a place that may be a cell of a table or a member of an object.
  void text(std::string_view name, const Cell& cell);
  /// Digits with an optional fraction, thousands separated by commas: all forms that registries export.
  void number(std::string_view name, const Cell& cell, std::string_view unit);
  /// YYYY-MM-DD, with or without a midnight; DD/MM/YYYY only where the day cannot be a month.
  void date(std::string_view name, const Cell& cell);

  // -- Values the mapper made itself.
  void set(std::string_view name, wire::FieldValue value, std::string_view pointer,
           wire::ParseQuality parse = wire::ParseQuality::kExact);
  /// From the request or else the preset's constant; nothing when neither says.
  void context(std::string_view name);
  void refuse(std::string_view pointer, Error reason);
  void refuse(std::string_view pointer, std::string_view code, std::string message, std::string remedy = {});
  /// Marks a field that is there as not of the right form (a bad check digit, an unknown code).
  void doubt(std::string_view name, wire::ParseQuality parse);
  void fact(std::string_view name, wire::FieldValue value);
  void reference(std::string_view name, wire::ReferenceOutcome outcome);

  // -- What the values so far say.
  [[nodiscard]] bool ok() const { return !refusal_; }
  [[nodiscard]] const wire::Field* find(std::string_view name) const;
  [[nodiscard]] std::optional<Decimal> quantity(std::string_view name) const;
  [[nodiscard]] std::string textOf(std::string_view name) const;
  [[nodiscard]] std::optional<Nanoseconds> timeOf(std::string_view name) const;

  wire::Record& record() { return record_; }
  void carriesSignature() { carriesSignature_ = true; }

  /// Puts the record or its refusal into the answer, as item number `index`.
  void finish(MappedAnswer& answer, std::size_t index) &&;

 private:
  void put(std::string_view name, wire::FieldValue value, std::string_view pointer, wire::ParseQuality parse);
  /// True when the node holds something to read; sets a field without value for null.
  bool readable(std::string_view name, const Node& node, json::Type wanted);
  bool readable(std::string_view name, const Cell& cell);

  const ProviderPreset& preset_;
  const MapContext& context_;
  wire::Record record_;
  std::map<std::string, wire::Field, std::less<>> fields_;
  std::map<std::string, wire::FieldValue, std::less<>> facts_;
  std::map<std::string, wire::ReferenceLookup, std::less<>> references_;
  std::optional<Refusal> refusal_;
  bool carriesSignature_ = false;
};

/// What one mapper is given: the same for all items of an answer.
struct MapJob {
  const ProviderPreset& preset;
  const MapContext& context;
  Digest rawDigest;

  [[nodiscard]] Item item(wire::RecordKind kind) const { return {preset, context, rawDigest, kind}; }
  /// The request's word, else the preset's, else "".
  [[nodiscard]] std::string_view declared(std::string_view key) const;
};

// Errors that all mappers share.
tl::unexpected<Error> notThisCategory(std::string what);
tl::unexpected<Error> providerError(std::string_view words);
tl::unexpected<Error> unknownAnswer(std::string what);

/// Registries answer with JSON or with a table: the first character tells.
bool looksLikeJson(ByteView raw);
/// Is this how sources write "no value"?
bool isSentinel(std::string_view text);
std::string lowered(std::string_view text);
std::string raised(std::string_view text);
bool allDigits(std::string_view text);

}  // namespace aurigraph::connectors
