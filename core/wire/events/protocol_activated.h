#pragma once

#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// From this height on blocks may be of the next protocol version; in the place of what was said of it
/// before.
struct ProtocolActivated {
  static constexpr EventKind kKind{29};
  static constexpr std::string_view kName = "protocol-activated";
  static constexpr std::string_view kTopic = "protocol";
  static constexpr Audience kAudience = Audience::kEverybody;

  Protocol version;
  Height from;
  IdentityId by;
  bool operator==(const ProtocolActivated&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("protocol", self.version, form::Whole{UINT16_MAX});
    visit("from_height", self.from, form::Whole{UINT64_MAX});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
