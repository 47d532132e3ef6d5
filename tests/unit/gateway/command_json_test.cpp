// Commands in JSON: derived from their fields, read strictly.
#include "nodes/gateway/views/command_json.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "core/wire/text.h"
#include "nodes/gateway/http/members.h"
#include "tests/support/commands.h"

namespace aurigraph::gateway {
namespace {

Result<wire::AnyCommand> commandInText(std::string_view text) {
  const auto document = json::Document::parse(asBytes(text));
  if (!document) return propagate(document);
  return commandFromJson(document->root(), "commands[0]");
}
Result<wire::AnyCommand> commandIn(const boost::json::value& json) {
  return commandInText(std::string_view(boost::json::serialize(json)));
}

TEST(CommandJson, EveryCommandComesBackFromItsJson) {
  for (const auto& command : test::oneOfEachCommand()) {
    const auto json = toJson(command);
    const auto back = commandIn(boost::json::value(json));
    ASSERT_TRUE(back) << boost::json::serialize(json) << back.error().message;
    EXPECT_EQ(*back, command) << boost::json::serialize(json);
  }
}

TEST(CommandJson, NumbersAbove32BitsAreTextAndKeepAllTheirDigits) {
  auto issue = test::carbonIssue();
  issue.supply = ~U128{0};
  issue.serials = {{"VERRA", "S1", 1, UINT64_MAX}};
  const auto json = toJson(wire::AnyCommand(issue));
  EXPECT_EQ(json.at("supply").as_string(), "340282366920938463463374607431768211455");
  EXPECT_EQ(json.at("serials").at(0).at("last").as_string(), "18446744073709551615");
  EXPECT_EQ(std::get<wire::IssueToken>(commandIn(boost::json::value(json)).value()), issue);
  // Whoever writes them as numbers is understood as well.
  auto numbers = json;
  numbers["asset"] = 3;
  numbers["unit_price_minor"] = 1'800;
  EXPECT_TRUE(commandIn(boost::json::value(numbers)));
}

TEST(CommandJson, AMemberThatNobodyKnowsIsAnErrorThatNamesIt) {
  for (const auto& command : test::oneOfEachCommand()) {
    auto json = toJson(command);
    json["lock_up_second"] = 60;
    const auto refused = commandIn(boost::json::value(json));
    ASSERT_FALSE(refused) << boost::json::serialize(json);
    EXPECT_EQ(refused.error().code, "request.unknown_member");
    EXPECT_NE(refused.error().message.find("'commands[0].lock_up_second'"), std::string::npos)
        << refused.error().message;
  }
  auto issue = toJson(wire::AnyCommand(test::carbonIssue()));
  issue.at("serials").as_array().at(1).as_object()["frist"] = 1;
  const auto inner = commandIn(boost::json::value(issue));
  ASSERT_FALSE(inner);
  EXPECT_NE(inner.error().message.find("commands[0].serials[1].frist"), std::string::npos)
      << inner.error().message;
  EXPECT_NE(inner.error().remedy.find("registry, series, first, last"), std::string::npos);
}

TEST(CommandJson, AMisspeltMemberIsNamedRatherThanTheOneThatItWasMeantToBe) {
  const auto refused = commandInText(R"({"kind":"open-account","identity":4,"tokne":1})");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "request.unknown_member");
  EXPECT_NE(refused.error().message.find("'commands[0].tokne'"), std::string::npos)
      << refused.error().message;
  EXPECT_EQ(refused.error().remedy, "There may be: kind, identity, token.");
}

TEST(CommandJson, AMessageIsCutBetweenCharacters) {
  std::string name = "x";
  for (int i = 0; i < 40; ++i) name += "\u00E9";
  const auto refused = commandInText(R"({"kind":"open-account","identity":4,"token":1,")" + name + R"(":1})");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "request.unknown_member");
  EXPECT_TRUE(wire::isCleanText(refused.error().message)) << refused.error().message;
}

TEST(CommandJson, APlaceInAListIsCountedFromZero) {
  auto issue = toJson(wire::AnyCommand(test::carbonIssue()));
  issue.at("serials").as_array().at(0).as_object().erase("last");
  EXPECT_EQ(commandIn(boost::json::value(issue)).error().message,
            "'commands[0].serials[0].last' is missing.");
}

TEST(CommandJson, AMemberThatStandsTwiceIsAnError) {
  const auto twice = commandInText(R"({"kind":"open-account","identity":4,"token":1,"token":2})");
  ASSERT_FALSE(twice);
  EXPECT_NE(twice.error().message.find("token"), std::string::npos) << twice.error().message;
}

TEST(CommandJson, EveryMemberThatMayNotBeMissingIsAskedFor) {
  for (const auto& command : test::oneOfEachCommand()) {
    const auto whole = toJson(command);
    for (const auto& member : whole) {
      auto json = whole;
      json.erase(member.key());
      const auto read = commandIn(boost::json::value(json));
      if (read) {
        EXPECT_NE(*read, command) << member.key();  // it took the initial value
        continue;
      }
      EXPECT_EQ(read.error().code, "request.bad_field") << member.key();
      EXPECT_NE(read.error().message.find(std::string(member.key())), std::string::npos)
          << read.error().message;
    }
  }
}

TEST(CommandJson, ABoundIsInTheMessage) {
  auto issue = toJson(wire::AnyCommand(test::carbonIssue()));
  const auto messageWith = [&](std::string_view name, const boost::json::value& value) {
    auto json = issue;
    json[name] = value;
    const auto refused = commandIn(boost::json::value(json));
    return refused ? "accepted" : refused.error().message;
  };
  EXPECT_EQ(messageWith("decimals", 9), "'commands[0].decimals' must be a whole number from 0 to 8.");
  EXPECT_EQ(messageWith("symbol", "THIRTEEN-LONG"), "'commands[0].symbol' is longer than 12 bytes.");
  EXPECT_EQ(messageWith("lock_up_seconds", -1),
            "'commands[0].lock_up_seconds' must be a whole number from 0 to 9223372036854775807.");
  EXPECT_EQ(messageWith("decimals", 1.5), "'commands[0].decimals' must be a whole number from 0 to 8.");
  EXPECT_EQ(messageWith("name", "two\x01parts"), "'commands[0].name' has control or invisible characters.");
  EXPECT_EQ(messageWith("name", "two\u200Bparts"), "'commands[0].name' has control or invisible characters.");
  EXPECT_EQ(messageWith("supply", 30), "'commands[0].supply' must be a text.");
  EXPECT_EQ(
      commandInText(R"({"kind":"decide-review","record":"00","decision":"maybe","reason_code":1,"note":"n"})")
          .error()
          .message,
      "'commands[0].record' must be 64 hex digits.");
  const std::string id(64, 'a');
  EXPECT_EQ(commandInText(R"({"kind":"decide-review","record":")" + id +
                          R"(","decision":"maybe","reason_code":1,"note":"n"})")
                .error()
                .message,
            "'commands[0].decision' must be one of approve, reject.");
}

TEST(CommandJson, WhatNoLedgerWouldDecodeIsRefusedHere) {
  const auto all = test::oneOfEachCommand();
  const auto registers = [](const auto& each) { return std::holds_alternative<wire::RegisterAsset>(each); };
  auto asset = toJson(*std::ranges::find_if(all, registers));
  auto& records = asset.at("records").as_array();
  std::swap(records[0], records[1]);
  const auto refused = commandIn(boost::json::value(asset));
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("ascend"), std::string::npos) << refused.error().message;
}

TEST(CommandJson, ACommandOfNoKindAndNoCommandAtAllAreRefused) {
  EXPECT_EQ(commandInText(R"({"kind":"mint-money"})").error().code, "command.unknown_kind");
  EXPECT_EQ(commandInText(R"({"identity":1})").error().code, "request.bad_field");
  EXPECT_EQ(commandInText(R"([1])").error().code, "request.bad_field");
  EXPECT_EQ(commandInText(R"({"kind":7})").error().code, "request.bad_field");
}

}  // namespace
}  // namespace aurigraph::gateway
