#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/wire/source_terms.h"
#include "nodes/slim/config.h"

namespace aurigraph::slim {

/// Header and value, by provider.
using SourceCredentials = std::map<std::string, std::vector<std::pair<std::string, std::string>>>;

/// The provider simulator at `url` ("https://127.0.0.1:9443") as a slim node's sources: one per provider it
/// serves, pinned and keyed as the shipped presets say, without polls; and "carrier", an EPCIS source of a
/// public page that takes no key and is not pinned.
[[nodiscard]] std::vector<SourceSetup> simulatedSources(const std::string& url, const std::string& trustedPem,
                                                        const Digest& pin,
                                                        const SourceCredentials& credentials);

/// Where the simulator is asked, whatever its port: its certificate names this host.
inline constexpr std::string_view kSimulatorHost = "localhost";

/// What a simulated cluster's genesis believes of these sources, ascending by name (R-TRUST-1). `pin`: of the
/// simulator's key. Errors: as termsOf().
Result<std::vector<wire::SourceTerms>> simulatedTerms(const Digest& pin);

}  // namespace aurigraph::slim
