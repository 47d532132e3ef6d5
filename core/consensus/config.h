#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/strong.h"
#include "core/base/types.h"
#include "core/wire/block.h"
#include "core/wire/seal.h"

namespace aurigraph::consensus {

/// Numbers what must become durable, in order: "all up to n is durable" says it of everything before.
using PersistSequence = Strong<struct PersistSequenceTag, std::uint64_t>;
/// Counts a leader's rounds of asking "am I still the leader?" (ReadIndex, Raft §6.4).
using ReadRound = Strong<struct ReadRoundTag, std::uint64_t>;
/// Counts how often a leader has named a height to seal in its term.
using SealRound = Strong<struct SealRoundTag, std::uint64_t>;
/// The caller's own name for a read.
using ReadToken = Strong<struct ReadTokenTag, std::uint64_t>;
/// First eight bytes of the genesis digest: tells another cluster's message before anything is decoded.
using ClusterTag = Strong<struct ClusterTagTag, std::uint64_t>;

[[nodiscard]] ClusterTag clusterTagOf(const Digest& genesis);

/// Ticks are 10 ms in the product. Constructor data, so that tests can make everything tiny.
struct Limits {
  std::uint32_t electionTicks = 50;  ///< Time-outs are drawn from (electionTicks, 2 × electionTicks].
  std::uint32_t heartbeatTicks = 5;
  std::uint32_t sealTicks = 10;   ///< A named height without a certificate is named anew after this.
  std::uint32_t stallTicks = 40;  ///< No progress with blocks in flight or asked for this long: probe again.

  /// Undecided blocks and none decided for this long: let another lead. Doubles each time it was in vain, up
  /// to `withoutCommitDoublings` times: when everybody's disk needs longer than this, somebody must wait it
  /// out.
  std::uint32_t ticksWithoutCommit = 400;
  std::uint32_t withoutCommitDoublings = 4;
  std::size_t executionLag = 256;  ///< Decided and not executed: beyond this a voter is still catching up.

  Nanoseconds maxClockLead{2'000'000'000};  ///< Live blocks further ahead of our own clock are refused.

  /// A learner that was heard within this serves: what it understands counts (docs/decisions/100). Longer
  /// than any pause of one that lives, so that none is left behind for having been slow.
  std::uint32_t servingTicks = 1'000;

  std::size_t blocksPerMessage = 8;  ///< A frame takes at most eight buffers.
  std::size_t messageBytes = std::size_t{2} * 1024 * 1024;
  std::size_t inflightMessages = 32;                         ///< Unanswered appends per peer.
  std::size_t inflightBytes = std::size_t{4} * 1024 * 1024;  ///< And their blocks together.
  std::size_t uncommittedBlocks = 64;                        ///< A leader takes no more proposals beyond.
  std::size_t uncommittedBytes = std::size_t{4} * 1024 * 1024;
  std::size_t tailBlocks = 128;  ///< Committed, durable blocks kept in memory for followers and execution.
  std::size_t tailBytes = std::size_t{2} * 1024 * 1024;
  std::size_t pendingReads = 1'024;
  std::size_t owedSeals = 64;  ///< Named heights that wait for execution: as many as a collector keeps open.
};

/// Who takes part. Fixed for now: joint membership change (Raft §6) has its message and block kinds
/// reserved and will make this a function of the log.
struct Config {
  NodeId self;
  Digest genesis;
  Lane lane;
  wire::VoterSet voters;             ///< The genesis'.
  Protocol protocol = Protocol(1);   ///< The genesis': of the first block.
  Protocol understands = kProtocol;  ///< The newest version that this node executes: what it tells leaders.
  std::vector<NodeId> learners;
  Limits limits;
  std::uint64_t seed = 0;  ///< For election jitter; another one at every start.
};

/// What must survive a crash beside the log (Raft figure 2).
struct HardState {
  Term term;
  NodeId votedFor;  ///< 0: nobody in this term.
  bool operator==(const HardState&) const = default;
};

/// A stretch of the log of one term: `term` from `first` up to the next run's first.
struct TermRun {
  Height first;
  Term term;
  bool operator==(const TermRun&) const = default;
};

/// What the log gives back after a restart.
struct Recovered {
  HardState hardState;
  std::vector<TermRun> terms;  ///< Empty for an empty log; begins at height 1.
  Height last;                 ///< 0: empty.
  Digest lastHash;             ///< Of the block at `last`; ignored when empty.
  Nanoseconds lastTime;        ///< Of the block at `last`; ignored when empty.
  Protocol lastProtocol;       ///< Of the block at `last`; ignored when empty.
};

}  // namespace aurigraph::consensus
