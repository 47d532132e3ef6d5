#pragma once

#include <vector>

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/wire/commands/command.h"
#include "core/wire/sorted.h"

namespace aurigraph::wire {

/// Another person's agreement to exactly this command, ordered by exactly this author (DESIGN §4).
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

/// How far away the end of words may be when they are used. When one was given the ledger cannot know:
/// whoever approves asks his program for no later end.
inline constexpr std::int64_t kApprovalHours = 72;

/// The words of others that a command needs, carried along with it. A command that needs them has a member
/// `approvals`; ordered by a proposal (propose.h) it carries none.
struct Approvals {
  Nanoseconds until;            ///< Block time; part of what each signs. 0 without any.
  std::vector<Approval> given;  ///< Ascending by approver, none twice.
  bool operator==(const Approvals&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("until", self.until, form::Signed{0, INT64_MAX, "ns"});
    visit("given", self.given, form::List{limits::kMaxApprovals, form::Struct{}});
  }
  [[nodiscard]] bool canonical() const { return strictlySorted(given, &Approval::approver); }
};
inline constexpr form::Defaulted kApprovalsForm{form::Struct{}};

template <class Command>
concept TakesApprovals = requires(Command command) {
  command.approvals;
};

}  // namespace aurigraph::wire
