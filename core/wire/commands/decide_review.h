#pragma once

#include <array>
#include <string>

#include "core/wire/commands/command.h"

namespace aurigraph::wire {

enum class ReviewDecision : std::uint8_t { kApprove = 1, kReject = 2 };

/// A reviewer's word about a record of 0.60–0.79. Reviewer ≠ submitter ≠ the asset's issuer.
struct DecideReview {
  static constexpr CommandKind kKind{12};
  static constexpr std::string_view kName = "decide-review";
  static constexpr std::uint16_t kSince = 1;
  static constexpr form::OneOf kDecisions{std::array{form::Named{ReviewDecision::kApprove, "approve"},
                                                     form::Named{ReviewDecision::kReject, "reject"}}};

  Digest recordId;
  ReviewDecision decision = ReviewDecision::kReject;
  std::uint16_t reasonCode = 0;  ///< See docs/review.md; never 0.
  std::string note;              ///< Mandatory.
  bool operator==(const DecideReview&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.recordId, form::Hex{});
    visit("decision", self.decision, kDecisions);
    visit("reason_code", self.reasonCode, form::Whole{UINT16_MAX});
    visit("note", self.note, form::Text{kMaxNoteBytes});
  }
  [[nodiscard]] std::string sentence() const {
    return (decision == ReviewDecision::kApprove ? "Approve record " : "Reject record ") +
           toHex(recordId.view());
  }
};

}  // namespace aurigraph::wire
