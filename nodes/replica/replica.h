#pragma once

// The public face of one lane's replica: what business, gateway and cluster may say to it and hear
// from it, as messages (nodes/runtime/actor.h). The actor itself is in replica_actor.h.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/block.h"
#include "core/wire/outcome.h"
#include "core/wire/seal.h"
#include "core/wire/version_rule.h"

namespace aurigraph::ledger {
class Ledger;
}

namespace aurigraph::replica {

/// To the replica: order this batch. Already checked for form, signature and session (business).
/// On a follower or learner it travels to the leader.
struct SubmitBatch {
  Bytes batch;            ///< header ‖ body, unless …
  BufferRef buffer = {};  ///< … they are here as they travel (forward.h): nothing is copied then.
};

/// To the replica: run this on the replica's own turn with the ledger as applied. Bounded work only.
struct ReadLedger {
  std::function<void(const ledger::Ledger&)> read;
};

/// To the replica: committed blocks `from` …, as many as are at hand at once and at most `atMost` (at least
/// one unless `from` is above what is committed here). `answer` runs on the replica's turn.
struct ReadBlocks {
  Height from;
  std::function<void(std::vector<wire::Block>)> answer;
  std::size_t atMost = 32;
};

struct ReplicaStatus;
/// To the replica: how are you? `answer` runs on the replica's turn.
struct AskStatus {
  std::function<void(const ReplicaStatus&)> answer;
};

/// To the replica, if it leads: hand the leadership over (a leaving leader does so first, R-SCALE-4).
struct HandOverLeadership {
  NodeId to;
};

/// From the replica to its listeners, in height order: a block was applied.
struct BlockApplied {
  wire::Block block;
  wire::BlockOutcome outcome;
};

/// From the replica: a certificate for a greater height than the one before, verified, and of the history
/// that this node itself has executed. All blocks up to it are final. Comes after their BlockApplied.
struct CertificateFormed {
  wire::Certificate certificate;
};

/// From the replica: who leads, as far as this node knows (0: nobody).
struct LeaderChanged {
  NodeId leader;
  Term term;
};

/// Blocks that a ready node may be behind before it has to catch up first: as many as it could still seal
/// (ExecutionLimits::rememberedRoots), seconds of a full load.
inline constexpr std::uint64_t kMostBlocksBehind = 4'096;

/// From the replica, whenever it changes: whether its ledger shows what the cluster has decided
/// (readiness.h). Not ready until it was said. Comes after the BlockApplied of what made it so.
struct ReadinessChanged {
  bool ready = false;
  Height executed;  ///< By then.
};

/// From the replica, once: an invariant of its ledger does not hold (core/ledger/invariant_watch.h).
struct InvariantBroken {
  std::string_view which;
};

/// A reading of the replica for `status` and metrics.
struct ReplicaStatus {
  NodeId node;
  Lane lane;
  enum class Role : std::uint8_t {
    kFollower,
    kCandidate,
    kLeader,
    kLearner,
    kRecovering
  } role = Role::kFollower;
  Term term;
  NodeId leader;
  Height committed;
  Height known;  ///< Decided, as the leaders of this node's life said; 0: nobody spoke yet.
  Height applied;
  bool ready = false;  ///< The ledger shows what is decided, not only what was once (readiness.h).
  Height certified;
  Height checkpoint;
  Digest stateRoot;
  std::uint64_t operationsApplied = 0;
  std::uint64_t stateBytes = 0;      ///< What the ledger's tables, indexes and trees account for.
  std::string_view brokenInvariant;  ///< Of the ledger; empty: none is known.
  bool directIo = false;             ///< Filled in by whoever knows the node's disk (runtime::NodeUsage).
  std::uint64_t framesRefused = 0;   ///< Could not be decoded, or came under a false name.
  std::optional<wire::VersionRule> versions;  ///< Of the ledger, as of `applied`; nothing: not yet.
  std::uint64_t blocksFromTheFuture = 0;      ///< Refused: more than 2 s ahead of this node's clock.
  std::uint64_t blocksOfWrongVersion = 0;  ///< Refused: their leader named a version that is not activated.
  std::vector<NodeId> clocksAstray;        ///< Known by the leader: voters more than 2 s off block time.
  std::uint64_t batchesDropped = 0;  ///< Not ordered here: no leader, full, a gap. Their senders repeat.
  std::uint64_t sealConflicts = 0;   ///< Evidence against validators (R-CON-3): an operator must look.
};

}  // namespace aurigraph::replica
