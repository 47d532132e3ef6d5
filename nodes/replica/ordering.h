#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "core/consensus/core.h"
#include "core/wire/block.h"
#include "nodes/replica/state_machine.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

struct OrderingLimits {
  std::size_t queuedBatches = 256;  ///< Beyond, a batch is dropped; its sender repeats.
  std::size_t queuedBytes = std::size_t{8} * 1024 * 1024;
  /// Undecided blocks beside which another one is made that is not full. One: while a block is under way the
  /// next one fills; full blocks go at once (docs/decisions/063).
  std::uint64_t blocksInFlight = 1;
};

/// The leader's batcher: takes batches, keeps each session's requests contiguous, builds blocks.
///
/// What is ordered is what the state machine will accept as the session's next request: it follows the last
/// one executed, or the last one under way. A gap, a repetition and a closed session are dropped here and
/// never reach the log (DESIGN §2). Valid only once the leader has executed its own election block: before
/// that the machine does not yet show what the log holds.
class Ordering {
 public:
  Ordering(const Digest& genesis, Lane lane, OrderingLimits limits);

  /// Leadership came or went: what waited is forgotten, its senders repeat it.
  void reset();

  /// False: dropped. `body` must stay valid as long as `keep` is held.
  bool add(const wire::BatchHeader& header, ByteView body, std::shared_ptr<const void> keep,
           const StateMachine& machine);
  [[nodiscard]] bool empty() const { return queue_.empty(); }
  /// Whether a block should be made now, with so many undecided ones under way.
  [[nodiscard]] bool ready(std::uint64_t undecided) const;

  /// The buffer class that the next block needs.
  [[nodiscard]] BufferClass nextClass() const;
  /// Fills `buffer` with what waits and fits (nothing for election and timer blocks).
  [[nodiscard]] wire::Block build(const consensus::Slot& slot, BufferRef buffer, bool withBatches);

  /// A block was executed: from here on the machine speaks for these sessions again.
  void executed(const wire::Block& block, const std::vector<wire::BatchResult>& results);

 private:
  struct Waiting {
    wire::BatchHeader header;
    ByteView body;
    std::shared_ptr<const void> keep;
  };
  using Session = std::pair<PublicKey, SessionNumber>;

  Digest genesis_;
  Lane lane_;
  OrderingLimits limits_;
  std::deque<Waiting> queue_;
  std::size_t queuedBytes_ = 0;
  std::map<Session, RequestNumber> underWay_;  ///< The last one of each.
};

}  // namespace aurigraph::replica
