#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

#include "core/base/types.h"
#include "nodes/rules/provider_preset.h"

/// When a connector may call: budgets, retries with jitter, circuit breaker (R-PIPE-2; domain §8). Pure but
/// for their own state: time and randomness come in as arguments. Thread-safe.
namespace aurigraph::connectors {

/// All of a provider's budgets together, each as a leaky bucket kept in one timestamp (GCRA). A budget
/// admits its calls as a burst, then one each seconds/calls.
class CallBudgets {
 public:
  explicit CallBudgets(std::vector<rules::CallBudget> budgets);

  /// 0: admitted and counted. Else: how long until it would be.
  Nanoseconds take(Nanoseconds now);
  /// Calls that could be made at once, of the tightest budget; for `budget_remaining`.
  [[nodiscard]] std::uint32_t remaining(Nanoseconds now) const;

 private:
  struct Bucket {
    std::int64_t interval = 0;   // ns per call
    std::int64_t tolerance = 0;  // ns of burst
    std::int64_t arrival = 0;    // GCRA's theoretical arrival time
  };
  mutable std::mutex mutex_;
  std::vector<Bucket> buckets_;
};

inline constexpr std::uint32_t kMaxRetries = 3;
inline constexpr std::int64_t kRetryBaseNanos = 200'000'000;
inline constexpr std::int64_t kRetryCapNanos = 10'000'000'000;

/// Retries are at most a tenth of calls (and a few at the start), so that they never add to a bad time.
class RetryBudget {
 public:
  void countCall();
  /// True: one retry may be made, and is counted.
  bool takeRetry();

 private:
  static constexpr std::uint32_t kPerCall = 1;
  static constexpr std::uint32_t kPerRetry = 10;
  static constexpr std::uint32_t kMost = 100;  ///< Ten retries saved up at most; what we begin with.
  std::mutex mutex_;
  std::uint32_t credit_ = kMost;
};

/// Full jitter: random in [0, min(cap, base·2ⁿ)], and never earlier than the source asked for.
/// `retryAfterNanos` is honoured up to the cap; a source's "0" counts as the base.
[[nodiscard]] Nanoseconds retryDelay(std::uint32_t attempt, std::uint64_t random,
                                     std::int64_t retryAfterNanos = -1);

/// Stops calling a source that fails: of the last kWindow calls half failed → open for 30 s, doubling to
/// 5 min; then kProbes calls are let through, and all of them must succeed.
class CircuitBreaker {
 public:
  static constexpr std::size_t kWindow = 20;
  static constexpr std::size_t kLeastCalls = 10;
  static constexpr std::uint32_t kProbes = 3;
  static constexpr std::int64_t kOpenNanos = std::int64_t{30} * 1'000'000'000;
  static constexpr std::int64_t kMostOpenNanos = std::int64_t{300} * 1'000'000'000;
  static constexpr std::int64_t kProbeNanos =
      std::int64_t{30} * 1'000'000'000;  ///< A probe without word is over.

  enum class State : std::uint8_t { kClosed, kOpen, kProbing };

  /// Whether a call may be made now. Each true is answered by one report().
  bool admit(Nanoseconds now);
  void report(bool success, Nanoseconds now);
  [[nodiscard]] State state() const;
  /// Share of the last calls that succeeded, in percent; 100 without calls.
  [[nodiscard]] std::uint32_t availabilityPercent() const;

 private:
  void open(Nanoseconds now);
  mutable std::mutex mutex_;
  State state_ = State::kClosed;
  std::deque<bool> calls_;
  std::int64_t openFor_ = kOpenNanos;
  Nanoseconds until_;  ///< Open: next probe. Probing: when the probes are given up.
  std::uint32_t probesSent_ = 0;
  std::uint32_t probesGood_ = 0;
};

}  // namespace aurigraph::connectors
