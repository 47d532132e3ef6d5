#include "nodes/http/http_client.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "tests/support/simulated_providers.h"

namespace aurigraph::http {
namespace {

using providers::Fault;

class HttpClientTest : public ::testing::Test {
 protected:
  HttpOptions options(const std::string& provider = "carbon-price") {
    const connectors::SourceConfig source = providers_.source(provider);
    HttpOptions out;
    out.baseUrl = source.baseUrl;
    out.trustedPem = source.trustedPem;
    out.pins = source.pins;
    out.headers = source.credentials;
    return out;
  }
  static Result<HttpAnswer> ask(const HttpOptions& options, const std::string& path = "/prices") {
    auto client = HttpClient::create(options);
    if (!client) return propagate(client);
    return (*client)->call({path, {}, {}});
  }
  testing::SimulatedProviders providers_;
};

TEST_F(HttpClientTest, AnAnswerComesWithItsFactsOverVerifiedTls) {
  const auto answer = ask(options());
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 200U);
  EXPECT_EQ(answer->contentType, "application/json");
  EXPECT_EQ(answer->origin, "SIMULATED");
  EXPECT_TRUE(answer->date.has_value());
  EXPECT_FALSE(answer->pinned);
  EXPECT_GT(answer->receivedAt, answer->requestedAt);
  EXPECT_FALSE(answer->body.empty());
}

TEST_F(HttpClientTest, ThePinnedKeyIsProvenAndAnotherKeyIsRefused) {
  auto pinned = options("verra");
  ASSERT_FALSE(pinned.pins.empty());
  const auto good = ask(pinned, "/none");
  ASSERT_TRUE(good) << good.error().message;
  EXPECT_TRUE(good->pinned);

  pinned.pins[0].bytes[0] ^= 1;
  EXPECT_EQ(ask(pinned, "/none").error().code, "http.pin_mismatch");
  // The old key and the coming one: either will do.
  pinned.pins.push_back(options("verra").pins[0]);
  EXPECT_TRUE(ask(pinned, "/none"));
}

TEST_F(HttpClientTest, AStrangersCertificateIsRefused) {
  auto untrusting = options();
  testing::SimulatedProviders others;
  untrusting.trustedPem = others.trustedPem();
  EXPECT_EQ(ask(untrusting).error().code, "http.tls_failed");
  untrusting.trustedPem.clear();  // the system's authorities don't know it either
  EXPECT_EQ(ask(untrusting).error().code, "http.tls_failed");
}

TEST_F(HttpClientTest, OnlyHttpsAddressesWithoutTricksAreTaken) {
  for (const std::string url :
       {"http://localhost:1/x", "https://", "ftp://a", "https://user@host", "https://a?b", "localhost"}) {
    HttpOptions odd;
    odd.baseUrl = url;
    EXPECT_EQ(HttpClient::create(odd).error().code, "http.bad_base_url") << url;
  }
  auto client = HttpClient::create(options()).value();
  for (const std::string path : {"prices", "@evil.example/", "", "/a b", "/x/../y", "/a\r\nHost: evil"})
    EXPECT_EQ(client->call({path, {}, {}}).error().code, "http.bad_path") << path;
}

TEST_F(HttpClientTest, AnAnswerLargerThanItsBoundIsRefused) {
  auto small = options();
  small.maxAnswerBytes = 64;
  EXPECT_EQ(ask(small).error().code, "http.too_large");
}

TEST_F(HttpClientTest, ASlowOrBrokenAnswerIsAnErrorAnotherAttemptMayNotHave) {
  auto hasty = options();
  hasty.totalTimeoutMs = 100;
  providers_.simulator().setFault("carbon-price", {Fault::kLatency, 1, std::chrono::milliseconds(5'000)});
  const auto slow = ask(hasty);
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().code, "http.timeout");
  EXPECT_TRUE(isTransient(slow.error()));

  providers_.simulator().setFault("carbon-price", {Fault::kDropped, 1, {}});
  const auto dropped = ask(options());
  ASSERT_FALSE(dropped);
  EXPECT_EQ(dropped.error().code, "http.broken_answer");
  EXPECT_TRUE(isTransient(dropped.error()));

  auto nobody = options();
  nobody.baseUrl = "https://localhost:1/carbon-price";
  EXPECT_EQ(ask(nobody).error().code, "http.unreachable");
}

TEST_F(HttpClientTest, ACallEndsSoonWhenTheNodeStops) {
  auto patient = options();
  patient.totalTimeoutMs = 60'000;
  std::atomic<bool> stopping{false};
  patient.cancelled = [&] { return stopping.load(); };
  providers_.simulator().setFault("carbon-price", {Fault::kLatency, 0, std::chrono::milliseconds(60'000)});
  auto client = HttpClient::create(patient).value();
  auto call = std::async(std::launch::async, [&] { return client->call({"/prices", {}, {}}); });
  stopping = true;
  ASSERT_EQ(call.wait_for(std::chrono::seconds(20)), std::future_status::ready);
  EXPECT_EQ(call.get().error().code, "http.cancelled");
}

TEST(HttpAge, FollowsRfc9111AndGrowsWithTheCachesOnTheWay) {
  const auto second = [](std::int64_t n) { return Nanoseconds(n * 1'000'000'000); };
  HttpAnswer answer;
  answer.requestedAt = second(1'000);
  answer.receivedAt = second(1'002);
  EXPECT_EQ(ageOnArrival(answer).value, 0);
  answer.date = second(1'001);
  EXPECT_EQ(ageOnArrival(answer).value, 0) << "within the header's own second";
  answer.date = second(902);
  EXPECT_EQ(ageOnArrival(answer), second(99)) << "apparent age, less the header's second";
  answer.ageSeconds = 280;
  EXPECT_EQ(ageOnArrival(answer), second(282)) << "Age plus the time that the answer took";
  answer.date = second(2'000);
  answer.ageSeconds.reset();
  EXPECT_EQ(ageOnArrival(answer).value, 0) << "a server's clock ahead of ours makes nothing younger than now";
}

}  // namespace
}  // namespace aurigraph::http
