#pragma once

// The ledger with places where the simulator makes it wrong on purpose. The product never includes this.

#include <memory>
#include <utility>

#include "core/base/faults.h"
#include "core/ledger/ledger.h"
#include "core/ledger/state.h"

namespace aurigraph::ledger {

inline constexpr FaultId kFaultDropUndo{48};         ///< A linked chain that failed is kept.
inline constexpr FaultId kFaultSessionOffByOne{49};  ///< The last executed request may come once more.

template <class Faults>
struct FaultyState final : State {
  explicit FaultyState(Faults given) : faults(std::move(given)) {}

  void undoChain() override { faults.fault(kFaultDropUndo) ? keepChain() : State::undoChain(); }
  [[nodiscard]] bool isReplay(RequestNumber request, RequestNumber last) const override {
    return faults.fault(kFaultSessionOffByOne) ? request < last : State::isReplay(request, last);
  }

  Faults faults;
};

template <class Faults>
Result<std::unique_ptr<Ledger>> Ledger::fromGenesis(const wire::Genesis& genesis, Limits limits,
                                                    Faults faults) {
  return fromGenesis(genesis, limits,
                     std::unique_ptr<State>(std::make_unique<FaultyState<Faults>>(std::move(faults))));
}

}  // namespace aurigraph::ledger
