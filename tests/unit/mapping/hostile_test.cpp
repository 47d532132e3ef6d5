#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <array>

#include "tests/unit/mapping/provider_files.h"

/// What comes from outside is hostile: no damage may crash a mapping, and whatever still gives a record gives
/// a canonical one.
namespace aurigraph::mapping {
namespace {

struct Sample {
  std::string_view provider;
  std::string_view file;
};

// One of each shape.
constexpr std::array kSamples = {
    Sample{"alpaca", "alpaca_py_stock_get_snapshot.json"},
    Sample{"alpaca", "alpaca_go_GetMultiTrades.json"},
    Sample{"hm-land-registry", "hmlr_ppd_newcastle_noheader.csv"},
    Sample{"verra", "verra_allprojects_2023.csv"},
    Sample{"epcis", "ralphtro_epcisDocWithSensorDataObjectEvent.jsonld"},
    Sample{"epcis", "openepcis_Query_CurieString_document.json"},
    Sample{"open-meteo", "openmeteo_air_quality_bucharest.json"},
    Sample{"nws", "nws_stations_observations_latest.json"},
    Sample{"nws", "nws_gridpoints_forecast_us.json"},
};

void mapAnyway(std::string_view provider, std::string_view text) {
  const auto answer = mapText(provider, text);
  if (!answer) {
    EXPECT_FALSE(answer.error().message.empty());
    return;
  }
  for (const MappedRecord& mapped : answer->records) expectSound(mapped);
  for (const RefusedItem& item : answer->refused) EXPECT_FALSE(item.reason.code.empty());
}

TEST(HostileAnswers, NoTruncationCrashesAMapping) {
  for (const Sample& sample : kSamples) {
    std::string text = readText(sample.file);
    if (text.size() > 6'000) text.resize(6'000);
    for (std::size_t size = 0; size < text.size(); size += sample.file.ends_with(".csv") ? 7 : 1)
      mapAnyway(sample.provider, std::string_view(text).substr(0, size));
  }
}

TEST(HostileAnswers, ATruncatedJsonAnswerIsNeverUnderstood) {
  const std::string text = readText("alpaca_go_GetMultiTrades.json");
  for (std::size_t size = 0; size < text.find_last_of('}'); ++size)
    EXPECT_FALSE(mapText("alpaca", std::string_view(text).substr(0, size))) << size;
}

RC_GTEST_PROP(HostileAnswers, FlippedBytesNeverCrashAMapping, ()) {
  const auto& sample = kSamples[*rc::gen::inRange<std::size_t>(0, kSamples.size())];
  std::string text = readText(sample.file);
  const auto flips = *rc::gen::inRange(1, 12);
  for (int i = 0; i < flips; ++i)
    text[*rc::gen::inRange<std::size_t>(0, text.size())] =
        static_cast<char>(*rc::gen::arbitrary<std::uint8_t>());
  mapAnyway(sample.provider, text);
}

RC_GTEST_PROP(HostileAnswers, ExchangedTokensNeverCrashAMapping, ()) {
  static constexpr std::array<std::string_view, 12> kTokens = {
      "null", "nan",  "[]",    "{}",   "\"\"",       "-1e-99",
      "1e99", "true", "\"x\"", "[[[[", "{\"t\":{}}", "99999999999999999999999999999999999999999"};
  const auto& sample = kSamples[*rc::gen::inRange<std::size_t>(4, kSamples.size())];
  std::string text = readText(sample.file);
  const std::size_t colon = text.find(':', *rc::gen::inRange<std::size_t>(0, text.size()));
  const std::size_t end = colon == std::string::npos ? colon : text.find_first_of(",}]", colon);
  if (end != std::string::npos)
    text.replace(colon + 1, end - colon - 1, kTokens[*rc::gen::inRange<std::size_t>(0, kTokens.size())]);
  mapAnyway(sample.provider, text);
}

TEST(HostileAnswers, EveryMappingSurvivesEveryOthersAnswer) {
  for (const std::string& provider : rules::shippedPresetNames())
    for (const Sample& sample : kSamples) mapAnyway(provider, readText(sample.file));
}

TEST(HostileAnswers, HtmlWithStatus200IsNamed) {
  for (const std::string& provider : rules::shippedPresetNames()) {
    const auto answer = mapText(provider, "<!DOCTYPE html><html><body>Sign in</body></html>");
    ASSERT_FALSE(answer) << provider;
    EXPECT_NE(answer.error().message.find("page"), std::string::npos) << provider << answer.error().message;
  }
}

}  // namespace
}  // namespace aurigraph::mapping
