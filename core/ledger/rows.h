#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/quality/score.h"
#include "core/wire/batch_result.h"
#include "core/wire/commands.h"
#include "core/wire/record.h"
#include "core/wire/state_rows.h"

namespace aurigraph::ledger {

// Rows that proofs show; their shapes and encodings are the wire's.
using wire::AccountRow;
using wire::AssetRow;
using wire::AssetStatus;
using wire::IdentityRow;
using wire::TokenRow;
using enum wire::AccountFlags;

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
  PublicKey author;
};

using quality::Band;
using quality::nameOf;
enum class Decision : std::uint8_t { kAuto = 1, kWaiting = 2, kApproved = 3, kRejected = 4, kOverridden = 5 };

/// A transfer that holds its amount until it is posted or voided.
enum class PendingState : std::uint8_t { kOpen = 1, kPosted = 2, kVoided = 3 };
struct PendingRow {
  std::uint64_t debit = 0;
  std::uint64_t credit = 0;
  U128 amount = 0;
  std::uint32_t token = 0;
  IdentityId author;
  PendingState state = PendingState::kOpen;
  SessionNumber session;  ///< With request and index: which operation it was.
  RequestNumber request;
  std::uint32_t index = 0;
};

/// Units that came in together and may leave from `unlockSeconds` on (block time, UTC).
struct Lot {
  U128 amount = 0;
  std::int64_t unlockSeconds = 0;  ///< 0: free.
  bool operator==(const Lot&) const = default;
};
/// Carbon credits first…last of range `range` of the token's serials.
struct SerialInterval {
  std::uint32_t range = 0;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const SerialInterval&) const = default;
};
/// What a TRACKED account holds beside its balance; both lists ascending, neighbours merged, ≤ 64 each.
struct HoldingRow {
  std::vector<Lot> lots;
  std::vector<SerialInterval> intervals;
  bool operator==(const HoldingRow&) const = default;
};

/// The newest anchor of a slim node; older ones stand in the blocks that brought them.
struct AnchorRow {
  IdentityId author;
  wire::Anchor last;
  std::uint64_t count = 0;
  Height height;
};

/// A record as admitted. The canonical bytes stay in the block that brought them.
struct RecordRow {
  Digest recordId;
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
  wire::Purpose purpose = wire::Purpose::kLive;  ///< History never mints (RECORDS).
  std::optional<wire::SerialRange> serials;      ///< Of an issued carbon block: what it may be minted for.
  std::string project;                           ///< Of carbon projects and blocks: "registry:project".
  Nanoseconds scoredAt;
  Nanoseconds admittedAt;  ///< Block time.
  Digest submitBatch;
  std::uint32_t submitIndex = 0;
  Height submitHeight;
  AssetId asset;  ///< That it was registered for, where a record can speak for one asset only; 0: none.
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

[[nodiscard]] std::string_view nameOf(Decision decision);  // AUTO, WAITING, APPROVED, REJECTED, OVERRIDDEN
using wire::nameOf;

}  // namespace aurigraph::ledger
