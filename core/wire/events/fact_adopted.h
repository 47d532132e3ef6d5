#pragma once

#include "core/wire/events/event.h"
#include "core/wire/fact.h"

namespace aurigraph::wire {

/// Scores count with this from now on; with an empty value they do not any more.
struct FactAdopted {
  static constexpr EventKind kKind{33};
  static constexpr std::string_view kName = "fact-adopted";
  static constexpr std::string_view kTopic = "source";
  static constexpr Audience kAudience = Audience::kEverybody;

  Fact fact;
  std::uint32_t version = 0;  ///< 1: new; else it had other values before.
  IdentityId by;
  bool operator==(const FactAdopted&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    Fact::fields(self.fact, visit);
    visit("version", self.version, form::Whole{UINT32_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
