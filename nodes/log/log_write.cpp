// Appending, group commit, marks, hard state, segments.

#include <algorithm>
#include <cstring>

#include "core/base/crc32c.h"
#include "nodes/log/log.h"

namespace aurigraph::log {

void Log::append(std::vector<wire::Block> blocks, Out& out) {
  AG_ASSERT(opened_);
  if (failed_ || blocks.empty()) return;
  for (wire::Block& block : blocks) {
    const wire::BlockHeader& header = block.header();
    AG_ASSERT(header.height == last().next() && header.previous == hashAt(last()));
    const std::size_t bodySize = block.buffer().bodySize();
    AG_ASSERT(kFramesOffset + frameBytes(bodySize) <= options_.segmentBytes);
    entries_.push_back(
        {{header.height, header.term, block.hash(), static_cast<std::uint32_t>(bodySize)}, LogPosition()});
    queue_.push_back(std::move(block));
  }
  if (!options_.durable) {
    durable_ = last();
    answers_.emplace_back(Durable{durable_, entry(durable_)->term});
  }
  pump(out);
}

void Log::truncateFrom(Height height) {
  AG_ASSERT(opened_ && height > base_);
  while (last() >= height) {
    if (entries_.back().at == LogPosition()) queue_.pop_back();
    entries_.pop_back();
  }
  durable_ = std::min(durable_, last());
}

/// Whatever can be done next. While a group is in flight the queue fills: the next group takes it all
/// (group commit without a timer).
void Log::pump(Out& out) {
  if (!opened_ || failed_ || inFlight_ || spare_ == Spare::kRenaming) return;
  if (mustRoll_ && spare_ == Spare::kReady) return roll(out);
  if (queue_.empty()) return;
  const std::uint64_t needed = frameBytes(queue_.front().buffer().bodySize());
  if (!mustRoll_ && segments_.back().end + needed <= options_.segmentBytes) return writeGroup(out);
  if (spare_ == Spare::kReady) return roll(out);
  if (spare_ == Spare::kNoSpace) failIo(runtime::IoStatus::kNoSpace);
}

void Log::writeGroup(Out& out) {
  Segment& segment = segments_.back();
  runtime::IoWrite write;
  write.at = segment.superWritten ? segment.end : 0;
  write.sync = options_.durable && !faults_(kFaultSkipSync);
  if (!segment.superWritten) {
    SuperBlock super;
    super.lane = options_.lane;
    super.node = options_.node;
    super.sequence = segment.sequence;
    super.salt = segment.salt;
    super.genesis = options_.genesis;
    super.previousEnd = segment.previousEnd;
    runtime::WritePart part;
    part.bytes = encodePage(super);
    part.bytes.resize(kFramesOffset);  // and empty marks
    write.parts.push_back(std::move(part));
    segment.superWritten = true;
  }
  Group group;
  const std::size_t maxFrames = faults_(kFaultOneFramePerGroup) ? 1 : options_.maxGroupFrames;
  std::size_t sizeBytes = 0;
  while (!queue_.empty() && group.blocks.size() < maxFrames) {
    const std::uint64_t size = frameBytes(queue_.front().buffer().bodySize());
    if (segment.end + size > options_.segmentBytes) break;
    if (!group.blocks.empty() && sizeBytes + size > options_.maxGroupBytes) break;
    addFrame(queue_.front(), segment.end, write);
    entries_[queue_.front().header().height.value - base_.value - 1].at =
        positionOf(segment.sequence, segment.end);
    segment.end += size;
    segment.highest = std::max(segment.highest, queue_.front().header().height);
    sizeBytes += size;
    group.blocks.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  group.end = positionOf(segment.sequence, segment.end);
  group.segment = segment.sequence;
  inFlight_ = std::move(group);
  submitSafe(fileOf(segment.sequence), std::move(write), out,
             [this](const IoDone&, Out& next) { onGroupWritten(next); });
}

/// The block's own header page is shared with the network, so its frame header goes into a copy of that
/// page; whole pages of the body are written from the shared buffer; the last, partial page is a copy
/// too, so that what stood behind the body in that memory never reaches the disk.
void Log::addFrame(const wire::Block& block, std::uint64_t offset, runtime::IoWrite& write) {
  const BufferRef& buffer = block.buffer();
  const ByteView body = buffer.body();
  FrameHeader header;
  header.lane = options_.lane;
  header.bodyCrc = crc32c(body);
  header.position = positionOf(segments_.back().sequence, offset);
  header.salt = segments_.back().salt;
  header.term = block.header().term;
  header.height = block.header().height;
  header.synced = synced_;
  header.stateSequence = stateSequence_;
  header.previous = block.header().previous;
  header.hash = block.hash();
  header.bodySize = static_cast<std::uint32_t>(body.size());
  runtime::WritePart head;
  head.bytes = toBytes(buffer.header());
  sealFramePage(head.bytes, header);
  write.parts.push_back(std::move(head));
  const std::size_t whole = body.size() / kPageBytes * kPageBytes;
  if (whole > 0) {
    runtime::WritePart pages;
    pages.buffer = buffer;
    pages.offset = limits::kBufferHeaderBytes;
    pages.sizeBytes = whole;
    write.parts.push_back(std::move(pages));
  }
  if (whole < body.size()) {
    runtime::WritePart tail;
    tail.bytes = toBytes(body.subspan(whole));
    tail.bytes.resize(kPageBytes);
    write.parts.push_back(std::move(tail));
  }
}

void Log::onGroupWritten(Out& out) {
  synced_ = inFlight_->end;
  // From here on this segment may not be missing: a log that lost its files must not look like a new one.
  if (options_.durable && inFlight_->segment > stateSegment_) segmentWanted_ = inFlight_->segment;
  inFlight_.reset();
  writeState(out);
  advanceDurable();
  pump(out);
}

void Log::advanceDurable() {
  const Height before = durable_;
  while (durable_ < last()) {
    const LogPosition at = entries_[durable_.value - base_.value].at;
    if (at == LogPosition() || at >= synced_) break;
    durable_ = durable_.next();
  }
  if (durable_ > before) answers_.emplace_back(Durable{durable_, entry(durable_)->term});
}

void Log::idle(Out& out) {
  if (!opened_ || failed_ || inFlight_ || !queue_.empty() || spare_ == Spare::kRenaming) return;
  writeMark(out);
}

/// While frames follow, each says what was durable before it. When the log stays idle, a mark says it for
/// the last ones. It needs no sync of its own: it only helps to tell rot from a torn write.
void Log::writeMark(Out& out) {
  if (!options_.durable || markInFlight_ || mustRoll_ || !segments_.back().superWritten) return;
  if (markedSynced_ == synced_ && markedState_ == stateSequence_) return;
  const Segment& segment = segments_.back();
  Mark mark;
  mark.salt = segment.salt;
  mark.synced = markedSynced_ = synced_;
  mark.stateSequence = markedState_ = stateSequence_;
  mark.height = durable_;
  mark.hash = hashAt(durable_);
  if (const EntryInfo* info = entry(durable_)) mark.term = info->term;
  runtime::IoWrite write;
  write.at = kMarksOffset + (marksWritten_++ % kMarkSlots) * kPageBytes;
  runtime::WritePart part;
  part.bytes = encodePage(mark);
  write.parts.push_back(std::move(part));
  markInFlight_ = true;
  submitSafe(fileOf(segment.sequence), std::move(write), out, [this](const IoDone&, Out& next) {
    markInFlight_ = false;
    pump(next);
  });
}

// ---- hard state ----

void Log::setHardState(const HardState& state, Out& out) {
  AG_ASSERT(opened_);
  stateWanted_ = state;
  writeState(out);
}

void Log::release(Height upto, Out& out) {
  AG_ASSERT(opened_ && upto <= durable_);
  if (upto <= base_ || entries_[upto.value - base_.value - 1].at == LogPosition()) return;
  releaseWanted_ = upto;
  writeState(out);
}

void Log::writeState(Out& out) {
  const bool newSegment = segmentWanted_ > stateSegment_;
  if (failed_ || stateInFlight_ || (!stateWanted_ && !releaseWanted_ && !newSegment)) return;
  const HardState next = stateWanted_.value_or(state_);
  const Height base = std::max(base_, releaseWanted_.value_or(base_));
  StatePage page;
  page.node = options_.node;
  page.vote = next.vote;
  page.sequence = stateSequence_ + 1;
  page.term = next.term;
  page.commit = next.commit;
  page.base = base;
  page.baseHash = hashAt(base);
  page.genesis = options_.genesis;
  page.lastSegment = std::max(stateSegment_, segmentWanted_);
  stateInFlight_ = StateWrite{page, stateWanted_.has_value()};
  stateWanted_.reset();
  releaseWanted_.reset();
  runtime::IoWrite write;
  write.at = page.sequence % 2 * kPageBytes;
  write.sync = options_.durable && !faults_(kFaultSkipStateSync);
  runtime::WritePart part;
  part.bytes = encodePage(page);
  write.parts.push_back(std::move(part));
  submitSafe(stateFile(), std::move(write), out,
             [this](const IoDone&, Out& next_) { onStateWritten(next_); });
}

void Log::onStateWritten(Out& out) {
  const StateWrite written = *stateInFlight_;
  stateInFlight_.reset();
  stateSequence_ = written.page.sequence;
  state_ = {written.page.term, written.page.vote, written.page.commit};
  stateSegment_ = written.page.lastSegment;
  if (written.page.base > base_) {
    entries_.erase(entries_.begin(),
                   entries_.begin() + static_cast<std::ptrdiff_t>(written.page.base.value - base_.value));
    base_ = written.page.base;
    baseHash_ = written.page.baseHash;
    applyRelease();
  }
  if (written.asked) answers_.emplace_back(HardStateDurable{state_});
  writeState(out);
  pump(out);
}

// ---- segments ----

void Log::applyRelease() {
  const Height upto(base_.value + (faults_(kFaultRecycleEarly) ? 1 : 0));
  while (segments_.size() > 1 && segments_.front().highest <= upto) {
    recyclable_.push_back(segments_.front().sequence);
    segments_.erase(segments_.begin());
  }
}

/// The next segment is made ready while the current one fills: a recycled file or a new one, grown step
/// by step so that no group waits long behind it.
void Log::prepareSpare(Out& out) {
  if (spare_ != Spare::kNone) return;
  spare_ = Spare::kPreparing;
  if (!spareExists_ && !recyclable_.empty()) {
    submitSafe(folder(), runtime::IoRename{segmentName(recyclable_.front()), std::string(kSpareName)}, out);
    recyclable_.pop_front();
  }
  spareExists_ = true;
  submitSafe(fileOf(nextSequence()), runtime::IoOpen{std::string(kSpareName), true}, out,
             [this](const IoDone& done, Out& next) { growSpare(done.sizeBytes, next); });
}

void Log::growSpare(std::uint64_t sizeBytes, Out& out) {
  const auto file = fileOf(nextSequence());
  if (sizeBytes >= options_.segmentBytes) {
    const auto ready = [this](const IoDone&, Out& next) {
      spare_ = Spare::kReady;
      pump(next);
    };
    if (options_.durable) return submitSafe(file, runtime::IoSync{}, out, ready);
    return ready({}, out);
  }
  const std::uint64_t step = std::min(options_.segmentBytes, sizeBytes + options_.allocateStepBytes);
  submit(file, runtime::IoAllocate{step}, out, [this, step](const IoDone& done, Out& next) {
    if (done.status == runtime::IoStatus::kDone) return growSpare(step, next);
    if (done.status != runtime::IoStatus::kNoSpace) return failIo(done.status);
    spare_ = Spare::kNoSpace;  // the current segment may still do
    pump(next);
  });
}

void Log::roll(Out& out) {
  const std::uint64_t sequence = nextSequence();
  spare_ = Spare::kRenaming;
  submitSafe(folder(), runtime::IoRename{std::string(kSpareName), segmentName(sequence)}, out,
             [this, sequence](const IoDone&, Out& next) {
               Segment fresh{sequence, environment_.randomNumber(), kFramesOffset, Height(), false, {}};
               if (!segments_.empty()) {
                 const Segment& before = segments_.back();
                 fresh.previousEnd = positionOf(before.sequence, before.end);
                 submitSafe(fileOf(before.sequence), runtime::IoClose{}, next);
               }
               segments_.push_back(fresh);
               synced_ = positionOf(sequence, kFramesOffset);
               mustRoll_ = false;
               spare_ = Spare::kNone;
               spareExists_ = false;
               applyRelease();
               prepareSpare(next);
               pump(next);
             });
}

}  // namespace aurigraph::log
