#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// Somebody may do more, or less, from now on.
struct RolesChanged {
  static constexpr EventKind kKind{12};
  static constexpr std::string_view kName = "roles-changed";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  RoleMask roles = 0;        ///< All that it holds now.
  std::uint32_t change = 0;  ///< The how many-th.
  IdentityId by;
  std::string organisation;  ///< For whom it works now.
  bool operator==(const RolesChanged&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("roles", self.roles, form::Roles{});
    visit("change", self.change, form::Whole{UINT32_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("organisation", self.organisation, form::Text{kMaxNameBytes});
  }
};

}  // namespace aurigraph::wire
