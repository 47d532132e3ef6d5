// What a leader does: replicates, commits, names heights to seal, vouches for reads, hands over.

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/assert.h"
#include "core/consensus/core.h"

namespace aurigraph::consensus {

Progress* Core::find(Leader& leader, NodeId node) {
  const auto at = std::ranges::lower_bound(leader.peers, node, {}, &Progress::node);
  return at == leader.peers.end() || at->node != node ? nullptr : &*at;
}

bool Core::committedInTerm(const Leader& leader) const {
  return leader.firstOfTerm != Height(0) && commit_ >= leader.firstOfTerm;
}

std::optional<Slot> Core::slot() const {
  const auto* leading = std::get_if<Leader>(&role_);
  if (leading == nullptr || leading->transferTo != NodeId(0)) return std::nullopt;
  AG_ASSERT(log_.lastHash().has_value());
  Slot place{log_.last().next(),
             term(),
             *log_.lastHash(),
             voters_.newest().digest,
             wire::BlockKind::kNormal,
             blockTime(*leading),
             versionAt(log_.last().next())};
  if (leading->firstOfTerm == Height(0)) {
    place.kind = wire::BlockKind::kElection;
    return place;
  }
  std::size_t bytes = 0;
  for (Height at = commit_.next(); at <= log_.last(); at = at.next())
    if (const wire::Block* open = log_.block(at)) bytes += sizeBytes(*open);
  const bool room = log_.last().value - commit_.value < config_.limits.uncommittedBlocks &&
                    bytes < config_.limits.uncommittedBytes;
  return room ? std::optional(place) : std::nullopt;
}

/// Until enough clocks are heard, and whenever they are behind what the log says, the smallest step.
Nanoseconds Core::blockTime(const Leader& leader) const {
  const Nanoseconds least(log_.timeAt(log_.last())->value + 1);
  if (!now_) return least;
  if (faults_(kFaultOwnClock)) return std::max(now_->wall, least);
  const std::size_t wrong = faults_(kFaultFastestClock) ? 0 : quorum().wrongOnes();
  return std::max(leader.clocks.time(quorum(), config_.self, *now_, wrong).value_or(least), least);
}

/// What came before goes on, until our ledger has certainly more to say (docs/decisions/100): a version that
/// it allows is named from the first block on for which everybody understands it, and from then on always.
Protocol Core::versionAt(Height height) const {
  const Protocol before = *log_.lastProtocol();
  if (faults_(kFaultNameNextVersion)) return versions_ ? versions_->inForce.next() : before;
  if (!versions_ || !versions_->knows(height)) return before;
  const Protocol highest = versions_->highestAt(height);
  if (before < highest && everyoneUnderstands(highest)) return highest;
  return versions_->executing(before, height);
}

bool Core::everyoneUnderstands(Protocol version) const {
  const auto* leading = std::get_if<Leader>(&role_);
  if (leading == nullptr || config_.understands < version) return false;
  return std::ranges::all_of(leading->peers, [&](const Progress& peer) {
    const bool counts = peer.votes || peer.unheardTicks < config_.limits.servingTicks;
    return !counts || peer.understands >= version;
  });
}

std::vector<NodeId> Core::clocksAstray() const {
  const auto* leading = std::get_if<Leader>(&role_);
  if (leading == nullptr || !now_) return {};
  const auto time = leading->clocks.time(quorum(), config_.self, *now_, quorum().wrongOnes());
  if (!time) return {};
  return leading->clocks.astray(quorum(), config_.self, *now_, *time, config_.limits.maxClockLead);
}

void Core::tickLeader(Leader& leader) {
  leader.ticksWithoutCommit = log_.last() > commit_ ? leader.ticksWithoutCommit + 1 : 0;
  const std::uint32_t timeout = config_.limits.ticksWithoutCommit
                                << std::min(termsWithoutCommit_, config_.limits.withoutCommitDoublings);
  const bool nothingDecided = leader.ticksWithoutCommit >= timeout && !quorum().decidesAlone();
  if (nothingDecided) ++termsWithoutCommit_;
  if (diskStalled() || nothingDecided || stepsDownForExecutor(leader)) return stepDown(leader);
  if (++leader.quorumTicks >= config_.limits.electionTicks) {
    leader.quorumTicks = 0;
    const bool heard = quorum().hasMajority(
        [&](NodeId voter) { return voter == config_.self || find(leader, voter)->recentlyActive; });
    for (Progress& peer : leader.peers) peer.recentlyActive = false;
    if (!heard) return becomeFollower(term(), NodeId(0));  // check-quorum (thesis §6.2)
  }
  if (leader.transferTo != NodeId(0) && ++leader.transferTicks >= config_.limits.electionTicks)
    leader.transferTo = NodeId(0);  // it did not come; go on
  for (Progress& peer : leader.peers) {
    ++peer.certificateTicks;
    ++peer.unheardTicks;
    const bool waits = !peer.inflight.empty() || peer.waitsForBlocks;
    if (!waits || ++peer.silentTicks < config_.limits.stallTicks) continue;
    peer.probeFrom(peer.match.next());
  }
  ++leader.sealTicks;
  announceSealHeight(leader);
  if (++leader.heartbeatTicks >= config_.limits.heartbeatTicks) {
    leader.heartbeatTicks = 0;
    for (Progress& peer : leader.peers) sendHeartbeat(leader, peer);
  }
  replicate(leader);
}

/// Our own election block is decided, and we are still executing what came before it: nothing is ordered
/// for as long. True when that has lasted an election time-out and a voter is there that has executed it all.
bool Core::stepsDownForExecutor(Leader& leader) {
  const bool replays = committedInTerm(leader) && applied_ < leader.firstOfTerm;
  leader.replayTicks = replays ? leader.replayTicks + 1 : 0;
  return leader.replayTicks >= config_.limits.electionTicks && catchingUp() &&
         std::ranges::any_of(leader.peers, [&](const Progress& peer) {
           return peer.votes && peer.recentlyActive && peer.match >= commit_ && executes(peer);
         });
}

/// We keep the others quiet by heartbeats and are of no use: our own disk stands still (docs/decisions/073),
/// nobody takes our blocks (074), or we have still to execute what others have (085). Whoever has most is
/// asked to lead, before them who has executed it; of equals the next one round the circle, so that
/// everybody's turn comes.
void Core::stepDown(Leader& leader) {
  const auto next = std::ranges::upper_bound(leader.peers, config_.self, {}, &Progress::node);
  std::rotate(leader.peers.begin(), next, leader.peers.end());
  const auto transferee = std::ranges::max_element(leader.peers, {}, [this](const Progress& peer) {
    const bool mayLead = peer.votes && peer.match >= commit_;
    return std::tuple(mayLead && executes(peer), peer.votes ? peer.match : Height(0));
  });
  if (transferee->votes && transferee->match >= commit_) send(transferee->node, TimeoutNow{});
  becomeFollower(term(), NodeId(0));
}

// ---- replication ----

void Core::replicate(Leader& leader) {
  for (Progress& peer : leader.peers) replicateTo(leader, peer);
}

void Core::replicateTo(Leader& leader, Progress& peer) {
  if (peer.state == Progress::State::kProbing) {
    if (!peer.probeSent) sendHeartbeat(leader, peer);
    return;
  }
  while (sendBlocks(leader, peer)) {
  }
  // Nothing in flight that could carry it: a new commit index or seal goes at once, it never waits for
  // a heartbeat.
  const bool news = std::min(commit_, peer.match) > peer.commitSent || leader.sealRound > peer.sealRoundSent;
  if (news && peer.inflight.empty()) sendHeartbeat(leader, peer);
}

/// One append with blocks, if there is something to send and room for it.
bool Core::sendBlocks(Leader& leader, Progress& peer) {
  if (peer.next > log_.last() || peer.waitsForBlocks || peer.full(config_.limits)) return false;
  std::vector<wire::Block> blocks;
  std::size_t bytes = 0;
  for (Height at = peer.next; at <= log_.last() && blocks.size() < config_.limits.blocksPerMessage;
       at = at.next()) {
    const wire::Block* held = log_.block(at);
    if (held == nullptr) break;
    if (!blocks.empty() && bytes + sizeBytes(*held) > config_.limits.messageBytes) break;
    bytes += sizeBytes(*held);
    blocks.push_back(*held);
  }
  if (blocks.empty()) {
    peer.waitsForBlocks = true;
    out_->needBlocks.push_back({peer.node, peer.next, config_.limits.blocksPerMessage});
    return false;
  }
  sendAppend(leader, peer, Height(peer.next.value - 1), std::move(blocks));
  return true;
}

void Core::sendAppend(Leader& leader, Progress& peer, Height previous, std::vector<wire::Block> blocks) {
  const auto previousTerm = log_.termAt(previous);
  AG_ASSERT(previousTerm.has_value());
  std::size_t bytes = 0;
  for (const wire::Block& block : blocks) bytes += sizeBytes(block);
  const Height last(previous.value + blocks.size());
  if (!blocks.empty()) peer.sent(last, bytes);
  peer.commitSent = std::max(peer.commitSent, std::min(commit_, last));
  peer.sealRoundSent = leader.sealRound;
  send(peer.node, Append{previous, *previousTerm, commit_, leader.sealHeight, leader.sealRound,
                         leader.readRound, std::move(blocks)});
}

/// An append without blocks. It names what the peer surely has, so that it may overtake blocks on the
/// other connection; while probing it names what the peer may have.
void Core::sendHeartbeat(Leader& leader, Progress& peer) {
  const bool probing = peer.state == Progress::State::kProbing;
  if (probing) peer.probeSent = true;
  sendAppend(leader, peer, probing ? Height(peer.next.value - 1) : peer.match, {});
}

void Core::receive(const Message& message, const AppendAnswer& body) {
  auto* leading = std::get_if<Leader>(&role_);
  Progress* peer = leading == nullptr ? nullptr : find(*leading, message.from);
  if (peer == nullptr) return;
  peer->recentlyActive = true;
  peer->unheardTicks = 0;
  peer->applied = body.applied;
  if (body.understands != Protocol(0)) peer->understands = body.understands;
  if (peer->votes) hearClock(leading->clocks, peer->node, body.clock);
  peer->readRound = std::max(peer->readRound, body.readRound);
  if (body.certified < certified_ && certifiedTicks_ >= config_.limits.sealTicks &&
      peer->certificateTicks >= config_.limits.sealTicks) {
    peer->certificateTicks = 0;
    out_->needCertificate.push_back(peer->node);
  }
  if (!body.accepted) {
    refused(*peer, body);
  } else if (body.height <= log_.last()) {
    peer->acknowledge(body.height);
    if (peer->state == Progress::State::kProbing && peer->probeSent) peer->replicate();
    commitByMajority(*leading);
  }
  answerReads(*leading);
  if (leading->transferTo == peer->node) transferIfReady(*leading);
  replicateTo(*leading, *peer);
}

void Core::refused(Progress& peer, const AppendAnswer& body) {
  // An old refusal: what it speaks of has been answered since. Only a learner may really have lost what
  // it had: it does not sync, and nothing was built on its word.
  if (body.height == Height(0) || (peer.votes && body.height <= peer.match)) return;
  if (peer.state == Progress::State::kProbing && body.height.value + 1 != peer.next.value) return;
  const Height below(body.height.value - 1);
  const Height meeting = std::min(below, log_.lastWithTermAtMost(body.hintHeight, body.hintTerm));
  if (!peer.votes) peer.match = std::min(peer.match, meeting);
  const bool inVain = peer.state == Progress::State::kReplicating && meeting <= peer.match;
  peer.probeFrom(std::max(peer.match, meeting).next());
  peer.probeSent = inVain && std::exchange(peer.probedInVain, true);
}

// ---- commit and seals ----

void Core::commitByMajority(Leader& leader) {
  const Height decided = quorum().reached([&](NodeId voter) {
    if (voter == config_.self) return durable_;  // ours: when our own disk says so
    const Progress* peer = find(leader, voter);
    AG_ASSERT(peer != nullptr);
    return peer->match;
  });
  if (decided <= commit_) return;
  if (log_.termAt(decided) != term() && !faults_(kFaultCommitOldTerm)) return;  // Raft §5.4.2
  const bool firstOfTerm = !committedInTerm(leader);
  advanceCommit(decided);
  leader.ticksWithoutCommit = 0;
  if (firstOfTerm && committedInTerm(leader)) {
    // Reads that came too early can be vouched for from here on.
    for (PendingRead& read : leader.reads) {
      read.height = commit_;
      read.round = leader.readRound.next();
    }
    if (!leader.reads.empty()) {
      leader.readRound = leader.readRound.next();
      for (Progress& peer : leader.peers) sendHeartbeat(leader, peer);
    }
    answerReads(leader);
  }
  announceSealHeight(leader);
  replicate(leader);
}

void Core::announceSealHeight(Leader& leader) {
  if (!committedInTerm(leader)) return;
  const bool first = leader.sealRound == SealRound(0);
  const bool complete = certified_ >= leader.sealHeight;
  if (!first && complete && commit_ == leader.sealHeight) return;
  if (!first && !complete && leader.sealTicks < config_.limits.sealTicks) return;
  leader.sealHeight = commit_;
  leader.sealRound = leader.sealRound.next();
  leader.sealTicks = 0;
  wantSeal(leader.sealRound, leader.sealHeight);
}

// ---- reads and hand-over ----

void Core::receive(const Message& message, const ReadRequest& body) {
  if (auto* leading = std::get_if<Leader>(&role_)) return addRead(*leading, body.token, message.from);
  send(message.from, ReadAnswer{body.token, Height(0), false});
}

void Core::addRead(Leader& leader, ReadToken token, NodeId from) {
  PendingRead read{token, from, ReadRound(0), Height(0)};
  if (leader.reads.size() >= config_.limits.pendingReads) return answerRead(read, false);
  if (committedInTerm(leader)) {
    leader.readRound = leader.readRound.next();
    read.round = leader.readRound;
    read.height = commit_;
    for (Progress& peer : leader.peers) sendHeartbeat(leader, peer);
  }
  leader.reads.push_back(read);
  answerReads(leader);
}

void Core::answerRead(const PendingRead& read, bool granted) {
  if (read.from == config_.self) {
    out_->reads.push_back({read.token, read.height, granted});
  } else {
    send(read.from, ReadAnswer{read.token, read.height, granted});
  }
}

void Core::answerReads(Leader& leader) {
  const ReadRound confirmed = quorum().reached([&](NodeId voter) {
    if (voter == config_.self) return leader.readRound;
    const Progress* peer = find(leader, voter);
    AG_ASSERT(peer != nullptr);
    return peer->readRound;
  });
  while (!leader.reads.empty() && leader.reads.front().round != ReadRound(0) &&
         leader.reads.front().round <= confirmed) {
    answerRead(leader.reads.front(), true);
    leader.reads.pop_front();
  }
}

void Core::transferIfReady(Leader& leader) {
  const Progress* transferee = find(leader, leader.transferTo);
  if (transferee != nullptr && transferee->match == log_.last()) send(transferee->node, TimeoutNow{});
}

}  // namespace aurigraph::consensus
