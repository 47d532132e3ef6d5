#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "tests/unit/mapping/provider_files.h"

/// Every real answer that we may keep, with what must come out of it: records by kind, refusals, or the
/// reason why it is no answer of its category. Where the files come from: tests/data/providers/SOURCES.md.
namespace aurigraph::mapping {
namespace {

struct Expected {
  std::string_view file;
  std::string_view provider;
  std::string_view kinds;  ///< "event:2 handover:1"; empty: no record.
  std::size_t refused = 0;
  std::string_view detail;  ///< The first refusal's field, or the error's code.
};

// clang-format off
constexpr std::array kExpected = {
    Expected{"alpaca_go_CryptoSnapshot.json", "alpaca", "snapshot:1", 0, ""},
    Expected{"alpaca_go_GetBars.json", "alpaca", "bar:5", 0, ""},
    Expected{"alpaca_go_GetCryptoBars.json", "alpaca", "bar:11", 0, ""},
    Expected{"alpaca_go_GetMultiTrades.json", "alpaca", "trade:4", 0, ""},
    Expected{"alpaca_go_GetQuotes.json", "alpaca", "quote:10", 0, ""},
    Expected{"alpaca_go_GetQuotes_2.json", "alpaca", "quote:2", 0, ""},
    Expected{"alpaca_go_GetTrades.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_go_LatestBar.json", "alpaca", "bar:1", 0, ""},
    Expected{"alpaca_go_LatestBar_Feed.json", "alpaca", "bar:1", 0, ""},
    Expected{"alpaca_go_LatestBars.json", "alpaca", "bar:2", 0, ""},
    Expected{"alpaca_go_LatestCryptoBar.json", "alpaca", "bar:1", 0, ""},
    Expected{"alpaca_go_LatestCryptoQuote.json", "alpaca", "quote:1", 0, ""},
    Expected{"alpaca_go_LatestCryptoTrade.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_go_LatestCryptoTrades.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_go_LatestQuote.json", "alpaca", "quote:1", 0, ""},
    Expected{"alpaca_go_LatestQuotes.json", "alpaca", "quote:3", 0, ""},
    Expected{"alpaca_go_LatestTrade.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_go_LatestTrades.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_go_Snapshot.json", "alpaca", "snapshot:1", 0, ""},
    Expected{"alpaca_py_crypto_crypto_get_snapshot.json", "alpaca", "snapshot:2", 0, ""},
    Expected{"alpaca_py_crypto_crypto_latest_bar.json", "alpaca", "bar:1", 0, ""},
    Expected{"alpaca_py_crypto_get_crypto_bars.json", "alpaca", "bar:2", 0, ""},
    Expected{"alpaca_py_crypto_get_crypto_latest_quote.json", "alpaca", "quote:1", 0, ""},
    Expected{"alpaca_py_crypto_get_crypto_latest_trade.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_py_crypto_get_crypto_quotes.json", "alpaca", "quote:2", 0, ""},
    Expected{"alpaca_py_crypto_get_crypto_trades.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_py_option_get_bars.json", "alpaca", "bar:2", 0, ""},
    Expected{"alpaca_py_option_get_bars_single_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_option_get_latest_quote.json", "alpaca", "quote:1", 0, ""},
    Expected{"alpaca_py_option_get_latest_trade.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_py_option_get_latest_trade_with_feed.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_py_option_get_multisymbol_latest_trade.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_py_option_get_option_chain.json", "alpaca", "snapshot:1", 0, ""},
    Expected{"alpaca_py_option_get_snapshot.json", "alpaca", "snapshot:1", 0, ""},
    Expected{"alpaca_py_option_get_snapshot_latest_quote_only.json", "alpaca", "snapshot:1", 0, ""},
    Expected{"alpaca_py_option_get_snapshot_single_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_option_get_trades.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_py_option_get_trades_single_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_option_multisymbol_get_bars.json", "alpaca", "bar:3", 0, ""},
    Expected{"alpaca_py_option_multisymbol_get_trades.json", "alpaca", "trade:3", 0, ""},
    Expected{"alpaca_py_screener_get_market_movers.json", "alpaca", "", 0, "mapper.not_this_category"},
    Expected{"alpaca_py_screener_get_most_actives.json", "alpaca", "", 0, "mapper.not_this_category"},
    Expected{"alpaca_py_stock_get_bars.json", "alpaca", "bar:2", 0, ""},
    Expected{"alpaca_py_stock_get_bars_desc.json", "alpaca", "bar:3", 0, ""},
    Expected{"alpaca_py_stock_get_bars_single_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_stock_get_latest_quote.json", "alpaca", "quote:1", 0, ""},
    Expected{"alpaca_py_stock_get_latest_quote_multi_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_stock_get_latest_trade.json", "alpaca", "trade:1", 0, ""},
    Expected{"alpaca_py_stock_get_latest_trade_multi_not_found.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_stock_get_multisymbol_latest_trade.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_py_stock_get_quotes.json", "alpaca", "quote:2", 0, ""},
    Expected{"alpaca_py_stock_get_quotes_multi_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_stock_get_snapshot.json", "alpaca", "snapshot:1", 0, ""},
    Expected{"alpaca_py_stock_get_snapshot_multi_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_stock_get_trades.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_py_stock_get_trades_multi_empty_response.json", "alpaca", "", 0, ""},
    Expected{"alpaca_py_stock_multi_stock_latest_bar.json", "alpaca", "bar:2", 0, ""},
    Expected{"alpaca_py_stock_multisymbol_get_bars.json", "alpaca", "bar:2", 0, ""},
    Expected{"alpaca_py_stock_multisymbol_get_trades.json", "alpaca", "trade:2", 0, ""},
    Expected{"alpaca_py_stock_multisymbol_quotes.json", "alpaca", "quote:2", 0, ""},
    Expected{"alpaca_py_stock_stock_latest_bar.json", "alpaca", "bar:1", 0, ""},
    Expected{"alpaca_py_stock_stock_latest_bar_multi_empty_response.json", "alpaca", "", 0, ""},
    Expected{"evrythng_ObjectEvent_full.json", "epcis", "handover:1 sensor:1", 0, ""},
    Expected{"hmlr_ppd_newcastle_noheader.csv", "hm-land-registry", "sale:40", 0, ""},
    Expected{"nws_alerts_active_zone.json", "nws", "", 0, "mapper.not_this_category"},
    Expected{"nws_alerts_active_zone_second.json", "nws", "", 0, "mapper.not_this_category"},
    Expected{"nws_forecast_2019.json", "nws", "forecast:14", 0, ""},
    Expected{"nws_forecast_KSGX_2026.json", "nws", "forecast:14", 0, ""},
    Expected{"nws_gridpoints_forecast_hourly_si.json", "nws", "forecast:2", 0, ""},
    Expected{"nws_gridpoints_forecast_hourly_us.json", "nws", "forecast:2", 0, ""},
    Expected{"nws_gridpoints_forecast_relative_icon_us.json", "nws", "forecast:2", 0, ""},
    Expected{"nws_gridpoints_forecast_us.json", "nws", "forecast:2", 0, ""},
    Expected{"nws_gridpoints_stations.json", "nws", "", 0, "mapper.not_this_category"},
    Expected{"nws_points.json", "nws", "", 0, "mapper.not_this_category"},
    Expected{"nws_points_2026.json", "nws", "", 0, "mapper.not_this_category"},
    Expected{"nws_stations_observations.json", "nws", "observation:1", 0, ""},
    Expected{"nws_stations_observations_latest.json", "nws", "observation:1", 0, ""},
    Expected{"nws_stations_observations_multiple.json", "nws", "observation:2", 0, ""},
    Expected{"openepcis_Capture_Documents_AssociationEvent.json", "epcis", "event:1 handover:1 sensor:1", 0, ""},
    Expected{"openepcis_Capture_Documents_AssociationEvent_all_possible_fields.json", "epcis", "handover:1 sensor:1", 0, ""},
    Expected{"openepcis_Capture_Documents_AssociationEvent_with_userExtensions.json", "epcis", "event:1", 0, ""},
    Expected{"openepcis_Capture_Documents_CurieString_document.json", "epcis", "handover:1 sensor:1", 0, ""},
    Expected{"openepcis_Capture_Documents_Namespaces_at_different_level.json", "epcis", "sensor:5", 0, ""},
    Expected{"openepcis_Capture_Documents_ObjectEvent_with_custom_bizStep_uri.json", "epcis", "event:1", 0, ""},
    Expected{"openepcis_Capture_Documents_ObjectEvent_with_userExtensions.json", "epcis", "event:2", 0, ""},
    Expected{"openepcis_Capture_Documents_TransformationEvent_with_userExtensions.json", "epcis", "sensor:1", 0, ""},
    Expected{"openepcis_Capture_Documents_epcisDocWithAllGS1Keys.json", "epcis", "event:1", 0, ""},
    Expected{"openepcis_Capture_Events_AssociationEvent.json", "epcis", "handover:1 sensor:1", 0, ""},
    Expected{"openepcis_Capture_Events_TransactionEvent.json", "epcis", "event:1", 0, ""},
    Expected{"openepcis_Capture_Invalid_EPCISDocument_without_context.json", "epcis", "", 1, "/@context"},
    Expected{"openepcis_Capture_Invalid_ObjectEvent_with_invalid_action.json", "epcis", "", 1, "/epcisBody/eventList/0/action"},
    Expected{"openepcis_Capture_Invalid_ObjectEvent_with_invalid_eventTime_format.json", "epcis", "", 1, "/epcisBody/eventList/0/eventTime"},
    Expected{"openepcis_Capture_Invalid_ObjectEvent_without_identifier_list.json", "epcis", "", 1, "/epcisBody/eventList/0/epcList"},
    Expected{"openepcis_Query_CurieString_document.json", "epcis", "handover:1 sensor:1", 0, ""},
    Expected{"openepcis_Query_queryDocument.json", "epcis", "sensor:1", 0, ""},
    Expected{"openepcis_ce_epcisEvent.json", "epcis", "event:2", 0, ""},
    Expected{"openmeteo_air_quality_berlin_current.json", "open-meteo", "air:1", 0, ""},
    Expected{"openmeteo_air_quality_bucharest.json", "open-meteo", "air:5", 0, ""},
    Expected{"openmeteo_geocoding_hollywood.json", "open-meteo", "", 0, "mapper.not_this_category"},
    Expected{"openmeteo_minutely15_general.json", "open-meteo", "model:464", 0, ""},
    Expected{"ralphtro_CertificationInfoAndSensorReportWithCRS.jsonld", "epcis", "sensor:1", 0, ""},
    Expected{"ralphtro_ReferenceEventHashAlgorithm.jsonld", "epcis", "event:1", 0, ""},
    Expected{"ralphtro_ReferenceEventHashAlgorithm2.jsonld", "epcis", "sensor:1", 0, ""},
    Expected{"ralphtro_ReferenceEventHashAlgorithm3.jsonld", "epcis", "event:1", 0, ""},
    Expected{"ralphtro_epcisDocWithSensorComponent.jsonld", "epcis", "sensor:1", 0, ""},
    Expected{"ralphtro_epcisDocWithSensorDataObjectEvent.jsonld", "epcis", "sensor:1", 0, ""},
    Expected{"ralphtro_epcisDocWithShippingAndTransportingEvent.jsonld", "epcis", "event:1 handover:1", 0, ""},
    Expected{"ralphtro_epcisDocWithSingleEvent.jsonld", "epcis", "event:1", 0, ""},
    Expected{"ralphtro_epcisDocWithVariousEventTypes.jsonld", "epcis", "event:11 handover:2", 0, ""},
    Expected{"ralphtro_epcisEventWithCURIEs.jsonld", "epcis", "event:1", 0, ""},
    Expected{"ralphtro_epclist_normalisation.jsonld", "epcis", "event:1", 0, ""},
    Expected{"ralphtro_persistentDisposition.jsonld", "epcis", "event:2", 0, ""},
    Expected{"verra_allprojects_2023.csv", "verra", "project:60", 0, ""},
};
// clang-format on

class ProviderFile : public testing::TestWithParam<Expected> {};

TEST_P(ProviderFile, GivesTheExpectedRecordsAndRefusals) {
  const Expected& expected = GetParam();
  const auto answer = mapFile(expected.provider, expected.file);
  if (!answer) {
    EXPECT_EQ(answer.error().code, expected.detail) << answer.error().message;
    EXPECT_FALSE(answer.error().remedy.empty());
    return;
  }
  std::map<std::string_view, int> counts;
  for (const MappedRecord& mapped : answer->records) {
    ++counts[wire::nameOf(mapped.record.kind)];
    expectSound(mapped);
    EXPECT_FALSE(mapped.record.assetKey.empty());
    EXPECT_EQ(mapped.record.sourceId, expected.provider);
  }
  std::string kinds;
  for (const auto& [kind, count] : counts)
    kinds += (kinds.empty() ? "" : " ") + std::string(kind) + ":" + std::to_string(count);
  EXPECT_EQ(kinds, expected.kinds);
  ASSERT_EQ(answer->refused.size(), expected.refused);
  if (expected.refused > 0) {
    EXPECT_EQ(answer->refused[0].field, expected.detail);
    EXPECT_FALSE(answer->refused[0].reason.message.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Real, ProviderFile, testing::ValuesIn(kExpected), [](const auto& row) {
  std::string name(row.param.file);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(ProviderFiles, EveryFileStandsInTheTableAndInSources) {
  std::set<std::string> known;
  for (const Expected& row : kExpected) known.insert(std::string(row.file));
  const std::string sources = readText("SOURCES.md");
  for (const auto& entry : std::filesystem::directory_iterator(providerFolder())) {
    const std::string name = entry.path().filename().string();
    if (name == "SOURCES.md") continue;
    EXPECT_TRUE(known.contains(name)) << name;
    EXPECT_NE(sources.find("| " + name + " |"), std::string::npos) << name << " has no source";
  }
}

}  // namespace
}  // namespace aurigraph::mapping
