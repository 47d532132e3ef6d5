#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/claim.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// What was said about an identity is taken back.
struct ClaimRevoked {
  static constexpr EventKind kKind{20};
  static constexpr std::string_view kName = "claim-revoked";
  static constexpr std::string_view kTopic = "claim";
  static constexpr Audience kAudience = Audience::kReadersOfAll;

  IdentityId subject;
  IdentityId issuer;
  std::string topic;
  std::string value;
  bool operator==(const ClaimRevoked&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("subject", self.subject, form::Whole{UINT32_MAX});
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("value", self.value, form::Text{kMaxClaimValueBytes});
  }
};

}  // namespace aurigraph::wire
