#pragma once

#include <string>

#include "core/wire/commands/claim.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// Takes a claim back, at once. Author: who issued it.
struct RevokeClaim {
  static constexpr CommandKind kKind{46};
  static constexpr std::string_view kName = "revoke-claim";
  static constexpr std::uint16_t kSince = 1;

  IdentityId subject;
  std::string topic;
  std::string value;
  bool operator==(const RevokeClaim&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("subject", self.subject, form::Whole{UINT32_MAX});
    visit("topic", self.topic, form::Text{kMaxTopicBytes});
    visit("value", self.value, form::Defaulted{form::Text{kMaxClaimValueBytes}});
  }
};

}  // namespace aurigraph::wire
