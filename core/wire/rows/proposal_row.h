#pragma once

#include <vector>

#include "core/wire/commands/propose.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// What waits for the words of others, and, until its time is over, what had them: nothing is executed twice
/// by the same words.
struct ProposalRow {
  static constexpr StateTable kTable{13};
  static constexpr std::string_view kName = "proposals";
  static constexpr bool kShownInProofs = false;
  static constexpr bool kLetGo = true;  ///< When `until` is over.

  Digest id = {};  ///< approvalDigest() of the command.
  IdentityId author = {};
  PublicKey authorKey = {};
  std::uint16_t kind = 0;
  Bytes payload = {};  ///< Empty: over, or its approvals were carried along.
  Nanoseconds until = {};
  Height since = {};
  std::vector<PublicKey> endorsers = {};  ///< In the order in which they came.
  bool operator==(const ProposalRow&) const = default;

  [[nodiscard]] bool isOpen(Nanoseconds time) const { return !payload.empty() && time <= until; }
  /// Only that its words are used up remains.
  void close() {
    payload.clear();
    endorsers.clear();
  }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("proposal", self.id, form::Hex{});
    visit("author", self.author, form::Whole{UINT32_MAX});
    visit("author_key", self.authorKey, form::Hex{});
    visit("command_kind", self.kind, form::Whole{UINT16_MAX});
    visit("payload", self.payload, form::Blob{kMaxProposedBytes});
    visit("until", self.until, form::Signed{0, INT64_MAX, "ns"});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("endorsers", self.endorsers, form::List{limits::kMaxApprovals, form::Hex{}});
  }
  struct Indexes;
};

/// Who proposed it, open or over; those whose words were carried along are counted together.
[[nodiscard]] inline IdentityId proposerOf(const ProposalRow& row) {
  return row.authorKey.isZero() ? IdentityId() : row.author;
}

struct ProposalRow::Indexes {
  index::Unique<&ProposalRow::id> byId;
  index::Counted<&proposerOf> proposedBy;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byId), use(proposedBy);
  }
};

}  // namespace aurigraph::wire
