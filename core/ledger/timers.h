#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// What block time alone brings about. Timers run first in each block, in the order of their list, each for
/// so many rows at most: no block pays for everything that is due, the rest comes in the next ones.
struct Timer {
  std::string_view name;
  std::size_t rowsPerBlock;
  void (*run)(State& state, Height height, Nanoseconds time, std::size_t atMost);
};
[[nodiscard]] std::span<const Timer> timers();

}  // namespace aurigraph::ledger
