#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/ledger/reason.h"
#include "core/wire/genesis.h"

namespace aurigraph::ledger {

/// Whose operation it is.
struct Caller {
  IdentityId id;
  PublicKey key;
  std::uint32_t keySlot = 0;
  wire::RoleMask roles = 0;  ///< At this time: none while suspended.
  bool mayTransfer = false;
  bool suspended = false;  ///< Or blocked.
  bool keyEnded = false;   ///< Whoever signs with it is not its owner any more.
  /// Why nothing of whoever signs with this key is executed now; kDone: nothing is against it.
  [[nodiscard]] ReasonCode barred() const {
    if (keyEnded) return ReasonCode::kKeyEnded;
    return suspended ? ReasonCode::kAuthorSuspended : ReasonCode::kDone;
  }
};

/// Which operation it is, and when: block time, never a clock.
struct Moment {
  Height height;
  Nanoseconds time;
  Digest batch;
  SessionNumber session;
  RequestNumber request;
  std::uint32_t index = 0;
};

struct Call {
  Caller caller;
  Moment moment;
  /// Of a proposal: who endorsed it, the newest last. Nothing: what the command carries along counts.
  std::optional<std::vector<PublicKey>> endorsers;
};

// Checks report every reason through `add`, which says whether to stop: `apply` stops at the first, so
// that its answer is the first of what `simulate` lists. Both run the same check.

struct FirstReason {
  Reason reason;
  bool add(ReasonCode code, std::uint64_t detail = 0) {
    reason = {code, 0, detail};
    return true;
  }
  [[nodiscard]] bool none() const { return reason.code == ReasonCode::kDone; }
};

struct AllReasons {
  std::vector<Reason> reasons;
  bool add(ReasonCode code, std::uint64_t detail = 0) {
    reasons.push_back({code, 0, detail});
    return false;
  }
  [[nodiscard]] bool none() const { return reasons.empty(); }
};

}  // namespace aurigraph::ledger
