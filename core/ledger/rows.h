#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/batch_result.h"
#include "core/wire/commands.h"
#include "core/wire/record.h"

namespace aurigraph::ledger {

enum AccountFlags : std::uint32_t {
  kAccountOpen = 1U << 0,
  kAccountFrozen = 1U << 1,
  kAccountRuled = 1U << 2,    ///< RULED: rules as a compare of cached epoch, expiry and flags.
  kAccountTracked = 1U << 3,  ///< TRACKED: lots or serial intervals in `extension`; the slow path.
};

/// The hot row (DESIGN §4): one cache line per account, found by slot. Fixed layout.
struct AccountRow {
  U128 balance = 0;                 //  0
  U128 held = 0;                    // 16  pending + escrow + locked + frozen
  std::uint32_t token = 0;          // 32
  std::uint32_t holder = 0;         // 36  IdentityId
  std::uint32_t extension = 0;      // 40  index of lots or intervals; 0: none
  std::uint32_t flags = 0;          // 44
  std::uint32_t eligibleUntil = 0;  // 48  seconds UTC; 0: no cached eligibility
  std::uint32_t ruleEpoch = 0;      // 52
  std::uint64_t reserved = 0;       // 56
};
static_assert(sizeof(AccountRow) == 64 && offsetof(AccountRow, token) == 32 &&
              offsetof(AccountRow, reserved) == 56);
static_assert(std::has_unique_object_representations_v<AccountRow>);

struct IdentityRow {
  std::string name;
  PublicKey key;
  wire::RoleMask roles = 0;
  Height since;
};

/// What one author has sent (R-LED-6).
struct SessionRow {
  SessionNumber session;
  RequestNumber last;  ///< Highest executed request of the session.
  struct Kept {
    RequestNumber request;
    Digest batch;
    Height height;
    wire::BatchResult result;
  };
  std::vector<Kept> window;  ///< Results of the last 32 requests, oldest first: retries get the same answer.
};

struct TokenRow {
  std::string symbol;
  std::string name;
  AssetId asset;
  IdentityId issuer;
  wire::AssetTemplate kind = wire::AssetTemplate::kProperty;
  wire::Origin origin = wire::Origin::kReal;
  std::uint8_t decimals = 0;
  U128 minted = 0;
  U128 burned = 0;
  std::uint64_t unitPriceMinor = 0;
  std::string currency;
  std::int64_t lockUpSeconds = 0;
  std::vector<wire::SerialRange> serials;
  std::int32_t minMilliCelsius = 0;
  std::int32_t maxMilliCelsius = 0;
  std::vector<PublicKey> approvers;
  Digest issueBatch;             ///< The batch that minted it …
  std::uint32_t issueIndex = 0;  ///< … and the command in it.
  Height issuedAt;
};

enum class AssetStatus : std::uint8_t { kRegistered = 1, kTokenized = 2, kRetired = 3, kDelivered = 4 };
struct AssetRow {
  wire::AssetTemplate assetTemplate = wire::AssetTemplate::kProperty;
  std::string assetKey;
  std::string name;
  IdentityId issuer;
  wire::Origin origin = wire::Origin::kReal;
  AssetStatus status = AssetStatus::kRegistered;
  std::vector<Digest> recordIds;
  std::vector<wire::Document> documents;
  Ppm lowestScore;                  ///< Of its records: what the window shows.
  std::uint8_t evidenceCopies = 0;  ///< The fewest of its records.
  TokenId token;                    ///< 0: none yet.
  Height registeredAt;
};

enum class Band : std::uint8_t { kAccept = 1, kReview = 2, kReject = 3 };
enum class Decision : std::uint8_t { kAuto = 1, kWaiting = 2, kApproved = 3, kRejected = 4, kOverridden = 5 };

/// A record as admitted. The canonical bytes stay in the block that brought them.
struct RecordRow {
  wire::Category category = wire::Category::kMarket;
  wire::RecordKind kind = wire::RecordKind::kMarketSnapshot;
  wire::Origin origin = wire::Origin::kReal;
  std::string assetKey;
  Ppm score;
  Band band = Band::kReject;
  Decision decision = Decision::kRejected;
  std::uint8_t capCode = 0;  ///< The cap that binds: 0, 'R', 'X', 'V', 'Z'.
  Digest rawDigest;
  Digest ruleSet;
  Digest explanation;
  IdentityId submitter;
  std::uint8_t evidenceCopies = 0;
  Nanoseconds scoredAt;
  Nanoseconds admittedAt;  ///< Block time.
  Digest submitBatch;
  std::uint32_t submitIndex = 0;
  Height submitHeight;
  // review
  IdentityId claimedBy;  ///< 0: nobody.
  Nanoseconds claimUntil;
  IdentityId reviewer;  ///< 0: none.
  std::uint16_t reasonCode = 0;
  std::string note;
  Nanoseconds decidedAt;
  Nanoseconds validUntil;  ///< An approval's end (RECORDS, "After the score"); 0: not approved.
  Digest reviewBatch;
  std::uint32_t reviewIndex = 0;
  Height reviewHeight;
};

[[nodiscard]] std::string_view nameOf(Band band);          // ACCEPT, REVIEW, REJECT
[[nodiscard]] std::string_view nameOf(Decision decision);  // AUTO, WAITING, APPROVED, REJECTED, OVERRIDDEN
[[nodiscard]] std::string_view nameOf(AssetStatus status);

}  // namespace aurigraph::ledger
