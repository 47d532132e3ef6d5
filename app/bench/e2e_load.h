#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/e2e_cluster.h"
#include "app/bench/histogram.h"
#include "nodes/client/batch_stream.h"

namespace aurigraph::bench {

/// What one stretch of load is; it begins with the warm-up.
struct LoadPlan {
  std::size_t batchSize = 8'190;
  std::size_t window = 16;      ///< Closed loop: batches under way …
  std::uint64_t perSecond = 0;  ///< … unless this is set: open loop, batches a second, intended starts.
  std::chrono::milliseconds warmUp{1'000};
  std::chrono::milliseconds measured{5'000};
  std::uint64_t atMost = UINT64_MAX;  ///< Batches; a closed loop ends early when they are all answered.
};

/// What came of it. Counted is what became final within the measured time, on the client's side.
struct LoadOutcome {
  double seconds = 0;
  std::uint64_t batches = 0;
  std::uint64_t transfers = 0;  ///< Done, in final batches. Refused ones are not counted.
  std::uint64_t refusedBatches = 0;
  std::uint64_t refusedTransfers = 0;
  std::string firstRefusal;
  Histogram committed;  ///< From the intended start (closed loop: from signing on).
  Histogram final;
  [[nodiscard]] double transfersPerSecond() const { return static_cast<double>(transfers) / seconds; }
  [[nodiscard]] double batchesPerSecond() const { return static_cast<double>(batches) / seconds; }
};

/// Payers who sign transfers of their own and send them over one batch stream. Each batch is its payer's
/// next request; its content follows from payer and request number, so that the books can be checked
/// afterwards against what was promised.
class E2eLoad {
 public:
  /// With these payers of the cluster; several loads at once need payers of their own.
  static Result<std::unique_ptr<E2eLoad>> open(E2eCluster& cluster, std::size_t firstPayer = 0,
                                               std::size_t payers = SIZE_MAX);
  ~E2eLoad();

  /// `onMeasured` is called when the measured time begins and when it has ended.
  LoadOutcome run(const LoadPlan& plan, const std::function<void(bool begins)>& onMeasured = {});

  /// Offers single operations, does something, and gives the ms from its begin to the first commit of
  /// an operation that was sent after its end. Errors: bench.no_answer, those of `act`.
  Result<double> pauseAround(const std::function<Status()>& act);

  /// Whether every balance is what the final batches of all these loads make it, and nothing was created or
  /// lost; they must be all that ever ran. Errors: bench.books_differ, bench.not_conserved, bench.no_answer.
  static Status checkBooks(E2eCluster& cluster, const std::vector<E2eLoad*>& loads);

  [[nodiscard]] client::BatchStream::Figures streamFigures() const;

 private:
  struct State;
  explicit E2eLoad(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::bench
