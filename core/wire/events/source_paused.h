#pragma once

#include <string>

#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

/// No record of a source is taken until then.
struct SourcePaused {
  static constexpr EventKind kKind{31};
  static constexpr std::string_view kName = "source-paused";
  static constexpr std::string_view kTopic = "source";
  static constexpr Audience kAudience = Audience::kEverybody;

  std::string source;
  Nanoseconds until;  ///< The greatest value: until it is resumed.
  IdentityId by;
  std::string reason;
  bool operator==(const SourcePaused&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("source", self.source, form::Text{kMaxSourceNameBytes});
    visit("until", self.until, form::Signed{INT64_MIN, INT64_MAX, "ns"});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
  }
};

}  // namespace aurigraph::wire
