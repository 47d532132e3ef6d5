#include "nodes/mapping/mapper.h"

#include <algorithm>
#include <array>

#include "core/base/assert.h"
#include "core/crypto/sha256.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

using enum wire::RecordKind;

constexpr std::array kMarketKinds = {kMarketSnapshot, kMarketBar, kMarketTrade, kMarketQuote};
constexpr std::array kParcelKinds = {kPropertyValuation, kPropertyParcel, kPropertyTax, kPropertySale};
constexpr std::array kParcelAndTitleKinds = {kPropertyValuation, kPropertyParcel, kPropertyTax, kPropertySale,
                                             kPropertyTitle};
constexpr std::array kSaleKinds = {kPropertySale};
constexpr std::array kRegistryKinds = {kCarbonProject, kCarbonBlock, kCarbonRetirement};
constexpr std::array kPriceKinds = {kCarbonPrice};
constexpr std::array kSupplyKinds = {kSupplyEvent, kSupplySensor, kSupplyHandover};
constexpr std::array kModelKinds = {kWeatherModel, kWeatherForecast, kWeatherAir};
constexpr std::array kStationKinds = {kWeatherObservation, kWeatherForecast};

struct Mapping {
  std::string_view name;
  Result<MappedAnswer> (*map)(const MapJob& job, ByteView raw);
  std::span<const wire::RecordKind> kinds;  ///< Ascending.
};

constexpr std::array kMappings = {
    Mapping{"alpaca", mapAlpaca, kMarketKinds},
    Mapping{"attom", mapAttom, kParcelKinds},
    Mapping{"county-title", mapCountyTitle, kParcelAndTitleKinds},
    Mapping{"hm-land-registry", mapHmLandRegistry, kSaleKinds},
    Mapping{"verra", mapVerra, kRegistryKinds},
    Mapping{"gold-standard", mapGoldStandard, kRegistryKinds},
    Mapping{"carbon-price", mapCarbonPrice, kPriceKinds},
    Mapping{"epcis", mapEpcis, kSupplyKinds},
    Mapping{"open-meteo", mapOpenMeteo, kModelKinds},
    Mapping{"nws", mapNws, kStationKinds},
};

const Mapping* mappingNamed(std::string_view name) {
  const auto* found = std::ranges::find(kMappings, name, &Mapping::name);
  return found == kMappings.end() ? nullptr : found;
}

}  // namespace

std::span<const wire::RecordKind> recordKindsOf(std::string_view mapping) {
  const Mapping* found = mappingNamed(mapping);
  return found == nullptr ? std::span<const wire::RecordKind>() : found->kinds;
}

Result<MappedAnswer> map(const rules::ProviderPreset& preset, ByteView raw, const MapContext& context) {
  const Mapping* mapping = mappingNamed(preset.mapping);
  if (mapping == nullptr)
    return fail("mapper.no_mapping",
                "There is no mapping \"" + preset.mapping + "\", which the preset " + preset.name + " names.",
                "Use a shipped provider, or add a mapping.");
  const MapJob job{preset, context, crypto::sha256(raw)};
  auto answer = mapping->map(job, raw);
  if (answer && answer->records.size() + answer->refused.size() > kMaxItemsPerAnswer)
    return fail("mapper.too_many_items",
                "The answer holds more than " + std::to_string(kMaxItemsPerAnswer) + " items.",
                "Ask for smaller pages.");
  if (answer)
    for (const MappedRecord& one : answer->records)
      AG_ASSERT(std::ranges::binary_search(mapping->kinds, one.record.kind));
  return answer;
}

}  // namespace aurigraph::mapping
