#pragma once

#include <string>

#include "core/wire/commands/approval.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

inline constexpr std::int64_t kPauseHours = 72;     ///< Of one person's pause.
inline constexpr std::int64_t kNextPauseDays = 30;  ///< Before one person pauses the same source again.

/// No record of the source is taken any more. Author: permission kPauseSources. By the author's word alone
/// for at most kPauseHours; with a risk officer's approval until it is resumed.
struct PauseSource {
  static constexpr CommandKind kKind{61};
  static constexpr std::string_view kName = "pause-source";
  static constexpr std::uint16_t kSince = 1;

  std::string source;
  std::string reason;
  Approvals approvals;
  bool operator==(const PauseSource&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("source", self.source, form::Text{kMaxSourceNameBytes});
    visit("reason", self.reason, form::Text{kMaxNoteBytes});
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] std::string sentence() const {
    return "Take no records of a source: by the author's word for 72 hours, with a risk officer's until it "
           "is "
           "resumed";
  }
};

}  // namespace aurigraph::wire
