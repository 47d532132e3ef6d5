#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/wire/commands.h"
#include "nodes/evidence/store.h"
#include "nodes/slim/config.h"
#include "nodes/slim/counters.h"
#include "nodes/slim/ledger_port.h"
#include "nodes/slim/source_book.h"
#include "nodes/slim/store.h"

namespace aurigraph::slim {

/// The channel's far end: raw answers and records to the second node, then signed batches of SubmitRecord and
/// Anchor to the ledger, in order, one batch at a time; records of a source that rests (source_book.h) let
/// the others pass. The signed bytes are stored before they are sent, so that after a crash the very same
/// bytes go out again: nothing is lost, nothing happens twice (R-LED-6, R-PIPE-4). One thread; no loop of its
/// own: SlimNode calls step().
class Sender {
 public:
  static constexpr std::size_t kMostItems = 64;
  static constexpr std::size_t kMostAnchors = 16;
  static constexpr std::size_t kMostBatchBytes = std::size_t{256} * 1024;
  static constexpr std::int64_t kValidNanos = std::int64_t{60} * 1'000'000'000;
  static constexpr std::int64_t kLateNanos =
      std::int64_t{10} * 1'000'000'000;  ///< Past valid-until: surely not executed.

  Sender(const SlimConfig& config, SlimStore& store, evidence::EvidenceStore& evidence, LedgerPort& ledger,
         SourceBook& sources, SlimCounters& counters, std::function<Nanoseconds()> now);

  /// Does one round of work. True: there may be more at once. False: nothing to do.
  /// Errors: whatever hindered it; call again after a while.
  Result<bool> step();

 private:
  Result<bool> sendPending(const PendingBatch& batch);
  Result<std::vector<QueueItem>> fitToGo();
  Status answered(const PendingBatch& batch, const client::BatchReply& reply);
  Status giveBack(const PendingBatch& batch);
  Result<bool> makeBatch();
  Status copyEvidence(const QueueItem& item);
  Status copyOne(const Digest& digest);
  Status alignSession();

  const SlimConfig& config_;
  SlimStore& store_;
  evidence::EvidenceStore& evidence_;
  LedgerPort& ledger_;
  SourceBook& sources_;
  SlimCounters& counters_;
  std::function<Nanoseconds()> now_;
  std::set<Digest> copied_;  ///< Already on the second node; bounded, only saves work.
  bool sessionKnown_ = false;
};

}  // namespace aurigraph::slim
