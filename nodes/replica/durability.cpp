#include "nodes/replica/durability.h"

#include <algorithm>
#include <utility>

namespace aurigraph::replica {
namespace {

/// Whether a durable state is the wanted one or came after it: terms only grow, a vote is given once.
bool covers(const log::HardState& durable, const consensus::HardState& wanted) {
  if (durable.term != wanted.term) return durable.term > wanted.term;
  return wanted.votedFor == NodeId(0) || durable.vote == wanted.votedFor;
}

}  // namespace

void DurabilityGate::begin(consensus::PersistSequence sequence,
                           const std::optional<consensus::HardState>& hardState, Height lastHeight) {
  items_.push_back({sequence, hardState, lastHeight});
}

void DurabilityGate::truncated(Height from) {
  const Height last(from.value - 1);
  blocks_ = std::min(blocks_, last);
  for (Item& item : items_) item.last = std::min(item.last, last);
}

bool DurabilityGate::blocksDurable(Height upTo) {
  blocks_ = upTo;
  return advance();
}

bool DurabilityGate::hardStateDurable(const log::HardState& state) {
  state_ = state;
  return advance();
}

bool DurabilityGate::advance() {
  const auto before = complete_;
  while (!items_.empty()) {
    const Item& item = items_.front();
    if (item.last > blocks_ || (item.hardState && !covers(state_, *item.hardState))) break;
    complete_ = item.sequence;
    items_.pop_front();
  }
  return complete_ != before;
}

std::vector<consensus::Envelope> DurabilityGate::release() {
  std::vector<consensus::Envelope> out;
  while (!held_.empty() && held_.front().after <= complete_) {
    out.push_back(std::move(held_.front().envelope));
    held_.pop_front();
  }
  return out;
}

}  // namespace aurigraph::replica
