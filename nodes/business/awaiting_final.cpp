#include "nodes/business/awaiting_final.h"

#include <utility>

namespace aurigraph::business {
namespace {

void tell(const BusinessService::Answer& answer, const BatchOutcome& what) {
  if (answer) answer(what);
}

}  // namespace

std::size_t AwaitingFinal::Entry::sizeBytes() const {
  return sizeof(Entry) + outcome.result.failures.size() * sizeof(wire::OperationFailure) +
         waiters.size() * sizeof(Waiter);
}

void AwaitingFinal::executed(BatchOutcome outcome, std::vector<Waiter> waiters) {
  const bool final = certificate_ && outcome.height <= certificate_->statement.height;
  outcome.final = final;
  for (const Waiter& waiter : waiters) {
    tell(waiter.committed, outcome);
    if (final) tell(waiter.final, outcome);
  }
  if (final) return;
  const Height height = outcome.height;
  Entry entry{std::move(outcome), std::move(waiters)};
  ++count_;
  bytes_ += entry.sizeBytes();
  entries_[height].push_back(std::move(entry));
  while (count_ > most_ || bytes_ > mostBytes_) answerOldest(false);
}

void AwaitingFinal::certified(const wire::Certificate& certificate) {
  certificate_ = certificate;
  while (!entries_.empty() && entries_.begin()->first <= certificate.statement.height) answerOldest(true);
}

void AwaitingFinal::answerOldest(bool final) {
  const auto oldest = entries_.begin();
  Entry entry = std::move(oldest->second.front());
  oldest->second.pop_front();
  if (oldest->second.empty()) entries_.erase(oldest);
  --count_;
  bytes_ -= entry.sizeBytes();
  entry.outcome.final = final;
  for (const Waiter& waiter : entry.waiters) tell(waiter.final, entry.outcome);
}

}  // namespace aurigraph::business
