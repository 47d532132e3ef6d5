#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/wire/commands/command.h"
#include "core/wire/commands/set_notice_address.h"
#include "core/wire/genesis.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

/// By one administrator: the last one, over or not.
struct Suspension {
  IdentityId by;
  Nanoseconds until;  ///< Block time.
  bool operator==(const Suspension&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("by", self.by, form::Whole{UINT32_MAX});
    visit("until", self.until, form::Signed{INT64_MIN, INT64_MAX, "ns"});
  }
};
inline constexpr std::size_t kMaxSuspensions = 16;

struct IdentityRow {
  static constexpr StateTable kTable{0};
  static constexpr std::string_view kName = "identities";
  static constexpr bool kShownInProofs = true;

  std::string name;
  PublicKey key;
  RoleMask roles = 0;
  Height since;
  std::string noticeAddress = {};  ///< Where the identity wants to be written to; empty: nowhere.
  IdentityId createdBy = {};       ///< 0: there from the beginning.
  Nanoseconds createdAt = {};      ///< Block time.
  std::uint32_t roleChanges = 0;   ///< Those that needed an approval.
  std::vector<Suspension> suspensions = {};
  bool operator==(const IdentityRow&) const = default;

  [[nodiscard]] bool suspendedAt(Nanoseconds time) const {
    return std::ranges::any_of(suspensions, [&](const Suspension& each) { return time < each.until; });
  }
  /// What it may do at a block time.
  [[nodiscard]] RoleMask rolesAt(Nanoseconds time) const { return suspendedAt(time) ? 0 : roles; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name, form::Text{kMaxNameBytes});
    visit("key", self.key, form::Hex{});
    visit("roles", self.roles, form::Roles{});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("notice_address", self.noticeAddress, form::Text{kMaxNoticeAddressBytes});
    constexpr form::Signed kTime{INT64_MIN, INT64_MAX, "ns"};
    visit("created_by", self.createdBy, form::Whole{UINT32_MAX});
    visit("created_at", self.createdAt, kTime);
    visit("role_changes", self.roleChanges, form::Whole{UINT32_MAX});
    visit("suspensions", self.suspensions, form::List{kMaxSuspensions, form::Struct{}});
  }
  [[nodiscard]] static bool administers(const IdentityRow& row) {
    return (row.roles & maskOf(Role::kAdministrator)) != 0;
  }
  struct Indexes;
};

struct IdentityRow::Indexes {
  index::Unique<&IdentityRow::key> byKey;
  index::Unique<&IdentityRow::name> byName;
  index::Where<&IdentityRow::administers> administrators;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byKey), use(byName), use(administrators);
  }
};

}  // namespace aurigraph::wire
