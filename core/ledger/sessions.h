#pragma once

#include "core/ledger/call.h"
#include "core/ledger/state.h"
#include "core/wire/batch.h"
#include "core/wire/batch_result.h"

/// Sessions (R-LED-6): an author's batches are executed once each, in their order, or not at all.
namespace aurigraph::ledger {

/// Whether the author's session has this batch as its next one. A number executed before is kReplayed
/// whatever the batch says: its first result stands.
[[nodiscard]] ReasonCode admit(const State& state, const wire::BatchHeader& header);

/// Notes an executed batch with its result; the window keeps the last 32.
void record(State& state, const wire::BatchHeader& header, Height height, const wire::BatchResult& result);

}  // namespace aurigraph::ledger
