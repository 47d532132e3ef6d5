// What a follower or learner does with a leader's appends (Raft §5.3).

#include <algorithm>

#include "core/base/assert.h"
#include "core/consensus/core.h"

namespace aurigraph::consensus {

void Core::receive(const Message& message, const Append& body) {
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
                                    .certified = certified_,
                                    .applied = applied_,
                                    .clock = ownClock(),
                                    .understands = config_.understands});
    return;
  }
  // The rest of the message stays: its sender is still the leader.
  const std::size_t ofOurTime = blocksOfOurTime(body);
  const std::size_t ofKnownVersions = blocksOfKnownVersions(message.term, body);
  const std::size_t count = std::min(ofOurTime, ofKnownVersions);
  out_->blocksFromTheFuture += body.blocks.size() - ofOurTime;
  out_->blocksOfWrongVersion += body.blocks.size() - ofKnownVersions;
  if (!appendBlocks(body, count)) return;
  const Height matched(body.previousHeight.value + count);
  advanceCommit(std::min({body.commit, std::max(matched, commit_), log_.last()}));
  wantSeal(body.sealRound, body.sealHeight);
  answerAppend(message.from, body.readRound, count == 0, std::max(matched, commit_));
}

/// How many of the blocks may be taken: up to the first live one from a clock that runs ahead of ours. What
/// is decided, or in our log already, is never judged. The smallest step that monotony allows is always
/// taken: when clocks were set back, block time must creep on instead of standing still
/// (docs/decisions/011).
std::size_t Core::blocksOfOurTime(const Append& body) const {
  if (!now_) return body.blocks.size();
  const Nanoseconds latest(now_->wall.value + config_.limits.maxClockLead.value);
  std::optional<Nanoseconds> before = log_.timeAt(body.previousHeight);
  for (std::size_t at = 0; at < body.blocks.size(); ++at) {
    const wire::BlockHeader& header = body.blocks[at].header();
    const bool live = header.height > body.commit || faults_(kFaultJudgeDecided);
    const bool smallestStep = before && header.time.value == before->value + 1;
    if (live && header.time > latest && !smallestStep && !log_.matches(header.height, header.term)) return at;
    before = header.time;
  }
  return body.blocks.size();
}

/// How many of the blocks may be taken: up to the first live one that the leader made in this term and for
/// which our own ledger excludes the version that it names. What an earlier term left is taken whatever it
/// names: it may be decided, and then who leads must be able to go on from it; it is executed by the version
/// in force (docs/decisions/100).
std::size_t Core::blocksOfKnownVersions(Term senders, const Append& body) const {
  if (!versions_) return body.blocks.size();
  for (std::size_t at = 0; at < body.blocks.size(); ++at) {
    const wire::BlockHeader& header = body.blocks[at].header();
    const bool fresh =
        header.height > body.commit && header.term == senders && !log_.matches(header.height, header.term);
    if (fresh && versions_->excludes(header.protocol, header.height)) return at;
  }
  return body.blocks.size();
}

/// Takes what is new of the first `count` blocks. False: they do not belong here (a faulty leader); nothing
/// was changed.
bool Core::appendBlocks(const Append& body, std::size_t count) {
  std::size_t first = 0;
  while (first < count) {
    const wire::BlockHeader& header = body.blocks[first].header();
    if (header.height > commit_ && !log_.matches(header.height, header.term)) break;
    ++first;
  }
  if (first == count) return true;
  for (std::size_t at = first; at < count; ++at)
    if (body.blocks[at].header().term > term() ||
        body.blocks[at].header().voterSet != voters_.at(body.blocks[at].header().height).digest)
      return false;

  const Height from = body.blocks[first].header().height;
  const auto before = log_.hashAt(Height(from.value - 1));
  if (before && body.blocks[first].header().previous != *before) return false;
  const auto timeBefore = log_.timeAt(Height(from.value - 1));
  if (timeBefore && body.blocks[first].header().time <= *timeBefore) return false;

  if (from <= log_.last()) {
    AG_ASSERT(from > commit_);  // what is decided is never taken back
    log_.truncateFrom(from);
    out_->truncateFrom = from;
    durable_ = std::min(durable_, log_.last());
    // Writes still under way for what is gone must not count for what replaces it.
    for (PendingAppend& pending : pendingAppends_) pending.last = std::min(pending.last, log_.last());
  }
  for (std::size_t at = first; at < count; ++at) {
    log_.append(body.blocks[at]);
    out_->append.push_back(body.blocks[at]);
  }
  pendingAppends_.push_back({dirty(), log_.last()});
  return true;
}

void Core::answerAppend(NodeId to, ReadRound readRound, bool heartbeat, Height matched) {
  AppendAnswer answer{.accepted = true,
                      .height = matched,
                      .hintHeight = Height(0),
                      .hintTerm = Term(0),
                      .readRound = readRound,
                      .certified = certified_,
                      .applied = applied_,
                      .clock = ownClock(),
                      .understands = config_.understands};
  const bool promisesNothingNew = matched <= durable_ && hardStateSequence_ <= persisted_;
  if (promisesNothingNew || faults_(kFaultAcknowledgeBeforeSync)) return send(to, answer);
  if (heartbeat && hardStateSequence_ <= persisted_) {
    answer.height = std::min(matched, durable_);  // a slow disk must not look like a dead node
    return send(to, answer);
  }
  answer.clock = Nanoseconds(0);  // by the time it is sent it would be old
  sendDurable(to, answer);
}

void Core::receive(const Message& message, const ReadAnswer& body) {
  if (message.from != leader()) return;
  out_->reads.push_back({body.token, body.height, body.granted});
}

}  // namespace aurigraph::consensus
