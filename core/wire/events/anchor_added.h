#pragma once

#include "core/wire/commands/anchor.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A slim node has anchored what it fetched in an interval.
struct AnchorAdded {
  static constexpr EventKind kKind{9};
  static constexpr std::string_view kName = "anchor-added";
  static constexpr std::string_view kTopic = "anchor";
  static constexpr Audience kAudience = Audience::kReadersOfAll;

  IdentityId author;
  Anchor anchor;
  std::uint64_t count = 0;  ///< Of its anchors, with this one.
  bool operator==(const AnchorAdded&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("author", self.author, form::Whole{UINT32_MAX});
    visit("anchor", self.anchor, form::Struct{});
    visit("count", self.count, form::Whole{UINT64_MAX});
  }
};

}  // namespace aurigraph::wire
