#include "nodes/gateway/rate_meter.h"

namespace aurigraph::gateway {

void RateMeter::turn(std::int64_t second) {
  if (second == second_) return;
  last_ = second == second_ + 1 ? current_ : 0;
  current_ = 0;
  second_ = second;
}

void RateMeter::add(std::uint64_t count, std::int64_t second) {
  const std::lock_guard lock(mutex_);
  turn(second);
  current_ += count;
}

double RateMeter::at(std::int64_t second) {
  const std::lock_guard lock(mutex_);
  turn(second);
  return static_cast<double>(last_);
}

}  // namespace aurigraph::gateway
