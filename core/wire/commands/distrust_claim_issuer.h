#pragma once

#include <string>

#include "core/wire/commands/claim.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// From now on a claim issuer's claims of a topic count for nothing, those that stand included. Author:
/// permission kTrustClaimIssuers, alone and at once.
struct DistrustClaimIssuer {
  static constexpr CommandKind kKind{48};
  static constexpr std::string_view kName = "distrust-claim-issuer";
  static constexpr std::uint16_t kSince = 1;

  IdentityId issuer;
  std::string topic;
  std::string reason;
  bool operator==(const DistrustClaimIssuer&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("issuer", self.issuer, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
  }
};

}  // namespace aurigraph::wire
