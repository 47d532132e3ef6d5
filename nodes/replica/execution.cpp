#include "nodes/replica/execution.h"

#include <algorithm>
#include <span>

#include "core/consensus/log_index.h"

namespace aurigraph::replica {
namespace {

std::size_t weightOf(const wire::Block& block, std::size_t commandWeight) {
  std::size_t sum = 1;
  for (std::size_t batch = 0; batch < block.batchCount(); ++batch)
    sum += block.batch(batch).count *
           (block.batch(batch).kind == wire::BatchKind::kCommands ? commandWeight : 1);
  return sum;
}

}  // namespace

Execution::Execution(std::unique_ptr<StateMachine> machine, const Digest& genesis, Lane lane,
                     consensus::VoterHistory voters, ExecutionLimits limits, std::uint64_t firstToken)
    : machine_(std::move(machine)),
      lane_(lane),
      genesis_(genesis),
      voters_(std::move(voters)),
      limits_(limits),
      nextToken_(firstToken),
      versions_(machine_->versions()) {}

void Execution::expect(const wire::Block& block, runtime::Out& out) {
  const Height height = block.header().height;
  if (height <= applied() || !isNear(height)) return;
  if (const auto known = waiting_.find(height); known != waiting_.end()) {
    if (known->second.block.hash() == block.hash()) return;
    waiting_.erase(known);
  }
  if (current_ && current_->block.header().height == height) return;
  Waiting& entry = waiting_[height];
  entry.block = block;
  entry.firstToken = nextToken_;
  if (!machine_->needsVerdicts()) {
    entry.verdicts.fill(true);
    return;
  }
  entry.missing = block.batchCount();
  for (std::size_t batch = 0; batch < block.batchCount(); ++batch) {
    const std::uint64_t token = nextToken_++;
    asked_[token] = height;
    const auto offset =
        static_cast<std::size_t>(block.batchBody(batch).data() - block.buffer().body().data());
    out.add(runtime::VerifyBatch{runtime::Token(token), block.batch(batch), block.buffer(), offset});
  }
}

void Execution::keep(std::vector<wire::Block> blocks) {
  if (blocks.empty()) return;
  AG_ASSERT(blocks.front().header().height == lacks());
  for (wire::Block& block : blocks) {
    keptBytes_ += consensus::sizeBytes(block);
    kept_.push_back(std::move(block));
  }
}

std::optional<wire::Block> Execution::takeKept() {
  if (kept_.empty() || !isNear(kept_.front().header().height)) return std::nullopt;
  std::optional<wire::Block> next(std::move(kept_.front()));
  kept_.pop_front();
  keptBytes_ -= consensus::sizeBytes(*next);
  return next;
}

Height Execution::lacks() const {
  if (!kept_.empty()) return kept_.back().header().height.next();
  Height next = current_ ? current_->block.header().height.next() : applied().next();
  while (waiting_.contains(next)) next = next.next();
  return next;
}

void Execution::truncated(Height from) {
  AG_ASSERT(from > applied());
  AG_ASSERT(kept_.empty() || from > kept_.back().header().height);  // only what is decided is kept
  waiting_.erase(waiting_.lower_bound(from), waiting_.end());
}

bool Execution::verified(const runtime::Verified& verdict) {
  const auto asked = asked_.find(verdict.token.value);
  if (asked == asked_.end()) return false;
  // The block may have been replaced meanwhile, by another one or by itself: then it was asked for again.
  const auto entry = waiting_.find(asked->second);
  if (entry != waiting_.end() && asked->first >= entry->second.firstToken) {
    entry->second.verdicts[asked->first - entry->second.firstToken] = verdict.valid;
    --entry->second.missing;
  }
  asked_.erase(asked);
  return true;
}

bool Execution::nextIsReady(Height decided) const {
  const Height next = applied().next();
  if (next > decided) return false;
  const auto entry = waiting_.find(next);
  return entry != waiting_.end() && entry->second.missing == 0 && !lacksVersion_;
}

/// By what the machine says: what its leader named may be nothing that is activated.
Protocol Execution::versionOf(const wire::Block& block) const {
  const wire::BlockHeader& header = block.header();
  return versions_ ? versions_->executing(header.protocol, header.height) : header.protocol;
}

bool Execution::hasMore(Height decided) const {
  return current_.has_value() || nextIsReady(decided);
}

std::vector<BlockApplied> Execution::run(Height decided) {
  std::vector<BlockApplied> done;
  std::size_t budget = limits_.sliceOperations;
  while (budget > 0 && hasMore(decided)) {
    if (!current_) {
      const Protocol version = versionOf(waiting_.at(applied().next()).block);
      if (version > limits_.understands) {
        lacksVersion_ = version;
        return done;
      }
      current_ = std::move(waiting_.extract(applied().next()).mapped());
      machine_->begin(current_->block,
                      std::span<const bool>(current_->verdicts).first(current_->block.batchCount()));
    }
    // The machine itself counts a command as many transfers.
    if (!machine_->advance(budget)) return done;  // this slice is used up
    const std::size_t used = weightOf(current_->block, limits_.commandWeight);
    BlockApplied applied{current_->block, machine_->finish()};
    versions_ = machine_->versions();
    current_.reset();
    for (const wire::BatchResult& result : applied.outcome.results) operationsApplied_ += result.count;
    roots_.push_back({machine_->historyRoot(), machine_->checkpointHeight(), machine_->stateRoot()});
    if (roots_.size() > limits_.rememberedRoots) roots_.pop_front();
    done.push_back(std::move(applied));
    budget -= std::min(budget, used);
  }
  return done;
}

std::optional<wire::SealStatement> Execution::statementAt(Height height) const {
  const Height newest = applied();
  if (height == Height(0) || height > newest || newest.value - height.value >= roots_.size())
    return std::nullopt;
  const Root& root = roots_[roots_.size() - 1 - (newest.value - height.value)];
  wire::SealStatement statement;
  statement.lane = lane_;
  statement.genesis = genesis_;
  statement.voterSet = voters_.at(height).digest;
  statement.height = height;
  statement.historyRoot = root.historyRoot;
  statement.checkpointHeight = root.checkpoint;
  statement.stateRoot = root.stateRoot;
  return statement;
}

}  // namespace aurigraph::replica
