#pragma once

#include "core/wire/events/event.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

/// A source's records are taken from now on, as far as these terms allow.
struct SourceAdopted {
  static constexpr EventKind kKind{30};
  static constexpr std::string_view kName = "source-adopted";
  static constexpr std::string_view kTopic = "source";
  static constexpr Audience kAudience = Audience::kEverybody;

  SourceTerms terms;
  std::uint32_t version = 0;  ///< 1: new; else it had others before.
  IdentityId by;
  bool operator==(const SourceAdopted&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    SourceTerms::fields(self.terms, visit);
    visit("version", self.version, form::Whole{UINT32_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
  [[nodiscard]] bool canonical() const { return terms.canonical(); }
};

}  // namespace aurigraph::wire
