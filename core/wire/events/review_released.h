#pragma once

#include "core/base/bytes.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A claim was given back.
struct ReviewReleased {
  static constexpr EventKind kKind{5};
  static constexpr std::string_view kName = "review-released";
  static constexpr std::string_view kTopic = "review";
  static constexpr Audience kAudience = Audience::kRecordWorkers;

  Digest record;
  IdentityId reviewer;
  bool operator==(const ReviewReleased&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.record, form::Hex{});
    visit("reviewer", self.reviewer, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
