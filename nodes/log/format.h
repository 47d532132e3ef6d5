#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/limits.h"
#include "core/base/types.h"

/// Bytes of the write-ahead log on disk (docs/formats/log.md). All little endian, everything in pages
/// of 4 KiB, so that a torn write never touches a page that an earlier sync covered.
namespace aurigraph::log {

inline constexpr std::size_t kPageBytes = limits::kBufferHeaderBytes;

/// A place in the log: segment number and offset in it. Grows with time; 0: nowhere.
using LogPosition = Strong<struct LogPositionTag, std::uint64_t>;
constexpr LogPosition positionOf(std::uint64_t sequence, std::uint64_t offset) {
  return LogPosition((sequence << 32) | offset);
}
constexpr std::uint64_t sequenceOf(LogPosition position) {
  return position.value >> 32;
}
constexpr std::uint64_t offsetOf(LogPosition position) {
  return position.value & 0xFFFF'FFFFULL;
}

// A segment: super block, two mark slots, frames.
inline constexpr std::uint64_t kMarksOffset = kPageBytes;
inline constexpr std::size_t kMarkSlots = 2;
inline constexpr std::uint64_t kFramesOffset = kMarksOffset + kMarkSlots * kPageBytes;

inline constexpr std::string_view kStateName = "state";
inline constexpr std::string_view kSpareName = "spare";
inline constexpr std::uint64_t kStateBytes = 2 * kPageBytes;
[[nodiscard]] std::string segmentName(std::uint64_t sequence);  ///< "segment-00000001"
/// Nothing for any other name.
[[nodiscard]] std::optional<std::uint64_t> segmentSequence(std::string_view name);

/// First page of a segment. CRC32C over bytes 8…4095.
struct SuperBlock {
  static constexpr std::uint32_t kMagic = 0x3153'4741;  // "AGS1"
  static constexpr std::uint16_t kFormat = 1;
  std::uint32_t magic = kMagic;    //  0
  std::uint32_t crc = 0;           //  4
  std::uint16_t format = kFormat;  //  8
  Lane lane;                       // 10
  NodeId node;                     // 12
  std::uint64_t sequence = 0;      // 16
  std::uint64_t salt = 0;          // 24  random; repeated in every frame and mark of this life
  LogPosition previousEnd;         // 32  where the segment before ends; its rest is dead
  Digest genesis;                  // 40
};
static_assert(sizeof(SuperBlock) == 72 && offsetof(SuperBlock, previousEnd) == 32);

/// First 256 bytes of a frame; the rest of its page is the block's header page from byte 256, the body
/// follows. `headerCrc` covers bytes 12…4095 of the page, `bodyCrc` the body's `bodySize` bytes.
struct FrameHeader {
  static constexpr std::uint32_t kMagic = 0x3146'4741;  // "AGF1"
  static constexpr std::uint16_t kFormat = 1;
  std::uint32_t magic = kMagic;     //   0
  std::uint16_t format = kFormat;   //   4
  Lane lane;                        //   6
  std::uint32_t headerCrc = 0;      //   8
  std::uint32_t bodyCrc = 0;        //  12
  LogPosition position;             //  16  its own: a misdirected write never validates
  std::uint64_t salt = 0;           //  24  the segment's
  Term term;                        //  32
  Height height;                    //  40
  LogPosition synced;               //  48  everything before was durable when this was written
  std::uint64_t stateSequence = 0;  //  56  the newest durable hard state when this was written
  Digest previous;                  //  64  hash of the block before
  Digest hash;                      //  96  of this block
  std::uint32_t bodySize = 0;       // 128
  std::uint8_t reserved[124] = {};  // 132  zero
};
static_assert(sizeof(FrameHeader) == limits::kFrameHeaderBytes);
static_assert(offsetof(FrameHeader, position) == 16 && offsetof(FrameHeader, previous) == 64);
static_assert(offsetof(FrameHeader, bodySize) == 128);

/// A header slot: says, while the log is idle, what is durable. CRC32C over bytes 8…4095.
struct Mark {
  static constexpr std::uint32_t kMagic = 0x314D'4741;  // "AGM1"
  std::uint32_t magic = kMagic;                         //  0
  std::uint32_t crc = 0;                                //  4
  std::uint64_t salt = 0;                               //  8
  LogPosition synced;                                   // 16  everything before is durable
  std::uint64_t stateSequence = 0;                      // 24
  Term term;                                            // 32  of the last durable block …
  Height height;                                        // 40
  Digest hash;                                          // 48
};
static_assert(sizeof(Mark) == 80 && offsetof(Mark, hash) == 48);

/// One of the two slots of the file "state": sequence s stands in slot s mod 2. CRC32C over bytes 8…4095.
struct StatePage {
  static constexpr std::uint32_t kMagic = 0x3148'4741;  // "AGH1"
  std::uint32_t magic = kMagic;                         //  0
  std::uint32_t crc = 0;                                //  4
  NodeId node;                                          //  8
  NodeId vote;                                          // 12
  std::uint64_t sequence = 0;                           // 16
  Term term;                                            // 24
  Height commit;                                        // 32
  Height base;                                          // 40  blocks up to here are released
  Digest baseHash;                                      // 48
  Digest genesis;                                       // 80
  std::uint64_t lastSegment = 0;                        // 112  its first group is durable; 0: none yet
};
static_assert(sizeof(StatePage) == 120 && offsetof(StatePage, lastSegment) == 112);

// Pages as written: the structure, zeros, the checksum filled in.
[[nodiscard]] Bytes encodePage(SuperBlock super);
[[nodiscard]] Bytes encodePage(Mark mark);
[[nodiscard]] Bytes encodePage(StatePage state);
/// The whole file "state" of a new voter's log: sequence 1, no term, no vote, nothing decided. Whoever makes
/// the cluster writes it, before the node's first start and never again: a voter that finds none refuses.
[[nodiscard]] Bytes freshState(NodeId node, const Digest& genesis);
/// Completes a frame's header page: `page` holds the block's header page from byte 256.
void sealFramePage(std::span<std::uint8_t> page, FrameHeader header);

// Nothing if it is not a whole page of that kind with a right checksum.
[[nodiscard]] std::optional<SuperBlock> readSuper(ByteView page);
[[nodiscard]] std::optional<Mark> readMark(ByteView page);
[[nodiscard]] std::optional<StatePage> readState(ByteView page);
[[nodiscard]] std::optional<FrameHeader> readFrameHeader(ByteView page);

[[nodiscard]] constexpr std::uint64_t wholePages(std::uint64_t sizeBytes) {
  return (sizeBytes + kPageBytes - 1) / kPageBytes * kPageBytes;
}
[[nodiscard]] constexpr std::uint64_t frameBytes(std::uint64_t bodySize) {
  return kPageBytes + wholePages(bodySize);
}

}  // namespace aurigraph::log
