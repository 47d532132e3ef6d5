#pragma once

#include <string>

#include "core/wire/commands/approval.h"
#include "core/wire/commands/claim.h"

namespace aurigraph::wire {

/// From now on a claim issuer's claims of a topic count, until it is distrusted or blocked, or its roles
/// change. Author: permission kTrustClaimIssuers, with an administrator's approval.
struct TrustClaimIssuer {
  static constexpr CommandKind kKind{47};
  static constexpr std::string_view kName = "trust-claim-issuer";
  static constexpr std::uint16_t kSince = 1;

  PublicKey issuer;  ///< A key of an identity with kIssueClaim.
  std::string topic;
  Approvals approvals;
  bool operator==(const TrustClaimIssuer&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("issuer", self.issuer, form::Hex{});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("approvals", self.approvals, kApprovalsForm);
  }
};

}  // namespace aurigraph::wire
