#pragma once

// What a follower or learner does with a leader's appends (Raft §5.3).
// Included by core_template.h only.

#include <algorithm>

#include "core/base/assert.h"
#include "core/consensus/core.h"

namespace aurigraph::consensus {

template <class Faults>
void BasicCore<Faults>::receive(const Message& message, const Append& body) {
  if (!isVoter(message.from) || std::holds_alternative<Leader>(role_))
    return;  // two leaders: not Raft's fault
  // Any word of the current leader keeps us quiet, also one that we must refuse: a recovering follower
  // that forgets this starts elections for ever (redpanda #30815).
  if (leader() != message.from) {
    if (leader() != NodeId(0)) return;
    becomeFollower(term(), message.from);
  }
  elapsedTicks_ = 0;

  if (body.previousHeight >= commit_ && !log_.matches(body.previousHeight, body.previousTerm)) {
    const Height hint = log_.lastWithTermAtMost(body.previousHeight, body.previousTerm);
    send(message.from, AppendAnswer{.accepted = false,
                                    .height = body.previousHeight,
                                    .hintHeight = hint,
                                    .hintTerm = *log_.termAt(hint),
                                    .readRound = body.readRound,
                                    .certified = certified_});
    return;
  }
  if (!appendBlocks(body)) return;
  const Height matched(body.previousHeight.value + body.blocks.size());
  advanceCommit(std::min({body.commit, std::max(matched, commit_), log_.last()}));
  wantSeal(body.sealRound, body.sealHeight);
  answerAppend(message.from, body, std::max(matched, commit_));
}

/// Takes what is new. False: the blocks do not belong here (a faulty leader); nothing was changed.
template <class Faults>
bool BasicCore<Faults>::appendBlocks(const Append& body) {
  std::size_t first = 0;
  while (first < body.blocks.size()) {
    const wire::BlockHeader& header = body.blocks[first].header();
    if (header.height > commit_ && !log_.matches(header.height, header.term)) break;
    ++first;
  }
  if (first == body.blocks.size()) return true;
  for (std::size_t at = first; at < body.blocks.size(); ++at)
    if (body.blocks[at].header().term > term() || body.blocks[at].header().voterSet != config_.voterSet)
      return false;

  const Height from = body.blocks[first].header().height;
  const auto before = log_.hashAt(Height(from.value - 1));
  if (before && body.blocks[first].header().previous != *before) return false;

  if (from <= log_.last()) {
    AG_ASSERT(from > commit_);  // what is decided is never taken back
    log_.truncateFrom(from);
    out_->truncateFrom = from;
    durable_ = std::min(durable_, log_.last());
    // Writes still under way for what is gone must not count for what replaces it.
    for (PendingAppend& pending : pendingAppends_) pending.last = std::min(pending.last, log_.last());
  }
  for (std::size_t at = first; at < body.blocks.size(); ++at) {
    log_.append(body.blocks[at]);
    out_->append.push_back(body.blocks[at]);
  }
  pendingAppends_.push_back({dirty(), log_.last()});
  return true;
}

template <class Faults>
void BasicCore<Faults>::answerAppend(NodeId to, const Append& body, Height matched) {
  AppendAnswer answer{.accepted = true,
                      .height = matched,
                      .hintHeight = Height(0),
                      .hintTerm = Term(0),
                      .readRound = body.readRound,
                      .certified = certified_};
  const bool promisesNothingNew = matched <= durable_ && hardStateSequence_ <= persisted_;
  if (promisesNothingNew || faults_.fault(kFaultAcknowledgeBeforeSync)) return send(to, answer);
  if (body.blocks.empty() && hardStateSequence_ <= persisted_) {
    answer.height = std::min(matched, durable_);  // a slow disk must not look like a dead node
    return send(to, answer);
  }
  sendDurable(to, answer);
}

template <class Faults>
void BasicCore<Faults>::receive(const Message& message, const ReadAnswer& body) {
  if (message.from != leader()) return;
  out_->reads.push_back({body.token, body.height, body.granted});
}

}  // namespace aurigraph::consensus
