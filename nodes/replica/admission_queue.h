#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "core/base/faults.h"
#include "nodes/replica/consensus_driver.h"
#include "nodes/replica/execution.h"
#include "nodes/replica/forward.h"
#include "nodes/replica/ordering.h"
#include "nodes/replica/replica.h"
#include "nodes/runtime/actor.h"

namespace aurigraph::replica {

/// A place where the simulator makes the queue misbehave on purpose; its checks must notice.
inline constexpr FaultId kFaultOrderTooEarly{19};  ///< … before the ledger shows what the log holds.

/// Batches on their way into blocks: held until the ledger can say whether they are their author's next,
/// then ordered when this node leads, else sent on to whoever does. Proposes the blocks.
class AdmissionQueue {
 public:
  struct Options {
    NodeId self;
    Digest genesis;
    Lane lane;
    OrderingLimits ordering;
    std::size_t heldBatches = 0;
    std::size_t heldBytes = 0;
  };
  AdmissionQueue(Options options, runtime::Environment& environment, Faults faults);

  // ---- what happened ----
  void submit(const SubmitBatch& batch, const runtime::Message& keep);
  void forwarded(ForwardedBatch batch);
  void executed(const BlockApplied& applied) { ordering_.executed(applied.block, applied.outcome.results); }
  /// Leadership came or went: what was ordered and not proposed is forgotten, its senders repeat it.
  void leaderChanged();

  /// A turn's work: orders or sends on what is held, proposes what may be proposed.
  void step(ConsensusDriver& driver, const Execution& execution, runtime::Out& out);

  /// Batches that were not ordered here: no leader, full, a gap.
  [[nodiscard]] std::uint64_t dropped() const { return dropped_; }

 private:
  struct Held {
    wire::BatchHeader header;
    ByteView body;
    std::shared_ptr<const void> keep;
    bool forwarded = false;  ///< Came from a peer: it is not sent on a second time.
    BufferRef packed = {};   ///< If the batch stands in a buffer as it travels.
  };
  [[nodiscard]] bool hasRoomFor(const wire::BatchHeader& header) const;
  void hold(Held held);
  [[nodiscard]] bool mayOrder(const ConsensusDriver& driver, const Execution& execution) const;
  void orderHeld(const ConsensusDriver& driver, const Execution& execution, runtime::Out& out);
  void sendOn(const Held& held, NodeId leader, runtime::Out& out);
  void propose(ConsensusDriver& driver, const Execution& execution, runtime::Out& out);
  void proposeBlock(ConsensusDriver& driver, const consensus::Slot& slot, bool withBatches,
                    runtime::Out& out);

  Options options_;
  runtime::Environment& environment_;
  Faults faults_;
  Ordering ordering_;
  std::deque<Held> held_;
  std::size_t heldBytes_ = 0;
  Height electionBlock_;  ///< Of the term we lead; 0: not proposed.
  std::uint64_t dropped_ = 0;
};

}  // namespace aurigraph::replica
