#pragma once

#include "core/base/bytes.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// One's word for a proposal. If it is the last that the proposal needs, the proposal is executed with it; if
/// that is not possible then, this is refused for the same reasons, and the proposal stays.
struct Endorse {
  static constexpr CommandKind kKind{51};
  static constexpr std::string_view kName = "endorse";
  static constexpr std::uint16_t kSince = 1;

  Digest proposal;  ///< approvalDigest() of what is proposed: it covers every byte, the author and the end.
  bool operator==(const Endorse&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.proposal, form::Hex{});
  }
};

}  // namespace aurigraph::wire
