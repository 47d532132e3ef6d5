#include "core/proof/history_check.h"

#include "core/base/assert.h"
#include "core/crypto/merkle.h"

namespace aurigraph::proof {

Status checkSealed(const wire::Certificate& certificate, const wire::Genesis& genesis) {
  if (certificate.statement.genesis != genesis.digest() || certificate.statement.lane != Lane(0))
    return fail("certificate.other_cluster", "The certificate is of another cluster, or of another lane.",
                "Check the address; do not trust what this gateway says.");
  return wire::verify(certificate, genesis.voters());
}

HistoryVerdict compareHistories(const wire::SealStatement& earlier, const wire::SealStatement& later,
                                const wire::ConsistencyPath& path) {
  AG_ASSERT(earlier.height <= later.height);
  const bool sameCheckpoint = earlier.checkpointHeight == later.checkpointHeight;
  if (sameCheckpoint && earlier.stateRoot != later.stateRoot) return HistoryVerdict::kForked;
  const auto begins = [&](const Digest& root) {
    return root == earlier.historyRoot ? HistoryVerdict::kOneHistory : HistoryVerdict::kForked;
  };
  if (earlier.height == later.height) return begins(later.historyRoot);
  // Of a certified root every path that holds shows the one true beginning.
  const bool holds =
      path.from == earlier.height && path.to == later.height &&
      crypto::verifyConsistency(path.from.value, path.fromRoot, path.to.value, later.historyRoot, path.path);
  return holds ? begins(path.fromRoot) : HistoryVerdict::kUnproven;
}

}  // namespace aurigraph::proof
