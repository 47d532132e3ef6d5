#pragma once

#include <cstdint>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/bytes.h"
#include "core/wire/block.h"
#include "nodes/log/format.h"
#include "nodes/log/recovery.h"

namespace aurigraph::log {

/// One whole frame as recovery found it.
struct FoundFrame {
  FrameHeader header;
  std::uint64_t offset = 0;
};

/// What one segment says, before anything is decided.
struct SegmentScan {
  std::vector<FoundFrame> frames;         ///< The unbroken run from the segment's begin.
  std::uint64_t end = kFramesOffset;      ///< Where that run ends …
  FrameState atEnd = FrameState::kEmpty;  ///< … and what stands there.
  bool validAfter = false;                ///< A good frame header of this segment stands behind `end`.
  LogPosition synced;                     ///< The greatest word of a frame or mark about what is durable.
  std::uint64_t stateSequence = 0;        ///< The newest durable hard state any of them names.
};

/// Reads a segment's bytes. `knownEnd`: where the next segment says that this one ends; nothing behind
/// it counts. 0: this is the last one. `anyLife`: the simulator's fault, false in the product.
SegmentScan scanSegment(ByteView segment, const SuperBlock& super, std::uint64_t knownEnd, bool anyLife);

/// For a segment whose super block is bad: whether a frame or mark in it says that something of
/// segment `sequence` was durable.
bool saysSynced(ByteView segment, std::uint64_t sequence);

}  // namespace aurigraph::log
