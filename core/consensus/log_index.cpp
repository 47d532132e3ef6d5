#include "core/consensus/log_index.h"

#include <algorithm>

#include "core/base/assert.h"

namespace aurigraph::consensus {

LogIndex::LogIndex(const Digest& genesis, Protocol first, const Recovered& recovered)
    : genesis_(genesis),
      first_(first),
      runs_(recovered.terms),
      last_(recovered.last),
      lastHash_(recovered.last == Height(0) ? genesis : recovered.lastHash),
      lastTime_(recovered.last == Height(0) ? Nanoseconds(0) : recovered.lastTime),
      lastProtocol_(recovered.last == Height(0) ? first : recovered.lastProtocol) {
  AG_ASSERT(runs_.empty() == (last_ == Height(0)));
  AG_ASSERT(runs_.empty() || (runs_.front().first == Height(1) && runs_.back().first <= last_));
}

Term LogIndex::lastTerm() const {
  return runs_.empty() ? Term(0) : runs_.back().term;
}

std::optional<Digest> LogIndex::hashAt(Height height) const {
  if (height == Height(0)) return genesis_;
  if (height == last_) return lastHash_;
  if (const wire::Block* held = block(height)) return held->hash();
  if (const wire::Block* after = block(height.next())) return after->header().previous;
  return std::nullopt;
}

std::optional<Nanoseconds> LogIndex::timeAt(Height height) const {
  if (height == Height(0)) return Nanoseconds(0);
  if (height == last_) return lastTime_;
  if (const wire::Block* held = block(height)) return held->header().time;
  return std::nullopt;
}

std::optional<Term> LogIndex::termAt(Height height) const {
  if (height > last_) return std::nullopt;
  if (height == Height(0)) return Term(0);
  const auto after = std::ranges::upper_bound(runs_, height, {}, &TermRun::first);
  return std::prev(after)->term;
}

Height LogIndex::lastWithTermAtMost(Height from, Term term) const {
  Height at = std::min(from, last_);
  for (auto run = runs_.rbegin(); run != runs_.rend(); ++run) {
    if (run->first > at) continue;
    if (run->term <= term) return at;
    at = Height(run->first.value - 1);
  }
  return Height(0);
}

const wire::Block* LogIndex::block(Height height) const {
  if (tail_.empty() || height < tail_.front().header().height || height > last_) return nullptr;
  return &tail_[height.value - tail_.front().header().height.value];
}

void LogIndex::append(wire::Block block) {
  const wire::BlockHeader& header = block.header();
  AG_ASSERT(header.height == last_.next() && header.term >= lastTerm());
  AG_ASSERT(!lastHash_ || header.previous == *lastHash_);
  if (runs_.empty() || runs_.back().term != header.term) runs_.push_back({header.height, header.term});
  last_ = header.height;
  lastHash_ = block.hash();
  lastTime_ = header.time;
  lastProtocol_ = header.protocol;
  tailBytes_ += sizeBytes(block);
  tail_.push_back(std::move(block));
}

void LogIndex::truncateFrom(Height from) {
  AG_ASSERT(from > Height(0) && from <= last_);
  lastHash_ = hashAt(Height(from.value - 1));
  lastTime_ = timeAt(Height(from.value - 1));
  const wire::Block* last = block(Height(from.value - 1));
  lastProtocol_ = from == Height(1) ? std::optional(first_) : std::nullopt;
  if (last != nullptr) lastProtocol_ = last->header().protocol;
  while (!tail_.empty() && tail_.back().header().height >= from) {
    tailBytes_ -= sizeBytes(tail_.back());
    tail_.pop_back();
  }
  while (!runs_.empty() && runs_.back().first >= from) runs_.pop_back();
  last_ = Height(from.value - 1);
}

void LogIndex::trim(Height upTo, const Limits& limits) {
  while (!tail_.empty() && tail_.front().header().height <= upTo &&
         (tail_.size() > limits.tailBlocks || tailBytes_ > limits.tailBytes)) {
    tailBytes_ -= sizeBytes(tail_.front());
    tail_.pop_front();
  }
}

}  // namespace aurigraph::consensus
