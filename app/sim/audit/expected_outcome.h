#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "core/ledger/reason.h"

namespace aurigraph::audit {

using ledger::ReasonCode;

/// What the model holds of one operation or batch.
///
/// The ledger answers with the first reason in an order that no page fixes, so every reason that is true
/// is a good answer, and a refusal without a true reason is a lie.
struct ExpectedOutcome {
  std::vector<ReasonCode> certain;   ///< True reasons: with any of them the operation must be refused.
  std::vector<ReasonCode> possible;  ///< What only the ledger can tell: it may refuse with them, or not.

  void refuse(ReasonCode code) { certain.push_back(code); }
  void refuseIf(bool holds, ReasonCode code) {
    if (holds) certain.push_back(code);
  }
  void mayRefuse(ReasonCode code) { possible.push_back(code); }

  [[nodiscard]] bool mustRefuse() const { return !certain.empty(); }
  [[nodiscard]] bool admits(ReasonCode code) const {
    if (code == ReasonCode::kDone) return certain.empty();
    return std::ranges::find(certain, code) != certain.end() ||
           std::ranges::find(possible, code) != possible.end();
  }
  /// The answer to expect: the one given where it is admissible, else our own.
  [[nodiscard]] ReasonCode answer(std::optional<ReasonCode> claimed) const {
    if (claimed && admits(*claimed)) return *claimed;
    return certain.empty() ? ReasonCode::kDone : certain.front();
  }
};

}  // namespace aurigraph::audit
