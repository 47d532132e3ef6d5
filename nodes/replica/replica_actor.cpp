#include "nodes/replica/replica_actor.h"

#include <algorithm>
#include <utility>

#include "nodes/replica/forward.h"

namespace aurigraph::replica {
namespace {

constexpr runtime::Token kTickToken{1};
constexpr std::uint64_t kFirstVerifyToken = std::uint64_t{1} << 40;
constexpr std::uint64_t kFirstSealToken = std::uint64_t{1} << 41;
/// Of buffers that one answer to ReadBlocks may take.
constexpr std::size_t kReadBlocksBytes = std::size_t{1024} * 1024;

ConsensusDriver::Options driverOptions(const ReplicaOptions& options, const Digest& genesis) {
  ConsensusDriver::Options out;
  out.self = options.self;
  out.genesis = genesis;
  out.lane = options.lane;
  out.voters = options.genesis.voters();
  out.protocol = options.genesis.protocol;
  out.understands = options.execution.understands;
  for (const wire::GenesisNode& node : options.genesis.nodes)
    if (node.kind == wire::NodeKind::kBusiness) out.learners.push_back(node.node);
  out.limits = options.consensus;
  out.log = options.log;
  return out;
}

// Every voter that does not have to catch up has executed an activation when the first block comes that may
// be of its version: what is decided and not executed there, and what is not decided yet, is less than the
// distance.
static_assert(ledger::Limits{}.activationLeastAhead >
              consensus::Limits{}.executionLag + consensus::Limits{}.uncommittedBlocks);

ReplicaStatus::Role roleOf(consensus::RoleKind kind) {
  switch (kind) {
    case consensus::RoleKind::kFollower:
      return ReplicaStatus::Role::kFollower;
    case consensus::RoleKind::kPreCandidate:
    case consensus::RoleKind::kCandidate:
      return ReplicaStatus::Role::kCandidate;
    case consensus::RoleKind::kLeader:
      return ReplicaStatus::Role::kLeader;
    case consensus::RoleKind::kLearner:
      return ReplicaStatus::Role::kLearner;
  }
  return ReplicaStatus::Role::kRecovering;
}

}  // namespace

Replica::Replica(ReplicaOptions options, runtime::Environment& environment, Faults faults)
    : options_(std::move(options)),
      genesis_(options_.genesis.digest()),
      voters_(options_.genesis.voters()),
      environment_(environment),
      faults_(faults),
      driver_(driverOptions(options_, genesis_), environment, faults),
      queue_({options_.self, genesis_, options_.lane, options_.ordering, options_.heldBatches,
              options_.heldBytes},
             environment, faults),
      sealing_(options_.self, voters_, genesis_, options_.lane, kFirstSealToken) {}

void Replica::step(const runtime::Event& event, Out& out) {
  if (stopped_) return;
  driver_.readClocks();
  std::visit([&](const auto& what) { on(what, out); }, event);
  hearDriver(out);
  if (!stopped_ && driver_.core() != nullptr) work(out);
}

// ---- a turn's work ----

/// Ends every turn: whatever the event made possible.
void Replica::work(Out& out) {
  execute(out);
  if (stopped_) return;
  queue_.step(driver_, executor_->execution(), out);
  hearDriver(out);
  if (stopped_) return;
  passOnFinal(out);
  lookWhetherReady(out);
  if (executor_->hasMore(*driver_.core()) && !std::exchange(continueAsked_, true))
    out.add(runtime::ContinueSoon{});
}

void Replica::execute(Out& out) {
  executor_->feed(driver_, out);
  hearDriver(out);
  if (stopped_) return;
  const auto done = executor_->run(*driver_.core());
  for (const BlockApplied& applied : done) {
    queue_.executed(applied);
    tellListeners(applied, out);
  }
  if (const auto lacks = executor_->execution().lacksVersion()) return stop(needsVersion(*lacks), out);
  if (!done.empty()) {
    tellInvariants(out);
    const Execution& execution = executor_->execution();
    driver_.step(consensus::Applied{execution.applied(), execution.versions()}, out);
    hearDriver(out);
    if (stopped_) return;
    executor_->feed(driver_, out);
    hearDriver(out);
  }
  executor_->answerLooks();
}

void Replica::tellInvariants(Out& out) {
  const ledger::Ledger* ledger = executor_->execution().machine().ledger();
  if (ledger == nullptr || !ledger->invariantAlarm() || std::exchange(invariantTold_, true)) return;
  tellListeners(InvariantBroken{*ledger->invariantAlarm()}, out);
}

void Replica::lookWhetherReady(Out& out) {
  const consensus::Core& core = *driver_.core();
  if (driver_.leads()) readiness_.heard(core.term(), core.commit());
  const Height applied = executor_->execution().applied();
  const bool changed = readiness_.look(applied, [this](Height height) {
    const log::EntryInfo* entry = driver_.log().entry(height);
    return entry == nullptr ? Term(0) : entry->term;
  });
  if (changed) tellListeners(ReadinessChanged{readiness_.ready(), applied}, out);
}

// ---- what the driver's run means ----

/// What is done about news may make the driver run again.
void Replica::hearDriver(Out& out) {
  for (auto news = driver_.takeNews(); !news.empty() && !stopped_; news = driver_.takeNews())
    for (DriverNews& what : news)
      if (!stopped_) std::visit([&](auto& each) { on(each, out); }, what);
}

void Replica::on(const CertificateLacked& news, Out& out) {
  if (sealing_.newest()) driver_.send(news.peer, consensus::CertificateNotice{*sealing_.newest()}, out);
}

void Replica::on(const consensus::Leadership& news, Out& out) {
  queue_.leaderChanged();
  tellListeners(LeaderChanged{news.leader, news.term}, out);
}

// ---- what comes in ----

void Replica::on(const runtime::Started&, Out& out) {
  std::unique_ptr<StateMachine> machine;
  if (options_.machine) {
    machine = options_.machine();
  } else if (options_.genesis.protocol > options_.execution.understands) {
    return stop(needsVersion(options_.genesis.protocol), out);
  } else {
    auto ledger = ledger::Ledger::fromGenesis(options_.genesis, options_.stateSecret, options_.ledger, {},
                                              options_.lane);
    if (!ledger) return stop(ledger.error(), out);
    machine = std::make_unique<LedgerMachine>(std::move(*ledger));
  }
  executor_.emplace(
      Execution(std::move(machine), genesis_, options_.lane, voters_, options_.execution, kFirstVerifyToken),
      options_.execution.readAheadBytes, environment_, faults_);
  out.add(runtime::SetTimer{environment_.tick().next(), kTickToken});
  driver_.open(out);
}

void Replica::on(const runtime::Fired& event, Out& out) {
  if (event.token != kTickToken) return;
  out.add(runtime::SetTimer{environment_.tick().next(), kTickToken});
  driver_.onTick(out);
}

void Replica::on(const runtime::PeerUp& event, Out& out) {
  if (driver_.core() != nullptr) driver_.step(consensus::PeerReconnected{event.peer}, out);
}

void Replica::on(const runtime::PeerDown& event, Out& out) {
  if (driver_.core() != nullptr) driver_.step(consensus::PeerLost{event.peer}, out);
}

void Replica::on(const runtime::Verified& event, Out& out) {
  if (!executor_ || executor_->on(event)) return;
  const auto news = sealing_.onVerified(event, out);
  if (!news && news.error().code != "seal.conflicting") ++framesRefused_;
  if (news) certified(*news, out);
}

void Replica::on(const runtime::Signed& event, Out& out) {
  if (const auto seal = sealing_.onSigned(event, out)) ownSeal(*seal, out);
}

void Replica::on(const runtime::FrameReceived& event, Out& out) {
  if (driver_.core() == nullptr || event.frame->bytes.empty()) return;
  if (event.frame->bytes[0] == kForwardKind) {
    auto batch = decodeForward(*event.frame, event.from, genesis_, options_.lane);
    if (!batch) {
      ++framesRefused_;
      return;
    }
    return queue_.forwarded(std::move(*batch));
  }
  auto message = consensus::decodeMessage(event.frame->bytes, event.frame->buffers, genesis_, options_.lane);
  if (!message || message->from != event.from) {
    ++framesRefused_;
    return;
  }
  onMessage(std::move(*message), out);
}

void Replica::onMessage(consensus::Message message, Out& out) {
  const consensus::Core& core = *driver_.core();
  if (const auto* notice = std::get_if<consensus::SealNotice>(&message.body)) {
    // A seal of its own sender only, and of what is decided here: else anybody could fill the collector.
    const bool own = notice->seal.voter == message.from;
    if (own && driver_.leads() && notice->seal.statement.height <= core.commit() &&
        !sealing_.offer(notice->seal, out))
      ++framesRefused_;
    return;
  }
  if (const auto* notice = std::get_if<consensus::CertificateNotice>(&message.body)) {
    if (!sealing_.offer(notice->certificate, out)) ++framesRefused_;
    return;
  }
  std::optional<Height> decided;
  if (const auto* append = std::get_if<consensus::Append>(&message.body)) decided = append->commit;
  const auto [from, term] = std::pair(message.from, message.term);
  driver_.step(consensus::Received{std::move(message)}, out);
  // Of whom the core takes for its leader only.
  if (decided && core.leader() == from && core.term() == term) readiness_.heard(term, *decided);
}

void Replica::on(const runtime::Delivered& event, Out& out) {
  const std::any& message = *event.message;
  const consensus::Core* core = driver_.core();
  if (const auto* batch = std::any_cast<SubmitBatch>(&message)) return queue_.submit(*batch, event.message);
  if (const auto* read = std::any_cast<ReadLedger>(&message)) return executor_->look(read->read);
  if (const auto* ask = std::any_cast<AskStatus>(&message)) return ask->answer(status());
  if (const auto* read = std::any_cast<ReadBlocks>(&message)) {
    if (core == nullptr || read->from == Height(0) || read->from > core->commit()) return read->answer({});
    const std::uint64_t decided = core->commit().value - read->from.value + 1;
    return driver_.read(read->from, {kReadBlocksBytes, std::min<std::uint64_t>(read->atMost, decided)},
                        read->answer, out);
  }
  if (const auto* handOver = std::any_cast<HandOverLeadership>(&message)) {
    if (core != nullptr) driver_.step(consensus::TransferLeadership{handOver->to}, out);
  }
}

ReplicaStatus Replica::status() const {
  ReplicaStatus out;
  out.node = options_.self;
  out.lane = options_.lane;
  out.role = ReplicaStatus::Role::kRecovering;
  if (const consensus::Core* core = driver_.core()) {
    out.role = roleOf(core->role());
    out.term = core->term();
    out.leader = core->leader();
    out.committed = core->commit();
    out.clocksAstray = core->clocksAstray();
  }
  out.ready = readiness_.ready();
  out.known = readiness_.known();
  if (const Execution* execution = this->execution()) {
    out.applied = execution->applied();
    out.checkpoint = execution->machine().checkpointHeight();
    out.stateRoot = execution->machine().stateRoot();
    out.operationsApplied = execution->operationsApplied();
    out.versions = execution->versions();
    if (const auto* ledger = execution->machine().ledger()) {
      out.stateBytes = ledger->memoryBytes();
      out.brokenInvariant = ledger->invariantAlarm().value_or("");
    }
  }
  out.certified = sealing_.certified();
  out.framesRefused = framesRefused_;
  out.blocksFromTheFuture = driver_.blocksFromTheFuture();
  out.blocksOfWrongVersion = driver_.blocksOfWrongVersion();
  out.batchesDropped = queue_.dropped();
  out.sealConflicts = sealing_.conflicts();
  return out;
}

// ---- what goes out ----

void Replica::tellListeners(std::any message, Out& out) {
  if (options_.listeners.empty()) return;
  const auto shared = std::make_shared<const std::any>(std::move(message));
  for (const runtime::ActorId listener : options_.listeners) out.add(runtime::SendMessage{listener, shared});
}

Error Replica::needsVersion(Protocol protocol) const {
  return {"replica.needs_version",
          "The cluster has gone over to protocol version " + std::to_string(protocol.value) +
              "; this release understands versions up to " +
              std::to_string(options_.execution.understands.value) +
              " and stops before the first block of it rather than guess.",
          "Install a release of Aurigraph that knows protocol version " + std::to_string(protocol.value) +
              " on this node and start it again: it goes on where it stopped. Nothing is lost."};
}

void Replica::stop(Error why, Out& out) {
  stopped_ = true;
  out.add(runtime::StopNode{std::move(why)});
}

}  // namespace aurigraph::replica
