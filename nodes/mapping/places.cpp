#include "nodes/mapping/places.h"

#include <algorithm>
#include <array>

namespace aurigraph::mapping {

using json::Type;

namespace {

/// RFC 6901.
std::string escaped(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out.push_back(c);
  }
  return out;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string raised(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

bool allDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isSentinel(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kSentinels = {"",    "N/A", "n/a",  "NA",  "--",
                                                                 "NaN", "nan", "null", "None"};
  return std::find(kSentinels.begin(), kSentinels.end(), trimmed(text)) != kSentinels.end();
}

JsonCursor JsonCursor::at(std::string_view key) const {
  if (blocker_ != nullptr) return *this;
  if (present() && !is(Type::kObject)) return blocked(value_, pointer_);
  return {value_ == nullptr ? nullptr : value_->find(key), pointer_ + "/" + escaped(key)};
}

JsonCursor JsonCursor::at(std::size_t index) const {
  if (blocker_ != nullptr) return *this;
  if (present() && !is(Type::kArray)) return blocked(value_, pointer_);
  return {value_ == nullptr || index >= value_->items.size() ? nullptr : &value_->items[index],
          pointer_ + "/" + std::to_string(index)};
}

JsonCursor JsonCursor::like(std::string_view key) const {
  if (blocker_ != nullptr) return *this;
  if (present() && !is(Type::kObject)) return blocked(value_, pointer_);
  if (value_ != nullptr)
    for (const json::Member& member : value_->members)
      if (std::equal(member.key.begin(), member.key.end(), key.begin(), key.end(),
                     [](char a, char b) { return lower(a) == lower(b); }))
        return {&member.value, pointer_ + "/" + escaped(member.key)};
  return {nullptr, pointer_ + "/" + escaped(key)};
}

std::string_view JsonCursor::text() const {
  return is(json::Type::kString) ? value_->text : std::string_view{};
}

Cell cellOf(const JsonCursor& node) {
  Cell out;
  out.pointer = node.pointer();
  if (node.absent()) return out;
  out.absent = false;
  out.null = node.is(Type::kNull);
  const bool readable = node.is(Type::kString) || node.is(Type::kNumber);
  out.wrongType = !out.null && !readable;
  out.isNumber = node.is(Type::kNumber);
  if (node.is(Type::kArray)) out.list = node.value();
  if (readable) out.content = trimmed(node.value()->text);
  return out;
}

Result<Table> Table::withHeader(std::vector<CsvRow> rows) {
  if (rows.empty()) return fail("csv.no_header", "The table has no header.", "Export it again.");
  Table out;
  for (const std::string& title : rows.front().cells) {
    out.titles_.emplace_back(trimmed(title));
    out.columns_.push_back(lowered(trimmed(title)));
  }
  rows.erase(rows.begin());
  out.rows_ = std::move(rows);
  return out;
}

Table Table::withColumns(std::vector<CsvRow> rows, std::vector<std::string> columns) {
  Table out;
  out.titles_ = columns;
  for (std::string& column : columns) column = lowered(column);
  out.columns_ = std::move(columns);
  out.rows_ = std::move(rows);
  return out;
}

bool Table::has(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), lowered(column)) != columns_.end();
}

std::string Table::pointer(std::size_t row) const {
  return "row:" + std::to_string(rows_[row].line);
}

Cell Table::cell(std::size_t row, std::string_view column) const {
  Cell out;
  out.pointer = pointer(row) + "/col:" + std::string(column);
  const auto found = std::find(columns_.begin(), columns_.end(), lowered(column));
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  if (found == columns_.end() || index >= rows_[row].cells.size()) return out;
  out.absent = false;
  out.content = trimmed(rows_[row].cells[index]);
  out.null = out.content.empty();
  return out;
}

Status Table::checkRow(std::size_t row) const {
  if (rows_[row].cells.size() == columns_.size()) return {};
  return fail("csv.column_count",
              "The row has " + std::to_string(rows_[row].cells.size()) + " cells, the table " +
                  std::to_string(columns_.size()) + " columns.",
              "Export the table again; it may be cut off.");
}

}  // namespace aurigraph::mapping
