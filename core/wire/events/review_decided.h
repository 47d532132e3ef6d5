#pragma once

#include "core/base/bytes.h"
#include "core/wire/events/event.h"
#include "core/wire/rows/record_row.h"

namespace aurigraph::wire {

/// A reviewer said what becomes of a record.
struct ReviewDecided {
  static constexpr EventKind kKind{6};
  static constexpr std::string_view kName = "review-decided";
  static constexpr std::string_view kTopic = "review";
  static constexpr Audience kAudience = Audience::kRecordWorkers;

  Digest record;
  IdentityId reviewer;
  Decision decision = Decision::kRejected;
  std::uint16_t reasonCode = 0;
  Nanoseconds validUntil;  ///< Of an approval; 0 otherwise.
  bool operator==(const ReviewDecided&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.record, form::Hex{});
    visit("reviewer", self.reviewer, form::Whole{UINT32_MAX});
    visit("decision", self.decision, kDecisions);
    visit("reason_code", self.reasonCode, form::Whole{UINT16_MAX});
    visit("valid_until", self.validUntil, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
};

}  // namespace aurigraph::wire
