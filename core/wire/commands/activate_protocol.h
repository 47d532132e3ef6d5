#pragma once

#include <string>

#include "core/wire/commands/approval.h"

namespace aurigraph::wire {

/// Lets blocks be of the next protocol version from a height in the future on, and again with another height
/// as long as that one is far enough away. The leader names it in its blocks when every voter and every
/// serving learner has said that it understands it. Author: permission kOperateCluster, with the approvals of
/// two who manage identities.
struct ActivateProtocol {
  static constexpr CommandKind kKind{54};
  static constexpr std::string_view kName = "activate-protocol";
  static constexpr std::uint16_t kSince = 1;

  Protocol version;  ///< The one in force + 1: what a release understands is no matter of the ledger's.
  Height from;
  Approvals approvals;
  bool operator==(const ActivateProtocol&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("protocol", self.version, form::Whole{UINT16_MAX});
    visit("from_height", self.from, form::Whole{UINT64_MAX});
    visit("approvals", self.approvals, kApprovalsForm);
  }
  [[nodiscard]] std::string sentence() const {
    return "Go over to protocol version " + std::to_string(version.value) + " from height " +
           std::to_string(from.value) + " on";
  }
};

}  // namespace aurigraph::wire
