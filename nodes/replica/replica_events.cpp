// Replica: what comes in.

#include <algorithm>

#include "nodes/replica/forward.h"
#include "nodes/replica/replica_actor.h"

namespace aurigraph::replica {
namespace {

constexpr runtime::Token kTickToken{1};
constexpr std::uint64_t kFirstVerifyToken = std::uint64_t{1} << 40;
/// Of buffers that one answer to ReadBlocks may take.
constexpr std::size_t kLetterBytes = std::size_t{1024} * 1024;

}  // namespace

void Replica::on(const runtime::Started&, Out& out) {
  std::unique_ptr<StateMachine> machine;
  if (options_.machine) {
    machine = options_.machine();
  } else {
    auto ledger = ledger::Ledger::fromGenesis(options_.genesis, options_.ledger);
    if (!ledger) return stop(ledger.error(), out);
    machine = std::make_unique<LedgerMachine>(std::move(*ledger));
  }
  execution_.emplace(std::move(machine), genesis_, options_.lane, voters_, options_.execution,
                     kFirstVerifyToken);
  out.add(runtime::SetTimer{surroundings_.tick().next(), kTickToken});
  log_.open(out);
  drainLog(out);
}

void Replica::on(const runtime::Fired& event, Out& out) {
  if (event.token != kTickToken) return;
  out.add(runtime::SetTimer{surroundings_.tick().next(), kTickToken});
  log_.idle(out);
  if (core_) return drive(consensus::Ticked{}, out);
  if (opened_ && logReads_.empty()) startCore(out);  // no buffer was free before
}

void Replica::on(const runtime::IoDone& event, Out& out) {
  if (log_.owns(event.token)) log_.onIo(event, out);
  drainLog(out);
}

void Replica::on(const runtime::PeerUp& event, Out& out) {
  if (core_) drive(consensus::PeerReconnected{event.peer}, out);
}

void Replica::on(const runtime::PeerDown& event, Out& out) {
  if (core_) drive(consensus::PeerLost{event.peer}, out);
}

void Replica::on(const runtime::Verified& event, Out& out) {
  if (!execution_ || execution_->verified(event)) return;
  const auto news = sealing_.onVerified(event, out);
  if (!news && news.error().code != "seal.conflicting") ++framesRefused_;
  if (news) certified(*news, out);
}

void Replica::on(const runtime::Signed& event, Out& out) {
  if (const auto seal = sealing_.onSigned(event, out)) ownSeal(*seal, out);
}

// ---- frames ----

void Replica::on(const runtime::FrameReceived& event, Out& out) {
  if (!core_ || event.frame->bytes.empty()) return;
  if (event.frame->bytes[0] == kForwardKind) return onForward(event);
  auto message = consensus::decodeMessage(event.frame->bytes, event.frame->buffers, genesis_, options_.lane);
  if (!message || message->from != event.from) {
    ++framesRefused_;
    return;
  }
  onMessage(std::move(*message), out);
}

void Replica::onMessage(consensus::Message message, Out& out) {
  if (const auto* notice = std::get_if<consensus::SealNotice>(&message.body)) {
    // A seal of its own sender only, and of what is decided here: else anybody could fill the desk.
    const bool own = notice->seal.voter == message.from;
    if (own && leads() && notice->seal.statement.height <= core_->commit() &&
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
  drive(consensus::Received{std::move(message)}, out);
  // Of whom the core takes for its leader only.
  if (decided && core_->leader() == from && core_->term() == term) readiness_.heard(term, *decided);
}

void Replica::onForward(const runtime::FrameReceived& event) {
  auto batch = decodeForward(*event.frame, event.from, genesis_, options_.lane);
  if (!batch) {
    ++framesRefused_;
    return;
  }
  if (!hasRoomFor(batch->header)) {
    ++batchesDropped_;
    return;
  }
  const ByteView body = batch->buffer.body();
  heldBytes_ += body.size();
  held_.push_back({batch->header, body, std::make_shared<BufferRef>(std::move(batch->buffer)), true});
}

// ---- letters ----

void Replica::on(const runtime::Delivered& event, Out& out) {
  const std::any& letter = *event.letter;
  if (const auto* batch = std::any_cast<SubmitBatch>(&letter)) return submit(*batch, event.letter);
  if (const auto* read = std::any_cast<ReadLedger>(&letter)) {
    reads_.push_back(read->read);
    return answerReads();
  }
  if (const auto* ask = std::any_cast<AskStatus>(&letter)) return ask->answer(status());
  if (const auto* read = std::any_cast<ReadBlocks>(&letter)) {
    if (!core_ || read->from == Height(0) || read->from > core_->commit()) return read->answer({});
    const std::uint64_t decided = core_->commit().value - read->from.value + 1;
    return readLog(read->from, {kLetterBytes, std::min<std::uint64_t>(read->atMost, decided)},
                   ForLetter{read->answer}, out);
  }
  if (const auto* handOver = std::any_cast<HandOverLeadership>(&letter)) {
    if (core_) drive(consensus::TransferLeadership{handOver->to}, out);
  }
}

void Replica::submit(const SubmitBatch& letter, const runtime::Letter& keep) {
  const BufferRef& packed = letter.buffer;
  const auto header = packed ? Result<wire::BatchHeader>(headerOf(packed)) : wire::parseBatch(letter.batch);
  if (!header || header->genesis != genesis_ || header->lane != options_.lane || !hasRoomFor(*header)) {
    ++batchesDropped_;
    return;
  }
  heldBytes_ += header->bodySize;
  const ByteView body = packed ? packed.body() : ByteView(letter.batch).subspan(sizeof(wire::BatchHeader));
  held_.push_back({*header, body, keep, false, packed});
}

bool Replica::hasRoomFor(const wire::BatchHeader& header) const {
  return held_.size() < options_.heldBatches && heldBytes_ + header.bodySize <= options_.heldBytes;
}

ReplicaStatus Replica::status() const {
  ReplicaStatus out;
  out.node = options_.self;
  out.lane = options_.lane;
  out.role = ReplicaStatus::Role::kRecovering;
  if (core_) {
    switch (core_->role()) {
      case consensus::RoleKind::kFollower:
        out.role = ReplicaStatus::Role::kFollower;
        break;
      case consensus::RoleKind::kPreCandidate:
      case consensus::RoleKind::kCandidate:
        out.role = ReplicaStatus::Role::kCandidate;
        break;
      case consensus::RoleKind::kLeader:
        out.role = ReplicaStatus::Role::kLeader;
        break;
      case consensus::RoleKind::kLearner:
        out.role = ReplicaStatus::Role::kLearner;
        break;
    }
    out.term = core_->term();
    out.leader = core_->leader();
    out.committed = core_->commit();
    out.clocksAstray = core_->clocksAstray();
  }
  out.ready = readiness_.ready();
  out.known = readiness_.known();
  if (execution_) {
    out.applied = execution_->applied();
    out.checkpoint = execution_->machine().checkpointHeight();
    out.stateRoot = execution_->machine().stateRoot();
    out.operationsApplied = execution_->operationsApplied();
    if (const auto* ledger = execution_->machine().ledger()) out.stateBytes = ledger->memoryBytes();
  }
  out.certified = sealing_.certified();
  out.framesRefused = framesRefused_;
  out.blocksFromTheFuture = blocksFromTheFuture_;
  out.batchesDropped = batchesDropped_;
  out.sealConflicts = sealing_.conflicts();
  return out;
}

}  // namespace aurigraph::replica
