#pragma once

#include <algorithm>
#include <cstdint>

#include "core/base/types.h"

namespace aurigraph::wire {

/// A number for a new session of an author: above all that the ledger knows, near the clock in microseconds,
/// and another than what a second program takes at the same time. `random`: 20 bits of it are used.
[[nodiscard]] inline SessionNumber freshSession(SessionNumber highest, Nanoseconds clock,
                                                std::uint64_t random) {
  constexpr std::uint64_t kSpread = (1U << 20) - 1;
  const auto micro = static_cast<std::uint64_t>(std::max<std::int64_t>(clock.value, 0) / 1'000);
  return SessionNumber(std::max(highest.value, micro) + 1 + (random & kSpread));
}

}  // namespace aurigraph::wire
