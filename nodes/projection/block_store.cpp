#include "nodes/projection/block_store.h"

#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>

#include "core/base/assert.h"
#include "core/base/byte_io.h"
#include "core/base/crc32c.h"

namespace aurigraph::projection {

namespace {

constexpr std::uint32_t kFileMagic = 0x3246'4741;    // "AGF2"
constexpr std::uint32_t kRecordMagic = 0x3152'4741;  // "AGR1"
constexpr std::size_t kFileHeaderBytes = 64;
constexpr std::size_t kRecordHeaderBytes = 64;
constexpr std::size_t kMaxOutcomeBytes = std::size_t{4} * 1024 * 1024;
// The first bytes of a buffer's header page belong to whoever moves it (core/wire/block.h).
constexpr std::size_t kHeaderOffset = limits::kFrameHeaderBytes;

struct RecordHeader {
  std::uint64_t height = 0;
  std::uint32_t headerBytes = 0;
  std::uint32_t bodyBytes = 0;
  std::uint32_t outcomeBytes = 0;
  std::uint32_t checksum = 0;
  Digest leaf;

  [[nodiscard]] std::size_t payloadBytes() const {
    return std::size_t{headerBytes} + bodyBytes + outcomeBytes;
  }
  [[nodiscard]] Bytes encoded() const {
    return ByteWriter()
        .integer(kRecordMagic)
        .integer(std::uint32_t{0})
        .integer(height)
        .integer(headerBytes)
        .integer(bodyBytes)
        .integer(outcomeBytes)
        .integer(checksum)
        .fixed(leaf)
        .take();
  }
  static bool decode(ByteView bytes, RecordHeader& out) {
    ByteReader reader(bytes);
    const auto magic = reader.integer<std::uint32_t>();
    const auto reserved = reader.integer<std::uint32_t>();
    out.height = reader.integer<std::uint64_t>();
    out.headerBytes = reader.integer<std::uint32_t>();
    out.bodyBytes = reader.integer<std::uint32_t>();
    out.outcomeBytes = reader.integer<std::uint32_t>();
    out.checksum = reader.integer<std::uint32_t>();
    out.leaf = reader.fixed<Digest>();
    return reader.finished() && magic == kRecordMagic && reserved == 0 &&
           out.headerBytes <= limits::kBufferHeaderBytes - kHeaderOffset &&
           out.bodyBytes <= limits::kBufferBodyBytes && out.outcomeBytes <= kMaxOutcomeBytes;
  }
};

tl::unexpected<Error> unusable(const char* what) {
  return fail("projection.unusable",
              std::string("The block store cannot ") + what + ": " + std::strerror(errno) + ".",
              "Check disk space and permissions; the file may be deleted, it is rebuilt from the chain.");
}

}  // namespace

tl::unexpected<Error> otherHistory(Height height) {
  return fail("projection.other_history",
              "The lists of this node were made from another history than its ledger's: block " +
                  std::to_string(height.value) + " differs.",
              "Two histories of one cluster must never be: keep both and find out which one the validators "
              "certified. Then stop the node and move its folder `projection` away: it is filled again.");
}

namespace {

bool readAt(int file, std::uint64_t at, std::span<std::uint8_t> into) {
  while (!into.empty()) {
    const auto got = ::pread(file, into.data(), into.size(), static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into = into.subspan(static_cast<std::size_t>(got));
    at += static_cast<std::uint64_t>(got);
  }
  return true;
}

bool writeAt(int file, std::uint64_t at, ByteView bytes) {
  while (!bytes.empty()) {
    const auto put = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(put));
    at += static_cast<std::uint64_t>(put);
  }
  return true;
}

std::uint32_t checksumOf(std::initializer_list<ByteView> parts) {
  std::uint32_t sum = 0;
  for (const auto& part : parts) sum = crc32c(part, sum);
  return sum;
}

}  // namespace

struct BlockStore::State {
  ~State() {
    if (file >= 0) ::close(file);
  }
  int file = -1;
  mutable std::mutex mutex;            // guards what follows
  std::vector<std::uint64_t> offsets;  // of block 1, 2, …
  std::uint64_t end = kFileHeaderBytes;
  crypto::MerkleTree history;
  std::optional<Digest> tail;  // hash of the last block; the writer's

  // Header and payload of the record at `at`, or false where the good part ends.
  bool load(std::uint64_t at, RecordHeader& header, Bytes& payload) const {
    Bytes head(kRecordHeaderBytes);
    if (!readAt(file, at, head) || !RecordHeader::decode(head, header)) return false;
    payload.resize(header.payloadBytes());
    return readAt(file, at + kRecordHeaderBytes, payload) &&
           crc32c(payload, crc32c(header.leaf.view(), 0)) == header.checksum;
  }
};

BlockStore::BlockStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
BlockStore::~BlockStore() = default;

Result<std::unique_ptr<BlockStore>> BlockStore::open(const std::filesystem::path& path,
                                                     const Digest& genesis) {
  std::error_code ignored;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
  auto state = std::make_unique<State>();
  state->file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (state->file < 0) return unusable("be opened");
  ByteWriter head;
  head.integer(kFileMagic).integer(std::uint32_t{0}).fixed(genesis);
  head.raw(Bytes(kFileHeaderBytes - head.size()));
  Bytes found(kFileHeaderBytes);
  const bool there = readAt(state->file, 0, found);
  // The same cluster's, of another format: the chain brings it again.
  constexpr std::size_t kMagicBytes = 4;
  const bool sameButMagic =
      there && found != head.bytes() &&
      std::ranges::equal(ByteView(found).subspan(kMagicBytes), ByteView(head.bytes()).subspan(kMagicBytes));
  if (there && !sameButMagic) {
    if (found != head.bytes())
      return fail("projection.other_cluster", "The block store in this folder belongs to another cluster.",
                  "Give this cluster a data folder of its own.");
  } else if (::ftruncate(state->file, 0) != 0 || !writeAt(state->file, 0, head.bytes())) {
    return unusable("be written");
  }
  // Every record is read once: what follows a damaged one is cut off and comes again.
  RecordHeader record;
  Bytes payload;
  while (state->load(state->end, record, payload) && record.height == state->offsets.size() + 1) {
    state->offsets.push_back(state->end);
    state->history.append(record.leaf);
    state->end += kRecordHeaderBytes + record.payloadBytes();
  }
  if (::ftruncate(state->file, static_cast<off_t>(state->end)) != 0) return unusable("be cut");
  std::unique_ptr<BlockStore> store(new BlockStore(std::move(state)));
  if (const auto last = store->height(); last.value > 0) {
    const auto block = store->read(last);
    if (!block) return propagate(block);
    store->state_->tail = block->block.hash();
  }
  return store;
}

Height BlockStore::height() const {
  const std::lock_guard lock(state_->mutex);
  return Height(state_->offsets.size());
}

Digest BlockStore::leaf(Height height) const {
  const std::lock_guard lock(state_->mutex);
  AG_ASSERT(height.value > 0 && height.value <= state_->offsets.size());
  return state_->history.leaf(height.value - 1);
}

Status BlockStore::append(const wire::Block& block, const wire::BlockOutcome& outcome) {
  const auto height = block.header().height;
  if (height != this->height().next())
    return fail("projection.gap",
                "Block " + std::to_string(height.value) + " does not follow the last one kept.",
                "Feed the blocks in order from the log.");
  if (state_->tail && block.header().previous != *state_->tail) return otherHistory(height);
  const auto headerBytes = limits::kBlockHeaderBytes + block.batchCount() * limits::kBatchHeaderBytes;
  const auto head = ByteView(block.buffer().header()).subspan(kHeaderOffset, headerBytes);
  const auto body = block.buffer().body();
  const auto encodedOutcome = wire::encode(outcome);
  const Digest leaf = wire::historyLeaf(block.hash(), outcome);
  const RecordHeader record{.height = height.value,
                            .headerBytes = static_cast<std::uint32_t>(headerBytes),
                            .bodyBytes = static_cast<std::uint32_t>(body.size()),
                            .outcomeBytes = static_cast<std::uint32_t>(encodedOutcome.size()),
                            .checksum = checksumOf({leaf.view(), head, body, encodedOutcome}),
                            .leaf = leaf};
  const auto encodedRecord = record.encoded();
  auto at = state_->end;
  for (const auto part : {ByteView(encodedRecord), head, body, ByteView(encodedOutcome)}) {
    if (!writeAt(state_->file, at, part)) return unusable("be written");
    at += part.size();
  }
  const std::lock_guard lock(state_->mutex);
  state_->offsets.push_back(state_->end);
  state_->history.append(record.leaf);
  state_->end = at;
  state_->tail = block.hash();
  return {};
}

Result<StoredBlock> BlockStore::read(Height height) const {
  std::uint64_t at = 0;
  {
    const std::lock_guard lock(state_->mutex);
    if (height.value == 0 || height.value > state_->offsets.size())
      return fail("query.unknown_block", "Block " + std::to_string(height.value) + " is not here (yet).",
                  "Ask for a height up to the one in /query/status.");
    at = state_->offsets[height.value - 1];
  }
  RecordHeader record;
  Bytes payload;
  if (!state_->load(at, record, payload))
    return fail("projection.damaged",
                "Block " + std::to_string(height.value) + " is damaged in the block store.",
                "Restart the node: it cuts the damage off and rebuilds from the chain.");
  const ByteView view(payload);
  auto buffer = allocateBuffer(record.bodyBytes <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall
                                                                                     : BufferClass::kBlock);
  std::memcpy(buffer.header().data() + kHeaderOffset, view.data(), record.headerBytes);
  std::memcpy(buffer.bodySpace().data(), view.data() + record.headerBytes, record.bodyBytes);
  buffer.setBodySize(record.bodyBytes);
  auto block = wire::Block::parse(std::move(buffer));
  if (!block) return propagate(block);
  auto outcome = wire::decodeOutcome(view.subspan(std::size_t{record.headerBytes} + record.bodyBytes));
  if (!outcome) return propagate(outcome);
  return StoredBlock{std::move(*block), std::move(*outcome)};
}

std::vector<Digest> BlockStore::historyPath(Height height, Height size) const {
  const std::lock_guard lock(state_->mutex);
  AG_ASSERT(height.value > 0 && height <= size && size.value <= state_->offsets.size());
  return state_->history.inclusionProof(height.value - 1, size.value);
}

std::vector<Digest> BlockStore::consistencyPath(Height first, Height size) const {
  const std::lock_guard lock(state_->mutex);
  AG_ASSERT(first <= size && size.value <= state_->offsets.size());
  return state_->history.consistencyProof(first.value, size.value);
}

Digest BlockStore::historyRoot(Height size) const {
  const std::lock_guard lock(state_->mutex);
  AG_ASSERT(size.value <= state_->offsets.size());
  return state_->history.rootAt(size.value);
}

}  // namespace aurigraph::projection
