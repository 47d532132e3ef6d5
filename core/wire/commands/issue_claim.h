#pragma once

#include <string>

#include "core/wire/commands/claim.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// Says something about an identity, until a time; said again, until the new one. It counts while its author
/// is trusted with the topic (trust-claim-issuer). At most 16 things of one issuer about one identity are in
/// force. Author: permission kIssueClaim, of a known organisation that is not the identity's.
struct IssueClaim {
  static constexpr CommandKind kKind{45};
  static constexpr std::string_view kName = "issue-claim";
  static constexpr std::uint16_t kSince = 1;

  PublicKey subject;  ///< A key of whom it is about.
  std::string topic;
  std::string value;
  Nanoseconds endsAt;  ///< Block time; at most five years away.
  bool operator==(const IssueClaim&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("subject", self.subject, form::Hex{});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("value", self.value, form::Defaulted{form::Text{kMaxClaimValueBytes}});
    visit("ends_at", self.endsAt, form::Signed{0, INT64_MAX, "ns"});
  }
};

}  // namespace aurigraph::wire
