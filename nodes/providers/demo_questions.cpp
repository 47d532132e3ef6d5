#include "nodes/providers/demo_questions.h"

namespace aurigraph::providers {
namespace {

using std::chrono::milliseconds;

// The critical bounds of SPEC §4 for what ages in seconds; the rest as often as it can change.
constexpr milliseconds kMarketEvery{5'000};
constexpr milliseconds kShipmentEvery{30'000};
constexpr milliseconds kWeatherEvery{60'000};
constexpr milliseconds kPriceEvery{300'000};
constexpr milliseconds kRegistryEvery{600'000};
// What waits for a person is not asked again while the person thinks.
constexpr milliseconds kDoubtfulEvery{24 * 3'600'000};
// A valuation is compared with the licensed aggregator's, so that one is asked first.
constexpr milliseconds kAfterTheAggregator{500};
/// One that is to be found wrong by that comparison waits until it surely has been.
constexpr milliseconds kWellAfterTheAggregator{1'500};

}  // namespace

std::vector<Question> demoQuestions(const DemoWorld& world) {
  const std::string detail = "/propertyapi/v1.0.0/attomavm/detail?fips=" + world.fips + "&apn=";
  const std::string county = "/v1/parcels/" + world.fips + "/";
  const std::string project = "{\"resourceIdentifier\":\"" + world.verraProject + "\"}";
  return {
      {"alpaca", "/v2/stocks/" + world.symbol + "/snapshot", {}, kMarketEvery, {}},
      {"alpaca", "/v2/stocks/" + world.oddSymbol + "/snapshot", {}, kDoubtfulEvery, {}},
      {"attom", detail + world.apn, {}, kRegistryEvery, {}},
      {"attom", detail + world.disputedApn, {}, kDoubtfulEvery, {}},
      {"county-title", county + world.apn, {}, kRegistryEvery, kAfterTheAggregator},
      {"county-title", county + world.oldApn, {}, kDoubtfulEvery, kAfterTheAggregator},
      {"county-title", county + world.disputedApn, {}, kDoubtfulEvery, kWellAfterTheAggregator},
      {"verra", "/uiapi/resource/resource/search", project, kRegistryEvery, {}},
      {"verra", "/uiapi/asset/asset/search", project, kRegistryEvery, {}},
      {"gold-standard", "/projects?query=" + world.gsProject + "&page=1&size=25", {}, kRegistryEvery, {}},
      {"gold-standard", "/credits?query=" + world.gsProject + "&page=1&size=25", {}, kRegistryEvery, {}},
      {"carbon-price", "/prices?class=forestry", {}, kPriceEvery, {}},
      {"carbon-price", "/prices?class=" + world.listedClass, {}, kDoubtfulEvery, {}},
      {"epcis", "/epcs/" + world.sscc + "/events", {}, kShipmentEvery, {}},
      {"carrier", "/epcs/" + world.badSscc + "/events", {}, kRegistryEvery, {}},
      {"carrier", "/epcs/" + world.openSscc + "/events", {}, kDoubtfulEvery, {}},
      {"open-meteo",
       "/v1/forecast?latitude=39.75&longitude=-105.0&current=temperature_2m",
       {},
       kWeatherEvery,
       {}},
      {"nws", "/stations/" + world.station + "/observations/latest", {}, kWeatherEvery, {}},
      {"nws", "/stations/" + world.quietStation + "/observations/latest", {}, kDoubtfulEvery, {}},
  };
}

}  // namespace aurigraph::providers
