#include "nodes/rules/rules_json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "resources/resources.h"

namespace aurigraph::rules {
namespace {

std::string shippedText() {
  return std::string(resource("rules/v1.json"));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string_view codeOf(const Result<quality::RuleSet>& result) {
  return result ? std::string_view("accepted") : result.error().code;
}

TEST(RulesJson, TheShippedSetIsReadAndKnowsEveryKind) {
  const auto rules = shippedRuleSet(1);
  ASSERT_TRUE(rules.has_value()) << rules.error().message;
  EXPECT_EQ(rules->version, 1U);
  EXPECT_EQ(rules->kinds.size(), 20U);
  EXPECT_EQ(newestRuleSet()->digest(), rules->digest());
}

TEST(RulesJson, JsonToBytesIsStable) {
  const auto first = parseRuleSet(shippedText());
  const auto second = parseRuleSet(shippedText());
  ASSERT_TRUE(first && second);
  const Bytes bytes = encode(*first);
  EXPECT_EQ(bytes, encode(*second));
  const auto decoded = quality::decodeRuleSet(bytes);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().message;
  EXPECT_EQ(*decoded, *first);
  EXPECT_EQ(encode(*decoded), bytes);
  EXPECT_EQ(decoded->digest(), first->digest());
}

TEST(RulesJson, UnknownMissingAndMistypedMembersAreRefused) {
  const std::string good = shippedText();
  ASSERT_EQ(codeOf(parseRuleSet(good)), "accepted");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"version\": 1", "\"version\": 1, \"extra\": 2"))),
            "rules.malformed");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"version\": 1,", ""))), "rules.malformed");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"version\": 1", "\"version\": \"1\""))), "rules.malformed");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "market/snapshot", "market/snapshots"))), "rules.malformed");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"5 s\"", "\"5 lightyears\""))), "rules.malformed");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"@countries\"", "\"@nowhere\""))), "rules.malformed");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"class\": \"E\"", "\"class\": \"Q\""))), "rules.malformed");
}

TEST(RulesJson, NumbersThatBreakThePromisesAreRefused) {
  const std::string good = shippedText();
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "[150, 100,", "[160, 100,"))), "rule_set.bad_weights");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"R\": 799999", "\"R\": 800000"))), "rule_set.bad_caps");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"X\": 599999", "\"X\": 600000"))), "rule_set.bad_caps");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "F-C1", "F-C9"))), "rule_set.unknown_rule");
  EXPECT_EQ(codeOf(parseRuleSet(replaced(good, "\"severity\": 5", "\"severity\": 4"))),
            "rule_set.bad_severity");
}

TEST(RulesJson, AnUnknownVersionNamesTheKnownOnes) {
  const auto rules = shippedRuleSet(77);
  ASSERT_FALSE(rules.has_value());
  EXPECT_EQ(rules.error().code, "rules.unknown_version");
  EXPECT_NE(rules.error().remedy.find("1"), std::string::npos);
}

}  // namespace
}  // namespace aurigraph::rules
