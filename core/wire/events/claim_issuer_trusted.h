#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/claim.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A claim issuer's claims of a topic count from now on.
struct ClaimIssuerTrusted {
  static constexpr EventKind kKind{21};
  static constexpr std::string_view kName = "claim-issuer-trusted";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId issuer;
  std::string topic;
  IdentityId by;
  bool operator==(const ClaimIssuerTrusted&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
