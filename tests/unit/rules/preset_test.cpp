#include <gtest/gtest.h>

#include <map>

#include "nodes/rules/provider_preset.h"
#include "resources/resources.h"

namespace aurigraph::rules {
namespace {

int pointsOf(const ProviderPreset& preset) {
  const auto& t = preset.transport;
  const int tier[] = {0, 10, 8, 5, 0};
  const bool signedAnswer = t.payloadSigned && !preset.signedOnlyIfPayloadIs;
  return 100 * (40 * t.allowedHostOverTls + 15 * t.pinnedKey + 20 * t.authenticatedSession +
                15 * signedAnswer + tier[static_cast<int>(preset.tier)]);
}

TEST(ProviderPreset, TransportPointsAreThoseOfTheTable) {
  const std::map<std::string, int> expected = {
      {"alpaca", 8'000},     {"attom", 8'300},        {"epcis", 8'300},         {"county-title", 8'500},
      {"nws", 6'500},        {"verra", 6'500},        {"gold-standard", 6'500}, {"hm-land-registry", 6'500},
      {"open-meteo", 6'000}, {"carbon-price", 4'500}, {"carrier", 4'500}};
  const auto names = shippedPresetNames();
  EXPECT_EQ(names.size(), expected.size());
  for (const auto& [name, points] : expected) {
    const auto preset = shippedPreset(name);
    ASSERT_TRUE(preset) << name << ": " << preset.error().message;
    EXPECT_EQ(preset->name, name);
    EXPECT_EQ(pointsOf(*preset), points) << name;
  }
}

TEST(ProviderPreset, AnUnknownNameIsToldWhichThereAre) {
  const auto preset = shippedPreset("acme");
  ASSERT_FALSE(preset);
  EXPECT_EQ(preset.error().code, "provider.unknown");
  EXPECT_NE(preset.error().remedy.find("alpaca, attom, carbon-price"), std::string::npos);
}

TEST(ProviderPreset, AnUnknownOrMissingFieldIsNamed) {
  const std::string good(resource("providers/attom.json"));
  ASSERT_TRUE(parsePreset(good));
  std::string extra = good;
  extra.insert(extra.find('{') + 1, "\"colour\": \"red\",");
  ASSERT_FALSE(parsePreset(extra));
  EXPECT_NE(parsePreset(extra).error().message.find("colour"), std::string::npos);
  std::string missing = good;
  missing.replace(missing.find("\"tier\""), 6, "\"tear\"");
  ASSERT_FALSE(parsePreset(missing));
  EXPECT_NE(parsePreset(missing).error().message.find("tier"), std::string::npos);
  std::string plain = good;
  plain.replace(plain.find("https://"), 8, "http://");
  ASSERT_FALSE(parsePreset(plain));
}

}  // namespace
}  // namespace aurigraph::rules
