#pragma once

#include <cstddef>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/merkle.h"
#include "core/wire/batch_result.h"
#include "core/wire/events/all.h"

namespace aurigraph::wire {

/// What executing a block made: the same on every replica, and with the block's hash the leaf of the lane's
/// history.
struct BlockOutcome {
  std::vector<BatchResult> results;  ///< In batch order.
  std::vector<Event> events;         ///< In the order in which they came about.
  Digest resultsRoot;                ///< RFC 6962 roots over the encodings of both, so that
  Digest eventsRoot;                 ///< one of them can be proven alone.
  std::size_t eventsBytes = 0;       ///< Of the events' encodings together.
  bool operator==(const BlockOutcome&) const = default;
};

/// Takes events one by one, so that nobody hashes a block's worth of them at once.
class EventLog {
 public:
  void add(Event event);
  [[nodiscard]] BlockOutcome with(std::vector<BatchResult> results) &&;

 private:
  std::vector<Event> events_;
  crypto::MerkleFrontier tree_;
  std::size_t bytes_ = 0;
};
[[nodiscard]] BlockOutcome outcomeOf(std::vector<BatchResult> results, std::vector<Event> events);

/// Leaf of the lane's history tree for one block: leafHash(block hash ‖ results root ‖ events root).
[[nodiscard]] Digest historyLeaf(const Digest& blockHash, const Digest& resultsRoot,
                                 const Digest& eventsRoot);
[[nodiscard]] inline Digest historyLeaf(const Digest& blockHash, const BlockOutcome& outcome) {
  return historyLeaf(blockHash, outcome.resultsRoot, outcome.eventsRoot);
}

/// `count u32 × blob` of the results, then of the events.
[[nodiscard]] Bytes encode(const BlockOutcome& outcome);
/// Errors: result.malformed, event.malformed.
Result<BlockOutcome> decodeOutcome(ByteView bytes);
/// Memory of it, about.
[[nodiscard]] std::size_t sizeBytes(const BlockOutcome& outcome);

}  // namespace aurigraph::wire
