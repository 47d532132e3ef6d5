#include "nodes/projection/feed.h"

#include <algorithm>

#include "core/base/assert.h"

namespace aurigraph::projection {

namespace {

/// Then others on the executor have their turn.
constexpr int kBlocksPerTask = 32;
/// Of checkpoints that nobody has looked at yet; a proof needs the latest.
constexpr std::size_t kMaxCertificates = 64;

wire::Block detached(const wire::Block& block) {
  const auto& from = block.buffer();
  auto buffer = allocateBuffer(from.bufferClass());
  const auto header = from.header();
  std::copy(header.begin(), header.end(), buffer.header().begin());
  const auto body = from.body();
  std::copy(body.begin(), body.end(), buffer.bodySpace().begin());
  buffer.setBodySize(body.size());
  auto copy = wire::Block::parse(std::move(buffer));
  AG_ASSERT(copy.has_value());
  return std::move(*copy);
}

Error gapError(Height height, Height last) {
  return {"projection.gap",
          "Block " + std::to_string(height.value) + " came after " + std::to_string(last.value) + ".",
          "Restart the node: it reads the chain from its beginning."};
}

Error overrunError(Height last) {
  return {"projection.overrun",
          "The lists stood still for so long that what followed block " + std::to_string(last.value) +
              " is known to the ledger only.",
          "The node starts anew by itself and fills them from the chain; else restart it."};
}

}  // namespace

Feed::Feed(BlockStore& blocks, ProjectionStore& store, FeedLimits limits)
    : blocks_(blocks), store_(store), limits_(limits), pause_(limits.firstPause) {}

void Feed::compareStores() {
  const auto both = std::min(blocks_.height(), store_.height());
  if (both == Height(0)) return;
  const auto block = blocks_.read(both);
  const auto row = store_.block(both);
  const std::lock_guard lock(mutex_);
  if (block && row && *row && (*row)->hash != block->block.hash()) endFor(otherHistory(both).value());
}

void Feed::begin(business::BusinessService& service, FeedThreads threads, FeedObserver observer) {
  {
    const std::lock_guard work(working_);
    threads_ = std::move(threads);
    observer_ = std::move(observer);
    const std::lock_guard lock(mutex_);
    service_ = &service;
  }
  schedule();
}

void Feed::close() {
  const std::lock_guard work(working_);
  observer_ = {};
  const std::lock_guard lock(mutex_);
  closed_ = true;
  service_ = nullptr;
  waiting_.clear();
}

FeedState Feed::state() const {
  const std::lock_guard lock(mutex_);
  return {std::min(store_.height(), blocks_.height()), executed_, stopped_};
}

// ---- what the node tells ----

void Feed::onBlock(const replica::BlockApplied& applied) {
  const Height height = applied.block.header().height;
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || height <= executed_) return;
    const Height stored = blocks_.height();
    const Height before = std::max(executed_, stored);
    executed_ = height;
    if (ended_) return;
    if (height > before.next()) {
      endFor(gapError(height, before));
    } else if (height <= stored) {
      if (blocks_.leaf(height) != wire::historyLeaf(applied.block.hash(), applied.outcome))
        endFor(otherHistory(height).value());
      else if (height <= store_.height())
        return;  // the usual case after a start: all of it is there
    } else if (!overrun_) {
      Waiting next{.height = height,
                   .hash = applied.block.hash(),
                   .outcome = applied.outcome,
                   .block = {},
                   .sizeBytes = sizeof(Waiting) + wire::sizeBytes(applied.outcome)};
      overrun_ = waitingBytes_ + next.sizeBytes > limits_.waitingBytes;
      if (!overrun_) {
        next.inPlace = !stopped_ && inPlace_ < limits_.blocksInPlace;
        if (next.inPlace) {
          next.block = applied.block;
          ++inPlace_;
        }
        waitingBytes_ += next.sizeBytes;
        waiting_.push_back(std::move(next));
      }
    }
  }
  schedule();
}

void Feed::onCertificate(const wire::Certificate& certificate) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || ended_) return;
    certificates_.insert_or_assign(certificate.statement.checkpointHeight, certificate);
    if (certificates_.size() > kMaxCertificates) certificates_.erase(certificates_.begin());
  }
  schedule();
}

void Feed::schedule() {
  std::function<void(std::function<void()>)> post;
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || paused_ || service_ == nullptr || std::exchange(scheduled_, true)) return;
    post = threads_.post;  // not changed any more once there is a service
  }
  post([self = shared_from_this()] { self->work(); });
}

// ---- the worker ----

void Feed::work() {
  const std::lock_guard work(working_);
  {
    const std::lock_guard lock(mutex_);
    scheduled_ = false;
    if (closed_ || paused_) return;
  }
  for (int done = 0; done < kBlocksPerTask; ++done) {
    tellEnd();
    const auto went = step();
    if (!went) return stop(went.error());
    if (!*went) {
      if (auto added = addCertificates(); !added) return stop(added.error());
      return resumeIfDone();
    }
  }
  schedule();
}

/// One block further. False: nothing to do, or not before somebody answers.
Result<bool> Feed::step() {
  auto kept = keepNext();
  if (!kept) return propagate(kept);
  Height known;
  {
    const std::lock_guard lock(mutex_);
    if (ended_) return false;
    known = std::min(blocks_.height(), executed_);
  }
  const Height next = store_.height().next();
  if (next > known) return kept->has_value();
  if (!*kept || (*kept)->block.header().height != next) {
    auto stored = blocks_.read(next);
    if (!stored) return propagate(stored);
    *kept = std::move(*stored);
  }
  if (auto added = addRows(**kept); !added) return propagate(added);
  return true;
}

/// The next block into the block store, if it is at hand: that one.
Result<std::optional<StoredBlock>> Feed::keepNext() {
  std::optional<StoredBlock> next;
  const Height height = blocks_.height().next();
  {
    const std::lock_guard lock(mutex_);
    if (ended_ || executed_ < height) return next;
    if (waiting_.empty()) {
      AG_ASSERT(overrun_);
      endFor(overrunError(blocks_.height()));
      return next;
    }
    const Waiting& first = waiting_.front();
    AG_ASSERT(first.height == height);
    if (first.block) next = StoredBlock{*first.block, first.outcome};
  }
  if (!next) {
    askForBlocks(height);
    return next;
  }
  if (auto kept = blocks_.append(next->block, next->outcome); !kept) return propagate(kept);
  {
    const std::lock_guard lock(mutex_);
    if (ended_) return std::optional<StoredBlock>();
    waitingBytes_ -= waiting_.front().sizeBytes;
    inPlace_ -= waiting_.front().inPlace ? 1 : 0;
    waiting_.pop_front();
  }
  if (height > store_.height()) return next;
  // Rows that were there before the block: a block store that was lost is filled again beside them.
  const auto row = store_.block(height);
  if (!row) return propagate(row);
  if (*row && (*row)->hash != next->block.hash()) return otherHistory(height);
  return next;
}

Status Feed::addRows(const StoredBlock& block) {
  const auto rows = rowsOf(block.block, block.outcome);
  if (auto added = store_.add(rows); !added) return added;
  if (observer_.onBlock) observer_.onBlock(rows);
  return {};
}

/// Of blocks whose rows are there.
Status Feed::addCertificates() {
  for (;;) {
    std::optional<wire::Certificate> next;
    {
      const std::lock_guard lock(mutex_);
      if (certificates_.empty() || certificates_.begin()->second.statement.height > store_.height())
        return {};
      next = certificates_.begin()->second;
    }
    if (auto added = store_.add(*next); !added) return added;
    {
      const std::lock_guard lock(mutex_);
      const auto same = certificates_.find(next->statement.checkpointHeight);
      if (same != certificates_.end() && same->second.statement.height == next->statement.height)
        certificates_.erase(same);
    }
    if (observer_.onCertificate) observer_.onCertificate(*next);
  }
}

// ---- blocks that did not wait here ----

void Feed::askForBlocks(Height from) {
  business::BusinessService* service = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || std::exchange(asking_, true)) return;
    service = service_;
  }
  service->blocks(from, [weak = weak_from_this()](const std::vector<wire::Block>& blocks) {
    if (const auto self = weak.lock()) self->onBlocksRead(blocks);
  });
}

/// On the node's reactor.
void Feed::onBlocksRead(const std::vector<wire::Block>& blocks) {
  std::size_t filled = 0;
  {
    const std::lock_guard lock(mutex_);
    asking_ = false;
    if (closed_ || waiting_.empty()) return;
    const Height first = waiting_.front().height;
    for (const wire::Block& block : blocks) {
      const Height height = block.header().height;
      if (height < first || height.value - first.value >= waiting_.size()) continue;
      Waiting& item = waiting_[height.value - first.value];
      if (item.block || filled == limits_.blocksInPlace) continue;
      if (block.hash() != item.hash) {
        endFor(otherHistory(height).value());
        break;
      }
      item.block = detached(block);
      ++filled;
    }
  }
  if (filled > 0) return schedule();
  // Not at hand just now (the log's own buffers are full, say).
  const std::lock_guard lock(mutex_);
  threads_.later(limits_.firstPause, [self = shared_from_this()] { self->schedule(); });
}

// ---- standing still ----

/// With mutex_ held.
void Feed::endFor(Error why) {
  ended_ = true;
  endTold_ = false;
  stopped_ = std::move(why);
  releaseBuffers();
  waiting_.clear();
  waitingBytes_ = 0;
  certificates_.clear();
}

/// With mutex_ held. What a pool owns is not kept while nothing can be written.
void Feed::releaseBuffers() {
  for (Waiting& item : waiting_)
    if (std::exchange(item.inPlace, false)) item.block.reset();
  inPlace_ = 0;
}

void Feed::tellEnd() {
  std::optional<Error> why;
  {
    const std::lock_guard lock(mutex_);
    if (!ended_ || std::exchange(endTold_, true)) return;
    why = stopped_;
  }
  if (observer_.onStopped) observer_.onStopped(*why);
  if ((why->code == "projection.overrun" || why->code == "projection.gap") && observer_.onLost)
    observer_.onLost(*why);
}

void Feed::stop(const Error& why) {
  bool first = false;
  const bool forGood = why.code == "projection.other_history";
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || ended_) return;
    if (forGood) {
      endFor(why);
    } else {
      first = !stopped_;
      if (first) stopped_ = why;
      releaseBuffers();
      paused_ = true;
    }
  }
  if (forGood) return tellEnd();
  threads_.later(pause_, [self = shared_from_this()] {
    {
      const std::lock_guard lock(self->mutex_);
      self->paused_ = false;
    }
    self->schedule();
  });
  pause_ = std::min(2 * pause_, limits_.longestPause);
  if (first && observer_.onStopped) observer_.onStopped(why);
}

void Feed::resumeIfDone() {
  tellEnd();
  const Height height = std::min(store_.height(), blocks_.height());
  {
    const std::lock_guard lock(mutex_);
    if (ended_ || !stopped_ || height < executed_) return;
    stopped_.reset();
  }
  pause_ = limits_.firstPause;
  if (observer_.onResumed) observer_.onResumed(height);
}

}  // namespace aurigraph::projection
