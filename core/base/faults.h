#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace aurigraph {

/// The fault seam (DESIGN §3, "Trace"): places where the simulator makes our own code wrong on purpose, to
/// see whether its checks notice (docs/decisions/088).
///
/// Each module names its own faults beside its class: log 1…15, replica 16…31, consensus 32…47,
/// ledger 48…63.
enum class FaultId : std::uint8_t;

using FaultSet = std::bitset<64>;

/// Which faults are switched on: a pointer to a set that outlives whoever asks, null in the product. Asked
/// once per message, block, batch or failed chain: one branch that always goes the same way. Never per
/// transfer.
class Faults {
 public:
  Faults() = default;
  explicit Faults(const FaultSet& set) : set_(&set) {}

  [[nodiscard]] bool operator()(FaultId id) const {
    if (set_ == nullptr) [[likely]]
      return false;
    return set_->test(static_cast<std::size_t>(id));
  }

 private:
  const FaultSet* set_ = nullptr;
};

}  // namespace aurigraph
