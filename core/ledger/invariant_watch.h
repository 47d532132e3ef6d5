#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// Looks after the invariants of a ledger at work, where a walk over everything would stop the world: once a
/// minute of block time, some accounts after each block. It adds up the accounts as they were at the last
/// checkpoint, which stand still until the next one; overtaken by that, it begins anew. What it walks over
/// it also looks at as it is now.
class InvariantWatch {
 public:
  /// After a block. `checkpoint`: of the last one; 0: none yet.
  void look(const State& state, Height checkpoint);

  /// The first that did not hold; for good: nothing that follows makes it true again.
  [[nodiscard]] std::optional<std::string_view> broken() const { return broken_; }
  [[nodiscard]] std::uint64_t walks() const { return walks_; }  ///< Over all accounts, so far.

 private:
  void begin(const State& state, Height checkpoint);
  void lookAt(const State& state, std::uint64_t slot);
  void end(const State& state);

  Height checkpoint_;        ///< That the walk goes over; 0: it is not under way.
  std::uint64_t next_ = 0;   ///< Slot.
  std::vector<U128> sums_;   ///< Of balances, by token.
  Nanoseconds lastWalk_;     ///< Block time.
  std::uint64_t walks_ = 0;
  std::optional<std::string_view> broken_;
};

}  // namespace aurigraph::ledger
