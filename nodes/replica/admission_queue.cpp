#include "nodes/replica/admission_queue.h"

#include <utility>

#include "core/wire/batch.h"

namespace aurigraph::replica {

AdmissionQueue::AdmissionQueue(Options options, runtime::Environment& environment, Faults faults)
    : options_(options),
      environment_(environment),
      faults_(faults),
      ordering_(options.genesis, options.lane, options.ordering) {}

// ---- coming in ----

bool AdmissionQueue::hasRoomFor(const wire::BatchHeader& header) const {
  return held_.size() < options_.heldBatches && heldBytes_ + header.bodySize <= options_.heldBytes;
}

void AdmissionQueue::hold(Held held) {
  heldBytes_ += held.body.size();
  held_.push_back(std::move(held));
}

void AdmissionQueue::submit(const SubmitBatch& batch, const runtime::Message& keep) {
  const BufferRef& packed = batch.buffer;
  const auto header =
      packed ? Result<wire::BatchHeader>(wire::headerOf(packed)) : wire::parseBatch(batch.batch);
  if (!header || header->genesis != options_.genesis || header->lane != options_.lane ||
      !hasRoomFor(*header)) {
    ++dropped_;
    return;
  }
  const ByteView body = packed ? packed.body() : ByteView(batch.batch).subspan(sizeof(wire::BatchHeader));
  hold({*header, body, keep, false, packed});
}

void AdmissionQueue::forwarded(ForwardedBatch batch) {
  if (!hasRoomFor(batch.header)) {
    ++dropped_;
    return;
  }
  const ByteView body = batch.buffer.body();
  hold({batch.header, body, std::make_shared<BufferRef>(std::move(batch.buffer)), true});
}

void AdmissionQueue::leaderChanged() {
  electionBlock_ = Height(0);
  ordering_.reset();
}

// ---- a turn's work ----

void AdmissionQueue::step(ConsensusDriver& driver, const Execution& execution, runtime::Out& out) {
  orderHeld(driver, execution, out);
  propose(driver, execution, out);
}

/// Only when our own election block is executed does the ledger show what the log holds.
bool AdmissionQueue::mayOrder(const ConsensusDriver& driver, const Execution& execution) const {
  return driver.leads() && electionBlock_ != Height(0) &&
         (execution.applied() >= electionBlock_ || faults_(kFaultOrderTooEarly));
}

void AdmissionQueue::orderHeld(const ConsensusDriver& driver, const Execution& execution, runtime::Out& out) {
  if (execution.midBlock()) return;                            // sessions are being written
  if (driver.leads() && !mayOrder(driver, execution)) return;  // soon
  while (!held_.empty()) {
    Held held = std::move(held_.front());
    held_.pop_front();
    heldBytes_ -= held.body.size();
    if (driver.leads()) {
      if (!ordering_.add(held.header, held.body, std::move(held.keep), execution.machine())) ++dropped_;
    } else if (const NodeId leader = driver.core()->leader(); leader != NodeId(0) && !held.forwarded) {
      sendOn(held, leader, out);
    } else {
      ++dropped_;
    }
  }
}

void AdmissionQueue::sendOn(const Held& held, NodeId leader, runtime::Out& out) {
  if (held.packed) {
    out.add(runtime::SendFrame{leader, runtime::Channel::kBulk,
                               encodeForward(options_.self, options_.genesis, options_.lane, held.packed)});
    return;
  }
  const auto fits =
      held.body.size() <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock;
  BufferRef buffer = environment_.acquire(fits);
  if (!buffer) {
    ++dropped_;
    return;
  }
  out.add(runtime::SendFrame{leader, runtime::Channel::kBulk,
                             encodeForward(options_.self, options_.genesis, options_.lane, held.header,
                                           held.body, std::move(buffer))});
}

void AdmissionQueue::propose(ConsensusDriver& driver, const Execution& execution, runtime::Out& out) {
  const consensus::Core& core = *driver.core();
  while (const auto slot = core.slot()) {
    if (slot->kind == wire::BlockKind::kElection) {
      proposeBlock(driver, *slot, false, out);
      if (electionBlock_ == Height(0)) return;  // no buffer: the next tick tries again
      continue;
    }
    const std::uint64_t undecided = core.last().value - core.commit().value;
    if (ordering_.ready(undecided)) {
      const Height before = core.last();
      proposeBlock(driver, *slot, true, out);
      if (core.last() == before) return;
      continue;
    }
    // Nothing to order, but something on the ledger is due: an empty block lets its time come.
    const bool idle = ordering_.empty() && execution.applied() == core.last();
    if (!idle || !mayOrder(driver, execution)) return;
    const auto due = execution.machine().nextTimer();
    if (due && *due <= slot->time) proposeBlock(driver, *slot, false, out);
    return;
  }
}

void AdmissionQueue::proposeBlock(ConsensusDriver& driver, const consensus::Slot& slot, bool withBatches,
                                  runtime::Out& out) {
  BufferRef buffer = environment_.acquire(withBatches ? ordering_.nextClass() : BufferClass::kSmall);
  if (!buffer) return;
  wire::Block block = ordering_.build(slot, std::move(buffer), withBatches);
  if (slot.kind == wire::BlockKind::kElection) electionBlock_ = slot.height;
  driver.step(consensus::Propose{std::move(block)}, out);
}

}  // namespace aurigraph::replica
