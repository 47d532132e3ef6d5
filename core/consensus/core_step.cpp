// Dispatch, durability, and what all roles share.

#include <algorithm>

#include "core/base/assert.h"
#include "core/consensus/core.h"

namespace aurigraph::consensus {
namespace {

/// SplitMix64: one word of state, no library's whim in it.
std::uint64_t nextRandom(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
  return mixed ^ (mixed >> 31);
}

}  // namespace

Core::Core(Config config, const Recovered& recovered, Faults faults)
    : config_(std::move(config)),
      voters_(config_.voters, faults),
      faults_(faults),
      hardState_(recovered.hardState),
      log_(config_.genesis, config_.protocol, recovered),
      durable_(recovered.last),
      random_(config_.seed) {
  AG_ASSERT(config_.limits.blocksPerMessage >= 1 && config_.limits.blocksPerMessage <= 8);
  // A term becomes durable before its blocks; a learner's unsynced log may still have only the blocks.
  if (hardState_.term < log_.lastTerm()) hardState_ = HardState{log_.lastTerm(), NodeId(0)};
  drawTimeout();
}

void Core::step(const Event& event, Effects& out) {
  out.clear();
  out_ = &out;
  const Leadership before{leader(), term()};
  std::visit([this](const auto& what) { on(what); }, event);
  if (const Leadership after{leader(), term()}; after != before) out.leader = after;
  log_.trim(std::min(durable_, commit_), config_.limits);
  out_ = nullptr;
}

RoleKind Core::role() const {
  switch (role_.index()) {
    case 1:
      return RoleKind::kPreCandidate;
    case 2:
      return RoleKind::kCandidate;
    case 3:
      return RoleKind::kLeader;
    default:
      return isVoter(config_.self) ? RoleKind::kFollower : RoleKind::kLearner;
  }
}

NodeId Core::leader() const {
  if (std::holds_alternative<Leader>(role_)) return config_.self;
  const auto* follower = std::get_if<Follower>(&role_);
  return follower == nullptr ? NodeId(0) : follower->leader;
}

std::vector<Progress> Core::peers() const {
  const auto* leading = std::get_if<Leader>(&role_);
  return leading == nullptr ? std::vector<Progress>() : leading->peers;
}

bool Core::isMember(NodeId node) const {
  return isVoter(node) || std::ranges::find(config_.learners, node) != config_.learners.end();
}

// ---- events that every role understands ----

void Core::on(const Ticked&) {
  ++certifiedTicks_;
  behindTicks_ = durable_ < commit_ ? behindTicks_ + 1 : 0;
  if (auto* leading = std::get_if<Leader>(&role_)) return tickLeader(*leading);
  ++elapsedTicks_;
  // Who has much to execute leaves the first campaign to others: one more whole time-out, the longest.
  const std::uint32_t timeout = timeoutTicks_ + (catchingUp() ? 2 * config_.limits.electionTicks : 0);
  if (elapsedTicks_ < timeout) return;
  if (isVoter(config_.self) && !diskStalled()) {
    startPreVote();
  } else if (auto* follower = std::get_if<Follower>(&role_)) {
    follower->leader = NodeId(0);  // who has no vote, or no disk to give it, only notices that nobody speaks
  }
}

void Core::on(const Received& event) {
  const Message& message = event.message;
  if (message.from == config_.self || !isMember(message.from)) return;
  if (!acceptTerm(message)) return;
  std::visit([&](const auto& body) { receive(message, body); }, message.body);
}

void Core::on(const Persisted& event) {
  AG_ASSERT(event.sequence <= lastSequence_);
  if (event.sequence <= persisted_) return;
  persisted_ = event.sequence;
  const Height before = durable_;
  while (!pendingAppends_.empty() && pendingAppends_.front().sequence <= persisted_) {
    durable_ = std::max(durable_, pendingAppends_.front().last);
    pendingAppends_.pop_front();
  }
  if (durable_ > before) behindTicks_ = 0;
  if (auto* candidate = std::get_if<Candidate>(&role_)) {
    if (candidate->ownVote <= persisted_ &&
        std::ranges::find(candidate->granted, config_.self) == candidate->granted.end())
      candidate->granted.push_back(config_.self);
    countVotes();
  } else if (auto* leading = std::get_if<Leader>(&role_)) {
    commitByMajority(*leading);
  }
}

void Core::on(const Applied& event) {
  applied_ = std::max(applied_, event.height);
  if (event.versions) versions_ = event.versions;
  sealIfExecuted();
}

void Core::on(const Certified& event) {
  if (event.height <= certified_) return;
  certified_ = event.height;
  certifiedTicks_ = 0;
  if (auto* leading = std::get_if<Leader>(&role_)) {
    announceSealHeight(*leading);
    replicate(*leading);
  }
}

void Core::on(const Propose& event) {
  const auto place = slot();
  const wire::BlockHeader& header = event.block.header();
  if (!place || header.height != place->height || header.term != place->term ||
      header.previous != place->previous || header.kind != place->kind ||
      header.time <= *log_.timeAt(log_.last())) {
    out_->proposalRefused = true;
    return;
  }
  AG_ASSERT(header.genesis == config_.genesis && header.lane == config_.lane &&
            header.voterSet == place->voterSet);
  auto& leading = std::get<Leader>(role_);
  if (leading.firstOfTerm == Height(0)) leading.firstOfTerm = header.height;
  log_.append(event.block);
  out_->append.push_back(event.block);
  pendingAppends_.push_back({dirty(), log_.last()});
  replicate(leading);  // followers' disks work beside ours (thesis §10.2.1)
}

void Core::on(const BlocksRead& event) {
  auto* leading = std::get_if<Leader>(&role_);
  Progress* peer = leading == nullptr ? nullptr : find(*leading, event.peer);
  if (peer == nullptr || !peer->waitsForBlocks) return;
  peer->waitsForBlocks = false;
  // What was asked for may have been overtaken by an answer or a new probe meanwhile.
  if (peer->state != Progress::State::kReplicating || event.blocks.empty() ||
      event.blocks.front().header().height != peer->next)
    return;
  std::vector<wire::Block> fitting;
  for (const wire::Block& block : event.blocks) {
    if (fitting.size() >= config_.limits.blocksPerMessage) break;
    if (!log_.matches(block.header().height, block.header().term)) return;  // truncated meanwhile
    fitting.push_back(block);
  }
  peer->silentTicks = 0;  // the disk was slow, not the peer
  sendAppend(*leading, *peer, Height(peer->next.value - 1), std::move(fitting));
  replicateTo(*leading, *peer);
}

void Core::on(const PeerReconnected& event) {
  auto* leading = std::get_if<Leader>(&role_);
  Progress* peer = leading == nullptr ? nullptr : find(*leading, event.peer);
  if (peer == nullptr) return;
  // Whom this term has not heard yet may have anything: the logs meet from the end, not from the beginning.
  peer->probeFrom(peer->match == Height(0) ? log_.last().next() : peer->match.next());
  replicateTo(*leading, *peer);
}

/// A leader whose connection broke counts as unheard for a whole time-out, and the first to campaign
/// follows from the order of the voters: the next one in two ticks at most, each further one three ticks
/// later, so that no two split the vote. A leader that lives is heard before that, or its link was no link.
/// Who has not executed what is decided could not order anything for long: it does not take the hint.
void Core::on(const PeerLost& event) {
  if (!std::holds_alternative<Follower>(role_) || leader() != event.peer || !isVoter(config_.self)) return;
  if (catchingUp()) return;
  std::uint32_t rank = 0;
  for (const NodeId voter : quorum().voters())
    if (voter != event.peer && voter < config_.self) ++rank;
  elapsedTicks_ = std::max(elapsedTicks_, config_.limits.electionTicks);
  timeoutTicks_ = elapsedTicks_ + 1 + 3 * rank + static_cast<std::uint32_t>(nextRandom(random_) % 2);
}

void Core::on(const ReadBarrier& event) {
  if (auto* leading = std::get_if<Leader>(&role_)) return addRead(*leading, event.token, config_.self);
  if (leader() == NodeId(0)) {
    out_->reads.push_back({event.token, Height(0), false});
    return;
  }
  send(leader(), ReadRequest{event.token});
}

void Core::on(const TransferLeadership& event) {
  auto* leading = std::get_if<Leader>(&role_);
  if (leading == nullptr || !isVoter(event.to) || event.to == config_.self) return;
  leading->transferTo = event.to;
  leading->transferTicks = 0;
  transferIfReady(*leading);
}

// ---- shared ----

PersistSequence Core::dirty() {
  if (out_->persist == PersistSequence(0)) out_->persist = lastSequence_ = lastSequence_.next();
  return out_->persist;
}

void Core::send(NodeId to, MessageBody body) {
  out_->sendNow.push_back(
      {to, Message{clusterTagOf(config_.genesis), config_.lane, config_.self, term(), std::move(body)}});
}

void Core::sendDurable(NodeId to, MessageBody body) {
  if (persisted_ == lastSequence_) return send(to, std::move(body));
  out_->afterDurability.push_back(
      {lastSequence_,
       {to, Message{clusterTagOf(config_.genesis), config_.lane, config_.self, term(), std::move(body)}}});
}

void Core::becomeFollower(Term newTerm, NodeId newLeader) {
  AG_ASSERT(newTerm >= term());
  if (auto* leading = std::get_if<Leader>(&role_))
    for (const PendingRead& read : leading->reads) answerRead(read, false);
  if (newTerm > term()) {
    hardState_ = HardState{newTerm, NodeId(0)};
    out_->hardState = hardState_;
    hardStateSequence_ = dirty();
  }
  role_ = Follower{newLeader};
  elapsedTicks_ = 0;
  drawTimeout();
}

void Core::drawTimeout() {
  const std::uint32_t base = config_.limits.electionTicks;
  timeoutTicks_ = base + 1 + static_cast<std::uint32_t>(nextRandom(random_) % base);
  if (quorum().voters().size() == 1 && isVoter(config_.self)) timeoutTicks_ = 1;  // nobody to wait for
}

void Core::advanceCommit(Height height) {
  AG_ASSERT(height <= log_.last());
  if (height <= commit_) return;
  commit_ = height;
  termsWithoutCommit_ = 0;
  out_->commit = height;
}

void Core::wantSeal(SealRound round, Height height) {
  if (!isVoter(config_.self) || height == Height(0)) return;
  if (sealDuties_.term != term()) sealDuties_ = {term(), SealRound(0), {}};
  if (round <= sealDuties_.newest) return;
  sealDuties_.newest = round;
  auto& heights = sealDuties_.heights;
  // When full, the oldest stay: they come first, and others wait for the same ones.
  if (heights.size() >= config_.limits.owedSeals) heights.pop_back();
  heights.push_back(height);
  sealIfExecuted();
}

/// A seal covers what is below it: of several heights that are executed now the highest is enough.
void Core::sealIfExecuted() {
  auto& heights = sealDuties_.heights;
  const Height most = faults_(kFaultSealUnexecuted) ? commit_ : std::min(applied_, commit_);
  while (!heights.empty() && heights.front() <= most) {
    out_->seal = heights.front();
    heights.pop_front();
  }
}

}  // namespace aurigraph::consensus
