#pragma once

#include "core/wire/events/event.h"

namespace aurigraph::wire {

/// An identity can hold a token from now on.
struct AccountOpened {
  static constexpr EventKind kKind{2};
  static constexpr std::string_view kName = "account-opened";
  static constexpr std::string_view kTopic = "account";
  static constexpr Audience kAudience = Audience::kReadersOfAll;

  std::uint64_t account = 0;  ///< Its handle.
  IdentityId identity;
  TokenId token;
  bool operator==(const AccountOpened&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("account", self.account, form::Whole{UINT64_MAX});
    visit("identity", self.identity, form::Whole{UINT32_MAX});
    visit("token", self.token, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
