#pragma once

#include "core/base/bytes.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A reviewer holds a record, alone, until then.
struct ReviewClaimed {
  static constexpr EventKind kKind{4};
  static constexpr std::string_view kName = "review-claimed";
  static constexpr std::string_view kTopic = "review";
  static constexpr Audience kAudience = Audience::kRecordWorkers;

  Digest record;
  IdentityId reviewer;
  Nanoseconds until;
  bool operator==(const ReviewClaimed&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.record, form::Hex{});
    visit("reviewer", self.reviewer, form::Whole{UINT32_MAX});
    visit("until", self.until, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
};

}  // namespace aurigraph::wire
