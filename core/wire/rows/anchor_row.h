#pragma once

#include "core/wire/commands/anchor.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// The newest anchor of a slim node; older ones stand in the blocks that brought them.
struct AnchorRow {
  static constexpr StateTable kTable{8};
  static constexpr std::string_view kName = "anchors";
  static constexpr bool kShownInProofs = false;

  IdentityId author;
  Anchor last;
  std::uint64_t count = 0;
  Height height;
  bool operator==(const AnchorRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("author", self.author, form::Whole{UINT32_MAX});
    visit("last", self.last, form::Struct{});
    visit("count", self.count, form::Whole{UINT64_MAX});
    visit("height", self.height, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

struct AnchorRow::Indexes {
  index::Unique<&AnchorRow::author> byAuthor;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byAuthor);
  }
};

}  // namespace aurigraph::wire
