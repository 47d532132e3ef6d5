#pragma once

#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// "I am looking at this one": holds the review for the author until the lease ends (block time).
struct ClaimReview {
  static constexpr CommandKind kKind{11};
  static constexpr std::string_view kName = "claim-review";
  static constexpr std::uint16_t kSince = 1;

  Digest recordId;
  bool operator==(const ClaimReview&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.recordId, form::Hex{});
  }
  [[nodiscard]] std::string sentence() const {
    return "Claim the review of record " + toHex(recordId.view());
  }
};

}  // namespace aurigraph::wire
