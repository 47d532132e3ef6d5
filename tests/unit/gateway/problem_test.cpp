// A problem's HTTP status follows from its code: each code that a route can meet has one of its own.
#include "nodes/gateway/http/problem.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

namespace aurigraph::gateway {
namespace {

namespace fs = std::filesystem;

/// Every `fail("code", …` below a folder, with the file that says it.
std::map<std::string, std::string> codesBelow(const std::string& folder) {
  static const std::regex kFails("\\b(?:fail|error)\\(\\s*\"([a-z0-9_]+\\.[a-z0-9_]+)\"");
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(AURIGRAPH_SOURCE_DIR) / folder)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    std::ifstream file(entry.path());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::sregex_iterator at(text.begin(), text.end(), kFails), none; at != none; ++at)
      out.emplace((*at)[1], entry.path().filename().string());
  }
  return out;
}

TEST(Problem, EveryCodeThatARouteCanMeetHasItsStatus) {
  // A node's start and its own files, times of data, frames of a stream, what clients check: no problem
  // document says these.
  const std::set<std::string> elsewhere = {"server", "service_levels", "time", "stream", "certificate"};
  std::size_t seen = 0;
  for (const char* folder : {"nodes/gateway", "nodes/business", "core/base", "core/proof"})
    for (const auto& [code, file] : codesBelow(folder)) {
      if (elsewhere.contains(code.substr(0, code.find('.')))) continue;
      ++seen;
      EXPECT_NE(statusOf(code), 500U) << code << " of " << folder << "/…/" << file;
    }
  // What is read out of a request's JSON and bytes.
  for (const std::string family : {"batch", "command", "role", "hex", "integer", "decimal"})
    EXPECT_EQ(statusOf(family + ".anything"), 400U) << family;
  EXPECT_GT(seen, 40U) << "the search finds nothing any more";
}

}  // namespace
}  // namespace aurigraph::gateway
