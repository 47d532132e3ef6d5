#include "nodes/providers/simulator.h"

#include <gtest/gtest.h>

#include "nodes/http/http_client.h"
#include "nodes/json/json.h"
#include "tests/support/simulated_providers.h"

namespace aurigraph::providers {
namespace {

using http::HttpAnswer;
using http::HttpClient;
using http::HttpOptions;

class SimulatorTest : public ::testing::Test {
 protected:
  HttpAnswer ask(const std::string& provider, const std::string& path, const std::string& body = {}) {
    const auto config = providers_.source(provider);
    HttpOptions options;
    options.baseUrl = config.baseUrl;
    options.trustedPem = config.trustedPem;
    options.headers = config.credentials;
    options.headers.emplace_back("User-Agent", "test");
    auto client = HttpClient::create(options);
    EXPECT_TRUE(client);
    auto answer = (*client)->call({path, body, {}});
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
    return answer ? *answer : HttpAnswer{};
  }
  std::string pathOf(const std::string& provider) {
    const DemoWorld& world = providers_.world();
    if (provider == "alpaca") return "/v2/stocks/VOO/snapshot";
    if (provider == "attom")
      return "/propertyapi/v1.0.0/attomavm/detail?fips=" + world.fips + "&apn=" + world.apn;
    if (provider == "county-title") return "/v1/parcels/" + world.fips + "/" + world.apn;
    if (provider == "verra") return "/uiapi/asset/asset/search";
    if (provider == "gold-standard") return "/credits?page=1&size=25";
    if (provider == "carbon-price") return "/prices?class=forestry";
    if (provider == "epcis") return "/epcs/" + world.sscc + "/events";
    if (provider == "open-meteo")
      return "/v1/forecast?latitude=39.75&longitude=-105.0&current=temperature_2m";
    return "/stations/KDEN/observations/latest";
  }
  HttpAnswer askUsual(const std::string& provider) {
    return ask(
        provider, pathOf(provider),
        provider == "verra" ? "{\"resourceIdentifier\":\"" + providers_.world().verraProject + "\"}" : "");
  }
  testing::SimulatedProviders providers_;
};

const std::vector<std::string> kAll = {"alpaca",       "attom", "county-title", "verra", "gold-standard",
                                       "carbon-price", "epcis", "open-meteo",   "nws"};

TEST_F(SimulatorTest, EveryProviderAnswersJsonThatIsLabelledSimulated) {
  for (const std::string& provider : kAll) {
    const HttpAnswer answer = askUsual(provider);
    EXPECT_EQ(answer.status, 200U) << provider;
    EXPECT_EQ(answer.origin, "SIMULATED") << provider;
    EXPECT_TRUE(json::Document::parse(answer.body)) << provider;
    const auto preset = rules::shippedPreset(provider).value();
    EXPECT_NE(std::find(preset.contentTypes.begin(), preset.contentTypes.end(), answer.contentType),
              preset.contentTypes.end())
        << provider << " " << answer.contentType;
  }
}

TEST_F(SimulatorTest, AMissingOrWrongKeyIsRefusedByEveryKeyedProvider) {
  for (const std::string provider : {"alpaca", "attom", "county-title", "epcis"}) {
    auto config = providers_.source(provider);
    for (const bool wrong : {false, true}) {
      HttpOptions options;
      options.baseUrl = config.baseUrl;
      options.trustedPem = config.trustedPem;
      if (wrong)
        for (const auto& [header, value] : config.credentials)
          options.headers.emplace_back(header, value + "x");
      auto client = HttpClient::create(options).value();
      const auto answer = client->call({pathOf(provider), {}, {}});
      ASSERT_TRUE(answer);
      EXPECT_EQ(answer->status, 401U) << provider;
      EXPECT_EQ(answer->origin, "SIMULATED") << "refusals are labelled too";
    }
  }
}

TEST_F(SimulatorTest, BeyondItsBudgetAProviderAnswers429WithRetryAfter) {
  unsigned refusedAt = 0;
  HttpAnswer answer;
  for (unsigned call = 0; call < 20 && refusedAt == 0; ++call) {
    answer = askUsual("attom");
    if (answer.status == 429) refusedAt = call;
  }
  EXPECT_GE(refusedAt, 5U) << "five calls a second are admitted";
  EXPECT_EQ(answer.status, 429U);
  EXPECT_TRUE(answer.retryAfterSeconds.has_value());
}

TEST_F(SimulatorTest, FaultsArePlayedAsOftenAsAskedAndOnlyForTheirProvider) {
  providers_.simulator().setFault("epcis", {Fault::kServerError, 2, {}});
  EXPECT_EQ(askUsual("epcis").status, 503U);
  EXPECT_EQ(askUsual("alpaca").status, 200U);
  EXPECT_EQ(askUsual("epcis").status, 503U);
  EXPECT_EQ(askUsual("epcis").status, 200U);
  providers_.simulator().setFault("epcis", {Fault::kHtml, 0, {}});
  const HttpAnswer html = askUsual("epcis");
  EXPECT_EQ(html.status, 200U);
  EXPECT_EQ(html.contentType, "text/html");
  providers_.simulator().setFault("epcis", {Fault::kTruncated, 0, {}});
  EXPECT_FALSE(json::Document::parse(askUsual("epcis").body));
  providers_.simulator().clearFaults();
  EXPECT_TRUE(json::Document::parse(askUsual("epcis").body));
}

TEST(SimulatorSeeds, OtherSeedsAreOtherWorldsWithTheSameStory) {
  const DemoWorld one = demoWorld(1);
  const DemoWorld two = demoWorld(2);
  EXPECT_NE(one.apn, two.apn);
  EXPECT_NE(one.verraBlocks[0].first, two.verraBlocks[0].first);
  EXPECT_NE(one.sscc, two.sscc);
  EXPECT_NE(defaultCredentials(1).at("attom")[0].value, defaultCredentials(2).at("attom")[0].value);
  for (const std::uint64_t seed : {1, 2, 3, 77}) {
    std::uint64_t credits = 0;
    for (const CreditBlock& block : demoWorld(seed).verraBlocks) credits += block.count;
    EXPECT_EQ(credits, 10'000U);
  }
  EXPECT_EQ(demoWorld(5).apn, demoWorld(5).apn);
}

TEST(SimulatorFaults, EveryFaultHasANameThatFindsItAgain) {
  for (int i = 0; i <= static_cast<int>(Fault::kHtml); ++i) {
    const auto fault = static_cast<Fault>(i);
    EXPECT_EQ(faultFromName(nameOf(fault)).value(), fault);
  }
  EXPECT_EQ(faultFromName("gremlins").error().code, "simulator.unknown_fault");
}

}  // namespace
}  // namespace aurigraph::providers
