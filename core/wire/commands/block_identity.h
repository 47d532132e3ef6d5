#pragma once

#include <string>

#include "core/wire/commands/approval.h"

namespace aurigraph::wire {

/// Ends an identity for good: nothing it signs is executed any more, nothing brings it back, and no order
/// about it is taken. What it holds stays where it is. Author: an administrator, with another one's approval;
/// neither may be the identity.
struct BlockIdentity {
  static constexpr CommandKind kKind{8};
  static constexpr std::string_view kName = "block-identity";
  static constexpr std::uint16_t kSince = 1;

  PublicKey key;  ///< One of the identity's, and in force.
  std::string reason;
  Approvals approvals;
  bool operator==(const BlockIdentity&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
    visit("approvals", self.approvals, kApprovalsForm);
  }
};

}  // namespace aurigraph::wire
