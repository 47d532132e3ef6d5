#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// Nothing is taken from somebody for a while.
struct IdentitySuspended {
  static constexpr EventKind kKind{13};
  static constexpr std::string_view kName = "identity-suspended";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  Nanoseconds until;
  IdentityId by;
  std::string reason;
  bool operator==(const IdentitySuspended&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("until", self.until, form::Signed{INT64_MIN, INT64_MAX, "ns"});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
  }
};

}  // namespace aurigraph::wire
