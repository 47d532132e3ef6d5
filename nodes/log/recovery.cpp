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
  // The slots are written in turn: two bad ones cannot come from one torn write.
  if (evidence.first == SlotState::kBad && evidence.second == SlotState::kBad) return StateDecision::kDamaged;
  return StateDecision::kFresh;
}

}  // namespace aurigraph::log
