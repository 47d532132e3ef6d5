#pragma once

#include <string>

#include "core/wire/commands/command.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// A new identity with its first key. Author: permission kManageIdentities. That the key is the person's own
/// is the author's word: whoever grants it a duty compares the key with what the person says.
struct RegisterIdentity {
  static constexpr CommandKind kKind{1};
  static constexpr std::string_view kName = "register-identity";
  static constexpr std::uint16_t kSince = 1;

  std::string name;  ///< Unique.
  PublicKey key;
  RoleMask roles = 0;
  bool operator==(const RegisterIdentity&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name, form::Text{kMaxNameBytes});
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Defaulted{form::Roles{}});
  }
};

}  // namespace aurigraph::wire
