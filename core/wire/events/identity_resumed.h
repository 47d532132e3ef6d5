#pragma once

#include "core/base/types.h"
#include "core/wire/events/event.h"
#include "core/wire/genesis.h"

namespace aurigraph::wire {

/// A suspension was ended before its time.
struct IdentityResumed {
  static constexpr EventKind kKind{14};
  static constexpr std::string_view kName = "identity-resumed";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  IdentityId by;
  bool operator==(const IdentityResumed&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
