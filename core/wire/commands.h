#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/genesis.h"

/// Everything that is an operation but no transfer. Payloads are canonical: decode, encode, compare.
/// A kind's number and layout never change; a new layout is a new kind. Offsets: docs/formats.md.
namespace aurigraph::wire {

// Bounds of the decoders. What must not be empty is the ledger's matter: it answers with a reason.
inline constexpr std::size_t kMaxNameBytes = 64;
inline constexpr std::size_t kMaxNoteBytes = 1'000;
inline constexpr std::size_t kMaxAssetKeyBytes = 128;
inline constexpr std::size_t kMaxAssetNameBytes = 128;
inline constexpr std::size_t kMaxDocumentTypeBytes = 64;
inline constexpr std::size_t kMaxRecordsPerAsset = 16;
inline constexpr std::size_t kMaxDocumentsPerAsset = 16;
inline constexpr std::size_t kMaxSymbolBytes = 12;
inline constexpr std::size_t kCurrencyBytes = 3;
inline constexpr std::size_t kMaxSerialPartBytes = 64;
inline constexpr std::size_t kMaxSerialRanges = 64;  ///< One holding keeps at most 64 (DESIGN §4, TRACKED).
inline constexpr std::uint8_t kMaxTokenDecimals = 8;

enum class CommandKind : std::uint16_t {
  kRegisterIdentity = 1,
  kOpenAccount = 2,
  kSubmitRecord = 10,
  kClaimReview = 11,
  kDecideReview = 12,
  kReleaseReview = 13,
  kRegisterAsset = 20,
  kIssueToken = 21,
  kAnchor = 30,
};

/// A new identity with its first key. Author: permission kManageIdentities.
struct RegisterIdentity {
  std::string name;  ///< 1…64 bytes UTF-8, unique.
  PublicKey key;
  RoleMask roles = 0;
  bool operator==(const RegisterIdentity&) const = default;
};

/// Opens the account (identity, token). Author: that identity itself or the token's issuer.
struct OpenAccount {
  IdentityId identity;
  TokenId token;
  bool operator==(const OpenAccount&) const = default;
};

/// A scored record from a slim node.
/// Every replica scores it again and refuses another integer (R-QA-2).
struct SubmitRecord {
  Bytes record;    ///< Canonical record, core/wire/record.h.
  Bytes inputs;    ///< Canonical recorded inputs, core/wire/record.h.
  Digest ruleSet;  ///< The rule set it was scored under; must be one the ledger has adopted.
  Ppm claimedScore;
  Digest explanation;  ///< Of the stored explanation object.
  std::uint8_t evidenceCopies =
      0;  ///< Nodes that hold raw bytes, record and explanation; 1 is marked on the asset.
  bool operator==(const SubmitRecord&) const = default;
};

/// "I am looking at this one": holds the review for the author until the lease ends (block time).
struct ClaimReview {
  Digest recordId;
  bool operator==(const ClaimReview&) const = default;
};

enum class ReviewDecision : std::uint8_t { kApprove = 1, kReject = 2 };
/// A reviewer's word about a record of 0.60–0.79. Reviewer ≠ submitter ≠ the asset's issuer.
struct DecideReview {
  Digest recordId;
  ReviewDecision decision = ReviewDecision::kReject;
  std::uint16_t reasonCode = 0;  ///< See docs/review.md; never 0.
  std::string note;              ///< 1…1,000 bytes: mandatory.
  bool operator==(const DecideReview&) const = default;
};

/// Gives the author's claim back before it ends.
struct ReleaseReview {
  Digest recordId;
  bool operator==(const ReleaseReview&) const = default;
};

struct Document {
  std::string type;  ///< "deed", "project-design", "bill-of-lading" …
  Digest sha256;
  bool operator==(const Document&) const = default;
};

enum class AssetTemplate : std::uint8_t { kProperty = 1, kCarbon = 2, kBatch = 3 };
/// Puts an asset on the register: which records say what it is. Author: permission kRegisterAsset.
struct RegisterAsset {
  AssetTemplate assetTemplate = AssetTemplate::kProperty;
  std::string assetKey;             ///< 1…128 bytes, unique: parcel, project, shipment.
  std::string name;                 ///< For people.
  std::vector<Digest> recordIds;    ///< 1…16, sorted, unique, each accepted or approved.
  std::vector<Document> documents;  ///< 0…16.
  bool operator==(const RegisterAsset&) const = default;
};

/// Credits of one registry block: first…last, both included, of a series.
struct SerialRange {
  std::string registry;
  std::string series;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  bool operator==(const SerialRange&) const = default;
};

/// Ascending by registry, series, first, and no two of a series share a number.
[[nodiscard]] bool sortedAndDisjoint(const std::vector<SerialRange>& serials);

/// Another person's agreement to exactly this payload (DESIGN §4: from the first day).
struct Approval {
  PublicKey approver;
  Signature signature;  ///< Over approvalDigest() of the payload without approvals.
  bool operator==(const Approval&) const = default;
};

/// The terms of a token class and its first, whole issue to the issuer's own account (mint).
/// Author: permission kIssueToken. Needs an approval of another identity with kApproveIssue, and the
/// mint gate of the asset's template (RECORDS.md, "After the score").
struct IssueToken {
  AssetId asset;
  std::string symbol;  ///< 1…12 of A–Z, 0–9, '-'; unique.
  std::string name;
  std::uint8_t decimals = 0;         ///< 0…8.
  U128 supply = 0;                   ///< Base units.
  std::uint64_t unitPriceMinor = 0;  ///< Minor units of `currency` per whole token; 0: no price stated.
  std::string currency;              ///< ISO 4217, or empty without a price.
  std::int64_t lockUpSeconds = 0;    ///< From acquisition, per lot; issuer's own first sale is free of it.
  std::vector<SerialRange> serials;  ///< Carbon: sorted, disjoint, counts sum to supply.
  std::int32_t minMilliCelsius = 0;  ///< Batch: contract limits; both 0 for other templates.
  std::int32_t maxMilliCelsius = 0;
  std::vector<Approval> approvals;  ///< At most 8, sorted by approver, unique.
  bool operator==(const IssueToken&) const = default;
};

/// Merkle root over all that a slim node fetched, transformed and scored in an interval (R-LED-8).
struct Anchor {
  Nanoseconds from;
  Nanoseconds to;
  std::uint32_t leafCount = 0;
  Digest root;
  bool operator==(const Anchor&) const = default;
};

using AnyCommand = std::variant<RegisterIdentity, OpenAccount, SubmitRecord, ClaimReview, DecideReview,
                                ReleaseReview, RegisterAsset, IssueToken, Anchor>;

[[nodiscard]] CommandKind kindOf(const AnyCommand& command);
[[nodiscard]] Bytes encodePayload(const AnyCommand& command);
/// Errors: command.unknown_kind, command.malformed (also what is not canonical).
Result<AnyCommand> decodeCommand(std::uint16_t kind, ByteView payload);

/// What an approver signs: tagged hash of genesis, kind and the payload with no approvals in it.
[[nodiscard]] Digest approvalDigest(const Digest& genesis, const IssueToken& issue);

[[nodiscard]] std::string_view nameOf(CommandKind kind);  // "issue-token"

}  // namespace aurigraph::wire
