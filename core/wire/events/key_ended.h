#pragma once

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// A key says nothing any more, for ever.
struct KeyEnded {
  static constexpr EventKind kKind{16};
  static constexpr std::string_view kName = "key-ended";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  PublicKey key;
  IdentityId by;
  bool operator==(const KeyEnded&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("key", self.key, form::Hex{});
    visit("by", self.by, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
