#pragma once

#include "core/wire/commands/command.h"

namespace aurigraph::wire {

/// Gives the author's claim back before it ends.
struct ReleaseReview {
  static constexpr CommandKind kKind{13};
  static constexpr std::string_view kName = "release-review";
  static constexpr std::uint16_t kSince = 1;

  Digest recordId;
  bool operator==(const ReleaseReview&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.recordId, form::Hex{});
  }
  [[nodiscard]] std::string sentence() const {
    return "Give back the claim on the review of record " + toHex(recordId.view());
  }
};

}  // namespace aurigraph::wire
