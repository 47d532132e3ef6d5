#include "nodes/replica/ordering.h"

#include <algorithm>

namespace aurigraph::replica {
namespace {

constexpr std::size_t kBodyAlignment = 64;

std::size_t aligned(std::size_t size) {
  return (size + kBodyAlignment - 1) / kBodyAlignment * kBodyAlignment;
}

}  // namespace

Ordering::Ordering(const Digest& genesis, Lane lane, OrderingLimits limits)
    : genesis_(genesis), lane_(lane), limits_(limits) {}

void Ordering::reset() {
  queue_.clear();
  queuedBytes_ = 0;
  underWay_.clear();
}

bool Ordering::add(const wire::BatchHeader& header, ByteView body, std::shared_ptr<const void> keep,
                   const StateMachine& machine) {
  if (queue_.size() >= limits_.queuedBatches || queuedBytes_ + body.size() > limits_.queuedBytes)
    return false;
  const Session session(header.author, header.session);
  const auto known = underWay_.find(session);
  const auto next =
      known != underWay_.end() ? known->second.next() : machine.nextRequest(header.author, header.session);
  if (header.request != next) return false;
  underWay_[session] = header.request;
  queuedBytes_ += body.size();
  queue_.push_back({header, body, std::move(keep)});
  return true;
}

bool Ordering::ready(std::uint64_t undecided) const {
  if (queue_.empty()) return false;
  if (undecided < limits_.blocksInFlight) return true;
  return queue_.size() >= limits::kMaxBatchesPerBlock || queuedBytes_ >= limits::kBufferBodyBytes / 2;
}

BufferClass Ordering::nextClass() const {
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < queue_.size() && at < limits::kMaxBatchesPerBlock; ++at)
    bytes = aligned(bytes) + queue_[at].body.size();
  return bytes <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock;
}

wire::Block Ordering::build(const consensus::Slot& slot, BufferRef buffer, bool withBatches) {
  wire::BlockBuilder builder(std::move(buffer));
  while (withBatches && !queue_.empty() && builder.fits(queue_.front().body.size())) {
    builder.add(queue_.front().header, queue_.front().body);
    queuedBytes_ -= queue_.front().body.size();
    queue_.pop_front();
  }
  wire::BlockHeader header;
  header.lane = lane_;
  header.genesis = genesis_;
  header.height = slot.height;
  header.term = slot.term;
  header.voterSet = slot.voterSet;
  header.previous = slot.previous;
  header.time = slot.time;
  header.controlHeight = Height(slot.height.value - 1);  // one lane: its own state before this block
  header.kind = slot.kind;
  header.protocol = slot.protocol;
  return builder.finish(header);
}

void Ordering::executed(const wire::Block& block, const std::vector<wire::BatchResult>& results) {
  for (std::size_t at = 0; at < block.batchCount(); ++at) {
    const wire::BatchHeader& batch = block.batch(at);
    const auto known = underWay_.find({batch.author, batch.session});
    if (known == underWay_.end()) continue;
    // If the batch did not advance the session, what was built upon it will be refused too, and its sender
    // starts again from what the ledger says.
    const auto code = static_cast<ledger::ReasonCode>(results[at].batchCode);
    if (known->second <= batch.request || !ledger::usesRequestNumber(code)) underWay_.erase(known);
  }
}

}  // namespace aurigraph::replica
