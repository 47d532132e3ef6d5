#pragma once

#include <optional>

#include "core/wire/record.h"
#include "nodes/mapping/mapper.h"
#include "nodes/rules/provider_preset.h"

/// The recorded inputs of a score (RECORDS, docs/records.md), as far as preset and answer alone can say them.
namespace aurigraph::mapping {

struct ScoringContext {
  Nanoseconds now;
  wire::Purpose purpose = wire::Purpose::kLive;
  /// What the fetch proved. Nothing: the preset's transport, as configured.
  std::optional<wire::TransportFacts> transport;
};

/// Facts and look-ups of the answer itself; references that nobody looked up are left out, which counts as
/// unreachable. Market: `lastSessionClose` when the class trades in sessions and `now` lies outside of one.
wire::ScoreInputs scoreInputs(const rules::ProviderPreset& preset, const MappedRecord& mapped,
                              const ScoringContext& context);

/// The last regular close of US stock exchanges at or before `now`, when `now` lies outside of a session;
/// nothing within one. Weekends and daylight saving are known, holidays are not: on a holiday the session
/// counts as open.
std::optional<Nanoseconds> lastUsSessionClose(Nanoseconds now);

}  // namespace aurigraph::mapping
