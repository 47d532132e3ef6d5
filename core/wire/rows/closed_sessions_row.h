#pragma once

#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// Up to which number an author's sessions are closed: none of them is opened (again), so nothing that was
/// sent in one comes back, and an operation's identity stays one for ever. There is no row before the first
/// is closed.
struct ClosedSessionsRow {
  static constexpr StateTable kTable{9};
  static constexpr std::string_view kName = "closed_sessions";
  static constexpr bool kShownInProofs = false;

  PublicKey author;
  SessionNumber upTo;  ///< But for those that are open.
  bool operator==(const ClosedSessionsRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("author", self.author, form::Hex{});
    visit("up_to", self.upTo, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

struct ClosedSessionsRow::Indexes {
  index::Unique<&ClosedSessionsRow::author> byAuthor;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byAuthor);
  }
};

}  // namespace aurigraph::wire
