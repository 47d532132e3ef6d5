#include "nodes/slim/source_terms.h"

#include <algorithm>
#include <string_view>

#include "nodes/mapping/mapper.h"

namespace aurigraph::slim {
namespace {

/// "https://api.example.org:8443/v1" is asked at api.example.org. Certificates name hosts, not ports.
Result<std::string> hostOf(std::string_view url) {
  constexpr std::string_view kScheme = "https://";
  std::string_view host = url.substr(std::min(kScheme.size(), url.size()));
  host = host.substr(0, host.find('/'));
  if (host.starts_with('['))
    host = host.substr(1, host.find(']') - 1);
  else
    host = host.substr(0, host.find(':'));
  if (!url.starts_with(kScheme) || host.empty() || host.size() > wire::kMaxHostBytes)
    return fail("http.bad_base_url", "\"" + std::string(url) + "\" cannot be a source's address.",
                "Write https://host or https://host:port, with a path if needed.");
  return std::string(host);
}

std::uint32_t recordsPerHour(const rules::ProviderPreset& preset) {
  std::uint64_t calls = kMostRecordsPerHour;
  for (const rules::CallBudget& budget : preset.budgets)
    // What may be asked in a day may be asked in one of its hours.
    calls = std::min(calls, budget.seconds > 3'600 ? std::uint64_t{budget.calls}
                                                   : std::uint64_t{budget.calls} * 3'600 / budget.seconds);
  return static_cast<std::uint32_t>(std::max<std::uint64_t>(calls, kLeastRecordsPerHour));
}

bool holdsAll(const std::vector<Digest>& believed, const std::vector<Digest>& own) {
  return std::ranges::all_of(own,
                             [&](const Digest& pin) { return std::ranges::binary_search(believed, pin); });
}

}  // namespace

Result<wire::SourceTerms> termsOf(const connectors::SourceConfig& source) {
  const auto preset = rules::shippedPreset(source.provider);
  if (!preset) return propagate(preset);
  auto host = hostOf(source.baseUrl.empty() ? preset->baseUrl : source.baseUrl);
  if (!host) return propagate(host);
  wire::SourceTerms out;
  out.name = source.name.empty() ? source.provider : source.name;
  out.provider = preset->mapping;
  const auto kinds = mapping::recordKindsOf(preset->mapping);
  out.kinds.assign(kinds.begin(), kinds.end());
  out.tier = source.tier.value_or(preset->tier);
  out.origin = source.simulated ? wire::Origin::kSimulated : wire::Origin::kReal;
  out.host = std::move(*host);
  out.pins = source.pins;
  std::ranges::sort(out.pins);
  const bool keyed = !source.withoutKey && !preset->keyHeaders.empty();
  out.session = keyed ? wire::SourceSession::kCredential : wire::SourceSession::kNone;
  out.recordsPerHour = recordsPerHour(*preset);
  return out;
}

void lowerTo(const wire::SourceTerms& believed, const wire::SourceTerms& own, wire::Record& record) {
  record.tier = std::max({record.tier, own.tier, believed.tier});
  if (believed.origin != wire::Origin::kReal) record.origin = wire::Origin::kSimulated;
  const auto keepIf = [](bool& claimed, bool borne) { claimed = claimed && borne; };
  wire::TransportFacts& transport = record.fetch.transport;
  keepIf(transport.allowedHostOverTls, !believed.host.empty() && believed.host == own.host);
  keepIf(transport.pinnedKey, !own.pins.empty() && holdsAll(believed.pins, own.pins));
  keepIf(transport.authenticatedSession, believed.session == wire::SourceSession::kCredential);
  keepIf(transport.payloadSigned, believed.signer.has_value());
}

}  // namespace aurigraph::slim
