#pragma once

#include <cstdint>

#include "core/base/assert.h"
#include "core/base/types.h"

namespace aurigraph::bench {

/// When requests are meant to start in an open loop: evenly, whatever the answers do. Latency is counted
/// from the intended start, so the wait of a request that could not be sent in time counts too (no
/// coordinated omission). Times are nanoseconds of one steady clock.
class OpenLoop {
 public:
  OpenLoop(std::uint64_t startNanoseconds, std::uint64_t perSecond)
      : start_(startNanoseconds), perSecond_(perSecond) {
    AG_ASSERT(perSecond > 0);
  }

  /// Intended start of the request number `index` (0 is the first).
  [[nodiscard]] std::uint64_t intended(std::uint64_t index) const {
    return start_ + static_cast<std::uint64_t>(U128{index} * 1'000'000'000U / perSecond_);
  }
  /// How many requests should have been started by `now`.
  [[nodiscard]] std::uint64_t dueBy(std::uint64_t now) const {
    if (now < start_) return 0;
    return static_cast<std::uint64_t>(U128{now - start_} * perSecond_ / 1'000'000'000U) + 1;
  }
  /// What a request that was answered at `answered` took.
  [[nodiscard]] std::uint64_t latency(std::uint64_t index, std::uint64_t answered) const {
    const std::uint64_t begun = intended(index);
    return answered > begun ? answered - begun : 0;
  }

 private:
  std::uint64_t start_;
  std::uint64_t perSecond_;
};

}  // namespace aurigraph::bench
