#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// Somebody may do nothing any more, for ever.
struct IdentityBlocked {
  static constexpr EventKind kKind{17};
  static constexpr std::string_view kName = "identity-blocked";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  IdentityId by;
  std::string reason;
  bool operator==(const IdentityBlocked&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
  }
};

}  // namespace aurigraph::wire
