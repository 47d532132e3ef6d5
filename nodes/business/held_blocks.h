#pragma once

#include <cstddef>
#include <deque>
#include <optional>

#include "nodes/replica/replica.h"

namespace aurigraph::business {

/// The recent past for listeners that come late. Blocks are copied out of the pool: what is held for
/// long must not be what the network waits for.
class HeldBlocks {
 public:
  explicit HeldBlocks(std::size_t maxBytes) : maxBytes_(maxBytes) {}

  void add(const replica::BlockApplied& applied);

  [[nodiscard]] const std::deque<replica::BlockApplied>& all() const { return blocks_; }
  /// Where a batch stands in the block of this height; nothing if that block is not held or has it not.
  [[nodiscard]] std::optional<std::uint32_t> positionOf(Height height, const Digest& batch) const;

 private:
  std::size_t maxBytes_;
  std::size_t bytes_ = 0;
  std::deque<replica::BlockApplied> blocks_;
};

/// Where a batch stands in a block.
[[nodiscard]] std::optional<std::uint32_t> positionIn(const wire::Block& block, const Digest& batch);

}  // namespace aurigraph::business
