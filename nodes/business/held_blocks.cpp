#include "nodes/business/held_blocks.h"

#include <algorithm>

namespace aurigraph::business {
namespace {

std::size_t sizeOf(const replica::BlockApplied& applied) {
  return limits::kBufferHeaderBytes + bodyCapacity(applied.block.buffer().bufferClass()) +
         wire::sizeBytes(applied.outcome);
}

wire::Block copyOutOfPool(const wire::Block& block) {
  const BufferRef& from = block.buffer();
  BufferRef to = allocateBuffer(from.bodySize() <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall
                                                                                     : BufferClass::kBlock);
  const auto page = from.header().subspan(limits::kFrameHeaderBytes);
  std::copy(page.begin(), page.end(), to.header().begin() + limits::kFrameHeaderBytes);
  std::copy(from.body().begin(), from.body().end(), to.bodySpace().begin());
  to.setBodySize(from.bodySize());
  auto copy = wire::Block::parse(std::move(to));
  AG_ASSERT(copy.has_value());
  return std::move(*copy);
}

}  // namespace

std::optional<std::uint32_t> positionIn(const wire::Block& block, const Digest& batch) {
  for (std::size_t position = 0; position < block.batchCount(); ++position)
    if (block.batch(position).digest() == batch) return static_cast<std::uint32_t>(position);
  return {};
}

void HeldBlocks::add(const replica::BlockApplied& applied) {
  if (maxBytes_ == 0) return;
  blocks_.push_back({copyOutOfPool(applied.block), applied.outcome});
  bytes_ += sizeOf(blocks_.back());
  while (bytes_ > maxBytes_ && blocks_.size() > 1) {
    bytes_ -= sizeOf(blocks_.front());
    blocks_.pop_front();
  }
}

std::optional<std::uint32_t> HeldBlocks::positionOf(Height height, const Digest& batch) const {
  if (blocks_.empty() || height < blocks_.front().block.header().height) return {};
  const std::uint64_t index = height.value - blocks_.front().block.header().height.value;
  return index < blocks_.size() ? positionIn(blocks_[index].block, batch) : std::nullopt;
}

}  // namespace aurigraph::business
