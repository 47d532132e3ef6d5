#include "nodes/replica/consensus_driver.h"

#include <memory>
#include <string>
#include <utility>

namespace aurigraph::replica {
namespace {

log::LogOptions logOptions(const ConsensusDriver::Options& options) {
  log::LogOptions out = options.log;
  out.node = options.self;
  out.genesis = options.genesis;
  out.lane = options.lane;
  out.durable = options.voters.find(options.self) != nullptr;
  return out;
}

void sendFrame(const consensus::Envelope& envelope, runtime::Out& out) {
  auto frame = std::make_shared<runtime::Frame>();
  frame->bytes = consensus::encode(envelope.message);
  frame->buffers = consensus::buffersOf(envelope.message);
  const auto channel = frame->buffers.empty() ? runtime::Channel::kControl : runtime::Channel::kBulk;
  out.add(runtime::SendFrame{envelope.to, channel, std::move(frame)});
}

}  // namespace

ConsensusDriver::ConsensusDriver(Options options, runtime::Environment& environment, Faults faults)
    : options_(std::move(options)),
      environment_(environment),
      faults_(faults),
      log_(logOptions(options_), environment, faults) {}

// ---- the loop ----

/// The log's answers come first: what has become durable counts before anything else happens.
void ConsensusDriver::run(Out& out) {
  while (!failed_) {
    if (const auto answers = log_.takeAnswers(); !answers.empty()) {
      for (const log::Answer& answer : answers)
        if (!failed_) std::visit([&](const auto& what) { onLog(what, out); }, answer);
      continue;
    }
    if (events_.empty()) return;
    const consensus::Event next = std::move(events_.front());
    events_.pop_front();
    consensus::Effects effects;
    core_->step(next, effects);
    carryOut(std::move(effects), out);
  }
}

void ConsensusDriver::step(consensus::Event event, Out& out) {
  if (failed_) return;
  AG_ASSERT(core_.has_value() && events_.empty());
  events_.push_back(std::move(event));
  run(out);
}

void ConsensusDriver::readClocks() {
  if (!core_) return;
  consensus::Effects none;
  core_->step(consensus::ClockRead{{environment_.tick(), environment_.wallClock()}}, none);
}

void ConsensusDriver::onTick(Out& out) {
  log_.idle(out);
  if (core_) return step(consensus::Ticked{}, out);
  if (opened_ && reads_.empty()) readNewest(out);  // no buffer was free before
  run(out);
}

void ConsensusDriver::onIo(const runtime::IoDone& done, Out& out) {
  if (log_.owns(done.token)) log_.onIo(done, out);
  run(out);
}

void ConsensusDriver::carryOut(consensus::Effects effects, Out& out) {
  persist(effects, out);
  blocksFromTheFuture_ += effects.blocksFromTheFuture;
  blocksOfWrongVersion_ += effects.blocksOfWrongVersion;
  for (const consensus::Envelope& envelope : effects.sendNow) sendFrame(envelope, out);
  for (consensus::Deferred& deferred : effects.afterDurability) {
    if (faults_(kFaultSendBeforeDurable))
      sendFrame(deferred.envelope, out);
    else
      gate_.hold(std::move(deferred));
  }
  if (effects.seal) news_.emplace_back(SealDue{*effects.seal});
  for (const NodeId peer : effects.needCertificate) news_.emplace_back(CertificateLacked{peer});
  for (const consensus::NeedBlocks& need : effects.needBlocks)
    ask(need.from, {options_.limits.messageBytes, need.atMost}, ForPeer{need.peer}, out);
  if (effects.leader) news_.emplace_back(*effects.leader);
}

void ConsensusDriver::persist(consensus::Effects& effects, Out& out) {
  if (effects.persist == consensus::PersistSequence(0)) return;
  if (effects.truncateFrom) {
    gate_.truncated(*effects.truncateFrom);
    news_.emplace_back(Truncated{*effects.truncateFrom});
  }
  gate_.begin(effects.persist, effects.hardState, effects.append.empty() ? Height(0) : core_->last());
  if (effects.hardState)
    log_.setHardState({effects.hardState->term, effects.hardState->votedFor, core_->commit()}, out);
  if (effects.truncateFrom) log_.truncateFrom(*effects.truncateFrom);
  if (effects.append.empty()) return;
  for (const wire::Block& block : effects.append) news_.emplace_back(Appended{block});
  log_.append(std::move(effects.append), out);
}

// ---- the log's answers ----

void ConsensusDriver::open(Out& out) {
  log_.open(out);
  run(out);
}

void ConsensusDriver::onLog(const log::Opened& answer, Out& out) {
  if (answer.base != Height(0))
    return fail({"replica.no_snapshot",
                 "The log begins at height " + std::to_string(answer.base.value + 1) +
                     ", and there is no snapshot of what came before.",
                 options_.voters.find(options_.self) != nullptr ? kReplaceValidator : kStartEmpty});
  opened_ = answer;
  readNewest(out);
}

/// The newest block's time is needed before anything can follow it.
void ConsensusDriver::readNewest(Out& out) {
  if (opened_->entries.empty()) return makeCore({});
  ask(opened_->entries.back().height, {1, 1}, ForStart{}, out);
}

void ConsensusDriver::makeCore(const std::vector<wire::Block>& newest) {
  consensus::Config config;
  config.self = options_.self;
  config.genesis = options_.genesis;
  config.lane = options_.lane;
  config.voters = options_.voters;
  config.protocol = options_.protocol;
  config.understands = options_.understands;
  config.learners = options_.learners;
  config.limits = options_.limits;
  config.seed = environment_.randomNumber();

  consensus::Recovered recovered;
  recovered.hardState = {opened_->state.term, opened_->state.vote};
  for (const log::EntryInfo& entry : opened_->entries) {
    if (recovered.terms.empty() || recovered.terms.back().term != entry.term)
      recovered.terms.push_back({entry.height, entry.term});
    recovered.last = entry.height;
    recovered.lastHash = entry.hash;
  }
  if (!newest.empty()) {
    recovered.lastTime = newest.front().header().time;
    recovered.lastProtocol = newest.front().header().protocol;
  }
  gate_.hardStateDurable(opened_->state);
  gate_.blocksDurable(recovered.last);
  core_.emplace(std::move(config), recovered, faults_);
  opened_.reset();
}

void ConsensusDriver::onLog(const log::Durable&, Out& out) {
  if (gate_.blocksDurable(log_.durable())) releaseDurable(out);
}

void ConsensusDriver::onLog(const log::HardStateDurable& answer, Out& out) {
  if (gate_.hardStateDurable(answer.state)) releaseDurable(out);
}

void ConsensusDriver::releaseDurable(Out& out) {
  for (const consensus::Envelope& envelope : gate_.release()) sendFrame(envelope, out);
  if (core_) events_.emplace_back(consensus::Persisted{gate_.complete()});
}

void ConsensusDriver::onLog(const log::Failed& answer, Out&) {
  fail(answer.why);
}

void ConsensusDriver::fail(Error why) {
  failed_ = true;
  news_.emplace_back(DriverFailed{std::move(why)});
}

// ---- reading back ----

void ConsensusDriver::ask(Height from, log::ReadBound atMost, ReadPurpose purpose, Out& out) {
  const std::uint64_t id = nextRead_++;
  reads_.emplace(id, std::move(purpose));
  log_.read(from, atMost, runtime::Token(id), out);
}

void ConsensusDriver::readForExecution(Height from, log::ReadBound atMost, Out& out) {
  ask(from, atMost, ForExecution{}, out);
  run(out);
}

void ConsensusDriver::read(Height from, log::ReadBound atMost, Blocks answer, Out& out) {
  ask(from, atMost, ForOther{std::move(answer)}, out);
  run(out);
}

/// What was read is as old as the question: a suffix of it may have been replaced meanwhile, and its
/// replacement decided.
std::vector<wire::Block> ConsensusDriver::decidedOnes(const std::vector<wire::Block>& blocks) const {
  std::vector<wire::Block> out;
  for (const wire::Block& block : blocks) {
    const log::EntryInfo* entry = log_.entry(block.header().height);
    if (block.header().height > core_->commit() || entry == nullptr) break;
    if (entry->hash != block.hash() && !faults_(kFaultExecuteReplaced)) break;
    out.push_back(block);
  }
  return out;
}

void ConsensusDriver::onLog(const log::BlocksRead& answer, Out&) {
  const auto at = reads_.find(answer.id.value);
  AG_ASSERT(at != reads_.end());
  const ReadPurpose purpose = std::move(at->second);
  reads_.erase(at);
  if (const auto* peer = std::get_if<ForPeer>(&purpose)) {
    events_.emplace_back(consensus::BlocksRead{peer->peer, answer.blocks});
  } else if (const auto* other = std::get_if<ForOther>(&purpose)) {
    other->answer(decidedOnes(answer.blocks));
  } else if (std::holds_alternative<ForExecution>(purpose)) {
    news_.emplace_back(ReadForExecution{decidedOnes(answer.blocks), answer.buffersFull});
  } else if (!answer.blocks.empty()) {  // else buffers are full: the tick tries again
    makeCore(answer.blocks);
  }
}

// ---- the network ----

void ConsensusDriver::send(NodeId to, const consensus::MessageBody& body, Out& out) const {
  sendFrame(
      {to, {consensus::clusterTagOf(options_.genesis), options_.lane, options_.self, core_->term(), body}},
      out);
}

void ConsensusDriver::sendToAll(const consensus::MessageBody& body, Out& out) const {
  const auto toEach = [&](const std::vector<NodeId>& nodes) {
    for (const NodeId node : nodes)
      if (node != options_.self) send(node, body, out);
  };
  toEach(core_->voters().newest().quorum.voters());
  toEach(options_.learners);
}

}  // namespace aurigraph::replica
