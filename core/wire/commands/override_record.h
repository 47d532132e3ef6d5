#pragma once

#include <string>

#include "core/wire/commands/approval.h"

namespace aurigraph::wire {

/// Makes a record usable that its score rejected under cap X (R-QA-3); the score stays what it is. Author:
/// permission kOverrideRejection, with the approvals of kEndorseRisk and kEndorseCompliance; none of them
/// submitted the record or issues what it is about. It ends as a reviewer's approval does.
struct OverrideRecord {
  static constexpr CommandKind kKind{53};
  static constexpr std::string_view kName = "override-record";
  static constexpr std::uint16_t kSince = 1;

  Digest recordId;
  std::string reason;  ///< Mandatory.
  Approvals approvals;
  bool operator==(const OverrideRecord&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("record", self.recordId, form::Hex{});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] std::string sentence() const {
    return "Override the rejection of record " + toHex(recordId.view());
  }
};

}  // namespace aurigraph::wire
