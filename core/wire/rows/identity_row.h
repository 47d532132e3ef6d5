#pragma once

#include <string>

#include "core/wire/commands/command.h"
#include "core/wire/commands/set_notice_address.h"
#include "core/wire/genesis.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

struct IdentityRow {
  static constexpr StateTable kTable{0};
  static constexpr std::string_view kName = "identities";
  static constexpr bool kShownInProofs = true;

  std::string name;
  PublicKey key;
  RoleMask roles = 0;
  Height since;
  std::string noticeAddress = {};  ///< Where the identity wants to be written to; empty: nowhere.
  bool operator==(const IdentityRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name, form::Text{kMaxNameBytes});
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Roles{});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("notice_address", self.noticeAddress, form::Text{kMaxNoticeAddressBytes});
  }
  struct Indexes;
};

struct IdentityRow::Indexes {
  index::Unique<&IdentityRow::key> byKey;
  index::Unique<&IdentityRow::name> byName;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byKey), use(byName);
  }
};

}  // namespace aurigraph::wire
