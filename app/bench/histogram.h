#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/assert.h"

namespace aurigraph::bench {

/// Counts of latencies in log-linear buckets, as HdrHistogram has them: exact below 128 ns, above it each
/// power of two is cut into 128 equal parts, so a percentile is at most 1/128 (0.8 %) above the truth at
/// any size. Recording is two shifts and an increment; 60 KiB. One thread.
class Histogram {
 public:
  Histogram() : counts_(kBuckets) {}

  void record(std::uint64_t nanoseconds) {
    ++counts_[bucketOf(nanoseconds)];
    ++total_;
    max_ = std::max(max_, nanoseconds);
  }
  void merge(const Histogram& other) {
    for (std::size_t at = 0; at < kBuckets; ++at) counts_[at] += other.counts_[at];
    total_ += other.total_;
    max_ = std::max(max_, other.max_);
  }

  [[nodiscard]] std::uint64_t count() const { return total_; }
  [[nodiscard]] std::uint64_t max() const { return max_; }
  /// The smallest recorded latency that `permille` of all do not exceed (nearest rank), rounded up to
  /// its bucket's end. 0 if nothing was recorded.
  [[nodiscard]] std::uint64_t permille(std::uint64_t permille) const {
    AG_ASSERT(permille <= 1'000);
    if (total_ == 0) return 0;
    const std::uint64_t rank = std::max<std::uint64_t>((total_ * permille + 999) / 1'000, 1);
    std::uint64_t seen = 0;
    for (std::size_t at = 0; at < kBuckets; ++at) {
      seen += counts_[at];
      if (seen >= rank) return std::min(endOf(at), max_);
    }
    return max_;
  }

  [[nodiscard]] double p50Ms() const { return toMs(permille(500)); }
  [[nodiscard]] double p99Ms() const { return toMs(permille(990)); }
  [[nodiscard]] double p999Ms() const { return toMs(permille(999)); }
  [[nodiscard]] double maxMs() const { return toMs(max_); }

 private:
  static constexpr unsigned kPartBits = 7;
  static constexpr std::uint64_t kParts = std::uint64_t{1} << kPartBits;
  static constexpr std::size_t kBuckets = kParts + (64 - kPartBits) * kParts;

  static std::size_t bucketOf(std::uint64_t value) {
    if (value < kParts) return value;
    const unsigned shift = static_cast<unsigned>(std::bit_width(value)) - 1 - kPartBits;
    return kParts + shift * kParts + ((value >> shift) - kParts);
  }
  /// The greatest value of a bucket.
  static std::uint64_t endOf(std::size_t bucket) {
    if (bucket < kParts) return bucket;
    const std::uint64_t shift = (bucket - kParts) / kParts;
    const std::uint64_t part = (bucket - kParts) % kParts;
    return ((kParts + part) << shift) + ((std::uint64_t{1} << shift) - 1);
  }
  static double toMs(std::uint64_t nanoseconds) { return static_cast<double>(nanoseconds) / 1e6; }

  std::vector<std::uint64_t> counts_;
  std::uint64_t total_ = 0;
  std::uint64_t max_ = 0;
};

}  // namespace aurigraph::bench
