#pragma once

#include <string>

#include "core/wire/commands/command.h"

namespace aurigraph::wire {

inline constexpr std::size_t kMaxNoticeAddressBytes = 254;  ///< The longest address of RFC 5321.

/// Where notices to the author go from now on: holders, issuers and operators are written to there. Everybody
/// can read it. Author: anybody known, for himself.
struct SetNoticeAddress {
  static constexpr CommandKind kKind{3};
  static constexpr std::string_view kName = "set-notice-address";
  static constexpr std::uint16_t kSince = 1;

  std::string address;  ///< An e-mail or https address; empty: none any more.
  bool operator==(const SetNoticeAddress&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("address", self.address, form::Text{kMaxNoticeAddressBytes});
  }
};

}  // namespace aurigraph::wire
