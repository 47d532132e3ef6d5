#pragma once

#include "core/base/result.h"
#include "core/wire/source_terms.h"
#include "nodes/connectors/connector.h"

/// What a slim node's set-up of a source proves, in the ledger's own words (R-TRUST-1): for a genesis, for
/// whoever writes a proposal, and to lower what a fetch says to what the ledger believes. Pure.
namespace aurigraph::slim {

/// Ten a second for an hour: no source of ours says so much that is new, and so much of one the ledger takes
/// beside everything else.
inline constexpr std::uint32_t kMostRecordsPerHour = 36'000;
/// For sources that admit few calls: one answer may hold some hundred.
inline constexpr std::uint32_t kLeastRecordsPerHour = 3'600;

/// The most that the ledger can be asked to believe of a source set up so: the preset's tier and credentials
/// as the set-up changes them, the base URL's host, the pins, the kinds that the mapping gives, and as many
/// records in an hour as the tightest of the preset's budgets admits calls, within the bounds above. Nobody's
/// signature: none is verified yet. Errors: provider.unknown, preset.malformed, http.bad_base_url.
Result<wire::SourceTerms> termsOf(const connectors::SourceConfig& source);

/// Lowers what a record claims of itself and of its way here to what both the set-up and the terms bear: a
/// pin counts where the ledger knows every key that this set-up would take. The name is not compared.
void lowerTo(const wire::SourceTerms& believed, const wire::SourceTerms& own, wire::Record& record);

}  // namespace aurigraph::slim
