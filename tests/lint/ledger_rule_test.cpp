// A look-up in the ledger may find nothing: nobody under nodes/ follows what it gives unasked
// (nodes/gateway/views/ledger_rows.h).

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::regex kUnasked(R"(\*\s*ledger\.(identity|token|asset|record|row|session|account)\()"
                          R"(|ledger\.(identity|token|asset|record|row|session)\([^;]*?\)->)");

std::vector<std::string> unaskedIn(const fs::path& file) {
  std::vector<std::string> out;
  std::ifstream text(file);
  std::size_t number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (std::regex_search(line, kUnasked)) out.push_back(file.string() + ":" + std::to_string(number));
  }
  return out;
}

TEST(LedgerRule, NoRowIsFollowedThatMayNotBeThere) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(AURIGRAPH_SOURCE_DIR) / "nodes")) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    ++files;
    for (const auto& place : unaskedIn(entry.path())) ADD_FAILURE() << place;
  }
  EXPECT_GT(files, 100U);
}

TEST(LedgerRule, KnowsTheKindWhenItSeesIt) {
  for (const char* bad : {"const auto& row = *ledger.asset(id);", "x = ledger.token(*token)->symbol;"})
    EXPECT_TRUE(std::regex_search(bad, kUnasked)) << bad;
  for (const char* good : {"present(ledger.token(id), \"the token\")", "const auto* row = ledger.token(id);"})
    EXPECT_FALSE(std::regex_search(good, kUnasked)) << good;
}

}  // namespace
