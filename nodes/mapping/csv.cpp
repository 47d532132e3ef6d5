#include "nodes/mapping/csv.h"

#include <array>
#include <cstdint>

#include "core/wire/record_io.h"
#include "core/wire/text.h"

namespace aurigraph::mapping {
namespace {

tl::unexpected<Error> malformed(std::size_t line, std::string_view what) {
  return fail("csv.malformed", "Line " + std::to_string(line) + ": " + std::string(what) + ".",
              "Export the table again; it may be cut off or edited.");
}

/// Windows-1252 bytes 0x80…0x9F; 0: not assigned.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

Result<std::string> fromWindows1252(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  std::size_t line = 1;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (c == '\n') ++line;
    const std::uint32_t code = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
    if (code == 0 && byte != 0) return malformed(line, "a byte is neither UTF-8 nor Windows-1252");
    wire::appendCharacter(out, code);
  }
  return out;
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  Result<std::vector<CsvRow>> readAll() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      if (takeLineEnd()) continue;
      if (rows.size() == kMaxCsvRows) return malformed(line_, "more than 200,000 rows");
      auto row = readRow();
      if (!row) return propagate(row);
      rows.push_back(std::move(*row));
    }
    return rows;
  }

 private:
  Result<CsvRow> readRow() {
    CsvRow row;
    row.line = line_;
    while (true) {
      if (row.cells.size() == kMaxCsvColumns) return malformed(line_, "more than 256 columns");
      auto cell = at_ < text_.size() && text_[at_] == '"' ? quoted() : plain();
      if (!cell) return propagate(cell);
      row.cells.push_back(std::move(*cell));
      if (at_ < text_.size() && text_[at_] == ',') {
        ++at_;
        continue;
      }
      if (at_ >= text_.size() || takeLineEnd()) return row;
      return malformed(line_, "a closing quote is followed by neither a comma nor the line's end");
    }
  }

  Result<std::string> plain() {
    const std::size_t first = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
      if (text_[at_] == '"') return malformed(line_, "a quote inside a cell that is not quoted");
      ++at_;
    }
    if (at_ - first > kMaxCsvCellBytes) return malformed(line_, "a cell is longer than 64 KiB");
    return std::string(text_.substr(first, at_ - first));
  }

  Result<std::string> quoted() {
    const std::size_t opened = line_;
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return out;
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      out.push_back(text_[at_]);
      if (out.size() > kMaxCsvCellBytes) return malformed(opened, "a cell is longer than 64 KiB");
    }
    return malformed(opened, "a quote is opened and never closed");
  }

  bool takeLineEnd() {
    if (text_[at_] == '\r')
      ++at_;
    else if (text_[at_] != '\n')
      return false;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

Result<std::vector<CsvRow>> parseCsv(ByteView raw) {
  if (raw.size() > kMaxCsvBytes)
    return fail("csv.too_large", "The table has more than 16 MiB.", "Export a smaller part of it.");
  std::string_view text = asText(raw);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return fail("csv.not_csv", "The answer is empty.", "Fetch it again.");
  if (text.find('\0') != std::string_view::npos)
    return fail("csv.not_csv", "The answer holds zero bytes: it is no text.", "Check the address.");
  if (text[first] == '<' || text[first] == '{' || text[first] == '[')
    return fail("csv.not_csv", "The answer is a page (markup) or JSON, not a table.",
                "Check the address: registries answer unknown ones with a page and status 200.");
  std::string converted;
  if (!wire::isUtf8(text)) {
    auto utf8 = fromWindows1252(text);
    if (!utf8) return propagate(utf8);
    converted = std::move(*utf8);
    text = converted;
  }
  return CsvReader(text).readAll();
}

}  // namespace aurigraph::mapping
