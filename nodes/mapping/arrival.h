#pragma once

#include "core/quality/context/context.h"
#include "core/wire/record.h"
#include "nodes/mapping/mapper.h"
#include "nodes/rules/provider_preset.h"

namespace aurigraph::mapping {

/// A mapped record as quality::contextOf takes it; refers to `mapped`. `fetched`: what the fetch proved. That
/// the payload is signed counts when the preset says so, for sources that sign single items by each item's
/// own signature (RECORDS, "Transport points"); an answer from anywhere proves nothing.
[[nodiscard]] quality::Arrival arrivalOf(const rules::ProviderPreset& preset, const MappedRecord& mapped,
                                         const wire::TransportFacts& fetched, const Digest& content = {});

}  // namespace aurigraph::mapping
