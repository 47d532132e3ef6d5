#pragma once

#include <cstdint>
#include <deque>

#include "core/consensus/config.h"

namespace aurigraph::consensus {

/// What a leader knows of one follower or learner (Raft §5.3; etcd's tracker/progress.go).
/// Probing: one empty append at a time until the logs meet. Replicating: blocks are sent before earlier
/// ones are answered, bounded by count and bytes.
struct Progress {
  enum class State : std::uint8_t { kProbing, kReplicating };
  struct Inflight {
    Height last;
    std::size_t sizeBytes = 0;
  };

  NodeId node;
  bool votes = false;
  State state = State::kProbing;
  Height match;  ///< Durable there and equal to ours.
  Height next;   ///< Next to send.
  std::deque<Inflight> inflight;
  std::size_t inflightBytes = 0;
  bool probeSent = false;
  /// A probe brought nothing new since `match` last grew: what follows is not taken there just now. The next
  /// one goes with a heartbeat, or refusals and probes would multiply each other.
  bool probedInVain = false;
  bool waitsForBlocks = false;    ///< NeedBlocks is under way; not asked twice before it is overdue.
  bool recentlyActive = false;    ///< Answered since the last quorum check.
  std::uint32_t silentTicks = 0;  ///< With blocks in flight, or asked for, and no progress.
  std::uint32_t certificateTicks = 0;
  Height applied;                  ///< Executed there, as it last said.
  Protocol understands;            ///< As it last said; 0: it has not, in this term.
  std::uint32_t unheardTicks = 0;  ///< Since it answered, or since this term began.
  Height commitSent;
  SealRound sealRoundSent;
  ReadRound readRound;  ///< Newest one answered.

  void probeFrom(Height height) {
    state = State::kProbing;
    next = height;
    inflight.clear();
    inflightBytes = 0;
    probeSent = false;
    silentTicks = 0;
    waitsForBlocks = false;
  }
  void replicate() {
    state = State::kReplicating;
    next = match.next();
    silentTicks = 0;
  }
  void sent(Height last, std::size_t sizeBytes) {
    next = last.next();
    inflight.push_back({last, sizeBytes});
    inflightBytes += sizeBytes;
  }
  /// True if `height` is news.
  bool acknowledge(Height height) {
    while (!inflight.empty() && inflight.front().last <= height) {
      inflightBytes -= inflight.front().sizeBytes;
      inflight.pop_front();
    }
    if (height <= match) return false;
    match = height;
    probedInVain = false;
    if (next <= match) next = match.next();
    silentTicks = 0;
    return true;
  }
  [[nodiscard]] bool full(const Limits& limits) const {
    return inflight.size() >= limits.inflightMessages || inflightBytes >= limits.inflightBytes;
  }
};

}  // namespace aurigraph::consensus
