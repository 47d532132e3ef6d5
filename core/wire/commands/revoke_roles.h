#pragma once

#include "core/wire/commands/approval.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// Takes roles from an identity. Author: an administrator, with another one's approval; neither of the two
/// may be the identity itself, so it takes two others to end an administrator, and three must be left.
struct RevokeRoles {
  static constexpr CommandKind kKind{5};
  static constexpr std::string_view kName = "revoke-roles";
  static constexpr std::uint16_t kSince = 1;

  PublicKey key;  ///< Of the identity: an approver compares it with what that person says himself.
  RoleMask roles = 0;
  Approvals approvals;
  bool operator==(const RevokeRoles&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Roles{});
    visit("approvals", self.approvals, kApprovalsForm);
  }
};

}  // namespace aurigraph::wire
