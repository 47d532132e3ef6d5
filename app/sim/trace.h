#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/types.h"

namespace aurigraph::sim {

using Microseconds = std::uint64_t;

/// What happened, one line per event, and a hash over all of it: two runs of one seed must agree.
/// Text is made only when somebody reads it.
class Trace {
 public:
  using Sink = std::function<void(const std::string& line)>;

  void setSink(Sink sink) { sink_ = std::move(sink); }
  void setNow(Microseconds now) { now_ = now; }

  /// `what` is a literal; `first` and `second` are its numbers.
  void event(NodeId node, std::string_view what, std::uint64_t first = 0, std::uint64_t second = 0) {
    mix(now_);
    mix(node.value);
    for (const char letter : what) hash_ = (hash_ ^ static_cast<unsigned char>(letter)) * kPrime;
    mix(first);
    mix(second);
    ++events_;
    if (!sink_) return;
    char line[200];
    std::snprintf(line, sizeof(line), "%10.6f  %s%-3u %-28.*s %llu %llu", static_cast<double>(now_) / 1e6,
                  node == NodeId() ? "client " : "node ", node.value, static_cast<int>(what.size()),
                  what.data(), static_cast<unsigned long long>(first),
                  static_cast<unsigned long long>(second));
    sink_(line);
  }

  [[nodiscard]] std::uint64_t hash() const { return hash_; }
  [[nodiscard]] std::uint64_t events() const { return events_; }

 private:
  static constexpr std::uint64_t kPrime = 0x100000001B3ULL;
  void mix(std::uint64_t value) { hash_ = (hash_ ^ value ^ (value >> 29)) * kPrime; }

  Sink sink_;
  Microseconds now_ = 0;
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
  std::uint64_t events_ = 0;
};

}  // namespace aurigraph::sim
