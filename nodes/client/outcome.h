#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "nodes/client/client.h"

/// What became of signed bytes.
///
/// A signed batch is executed once at most, but whoever sends it may not hear whether it was: an answer gets
/// lost, a leader falls, a quorum stands still and goes on. As long as that is open, the same bytes may be
/// sent as often as one likes; signing the same operations anew may do them twice. So an outcome counts as
/// known only by evidence (docs/decisions/080):
/// - executed: a block holds the batch;
/// - never: it was turned away before anything could order it and was sent that one time only, or a block
///   refused it for a reason that never changes, or a node whose blocks reach past the batch's valid-until
///   holds none with it: blocks' times only grow, and a later block refuses it.
/// Everything else is open: also what a node says about sessions as long as its blocks do not say it too.
namespace aurigraph::client {

enum class Fate : std::uint8_t {
  kOpen,      ///< It may have been executed, or may still be.
  kExecuted,  ///< A block holds it; `reply` says what became of its operations.
  kNever,     ///< It was not executed, and no block can execute it any more; `why` says why.
};

struct Outcome {
  Fate fate = Fate::kOpen;
  BatchReply reply;
  Error why;  ///< Open: the last answer, or why there was none.
};

/// Whether these bytes may have reached a gateway before.
enum class Earlier : std::uint8_t { kNotSent, kPerhapsSent };

/// Sends the bytes (after asking for their outcome, if they may have been sent before) and says what is known
/// then. Repeats within the client's time limit as ApiClient::submit does.
Outcome deliver(ApiClient& client, ByteView batch, Wait wait, Earlier earlier);

/// Asks one node what became of the bytes. `refusal`: the code a gateway gave to them just now, if one did.
Outcome askOutcome(ApiClient& client, ByteView batch, std::string_view refusal = {});

/// Codes that a gateway gives before anything is ordered, and only then.
[[nodiscard]] bool isRefusedBeforeOrdering(std::string_view code);

/// Who tells of a batch that a block refused whole: the answer to a submission is about the copy that was
/// sent, the list of blocks is about the first copy that any block holds.
enum class Told : std::uint8_t { kByAnswer, kByBlocks };
/// Whether a batch that the ledger refused with this code can never have another outcome.
[[nodiscard]] bool isRefusedForGood(std::string_view code, Told told);

}  // namespace aurigraph::client
