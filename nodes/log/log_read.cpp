// Reading blocks back, from memory while they are on their way and from the disk afterwards.

#include <algorithm>
#include <cstring>

#include "core/base/crc32c.h"
#include "nodes/log/log.h"

namespace aurigraph::log {
namespace {

BufferClass bufferClassOf(std::uint32_t bodySize) {
  return bodySize <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock;
}

}  // namespace

const wire::Block* Log::inMemory(const Entry& entry) const {
  const auto same = [&](const wire::Block& block) { return block.hash() == entry.info.hash; };
  if (entry.at == LogPosition()) {
    const std::uint64_t fromEnd = last().value - entry.info.height.value;
    AG_ASSERT(fromEnd < queue_.size());
    return &queue_[queue_.size() - 1 - fromEnd];
  }
  if (!inFlight_) return nullptr;
  const auto found = std::find_if(inFlight_->blocks.begin(), inFlight_->blocks.end(), same);
  return found == inFlight_->blocks.end() ? nullptr : &*found;
}

void Log::read(Height from, ReadBound atMost, runtime::Token id, Out& out) {
  AG_ASSERT(opened_ && from > base_ && from <= last());
  ReadBound taken;
  std::size_t sizeBytes = 0;
  const auto fits = [&](const Entry& entry) {
    const std::size_t more = kPageBytes + bodyCapacity(bufferClassOf(entry.info.bodySize));
    if (taken.blocks > 0 && (taken.bytes + more > atMost.bytes || taken.blocks >= atMost.blocks))
      return false;
    taken.bytes += more;
    ++taken.blocks;
    sizeBytes += frameBytes(entry.info.bodySize);
    return true;
  };
  auto next = entries_.begin() + static_cast<std::ptrdiff_t>(from.value - base_.value - 1);
  if (inMemory(*next) != nullptr) {
    BlocksRead answer{id, from, {}, false};
    for (; next != entries_.end(); ++next) {
      const wire::Block* block = inMemory(*next);
      if (block == nullptr || !fits(*next)) break;
      answer.blocks.push_back(*block);
    }
    answers_.emplace_back(std::move(answer));
    return;
  }
  // Neighbours in one segment come with one request.
  const std::uint64_t sequence = sequenceOf(next->at);
  const auto segment = std::find_if(segments_.begin(), segments_.end(),
                                    [&](const Segment& each) { return each.sequence == sequence; });
  AG_ASSERT(segment != segments_.end());
  Reading reading{id, from, segment->salt, next->at, {}};
  LogPosition expected = next->at;
  for (; next != entries_.end() && next->at == expected && inMemory(*next) == nullptr && fits(*next);
       ++next) {
    reading.entries.push_back(next->info);
    expected = LogPosition(expected.value + frameBytes(next->info.bodySize));
  }
  const auto file = fileOf(sequence);
  const std::uint64_t offset = offsetOf(reading.at);
  const bool current = sequence == segments_.back().sequence;
  if (!current) submit(file, runtime::IoOpen{segmentName(sequence), false}, out, [](const IoDone&, Out&) {});
  submit(file, runtime::IoRead{offset, sizeBytes}, out, [this, reading](const IoDone& done, Out&) {
    if (done.status == runtime::IoStatus::kDone)
      onBlocksRead(reading, done);
    else if (reading.from <= base_)  // released and recycled meanwhile
      answers_.emplace_back(BlocksRead{reading.id, reading.from, {}, false});
    else
      failIo(done.status);
  });
  if (!current) submit(file, runtime::IoClose{}, out, [](const IoDone&, Out&) {});
}

void Log::onBlocksRead(const Reading& reading, const IoDone& done) {
  BlocksRead answer{reading.id, reading.from, {}, false};
  ByteView bytes(done.bytes);
  LogPosition at = reading.at;
  for (const EntryInfo& entry : reading.entries) {
    const auto bad = [&] { damaged("height " + std::to_string(entry.height.value) + " does not read back"); };
    if (bytes.size() < frameBytes(entry.bodySize)) return bad();
    const auto header = readFrameHeader(bytes);
    const ByteView body = bytes.subspan(kPageBytes, entry.bodySize);
    if (!header || header->salt != reading.salt || header->position != at || header->hash != entry.hash ||
        header->bodySize != entry.bodySize || header->bodyCrc != crc32c(body))
      return bad();
    BufferRef buffer = environment_.acquire(bufferClassOf(entry.bodySize));
    if (!buffer) {
      answer.buffersFull = true;
      break;
    }
    std::memcpy(buffer.header().data() + limits::kFrameHeaderBytes, bytes.data() + limits::kFrameHeaderBytes,
                kPageBytes - limits::kFrameHeaderBytes);
    std::copy(body.begin(), body.end(), buffer.bodySpace().begin());
    buffer.setBodySize(entry.bodySize);
    auto block = wire::Block::parse(std::move(buffer));
    if (!block || block->hash() != entry.hash) return bad();
    answer.blocks.push_back(std::move(*block));
    bytes = bytes.subspan(frameBytes(entry.bodySize));
    at = LogPosition(at.value + frameBytes(entry.bodySize));
  }
  answers_.emplace_back(std::move(answer));
}

}  // namespace aurigraph::log
