#include "nodes/log/scan.h"

#include <algorithm>
#include <cstring>

#include "core/base/crc32c.h"

namespace aurigraph::log {
namespace {

ByteView pageAt(ByteView segment, std::uint64_t offset) {
  return offset + kPageBytes <= segment.size() ? segment.subspan(offset, kPageBytes) : ByteView();
}

/// The frame's words about its block are those of the block in it.
bool agreesWithBlock(const FrameHeader& header, ByteView page) {
  wire::BlockHeader block;
  std::memcpy(static_cast<void*>(&block), page.data() + limits::kFrameHeaderBytes, sizeof(block));
  return block.magic == wire::BlockHeader::kMagic && block.height == header.height &&
         block.term == header.term && block.lane == header.lane && block.previous == header.previous &&
         block.hash() == header.hash;
}

FrameState stateAt(ByteView segment, const SuperBlock& super, std::uint64_t offset, bool anyLife,
                   FrameHeader& header) {
  const ByteView page = pageAt(segment, offset);
  if (page.empty()) return FrameState::kEmpty;
  std::memcpy(static_cast<void*>(&header), page.data(), sizeof(header));
  if (header.magic != FrameHeader::kMagic || (header.salt != super.salt && !anyLife))
    return FrameState::kEmpty;
  const auto checked = readFrameHeader(page);
  if (!checked || (checked->position != positionOf(super.sequence, offset) && !anyLife) ||
      checked->lane != super.lane || checked->bodySize > limits::kBufferBodyBytes ||
      !agreesWithBlock(*checked, page))
    return FrameState::kBadHeader;
  header = *checked;
  const std::uint64_t bodyAt = offset + kPageBytes;
  if (bodyAt + header.bodySize > segment.size()) return FrameState::kBadBody;
  return crc32c(segment.subspan(bodyAt, header.bodySize)) == header.bodyCrc ? FrameState::kGood
                                                                            : FrameState::kBadBody;
}

}  // namespace

SegmentScan scanSegment(ByteView segment, const SuperBlock& super, std::uint64_t knownEnd, bool anyLife) {
  SegmentScan scan;
  const auto hear = [&](LogPosition synced, std::uint64_t stateSequence) {
    scan.synced = std::max(scan.synced, synced);
    scan.stateSequence = std::max(scan.stateSequence, stateSequence);
  };
  for (std::size_t slot = 0; slot < kMarkSlots; ++slot) {
    const auto mark = readMark(pageAt(segment, kMarksOffset + slot * kPageBytes));
    if (mark && mark->salt == super.salt) hear(mark->synced, mark->stateSequence);
  }
  FrameHeader header;
  while (knownEnd == 0 || scan.end < knownEnd) {
    scan.atEnd = stateAt(segment, super, scan.end, anyLife, header);
    if (scan.atEnd != FrameState::kGood) break;
    hear(header.synced, header.stateSequence);
    scan.frames.push_back({header, scan.end});
    scan.end += frameBytes(header.bodySize);
  }
  if (knownEnd != 0) return scan;
  for (std::uint64_t at = scan.end + kPageBytes; at + kPageBytes <= segment.size(); at += kPageBytes) {
    if (loadAt<std::uint32_t>(segment, at) != FrameHeader::kMagic) continue;
    const auto later = readFrameHeader(pageAt(segment, at));
    if (!later || later->salt != super.salt || later->position != positionOf(super.sequence, at)) continue;
    scan.validAfter = true;
    hear(later->synced, later->stateSequence);
  }
  return scan;
}

bool saysSynced(ByteView segment, std::uint64_t sequence) {
  const LogPosition begin = positionOf(sequence, kFramesOffset);
  for (std::size_t slot = 0; slot < kMarkSlots; ++slot) {
    const auto mark = readMark(pageAt(segment, kMarksOffset + slot * kPageBytes));
    if (mark && mark->synced > begin) return true;
  }
  for (std::uint64_t at = kFramesOffset; at + kPageBytes <= segment.size(); at += kPageBytes) {
    if (loadAt<std::uint32_t>(segment, at) != FrameHeader::kMagic) continue;
    const auto frame = readFrameHeader(pageAt(segment, at));
    if (frame && frame->position == positionOf(sequence, at) && frame->synced > begin) return true;
  }
  return false;
}

}  // namespace aurigraph::log
