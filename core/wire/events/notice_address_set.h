#pragma once

#include <string>

#include "core/wire/commands/set_notice_address.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// An identity has said where notices to it go.
struct NoticeAddressSet {
  static constexpr EventKind kKind{10};
  static constexpr std::string_view kName = "notice-address-set";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  std::string address;
  bool operator==(const NoticeAddressSet&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("address", self.address, form::Text{kMaxNoticeAddressBytes});
  }
};

}  // namespace aurigraph::wire
