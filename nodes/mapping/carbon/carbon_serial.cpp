#include "nodes/mapping/carbon/carbon_serial.h"

#include <vector>

#include "core/base/decimal.h"
#include "core/base/time_text.h"
#include "nodes/mapping/csv.h"
#include "nodes/mapping/record_builder.h"

namespace aurigraph::mapping {
namespace {

tl::unexpected<Error> malformed(std::string_view text, std::string_view why) {
  return fail("serial.malformed",
              "\"" + std::string(text.substr(0, 128)) +
                  "\" is no serial number of this registry: " + std::string(why) + ".",
              "Export the row again; without its serial numbers a block cannot be told from another.");
}

std::vector<std::string_view> partsOf(std::string_view text) {
  std::vector<std::string_view> out;
  while (true) {
    const auto dash = text.find('-');
    out.push_back(trimmed(text.substr(0, dash)));
    if (dash == std::string_view::npos) return out;
    text.remove_prefix(dash + 1);
  }
}

/// At most 18 digits: fits a u64 and every later sum.
bool readNumberPart(std::string_view part, std::uint64_t& out) {
  if (!allDigits(part) || part.size() > 18) return false;
  out = 0;
  for (const char c : part) out = out * 10 + static_cast<std::uint64_t>(c - '0');
  return true;
}

std::optional<Nanoseconds> readDay(std::string_view ddmmyyyy) {
  if (ddmmyyyy.size() != 8 || !allDigits(ddmmyyyy)) return std::nullopt;
  const auto day = parseDate(std::string(ddmmyyyy.substr(4)) + "-" + std::string(ddmmyyyy.substr(2, 2)) +
                             "-" + std::string(ddmmyyyy.substr(0, 2)));
  return day ? std::optional(*day) : std::nullopt;
}

bool isCountry(std::string_view part) {
  return part.size() == 2 && part[0] >= 'A' && part[0] <= 'Z' && part[1] >= 'A' && part[1] <= 'Z';
}

Status readRange(std::string_view text, std::string_view first, std::string_view last, CarbonSerial& out) {
  if (!readNumberPart(first, out.first) || !readNumberPart(last, out.last))
    return malformed(text, "its first or last number is none");
  if (out.first > out.last) return malformed(text, "its first number lies behind its last");
  return {};
}

std::string joined(const std::vector<std::string_view>& parts, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) out += '-';
    out += parts[i];
  }
  return out;
}

}  // namespace

Result<CarbonSerial> parseVerraSerial(std::string_view text) {
  const auto parts = partsOf(text);
  if (parts.size() != 13) return malformed(text, "it has " + std::to_string(parts.size()) + " parts, not 13");
  if (parts[4] != "VCU") return malformed(text, "its fifth part is not VCU");
  CarbonSerial out;
  if (const auto range = readRange(text, parts[1], parts[2], out); !range)
    return tl::unexpected(range.error());
  if (!allDigits(parts[0])) return malformed(text, "its series is no number");
  if (!isCountry(parts[7])) return malformed(text, "its country is no ISO code");
  if (!allDigits(parts[9])) return malformed(text, "its project is no number");
  out.series = std::string(parts[0]);
  out.country = std::string(parts[7]);
  out.scope = std::string(parts[8]);
  out.project = std::string(parts[9]);
  out.vintageStart = readDay(parts[10]);
  out.vintageEnd = readDay(parts[11]);
  if (!out.vintageStart || !out.vintageEnd)
    return malformed(text, "its vintage is no pair of days (ddmmyyyy)");
  return out;
}

Result<CarbonSerial> parseGoldStandardSerial(std::string_view text) {
  const auto parts = partsOf(text);
  CarbonSerial out;
  if (parts.size() == 9) {
    if (!parts[3].starts_with("GS") || !allDigits(parts[3].substr(2)))
      return malformed(text, "its fourth part is no project as GS1234");
    if (const auto range = readRange(text, parts[7], parts[8], out); !range)
      return tl::unexpected(range.error());
    if (!isCountry(parts[2])) return malformed(text, "its country is no ISO code");
    std::uint64_t year = 0;
    if (!readNumberPart(parts[5], year) || year < 1990 || year > 2200)
      return malformed(text, "its vintage is no year");
    out.series = joined(parts, 0, 7);
    out.country = std::string(parts[2]);
    out.project = std::string(parts[3].substr(2));
    out.vintageYear = static_cast<int>(year);
    return out;
  }
  if (parts.size() == 14) {
    for (std::size_t i = 0; i < 7; ++i)
      if (i != 2 && parts[i] != parts[i + 7])
        return malformed(text, "its two ends belong to different series");
    if (const auto range = readRange(text, parts[2], parts[9], out); !range)
      return tl::unexpected(range.error());
    if (!isCountry(parts[0])) return malformed(text, "its country is no ISO code");
    out.series = joined(parts, 0, 2) + "-*-" + joined(parts, 3, 7);
    out.country = std::string(parts[0]);
    return out;
  }
  return malformed(text, "it has " + std::to_string(parts.size()) + " parts, neither 9 nor 14");
}

}  // namespace aurigraph::mapping
