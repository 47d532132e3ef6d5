#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ledger/call.h"
#include "core/ledger/state.h"
#include "core/wire/batch_result.h"
#include "core/wire/transfer.h"

namespace aurigraph::ledger {

/// Executes transfers `first` … of a batch's body, about `atMost` of them: a linked chain is never left
/// half done. Appends failures; returns the index after the last one executed.
///
/// A transfer of PLAIN or RULED accounts costs two rows and no allocation (DESIGN §4).
std::uint32_t executeTransfers(State& state, const Call& call, ByteView body, std::uint32_t first,
                               std::uint32_t atMost, std::vector<wire::OperationFailure>& failures);

/// All reasons why this one would fail now. Its linked flag is not looked at: a chain is not simulated.
std::vector<Reason> simulateTransfer(const State& state, const Call& call, const wire::Transfer& transfer);

}  // namespace aurigraph::ledger
