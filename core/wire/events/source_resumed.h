#pragma once

#include <string>

#include "core/wire/events/event.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

/// A source's records are taken again.
struct SourceResumed {
  static constexpr EventKind kKind{32};
  static constexpr std::string_view kName = "source-resumed";
  static constexpr std::string_view kTopic = "source";
  static constexpr Audience kAudience = Audience::kEverybody;

  std::string source;
  IdentityId by;
  bool operator==(const SourceResumed&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("source", self.source, form::Text{kMaxSourceNameBytes});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
