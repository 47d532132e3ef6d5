#pragma once

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// Somebody gave his word for a proposal.
struct Endorsed {
  static constexpr EventKind kKind{24};
  static constexpr std::string_view kName = "endorsed";
  static constexpr std::string_view kTopic = "proposal";
  static constexpr Audience kAudience = Audience::kEverybody;

  Digest proposal;
  IdentityId by;
  bool operator==(const Endorsed&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.proposal, form::Hex{});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
