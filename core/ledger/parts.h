#pragma once

#include <vector>

#include "core/ledger/call.h"
#include "core/ledger/checkpoints.h"
#include "core/ledger/invariant_watch.h"
#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// The block being applied, between begin and finish.
struct Execution {
  wire::Block block;
  std::vector<bool> verdicts;
  Nanoseconds time;
  std::vector<wire::BatchResult> results;
  wire::EventLog events;

  bool active = false;
  bool checkpointDecided = false;
  std::size_t batch = 0;  ///< Being executed.
  bool batchAdmitted = false;
  std::uint32_t operation = 0;  ///< Next in it.
  Call call;
  std::vector<wire::CommandView> commands;  ///< Of the batch, into the block's buffer.
};

struct Ledger::Parts {
  State state;
  Checkpoints checkpoints;
  Execution execution;
  InvariantWatch watch;

  /// A call as if it came next.
  [[nodiscard]] Call callNow(const Caller& caller) const;

  // ---- executing (ledger.cpp) ----
  void advanceBatch(std::size_t& budget);
  void recordBatch();
  void nextBatch(std::size_t& budget);
  /// Why nothing of the current batch is executed; kDone: its call is set up.
  ReasonCode admitBatch();
  void executeCommand(wire::BatchResult& result);
};

}  // namespace aurigraph::ledger
