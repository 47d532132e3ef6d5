#pragma once

#include <vector>

#include "core/base/limits.h"
#include "core/wire/batch_result.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// What one author has sent (R-LED-6).
struct SessionRow {
  static constexpr StateTable kTable{5};
  static constexpr std::string_view kName = "sessions";
  static constexpr bool kShownInProofs = false;

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
  RequestNumber last;        ///< Highest executed request of the session.
  std::vector<Kept> window;  ///< Of the last requests, oldest first.
  bool operator==(const SessionRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("author", self.author, form::Hex{});
    visit("session", self.session, form::Whole{UINT64_MAX});
    visit("last", self.last, form::Whole{UINT64_MAX});
    visit("window", self.window, form::List{limits::kSessionWindow, form::Struct{}});
  }
  struct Indexes;
};

struct SessionRow::Indexes {
  index::Unique<&SessionRow::author> byAuthor;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byAuthor);
  }
};

}  // namespace aurigraph::wire
