#pragma once

#include "core/wire/commands/approval.h"
#include "core/wire/source_terms.h"

namespace aurigraph::wire {

/// From now on records may name this source, and are believed as far as its terms say; one of that name is
/// given new terms. Author: permission kManageSources, with the approval of a risk officer and of compliance.
struct AdoptSource {
  static constexpr CommandKind kKind{60};
  static constexpr std::string_view kName = "adopt-source";
  static constexpr std::uint16_t kSince = 1;

  SourceTerms terms;
  Approvals approvals;
  bool operator==(const AdoptSource&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    SourceTerms::fields(self.terms, visit);
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] std::string sentence() const {
    return "Take records of the source " + (terms.name.empty() ? std::string("named") : terms.name) +
           ", believed as far as these terms say";
  }
  [[nodiscard]] bool canonical() const { return terms.canonical(); }
};

}  // namespace aurigraph::wire
