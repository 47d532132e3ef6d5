#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/commands.h"
#include "core/wire/genesis.h"
#include "core/wire/record.h"

/// The rows of a lane's state that are shown to others: the ledger keeps them, a holding's proof carries
/// their canonical encodings, the verifier reads them without knowing the ledger (docs/formats/state.md).
namespace aurigraph::wire {

/// The tables under a state root, in this order. Numbers never change; new tables come at the end.
enum class StateTable : std::uint16_t {
  kIdentities = 0,
  kTokens = 1,
  kAccounts = 2,
  kAssets = 3,
  kRecords = 4,
  kSessions = 5,
  kHoldings = 6,  ///< Lots and serial intervals of TRACKED accounts.
  kPendings = 7,
  kAnchors = 8,
};
inline constexpr std::size_t kStateTables = 9;

enum AccountFlags : std::uint32_t {
  kAccountOpen = 1U << 0,
  kAccountFrozen = 1U << 1,
  kAccountRuled = 1U << 2,    ///< RULED: rules as a compare of cached epoch, expiry and flags.
  kAccountTracked = 1U << 3,  ///< TRACKED: lots or serial intervals in `extension`; the slow path.
};

/// The hot row (DESIGN §4): one cache line per account, found by slot. Fixed layout; its 64 bytes are
/// its canonical encoding.
struct AccountRow {
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
};
static_assert(sizeof(AccountRow) == 64 && offsetof(AccountRow, token) == 32 &&
              offsetof(AccountRow, reserved) == 56);
static_assert(std::has_unique_object_representations_v<AccountRow>);

struct IdentityRow {
  std::string name;
  PublicKey key;
  RoleMask roles = 0;
  Height since;
  bool operator==(const IdentityRow&) const = default;
};

struct TokenRow {
  std::string symbol;
  std::string name;
  AssetId asset;
  IdentityId issuer;
  AssetTemplate kind = AssetTemplate::kProperty;
  Origin origin = Origin::kReal;
  std::uint8_t decimals = 0;
  U128 minted = 0;
  U128 burned = 0;
  std::uint64_t unitPriceMinor = 0;
  std::string currency;
  std::int64_t lockUpSeconds = 0;
  std::vector<SerialRange> serials;
  std::int32_t minMilliCelsius = 0;
  std::int32_t maxMilliCelsius = 0;
  std::vector<PublicKey> approvers;
  Digest issueBatch;             ///< The batch that minted it …
  std::uint32_t issueIndex = 0;  ///< … and the command in it.
  Height issuedAt;
  std::uint32_t ruleEpoch = 0;  ///< Cached eligibility of another epoch does not count.
  bool operator==(const TokenRow&) const = default;
};

enum class AssetStatus : std::uint8_t { kRegistered = 1, kTokenized = 2, kRetired = 3, kDelivered = 4 };

struct AssetRow {
  AssetTemplate assetTemplate = AssetTemplate::kProperty;
  std::string assetKey;
  std::string name;
  IdentityId issuer;
  Origin origin = Origin::kReal;
  AssetStatus status = AssetStatus::kRegistered;
  std::vector<Digest> recordIds;
  std::vector<Document> documents;
  Ppm lowestScore;                  ///< Of its records: what the window shows.
  std::uint8_t evidenceCopies = 0;  ///< The fewest of its records.
  TokenId token;                    ///< 0: none yet.
  Height registeredAt;
  bool operator==(const AssetRow&) const = default;
};

[[nodiscard]] Bytes encode(const AccountRow& row);
[[nodiscard]] Bytes encode(const IdentityRow& row);
[[nodiscard]] Bytes encode(const TokenRow& row);
[[nodiscard]] Bytes encode(const AssetRow& row);

// Errors of all four: state.malformed_row (also what is not canonical).
Result<AccountRow> decodeAccountRow(ByteView bytes);
Result<IdentityRow> decodeIdentityRow(ByteView bytes);
Result<TokenRow> decodeTokenRow(ByteView bytes);
Result<AssetRow> decodeAssetRow(ByteView bytes);

[[nodiscard]] std::string_view nameOf(AssetTemplate assetTemplate);  // "property", "carbon", "batch"
[[nodiscard]] std::string_view nameOf(AssetStatus status);           // "registered" …

}  // namespace aurigraph::wire
