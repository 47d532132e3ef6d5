#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <vector>

#include "nodes/replica/consensus_driver.h"
#include "nodes/replica/execution.h"

namespace aurigraph::replica {

/// Places where the simulator makes the executor misbehave on purpose; its checks must notice.
inline constexpr FaultId kFaultExecuteUndecided{17};
inline constexpr FaultId kFaultApplyBeforeVerdict{18};  ///< A batch is executed as if its signature held.

/// Feeds execution with what the log has: blocks as they are appended, or read back when this node was too
/// far behind for them; has their signatures checked ahead of their turn; lets others look at the ledger
/// between two blocks.
class Executor {
 public:
  Executor(Execution execution, std::size_t readAheadBytes, runtime::Environment& environment, Faults faults);

  // ---- what happened ----
  void on(const Appended& news, runtime::Out& out) { expect(news.block, out); }
  void on(const Truncated& news) { execution_.truncated(news.from); }
  void on(ReadForExecution news, runtime::Out& out);
  /// True if the verdict was for us.
  bool on(const runtime::Verified& verdict) { return execution_.verified(verdict); }

  // ---- a turn's work ----
  /// Gives execution the blocks that it has not seen. May ask the driver for them.
  void feed(ConsensusDriver& driver, runtime::Out& out);
  /// Executes up to one slice of what is decided. Returns the finished blocks, in order.
  [[nodiscard]] std::vector<BlockApplied> run(const consensus::Core& core) {
    return execution_.run(decided(core));
  }
  /// Another slice could go on at once.
  [[nodiscard]] bool hasMore(const consensus::Core& core) const { return execution_.hasMore(decided(core)); }

  /// Runs when no block is half applied: now, or after a later slice.
  void look(std::function<void(const ledger::Ledger&)> read);
  void answerLooks();

  [[nodiscard]] const Execution& execution() const { return execution_; }

 private:
  void expect(const wire::Block& block, runtime::Out& out);
  void expectWhatWasRead(runtime::Out& out);
  [[nodiscard]] Height decided(const consensus::Core& core) const {
    return faults_(kFaultExecuteUndecided) ? core.last() : core.commit();
  }

  Execution execution_;
  std::size_t readAheadBytes_;
  runtime::Environment& environment_;
  Faults faults_;
  std::deque<std::function<void(const ledger::Ledger&)>> looks_;
  bool reads_ = false;
  Tick readsFrom_;  ///< Not before this: the last time the pool had no buffer.
};

}  // namespace aurigraph::replica
