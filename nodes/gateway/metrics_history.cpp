#include "nodes/gateway/metrics_history.h"

#include <algorithm>

namespace aurigraph::gateway {
namespace {

constexpr std::size_t kSecondsOfWork = 8;
constexpr std::int64_t kMinute = 60;

/// The value below which `percent` of the sorted values lie, nearest rank.
double rank(const std::vector<double>& sorted, std::size_t percent) {
  return sorted[std::max<std::size_t>((sorted.size() * percent + 99) / 100, 1) - 1];
}

}  // namespace

void FinalityWindow::add(double milliseconds) {
  const std::int64_t now = clock_();
  const std::lock_guard lock(mutex_);
  if (seconds_.empty() || seconds_.back().second < now) seconds_.push_back({now, 0, {}});
  while (seconds_.front().second < now - kSeconds) seconds_.pop_front();
  Second& second = seconds_.back();
  ++second.count;
  if (second.milliseconds.size() < kMostPerSecond) second.milliseconds.push_back(milliseconds);
}

std::optional<Percentiles> FinalityWindow::between(std::int64_t from, std::int64_t to) const {
  std::vector<double> all;
  Percentiles out;
  {
    const std::lock_guard lock(mutex_);
    for (const Second& second : seconds_) {
      if (second.second < from || second.second > to) continue;
      out.count += second.count;
      all.insert(all.end(), second.milliseconds.begin(), second.milliseconds.end());
    }
  }
  if (all.empty()) return std::nullopt;
  std::ranges::sort(all);
  out.p50 = rank(all, 50);
  out.p99 = rank(all, 99);
  return out;
}

std::optional<Percentiles> FinalityWindow::lastMinute() const {
  const std::int64_t now = clock_();
  return between(now - kSeconds + 1, now);
}

void MetricsHistory::add(std::int64_t second, const Work& work) {
  const std::lock_guard lock(mutex_);
  if (work_.empty() || work_.back().first < second) work_.emplace_back(second, Work{});
  if (work_.size() > kSecondsOfWork) work_.pop_front();
  Work& sum = work_.back().second;
  sum.operations += work.operations;
  sum.failed += work.failed;
  sum.final += work.final;
}

MetricsHistory::Work MetricsHistory::workOf(std::int64_t second) const {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(work_, second, &std::pair<std::int64_t, Work>::first);
  return found == work_.end() ? Work{} : found->second;
}

void MetricsHistory::add(std::int64_t second, std::string json, const StageTotals& totals) {
  const std::lock_guard lock(mutex_);
  if (!seconds_.empty() && seconds_.back().second >= second) return;
  seconds_.push_back({second, std::move(json), totals});
  if (seconds_.size() > kSeconds) seconds_.pop_front();
}

std::string MetricsHistory::last(std::int64_t now, std::int64_t seconds) const {
  const std::lock_guard lock(mutex_);
  std::string out = "[";
  for (const Second& one : seconds_) {
    if (one.second < now - seconds || one.second >= now) continue;
    if (out.size() > 1) out += ',';
    out += one.json;
  }
  return out + "]";
}

std::optional<StageTotals> MetricsHistory::minuteAgo(std::int64_t now) const {
  const std::lock_guard lock(mutex_);
  const auto from = std::ranges::lower_bound(seconds_, now - kMinute, {}, &Second::second);
  if (from == seconds_.end()) return std::nullopt;
  return from->totals;
}

}  // namespace aurigraph::gateway
