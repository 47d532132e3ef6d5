#pragma once

#include <utility>
#include <vector>

#include "core/base/limits.h"
#include "core/wire/batch_result.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// What one author has sent under one session number (R-LED-6).
struct SessionRow {
  static constexpr StateTable kTable{5};
  static constexpr std::string_view kName = "sessions";
  static constexpr bool kShownInProofs = false;
  static constexpr bool kLetGo = true;  ///< ledger::Table::remove

  /// An answer that is kept, so that a repeated request gets the same one.
  struct Kept {
    RequestNumber request;
    Digest batch;
    Height height;
    BatchResult result;
    bool operator==(const Kept&) const = default;

    template <class Self, class Visit>
    static void fields(Self& self, Visit& visit) {
      visit("request", self.request, form::Whole{UINT64_MAX});
      visit("batch", self.batch, form::Hex{});
      visit("height", self.height, form::Whole{UINT64_MAX});
      visit("result", self.result, form::Struct{});
    }
  };

  PublicKey author;
  SessionNumber session;
  RequestNumber last;        ///< Its highest request that was executed, or refused whole.
  Nanoseconds lastUsed;      ///< Block time of that one.
  std::vector<Kept> window;  ///< Of the last requests, oldest first.
  bool operator==(const SessionRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("author", self.author, form::Hex{});
    visit("session", self.session, form::Whole{UINT64_MAX});
    visit("last", self.last, form::Whole{UINT64_MAX});
    visit("last_used", self.lastUsed, form::Signed{INT64_MIN, INT64_MAX, "ns"});
    visit("window", self.window, form::List{limits::kSessionWindow, form::Struct{}});
  }
  struct Indexes;
};

using SessionKey = std::pair<PublicKey, SessionNumber>;
[[nodiscard]] inline SessionKey sessionKeyOf(const SessionRow& row) {
  return {row.author, row.session};
}

struct SessionRow::Indexes {
  index::Unique<&sessionKeyOf> byNumber;
  index::Grouped<&SessionRow::author> byAuthor;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byNumber);
    use(byAuthor);
  }
};

}  // namespace aurigraph::wire
