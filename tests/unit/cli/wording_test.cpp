#include "app/aurigraph/wording.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <boost/json/parse.hpp>

#include "app/aurigraph/output.h"
#include "app/aurigraph/signing.h"

namespace aurigraph::cli {
namespace {

boost::json::object parsed(std::string_view text) {
  return boost::json::parse({text.data(), text.size()}).as_object();
}

TEST(Wording, AmountsAndScoresAreExact) {
  EXPECT_EQ(amountText("1250", 2), "12.50");
  EXPECT_EQ(amountText("5", 2), "0.05");
  EXPECT_EQ(amountText("1234567", 0), "1,234,567");
  EXPECT_EQ(amountText("340282366920938463463374607431768211455", 8),
            "3,402,823,669,209,384,634,633,746,074,317.68211455");
  EXPECT_EQ(scoreText(925'000), "0.925");
  EXPECT_EQ(scoreText(1'000'000), "1.00");
  EXPECT_EQ(scoreText(799'999), "0.799999");
  EXPECT_EQ(scoreText(0), "0.00");
}

TEST(Wording, AnAmountBecomesBaseUnitsOrIsRefused) {
  EXPECT_EQ(baseUnits("12.5", 2).value(), 1'250U);
  EXPECT_EQ(baseUnits("250", 0).value(), 250U);
  EXPECT_EQ(baseUnits("0.125", 2).error().code, "transfer.bad_amount");
  EXPECT_EQ(baseUnits("0", 2).error().code, "transfer.bad_amount");
  EXPECT_EQ(baseUnits("-1", 2).error().code, "transfer.bad_amount");
  EXPECT_FALSE(baseUnits("1,000", 2));
  EXPECT_FALSE(baseUnits("", 2));
}

RC_GTEST_PROP(Wording, WhatAnAmountShowsIsWhatItWas, ()) {
  const auto units = *rc::gen::inRange<std::uint64_t>(1, 1'000'000'000'000'000);
  const auto decimals = *rc::gen::inRange<std::uint8_t>(0, 9);
  auto shown = amountText(std::to_string(units), decimals);
  std::erase(shown, ',');
  RC_ASSERT(baseUnits(shown, decimals).value() == units);
}

TEST(Wording, TextFromOutsideCannotRuleTheTerminal) {
  EXPECT_EQ(plain("a\x1b[2Jb\nc\x7f"), "a [2Jb c ");
  EXPECT_EQ(plain("a\xc2\x9b"
                  "b"),
            "a  b");
  EXPECT_EQ(plain("Grüße"), "Grüße");
  EXPECT_EQ(plain("a\u202Eb\u200Bc\uFEFFd\u2066e€"), "a   b   c   d   e€");
  const client::StreamEvent hostile{.topic = "to\x1bpic", .id = "", .data = "\x1b[31m"};
  EXPECT_EQ(eventLine(hostile).find('\x1b'), std::string::npos);
  const auto status =
      statusText(parsed(R"({"cluster":"\u001b[2J","nodes":[{"id":1,"na\u001bme":"\u001b"}]})"), "g");
  EXPECT_EQ(status.find('\x1b'), std::string::npos);
}

TEST(Wording, StatusNamesTheLeaderAndListsNodes) {
  const auto text =
      statusText(parsed(R"({"cluster":"test","genesis":"5f","simulated":true,"leader":2,"term":3,
    "height":1118,"certified":1117,"checkpoint":1100,"operations":4000,"tps":12.7,"gateway":"business-1",
    "nodes":[{"id":1,"name":"validator-1","kind":"validator"},{"id":2,"name":"validator-2","kind":"validator",
    "state":"UP"}]})"),
                 "https://127.0.0.1:8443");
  EXPECT_NE(text.find("validator-2, term 3"), std::string::npos) << text;
  EXPECT_NE(text.find("1,118, certified up to 1,117"), std::string::npos) << text;
  EXPECT_NE(text.find("simulated"), std::string::npos) << text;
  EXPECT_NE(text.find("STATE"), std::string::npos) << text;
  EXPECT_NE(statusText(parsed(R"({"leader":0})"), "g").find("none at the moment"), std::string::npos);
}

TEST(Wording, StatusSaysWhichProtocolIsInForceAndWhatIsActivated) {
  const auto line = [](const char* status) {
    const auto text = statusText(parsed(status), "g");
    const auto at = text.find("Protocol");
    return at == std::string::npos ? std::string() : text.substr(at, text.find('\n', at) - at);
  };
  EXPECT_NE(line(R"({"protocol":{"in_force":1}})").find(" 1"), std::string::npos);
  const auto waits =
      line(R"({"protocol":{"in_force":1,"next":{"version":2,"from_height":12000,"due":false}}})");
  EXPECT_NE(waits.find("1; version 2 from height 12,000 on"), std::string::npos) << waits;
  EXPECT_EQ(waits.find("understands"), std::string::npos) << waits;
  const auto due = line(R"({"protocol":{"in_force":1,"next":{"version":2,"from_height":9,"due":true}}})");
  EXPECT_NE(due.find("understands"), std::string::npos) << due;
  EXPECT_EQ(line(R"({"protocol":[]})"), "");
}

TEST(Wording, AnIdentityIsShownWithWhatKeepsItFromActing) {
  const auto text = identityText(parsed(R"({"id":7,"name":"ann","roles":["holder"],"keys":["5f","77"],
    "since_height":1200,"created_by":1,"created_at_text":"2026-11-30T10:00:00.000Z","role_changes":2,
    "suspended_until_text":"2026-12-01T10:00:00.000Z"})"));
  for (const char* part : {"7  ann", "Key           5f\nKey           77\n", "height 1,200", "identity 1",
                           "Role changes  2\n", "until 2026-12-01", "none that administrators know"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_EQ(text.find("Blocked"), std::string::npos);
  const auto blocked = identityText(parsed(R"({"id":7,"name":"ann","blocked_height":9})"));
  EXPECT_NE(blocked.find("for good, since height 9"), std::string::npos) << blocked;
  EXPECT_EQ(trustText(parsed(R"({"topic":"owner","trusted":true})")), "Its claims of owner count.\n");
  EXPECT_EQ(trustText(parsed(R"({"topic":"owner","trusted":false})")),
            "Its claims of owner count for nothing.\n");
}

TEST(Wording, ASourceIsShownWithHowFarItIsBelieved) {
  const auto source =
      parsed(R"({"name":"county-title","provider":"county-title","kinds":["valuation","title"],
    "tier":"registry-of-record","origin":"REAL","host":"recorder.example.gov","pins":["5f","77"],
    "session":"credential","signer":null,"records_per_hour":36000,"version":2,"since_height":1200,"paused":true,
    "paused_by":3,"paused_by_name":"compliance","paused_at":"1","paused_at_text":"2026-11-30T10:00:00.000Z",
    "paused_until":"2","paused_until_text":"2026-12-03T10:00:00.000Z","records_in_hour":1250})");
  const auto text = sourceText(source);
  for (const char* part : {"valuation, title", "Pin        5f\nPin        77\n", "Signed by  nobody",
                           "1,250 in this hour, at most 36,000", "paused until 2026-12-03",
                           "identity 3 compliance", "version 2, since height 1,200"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  const auto line = sourcesText({source});
  EXPECT_NE(line.find("1,250 of 36,000"), std::string::npos) << line;
  const auto fresh =
      sourceText(parsed(R"({"name":"nws","paused":false,"version":1,"since_height":0,"host":""})"));
  for (const char* part : {"believed", "none proves itself", "since the beginning"})
    EXPECT_NE(fresh.find(part), std::string::npos) << part << "\n" << fresh;
  EXPECT_NE(sourceText(parsed(R"({"paused":true})")).find("until it is resumed"), std::string::npos);
  EXPECT_NE(sourcesText({}).find("adopt-source"), std::string::npos);
}

TEST(Wording, AFactSaysOfWhatItIsAndWhetherItStands) {
  const auto text = factsText(
      {parsed(R"({"asset_key":"","name":"venue_known","value":"no","version":1,"since_height":0})"),
       parsed(R"({"asset_key":"US-1","name":"asset_stopped","value":"","version":3,"since_height":1200})")});
  for (const char* part : {"every object  venue_known", "US-1          asset_stopped  (taken back)", "1,200"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  EXPECT_NE(factsText({}).find("adopt-fact"), std::string::npos);
}

TEST(Wording, AnswersOfWrongShapesDoNotCrash) {
  for (const char* odd :
       {"{}", R"({"nodes":5,"leader":"x","tps":"y","checks":[1,{"reasons":3}],"fields":[7,{}],
       "review":[],"records":[{}],"documents":[1]})"}) {
    EXPECT_NO_THROW((void)statusText(parsed(odd), "g"));
    EXPECT_NO_THROW((void)assetText(parsed(odd)));
    EXPECT_NO_THROW((void)recordText(parsed(odd)));
    EXPECT_NO_THROW((void)identityText(parsed(odd)));
    EXPECT_NO_THROW((void)trustText(parsed(odd)));
    EXPECT_NO_THROW((void)sourceText(parsed(odd)));
  }
  EXPECT_NO_THROW((void)claimsText({1, nullptr, {{"topic", 1}}}));
  EXPECT_NO_THROW((void)sourcesText({1, nullptr, {{"name", 1}}}));
  EXPECT_NO_THROW((void)factsText({1, nullptr, {{"name", 1}}}));
  EXPECT_NO_THROW((void)assetsText({1, nullptr, {{"id", 1}}}));
  EXPECT_NO_THROW((void)reviewsText({1, nullptr, {{"id", 1}}}));
  for (const char* topic : {"block", "certificate", "leader", "identity", "asset", "token", "record",
                            "review", "proposal", "source", ""})
    for (const char* data : {"", "[]", "7", "{}", R"({"id":[],"height":{}})"})
      EXPECT_NO_THROW((void)eventLine({.topic = topic, .id = "", .data = data}));
}

TEST(Wording, EventsAreSentencesAlsoThoseThatNobodyWroteOneFor) {
  const auto line = [](const char* topic, const char* data) {
    return eventLine({.topic = topic, .id = "", .data = data});
  };
  EXPECT_EQ(line("identity", R"({"event":"identity-registered","id":4,"name":"ann"})"), "identity     4 ann");
  EXPECT_EQ(line("review", R"({"event":"review-claimed","record":"0123456789abcdef01","reviewer":5})"),
            "review       0123456789abcdef claimed by identity 5");
  EXPECT_EQ(line("review", R"({"event":"review-decided","decision":"APPROVED","record":"01","reviewer":5})"),
            "review       01 APPROVED by identity 5");
  EXPECT_EQ(line("review", R"({"event":"record-overridden","record":"01","by":14,"reason":"confirmed"})"),
            "review       01 OVERRIDDEN by identity 14: confirmed");
  EXPECT_EQ(line("source", R"({"event":"source-adopted","name":"nws","version":2,"by":7})"),
            "source       nws adopted, version 2, by identity 7");
  EXPECT_EQ(line("source", R"({"event":"source-paused","source":"nws","until":"9223372036854775807","by":3,
                            "reason":"It lies."})"),
            "source       nws paused until it is resumed by identity 3: It lies.");
  EXPECT_EQ(line("source", R"({"event":"source-resumed","source":"nws","by":3})"),
            "source       nws resumed by identity 3");
  EXPECT_EQ(line("source", R"({"event":"fact-adopted","asset_key":"US-1","name":"asset_stopped","value":"yes",
                            "version":2,"by":7})"),
            "source       asset_stopped of US-1 is yes, version 2, by identity 7");
  EXPECT_EQ(line("source", R"({"event":"fact-adopted","asset_key":"","name":"venue_known","value":"",
                            "version":3,"by":7})"),
            "source       venue_known of every object is not known any more, version 3, by identity 7");
  EXPECT_EQ(
      line("identity",
           R"({"event":"notice-address-set","cause":{"kind":"command"},"id":4,"address":"a@b.example"})"),
      "identity     notice address set: id 4, address a@b.example");
  EXPECT_EQ(line("proposal", R"({"event":"endorsed","cause":{"kind":"command"},"proposal":"c4","by":9})"),
            "proposal     endorsed: proposal c4, by 9");
}

TEST(Wording, TablesAlignCharactersNotBytes) {
  EXPECT_EQ(table({{"é", "x"}, {"ab", "y"}}), "é   x\nab  y\n");
}

}  // namespace
}  // namespace aurigraph::cli
