#pragma once

#include "core/base/bytes.h"
#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// The author's: a proposal ends. An endorser's: his word does not count any more.
struct Withdraw {
  static constexpr CommandKind kKind{52};
  static constexpr std::string_view kName = "withdraw";
  static constexpr std::uint16_t kSince = 1;

  Digest proposal;  ///< approvalDigest() of what is proposed: it covers every byte, the author and the end.
  bool operator==(const Withdraw&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.proposal, form::Hex{});
  }
};

}  // namespace aurigraph::wire
