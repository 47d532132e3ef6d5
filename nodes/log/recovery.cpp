#include "nodes/log/recovery.h"

namespace aurigraph::log {

FrameDecision decideFrame(const FrameEvidence& evidence) {
  if (evidence.frame == FrameState::kGood && evidence.chainFits) return FrameDecision::kUse;
  // Somebody else has it all: cut off and fetch again.
  if (!evidence.durableLog)
    return evidence.frame == FrameState::kEmpty && !evidence.validAfter && !evidence.knownSynced
               ? FrameDecision::kEnd
               : FrameDecision::kTruncate;
  // A whole frame of this very segment that continues nothing: no torn write looks like that.
  if (evidence.frame == FrameState::kGood) return FrameDecision::kDamaged;
  if (evidence.knownSynced) return FrameDecision::kDamaged;
  if (evidence.frame == FrameState::kEmpty && !evidence.validAfter) return FrameDecision::kEnd;
  // The pages of a group reach the disk in any order: a later frame may be whole while this one is not.
  return FrameDecision::kTruncate;
}

SegmentDecision decideSegment(const SegmentEvidence& evidence) {
  if (evidence.superGood) return SegmentDecision::kUse;
  if (!evidence.durableLog) return SegmentDecision::kDiscard;
  // The super block travels with the first group of its segment; a later segment exists only after that.
  if (!evidence.last || evidence.knownSynced) return SegmentDecision::kDamaged;
  return SegmentDecision::kDiscard;
}

StateDecision decideState(const StateEvidence& evidence) {
  const bool anyGood = evidence.first == SlotState::kGood || evidence.second == SlotState::kGood;
  if (!evidence.durableLog) return anyGood ? StateDecision::kUseNewest : StateDecision::kFresh;
  if (evidence.newerKnown) return StateDecision::kDamaged;
  if (anyGood) return StateDecision::kUseNewest;
  // Whoever made the log wrote one slot before the first start, and they are written in turn: no torn write
  // leaves none good.
  const bool bothEmpty = evidence.first == SlotState::kEmpty && evidence.second == SlotState::kEmpty;
  return bothEmpty ? StateDecision::kNeverFormatted : StateDecision::kDamaged;
}

}  // namespace aurigraph::log
