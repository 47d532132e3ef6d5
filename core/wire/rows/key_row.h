#pragma once

#include "core/base/bytes.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// A key that is or was an identity's. None is ever another's, or taken again once it has ended.
struct KeyRow {
  static constexpr StateTable kTable{10};
  static constexpr std::string_view kName = "keys";
  static constexpr bool kShownInProofs = false;

  PublicKey key;
  IdentityId identity;
  Height since;
  Nanoseconds addedAt;  ///< Block time.
  Height ended;         ///< 0: in force.
  bool operator==(const KeyRow&) const = default;

  [[nodiscard]] bool inForce() const { return ended == Height(); }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("key", self.key, form::Hex{});
    visit("identity", self.identity, form::Whole{UINT32_MAX});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("added_at", self.addedAt, form::Signed{INT64_MIN, INT64_MAX, "ns"});
    visit("ended_height", self.ended, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

struct KeyRow::Indexes {
  index::Unique<&KeyRow::key> byKey;
  index::Grouped<&KeyRow::identity> ofIdentity;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byKey), use(ofIdentity);
  }
};

}  // namespace aurigraph::wire
