#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

inline constexpr std::uint32_t kLongestSuspensionSeconds = 72 * 3'600;

/// For a while the ledger takes nothing from an identity, whatever it signs, and its approvals do not count:
/// a stolen key, a suspicion. Author: any one administrator, at once; the same one not again within 30 days
/// of the end, because what lasts takes two. Everybody can
/// read the reason.
struct SuspendIdentity {
  static constexpr CommandKind kKind{6};
  static constexpr std::string_view kName = "suspend-identity";
  static constexpr std::uint16_t kSince = 1;

  IdentityId identity;
  std::uint32_t seconds = 0;  ///< Of block time, from the block on.
  std::string reason;
  bool operator==(const SuspendIdentity&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("identity", self.identity, form::Whole{UINT32_MAX});
    visit("seconds", self.seconds, form::Whole{kLongestSuspensionSeconds, "s"});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
  }
};

}  // namespace aurigraph::wire
