#include "core/wire/block.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/base/assert.h"
#include "core/crypto/merkle.h"
#include "core/crypto/sha256.h"

namespace aurigraph::wire {
namespace {

constexpr std::size_t kHeaderAt = limits::kFrameHeaderBytes;
constexpr std::size_t kBatchesAt = kHeaderAt + limits::kBlockHeaderBytes;
constexpr std::size_t kBodyAlignment = 64;

std::size_t aligned(std::size_t size) {
  return (size + kBodyAlignment - 1) / kBodyAlignment * kBodyAlignment;
}

bool allZero(ByteView bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

tl::unexpected<Error> malformed(std::string why) {
  return fail("block.malformed", "A block cannot be read: " + why + ".",
              "The sender is faulty or of another version; see the node's log.");
}

}  // namespace

Digest BlockHeader::hash() const {
  return crypto::taggedHash("aurigraph/block/1",
                            {ByteView(reinterpret_cast<const std::uint8_t*>(this), sizeof(*this))});
}

Digest batchesRoot(std::span<const Digest> batchDigests) {
  crypto::MerkleFrontier frontier;
  for (const Digest& digest : batchDigests) frontier.append(crypto::leafHash(digest.view()));
  return frontier.root();
}

ByteView Block::batchBody(std::size_t index) const {
  const Part& part = batches_[index];
  return buffer_.body().subspan(part.bodyOffset, part.header.bodySize);
}

Result<Block> Block::parse(BufferRef buffer) {
  Block block;
  const ByteView page = buffer.header();
  std::memcpy(static_cast<void*>(&block.header_), page.data() + kHeaderAt, sizeof(BlockHeader));
  const BlockHeader& header = block.header_;
  if (header.magic != BlockHeader::kMagic || header.format != BlockHeader::kFormat)
    return malformed("unknown magic or format");
  if (header.batchCount > limits::kMaxBatchesPerBlock) return malformed("too many batches");
  if (header.kind > BlockKind::kMembership) return malformed("unknown kind");
  if (header.protocol == Protocol(0)) return malformed("its protocol version is 0");
  if (!allZero(header.reserved1)) return malformed("a reserved field is not zero");
  std::vector<Digest> digests;
  std::size_t offset = 0;
  for (std::size_t index = 0; index < header.batchCount; ++index) {
    auto batch =
        parseBatchHeader(page.subspan(kBatchesAt + index * sizeof(BatchHeader), sizeof(BatchHeader)));
    if (!batch) return propagate(batch);
    const std::size_t end = offset + batch->bodySize;
    if (end > buffer.bodySize()) return malformed("a batch reaches past the body");
    const std::size_t next = std::min(aligned(end), buffer.bodySize());
    if (!allZero(buffer.body().subspan(end, next - end))) return malformed("padding is not zero");
    digests.push_back(batch->digest());
    block.batches_.push_back({*batch, offset});
    offset = next;
  }
  if (offset != buffer.bodySize()) return malformed("bytes follow the last batch");
  if (!allZero(page.subspan(kBatchesAt + header.batchCount * sizeof(BatchHeader))))
    return malformed("unused batch headers are not zero");
  if (batchesRoot(digests) != header.batchesRoot) return malformed("its batches are not those of its root");
  block.hash_ = header.hash();
  block.buffer_ = std::move(buffer);
  return block;
}

BlockBuilder::BlockBuilder(BufferRef buffer) : buffer_(std::move(buffer)) {
  AG_ASSERT(static_cast<bool>(buffer_));
}

bool BlockBuilder::fits(std::size_t bodySize) const {
  return batches_.size() < limits::kMaxBatchesPerBlock &&
         aligned(used_) + bodySize <= bodyCapacity(buffer_.bufferClass());
}

void BlockBuilder::add(const BatchHeader& header, ByteView body) {
  AG_ASSERT(body.size() == header.bodySize && fits(body.size()));
  const auto space = buffer_.bodySpace();
  const std::size_t start = aligned(used_);
  std::memset(space.data() + used_, 0, start - used_);
  std::memcpy(space.data() + start, body.data(), body.size());
  std::memcpy(buffer_.header().data() + kBatchesAt + batches_.size() * sizeof(BatchHeader), &header,
              sizeof(header));
  batches_.push_back({header, start});
  used_ = start + body.size();
}

Block BlockBuilder::finish(BlockHeader header) {
  std::vector<Digest> digests;
  for (const auto& part : batches_) digests.push_back(part.header.digest());
  header.batchCount = static_cast<std::uint32_t>(batches_.size());
  header.batchesRoot = batchesRoot(digests);
  const std::size_t end = std::min(aligned(used_), bodyCapacity(buffer_.bufferClass()));
  std::memset(buffer_.bodySpace().data() + used_, 0, end - used_);
  buffer_.setBodySize(end);
  std::memcpy(buffer_.header().data() + kHeaderAt, &header, sizeof(header));
  Block block;
  block.header_ = header;
  block.hash_ = header.hash();
  block.batches_ = std::move(batches_);
  block.buffer_ = std::move(buffer_);
  return block;
}

}  // namespace aurigraph::wire
