#pragma once

#include <string>

#include "core/base/types.h"
#include "core/wire/commands/claim.h"
#include "core/wire/commands/command.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A claim issuer's claims of a topic count for nothing from now on, those that stand included.
struct ClaimIssuerDistrusted {
  static constexpr EventKind kKind{22};
  static constexpr std::string_view kName = "claim-issuer-distrusted";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId issuer;
  std::string topic;
  IdentityId by;
  std::string reason;
  bool operator==(const ClaimIssuerDistrusted&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
  }
};

}  // namespace aurigraph::wire
