#pragma once

#include <type_traits>

#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

enum AccountFlags : std::uint32_t {
  kAccountOpen = 1U << 0,
  kAccountFrozen = 1U << 1,
  kAccountRuled = 1U << 2,    ///< RULED: rules as a compare of cached epoch, expiry and flags.
  kAccountTracked = 1U << 3,  ///< TRACKED: lots or serial intervals in `extension`; the slow path.
};

/// The hot row (DESIGN §4): one cache line per account, found by slot. Its 64 bytes are its canonical
/// encoding.
struct AccountRow {
  static constexpr StateTable kTable{2};
  static constexpr std::string_view kName = "accounts";
  static constexpr bool kShownInProofs = true;

  U128 balance = 0;                 //  0
  U128 held = 0;                    // 16  pending + escrow + frozen amounts
  std::uint32_t token = 0;          // 32
  std::uint32_t holder = 0;         // 36  IdentityId
  std::uint32_t extension = 0;      // 40  slot of its lots and intervals; 0: none
  std::uint32_t flags = 0;          // 44
  std::uint32_t eligibleUntil = 0;  // 48  seconds UTC; 0: no cached eligibility
  std::uint32_t ruleEpoch = 0;      // 52
  std::uint64_t reserved = 0;       // 56
  bool operator==(const AccountRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    visit("balance", self.balance, form::Amount{"base units"});
    visit("held", self.held, form::Amount{"base units"});
    visit("token", self.token, form::Whole{UINT32_MAX});
    visit("holder", self.holder, form::Whole{UINT32_MAX});
    visit("extension", self.extension, form::Whole{UINT32_MAX});
    visit("flags", self.flags, form::Whole{UINT32_MAX});
    visit("eligible_until", self.eligibleUntil, form::Whole{UINT32_MAX, "s"});
    visit("rule_epoch", self.ruleEpoch, form::Whole{UINT32_MAX});
    visit("reserved", self.reserved, form::Whole{0});
  }
  [[nodiscard]] bool canonical() const { return reserved == 0; }
  struct Indexes;
};
static_assert(sizeof(AccountRow) == 64 && offsetof(AccountRow, token) == 32 &&
              offsetof(AccountRow, reserved) == 56);
static_assert(std::has_unique_object_representations_v<AccountRow>);

/// Whose account of what: identity:32 | token:32.
[[nodiscard]] constexpr std::uint64_t holderKey(IdentityId identity, TokenId token) {
  return (std::uint64_t{identity.value} << 32U) | token.value;
}
[[nodiscard]] inline std::uint64_t holderKeyOf(const AccountRow& row) {
  return holderKey(IdentityId(row.holder), TokenId(row.token));
}

struct AccountRow::Indexes {
  index::UniqueHashed<&holderKeyOf> byHolder;
  index::Grouped<&AccountRow::token> ofToken;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byHolder), use(ofToken);
  }
};

}  // namespace aurigraph::wire
