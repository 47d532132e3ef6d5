#pragma once

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// An identity speaks with one more key.
struct KeyAdded {
  static constexpr EventKind kKind{15};
  static constexpr std::string_view kName = "key-added";
  static constexpr std::string_view kTopic = "identity";
  static constexpr Audience kAudience = Audience::kEverybody;

  IdentityId id;
  PublicKey key;
  bool operator==(const KeyAdded&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("id", self.id, form::Whole{UINT32_MAX});
    visit("key", self.key, form::Hex{});
  }
};

}  // namespace aurigraph::wire
