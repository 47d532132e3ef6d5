#include "nodes/slim/simulated_sources.h"

#include <algorithm>

#include "nodes/rules/provider_preset.h"
#include "nodes/slim/source_terms.h"

namespace aurigraph::slim {
namespace {

constexpr std::string_view kServed[] = {"alpaca",       "attom", "county-title", "verra", "gold-standard",
                                        "carbon-price", "epcis", "open-meteo",   "nws"};

}  // namespace

std::vector<SourceSetup> simulatedSources(const std::string& url, const std::string& trustedPem,
                                          const Digest& pin, const SourceCredentials& credentials) {
  std::vector<SourceSetup> out;
  for (const std::string_view provider : kServed) {
    const auto preset = rules::shippedPreset(provider);
    if (!preset) continue;
    connectors::SourceConfig source;
    source.provider = std::string(provider);
    source.baseUrl = url + "/" + source.provider;
    source.trustedPem = trustedPem;
    source.simulated = true;
    if (preset->transport.pinnedKey) source.pins = {pin};
    if (const auto own = credentials.find(source.provider); own != credentials.end())
      source.credentials = own->second;
    out.push_back({std::move(source), {}});
  }
  connectors::SourceConfig carrier;
  carrier.name = "carrier";
  carrier.provider = "epcis";
  carrier.baseUrl = url + "/carrier";
  carrier.trustedPem = trustedPem;
  carrier.simulated = true;
  carrier.withoutKey = true;
  carrier.tier = wire::SourceTier::kPublicApi;
  out.push_back({std::move(carrier), {}});
  return out;
}

Result<std::vector<wire::SourceTerms>> simulatedTerms(const Digest& pin) {
  std::vector<wire::SourceTerms> out;
  for (const SourceSetup& setup : simulatedSources("https://" + std::string(kSimulatorHost), {}, pin, {})) {
    auto terms = termsOf(setup.source);
    if (!terms) return propagate(terms);
    out.push_back(std::move(*terms));
  }
  std::ranges::sort(out, {}, &wire::SourceTerms::name);
  return out;
}

}  // namespace aurigraph::slim
