#pragma once

#include <string>

#include "core/wire/commands/approval.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

/// Ends a source's pause. Author: permission kPauseSources, with a risk officer's approval.
struct ResumeSource {
  static constexpr CommandKind kKind{62};
  static constexpr std::string_view kName = "resume-source";
  static constexpr std::uint16_t kSince = 1;

  std::string source;
  Approvals approvals;
  bool operator==(const ResumeSource&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("source", self.source, form::Text{kMaxSourceNameBytes});
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] std::string sentence() const { return "Take a paused source's records again"; }
};

}  // namespace aurigraph::wire
