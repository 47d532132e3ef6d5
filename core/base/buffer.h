#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>

#include "core/base/assert.h"
#include "core/base/bytes.h"
#include "core/base/limits.h"

namespace aurigraph {

/// How much a buffer's body holds. A block of single operations does not need half a megabyte.
enum class BufferClass : std::uint8_t {
  kSmall,  ///< 4 KiB header page + 28 KiB body: one command batch, control frames.
  kBlock,  ///< 4 KiB header page + 512 KiB body: a full batch of transfers.
};

constexpr std::size_t bodyCapacity(BufferClass bufferClass) {
  return bufferClass == BufferClass::kBlock ? limits::kBufferBodyBytes : std::size_t{28} * 1024;
}

class BufferPool;

namespace detail {
struct BufferCore {
  std::atomic<std::uint32_t> references{0};
  BufferClass bufferClass = BufferClass::kSmall;
  std::uint32_t bodySize = 0;   ///< Bytes of the body in use.
  BufferPool* owner = nullptr;  ///< Null: allocated alone, freed alone.
  std::uint8_t* memory = nullptr;
};
void release(BufferCore* core);
}  // namespace detail

/// A reference to one counted block of memory: a 4 KiB header page and a body, both 4 KiB-aligned, so
/// that the same bytes are received into, written with O_DIRECT, sent and applied (DESIGN §2).
/// Copying the reference is cheap and safe between threads; writing is for the sole owner only.
class BufferRef {
 public:
  BufferRef() = default;
  explicit BufferRef(detail::BufferCore* core) : core_(core) { retain(); }
  BufferRef(const BufferRef& other) : core_(other.core_) { retain(); }
  BufferRef(BufferRef&& other) noexcept : core_(std::exchange(other.core_, nullptr)) {}
  BufferRef& operator=(BufferRef other) noexcept {
    std::swap(core_, other.core_);
    return *this;
  }
  ~BufferRef() { detail::release(core_); }

  explicit operator bool() const { return core_ != nullptr; }
  bool operator==(const BufferRef&) const = default;

  [[nodiscard]] std::span<std::uint8_t> header() {
    AG_ASSERT(core_ != nullptr);
    return {core_->memory, limits::kBufferHeaderBytes};
  }
  [[nodiscard]] ByteView header() const { return const_cast<BufferRef*>(this)->header(); }

  /// The whole body, used or not.
  [[nodiscard]] std::span<std::uint8_t> bodySpace() {
    AG_ASSERT(core_ != nullptr);
    return {core_->memory + limits::kBufferHeaderBytes, bodyCapacity(core_->bufferClass)};
  }
  /// The part of the body in use.
  [[nodiscard]] ByteView body() const {
    AG_ASSERT(core_ != nullptr);
    return {core_->memory + limits::kBufferHeaderBytes, core_->bodySize};
  }
  [[nodiscard]] std::size_t bodySize() const { return core_ == nullptr ? 0 : core_->bodySize; }
  void setBodySize(std::size_t sizeBytes) {
    AG_ASSERT(core_ != nullptr && sizeBytes <= bodyCapacity(core_->bufferClass));
    core_->bodySize = static_cast<std::uint32_t>(sizeBytes);
  }
  [[nodiscard]] BufferClass bufferClass() const {
    AG_ASSERT(core_ != nullptr);
    return core_->bufferClass;
  }

 private:
  void retain() {
    if (core_ != nullptr) core_->references.fetch_add(1, std::memory_order_relaxed);
  }
  detail::BufferCore* core_ = nullptr;
};

/// A fixed number of buffers of each class, made at start. `acquire` from any thread.
/// An empty pool is back-pressure: the caller waits or refuses, it never allocates more.
class BufferPool {
 public:
  BufferPool(std::size_t smallCount, std::size_t blockCount);
  ~BufferPool();
  BufferPool(const BufferPool&) = delete;
  BufferPool& operator=(const BufferPool&) = delete;

  /// A zero-bodied buffer for one owner, or an empty reference: "full". The header page is zeroed.
  [[nodiscard]] BufferRef acquire(BufferClass bufferClass);
  [[nodiscard]] std::size_t available(BufferClass bufferClass) const;
  /// How often one was given out so far: each is a body received, or copied.
  [[nodiscard]] std::uint64_t acquired(BufferClass bufferClass) const;
  [[nodiscard]] std::size_t sizeBytes() const;

 private:
  friend void detail::release(detail::BufferCore*);
  struct State;
  std::unique_ptr<State> state_;
};

/// A buffer of its own, outside every pool: for tests, tools and what happens once.
[[nodiscard]] BufferRef allocateBuffer(BufferClass bufferClass);

}  // namespace aurigraph
