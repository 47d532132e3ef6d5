#pragma once

#include <deque>
#include <optional>
#include <random>
#include <vector>

#include "app/sim/memory_disk.h"
#include "nodes/log/log.h"

namespace aurigraph::log::testing {

inline Digest digestOf(std::uint8_t value) {
  Digest digest;
  digest.bytes.fill(value);
  return digest;
}

inline LogOptions tinyOptions() {
  LogOptions options;
  options.node = NodeId(3);
  options.genesis = digestOf(7);
  options.segmentBytes = 48 * 1024;  // a few frames each
  options.allocateStepBytes = 20 * 1024;
  options.maxGroupFrames = 3;
  return options;
}

/// A disk with the log that a cluster's maker has made there.
inline MemoryDisk formattedDisk(const LogOptions& options = tinyOptions()) {
  MemoryDisk disk;
  disk.format(options.node, options.genesis);
  return disk;
}

/// A block with one opaque batch of `bodySize` bytes (0: none) on top of `previous`.
inline wire::Block makeBlock(Height height, Term term, const Digest& previous, std::size_t bodySize) {
  wire::BlockBuilder builder(allocateBuffer(bodySize > 20'000 ? BufferClass::kBlock : BufferClass::kSmall));
  if (bodySize > 0) {
    Bytes body(bodySize);
    for (std::size_t at = 0; at < bodySize; ++at)
      body[at] = static_cast<std::uint8_t>(at * 31 + height.value + term.value * 7);
    wire::BatchHeader header;
    header.kind = wire::BatchKind::kOpaque;
    header.count = 1;
    header.bodySize = static_cast<std::uint32_t>(bodySize);
    header.request = RequestNumber(height.value);
    builder.add(header, body);
  }
  wire::BlockHeader header;
  header.genesis = digestOf(7);
  header.height = height;
  header.term = term;
  header.previous = previous;
  return builder.finish(header);
}

class FixedEnvironment : public runtime::Environment {
 public:
  Tick tick() override { return Tick(1); }
  Nanoseconds wallClock() override { return Nanoseconds(1); }
  std::uint64_t randomNumber() override { return random_(); }
  BufferRef acquire(BufferClass bufferClass) override {
    return full ? BufferRef() : allocateBuffer(bufferClass);
  }
  bool full = false;

 private:
  std::mt19937_64 random_{42};  // goes on over restarts: a salt never comes twice
};

/// A log on a memory disk, one request after another; may be stopped before any of them.
class Machine {
 public:
  Machine(MemoryDisk& disk, FixedEnvironment& environment, LogOptions options = tinyOptions(),
          Faults faults = {})
      : disk_(disk), log(std::move(options), environment, faults) {}

  /// Carries out requests until none is left or the disk has done `lastOperation`. True: all done.
  bool run(std::uint64_t lastOperation = ~std::uint64_t{0}) {
    collect();
    for (;;) {
      if (requests_.empty()) {
        log.idle(out);
        collect();
        if (requests_.empty()) return true;
      }
      if (disk_.operations >= lastOperation) return false;
      const auto request = std::move(requests_.front());
      requests_.pop_front();
      runtime::IoDone done = disk_.carryOut(request.file, request.op);
      done.token = request.token;
      AG_ASSERT(log.owns(done.token));
      log.onIo(done, out);
      collect();
    }
  }

  /// Cut in the middle of the next request: what it writes is on its way, its sync never comes.
  void beginNext() {
    if (requests_.empty()) return;
    auto* write = std::get_if<runtime::IoWrite>(&requests_.front().op);
    if (write == nullptr) return;
    write->sync = false;
    (void)disk_.carryOut(requests_.front().file, *write);
  }

  /// Blocks of the same size on top of the log as it is.
  std::vector<wire::Block> blocks(std::size_t count, Term term, std::size_t bodySize) {
    std::vector<wire::Block> made;
    Digest previous = log.entry(log.last()) != nullptr ? log.entry(log.last())->hash : baseHash;
    Height height = log.last();
    for (std::size_t index = 0; index < count; ++index) {
      height = height.next();
      made.push_back(makeBlock(height, term, previous, bodySize + index));
      previous = made.back().hash();
    }
    return made;
  }

  Digest baseHash = digestOf(7);

 private:
  void collect() {
    for (runtime::Request& request : out.requests())
      requests_.push_back(std::move(std::get<runtime::SubmitIo>(request)));
    out.requests().clear();
    for (Answer& answer : log.takeAnswers()) {
      if (auto* got = std::get_if<Opened>(&answer)) opened = *got;
      if (auto* got = std::get_if<Durable>(&answer)) {
        durable.push_back(*got);
        if (onDurable) onDurable(*got);
      }
      if (auto* got = std::get_if<HardStateDurable>(&answer)) state = got->state;
      if (auto* got = std::get_if<BlocksRead>(&answer)) reads.push_back(std::move(*got));
      if (auto* got = std::get_if<Failed>(&answer)) failed = got->why;
    }
  }

  MemoryDisk& disk_;
  std::deque<runtime::SubmitIo> requests_;

 public:
  Log log;
  runtime::Out out;
  std::optional<Opened> opened;
  std::vector<Durable> durable;
  std::optional<HardState> state;
  std::vector<BlocksRead> reads;
  std::optional<Error> failed;
  std::function<void(const Durable&)> onDurable;
};

}  // namespace aurigraph::log::testing
