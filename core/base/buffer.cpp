#include "core/base/buffer.h"

#include <cstdlib>
#include <cstring>
#include <mutex>
#include <vector>

namespace aurigraph {
namespace {

constexpr std::size_t kAlignment = 4'096;

std::uint8_t* alignedMemory(BufferClass bufferClass) {
  auto* memory = static_cast<std::uint8_t*>(
      std::aligned_alloc(kAlignment, limits::kBufferHeaderBytes + bodyCapacity(bufferClass)));
  AG_ASSERT(memory != nullptr);
  return memory;
}

}  // namespace

// The lock is held for a push or a pop only; it is the one lock of core and guards memory, no state.
struct BufferPool::State {
  std::mutex mutex;
  std::vector<std::unique_ptr<detail::BufferCore>> all;
  std::vector<detail::BufferCore*> freeSmall;
  std::vector<detail::BufferCore*> freeBlock;
  std::uint64_t acquiredSmall = 0;
  std::uint64_t acquiredBlock = 0;

  std::vector<detail::BufferCore*>& freeList(BufferClass bufferClass) {
    return bufferClass == BufferClass::kBlock ? freeBlock : freeSmall;
  }
};

BufferPool::BufferPool(std::size_t smallCount, std::size_t blockCount) : state_(std::make_unique<State>()) {
  const auto add = [&](BufferClass bufferClass, std::size_t count) {
    for (std::size_t made = 0; made < count; ++made) {
      auto core = std::make_unique<detail::BufferCore>();
      core->bufferClass = bufferClass;
      core->owner = this;
      core->memory = alignedMemory(bufferClass);
      state_->freeList(bufferClass).push_back(core.get());
      state_->all.push_back(std::move(core));
    }
  };
  add(BufferClass::kSmall, smallCount);
  add(BufferClass::kBlock, blockCount);
}

BufferPool::~BufferPool() {
  for (const auto& core : state_->all) {
    AG_ASSERT(core->references.load() == 0);  // a reference outlived its pool
    std::free(core->memory);
  }
}

BufferRef BufferPool::acquire(BufferClass bufferClass) {
  detail::BufferCore* core = nullptr;
  {
    const std::lock_guard lock(state_->mutex);
    auto& list = state_->freeList(bufferClass);
    if (list.empty()) return {};
    core = list.back();
    list.pop_back();
    ++(bufferClass == BufferClass::kBlock ? state_->acquiredBlock : state_->acquiredSmall);
  }
  core->bodySize = 0;
  std::memset(core->memory, 0, limits::kBufferHeaderBytes);
  return BufferRef(core);
}

std::size_t BufferPool::available(BufferClass bufferClass) const {
  const std::lock_guard lock(state_->mutex);
  return state_->freeList(bufferClass).size();
}

std::uint64_t BufferPool::acquired(BufferClass bufferClass) const {
  const std::lock_guard lock(state_->mutex);
  return bufferClass == BufferClass::kBlock ? state_->acquiredBlock : state_->acquiredSmall;
}

std::size_t BufferPool::sizeBytes() const {
  std::size_t sum = 0;
  for (const auto& core : state_->all) sum += limits::kBufferHeaderBytes + bodyCapacity(core->bufferClass);
  return sum;
}

namespace detail {

void release(BufferCore* core) {
  if (core == nullptr || core->references.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  if (core->owner == nullptr) {
    std::free(core->memory);
    delete core;
    return;
  }
  const std::lock_guard lock(core->owner->state_->mutex);
  core->owner->state_->freeList(core->bufferClass).push_back(core);
}

}  // namespace detail

BufferRef allocateBuffer(BufferClass bufferClass) {
  auto* core = new detail::BufferCore();
  core->bufferClass = bufferClass;
  core->memory = alignedMemory(bufferClass);
  std::memset(core->memory, 0, limits::kBufferHeaderBytes);
  return BufferRef(core);
}

}  // namespace aurigraph
