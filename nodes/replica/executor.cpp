#include "nodes/replica/executor.h"

#include <utility>

namespace aurigraph::replica {

Executor::Executor(Execution execution, std::size_t readAheadBytes, runtime::Environment& environment,
                   Faults faults)
    : execution_(std::move(execution)),
      readAheadBytes_(readAheadBytes),
      environment_(environment),
      faults_(faults) {}

void Executor::expect(const wire::Block& block, runtime::Out& out) {
  const std::size_t before = out.requests().size();
  execution_.expect(block, out);
  if (!faults_(kFaultApplyBeforeVerdict)) return;
  for (std::size_t at = before; at < out.requests().size(); ++at)
    if (const auto* asked = std::get_if<runtime::VerifyBatch>(&out.requests()[at]))
      execution_.verified({asked->token, true, {}});
}

void Executor::expectWhatWasRead(runtime::Out& out) {
  while (const auto block = execution_.takeKept()) expect(*block, out);
}

void Executor::on(ReadForExecution news, runtime::Out& out) {
  reads_ = false;
  if (news.buffersFull) readsFrom_ = environment_.tick().next();
  execution_.keep(std::move(news.blocks));
  expectWhatWasRead(out);
}

/// What was decided before this node came back, or what it was too far behind for when it was appended. From
/// memory as its turn comes near; from the log in large reads, each block once, and the next read while the
/// last one is being executed.
void Executor::feed(ConsensusDriver& driver, runtime::Out& out) {
  expectWhatWasRead(out);
  const consensus::Core& core = *driver.core();
  const Height decided = core.commit();
  Height next = execution_.lacks();
  const wire::Block* held = nullptr;
  for (; next <= decided; next = next.next()) {
    held = core.block(next);
    if (held == nullptr || !execution_.isNear(next)) break;
    expect(*held, out);
  }
  if (next > decided || held != nullptr || reads_ || !execution_.hasRoom()) return;
  if (environment_.tick() < readsFrom_) return;
  reads_ = true;
  // What is decided is never replaced. With the fault it may be: by what was asked for too early.
  const Height upTo = faults_(kFaultExecuteReplaced) ? core.last() : decided;
  driver.readForExecution(next, {readAheadBytes_ / 2, upTo.value - next.value + 1}, out);
}

void Executor::look(std::function<void(const ledger::Ledger&)> read) {
  looks_.push_back(std::move(read));
  answerLooks();
}

void Executor::answerLooks() {
  while (!looks_.empty() && !execution_.midBlock()) {
    const auto look = std::move(looks_.front());
    looks_.pop_front();
    look(execution_.ledger());
  }
}

}  // namespace aurigraph::replica
