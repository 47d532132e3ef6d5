#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/types.h"

namespace aurigraph::gateway {

struct Percentiles {
  double p50 = 0;
  double p99 = 0;
  std::uint64_t count = 0;
};

/// Times from the receipt of a batch to its certificate, exact, of the last minute. Any thread.
class FinalityWindow {
 public:
  static constexpr std::int64_t kSeconds = 60;
  /// More in one second are counted only: percentiles are of the first so many.
  static constexpr std::size_t kMostPerSecond = 4'096;

  /// `clock` gives seconds since 1970.
  explicit FinalityWindow(std::function<std::int64_t()> clock) : clock_(std::move(clock)) {}

  void add(double milliseconds);
  /// Of the whole seconds [from, to]; nothing if nothing became final in them.
  [[nodiscard]] std::optional<Percentiles> between(std::int64_t from, std::int64_t to) const;
  [[nodiscard]] std::optional<Percentiles> lastMinute() const;

 private:
  struct Second {
    std::int64_t second = 0;
    std::uint64_t count = 0;
    std::vector<double> milliseconds;
  };
  std::function<std::int64_t()> clock_;
  mutable std::mutex mutex_;
  std::deque<Second> seconds_;  // ascending
};

/// What went through each stage of the pipeline up to now.
struct StageTotals {
  std::uint64_t fetch = 0, transform = 0, score = 0, channel = 0, ledger = 0, review = 0, asset = 0,
                token = 0;
};

/// What a gateway measured in each of the last 3,600 seconds, in memory; seconds it did not measure are
/// not there. Any thread.
class MetricsHistory {
 public:
  static constexpr std::size_t kSeconds = 3'600;

  struct Work {
    std::uint64_t operations = 0, failed = 0;  ///< Executed.
    std::uint64_t final = 0;                   ///< Done and now covered by a certificate.
  };
  void add(std::int64_t second, const Work& work);
  [[nodiscard]] Work workOf(std::int64_t second) const;

  /// Ascending seconds; one that is not later than the last is ignored.
  void add(std::int64_t second, std::string json, const StageTotals& totals);
  /// The objects of the last so many seconds before `now`, oldest first, as a JSON array.
  [[nodiscard]] std::string last(std::int64_t now, std::int64_t seconds) const;
  /// The totals a minute before `now`, or the oldest known since.
  [[nodiscard]] std::optional<StageTotals> minuteAgo(std::int64_t now) const;

 private:
  struct Second {
    std::int64_t second = 0;
    std::string json;
    StageTotals totals;
  };
  mutable std::mutex mutex_;
  std::deque<Second> seconds_;
  std::deque<std::pair<std::int64_t, Work>> work_;  // the last few seconds
};

}  // namespace aurigraph::gateway
