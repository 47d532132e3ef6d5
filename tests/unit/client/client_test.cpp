// The client against a real gateway: trust, repeats, sessions.

#include "nodes/client/client.h"

#include <gtest/gtest.h>

#include "nodes/client/answers.h"
#include "tests/support/gateway_fixture.h"

namespace aurigraph::client {
namespace {

using namespace aurigraph::test;

wire::AnyCommand person(std::uint8_t number) {
  return wire::RegisterIdentity{"person-" + std::to_string(number), keyNumber(number).publicKey(),
                                wire::maskOf(wire::Role::kHolder)};
}

TEST(Client, TrustsThePinnedAuthorityAndNobodyElse) {
  GatewayFixture fixture;
  auto options = fixture.clientOptions();
  auto stranger = link::CertificateAuthority::create("other", filled<Digest>(1), systemTime()).value();
  options.trustedPem = stranger.certificatePem();
  const auto refused = ApiClient::create(options).value()->get("/health");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "client.untrusted_server");
  options.trustedPem = testTls().server.certificatePem.substr(
      0, testTls().server.certificatePem.find("-----END CERTIFICATE-----") + 26);
  EXPECT_TRUE(ApiClient::create(options).value()->get("/health").has_value())
      << "the gateway's own certificate pinned";
  options = fixture.clientOptions();
  options.serverName = "elsewhere.example";
  const auto misnamed = ApiClient::create(options).value()->get("/health");
  ASSERT_FALSE(misnamed.has_value());
  EXPECT_EQ(misnamed.error().code, "client.untrusted_server");
  options.trustedPem = "no certificate";
  EXPECT_EQ(ApiClient::create(options).error().code, "client.bad_options");
  options.trustedPem.clear();
  EXPECT_EQ(ApiClient::create(options).error().code, "client.bad_options");
}

TEST(Client, SaysThatNobodyIsThere) {
  ClientOptions options;
  options.port = 1;
  options.trustedPem = testTls().authorityPem;
  options.timeout = std::chrono::milliseconds(200);
  const auto answer = ApiClient::create(options).value()->get("/health");
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().code, "client.unreachable");
}

TEST(Client, GoesOnOverANewConnectionWhenTheGatewayWasRestarted) {
  FakeBusiness business;
  auto first = std::make_unique<GatewayFixture>(GatewayFixture::Change{}, &business);
  auto options = first->clientOptions();
  const auto api = ApiClient::create(options).value();
  Author author(*api, administrator().key, business.digest());
  expectDone(author.send(person(130), Wait::kFinal));
  first.reset();
  GatewayFixture second(
      [&](gateway::GatewayOptions& changed, gateway::GatewayParts&) { changed.server.port = options.port; },
      &business);
  expectDone(author.send(person(131), Wait::kFinal));
}

TEST(Client, WaitsWhileThereIsNoLeader) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  fixture.business().refuse(Error{"cluster.no_leader", "Nobody leads.", "Wait."});
  Author author(*api, administrator().key, fixture.business().digest());
  std::thread sending([&] { expectDone(author.send(person(130), Wait::kCommitted)); });
  ASSERT_TRUE(eventually([&] {
    return fixture.registry().text().find("class=\"transaction\"") != std::string::npos;
  })) << "the refusal was not seen";
  fixture.business().refuse(std::nullopt);
  sending.join();
}

TEST(Client, AHistorysAnswerIsReadStrictly) {
  const std::string hash(64, 'a');
  const boost::json::object good{{"from", 3},
                                 {"from_root", hash},
                                 {"to", 5},
                                 {"to_root", hash},
                                 {"path", boost::json::array{boost::json::string(hash)}}};
  const auto path = consistencyPathOf(good);
  ASSERT_TRUE(path.has_value()) << path.error().message;
  EXPECT_EQ(path->from, Height(3));
  EXPECT_EQ(path->to, Height(5));
  EXPECT_EQ(path->path, std::vector<Digest>{filled<Digest>(0xAA)});
  for (const auto& [name, value] : good) {
    auto less = good;
    less.erase(name);
    EXPECT_EQ(consistencyPathOf(less).error().code, "client.bad_answer") << name;
    less[name] = "none";
    EXPECT_EQ(consistencyPathOf(less).error().code, "client.bad_answer") << name;
  }
  for (const boost::json::value& item : {boost::json::value(7), boost::json::value(hash + "a")}) {
    auto odd = good;
    odd["path"] = boost::json::array{item};
    EXPECT_EQ(consistencyPathOf(odd).error().code, "client.bad_answer");
  }
  EXPECT_EQ(consistencyPathOf(boost::json::array{}).error().code, "client.bad_answer");
}

TEST(Client, AsksForCertificateAndHistoryOnce) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  EXPECT_EQ(api->latestCertificate().error().code, "query.no_certificate");
  EXPECT_EQ(api->consistency(Height(1), Height(1)).error().code, "query.unknown_block");
  Author author(*api, administrator().key, fixture.business().digest());
  for (std::uint8_t number = 130; number < 133; ++number)
    expectDone(author.send(person(number), Wait::kFinal));
  ASSERT_TRUE(eventually([&] {
    const auto shown = api->latestCertificate();
    return shown && shown->statement.height == Height(3);
  }));
  const auto path = api->consistency(Height(2), Height(3));
  ASSERT_TRUE(path.has_value()) << path.error().message;
  EXPECT_EQ(path->toRoot, api->latestCertificate()->statement.historyRoot);
  fixture.business().sayReady(false);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(api->latestCertificate().error().code, "node.recovering");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5)) << "not waited for";
}

TEST(Author, TwoAuthorsOfOneKeyBothGoOn) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  Author one(*api, administrator().key, fixture.business().digest());
  Author two(*api, administrator().key, fixture.business().digest());
  for (std::uint8_t i = 0; i < 3; ++i) {
    expectDone(one.send(person(static_cast<std::uint8_t>(130 + 2 * i)), Wait::kCommitted));
    expectDone(two.send(person(static_cast<std::uint8_t>(131 + 2 * i)), Wait::kCommitted));
  }
}

TEST(Author, SendsFromSeveralThreadsWithoutAGap) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  Author author(*api, administrator().key, fixture.business().digest());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 5; ++i)
        expectDone(author.send(person(static_cast<std::uint8_t>(130 + thread * 5 + i)), Wait::kCommitted));
    });
  for (auto& thread : threads) thread.join();
  const auto sessions = api->sessions(administrator().key.publicKey()).value();
  ASSERT_EQ(sessions.open.size(), 1U);
  EXPECT_EQ(sessions.open.begin()->first, sessions.highest);
  EXPECT_EQ(sessions.open.begin()->second.value, 20U);
}

TEST(Author, ARefusedBatchLeavesNoGapBehind) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  fixture.business().refuse(Error{"batch.expired", "Too late.", "Sign again."});
  Author author(*api, administrator().key, fixture.business().digest());
  EXPECT_EQ(author.send(person(130), Wait::kCommitted).error().code, "batch.expired");
  fixture.business().refuse(std::nullopt);
  expectDone(author.send(person(130), Wait::kCommitted));
}

TEST(Author, ARefusedOperationIsAnErrorInTheLedgersWords) {
  GatewayFixture fixture;
  const auto api = fixture.client();
  Author nobody(*api, holder().key, fixture.business().digest());
  const auto reply = nobody.send(person(130), Wait::kCommitted);
  ASSERT_TRUE(reply.has_value()) << reply.error().message;
  const auto status = asStatus(*reply);
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error().code, ledger::describe(ledger::ReasonCode::kPermissionMissing).code);
}

// ---- what a strange server may answer ----

TEST(Answers, NothingIsBelievedUnseen) {
  const auto answer = [](unsigned status, std::string_view body) {
    return HttpAnswer{
        .status = status, .contentType = {}, .body = toBytes(asBytes(body)), .retryAfterSeconds = 0};
  };
  EXPECT_EQ(problemOf(answer(500, "<html>")).code, "client.bad_answer");
  EXPECT_EQ(problemOf(answer(400, R"({"code":"a.b","detail":"d"})")).code, "a.b");
  EXPECT_EQ(internCode(std::string(200, 'x')), "client.bad_answer");
  EXPECT_FALSE(jsonOf(answer(200, "{")).has_value());
  EXPECT_FALSE(batchReplyOf(boost::json::object{{"batch", "00"}}).has_value());
  EXPECT_FALSE(batchReplyOf(nullptr).has_value());
  EXPECT_FALSE(signedInOf(boost::json::array{}).has_value());
  EXPECT_FALSE(firstItemNumber(boost::json::object{{"items", boost::json::array{}}}, "id").has_value());
}

TEST(Answers, EventsAreReadWhereverTheTextIsCut) {
  const std::string text =
      ": alive\n\nevent: block\nid: 0:1:2\ndata: {\"a\":1}\n\nevent: leader\ndata: {}\n\n";
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    EventParser parser;
    std::vector<StreamEvent> seen;
    const auto take = [&](const StreamEvent& event) {
      seen.push_back(event);
      return true;
    };
    EXPECT_TRUE(parser.feed(std::string_view(text).substr(0, cut), take));
    EXPECT_TRUE(parser.feed(std::string_view(text).substr(cut), take));
    ASSERT_EQ(seen.size(), 2U) << cut;
    EXPECT_EQ(seen[0].topic, "block");
    EXPECT_EQ(seen[0].id, "0:1:2");
    EXPECT_EQ(seen[0].data, "{\"a\":1}");
    EXPECT_EQ(seen[1].topic, "leader");
    EXPECT_TRUE(seen[1].id.empty());
  }
}

}  // namespace
}  // namespace aurigraph::client
