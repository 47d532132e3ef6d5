// The server itself: TLS, headers, routes, limits, roles.

#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include "core/crypto/sha256.h"
#include "nodes/gateway/http/router.h"
#include "tests/support/gateway_fixture.h"
#include "tests/unit/gateway/raw_client.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;

constexpr const char* kHealth = "GET /api/v11/health HTTP/1.1\r\nHost: x\r\n\r\n";

TEST(Server, CarriesTheSecurityHeaders) {
  GatewayFixture fixture;
  const auto answer = RawClient(fixture.clientOptions()).say(kHealth);
  EXPECT_EQ(answer.status, 200U);
  EXPECT_NE(answer.headers.at("Strict-Transport-Security").find("max-age="), std::string::npos);
  EXPECT_EQ(answer.headers.at("X-Frame-Options"), "DENY");
  EXPECT_NE(answer.headers.at("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(answer.headers.at("X-Content-Type-Options"), "nosniff");
}

TEST(Server, SpeaksTls12And13AndNothingOlder) {
  GatewayFixture fixture;
  EXPECT_EQ(RawClient(fixture.clientOptions(), TLS1_3_VERSION).say(kHealth).status, 200U);
  EXPECT_EQ(RawClient(fixture.clientOptions(), TLS1_2_VERSION).say(kHealth).status, 200U);
  EXPECT_THROW((void)RawClient(fixture.clientOptions(), TLS1_1_VERSION).say(kHealth), std::exception);
}

TEST(Server, UnknownRoutesAndMethodsAreProblems) {
  GatewayFixture fixture;
  RawClient raw(fixture.clientOptions());
  EXPECT_EQ(raw.say("GET /api/v11/nothing HTTP/1.1\r\nHost: x\r\n\r\n").code(), "route.unknown");
  const auto answer = raw.say("POST /api/v11/health HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(answer.status, 405U);
  EXPECT_EQ(answer.code(), "route.method_not_allowed");
  EXPECT_EQ(answer.headers.at("Content-Type"), "application/problem+json");
  EXPECT_EQ(raw.say("GET /api/v11/query/tokens/%zz HTTP/1.1\r\nHost: x\r\n\r\n").code(), "route.bad_path");
  EXPECT_EQ(raw.say("nonsense\r\n\r\n").code(), "request.malformed");
  EXPECT_EQ(raw.say("GET /api/v11/health HTTP/1.1\r\nX: " + std::string(40'000, 'x') + "\r\n\r\n").status,
            400U);
}

TEST(Server, WhatAProblemShowsOfARequestIsCutToWholeCharacters) {
  GatewayFixture fixture;
  RawClient raw(fixture.clientOptions());
  std::string number = "x";
  for (int i = 0; i < 40; ++i) number += "%C3%A9";
  const auto answer =
      raw.say("GET /api/v11/query/accounts?identity=" + number + " HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(answer.status, 400U);
  EXPECT_EQ(answer.code(), "query.bad_number") << "an answer that is no JSON";
}

TEST(Server, AHeadGetsNoBodyThatTheNextAnswerCouldBeTakenFor) {
  GatewayFixture fixture;
  RawClient raw(fixture.clientOptions());
  // The client here does not know that a HEAD has no body: it takes what follows for one.
  const auto answer = raw.say(
      "HEAD /api/v11/health HTTP/1.1\r\nHost: x\r\n\r\n"
      "GET /api/v11/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(answer.status, 405U);
  EXPECT_EQ(answer.headers.at("Allow"), "GET");
  EXPECT_TRUE(answer.body.starts_with("HTTP/1.1 200")) << answer.body;
}

TEST(Server, ConnectionsBeyondTheBoundAreClosed) {
  GatewayFixture fixture([](GatewayOptions& options, GatewayParts&) { options.server.maxConnections = 1; });
  const auto first = fixture.client();
  ASSERT_TRUE(first->get("/health").has_value());  // keeps its connection
  auto options = fixture.clientOptions();
  options.timeout = std::chrono::milliseconds(300);
  const auto second = client::ApiClient::create(options).value()->get("/health");
  EXPECT_FALSE(second.has_value());
  ASSERT_TRUE(first->get("/health").has_value());
}

TEST(Server, MoreRequestsThanTheLimitAre429WithRetryAfter) {
  std::atomic<std::int64_t> clock = 1'000 * kSecond;
  GatewayFixture fixture([&](GatewayOptions& options, GatewayParts&) {
    options.server.requests = {.cells = 3, .period = Nanoseconds(kSecond), .burst = 3};
    options.server.clock = [&clock] { return Nanoseconds(clock); };
  });
  RawClient raw(fixture.clientOptions());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(raw.say(kHealth).status, 200U) << i;
  const auto refused = raw.say(kHealth);
  EXPECT_EQ(refused.status, 429U);
  EXPECT_EQ(refused.code(), "rate.too_many_requests");
  EXPECT_EQ(refused.headers.at("Retry-After"), "1");
  clock += kSecond;
  EXPECT_EQ(raw.say(kHealth).status, 200U);
}

TEST(Server, StopsWhileAHandlerWaits) {
  FakeBusiness business;
  auto fixture = std::make_unique<GatewayFixture>(GatewayFixture::Change{}, &business);
  business.swallow(true);
  auto options = fixture->clientOptions();
  options.timeout = std::chrono::milliseconds(1'500);
  const auto api = client::ApiClient::create(options).value();
  const wire::AnyCommand command =
      wire::RegisterIdentity{"ann", keyNumber(201).publicKey(), wire::maskOf(wire::Role::kHolder)};
  Result<client::BatchReply> reply = fail("test.none", "");
  std::thread waiting([&] {
    client::Author author(*api, administrator().key, business.digest());
    reply = author.send(command, client::Wait::kCommitted);
  });
  ASSERT_TRUE(eventually([&] {
    return fixture->registry().text().find("class=\"query\"") != std::string::npos;
  })) << "the author has not come so far as to ask for its session";
  fixture->gateway().stop();  // comes back although an answer is owed
  fixture.reset();
  waiting.join();
  EXPECT_FALSE(reply.has_value());
}

TEST(Metrics, CarryWhatTheGatewaySaw) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  client::Author author(*api, administrator().key, fixture.business().digest());
  expectDone(author.send(
      wire::RegisterIdentity{"ann", keyNumber(201).publicKey(), wire::maskOf(wire::Role::kHolder)},
      client::Wait::kFinal));
  ASSERT_TRUE(eventually([&] {
    const auto text = RawClient(fixture.clientOptions()).say("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").body;
    return text.find("aurigraph_consensus_block_height{") != std::string::npos &&
           text.find("aurigraph_transaction_latency_ms_bucket") != std::string::npos &&
           text.find("aurigraph_transaction_processed_total") != std::string::npos &&
           text.find("aurigraph_consensus_tps_current") != std::string::npos;
  }));
}

// ---- sign-in and roles ----

TEST(SignIn, ASignedChallengeOpensWhatTheRoleMayRead) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  const auto refused = api->get("/query/reviews");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "auth.required");
  const auto signedIn = api->signIn(reviewer().key, fixture.business().digest());
  ASSERT_TRUE(signedIn.has_value()) << signedIn.error().message;
  EXPECT_EQ(signedIn->identity, reviewer().id);
  EXPECT_EQ(signedIn->name, "reviewer");
  EXPECT_TRUE(api->get("/query/reviews").has_value());
}

TEST(SignIn, ARoleWithoutThePermissionIsForbidden) {
  GatewayFixture fixture;
  const auto api = fixture.clientOf(holder());
  const auto reviews = api->get("/query/reviews");
  ASSERT_FALSE(reviews.has_value());
  EXPECT_EQ(reviews.error().code, "auth.forbidden");
  const auto records = api->get("/query/records");
  ASSERT_FALSE(records.has_value());
  EXPECT_EQ(records.error().code, "auth.forbidden");
}

TEST(SignIn, AStrangerAForgerAndAReplayerAreRefused) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  const auto stranger = api->signIn(keyNumber(250), fixture.business().digest());
  ASSERT_FALSE(stranger.has_value());
  EXPECT_EQ(stranger.error().code, "auth.unknown_key");
  // Signed for another cluster: the signature is good, but over something else.
  const auto otherCluster = api->signIn(holder().key, filled<Digest>(9));
  ASSERT_FALSE(otherCluster.has_value());
  EXPECT_EQ(otherCluster.error().code, "auth.bad_signature");

  const auto key = toHex(holder().key.publicKey().view());
  const auto challenge =
      std::string(api->post("/auth/challenge", {{"key", key}})->at("challenge").as_string());
  const auto signature =
      toHex(holder()
                .key
                .sign(crypto::taggedHash("aurigraph/sign-in/1",
                                         {fixture.business().digest().view(), holder().key.publicKey().view(),
                                          fixedFromHex<Digest>(challenge)->view()}))
                .view());
  const boost::json::value body =
      boost::json::object{{"key", key}, {"challenge", challenge}, {"signature", signature}};
  ASSERT_TRUE(api->post("/auth/sessions", body).has_value());
  const auto again = api->post("/auth/sessions", body);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, "auth.challenge_unknown");
}

TEST(SignIn, SessionsEndByTimeAndBySigningOut) {
  std::atomic<std::int64_t> clock = systemTime().value;
  GatewayFixture fixture([&](GatewayOptions& options, GatewayParts&) {
    options.wallClock = [&clock] { return Nanoseconds(clock); };
    options.signIn.sessionLife = Nanoseconds(60 * kSecond);
  });
  const auto api = fixture.clientOf(reviewer());
  ASSERT_TRUE(api->get("/query/reviews").has_value());
  clock += 61 * kSecond;
  const auto late = api->get("/query/reviews");
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(late.error().code, "auth.session_unknown");

  const auto signedIn = api->signIn(reviewer().key, fixture.business().digest()).value();
  RawClient raw(fixture.clientOptions());
  EXPECT_EQ(raw.say("DELETE /api/v11/auth/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                    signedIn.token + "\r\n\r\n")
                .status,
            204U);
  EXPECT_EQ(api->get("/query/reviews").error().code, "auth.session_unknown");
}

TEST(SignIn, TheSixthAttemptInAMinuteIsRefusedButSignedOperationsGoOn) {
  std::atomic<std::int64_t> clock = systemTime().value;
  GatewayFixture fixture([&](GatewayOptions& options, GatewayParts&) {
    options.wallClock = [&clock] { return Nanoseconds(clock); };
    options.server.address = "0.0.0.0";  // the loopback alone has a limit of its own
    options.signInsPerAddress = GatewayOptions{}.signInsPerAddress;
  });
  const auto api = fixture.client();
  const auto genesis = fixture.business().digest();
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(api->signIn(holder().key, genesis).has_value()) << i;
  const auto sixth = api->signIn(holder().key, genesis);
  ASSERT_FALSE(sixth.has_value());
  EXPECT_EQ(sixth.error().code, "rate.too_many_sign_ins");
  client::Author author(*api, administrator().key, genesis);
  expectDone(author.send(
      wire::RegisterIdentity{"ann", keyNumber(201).publicKey(), wire::maskOf(wire::Role::kHolder)},
      client::Wait::kCommitted));
  clock += 12 * kSecond;
  EXPECT_TRUE(api->signIn(holder().key, genesis).has_value());
}

}  // namespace
}  // namespace aurigraph::gateway
