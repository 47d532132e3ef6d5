#pragma once

#include <string>

#include "core/wire/commands/approval.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// Gives an identity more roles, and says for whom it works. Author: an administrator; roles with a duty and
/// an organisation need another one's approval, and neither of the two may be the identity itself.
struct GrantRoles {
  static constexpr CommandKind kKind{4};
  static constexpr std::string_view kName = "grant-roles";
  static constexpr std::uint16_t kSince = 1;

  PublicKey key;  ///< Of the identity: an approver compares it with what that person says himself.
  RoleMask roles = 0;
  std::string organisation;  ///< For whom the person works from now on; empty: as before.
  Approvals approvals;
  bool operator==(const GrantRoles&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Defaulted{form::Roles{}});
    visit("organisation", self.organisation, form::Defaulted{form::Text{kMaxNameBytes}});
    visit("approvals", self.approvals, kApprovalsForm);
  }
};

}  // namespace aurigraph::wire
