#include "core/ledger/reason.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace aurigraph::ledger {
namespace {

std::set<int> codesInHeader() {
  std::ifstream file(std::string(AURIGRAPH_SOURCE_DIR) + "/core/ledger/reason.h");
  std::stringstream text;
  text << file.rdbuf();
  const std::string header = text.str();
  std::set<int> out;
  const std::regex entry(R"(\bk[A-Z]\w* = (\d+),)");
  for (auto at = std::sregex_iterator(header.begin(), header.end(), entry); at != std::sregex_iterator();
       ++at)
    out.insert(std::stoi((*at)[1]));
  return out;
}

TEST(ReasonCodes, EveryCodeOfTheHeaderHasWords) {
  std::set<int> described;
  for (const ReasonCode code : allReasonCodes()) described.insert(static_cast<int>(code));
  EXPECT_GT(described.size(), 50U);
  EXPECT_EQ(described, codesInHeader());
}

TEST(ReasonCodes, WordsAreWholeAndTheirOwn) {
  std::set<std::string_view> codes;
  for (const ReasonCode code : allReasonCodes()) {
    const ReasonText words = describe(code);
    EXPECT_TRUE(codes.insert(words.code).second) << words.code;
    EXPECT_TRUE(words.message.ends_with('.')) << words.code;
    EXPECT_TRUE(code == ReasonCode::kDone || words.remedy.ends_with('.')) << words.code;
  }
}

TEST(ReasonCodes, AnUnknownNumberIsSaidToBeUnknown) {
  EXPECT_EQ(describe(static_cast<ReasonCode>(65'000)).code, "unknown");
}

}  // namespace
}  // namespace aurigraph::ledger
