#include "nodes/gateway/http/router.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "nodes/client/client.h"
#include "nodes/gateway/views/command_json.h"

namespace aurigraph::gateway {
namespace {

using enum Method;

Router routerOf(std::initializer_list<const char*> patterns) {
  Router router;
  for (const auto* pattern : patterns)
    router.add({.method = kGet,
                .path = pattern,
                .who = Who::kAnyone,
                .budget = Budget::kQuery,
                .maxBodyBytes = 0,
                .handler = [](const RequestRef&) -> Task<Response> { co_return Response{}; }});
  return router;
}

TEST(Router, AParameterIsOneWholeSegmentNeverEmpty) {
  const auto router = routerOf({"/a/{id}", "/a/{id}/b"});
  EXPECT_EQ(router.find(kGet, "/a/7")->parameters.at("id"), "7");
  EXPECT_EQ(router.find(kGet, "/a/x%2Fy")->parameters.at("id"), "x/y");
  EXPECT_EQ(router.find(kGet, "/a/7/b")->route->path, "/a/{id}/b");
  for (const char* unknown : {"/a", "/a/", "/a/7/", "/a/7/c", "/", "/a//b"})
    EXPECT_EQ(router.find(kGet, unknown).error().code, "route.unknown") << unknown;
  EXPECT_EQ(router.find(kGet, "").error().code, "route.bad_path");
  EXPECT_EQ(router.find(kGet, "*").error().code, "route.bad_path");
  EXPECT_EQ(router.find(kPut, "/a/7").error().code, "route.method_not_allowed");
}

TEST(Router, BrokenEscapesAreRefused) {
  for (const char* broken : {"%", "%4", "%zz", "%00", "abc%"})
    EXPECT_FALSE(percentDecoded(broken).has_value()) << broken;
  EXPECT_EQ(percentDecoded("%41b%20c").value(), "Ab c");
}

TEST(Router, TheLastOfARepeatedQueryCounts) {
  const auto target = parseTarget("/a?x=1&y=%26&x=2&z&=q").value();
  EXPECT_EQ(target.path, "/a");
  EXPECT_EQ(target.query.at("x"), "2");
  EXPECT_EQ(target.query.at("y"), "&");
  EXPECT_EQ(target.query.at("z"), "");
  EXPECT_EQ(target.query.size(), 3U);
}

RC_GTEST_PROP(Router, WhatTheClientEscapesComesBack, (const std::string& text)) {
  RC_PRE(text.find('\0') == std::string::npos);
  RC_ASSERT(percentDecoded(client::escaped(text)).value() == text);
  RC_ASSERT(parseTarget("/a?x=" + client::escaped(text)).value().query.at("x") == text);
}

RC_GTEST_PROP(Router, NoTargetMakesItFall, (const std::string& text)) {
  const auto router = routerOf({"/a/{id}"});
  if (const auto target = parseTarget("/" + text)) (void)router.find(kGet, target->path);
}

// ---- commands from JSON ----

TEST(CommandJson, EveryKindComesThroughWithEveryField) {
  const boost::json::object json{
      {"kind", "issue-token"},
      {"asset", 3},
      {"symbol", "VER-19"},
      {"name", "Credits"},
      {"decimals", 0},
      {"supply", "340282366920938463463374607431768211455"},
      {"unit_price_minor", 1'250},
      {"currency", "USD"},
      {"lock_up_seconds", 60},
      {"serials",
       boost::json::array{boost::json::object{
           {"registry", "VERRA"}, {"series", "S1"}, {"first", "1"}, {"last", "18446744073709551615"}}}},
      {"approvals", boost::json::array{boost::json::object{{"approver", std::string(64, 'a')},
                                                           {"signature", std::string(128, 'b')}}}}};
  const auto command = commandFromJson(json);
  ASSERT_TRUE(command.has_value()) << command.error().message;
  const auto& issue = std::get<wire::IssueToken>(*command);
  EXPECT_EQ(issue.supply, ~U128{0});
  EXPECT_EQ(issue.serials.at(0).last, UINT64_MAX);
  EXPECT_EQ(issue.approvals.at(0).approver.bytes[0], 0xAA);
  EXPECT_EQ(issue.currency, "USD");
}

TEST(CommandJson, ClaimAndReleaseNameTheRecord) {
  const std::string id(64, 'a');
  EXPECT_EQ(std::get<wire::ClaimReview>(commandFromJson({{"kind", "claim-review"}, {"record", id}}).value())
                .recordId.bytes[0],
            0xAA);
  EXPECT_EQ(
      std::get<wire::ReleaseReview>(commandFromJson({{"kind", "release-review"}, {"record", id}}).value())
          .recordId.bytes[0],
      0xAA);
  EXPECT_EQ(commandFromJson({{"kind", "release-review"}}).error().code, "request.bad_field");
}

TEST(CommandJson, ABadFieldInsideAListIsFound) {
  const auto refused = commandFromJson(
      {{"kind", "register-asset"},
       {"template", "property"},
       {"asset_key", "k"},
       {"name", "n"},
       {"records", boost::json::array{}},
       {"documents", boost::json::array{boost::json::object{{"type", "deed"}, {"sha256", "00"}}}}});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "request.bad_field");
  EXPECT_NE(refused.error().message.find("sha256"), std::string::npos);
}

}  // namespace
}  // namespace aurigraph::gateway
