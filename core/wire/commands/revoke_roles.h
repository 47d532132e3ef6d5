#pragma once

#include <vector>

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
  std::uint32_t change = 1;  ///< As of GrantRoles.
  std::vector<Approval> approvals;
  bool operator==(const RevokeRoles&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Roles{});
    visit("change", self.change, form::Whole{UINT32_MAX});
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] bool canonical() const { return strictlySorted(approvals, &Approval::approver); }
};

}  // namespace aurigraph::wire
