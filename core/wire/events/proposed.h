#pragma once

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A command waits for the words of others.
struct Proposed {
  static constexpr EventKind kKind{23};
  static constexpr std::string_view kName = "proposed";
  static constexpr std::string_view kTopic = "proposal";
  static constexpr Audience kAudience = Audience::kEverybody;

  Digest proposal;
  IdentityId author;
  std::uint16_t command = 0;  ///< Its kind.
  Nanoseconds until;
  bool operator==(const Proposed&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.proposal, form::Hex{});
    visit("author", self.author, form::Whole{UINT32_MAX});
    visit("command_kind", self.command, form::Whole{UINT16_MAX});
    visit("until", self.until, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
};

}  // namespace aurigraph::wire
