#include "nodes/connectors/pacing.h"

#include <algorithm>

namespace aurigraph::connectors {
namespace {
constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
}

CallBudgets::CallBudgets(std::vector<rules::CallBudget> budgets) {
  for (const rules::CallBudget& budget : budgets) {
    if (budget.calls == 0 || budget.seconds == 0) continue;
    const std::int64_t interval = static_cast<std::int64_t>(budget.seconds) * kNanosPerSecond / budget.calls;
    buckets_.push_back({interval, interval * (budget.calls - 1), 0});
  }
}

Nanoseconds CallBudgets::take(Nanoseconds now) {
  const std::lock_guard lock(mutex_);
  std::int64_t wait = 0;
  for (const Bucket& bucket : buckets_) wait = std::max(wait, bucket.arrival - bucket.tolerance - now.value);
  if (wait > 0) return Nanoseconds(wait);
  for (Bucket& bucket : buckets_) bucket.arrival = std::max(bucket.arrival, now.value) + bucket.interval;
  return Nanoseconds(0);
}

std::uint32_t CallBudgets::remaining(Nanoseconds now) const {
  const std::lock_guard lock(mutex_);
  std::int64_t least = buckets_.empty() ? INT32_MAX : INT64_MAX;
  for (const Bucket& bucket : buckets_) {
    const std::int64_t room = now.value + bucket.tolerance - std::max(bucket.arrival, now.value);
    least = std::min(least, room < 0 ? 0 : room / bucket.interval + 1);
  }
  return static_cast<std::uint32_t>(std::min<std::int64_t>(least, INT32_MAX));
}

void RetryBudget::countCall() {
  const std::lock_guard lock(mutex_);
  credit_ = std::min(kMost, credit_ + kPerCall);
}

bool RetryBudget::takeRetry() {
  const std::lock_guard lock(mutex_);
  if (credit_ < kPerRetry) return false;
  credit_ -= kPerRetry;
  return true;
}

Nanoseconds retryDelay(std::uint32_t attempt, std::uint64_t random, std::int64_t retryAfterNanos) {
  const std::int64_t most = std::min(kRetryCapNanos, kRetryBaseNanos << std::min(attempt, 16U));
  const auto jitter = static_cast<std::int64_t>(random % static_cast<std::uint64_t>(most + 1));
  if (retryAfterNanos < 0) return Nanoseconds(jitter);
  const std::int64_t asked = std::clamp(retryAfterNanos, kRetryBaseNanos, kRetryCapNanos);
  return Nanoseconds(std::min(kRetryCapNanos, asked + jitter / 4));
}

bool CircuitBreaker::admit(Nanoseconds now) {
  const std::lock_guard lock(mutex_);
  if (state_ == State::kClosed) return true;
  if (now < until_) {
    if (state_ == State::kOpen || probesSent_ >= kProbes) return false;
    ++probesSent_;
    return true;
  }
  // Open long enough, or probes that never came back: begin to probe.
  state_ = State::kProbing;
  until_ = Nanoseconds(now.value + kProbeNanos);
  probesSent_ = 1;
  probesGood_ = 0;
  return true;
}

void CircuitBreaker::report(bool success, Nanoseconds now) {
  const std::lock_guard lock(mutex_);
  calls_.push_back(success);
  if (calls_.size() > kWindow) calls_.pop_front();
  if (state_ == State::kOpen) return;
  if (state_ == State::kProbing) {
    if (!success) {
      openFor_ = std::min(kMostOpenNanos, openFor_ * 2);
      return open(now);
    }
    if (++probesGood_ < kProbes) return;
    state_ = State::kClosed;
    openFor_ = kOpenNanos;
    calls_.assign(kProbes, true);
    return;
  }
  const auto failed = static_cast<std::size_t>(std::count(calls_.begin(), calls_.end(), false));
  if (calls_.size() >= kLeastCalls && failed * 2 >= calls_.size()) open(now);
}

void CircuitBreaker::open(Nanoseconds now) {
  state_ = State::kOpen;
  until_ = Nanoseconds(now.value + openFor_);
}

CircuitBreaker::State CircuitBreaker::state() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

std::uint32_t CircuitBreaker::availabilityPercent() const {
  const std::lock_guard lock(mutex_);
  if (calls_.empty()) return 100;
  const auto good = static_cast<std::size_t>(std::count(calls_.begin(), calls_.end(), true));
  return static_cast<std::uint32_t>(good * 100 / calls_.size());
}

}  // namespace aurigraph::connectors
