// Replica: between core, log and network.

#include <algorithm>
#include <utility>

#include "nodes/replica/replica_actor.h"

namespace aurigraph::replica {

/// Steps the core, and whatever that makes follow at once.
void Replica::drive(consensus::Event event, Out& out) {
  events_.push_back(std::move(event));
  if (std::exchange(driving_, true)) return;
  while (!events_.empty() && !stopped_) {
    const consensus::Event next = std::move(events_.front());
    events_.pop_front();
    consensus::Effects effects;
    core_->step(next, effects);
    carryOut(std::move(effects), out);
    drainLog(out);
  }
  driving_ = false;
}

void Replica::carryOut(consensus::Effects effects, Out& out) {
  persist(effects, out);
  blocksFromTheFuture_ += effects.blocksFromTheFuture;
  for (const consensus::Envelope& envelope : effects.sendNow) send(envelope, out);
  for (consensus::Deferred& deferred : effects.afterDurability) {
    if (faults_(kFaultSendBeforeDurable))
      send(deferred.envelope, out);
    else
      gate_.hold(std::move(deferred));
  }
  if (effects.seal) {
    Height executed = *effects.seal;
    if (faults_(consensus::kFaultSealUnexecuted)) executed = std::min(executed, execution_->applied());
    if (auto statement = execution_->statementAt(executed)) {
      statement->height = *effects.seal;
      if (const auto seal = sealing_.want(*statement, out)) ownSeal(*seal, out);
    }
  }
  for (const NodeId peer : effects.needCertificate)
    if (sealing_.newest())
      send({peer,
            {consensus::clusterTagOf(genesis_), options_.lane, options_.self, core_->term(),
             consensus::CertificateNotice{*sealing_.newest()}}},
           out);
  for (const consensus::NeedBlocks& need : effects.needBlocks)
    readLog(need.from, {options_.consensus.messageBytes, need.atMost}, ForPeer{need.peer}, out);
  if (effects.leader) {
    electionBlock_ = Height(0);
    ordering_.reset();
    tellListeners(LeaderChanged{effects.leader->leader, effects.leader->term}, out);
  }
}

void Replica::persist(consensus::Effects& effects, Out& out) {
  if (effects.persist == consensus::PersistSequence(0)) return;
  if (effects.truncateFrom) {
    gate_.truncated(*effects.truncateFrom);
    execution_->truncated(*effects.truncateFrom);
  }
  gate_.begin(effects.persist, effects.hardState, effects.append.empty() ? Height(0) : core_->last());
  if (effects.hardState)
    log_.setHardState({effects.hardState->term, effects.hardState->votedFor, core_->commit()}, out);
  if (effects.truncateFrom) log_.truncateFrom(*effects.truncateFrom);
  if (effects.append.empty()) return;
  for (const wire::Block& block : effects.append) expect(block, out);
  log_.append(std::move(effects.append), out);
}

// ---- the log's answers ----

void Replica::drainLog(Out& out) {
  // An answer may make the log answer again at once.
  for (auto answers = log_.takeAnswers(); !answers.empty() && !stopped_; answers = log_.takeAnswers())
    for (log::Answer& answer : answers) std::visit([&](const auto& what) { onLog(what, out); }, answer);
}

void Replica::onLog(const log::Opened& answer, Out& out) {
  if (answer.base != Height(0))
    return stop({"replica.no_snapshot",
                 "The log begins at height " + std::to_string(answer.base.value + 1) +
                     ", and there is no snapshot of what came before.",
                 votes_ ? kReplaceValidator : kStartEmpty},
                out);
  opened_ = answer;
  startCore(out);
}

/// The newest block's time is needed before anything can follow it.
void Replica::startCore(Out& out) {
  if (!opened_->entries.empty()) return readLog(opened_->entries.back().height, {1, 1}, ForStart{}, out);
  onLog(log::BlocksRead{}, out);
}

void Replica::onLog(const log::Durable&, Out& out) {
  if (gate_.blocksDurable(log_.durable())) releaseDurable(out);
}

void Replica::onLog(const log::HardStateDurable& answer, Out& out) {
  if (gate_.hardStateDurable(answer.state)) releaseDurable(out);
}

void Replica::releaseDurable(Out& out) {
  for (const consensus::Envelope& envelope : gate_.release()) send(envelope, out);
  if (core_) drive(consensus::Persisted{gate_.complete()}, out);
}

void Replica::onLog(const log::Failed& answer, Out& out) {
  stop(answer.why, out);
}

void Replica::readLog(Height from, log::ReadBound atMost, ReadPurpose purpose, Out& out) {
  const std::uint64_t id = nextRead_++;
  logReads_.emplace(id, std::move(purpose));
  log_.read(from, atMost, runtime::Token(id), out);
  if (!driving_) drainLog(out);
}

/// What was read is as old as the question: a suffix of it may have been replaced meanwhile, and its
/// replacement decided.
std::vector<wire::Block> Replica::decidedOnes(const std::vector<wire::Block>& blocks) const {
  std::vector<wire::Block> out;
  for (const wire::Block& block : blocks) {
    const log::EntryInfo* entry = log_.entry(block.header().height);
    if (block.header().height > core_->commit() || entry == nullptr) break;
    if (entry->hash != block.hash() && !faults_(kFaultExecuteReplaced)) break;
    out.push_back(block);
  }
  return out;
}

void Replica::onLog(const log::BlocksRead& answer, Out& out) {
  ReadPurpose purpose = ForStart{};
  if (const auto at = logReads_.find(answer.id.value); at != logReads_.end()) {
    purpose = std::move(at->second);
    logReads_.erase(at);
  }
  if (const auto* peer = std::get_if<ForPeer>(&purpose))
    return drive(consensus::BlocksRead{peer->peer, answer.blocks}, out);
  if (const auto* letter = std::get_if<ForLetter>(&purpose))
    return letter->answer(decidedOnes(answer.blocks));
  if (std::holds_alternative<ForExecution>(purpose)) {
    executionReads_ = false;
    if (answer.buffersFull) executionReadsFrom_ = surroundings_.tick().next();
    execution_->keep(decidedOnes(answer.blocks));
    return feedWhatWasRead(out);
  }
  if (core_) return;
  if (!opened_->entries.empty() && answer.blocks.empty()) return;  // buffers full: the tick tries again

  consensus::Config config;
  config.self = options_.self;
  config.genesis = genesis_;
  config.lane = options_.lane;
  config.voters = options_.genesis.voters();
  config.limits = options_.consensus;
  config.seed = surroundings_.randomNumber();
  for (const wire::GenesisNode& node : options_.genesis.nodes)
    if (node.kind == wire::NodeKind::kBusiness) config.learners.push_back(node.node);

  consensus::Recovered recovered;
  recovered.hardState = {opened_->state.term, opened_->state.vote};
  for (const log::EntryInfo& entry : opened_->entries) {
    if (recovered.terms.empty() || recovered.terms.back().term != entry.term)
      recovered.terms.push_back({entry.height, entry.term});
    recovered.last = entry.height;
    recovered.lastHash = entry.hash;
  }
  if (!answer.blocks.empty()) recovered.lastTime = answer.blocks.front().header().time;
  gate_.hardStateDurable(opened_->state);
  gate_.blocksDurable(recovered.last);
  core_.emplace(std::move(config), recovered, faults_);
  opened_.reset();
}

// ---- the network ----

void Replica::send(const consensus::Envelope& envelope, Out& out) {
  auto frame = std::make_shared<runtime::Frame>();
  frame->bytes = consensus::encode(envelope.message);
  frame->buffers = consensus::buffersOf(envelope.message);
  const auto channel = frame->buffers.empty() ? runtime::Channel::kControl : runtime::Channel::kBulk;
  out.add(runtime::SendFrame{envelope.to, channel, std::move(frame)});
}

void Replica::sendToAll(const consensus::MessageBody& body, Out& out) {
  const consensus::Message message{consensus::clusterTagOf(genesis_), options_.lane, options_.self,
                                   core_->term(), body};
  const auto toEach = [&](const std::vector<NodeId>& nodes) {
    for (const NodeId node : nodes)
      if (node != options_.self) send({node, message}, out);
  };
  toEach(core_->voters().newest().quorum.voters());
  toEach(core_->config().learners);
}

void Replica::stop(Error why, Out& out) {
  stopped_ = true;
  out.add(runtime::StopNode{std::move(why)});
}

}  // namespace aurigraph::replica
