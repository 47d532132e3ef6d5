#include "nodes/mapping/mapper.h"

#include <algorithm>
#include <array>

#include "core/crypto/sha256.h"
#include "nodes/mapping/providers.h"

namespace aurigraph::mapping {
namespace {

struct Mapping {
  std::string_view name;
  Result<MappedAnswer> (*map)(const MapJob& job, ByteView raw);
};

constexpr std::array kMappings = {
    Mapping{"alpaca", mapAlpaca},
    Mapping{"attom", mapAttom},
    Mapping{"county-title", mapCountyTitle},
    Mapping{"hm-land-registry", mapHmLandRegistry},
    Mapping{"verra", mapVerra},
    Mapping{"gold-standard", mapGoldStandard},
    Mapping{"carbon-price", mapCarbonPrice},
    Mapping{"epcis", mapEpcis},
    Mapping{"open-meteo", mapOpenMeteo},
    Mapping{"nws", mapNws},
};

}  // namespace

Result<MappedAnswer> map(const rules::ProviderPreset& preset, ByteView raw, const MapContext& context) {
  const auto mapping = std::find_if(kMappings.begin(), kMappings.end(),
                                    [&](const Mapping& row) { return row.name == preset.mapping; });
  if (mapping == kMappings.end())
    return fail("mapper.no_mapping",
                "There is no mapping \"" + preset.mapping + "\", which the preset " + preset.name + " names.",
                "Use a shipped provider, or add a mapping.");
  const MapJob job{preset, context, crypto::sha256(raw)};
  auto answer = mapping->map(job, raw);
  if (answer && answer->records.size() + answer->refused.size() > kMaxItemsPerAnswer)
    return fail("mapper.too_many_items",
                "The answer holds more than " + std::to_string(kMaxItemsPerAnswer) + " items.",
                "Ask for smaller pages.");
  return answer;
}

}  // namespace aurigraph::mapping
