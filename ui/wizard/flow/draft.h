#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/commands.h"

/// An issue under way as its author left it. Texts are kept exactly as typed, also wrong ones.
namespace aurigraph::issuance {

inline constexpr std::size_t kMaxTypedBytes = 2'000;  ///< Of one field; twice the longest the ledger takes.
inline constexpr std::size_t kMaxTermFields = 32;
inline constexpr std::size_t kMaxApprovals = 8;
inline constexpr std::size_t kMaxReasons = 64;
/// All lists full of the longest texts, every character escaped.
inline constexpr std::size_t kMaxDraftBytes = 4 * 1024 * 1024;

enum class Step : std::uint8_t {
  kTemplate,
  kAsset,
  kTerms,
  kDocuments,
  kApproval,
  kPrecheck,
  kReview,
  kSubmitted,
};
inline constexpr std::size_t kStepCount = 8;
[[nodiscard]] std::string_view nameOf(Step step);  // "template" …

struct DraftSerial {
  std::string registry;
  std::string series;
  std::string first;
  std::string last;
  bool operator==(const DraftSerial&) const = default;
};

/// The file itself stays where it is; only its digest goes on the ledger.
struct DraftDocument {
  std::string type;
  std::string name;
  Digest sha256;
  std::uint64_t sizeBytes = 0;
  bool operator==(const DraftDocument&) const = default;
};

/// One of the ledger's reasons, in its own words (POST /contract/simulate).
struct LedgerReason {
  std::string code;  ///< Stable: "token.symbol_taken".
  std::string message;
  std::string remedy;
  std::string parameter;
  bool operator==(const LedgerReason&) const = default;
};

/// What the ledger would have answered to one exact payload.
struct Precheck {
  Digest of;  ///< digestOf() the checked payload: edited since, it says nothing any more.
  Height height;
  std::vector<LedgerReason> reasons;
  bool operator==(const Precheck&) const = default;
};

enum class TrackerState : std::uint8_t {
  kNone,
  kRegistering,
  kRegistered,
  kIssuing,
  kCommitted,
  kFinal,
  kRefused,
};
[[nodiscard]] std::string_view nameOf(TrackerState state);  // "registering" …

/// How far the two commands came. After a restart the register itself says what became of one under way:
/// asset key and symbol are unique.
struct Tracker {
  TrackerState state = TrackerState::kNone;
  Digest registerBatch;  ///< Zero: not known (yet).
  Digest issueBatch;     ///< Likewise.
  Height registeredAt;   ///< 0: not by this draft.
  Height committedAt;
  Height certifiedAt;
  std::vector<LedgerReason> why;  ///< Where the ledger refused.
  bool operator==(const Tracker&) const = default;
};

struct Draft {
  static constexpr std::uint64_t kFormat = 2;  ///< 1 is read, too: without its approvals.

  Step step = Step::kTemplate;
  Step furthest = Step::kTemplate;  ///< Steps before it were left once and show what is wrong with them.
  std::string templateName;
  std::string assetKey;
  std::string assetName;
  std::vector<Digest> records;               ///< In the order of choosing.
  AssetId asset;                             ///< 0: not on the register yet.
  std::map<std::string, std::string> terms;  ///< Field key → what was typed.
  std::vector<DraftSerial> serials;
  std::vector<DraftDocument> documents;
  Nanoseconds approvalsUntil;             ///< The end of what others were asked to approve; 0: nobody was.
  std::vector<wire::Approval> approvals;  ///< Of the newest request, all until its end.
  std::optional<Precheck> precheck;
  Tracker tracker;

  bool operator==(const Draft&) const = default;
  /// What was typed into a field of the terms; empty: nothing.
  [[nodiscard]] const std::string& term(const std::string& key) const;
};

/// Canonical: equal drafts are equal bytes.
[[nodiscard]] std::string toJson(const Draft& draft);
/// Takes nothing but what toJson() writes, now or in format 1. Errors: draft.malformed, draft.newer_format.
Result<Draft> draftFromJson(std::string_view text);

}  // namespace aurigraph::issuance
