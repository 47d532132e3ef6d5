#pragma once

// The Core's whole contact with the world: one event in, effects out. Plain data on purpose: callbacks
// would hide the order in which things happen, and that order is the protocol.

#include <optional>
#include <variant>
#include <vector>

#include "core/consensus/messages.h"
#include "core/consensus/voter_clocks.h"
#include "core/wire/version_rule.h"

namespace aurigraph::consensus {

// ---- events ----

struct Ticked {};  ///< 10 ms went by.
/// What our clocks say; told before the events of a turn. Until the first one no block is judged by a clock.
struct ClockRead {
  ClockReading now;
};
struct Received {
  Message message;
};
/// Everything up to this sequence is durable: hard state, truncation and blocks alike.
struct Persisted {
  PersistSequence sequence;
};
/// Executed up to here: seals may follow.
struct Applied {
  Height height;
  std::optional<wire::VersionRule> versions = {};  ///< What the ledger then says of later blocks.
};
struct Certified {
  Height height;
};  ///< This node holds a valid certificate of this height.
/// A block for exactly Core::slot(). Anything else is answered with proposalRefused.
struct Propose {
  wire::Block block;
};
/// Answer to NeedBlocks: consecutive blocks from the height asked for; none: they cannot be had now.
struct BlocksRead {
  NodeId peer;
  std::vector<wire::Block> blocks;
};
struct PeerReconnected {
  NodeId peer;
};  ///< What was under way to it may be lost.
struct PeerLost {
  NodeId peer;
};  ///< The connection to it broke. If it led, it is probably gone: a hint, it only shortens a wait.
/// Tells, with certainty, up to which height to apply before a read is linearizable (Raft §6.4).
struct ReadBarrier {
  ReadToken token;
};
struct TransferLeadership {
  NodeId to;
};

using Event = std::variant<Ticked, ClockRead, Received, Persisted, Applied, Certified, Propose, BlocksRead,
                           PeerReconnected, PeerLost, ReadBarrier, TransferLeadership>;

// ---- effects ----

/// A message that promises something on this node's disk: to be sent once `after` is durable.
struct Deferred {
  PersistSequence after;
  Envelope envelope;
};
/// A follower is behind what memory holds: read blocks from `from` (at most `atMost`) and answer with
/// BlocksRead.
struct NeedBlocks {
  NodeId peer;
  Height from;
  std::size_t atMost = 0;
};
struct ReadReady {
  ReadToken token;
  Height height;         ///< Answer once applied up to here.
  bool granted = false;  ///< False: no leader could vouch for it; try again.
};
struct Leadership {
  NodeId leader;  ///< 0: nobody known.
  Term term;
  bool operator==(const Leadership&) const = default;
};

/// What one step asks for. To be carried out in this order: persist, sendNow, the rest.
struct Effects {
  /// 0: nothing to persist. Else hardState, truncateFrom and append are to become durable in this order and
  /// after all of earlier sequences; then tell Persisted{persist}.
  PersistSequence persist;
  std::optional<HardState> hardState;
  std::optional<Height> truncateFrom;
  std::vector<wire::Block> append;

  std::vector<Envelope> sendNow;
  std::vector<Deferred> afterDurability;

  /// Everything up to here is decided: apply in order, blocks from Core::block() or from the log.
  std::optional<Height> commit;
  /// Seal exactly this height (it is applied). The same height may be asked for again.
  std::optional<Height> seal;
  /// These lack the newest certificate: send it again.
  std::vector<NodeId> needCertificate;
  std::vector<NeedBlocks> needBlocks;
  std::vector<ReadReady> reads;
  std::optional<Leadership> leader;
  bool proposalRefused = false;
  std::size_t blocksFromTheFuture = 0;   ///< Not taken: too far ahead of our clock.
  std::size_t blocksOfWrongVersion = 0;  ///< Not taken: their leader may not name that protocol version.

  void clear() { *this = Effects(); }
};

}  // namespace aurigraph::consensus
