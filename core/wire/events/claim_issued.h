#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/claim.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// Something is said about an identity.
struct ClaimIssued {
  static constexpr EventKind kKind{19};
  static constexpr std::string_view kName = "claim-issued";
  static constexpr std::string_view kTopic = "claim";
  static constexpr Audience kAudience = Audience::kReadersOfAll;

  IdentityId subject;
  IdentityId issuer;
  std::string topic;
  std::string value;
  Nanoseconds endsAt;
  bool operator==(const ClaimIssued&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("subject", self.subject, form::Whole{UINT32_MAX});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("value", self.value, form::Text{kMaxClaimValueBytes});
    visit("ends_at", self.endsAt, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
};

}  // namespace aurigraph::wire
