#pragma once

#include <cstdint>
#include <string>

#include "core/quality/rule_set.h"
#include "core/wire/record.h"
#include "core/wire/source_terms.h"

/// What a property token needs at its issue, as small as it can be: for benchmarks of transfers. Pure.
namespace aurigraph::bench {

/// Title and valuation with one value each, asked within the hour. Rules are data of a cluster; these take
/// the mint gate as it is and leave out what only real sources bring.
[[nodiscard]] quality::RuleSet propertyRules();

/// A record that these rules accept, asked a second before `now` over a way that proves itself. `seed` makes
/// its raw digest.
[[nodiscard]] wire::Record propertyRecord(wire::RecordKind kind, const std::string& assetKey,
                                          std::uint32_t seed, Nanoseconds now);

/// What a genesis must hold for such records: their source, believed in all but a signature, and with a
/// budget that no run uses up.
[[nodiscard]] wire::SourceTerms propertySource();

}  // namespace aurigraph::bench
