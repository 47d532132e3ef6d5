#pragma once

// The public face of one lane's replica: what business, gateway and cluster may say to it and hear
// from it, as letters (nodes/runtime/actor.h). The actor itself is in replica_actor.h.

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/types.h"
#include "core/wire/batch_result.h"
#include "core/wire/block.h"
#include "core/wire/seal.h"

namespace aurigraph::ledger {
class Ledger;
}

namespace aurigraph::replica {

/// To the replica: order this batch. Already checked for form, signature and session (business).
/// On a follower or learner it travels to the leader.
struct SubmitBatch {
  Bytes batch;  ///< header ‖ body
};

/// To the replica: run this on the replica's own turn with the ledger as applied. Bounded work only.
struct ReadLedger {
  std::function<void(const ledger::Ledger&)> read;
};

/// From the replica to its listeners, in height order: a block was applied.
struct BlockApplied {
  wire::Block block;
  std::vector<wire::BatchResult> results;
  Digest resultsRoot;
};

/// From the replica: a certificate for a greater height than the one before. All blocks up to it are final.
struct CertificateFormed {
  wire::Certificate certificate;
};

/// From the replica: who leads, as far as this node knows (0: nobody).
struct LeaderChanged {
  NodeId leader;
  Term term;
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
  Height applied;
  Height certified;
  Height checkpoint;
  Digest stateRoot;
  std::uint64_t operationsApplied = 0;
  bool directIo = false;
};

}  // namespace aurigraph::replica
