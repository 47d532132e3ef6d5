#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// Several people made a record usable that its score rejected. A proof shows this event: whichever way their
/// words came, it says whose they were.
struct RecordOverridden {
  static constexpr EventKind kKind{28};
  static constexpr std::string_view kName = "record-overridden";
  static constexpr std::string_view kTopic = "review";
  static constexpr Audience kAudience = Audience::kRecordWorkers;

  Digest record;
  IdentityId by;
  PublicKey key;                     ///< With which it was ordered, or proposed.
  std::vector<PublicKey> endorsers;  ///< Of each other person the key that gave the word.
  std::string reason;
  Nanoseconds validUntil;
  bool operator==(const RecordOverridden&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.record, form::Hex{});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("key", self.key, form::Hex{});
    visit("endorsers", self.endorsers, form::List{limits::kMaxApprovals, form::Hex{}});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
    visit("valid_until", self.validUntil, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
};

}  // namespace aurigraph::wire
