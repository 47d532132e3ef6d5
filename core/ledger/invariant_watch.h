#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// Looks after the invariants of a ledger at work, where a walk over everything would stop the world. A
/// checkpoint hashes each row that was touched since the last one; beside that the watch keeps, of all
/// accounts, the sum of balances of each token, and compares it with what was minted and not burned. Nothing
/// else is read, and the ledger's answers do not depend on it.
class InvariantWatch {
 public:
  /// A row of a touched page, as it was at the last checkpoint and as it is hashed now.
  template <class Row>
  void see(const State&, std::uint64_t, const Row&, const Row&) {}
  void see(const State& state, std::uint64_t slot, const AccountRow& before, const AccountRow& now);
  void see(const State& state, std::uint64_t slot, const TokenRow& before, const TokenRow& now);
  /// All have been seen, and the state has not changed meanwhile.
  void compare(const State& state);

  /// The first that did not hold; for good: nothing that follows makes it true again.
  [[nodiscard]] std::optional<std::string_view> broken() const { return broken_; }

 private:
  struct Sum {
    U128 units = 0;
    bool changed = false;
  };
  Sum& changedSum(std::uint64_t token);

  std::vector<Sum> sums_;               ///< Of balances, by token.
  std::vector<std::uint64_t> changed_;  ///< Tokens to compare.
  std::optional<std::string_view> broken_;
};

}  // namespace aurigraph::ledger
