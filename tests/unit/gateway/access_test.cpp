// Who may use a route is asked by the server, before it takes a body; no handler can forget it.

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>

#include "nodes/gateway/http/router.h"
#include "tests/support/gateway_fixture.h"
#include "tests/unit/gateway/raw_client.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;

template <class R>
concept MayLeaveOutWho = requires {
  R{.method = Method::kGet, .path = "/", .budget = Budget::kQuery};
};
template <class R>
concept MayLeaveOutBudget = requires {
  R{.method = Method::kGet, .path = "/", .who = Who::kAnyone};
};
template <class R>
concept MaySayBoth = requires {
  R{.method = Method::kGet, .path = "/", .who = Who::kAnyone, .budget = Budget::kQuery};
};
static_assert(MaySayBoth<Route>);
static_assert(!MayLeaveOutWho<Route>, "a route says who may");
static_assert(!MayLeaveOutBudget<Route>, "a route says whose budget it takes");

// A head that announces a body which never comes.
std::string headOf(const std::string& line, const std::string& token, std::size_t bodyBytes) {
  return line + " HTTP/1.1\r\nHost: x\r\n" +
         (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") +
         "Content-Length: " + std::to_string(bodyBytes) + "\r\n\r\n";
}

TEST(Access, WhoMayNotIsAnsweredWithoutTheirBodyBeingTaken) {
  GatewayFixture fixture;
  const auto tokenOf = [&](const Person& person) {
    return fixture.client()->signIn(person.key, fixture.business().digest())->token;
  };
  RawClient raw(fixture.clientOptions());
  const std::string put = "PUT /api/v11/evidence/" + std::string(64, 'a');
  const auto stranger = raw.say(headOf(put, {}, 5'000'000));
  EXPECT_EQ(stranger.status, 401U);
  EXPECT_EQ(stranger.code(), "auth.required");
  const auto ended = raw.say(headOf(put, std::string(64, 'f'), 5'000'000));
  EXPECT_EQ(ended.status, 401U);
  EXPECT_EQ(ended.code(), "auth.session_unknown");
  const auto other = raw.say(headOf(put, tokenOf(holder()), 5'000'000));
  EXPECT_EQ(other.status, 403U);
  EXPECT_EQ(other.code(), "auth.forbidden");
  const auto whoMay = raw.say(headOf(put, tokenOf(issuer()), 50'000'000));
  EXPECT_EQ(whoMay.code(), "request.too_large") << "who may comes as far as the bound of the body";
}

TEST(Access, TheSignInLimitOfAnAddressIsAskedBeforeTheBody) {
  GatewayFixture fixture([](GatewayOptions& options, GatewayParts&) {
    options.signInsOnLoopback = {.cells = 2, .period = Nanoseconds(60 * kSecond), .burst = 0};
  });
  for (int i = 0; i < 2; ++i)
    EXPECT_TRUE(fixture.client()->signIn(holder().key, fixture.business().digest()).has_value()) << i;
  const auto refused = RawClient(fixture.clientOptions()).say(headOf("POST /api/v11/auth/sessions", {}, 400));
  EXPECT_EQ(refused.status, 429U);
  EXPECT_EQ(refused.code(), "rate.too_many_sign_ins");
  EXPECT_TRUE(refused.headers.contains("Retry-After"));
  EXPECT_TRUE(fixture.client()->post("/auth/challenge", {{"key", std::string(64, 'a')}}).has_value())
      << "other classes have budgets of their own";
}

TEST(Access, ATokenThatIsGivenMustBeGoodWhereAStrangerMayReadToo) {
  GatewayFixture fixture;
  RawClient raw(fixture.clientOptions());
  const std::string path = "/api/v11/query/accounts?identity=5";
  const auto say = [&](const std::string& target, const std::string& token) {
    return raw.say("GET " + target + " HTTP/1.1\r\nHost: x\r\n" +
                   (token.empty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n");
  };
  EXPECT_EQ(say(path, {}).status, 200U);
  EXPECT_EQ(say(path, std::string(64, 'f')).code(), "auth.session_unknown");
  EXPECT_EQ(say("/api/v11/query/tokens", std::string(64, 'f')).status, 200U) << "for anyone: not looked at";
}

TEST(Access, ANodeWithoutAGuardOpensOnlyWhatIsForAnyone) {
  Router router;
  const auto add = [&](const char* path, Who who) {
    router.add({.method = Method::kGet,
                .path = path,
                .who = who,
                .budget = Budget::kQuery,
                .handler = [](const RequestRef&) -> Task<Response> { co_return Response{}; }});
  };
  add("/open", Who::kAnyone);
  add("/closed", Who::kRecordWorkers);
  const auto statusOf = [&](const char* path) {
    boost::asio::io_context io;
    Request request;
    std::optional<Response> instead;
    boost::asio::co_spawn(
        io, router.turnedAway(*router.find(Method::kGet, path)->route, request),
        [&](const std::exception_ptr&, std::optional<Response> said) { instead = std::move(said); });
    io.run();
    return instead ? instead->status : 200U;
  };
  EXPECT_EQ(statusOf("/open"), 200U);
  EXPECT_EQ(statusOf("/closed"), 401U);
}

}  // namespace
}  // namespace aurigraph::gateway
