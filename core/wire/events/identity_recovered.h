#pragma once

#include <string>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// Somebody whose keys were lost has a new one, and no duty. The keys that ended and the new one are events
/// of their own.
struct IdentityRecovered {
  static constexpr EventKind kKind{18};
  static constexpr std::string_view kName = "identity-recovered";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  RoleMask roles = 0;        ///< All that it holds now.
  std::uint32_t change = 0;  ///< The how many-th of its roles.
  IdentityId by;
  std::string reason;
  Digest document;
  bool operator==(const IdentityRecovered&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("roles", self.roles, form::Roles{});
    visit("change", self.change, form::Whole{UINT32_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
    visit("document", self.document, form::Hex{});
  }
};

}  // namespace aurigraph::wire
