#include "app/aurigraph/output.h"

#include <unistd.h>

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <iostream>

#include "core/wire/text.h"

namespace aurigraph::cli {

int report(const Error& error, bool json, int exitCode) {
  if (json) {
    printJson({{"error", {{"code", error.code}, {"message", error.message}, {"remedy", error.remedy}}}});
  } else {
    std::cerr << "aurigraph: " << error.message;
    if (!error.remedy.empty()) std::cerr << " " << error.remedy;
    std::cerr << " [" << error.code << "]\n";
  }
  return exitCode;
}

void printJson(const boost::json::value& value) {
  std::cout << wire::asUtf8(boost::json::serialize(value)) << "\n" << std::flush;
}

namespace {

// Characters, not bytes: continuation bytes of UTF-8 take no column.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

Progress::Progress() : terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (dirty_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::say(std::string_view line) {
  if (!terminal_) return;
  dirty_ = true;
  std::cerr << "\r\033[K" << line << std::flush;
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    if (row.size() > widths.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += row[i];
      if (i + 1 < row.size()) out.append(widths[i] - columns(row[i]) + 2, ' ');
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
  }
  return out;
}

}  // namespace aurigraph::cli
