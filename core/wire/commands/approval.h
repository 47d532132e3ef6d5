#pragma once

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/wire/commands/command.h"
#include "core/wire/sorted.h"

namespace aurigraph::wire {

/// Another person's agreement to exactly this command (DESIGN §4). A command that needs it has a list of them
/// called `approvals`, ascending by approver, none twice.
struct Approval {
  PublicKey approver;
  Signature signature;  ///< Over approvalDigest() of the command.
  bool operator==(const Approval&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("approver", self.approver, form::Hex{});
    visit("signature", self.signature, form::Hex{});
  }
};
inline constexpr form::Defaulted kApprovalsForm{form::List{limits::kMaxApprovals, form::Struct{}}};

template <class Command>
concept TakesApprovals = requires(Command command) {
  command.approvals;
};

}  // namespace aurigraph::wire
