#pragma once

#include "core/wire/commands/approval.h"

namespace aurigraph::wire {

/// Ends a key for ever. Author: the identity whose it is, with another of its keys; or an administrator, with
/// another one's approval. An identity's last key is not revoked: block or recover the identity.
struct RevokeKey {
  static constexpr CommandKind kKind{41};
  static constexpr std::string_view kName = "revoke-key";
  static constexpr std::uint16_t kSince = 1;

  PublicKey key;
  Approvals approvals;
  bool operator==(const RevokeKey&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("approvals", self.approvals, kApprovalsForm);
  }
};

}  // namespace aurigraph::wire
