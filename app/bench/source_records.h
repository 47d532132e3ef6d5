#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/wire/record.h"
#include "core/wire/source_terms.h"

/// What sources say of the same objects day after day, as full as their answers are: for benchmarks of
/// submissions under the shipped rules. Pure.
namespace aurigraph::bench {

/// One record each of valuations of houses, observations of the weather and prices of carbon, in turn by two
/// sources. `round` is the how-manieth time they say it, and moves their values a little; each of a series'
/// moments is a new one if `now` is. All are accepted, and the two sources agree.
[[nodiscard]] std::vector<wire::Record> recordsOfRound(std::uint32_t round, std::size_t count,
                                                       Nanoseconds now);

/// Their sources, ascending by name, with a budget that no run uses up.
[[nodiscard]] std::vector<wire::SourceTerms> recordSources();

}  // namespace aurigraph::bench
