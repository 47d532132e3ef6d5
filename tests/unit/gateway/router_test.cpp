#include "nodes/gateway/http/router.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/wire/record_io.h"
#include "nodes/client/client.h"

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

TEST(Router, AnAddressIsUtf8) {
  // What is said again in an answer would make it no JSON.
  for (const char* bad : {"%ff", "%C0%AF", "%ED%A0%80", "x\xe9", "%E2%82"})
    EXPECT_FALSE(percentDecoded(bad).has_value()) << bad;
  EXPECT_EQ(percentDecoded("%E2%82%AC").value(), "\u20AC");
  EXPECT_FALSE(parseTarget("/a?topics=%ff").has_value());
}

TEST(Router, SaysWhatAnAddressAnswersTo) {
  const auto router = routerOf({"/a/{id}"});
  EXPECT_EQ(router.methodsAt("/a/7"), "GET");
  EXPECT_EQ(router.methodsAt("/b"), "");
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
  const auto back = percentDecoded(client::escaped(text));
  RC_ASSERT(back.has_value() == wire::isUtf8(text));
  if (!back) return;
  RC_ASSERT(*back == text);
  RC_ASSERT(parseTarget("/a?x=" + client::escaped(text)).value().query.at("x") == text);
}

RC_GTEST_PROP(Router, NoTargetMakesItFall, (const std::string& text)) {
  const auto router = routerOf({"/a/{id}"});
  if (const auto target = parseTarget("/" + text)) (void)router.find(kGet, target->path);
}

}  // namespace
}  // namespace aurigraph::gateway
