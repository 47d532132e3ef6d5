#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "nodes/slim/config.h"
#include "nodes/slim/counters.h"
#include "nodes/slim/ledger_port.h"
#include "nodes/slim/pipeline.h"
#include "nodes/slim/store.h"
#include "nodes/telemetry/readings.h"

namespace aurigraph::slim {

/// One slim node: a thread per polled source, one that sends and asks what the ledger believes of the
/// sources. A source that fails or hangs holds up nobody else (R-PIPE-2); one that the ledger does not know
/// or has paused is not asked (R-TRUST-1).
class SlimNode {
 public:
  /// Opens the data folder (`slim.sqlite`, `evidence/`), takes up what was under way, begins to poll.
  /// Errors: slim.store_failed, slim.duplicate_source, evidence.unusable_folder, those of Connector::create
  /// and termsOf.
  static Result<std::unique_ptr<SlimNode>> start(SlimConfig config, std::unique_ptr<LedgerPort> ledger);
  ~SlimNode();  ///< stop()
  SlimNode(const SlimNode&) = delete;
  SlimNode& operator=(const SlimNode&) = delete;

  /// Asks now, on the caller's thread; the records are scored and durably queued when it answers.
  /// Errors: slim.unknown_source, those of SourceBook::believed and of Pipeline::run.
  Result<FetchReport> fetchNow(std::string_view source, const connectors::Query& query);

  /// Waits until all these records are APPLIED, EXPIRED or DEAD; false: the time was over first.
  bool waitForLedger(std::span<const Digest> recordIds, std::chrono::milliseconds atMost);
  Result<std::optional<ItemStatus>> statusOf(const Digest& recordId);

  /// Ends polling and sending; what is queued stays on disk for the next start.
  void stop();

  [[nodiscard]] std::vector<std::string> sourceNames() const;
  [[nodiscard]] std::vector<telemetry::SourceReading> sources() const;
  [[nodiscard]] const SlimCounters& counters() const;
  [[nodiscard]] std::size_t queued() const;
  /// CPU time of the threads that poll and send.
  [[nodiscard]] std::uint64_t cpuNanoseconds() const;
  /// Answers kept in memory and the store's page cache.
  [[nodiscard]] std::size_t memoryBytes() const;
  /// Why nothing could be sent lately; empty: all is well.
  [[nodiscard]] std::string lastSendError() const;
  [[nodiscard]] SlimStore& store();
  [[nodiscard]] evidence::EvidenceStore& evidence();

 private:
  struct State;
  explicit SlimNode(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::slim
