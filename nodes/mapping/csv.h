#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// Registry exports: RFC 4180 with quoted newlines and quotes, LF or CRLF, UTF-8 or (where it is no UTF-8)
/// Windows-1252, as spreadsheets save it.
namespace aurigraph::mapping {

inline constexpr std::size_t kMaxCsvBytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t kMaxCsvRows = 200'000;
inline constexpr std::size_t kMaxCsvColumns = 256;
inline constexpr std::size_t kMaxCsvCellBytes = 64 * 1024;

struct CsvRow {
  std::size_t line = 0;  ///< Line in the file where the row begins, from 1.
  std::vector<std::string> cells;
};

/// All rows, a header included if there is one. Blank lines are left out. Cells are UTF-8, untrimmed.
/// Errors: csv.too_large, csv.malformed (names the line), csv.not_csv (markup, JSON, binary, nothing).
Result<std::vector<CsvRow>> parseCsv(ByteView raw);

/// Without spaces at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace aurigraph::mapping
