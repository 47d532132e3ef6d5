#pragma once

#include "core/base/bytes.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// Its author took a proposal back.
struct ProposalWithdrawn {
  static constexpr EventKind kKind{26};
  static constexpr std::string_view kName = "proposal-withdrawn";
  static constexpr std::string_view kTopic = "proposal";
  static constexpr Audience kAudience = Audience::kEverybody;

  Digest proposal;
  bool operator==(const ProposalWithdrawn&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.proposal, form::Hex{});
  }
};

}  // namespace aurigraph::wire
