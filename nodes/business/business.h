#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/types.h"
#include "core/wire/batch_result.h"
#include "nodes/replica/replica.h"

namespace aurigraph::business {

/// Where a submitted batch stands. A client is told both: committed, then final (DESIGN §2).
struct BatchOutcome {
  Digest batch;                ///< BatchHeader::digest()
  Height height;               ///< The block it is in.
  std::uint32_t position = 0;  ///< In that block.
  wire::BatchResult result;
  bool final = false;  ///< Covered by a certificate.
};

/// Everything the gateway needs of the business node beside it, in the same process. Calls may come
/// from any thread and return at once; callbacks run on the node's reactor and must not block.
class BusinessService {
 public:
  virtual ~BusinessService() = default;

  /// Admits header ‖ body: form, signature, body root, session, valid-until; orders it; answers twice:
  /// when this node has applied it (committed) and when a certificate covers it. A retry of a known
  /// request answers with the first one's outcome.
  /// An error goes to both callbacks, an outcome to each at its time; each is called once at most. While
  /// certificates do not come, the oldest callers are told `final` with an outcome whose `final` is false
  /// (wire::finalityNotKnownYet): a stalled certificate keeps nobody from being admitted.
  /// Errors: those of parseBatch/verifyBatch, batch.other_cluster, batch.wrong_lane, batch.unknown_author,
  /// batch.key_ended, batch.expired, batch.valid_too_long, session.number_too_high, session.gap_too_wide,
  /// session.gap, session.replayed, session.closed, session.request_taken, cluster.no_leader, node.busy,
  /// node.recovering.
  using Answer = std::function<void(Result<BatchOutcome>)>;
  virtual void submit(Bytes batch, Answer committed, Answer final) = 0;

  /// The same for a batch that was received into a buffer, as wire::packBatch leaves it. It travels on in
  /// that buffer; nothing is copied. The header has been parsed (wire::parseBatchHeader).
  virtual void submitPacked(BufferRef batch, Answer committed, Answer final) = 0;
  /// Where to receive a batch; empty: full, try again in a moment. Any thread.
  [[nodiscard]] virtual BufferRef acquire(BufferClass bufferClass) = 0;

  /// Runs `read` on the replica's turn; bounded work only.
  virtual void withLedger(std::function<void(const ledger::Ledger&)> read) = 0;

  /// Applied blocks and certificates in order: first those still held in memory, then what comes. The
  /// replica applies its log from height 1 after a start, so who listens before it starts hears all.
  /// Called on the node's reactor. A block's buffer belongs to the pool: who keeps blocks copies them.
  struct Listener {
    std::function<void(const replica::BlockApplied&)> onBlock;
    std::function<void(const wire::Certificate&)> onCertificate;
    std::function<void(const replica::LeaderChanged&)> onLeader;
    std::function<void(const replica::ReadinessChanged&)> onReadiness;
    std::function<void(const replica::InvariantBroken&)> onInvariantBroken = {};
  };
  virtual void listen(Listener listener) = 0;

  virtual void status(std::function<void(replica::ReplicaStatus)> answer) = 0;

  /// Decided blocks from this height on, as many as are at hand at once; none if it is not decided here.
  /// On the node's reactor; the buffers belong to the pool.
  virtual void blocks(Height from, std::function<void(std::vector<wire::Block>)> answer) = 0;
};

}  // namespace aurigraph::business
