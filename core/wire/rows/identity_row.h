#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/wire/commands/command.h"
#include "core/wire/commands/set_notice_address.h"
#include "core/wire/genesis.h"
#include "core/wire/name.h"
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
  RoleMask roles = 0;
  Height since;
  std::string organisation = {};   ///< For whom it works, as two administrators say; empty: nobody says.
  std::string noticeAddress = {};  ///< Where the identity wants to be written to; empty: nowhere.
  IdentityId createdBy = {};       ///< 0: there from the beginning.
  Nanoseconds createdAt = {};      ///< Block time.
  std::uint32_t roleChanges = 0;   ///< Those that needed an approval.
  std::vector<Suspension> suspensions = {};
  Height blocked = {};  ///< Since when for good; 0: not.
  bool operator==(const IdentityRow&) const = default;

  [[nodiscard]] bool isBlocked() const { return blocked != Height(); }
  /// For a time, or for good.
  [[nodiscard]] bool suspendedAt(Nanoseconds time) const {
    return isBlocked() ||
           std::ranges::any_of(suspensions, [&](const Suspension& each) { return time < each.until; });
  }
  /// What it may do at a block time.
  [[nodiscard]] RoleMask rolesAt(Nanoseconds time) const { return suspendedAt(time) ? 0 : roles; }

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("name", self.name, form::Text{kMaxNameBytes});
    visit("roles", self.roles, form::Roles{});
    visit("since_height", self.since, form::Whole{UINT64_MAX});
    visit("organisation", self.organisation, form::Text{kMaxNameBytes});
    visit("notice_address", self.noticeAddress, form::Text{kMaxNoticeAddressBytes});
    constexpr form::Signed kTime{INT64_MIN, INT64_MAX, "ns"};
    visit("created_by", self.createdBy, form::Whole{UINT32_MAX});
    visit("created_at", self.createdAt, kTime);
    visit("role_changes", self.roleChanges, form::Whole{UINT32_MAX});
    visit("suspensions", self.suspensions, form::List{kMaxSuspensions, form::Struct{}});
    visit("blocked_height", self.blocked, form::Whole{UINT64_MAX});
  }
  [[nodiscard]] static bool administers(const IdentityRow& row) {
    return !row.isBlocked() && (row.roles & maskOf(Role::kAdministrator)) != 0;
  }
  struct Indexes;
};

/// Two names of equal keys are one to whoever reads in haste (name.h).
[[nodiscard]] inline std::string foldedNameOf(const IdentityRow& row) {
  return foldedOf(row.name);
}
[[nodiscard]] inline std::string nameLooksOf(const IdentityRow& row) {
  return looksOf(row.name);
}
/// What the same word in other letters looks like: capitals of one script may stand among those of another.
[[nodiscard]] inline std::string foldedLooksOf(const IdentityRow& row) {
  return looksOf(foldedOf(row.name));
}

struct IdentityRow::Indexes {
  index::Unique<&IdentityRow::name> byName;
  index::Unique<&foldedNameOf> byFoldedName;
  index::Unique<&nameLooksOf> byLooks;
  index::Unique<&foldedLooksOf> byFoldedLooks;
  index::Where<&IdentityRow::administers> administrators;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byName), use(byFoldedName), use(byLooks), use(byFoldedLooks), use(administrators);
  }
};

}  // namespace aurigraph::wire
