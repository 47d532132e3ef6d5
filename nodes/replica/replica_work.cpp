// Replica: ordering, execution, sealing.

#include <algorithm>
#include <any>
#include <utility>

#include "nodes/replica/forward.h"
#include "nodes/replica/replica_actor.h"

namespace aurigraph::replica {

bool Replica::leads() const {
  return core_ && core_->role() == consensus::RoleKind::kLeader;
}

/// Only when our own election block is executed does the ledger show what the log holds.
bool Replica::mayOrder() const {
  return leads() && electionBlock_ != Height(0) &&
         (execution_->applied() >= electionBlock_ || faults_(kFaultOrderTooEarly));
}

/// Ends every turn: whatever the event made possible.
void Replica::work(Out& out) {
  execute(out);
  orderHeld(out);
  propose(out);
  passOnFinal(out);
  lookWhetherReady(out);
  const Height decided = faults_(kFaultExecuteUndecided) ? core_->last() : core_->commit();
  if (execution_->hasMore(decided) && !std::exchange(continueAsked_, true)) out.add(runtime::ContinueSoon{});
}

// ---- ordering ----

void Replica::orderHeld(Out& out) {
  if (execution_->midBlock()) return;  // sessions are being written
  if (leads() && !mayOrder()) return;  // soon
  while (!held_.empty()) {
    Held held = std::move(held_.front());
    held_.pop_front();
    heldBytes_ -= held.body.size();
    if (leads()) {
      if (!ordering_.add(held.header, held.body, std::move(held.keep), execution_->machine()))
        ++batchesDropped_;
    } else if (const NodeId leader = core_->leader(); leader != NodeId(0) && !held.forwarded) {
      forward(held, leader, out);
    } else {
      ++batchesDropped_;
    }
  }
}

void Replica::forward(const Held& held, NodeId leader, Out& out) {
  if (held.packed) {
    out.add(runtime::SendFrame{leader, runtime::Channel::kBulk,
                               encodeForward(options_.self, genesis_, options_.lane, held.packed)});
    return;
  }
  const auto fits =
      held.body.size() <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock;
  BufferRef buffer = surroundings_.acquire(fits);
  if (!buffer) {
    ++batchesDropped_;
    return;
  }
  out.add(runtime::SendFrame{
      leader, runtime::Channel::kBulk,
      encodeForward(options_.self, genesis_, options_.lane, held.header, held.body, std::move(buffer))});
}

void Replica::propose(Out& out) {
  while (const auto slot = core_->slot()) {
    if (slot->kind == wire::BlockKind::kElection) {
      proposeBlock(*slot, false, out);
      if (electionBlock_ == Height(0)) return;  // no buffer: the next tick tries again
      continue;
    }
    const std::uint64_t undecided = core_->last().value - core_->commit().value;
    if (ordering_.ready(undecided)) {
      const Height before = core_->last();
      proposeBlock(*slot, true, out);
      if (core_->last() == before) return;
      continue;
    }
    // Nothing to order, but something on the ledger is due: an empty block lets its time come.
    const bool idle = ordering_.empty() && execution_->applied() == core_->last();
    if (!idle || !mayOrder()) return;
    const auto due = execution_->machine().nextTimer();
    if (due && *due <= slot->time) proposeBlock(*slot, false, out);
    return;
  }
}

void Replica::proposeBlock(const consensus::Slot& slot, bool withBatches, Out& out) {
  BufferRef buffer = surroundings_.acquire(withBatches ? ordering_.nextClass() : BufferClass::kSmall);
  if (!buffer) return;
  wire::Block block = ordering_.build(slot, std::move(buffer), withBatches);
  if (slot.kind == wire::BlockKind::kElection) electionBlock_ = slot.height;
  drive(consensus::Propose{std::move(block)}, out);
}

// ---- execution ----

void Replica::expect(const wire::Block& block, Out& out) {
  const std::size_t before = out.requests().size();
  execution_->expect(block, out);
  if (!faults_(kFaultApplyBeforeVerdict)) return;
  for (std::size_t at = before; at < out.requests().size(); ++at)
    if (const auto* asked = std::get_if<runtime::VerifyBatch>(&out.requests()[at]))
      execution_->verified({asked->token, true, {}});
}

/// Gives execution the blocks it has not seen: what was decided before this node came back, or what it
/// was too far behind for when it was appended. From memory as its turn comes near; from the log in large
/// reads, each block once, and the next read while the last one is being executed.
void Replica::feedExecution(Out& out) {
  feedWhatWasRead(out);
  const Height decided = core_->commit();
  Height next = execution_->lacks();
  const wire::Block* held = nullptr;
  for (; next <= decided; next = next.next()) {
    held = core_->block(next);
    if (held == nullptr || !execution_->isNear(next)) break;
    expect(*held, out);
  }
  if (next > decided || held != nullptr || executionReads_ || !execution_->hasRoom()) return;
  if (surroundings_.tick() < executionReadsFrom_) return;
  executionReads_ = true;
  // What is decided is never replaced. With the fault it may be: by what was asked for too early.
  const Height upTo = faults_(kFaultExecuteReplaced) ? core_->last() : decided;
  readLog(next, {options_.execution.readAheadBytes / 2, upTo.value - next.value + 1}, ForExecution{}, out);
}

void Replica::feedWhatWasRead(Out& out) {
  while (const auto block = execution_->takeKept()) expect(*block, out);
}

void Replica::execute(Out& out) {
  feedExecution(out);
  const Height decided = faults_(kFaultExecuteUndecided) ? core_->last() : core_->commit();
  const auto done = execution_->run(decided);
  for (const BlockApplied& applied : done) {
    ordering_.executed(applied.block, applied.results);
    tellListeners(applied, out);
  }
  if (!done.empty()) {
    drive(consensus::Applied{execution_->applied()}, out);
    feedExecution(out);
  }
  answerReads();
}

void Replica::answerReads() {
  while (!reads_.empty() && execution_ && !execution_->midBlock()) {
    const auto read = std::move(reads_.front());
    reads_.pop_front();
    read(execution_->ledger());
  }
}

void Replica::lookWhetherReady(Out& out) {
  if (leads()) readiness_.heard(core_->term(), core_->commit());
  const bool changed = readiness_.look(execution_->applied(), [this](Height height) {
    const log::EntryInfo* entry = log_.entry(height);
    return entry == nullptr ? Term(0) : entry->term;
  });
  if (changed) tellListeners(ReadinessChanged{readiness_.ready(), execution_->applied()}, out);
}

// ---- seals and certificates ----

void Replica::ownSeal(const wire::Seal& seal, Out& out) {
  if (leads()) return certified(sealing_.addOwn(seal), out);
  if (core_->leader() == NodeId(0)) return;
  send({core_->leader(),
        {consensus::clusterTagOf(genesis_), options_.lane, options_.self, core_->term(),
         consensus::SealNotice{seal}}},
       out);
}

void Replica::certified(Sealing::News news, Out& out) {
  if (news == Sealing::News::kNone) return;
  if (news == Sealing::News::kFormed) sendToAll(consensus::CertificateNotice{*sealing_.newest()}, out);
  drive(consensus::Certified{sealing_.newest()->statement.height}, out);
}

void Replica::passOnFinal(Out& out) {
  const auto certificate = sealing_.nextFinal(execution_->applied());
  if (!certificate) return;
  const auto own = execution_->statementAt(certificate->statement.height);
  if (own && *own != certificate->statement)
    return stop({"replica.diverged",
                 "A majority of validators certified another history at height " +
                     std::to_string(own->height.value) + " than this node has executed.",
                 votes_ ? kReplaceValidator : kStartEmpty},
                out);
  tellListeners(CertificateFormed{*certificate}, out);
}

void Replica::tellListeners(std::any letter, Out& out) {
  if (options_.listeners.empty()) return;
  const auto shared = std::make_shared<const std::any>(std::move(letter));
  for (const runtime::ActorId listener : options_.listeners) out.add(runtime::SendLetter{listener, shared});
}

}  // namespace aurigraph::replica
