#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/result.h"
#include "core/quality/context/context.h"
#include "core/quality/score.h"
#include "core/wire/record.h"

/// All that a slim node must not forget, in one SQLite file (write-ahead, synced): what it has seen, the
/// channel's queue, the batch under way, the anchors' leaves. One answer is kept in one transaction, so a
/// crash leaves all of it or nothing. Thread-safe; every call is short.
/// Errors of every call: slim.store_failed.
namespace aurigraph::slim {

/// A record with the estimate of its score, and what the queue needs to hand it over.
struct KeptRecord {
  wire::Record record;
  Digest content;      ///< Record::content()
  Digest explanation;  ///< SHA-256 of the stored explanation.
  Ppm score;
  quality::Band band = quality::Band::kReject;
  bool joins = false;                ///< Later ones are held against it (quality::joinsSeries).
  Nanoseconds expiresAt;             ///< Not handed over later than this.
  std::vector<std::string> watched;  ///< Fields whose value joins the history when the record is accepted.
};

/// What was said earlier about the same thing by the same source.
struct SeenRecord {
  Digest recordId;
  Digest content;
  Nanoseconds retrievedAt;
  std::uint64_t revision = 0;
  Ppm score;
  quality::Band band = quality::Band::kReject;
  Digest rawDigest;
  Digest explanation;
};

/// QUEUED → ADMITTED → APPLIED | EXPIRED | DEAD (domain §4.11).
enum class ItemState : std::uint8_t { kQueued = 0, kAdmitted = 1, kApplied = 2, kExpired = 3, kDead = 4 };
[[nodiscard]] std::string_view nameOf(ItemState state);

struct QueueItem {
  std::int64_t sequence = 0;
  Digest recordId;
  std::string source;
  std::string assetKey;
  std::uint64_t assetSequence = 0;  ///< 1, 2, 3 … per asset.
  Bytes record;
  Digest rawDigest;
  Nanoseconds expiresAt;
};

struct ItemStatus {
  ItemState state = ItemState::kQueued;
  std::string reason;  ///< Of EXPIRED and DEAD: the ledger's word.
  Height height;       ///< Of APPLIED.
};

/// A cut of everything fetched, transformed and scored between two moments.
struct AnchorItem {
  std::int64_t id = 0;
  Nanoseconds from;
  Nanoseconds to;
  std::uint32_t leafCount = 0;
  Digest root;
};

/// The signed bytes that were or will be sent; at most one at a time.
struct PendingBatch {
  Bytes bytes;
  SessionNumber session;
  RequestNumber request;
  Nanoseconds validUntil;
  std::vector<std::int64_t> items;    ///< Sequences, in the commands' order …
  std::vector<std::int64_t> anchors;  ///< … then the anchors' ids.
};

struct RefusedAnswer {
  std::string source;
  Nanoseconds at;
  Digest rawDigest;
  std::string place;  ///< JSON pointer; empty: the answer as a whole.
  std::string code;
  std::string message;
};

/// What one item of a batch came to.
struct ItemOutcome {
  ItemState state = ItemState::kApplied;  ///< kQueued: again later.
  std::string reason;
};

class SlimStore {
 public:
  static Result<std::unique_ptr<SlimStore>> open(const std::filesystem::path& file);
  ~SlimStore();

  // ---- what was seen ----

  /// The latest one that says exactly this.
  Result<std::optional<SeenRecord>> sameContent(const Digest& content);
  /// The one about the same object of the same moment by the same source, of the highest revision. Those that
  /// contradicted another are not asked, here and below: the ledger keeps nothing of them either.
  Result<std::optional<SeenRecord>> sameMoment(const wire::Record& record);
  /// Accepted values of a field in the record's series (object, kind, source), oldest first, at most 30.
  Result<std::vector<Decimal>> history(const wire::Record& record, std::string_view field);
  /// The last of each day, of the last 30 days that had one; oldest first.
  Result<std::vector<Decimal>> lastOfDays(const wire::Record& record, std::string_view field);
  /// The last accepted value of another source's series of this kind about this object, of whichever was read
  /// last.
  Result<std::optional<quality::Past::Word>> anothersWord(const wire::Record& record, std::string_view field);
  Result<bool> isAccepted(wire::RecordKind kind, const std::string& assetKey);
  /// Whether an accepted block of another object has one of these serial numbers.
  Result<bool> serialsOverlap(const wire::Record& block, const wire::SerialRange& serials);
  /// Rejected ones, newest first: kept with their evidence, never usable.
  Result<std::vector<SeenRecord>> quarantine(std::size_t atMost);
  Result<std::vector<RefusedAnswer>> refusals(std::size_t atMost);

  // ---- one answer ----

  /// Records, their places in the queue, what was refused, and the leaves for the anchor: all or nothing.
  Status keep(std::span<const KeptRecord> records, std::span<const RefusedAnswer> refusals,
              std::span<const Digest> leaves);

  // ---- the channel's queue ----

  /// The oldest first; none of these sources'.
  Result<std::vector<QueueItem>> nextQueued(std::size_t atMost, std::span<const std::string> notOf = {});
  /// Ends what is too old for anything. How many those were.
  Result<std::size_t> expire(Nanoseconds now);
  Result<std::size_t> queuedCount();
  [[nodiscard]] std::size_t cacheBytes();  ///< Of SQLite's pages in memory.
  Result<std::optional<ItemStatus>> statusOf(const Digest& recordId);
  /// Of which source a queued record is.
  Result<std::string> sourceOf(std::int64_t sequence);

  // ---- anchors ----

  /// Makes an anchor of all leaves since the last one; nothing when there are none.
  Status cutAnchor(Nanoseconds now);
  Result<std::vector<AnchorItem>> queuedAnchors(std::size_t atMost);
  /// A leaf's anchor and its path in it. Errors: slim.unknown_leaf.
  struct LeafProof {
    AnchorItem anchor;
    std::uint64_t index = 0;
    std::vector<Digest> path;
  };
  Result<LeafProof> proveLeaf(const Digest& leaf);

  // ---- the batch under way ----

  struct Session {
    SessionNumber session;
    RequestNumber last;  ///< Of the last request that is known to be executed.
  };
  Result<Session> session();
  Status setSession(const Session& session);
  Result<std::optional<PendingBatch>> pending();
  /// Items become ADMITTED together with it.
  Status setPending(const PendingBatch& batch);
  /// The answer to the pending batch: outcomes in the order of items, then anchors. `executed`: its request
  /// counts.
  Status closePending(std::span<const ItemOutcome> outcomes, Height height, bool executed);

 private:
  struct State;
  explicit SlimStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::slim
