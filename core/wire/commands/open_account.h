#pragma once

#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// Opens the account (identity, token). Author: that identity itself or the token's issuer.
struct OpenAccount {
  static constexpr CommandKind kKind{2};
  static constexpr std::string_view kName = "open-account";
  static constexpr std::uint16_t kSince = 1;

  IdentityId identity;
  TokenId token;
  bool operator==(const OpenAccount&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("identity", self.identity, form::Whole{UINT32_MAX});
    visit("token", self.token, form::Whole{UINT32_MAX});
  }
};

}  // namespace aurigraph::wire
