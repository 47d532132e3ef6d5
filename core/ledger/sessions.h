#pragma once

#include <optional>
#include <vector>

#include "core/ledger/state.h"
#include "core/wire/batch.h"
#include "core/wire/batch_result.h"

/// Sessions (R-LED-6): what an author sends under one session number is executed once, in its order, or not
/// at all. An author has several open beside each other, one for each of its programs; one that is closed,
/// because nobody used it or because too many others were opened, is never opened again
/// (docs/decisions/094).
namespace aurigraph::ledger {

/// Whether the author's session has this batch as its next one. A number executed before is kReplayed
/// whatever the batch says: its first result stands.
[[nodiscard]] ReasonCode admit(const State& state, const wire::BatchHeader& header, Nanoseconds time);

/// Notes an executed batch, or one that was refused whole in its place, with its result. The window keeps the
/// last 32, fewer if they name more failures than one batch can have. Opens the session if need be.
void record(State& state, const wire::BatchHeader& header, Height height, Nanoseconds time,
            const wire::BatchResult& result);

/// As of `time`. Nothing: closed.
[[nodiscard]] std::optional<RequestNumber> nextRequest(const State& state, const PublicKey& author,
                                                       SessionNumber number, Nanoseconds time);
/// Up to this number none of the author's can be opened, as of `time`.
[[nodiscard]] SessionNumber closedUpTo(const State& state, const PublicKey& author, Nanoseconds time);
/// Slots of those that are open as of `time`.
[[nodiscard]] std::vector<std::uint64_t> openSessions(const State& state, const PublicKey& author,
                                                      Nanoseconds time);

/// A timer (timers.h): lets go of sessions that nobody used. They count as closed before, so that it may come
/// around to them when it likes.
void dropIdleSessions(State& state, Height height, Nanoseconds time, std::size_t atMost);

}  // namespace aurigraph::ledger
