#include "core/quality/explanation.h"

#include <gtest/gtest.h>

#include "tests/unit/quality/small_rules.h"

namespace aurigraph::quality {
namespace {

using namespace test;

TEST(Explanation, DecodesWhatItEncoded) {
  const Explanation explanation = explain(perfect().remove("venue").number("price", "40", "USD/t").build(),
                                          inputsWith(true, false, false, false), smallRules());
  const Bytes bytes = encode(explanation);
  const auto decoded = decodeExplanation(bytes);
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(*decoded, explanation);
  EXPECT_EQ(encode(*decoded), bytes);
  EXPECT_EQ(decoded->digest(), explanation.digest());
  for (std::size_t size = 0; size < bytes.size(); size += 7)
    EXPECT_FALSE(decodeExplanation(ByteView(bytes).first(size)).has_value());
}

TEST(Explanation, AnAcceptedRecordNeedsNothing) {
  const Explanation explanation = explain(perfect().build(), perfectInputs(), smallRules());
  EXPECT_TRUE(explanation.fixes.empty());
  EXPECT_EQ(explanation.scoreAfterFixes, Ppm(1'000'000));
}

TEST(Explanation, AStaleRecordOnlyNeedsToBeFetchedAgain) {
  const Explanation explanation =
      explain(perfect().observed(ago(60 * kHour)).build(), perfectInputs(), smallRules());
  ASSERT_EQ(explanation.fixes.size(), 1U);
  EXPECT_EQ(explanation.fixes[0].rule, "freshness.observation");
  EXPECT_EQ(explanation.fixes[0].gainPpm, 75'000U);
  EXPECT_EQ(explanation.scoreAfterFixes, Ppm(1'000'000));
}

TEST(Explanation, BothClocksHaveToBeAnswered) {
  const Explanation explanation =
      explain(perfect().observed(ago(60 * kHour)).retrieved(ago(750 * kSecond)).build(), perfectInputs(),
              smallRules());
  EXPECT_EQ(explanation.fixes.size(), 2U);
  EXPECT_GE(explanation.scoreAfterFixes, Ppm(800'000));
}

TEST(Explanation, CapsAreAnsweredBeforePoints) {
  auto inputs = perfectInputs();
  inputs.transport = {};
  const Explanation explanation = explain(perfect().remove("venue").build(), inputs, smallRules());
  ASSERT_FALSE(explanation.fixes.empty());
  EXPECT_EQ(explanation.fixes[0].rule, "completeness.missing");
  EXPECT_GE(explanation.scoreAfterFixes, Ppm(800'000));
}

TEST(Explanation, NoFixIsSuperfluous) {
  const auto record = perfect().remove("status").number("price", "40", "USD/t").build();
  auto inputs = inputsWith(true, false, false, false);
  const Explanation explanation = explain(record, inputs, smallRules());
  ASSERT_FALSE(explanation.fixes.empty());
  const std::uint32_t last = explanation.fixes.back().gainPpm;
  EXPECT_GE(explanation.scoreAfterFixes, Ppm(800'000));
  EXPECT_LT(explanation.scoreAfterFixes.value - static_cast<std::int32_t>(last), 800'000);
}

TEST(Explanation, EachFindingSpeaksToAPerson) {
  auto inputs = inputsWith(false, false, false, false);
  inputs.seen = wire::Seen::kConflict;
  inputs.assetStopped = true;
  const Explanation explanation = explain(perfect()
                                              .remove("venue")
                                              .text("status", "withdrawn")
                                              .number("bid", "99", "USD/t")
                                              .observed(ago(kDay * 9))
                                              .build(),
                                          inputs, smallRules());
  for (const CheckResult& check : explanation.result.checks)
    for (const Finding& finding : check.findings) {
      EXPECT_TRUE(finding.words.ends_with(".")) << finding.rule;
      EXPECT_FALSE(finding.rule.empty());
    }
}

TEST(RuleSet, DecodesWhatItEncodedAndRefusesDamage) {
  const Bytes bytes = encode(smallRules());
  const auto decoded = decodeRuleSet(bytes);
  ASSERT_TRUE(decoded.has_value()) << decoded.error().message;
  EXPECT_EQ(*decoded, smallRules());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decodeRuleSet(ByteView(bytes).first(size)).has_value());
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    Bytes changed = bytes;
    changed[at] = static_cast<std::uint8_t>(changed[at] ^ 0x11);
    const auto other = decodeRuleSet(changed);
    EXPECT_TRUE(!other || encode(*other) == changed) << at;
    EXPECT_TRUE(!other || other->digest() != decoded->digest()) << at;
  }
}

TEST(RuleSet, WhatWouldBreakThePromisesIsRefused) {
  const auto refused = [](auto change) {
    RuleSet rules = smallRules();
    change(rules);
    const auto status = validate(rules);
    return status ? std::string_view("accepted") : status.error().code;
  };
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].weights[0] = 160; }), "rule_set.bad_weights");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].weights = {150, 100, 150, 150, 150, 155, 45, 100}; }),
            "rule_set.bad_weights");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].weights = {210, 40, 150, 150, 150, 150, 50, 100}; }),
            "rule_set.bad_weights");
  EXPECT_EQ(refused([](RuleSet& r) { r.caps.r = Ppm(800'000); }), "rule_set.bad_caps");
  EXPECT_EQ(refused([](RuleSet& r) { r.caps.z = Ppm(1); }), "rule_set.bad_caps");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].rules[0].rule = "CP-9"; }), "rule_set.unknown_rule");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].rules[0].parameters.clear(); }), "rule_set.unknown_rule");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].rules[0].severity = 2; }), "rule_set.bad_severity");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].retrievalBound = Nanoseconds(0); }), "rule_set.bad_bound");
  EXPECT_EQ(refused([](RuleSet& r) { std::swap(r.kinds[0].fields[0], r.kinds[0].fields[1]); }),
            "rule_set.bad_order");
  EXPECT_EQ(refused([](RuleSet& r) { r.kinds[0].fields[2].ranges[0].normal.high = Decimal::of(61); }),
            "rule_set.bad_range");
  EXPECT_EQ(refused([](RuleSet& r) { r.transport.allowedHost = 60; }), "rule_set.bad_weights");
}

}  // namespace
}  // namespace aurigraph::quality
