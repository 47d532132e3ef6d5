#pragma once

#include <algorithm>
#include <optional>

#include "core/base/types.h"

namespace aurigraph::wire {

/// Which protocol versions blocks may name, as one ledger says after the last block that it executed
/// (docs/decisions/100). It is the ledger's word alone: what a block names decides nothing beyond it.
struct VersionRule {
  struct Next {
    Protocol version;  ///< In force + 1.
    Height from;       ///< The first block that may be of it.
    bool operator==(const Next&) const = default;
  };
  Protocol inForce = Protocol(1);  ///< By which the last block was executed.
  std::optional<Next> next = {};   ///< Activated, and not in force yet.
  Height certainUpTo = {};         ///< Beyond, blocks that this ledger has not executed may say otherwise.
  bool operator==(const VersionRule&) const = default;

  [[nodiscard]] bool knows(Height height) const { return height <= certainUpTo; }
  [[nodiscard]] Protocol highestAt(Height height) const {
    return next && next->from <= height ? next->version : inForce;
  }
  /// By which version a block is executed that names this one: never by one that is not allowed to it, and
  /// never by an older one than before.
  [[nodiscard]] Protocol executing(Protocol named, Height height) const {
    return std::clamp(named, inForce, highestAt(height));
  }
  /// For certain no honest leader names it at this height.
  [[nodiscard]] bool excludes(Protocol named, Height height) const {
    return knows(height) && executing(named, height) != named;
  }
};

}  // namespace aurigraph::wire
