#pragma once

#include "core/wire/commands/approval.h"
#include "core/wire/fact.h"

namespace aurigraph::wire {

/// From now on scores of records of an object count with this; an empty value: with nothing of that name any
/// more. Author: permission kManageSources, with the approval of a risk officer and of compliance.
struct AdoptFact {
  static constexpr CommandKind kKind{63};
  static constexpr std::string_view kName = "adopt-fact";
  static constexpr std::uint16_t kSince = 1;

  Fact fact;
  Approvals approvals;
  bool operator==(const AdoptFact&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    Fact::fields(self.fact, visit);
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] std::string sentence() const {
    const std::string what = std::string(nameOf(fact.name)) + " of " +
                             (fact.assetKey.empty() ? std::string("every object") : fact.assetKey);
    return fact.value.empty() ? "Score without " + what + " from now on"
                              : "Score with " + what + " = " + fact.value + " from now on";
  }
};

}  // namespace aurigraph::wire
