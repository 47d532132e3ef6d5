// A test that waits a while and then finds that nothing happened passes on a machine that is merely slow. It
// waits for something that happens instead: the next attempt, the refusal, a turn that changed nothing.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// `eventually`, `waitFor…`, `waitUntil` that shall say no; and time that passes under the window for nothing
/// (0 only lets the events that are there be handled).
const std::regex kWaitsForNothing(
    R"((EXPECT|ASSERT)_FALSE\(\s*([\w.:>-]*\b)?(eventually|waitFor\w*|waitUntil|qWaitFor)\s*\()"
    R"(|QTest::(qWait\((?!0\))|qSleep\())");

std::vector<std::string> placesIn(const std::string& text) {
  std::vector<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), kWaitsForNothing), end; at != end; ++at)
    out.push_back(at->str());
  return out;
}

/// Where time may pass, and why.
const std::map<std::string, std::string_view>& excused() {
  static const std::map<std::string, std::string_view> out = {
      {"ui/support/wait.h", "the loop of eventually(): it ends with its condition"},
      {"ui/shell/watchdog_test.cpp", "measures the UI thread while it has something to do"}};
  return out;
}

TEST(WaitingRule, NoTestWaitsToSeeThatNothingHappens) {
  const fs::path tests = fs::path(AURIGRAPH_SOURCE_DIR) / "tests";
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(tests)) {
    const auto extension = entry.path().extension();
    const auto name = fs::relative(entry.path(), tests).generic_string();
    if ((extension != ".cpp" && extension != ".h") || name == "lint/waiting_rule_test.cpp") continue;
    ++files;
    std::ifstream in(entry.path());
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto places = placesIn(text);
    if (excused().contains(name)) {
      EXPECT_FALSE(places.empty()) << name << " needs no excuse any more";
      continue;
    }
    for (const auto& place : places) ADD_FAILURE() << name << ": " << place;
  }
  EXPECT_GT(files, 200U);
}

TEST(WaitingRule, KnowsTheKindWhenItSeesIt) {
  for (const char* bad : {"EXPECT_FALSE(node_->waitForLedger(ids, milliseconds(300)));",
                          "ASSERT_FALSE(eventually([&] { return done; }));",
                          "EXPECT_FALSE(\n    third.waitUntil([&] { return third.opened.has_value(); }));",
                          "QTest::qWait(80);"})
    EXPECT_EQ(placesIn(bad).size(), 1U) << bad;
  for (const char* good :
       {"ASSERT_TRUE(node_->waitForLedger(ids, seconds(20)));", "QTest::qWait(0);",
        "EXPECT_FALSE(none.stages[3].waiting.has_value());", "EXPECT_FALSE(done) << waitFor(1);"})
    EXPECT_TRUE(placesIn(good).empty()) << good;
}

}  // namespace
