#pragma once

#include <string>

#include "core/base/bytes.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// Somebody is known from now on.
struct IdentityRegistered {
  static constexpr EventKind kKind{1};
  static constexpr std::string_view kName = "identity-registered";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  std::string name;
  PublicKey key;
  RoleMask roles = 0;
  bool operator==(const IdentityRegistered&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("name", self.name, form::Text{kMaxNameBytes});
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Roles{});
  }
};

}  // namespace aurigraph::wire
