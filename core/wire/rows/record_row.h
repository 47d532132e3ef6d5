#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/wire/commands/issue_token.h"
#include "core/wire/record.h"
#include "core/wire/rows/index.h"
#include "core/wire/rows/row.h"

namespace aurigraph::wire {

enum class Decision : std::uint8_t { kAuto = 1, kWaiting = 2, kApproved = 3, kRejected = 4, kOverridden = 5 };
inline constexpr form::OneOf kDecisions{
    std::array{form::Named{Decision::kAuto, "AUTO"}, form::Named{Decision::kWaiting, "WAITING"},
               form::Named{Decision::kApproved, "APPROVED"}, form::Named{Decision::kRejected, "REJECTED"},
               form::Named{Decision::kOverridden, "OVERRIDDEN"}}};

/// A record as admitted. The canonical bytes stay in the block that brought them.
struct RecordRow {
  static constexpr StateTable kTable{4};
  static constexpr std::string_view kName = "records";
  static constexpr bool kShownInProofs = false;
  static constexpr std::size_t kMaxProjectBytes = 2 * kMaxSerialPartBytes + 1;

  Digest recordId;
  Category category = Category::kMarket;
  RecordKind kind = RecordKind::kMarketSnapshot;
  Origin origin = Origin::kReal;
  Purpose purpose = Purpose::kLive;  ///< History never mints (RECORDS).
  std::string assetKey;
  Ppm score;
  Band band = Band::kReject;
  Decision decision = Decision::kRejected;
  std::uint8_t capCode = 0;  ///< The cap that binds: 0, 'R', 'X', 'V', 'Z'.
  Digest rawDigest;
  Digest ruleSet;
  IdentityId submitter;
  std::uint8_t evidenceCopies = 0;
  std::optional<SerialRange> serials;  ///< Of an issued carbon block: what it may be minted for.
  std::string project;                 ///< Of carbon projects and blocks: "registry:project".
  Nanoseconds scoredAt;
  Nanoseconds admittedAt;  ///< Block time.
  Digest submitBatch;
  std::uint32_t submitIndex = 0;
  Height submitHeight;
  AssetId asset;  ///< That it was registered for, where a record can speak for one asset only; 0: none.
  // review
  IdentityId claimedBy;  ///< 0: nobody.
  Nanoseconds claimUntil;
  IdentityId reviewer;                ///< Who decided, or ordered the override; 0: none.
  std::vector<IdentityId> endorsers;  ///< Of an override; one of each group at least.
  std::uint16_t reasonCode = 0;
  std::string note;  ///< Of an override its reason.
  Nanoseconds decidedAt;
  Nanoseconds validUntil;  ///< An approval's or override's end (RECORDS, "After the score"); 0: neither.
  Digest reviewBatch;      ///< Of an override: the operation that executed it.
  std::uint32_t reviewIndex = 0;
  Height reviewHeight;
  bool operator==(const RecordRow&) const = default;

  template <class Self, class Visit>
  static void fields(Self& self, Visit& visit) {
    constexpr form::Signed kTime{INT64_MIN, INT64_MAX, "ns"};
    visit("record", self.recordId, form::Hex{});
    visit("category", self.category, kCategories);
    visit("kind", self.kind, kRecordKinds);
    visit("origin", self.origin, kOrigins);
    visit("purpose", self.purpose, kPurposes);
    visit("asset_key", self.assetKey, form::Text{kMaxRecordKeyBytes});
    visit("score_ppm", self.score, form::Signed{0, 1'000'000, "ppm"});
    visit("band", self.band, kBands);
    visit("decision", self.decision, kDecisions);
    visit("cap", self.capCode, form::Whole{UINT8_MAX});
    visit("raw_digest", self.rawDigest, form::Hex{});
    visit("rule_set", self.ruleSet, form::Hex{});
    visit("submitter", self.submitter, form::Whole{UINT32_MAX});
    visit("evidence_copies", self.evidenceCopies, form::Whole{UINT8_MAX});
    visit("serials", self.serials, form::Maybe{form::Struct{}});
    visit("project", self.project, form::Text{kMaxProjectBytes});
    visit("scored_at", self.scoredAt, kTime);
    visit("admitted_at", self.admittedAt, kTime);
    visit("submit_batch", self.submitBatch, form::Hex{});
    visit("submit_index", self.submitIndex, form::Whole{UINT32_MAX});
    visit("submit_height", self.submitHeight, form::Whole{UINT64_MAX});
    visit("asset", self.asset, form::Whole{UINT64_MAX});
    visit("claimed_by", self.claimedBy, form::Whole{UINT32_MAX});
    visit("claim_until", self.claimUntil, kTime);
    visit("reviewer", self.reviewer, form::Whole{UINT32_MAX});
    visit("endorsers", self.endorsers, form::List{limits::kMaxApprovals, form::Whole{UINT32_MAX}});
    visit("reason_code", self.reasonCode, form::Whole{UINT16_MAX});
    visit("note", self.note, form::Text{kMaxNoteBytes});
    visit("decided_at", self.decidedAt, kTime);
    visit("valid_until", self.validUntil, kTime);
    visit("review_batch", self.reviewBatch, form::Hex{});
    visit("review_index", self.reviewIndex, form::Whole{UINT32_MAX});
    visit("review_height", self.reviewHeight, form::Whole{UINT64_MAX});
  }
  struct Indexes;
};

/// How people decided; kAuto where none has.
[[nodiscard]] inline Decision reviewOutcome(const RecordRow& row) {
  return row.reviewer == IdentityId(0) ? Decision::kAuto : row.decision;
}
[[nodiscard]] inline bool waitsForReview(const RecordRow& row) {
  return row.decision == Decision::kWaiting;
}

struct RecordRow::Indexes {
  index::Unique<&RecordRow::recordId> byId;
  index::Where<&waitsForReview> waiting;  ///< Oldest first.
  index::Counted<&reviewOutcome> reviewed;
  bool operator==(const Indexes&) const = default;

  template <class Use>
  void each(Use use) {
    use(byId), use(waiting), use(reviewed);
  }
};

[[nodiscard]] std::string_view nameOf(Decision decision);  // AUTO, WAITING, APPROVED, REJECTED, OVERRIDDEN

}  // namespace aurigraph::wire
