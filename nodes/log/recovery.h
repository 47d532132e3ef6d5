#pragma once

#include <cstdint>
#include <string_view>

/// What recovery does with what it finds on disk: three pure tables, tested over all combinations
/// (tests/unit/log/recovery_table_test.cpp; the idea is TigerBeetle's vsr/journal.zig). Recovery itself
/// only gathers the inputs.
///
/// The rule behind them: an acknowledged byte is never dropped. A bad place may be cut off as a torn
/// write only if nothing on the disk says that it was ever synced. Every frame, mark and newer
/// segment carries such a word ("synced up to here when I was written").
namespace aurigraph::log {

/// What stands at a place where a frame may begin.
enum class FrameState : std::uint8_t {
  kGood,       ///< Header and body match their checksums.
  kBadBody,    ///< The header is this segment's, the body does not match it.
  kBadHeader,  ///< Looks like this segment's header, but its checksum fails.
  kEmpty,      ///< Zeros, an earlier life of a recycled segment, anything else.
};

struct FrameEvidence {
  FrameState frame = FrameState::kEmpty;
  bool chainFits = false;    ///< A good frame's height and previous hash continue the log.
  bool knownSynced = false;  ///< Something on disk says this place was durable.
  bool validAfter = false;   ///< A good frame header of this segment stands behind it.
  bool durableLog = true;    ///< LogOptions::durable: somebody may rely on this log alone.
};

enum class FrameDecision : std::uint8_t {
  kUse,
  kEnd,       ///< The log ends here, cleanly: go on writing here.
  kTruncate,  ///< Torn and never acknowledged: cut off, go on in a new segment.
  kDamaged,   ///< Was acknowledged or cannot be explained: refuse to start.
};
[[nodiscard]] FrameDecision decideFrame(const FrameEvidence& evidence);

struct SegmentEvidence {
  bool superGood = false;
  bool last = false;         ///< No segment of a higher number exists.
  bool knownSynced = false;  ///< A frame or mark in it says that something of it was durable.
  bool durableLog = true;
};
enum class SegmentDecision : std::uint8_t {
  kUse,
  kDiscard,  ///< Made, but nothing in it was ever acknowledged.
  kDamaged,
};
[[nodiscard]] SegmentDecision decideSegment(const SegmentEvidence& evidence);

enum class SlotState : std::uint8_t { kGood, kBad, kEmpty };
struct StateEvidence {
  SlotState first = SlotState::kEmpty;
  SlotState second = SlotState::kEmpty;
  bool newerKnown = false;  ///< A frame or mark names a durable state newer than the best slot.
  bool durableLog = true;
};
enum class StateDecision : std::uint8_t {
  kUseNewest,       ///< Of the good slots.
  kFresh,           ///< A learner's: it has promised nothing.
  kNeverFormatted,  ///< A voter's log that nobody made, or that is lost: refuse to start.
  kDamaged,
};
[[nodiscard]] StateDecision decideState(const StateEvidence& evidence);

}  // namespace aurigraph::log
