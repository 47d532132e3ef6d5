#pragma once

#include "core/wire/record.h"
#include "nodes/mapping/mapper.h"
#include "nodes/rules/provider_preset.h"

namespace aurigraph::mapping {

/// Notes in the record what it came for and what the fetch proved. That the payload is signed counts when the
/// preset says so, for sources that sign single items by each item's own signature (RECORDS, "Transport
/// points"); an answer from anywhere proves nothing. The facts of its answer stay.
void noteArrival(const rules::ProviderPreset& preset, const wire::TransportFacts& fetched,
                 wire::Purpose purpose, MappedRecord& mapped);

}  // namespace aurigraph::mapping
