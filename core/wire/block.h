#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/buffer.h"
#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/base/types.h"
#include "core/wire/batch.h"

namespace aurigraph::wire {

enum class BlockKind : std::uint16_t {
  kNormal = 0,      ///< Batches of clients; none at all when it only lets the ledger's timers fire.
  kElection = 1,    ///< A new leader's first block: commits what earlier terms left (Raft §5.4.2).
  kMembership = 2,  ///< A change of the voter set; its one batch carries it.
};

/// What a block's hash covers. Fixed layout of 256 bytes. The bodies are covered through the batches'
/// body roots.
struct BlockHeader {
  static constexpr std::uint32_t kMagic = 0x314B'4741;  // "AGK1"
  static constexpr std::uint16_t kFormat = 1;

  std::uint32_t magic = kMagic;         //   0
  std::uint16_t format = kFormat;       //   4
  Lane lane;                            //   6
  Digest genesis;                       //   8
  Height height;                        //  40
  Term term;                            //  48
  Digest voterSet;                      //  56  digest of the voters that decide this block
  Digest previous;                      //  88  hash of the block before; genesis digest at height 1
  Nanoseconds time;                     // 120  the leader's, strictly monotone in the lane
  Height controlHeight;                 // 128  lane 0's state it is executed against
  std::uint32_t batchCount = 0;         // 136
  BlockKind kind = BlockKind::kNormal;  // 140
  Protocol protocol = Protocol(1);      // 142  by which it is executed
  Digest batchesRoot;                   // 144  RFC 6962 root over the batches' digests as leaves' data
  std::uint8_t reserved1[80] = {};      // 176  zero

  bool operator==(const BlockHeader&) const = default;
  [[nodiscard]] Digest hash() const;
};

static_assert(sizeof(BlockHeader) == limits::kBlockHeaderBytes);
static_assert(offsetof(BlockHeader, height) == 40 && offsetof(BlockHeader, voterSet) == 56);
static_assert(offsetof(BlockHeader, previous) == 88 && offsetof(BlockHeader, time) == 120);
static_assert(offsetof(BlockHeader, batchesRoot) == 144 && offsetof(BlockHeader, reserved1) == 176);

/// RFC 6962 root over batch digests.
[[nodiscard]] Digest batchesRoot(std::span<const Digest> batchDigests);

/// A block in its buffer (DESIGN §2, docs/formats.md):
/// header page: bytes 0…255 belong to whoever moves the buffer (log frame, link frame), 256…511 the
/// block header, then up to 14 batch headers; body: the batches' bodies, each starting at a multiple
/// of 64 bytes. Immutable once built; copies share the buffer.
class Block {
 public:
  Block() = default;

  /// Takes a filled buffer as it came from disk or network and checks all that needs no key: shapes,
  /// sizes, batch count and root, zero reserves and padding.
  /// Errors: block.malformed, and those of parseBatchHeader.
  static Result<Block> parse(BufferRef buffer);

  [[nodiscard]] const BlockHeader& header() const { return header_; }
  [[nodiscard]] const Digest& hash() const { return hash_; }
  [[nodiscard]] std::size_t batchCount() const { return batches_.size(); }
  [[nodiscard]] const BatchHeader& batch(std::size_t index) const { return batches_[index].header; }
  [[nodiscard]] ByteView batchBody(std::size_t index) const;
  [[nodiscard]] const BufferRef& buffer() const { return buffer_; }
  [[nodiscard]] explicit operator bool() const { return static_cast<bool>(buffer_); }

 private:
  friend class BlockBuilder;
  struct Part {
    BatchHeader header;
    std::size_t bodyOffset = 0;
  };
  BlockHeader header_;
  Digest hash_;
  std::vector<Part> batches_;
  BufferRef buffer_;
};

/// Fills a buffer with batches and seals it into a block.
class BlockBuilder {
 public:
  explicit BlockBuilder(BufferRef buffer);
  /// Whether `add` would take a batch of this body size.
  [[nodiscard]] bool fits(std::size_t bodySize) const;
  /// Adds header ‖ body as received. The batch must have passed parseBatch; requires fits().
  void add(const BatchHeader& header, ByteView body);
  [[nodiscard]] std::size_t batchCount() const { return batches_.size(); }
  /// Completes the header's batch count and root; every other field is the caller's.
  [[nodiscard]] Block finish(BlockHeader header);

 private:
  BufferRef buffer_;
  std::vector<Block::Part> batches_;
  std::size_t used_ = 0;
};

}  // namespace aurigraph::wire
