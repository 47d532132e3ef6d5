#include "nodes/log/log.h"

#include <utility>

namespace aurigraph::log {

Log::Log(LogOptions options, runtime::Environment& environment, Faults faults)
    : options_(options), environment_(environment), faults_(std::move(faults)) {
  AG_ASSERT(options_.segmentBytes % kPageBytes == 0 && options_.segmentBytes <= 0xFFFF'FFFF);
  AG_ASSERT(options_.segmentBytes >= kFramesOffset + frameBytes(0));
  AG_ASSERT(options_.allocateStepBytes > 0 && options_.maxGroupFrames > 0);
}

const EntryInfo* Log::entry(Height height) const {
  if (height <= base_ || height > last()) return nullptr;
  return &entries_[height.value - base_.value - 1].info;
}

Digest Log::hashAt(Height height) const {
  const EntryInfo* info = entry(height);
  return info == nullptr ? baseHash_ : info->hash;
}

std::vector<Answer> Log::takeAnswers() {
  return std::exchange(answers_, {});
}

void Log::onIo(const IoDone& done, Out& out) {
  const auto found = waiting_.find(done.token.value - options_.firstToken.value);
  if (failed_ || found == waiting_.end()) return;
  const Handler handler = std::move(found->second);
  waiting_.erase(found);
  handler(done, out);
}

void Log::submit(runtime::FileId file, runtime::IoOp op, Out& out, Handler handler) {
  const std::uint64_t number = nextToken_++;
  waiting_.emplace(number, std::move(handler));
  out.add(runtime::SubmitIo{file, std::move(op), runtime::Token(options_.firstToken.value + number)});
}

void Log::submitSafe(runtime::FileId file, runtime::IoOp op, Out& out, Handler handler) {
  submit(file, std::move(op), out, [this, handler = std::move(handler)](const IoDone& done, Out& next) {
    if (done.status != runtime::IoStatus::kDone)
      failIo(done.status);
    else if (handler)
      handler(done, next);
  });
}

void Log::failIo(runtime::IoStatus status) {
  if (status == runtime::IoStatus::kNoSpace)
    failNow("log.no_space", "The disk of the log is full.",
            "Free space in the data folder and start the node again.");
  else  // Never tried again: after a failed sync nobody knows what is on the disk.
    failNow("log.io_failed", "The disk did not carry out what the log asked for.",
            "Check the disk; the node recovers from it when it is started again.");
}

void Log::damaged(const std::string& what) {
  failNow(
      "log.damaged", "The log is damaged where it was already durable: " + what + ".",
      "Do not start this node with an empty folder or an older copy of it: it would have forgotten votes and "
      "blocks that it promised. Let a new node take its place.");
}

void Log::neverFormatted() {
  failNow(
      "log.never_formatted",
      "This validator's data folder holds no log: nobody made one there, or it is lost. A validator that "
      "starts without it has forgotten its votes and the blocks that it acknowledged, and a second history "
      "could be decided over what is final.",
      "Put its own, newest data folder back. If that is gone, leave the validator down and let a new node "
      "take its place. A new cluster's logs are made with its folder (aurigraph up).");
}

void Log::failNow(std::string_view code, std::string message, std::string remedy) {
  if (failed_) return;
  failed_ = true;
  answers_.emplace_back(Failed{Error{code, std::move(message), std::move(remedy)}});
}

runtime::FileId Log::fileOf(std::uint64_t sequence) const {
  return runtime::FileId(static_cast<std::uint32_t>(options_.firstFile.value + 2 + sequence));
}

std::uint64_t Log::nextSequence() const {
  return segments_.empty() ? 1 : segments_.back().sequence + 1;
}

}  // namespace aurigraph::log
