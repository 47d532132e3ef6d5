#include "app/sim/checker.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/sim/nemesis.h"

namespace aurigraph::sim {
namespace {

std::string nodeText(NodeId node) {
  return "node " + std::to_string(node.value);
}
std::string heightText(Height height) {
  return "height " + std::to_string(height.value);
}

}  // namespace

Checker::Checker(const wire::Genesis& genesis, Signatures signatures, audit::Policy policy)
    : genesis_(genesis),
      voters_(genesis.voters()),
      signatures_(signatures),
      auditor_(genesis, std::move(policy)) {}

void Checker::violate(std::string what) {
  if (!violation_) violation_ = std::move(what);
}

// ---- consensus ----

void Checker::afterTurn(NodeId node) {
  const Replica* replica = world_->replica(node);
  if (replica == nullptr || replica->core() == nullptr) return;
  State& state = states_[node];
  const auto& core = *replica->core();
  if (core.term() < state.term) violate("terms never go back: " + nodeText(node));
  state.term = core.term();
  state.highest = std::max(state.highest, state.term);
  checkLeader(node, *replica);
  noteCommit(node, *replica);
}

void Checker::checkLeader(NodeId node, const Replica& replica) {
  State& state = states_[node];
  const auto& core = *replica.core();
  if (core.role() != consensus::RoleKind::kLeader) return;
  if (state.leads == core.term()) return checkMatches(node, replica);
  state.leads = core.term();
  state.matches.clear();
  const auto [known, fresh] = leaders_.emplace(core.term(), node);
  if (!fresh && known->second != node)
    violate("election safety: term " + std::to_string(core.term().value) + " is led by " +
            nodeText(known->second) + " and " + nodeText(node));
  // What a later term decided it need not have: its votes may have come late (Raft §5.4.3).
  const auto later = std::ranges::lower_bound(decidedIn_, core.term());
  const Height newest(static_cast<std::uint64_t>(later - decidedIn_.begin()));
  if (newest == Height()) return;
  const log::EntryInfo* entry = replica.log().entry(newest);
  if (core.last() < newest || entry == nullptr || entry->hash != decided_[newest.value - 1])
    violate("leader completeness: " + nodeText(node) + " leads term " + std::to_string(core.term().value) +
            " without the decided block of " + heightText(newest));
}

void Checker::noteCommit(NodeId node, const Replica& replica) {
  State& state = states_[node];
  const Height commit = replica.core()->commit();
  if (commit < state.commit) violate("the commit index never goes back: " + nodeText(node));
  while (state.commit < commit) {
    state.commit = state.commit.next();
    const log::EntryInfo* entry = replica.log().entry(state.commit);
    if (entry == nullptr) return violate("a decided block is in its node's log: " + nodeText(node));
    decide(node, state.commit, entry->hash, replica.core()->term());
  }
}

void Checker::decide(NodeId node, Height height, const Digest& hash, Term term) {
  if (height <= decided()) {
    if (decided_[height.value - 1] != hash)
      violate("state machine safety: " + nodeText(node) + " decided another block at " + heightText(height));
    return;
  }
  decided_.push_back(hash);
  decidedIn_.push_back(decidedIn_.empty() ? term : std::max(term, decidedIn_.back()));
  if (durableCopies(height, hash) < voters_.majority())
    violate("durable majority: " + heightText(height) + " was decided by " + nodeText(node) + " with " +
            std::to_string(durableCopies(height, hash)) + " durable copies");
}

bool Checker::hasDurable(NodeId voter, Height height, const Digest& hash) const {
  const Replica* replica = world_->replica(voter);
  if (replica != nullptr && replica->core() != nullptr) {
    const log::EntryInfo* entry = replica->log().entry(height);
    return entry != nullptr && entry->hash == hash && replica->log().durable() >= height;
  }
  const auto at = states_.find(voter);
  if (at == states_.end()) return false;
  const auto& durable = at->second.durable;
  return height.value <= durable.size() && durable[height.value - 1] == hash;
}

std::size_t Checker::durableCopies(Height height, const Digest& hash) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      world_->validators(), [&](NodeId voter) { return hasDurable(voter, height, hash); }));
}

/// What a leader believes of a voter, that voter has on its disk.
void Checker::checkMatches(NodeId node, const Replica& leader) {
  for (const auto& peer : leader.core()->peers()) {
    Height& seen = states_[node].matches[peer.node];
    if (!peer.votes || peer.match == seen || world_->halted(peer.node)) continue;
    seen = peer.match;
    const log::EntryInfo* entry = leader.log().entry(peer.match);
    // A later leader may have replaced there what this one, not knowing yet, still counts.
    if (states_[peer.node].highest > leader.core()->term()) continue;
    if (lostByRot(peer.node)) continue;  // it had it: the word of it came late
    if (entry != nullptr && !hasDurable(peer.node, peer.match, entry->hash))
      violate("a leader counts what is durable: " + nodeText(node) + " believes " + nodeText(peer.node) +
              " has its block of " + heightText(peer.match));
  }
}

bool Checker::lostByRot(NodeId node) const {
  const Replica* replica = world_->replica(node);
  if (!damaged_.contains(node) || replica == nullptr || replica->core() == nullptr) return false;
  return std::ranges::any_of(world_->validators(), [&](NodeId other) {
    const Replica* leader = world_->replica(other);
    if (leader == nullptr || leader->core() == nullptr) return false;
    return std::ranges::any_of(leader->core()->peers(), [&](const auto& peer) {
      return peer.node == node && peer.match > replica->core()->last();
    });
  });
}

void Checker::ended(NodeId node, std::string_view code) {
  State& state = states_[node];
  if (const Replica* replica = world_->replica(node); replica != nullptr && replica->core() != nullptr) {
    state.durable.clear();
    for (Height at(1); at <= replica->log().durable(); at = at.next())
      state.durable.push_back(replica->log().entry(at)->hash);
  }
  state.term = Term();
  state.commit = state.applied = Height();
  state.leads.reset();
  state.matches.clear();
  if (code.empty()) return;
  if (code == "log.damaged" && damaged_.contains(node)) return world_->halt(node);
  if (code == "log.never_formatted" && lost_.contains(node)) return world_->halt(node);
  if (!stops_.contains({node, std::string(code)}))
    violate("a node stops only for a reason: " + nodeText(node) + " said " + std::string(code));
}

// ---- execution ----

void Checker::applied(NodeId node, const replica::BlockApplied& block) {
  const Replica& replica = *world_->replica(node);
  noteCommit(node, replica);
  State& state = states_[node];
  const Height height = block.block.header().height;
  if (height != state.applied.next()) violate("blocks are executed in order: " + nodeText(node));
  state.applied = height;
  if (height > decided() || decided_[height.value - 1] != block.block.hash())
    return violate("only decided blocks are executed: " + nodeText(node) + " at " + heightText(height));
  const auto statement = replica.execution()->statementAt(height);
  if (height.value > executed_.size()) {
    Executed fresh;
    for (std::size_t at = 0; at < block.block.batchCount(); ++at)
      fresh.batches.push_back(block.block.batch(at).digest());
    fresh.outcome = block.outcome;
    if (statement) fresh.statement = *statement;
    checkBlockTime(block.block.header());
    executed_.push_back(std::move(fresh));
    return audit(block);
  }
  const Executed& known = executed_[height.value - 1];
  if (known.outcome.resultsRoot != block.outcome.resultsRoot ||
      known.outcome.eventsRoot != block.outcome.eventsRoot)
    violate("equal results and events at equal height: " + nodeText(node) + " at " + heightText(height));
  if (statement && *statement != known.statement)
    violate("equal history and state roots at equal height: " + nodeText(node) + " at " + heightText(height));
}

/// Clocks that are right are off by kRightClock at most, and a minority is wrong by anything: nothing but the
/// smallest step leads further ahead.
void Checker::checkBlockTime(const wire::BlockHeader& header) {
  const std::int64_t latest = world_->wallClock().value + kRightClock + kTickLength.value;
  if (header.time <= lastBlockTime_) violate("block time only ever grows: " + heightText(header.height));
  if (header.time.value > latest && header.time.value != lastBlockTime_.value + 1)
    violate("a minority of wrong clocks moves no time: " + heightText(header.height));
  lastBlockTime_ = header.time;
}

void Checker::audit(const replica::BlockApplied& applied) {
  std::array<bool, limits::kMaxBatchesPerBlock> verdicts{};
  const std::size_t count = applied.block.batchCount();
  for (std::size_t at = 0; at < count; ++at)
    verdicts[at] = signatures_.verifyBatch(applied.block.batch(at), applied.block.batchBody(at)).empty();
  for (std::size_t at = 0; at < count; ++at) {
    const wire::BatchResult& result = applied.outcome.results[at];
    if (applied.block.batch(at).kind != wire::BatchKind::kTransfers || result.batchCode != 0) continue;
    transfers_ += result.count - result.failures.size();
    refused_ += result.failures.size();
  }
  const auto judgement = auditor_.apply(applied.block, {verdicts.data(), count}, applied.outcome);
  if (!judgement.objections.empty()) violate("the auditor: " + audit::toText(judgement.objections.front()));
}

void Checker::certified(NodeId node, const wire::Certificate& certificate) {
  const Height height = certificate.statement.height;
  if (!signatures_.verify(certificate, voters_)) violate("certificates are valid: " + nodeText(node));
  if (height > states_[node].applied)
    violate("a certificate is passed on when its block is executed: " + nodeText(node));
  if (height.value > executed_.size() || executed_[height.value - 1].statement != certificate.statement)
    violate("a certificate says what was executed: " + heightText(height));
  certified_ = std::max(certified_, height);
}

// ---- replies ----

void Checker::replied(const business::BatchOutcome& outcome, Microseconds invoked, Microseconds completed) {
  const auto words = [&] {
    return heightText(outcome.height) + ", batch " + std::to_string(outcome.position);
  };
  if (outcome.height.value > executed_.size())
    return violate("a reply speaks of what was executed: " + words());
  const Executed& executed = executed_[outcome.height.value - 1];
  if (outcome.position >= executed.batches.size() || executed.batches[outcome.position] != outcome.batch)
    return violate("a reply names its batch's place: " + words());
  if (executed.outcome.results[outcome.position] != outcome.result)
    return violate("a reply says what was executed: " + words());
  if (!ledger::usesRequestNumber(static_cast<ledger::ReasonCode>(outcome.result.batchCode)))
    return;  // it may come again
  if (outcome.final && outcome.height > certified_) violate("final means certified: " + words());
  const auto [known, fresh] =
      replies_.emplace(outcome.batch, Reply{outcome.height, outcome.position, invoked, completed});
  if (!fresh && (known->second.height != outcome.height || known->second.position != outcome.position))
    violate("a request has one outcome: " + words());
}

/// Strict serializability with the log as witness: nobody is ordered before what was answered before it
/// was asked.
void Checker::checkRealTime() {
  std::vector<Reply> order;
  order.reserve(replies_.size());
  for (const auto& [digest, reply] : replies_) order.push_back(reply);
  std::ranges::sort(order, {}, [](const Reply& reply) { return std::pair{reply.height, reply.position}; });
  Microseconds latestInvocation = 0;
  for (const Reply& reply : order) {
    if (latestInvocation > reply.completed)
      violate("real-time order: " + heightText(reply.height) +
              " was answered before an earlier one was asked");
    latestInvocation = std::max(latestInvocation, reply.invoked);
  }
}

void Checker::checkAccounts() {
  for (const NodeId node : world_->businessNodes()) {
    const Replica* replica = world_->replica(node);
    if (replica == nullptr || replica->execution() == nullptr || replica->execution()->midBlock()) continue;
    const ledger::Ledger& ledger = replica->execution()->ledger();
    if (const auto broken = ledger.brokenInvariant())
      violate("the ledger's invariant: " + std::string(*broken) + ": " + nodeText(node));
    if (const auto alarm = ledger.invariantAlarm())
      violate("an alarm for nothing: " + std::string(*alarm) + ": " + nodeText(node));
    if (ledger.height() != auditor_.height()) continue;
    std::vector<wire::AccountRow> rows;
    for (std::uint64_t slot = 1; slot <= ledger.accountCount(); ++slot)
      rows.push_back(*ledger.row(AccountHandle::of(Lane(0), slot)));
    const auto objections = auditor_.compareAccounts(rows);
    if (!objections.empty()) violate("the auditor: " + audit::toText(objections.front()));
  }
}

bool Checker::timeHasCome() const {
  return lastBlockTime_.value >= faultsEnded_.value;
}

void Checker::checkNever() {
  for (std::size_t at = 0; at < executed_.size(); ++at)
    for (std::size_t batch = 0; batch < executed_[at].batches.size(); ++batch)
      if (executed_[at].outcome.results[batch].batchCode == 0 &&
          never_.contains(executed_[at].batches[batch]))
        violate("what is told to be of a closed session or an ended key is not executed: " +
                heightText(Height(at + 1)));
}

void Checker::closing() {
  checkRealTime();
  checkNever();
  checkAccounts();
  if (!timeHasCome()) violate("a minority of wrong clocks holds no time back");
}

}  // namespace aurigraph::sim
