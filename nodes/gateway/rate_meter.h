#pragma once

#include <cstdint>
#include <mutex>

namespace aurigraph::gateway {

/// Operations per second over the last whole second. Any thread.
class RateMeter {
 public:
  void add(std::uint64_t count, std::int64_t second);
  [[nodiscard]] double at(std::int64_t second);

 private:
  void turn(std::int64_t second);
  std::mutex mutex_;
  std::int64_t second_ = 0;
  std::uint64_t current_ = 0;
  std::uint64_t last_ = 0;
};

}  // namespace aurigraph::gateway
