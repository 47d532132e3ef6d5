#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nodes/json/json.h"
#include "nodes/mapping/csv.h"

/// A place in an answer: a member of an object, an element of a list, a cell of a table.
namespace aurigraph::mapping {

/// A value of the answer with the pointer to it; absent members have a pointer too, so that a refusal can
/// name what is missing. Below a value that is no object (or no list) everything is *blocked*: something was
/// said, and none of it can be read.
class JsonCursor {
 public:
  JsonCursor(const json::Value* value, std::string pointer) : value_(value), pointer_(std::move(pointer)) {}

  [[nodiscard]] JsonCursor at(std::string_view key) const;
  [[nodiscard]] JsonCursor at(std::size_t index) const;
  /// As at(), but capitals don't count ("saleAmt", "saleamt").
  [[nodiscard]] JsonCursor like(std::string_view key) const;

  [[nodiscard]] bool present() const {
    return blocker_ != nullptr || (value_ != nullptr && !value_->is(json::Type::kNull));
  }
  [[nodiscard]] bool absent() const { return value_ == nullptr && blocker_ == nullptr; }
  /// Present, and not just an empty text.
  [[nodiscard]] bool says() const { return is(json::Type::kString) ? !text().empty() : present(); }
  /// What stands where the object or list around this value should be; then `pointer` is its place.
  [[nodiscard]] const json::Value* blocker() const { return blocker_; }
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
  static JsonCursor blocked(const json::Value* by, std::string pointer) {
    JsonCursor out(nullptr, std::move(pointer));
    out.blocker_ = by;
    return out;
  }

  const json::Value* value_;
  const json::Value* blocker_ = nullptr;
  std::string pointer_;
};

/// A value wherever it stands: a member of an object, or a cell of a table ("row:12/col:Quantity").
struct Cell {
  bool absent = true;        ///< There is no such member or column.
  bool null = false;         ///< It is there and says nothing: null, or an empty cell.
  bool wrongType = false;    ///< Neither text nor number.
  bool isNumber = false;     ///< A JSON number; a table's cells are texts.
  std::string_view content;  ///< Trimmed.
  std::string pointer;
  const json::Value* list = nullptr;  ///< The JSON list that stands there.
};
Cell cellOf(const JsonCursor& node);

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

// What texts of answers are asked.
/// Is this how sources write "no value"?
bool isSentinel(std::string_view text);
std::string lowered(std::string_view text);
std::string raised(std::string_view text);
bool allDigits(std::string_view text);

}  // namespace aurigraph::mapping
