#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/consensus/config.h"
#include "core/wire/block.h"

namespace aurigraph::consensus {

/// What the Core knows of its log: the term of every height (as runs: 16 bytes per election, not per
/// block) and the newest blocks themselves. Older blocks lie in nodes/log and come back on request.
class LogIndex {
 public:
  /// `first`: the protocol version of the first block.
  LogIndex(const Digest& genesis, Protocol first, const Recovered& recovered);

  [[nodiscard]] Height last() const { return last_; }
  [[nodiscard]] Term lastTerm() const;
  /// Hash the next block must name. Empty only between a truncation and the append that caused it.
  [[nodiscard]] const std::optional<Digest>& lastHash() const { return lastHash_; }
  /// Hash of the block at a height, as far as memory tells it.
  [[nodiscard]] std::optional<Digest> hashAt(Height height) const;
  /// Block time at a height, as far as memory tells it; 0 before the first block.
  [[nodiscard]] std::optional<Nanoseconds> timeAt(Height height) const;
  /// Protocol version of the last block; of the genesis before the first. Empty as lastHash() is.
  [[nodiscard]] const std::optional<Protocol>& lastProtocol() const { return lastProtocol_; }
  /// Term at a height 0…last(); nothing beyond.
  [[nodiscard]] std::optional<Term> termAt(Height height) const;
  [[nodiscard]] bool matches(Height height, Term term) const { return termAt(height) == term; }
  /// Greatest height <= `from` whose term is <= `term`: where two logs may still agree (Raft §5.3, in
  /// one step per term instead of one per block).
  [[nodiscard]] Height lastWithTermAtMost(Height from, Term term) const;

  /// The block if it is still in memory.
  [[nodiscard]] const wire::Block* block(Height height) const;

  void append(wire::Block block);
  void truncateFrom(Height from);
  /// Forgets the oldest blocks up to `upTo` beyond the bounds of memory.
  void trim(Height upTo, const Limits& limits);

 private:
  Digest genesis_;
  Protocol first_;
  std::vector<TermRun> runs_;
  Height last_;
  std::optional<Digest> lastHash_;
  std::optional<Nanoseconds> lastTime_;
  std::optional<Protocol> lastProtocol_;
  std::deque<wire::Block> tail_;
  std::size_t tailBytes_ = 0;
};

/// Memory that a block holds: its whole buffer, however little of it is in use. A hundred half-empty blocks
/// in the tails would else be the pool's last buffers, and nothing could be received any more.
[[nodiscard]] inline std::size_t sizeBytes(const wire::Block& block) {
  return limits::kBufferHeaderBytes + bodyCapacity(block.buffer().bufferClass());
}

}  // namespace aurigraph::consensus
