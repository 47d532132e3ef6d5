// Opening: slots of the hard state, super blocks of all segments, then the segments' frames from the
// oldest to the newest. Everything is judged by the tables of recovery.h.

#include <algorithm>

#include "nodes/log/log.h"
#include "nodes/log/scan.h"

namespace aurigraph::log {

void Log::open(Out& out) {
  AG_ASSERT(nextToken_ == 0);
  released_.hash = baseHash_ = options_.genesis;
  // A voter's is there since its log was made (freshState); one that is missing is nothing to make up for.
  const auto orMissing = [this](Handler then) -> Handler {
    return [this, then = std::move(then)](const IoDone& done, Out& next) {
      const bool missing = options_.durable && done.status == runtime::IoStatus::kNotFound;
      if (done.status != runtime::IoStatus::kDone && !missing) return failIo(done.status);
      if (then) then(done, next);
    };
  };
  const bool create = !options_.durable || faults_(kFaultOpenUnformatted);
  submit(stateFile(), runtime::IoOpen{std::string(kStateName), create}, out, orMissing({}));
  submit(stateFile(), runtime::IoAllocate{kStateBytes}, out, orMissing({}));
  submit(stateFile(), runtime::IoRead{0, kStateBytes}, out,
         orMissing([this](const IoDone& done, Out& next) { readSlots(done, next); }));
}

void Log::readSlots(const IoDone& done, Out& out) {
  for (std::size_t slot = 0; slot < 2; ++slot) {
    SlotState& state = slot == 0 ? stateEvidence_.first : stateEvidence_.second;
    const ByteView all(done.bytes);
    const ByteView page = all.size() >= kStateBytes ? all.subspan(slot * kPageBytes, kPageBytes) : ByteView();
    const auto read = readState(page);
    if (!read) {
      const bool zero = std::all_of(page.begin(), page.end(), [](std::uint8_t byte) { return byte == 0; });
      state = zero ? SlotState::kEmpty : SlotState::kBad;
      continue;
    }
    if (read->genesis != options_.genesis || read->node != options_.node)
      return failNow("log.other_log", "The data folder holds the log of another cluster or node.",
                     "Start the node with its own data folder.");
    state = SlotState::kGood;
    if (read->sequence <= stateSequence_) continue;
    stateSequence_ = read->sequence;
    state_ = {read->term, read->vote, read->commit};
    released_ = {read->base, read->baseHash};
    stateSegment_ = read->lastSegment;
  }
  submitSafe(folder(), runtime::IoList{}, out,
             [this](const IoDone& list, Out& next) { readSupers(list, next); });
}

void Log::readSupers(const IoDone& list, Out& out) {
  std::string_view names = asText(list.bytes);
  while (!names.empty()) {
    const std::size_t length = std::min(names.find('\n'), names.size());
    const std::string_view name = names.substr(0, length);
    if (const auto sequence = segmentSequence(name)) found_.push_back(*sequence);
    if (name == kSpareName) spareExists_ = true;
    names.remove_prefix(std::min(length + 1, names.size()));
  }
  std::sort(found_.begin(), found_.end());
  supers_.resize(found_.size());
  if (options_.durable && stateSegment_ > (found_.empty() ? 0 : found_.back()))
    return damaged(segmentName(stateSegment_) + " is missing");
  if (found_.empty()) return finishOpening(out);
  for (std::size_t index = 0; index < found_.size(); ++index) {
    const auto file = fileOf(found_[index]);
    submitSafe(file, runtime::IoOpen{segmentName(found_[index]), false}, out);
    submitSafe(file, runtime::IoRead{0, kPageBytes}, out,
               [this, index](const IoDone& done, Out& next) { onSuperRead(index, done, next); });
    submitSafe(file, runtime::IoClose{}, out);
  }
}

void Log::onSuperRead(std::size_t index, const IoDone& done, Out& out) {
  auto super = readSuper(done.bytes);
  if (super &&
      (super->genesis != options_.genesis || super->node != options_.node || super->lane != options_.lane))
    return failNow("log.other_log", segmentName(found_[index]) + " belongs to another cluster, node or lane.",
                   "Start the node with its own data folder.");
  // A recycled file keeps its former super block until its first group is written.
  if (super && super->sequence != found_[index]) super.reset();
  supers_[index] = super;
  if (++foundAt_ < found_.size()) return;  // each is read once; answers may come in any order
  foundAt_ = 0;
  judgeLastSegment(out);
}

/// A last segment without super block may be one whose first group never became durable.
void Log::judgeLastSegment(Out& out) {
  if (supers_.back()) return readNextSegment(out);
  const std::uint64_t sequence = found_.back();
  const auto file = fileOf(sequence);
  submitSafe(file, runtime::IoOpen{segmentName(sequence), false}, out);
  submitSafe(
      file, runtime::IoRead{0, options_.segmentBytes}, out, [this, sequence](const IoDone& done, Out& next) {
        const SegmentDecision decision =
            decideSegment({.superGood = false,
                           .last = true,
                           .knownSynced = sequence <= stateSegment_ || saysSynced(done.bytes, sequence),
                           .durableLog = options_.durable});
        if (decision == SegmentDecision::kDamaged)
          return damaged("the super block of " + segmentName(sequence) + " is unreadable");
        discardFrom(found_.size() - 1, next);
        readNextSegment(next);
      });
  submitSafe(file, runtime::IoClose{}, out);
}

/// Removes these files: nothing in them was ever acknowledged, or everything can be fetched again.
void Log::discardFrom(std::size_t index, Out& out) {
  for (std::size_t at = index; at < found_.size(); ++at)
    submitSafe(fileOf(found_[at]), runtime::IoRemove{segmentName(found_[at])}, out);
  found_.resize(index);
  supers_.resize(index);
}

void Log::readNextSegment(Out& out) {
  if (foundAt_ == found_.size()) return finishOpening(out);
  const std::uint64_t sequence = found_[foundAt_];
  const SegmentDecision decision = decideSegment({.superGood = supers_[foundAt_].has_value(),
                                                  .last = false,
                                                  .knownSynced = true,
                                                  .durableLog = options_.durable});
  const bool gap = foundAt_ > 0 && sequence != found_[foundAt_ - 1] + 1;
  if ((gap || decision != SegmentDecision::kUse) && options_.durable)
    return damaged(gap ? "the segment before " + segmentName(sequence) + " is missing"
                       : "the super block of " + segmentName(sequence) + " is unreadable");
  if (gap || decision != SegmentDecision::kUse) {
    tailTruncated_ = true;
    mustRoll_ = true;
    discardFrom(foundAt_, out);
    return finishOpening(out);
  }
  const auto file = fileOf(sequence);
  submitSafe(file, runtime::IoOpen{segmentName(sequence), false}, out);
  submitSafe(file, runtime::IoRead{0, options_.segmentBytes}, out,
             [this](const IoDone& done, Out& next) { onSegmentRead(done, next); });
  submitSafe(file, runtime::IoClose{}, out);
}

void Log::onSegmentRead(const IoDone& done, Out& out) {
  const SuperBlock& super = *supers_[foundAt_];
  const bool newest = foundAt_ + 1 == found_.size();
  const std::uint64_t knownEnd =
      newest || !supers_[foundAt_ + 1] ? 0 : offsetOf(supers_[foundAt_ + 1]->previousEnd);
  const SegmentScan scan = scanSegment(done.bytes, super, knownEnd, faults_(kFaultTakeRecycled));
  newestStateSeen_ = std::max(newestStateSeen_, scan.stateSequence);

  Segment segment{super.sequence, super.salt, scan.end, Height(), true, super.previousEnd};
  FrameEvidence evidence{.frame = scan.atEnd,
                         .chainFits = false,
                         .knownSynced = !newest || scan.synced > positionOf(super.sequence, scan.end),
                         .validAfter = scan.validAfter,
                         .durableLog = options_.durable};
  bool whole = !newest && scan.end == knownEnd;
  for (const FoundFrame& frame : scan.frames) {
    if (takeFrame(frame)) {
      segment.highest = std::max(segment.highest, frame.header.height);
      continue;
    }
    segment.end = frame.offset;
    evidence.frame = FrameState::kGood;
    whole = false;
    break;
  }
  segments_.push_back(segment);
  mustRoll_ = false;
  if (!whole) {
    switch (decideFrame(evidence)) {
      case FrameDecision::kUse:
      case FrameDecision::kEnd:
        break;
      case FrameDecision::kTruncate:
        tailTruncated_ = true;
        mustRoll_ = true;
        break;
      case FrameDecision::kDamaged:
        return damaged(segmentName(super.sequence) + " at byte " + std::to_string(segment.end) +
                       ", behind height " + std::to_string(last().value));
    }
    if (!newest) {  // only a log that others can fill again comes here
      discardFrom(foundAt_ + 1, out);
      return finishOpening(out);
    }
  }
  ++foundAt_;
  readNextSegment(out);
}

/// Whether the frame continues the log. A lower height supersedes what was there (Raft §5.3).
///
/// Released blocks that are still on the disk are followed like all others, until dropReleased(): only so
/// is a replaced suffix recognised whose replacement reaches below what was released. The predecessor of
/// the first released block that is left may be recycled; nobody asks for it.
bool Log::takeFrame(const FoundFrame& frame) {
  const FrameHeader& header = frame.header;
  if (header.height == Height()) return false;
  const Height before(header.height.value - 1);
  // What follows the released block needs nothing before it: a learner may have lost that.
  const bool anchored = before == released_.height && header.previous == released_.hash;
  if (entries_.empty() || header.height <= base_ || (anchored && before > last())) {
    if (before > released_.height) return false;
    if (before == Height() && header.previous != options_.genesis) return false;
    entries_.clear();
    base_ = before;
    baseHash_ = header.previous;
  }
  if (header.height > last().next() || header.previous != hashAt(before)) return false;
  entries_.resize(before.value - base_.value);
  entries_.push_back({{header.height, header.term, header.hash, header.bodySize}, header.position});
  return true;
}

/// False: what was released is not what the frames lead to.
bool Log::dropReleased() {
  if (entries_.empty() || (!options_.durable && last() < released_.height)) {
    entries_.clear();
    base_ = released_.height;
    baseHash_ = released_.hash;
  }
  if (last() < released_.height || hashAt(released_.height) != released_.hash) return false;
  entries_.erase(entries_.begin(),
                 entries_.begin() + static_cast<std::ptrdiff_t>(released_.height.value - base_.value));
  base_ = released_.height;
  baseHash_ = released_.hash;
  return true;
}

void Log::finishOpening(Out& out) {
  stateEvidence_.newerKnown = newestStateSeen_ > stateSequence_;
  stateEvidence_.durableLog = options_.durable;
  const StateDecision decision = decideState(stateEvidence_);
  if (decision == StateDecision::kNeverFormatted && !faults_(kFaultOpenUnformatted)) return neverFormatted();
  if (decision == StateDecision::kDamaged)
    return damaged("the newest term and vote in the file 'state' are unreadable");
  if (!dropReleased())
    return damaged("the block of height " + std::to_string(released_.height.value) +
                   ", up to which the log was released, is not in it");
  const auto opened = [this](const IoDone&, Out& next) {
    opened_ = true;
    durable_ = last();
    Opened answer{state_, base_, baseHash_, {}, tailTruncated_};
    for (const Entry& entry : entries_) answer.entries.push_back(entry.info);
    answers_.emplace_back(std::move(answer));
    applyRelease();
    prepareSpare(next);
    pump(next);
  };
  // What was read may still be on its way to the disk, if only the process ended: nobody may rely on it
  // before it is synced.
  if (!segments_.empty()) {
    const Segment& segment = segments_.back();
    synced_ = positionOf(segment.sequence, segment.end);
    submitSafe(fileOf(segment.sequence), runtime::IoOpen{segmentName(segment.sequence), false}, out);
    if (options_.durable) submitSafe(fileOf(segment.sequence), runtime::IoSync{}, out);
  }
  if (options_.durable)
    submitSafe(stateFile(), runtime::IoSync{}, out,
               [this, opened](const IoDone& done, Out& next) { opened(done, next); });
  else
    submitSafe(folder(), runtime::IoList{}, out, opened);
}

}  // namespace aurigraph::log
