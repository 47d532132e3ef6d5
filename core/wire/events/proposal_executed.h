#pragma once

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A proposal had all its words, and was executed as its author's; what it did are events before this one.
struct ProposalExecuted {
  static constexpr EventKind kKind{25};
  static constexpr std::string_view kName = "proposal-executed";
  static constexpr std::string_view kTopic = "proposal";
  static constexpr Audience kAudience = Audience::kEverybody;

  Digest proposal;
  IdentityId author;
  bool operator==(const ProposalExecuted&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.proposal, form::Hex{});
    visit("author", self.author, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
