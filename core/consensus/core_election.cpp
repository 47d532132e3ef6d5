// Elections: pre-vote (thesis §9.6), votes (Raft §5.2, §5.4.1), the lease that keeps a disturbing node
// from unseating a leader that is heard (thesis §4.2.3), leadership transfer's campaign (thesis §3.10).

#include <algorithm>

#include "core/base/assert.h"
#include "core/consensus/core.h"

namespace aurigraph::consensus {
namespace {

void addOnce(std::vector<NodeId>& nodes, NodeId node) {
  if (std::ranges::find(nodes, node) == nodes.end()) nodes.push_back(node);
}

}  // namespace

bool Core::upToDate(Height lastHeight, Term lastTerm) const {
  if (faults_(kFaultVoteForOldLog)) return true;
  return lastTerm > log_.lastTerm() || (lastTerm == log_.lastTerm() && lastHeight >= log_.last());
}

bool Core::leaderIsAlive() const {
  if (std::holds_alternative<Leader>(role_)) return true;  // check-quorum ends it when it is not
  return leader() != NodeId(0) && elapsedTicks_ < config_.limits.electionTicks;
}

/// Raft's rule about terms, before any message is looked at. False: the message is dealt with.
bool Core::acceptTerm(const Message& message) {
  const bool asksBefore = std::holds_alternative<PreVoteRequest>(message.body);
  if (message.term > term()) {
    if (!isVoter(message.from)) return false;  // a learner makes no terms
    if (asksBefore) return true;
    const auto* vote = std::get_if<VoteRequest>(&message.body);
    if (vote != nullptr && !vote->transfer && leaderIsAlive()) return false;
    const bool leads = std::holds_alternative<Append>(message.body);
    becomeFollower(message.term, leads ? message.from : NodeId(0));
    return true;
  }
  const bool aboutNextTerm = asksBefore || std::holds_alternative<PreVoteAnswer>(message.body);
  if (message.term == term() || aboutNextTerm) return true;
  if (std::holds_alternative<AppendAnswer>(message.body) && faults_(kFaultCountStaleAnswer)) return true;
  // An old leader or candidate must learn of the newer term, or it would never stop (etcd #5451).
  if (std::holds_alternative<Append>(message.body)) {
    send(message.from, AppendAnswer{});
  } else if (std::holds_alternative<VoteRequest>(message.body) && isVoter(config_.self)) {
    send(message.from, VoteAnswer{false, ownClock()});
  }
  return false;
}

void Core::startPreVote() {
  role_ = PreCandidate{{config_.self}};
  elapsedTicks_ = 0;
  drawTimeout();
  if (quorum().decidesAlone()) return startElection(false);
  for (const NodeId voter : quorum().voters())
    if (voter != config_.self) send(voter, PreVoteRequest{term().next(), log_.last(), log_.lastTerm()});
}

void Core::startElection(bool transfer) {
  hardState_ = HardState{term().next(), config_.self};
  out_->hardState = hardState_;
  hardStateSequence_ = dirty();
  role_ = Candidate{{}, hardStateSequence_, transfer, {}};
  elapsedTicks_ = 0;
  drawTimeout();
  for (const NodeId voter : quorum().voters())
    if (voter != config_.self) sendDurable(voter, VoteRequest{log_.last(), log_.lastTerm(), transfer});
}

void Core::receive(const Message& message, const PreVoteRequest& body) {
  if (!isVoter(config_.self) || !isVoter(message.from)) return;
  const bool granted =
      body.candidateTerm > term() && !leaderIsAlive() && upToDate(body.lastHeight, body.lastTerm);
  send(message.from, PreVoteAnswer{body.candidateTerm, granted});
}

void Core::receive(const Message& message, const PreVoteAnswer& body) {
  auto* candidate = std::get_if<PreCandidate>(&role_);
  if (candidate == nullptr || !isVoter(message.from) || !body.granted || body.candidateTerm != term().next())
    return;
  addOnce(candidate->granted, message.from);
  if (quorum().hasMajority(candidate->granted)) startElection(false);
}

void Core::receive(const Message& message, const VoteRequest& body) {
  if (!isVoter(config_.self) || !isVoter(message.from)) return;
  const bool free =
      hardState_.votedFor == NodeId(0) || hardState_.votedFor == message.from || faults_(kFaultVoteTwice);
  const bool granted = free && leader() == NodeId(0) && upToDate(body.lastHeight, body.lastTerm);
  if (!granted) return send(message.from, VoteAnswer{false, ownClock()});
  if (hardState_.votedFor == NodeId(0)) {
    hardState_.votedFor = message.from;
    out_->hardState = hardState_;
    hardStateSequence_ = dirty();
  }
  elapsedTicks_ = 0;
  if (faults_(kFaultVoteBeforeDurable)) return send(message.from, VoteAnswer{true, ownClock()});
  sendDurable(message.from,
              VoteAnswer{true, ownClock()});  // a vote that a crash could take back would be two votes
}

void Core::receive(const Message& message, const VoteAnswer& body) {
  auto* candidate = std::get_if<Candidate>(&role_);
  if (candidate == nullptr || !isVoter(message.from)) return;
  hearClock(candidate->clocks, message.from, body.clock);
  if (!body.granted) return;
  addOnce(candidate->granted, message.from);
  countVotes();
}

void Core::receive(const Message& message, const TimeoutNow&) {
  const auto* follower = std::get_if<Follower>(&role_);
  if (follower == nullptr || follower->leader != message.from || !isVoter(config_.self)) return;
  startElection(true);
}

void Core::countVotes() {
  const auto& candidate = std::get<Candidate>(role_);
  if (quorum().hasMajority(candidate.granted)) becomeLeader();
}

void Core::becomeLeader() {
  AG_ASSERT(isVoter(config_.self));
  Leader leading;
  leading.clocks = std::get<Candidate>(role_).clocks;
  const auto add = [&](NodeId node, bool votes) {
    if (node == config_.self) return;
    Progress progress;
    progress.node = node;
    progress.votes = votes;
    progress.probeFrom(log_.last().next());
    leading.peers.push_back(std::move(progress));
  };
  for (const NodeId voter : quorum().voters()) add(voter, true);
  for (const NodeId learner : config_.learners) add(learner, false);
  std::ranges::sort(leading.peers, {}, &Progress::node);
  role_ = std::move(leading);
  elapsedTicks_ = 0;
  replicate(std::get<Leader>(role_));  // empty probes: they announce the leader at once
}

}  // namespace aurigraph::consensus
