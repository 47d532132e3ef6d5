#include "app/sim/log_model_test.h"

#include <algorithm>
#include <deque>
#include <map>
#include <vector>

#include "app/sim/memory_disk.h"
#include "nodes/log/log.h"

namespace aurigraph::sim {
namespace {

using log::Log;
using log::testing::MemoryDisk;

class ModelEnvironment final : public runtime::Environment {
 public:
  explicit ModelEnvironment(std::uint64_t seed) : random_(seed, 51) {}
  Tick tick() override { return Tick(1); }
  Nanoseconds wallClock() override { return Nanoseconds(1); }
  std::uint64_t randomNumber() override { return random_.next(); }
  BufferRef acquire(BufferClass bufferClass) override { return allocateBuffer(bufferClass); }

 private:
  Random random_;  // goes on over restarts: a segment's salt never comes twice
};

Digest genesisDigest() {
  Digest out;
  out.bytes.fill(7);
  return out;
}

log::LogOptions tinyOptions() {
  log::LogOptions options;
  options.node = NodeId(3);
  options.genesis = genesisDigest();
  options.segmentBytes = 48 * 1024;
  options.allocateStepBytes = 20 * 1024;
  options.maxGroupFrames = 3;
  return options;
}

class LogModelTest {
 public:
  LogModelTest(std::uint64_t seed, const FaultSet& mutant, Trace& trace)
      : random_(seed, 50), environment_(seed), mutant_(mutant), trace_(trace) {
    disk_.format(tinyOptions().node, genesisDigest());
  }

  std::optional<std::string> run() {
    for (int life = 0; life < 6 && !broken_; ++life) {
      open();
      const std::uint64_t steps = random_.between(5, 40);
      for (std::uint64_t step = 0; step < steps && !broken_; ++step) {
        act();
        carryOut(random_.below(12));
      }
      endLife();
    }
    return broken_;
  }

 private:
  /// What must be there after a crash, as far as the log has said so.
  struct Promised {
    std::vector<wire::Block> blocks;  ///< Height 1, 2, … as last appended, truncations taken out.
    Height durable;                   ///< Of those.
    Height released;
    Term state;  ///< Of the newest durable hard state.
  };

  void fail(std::string what) {
    if (!broken_) broken_ = "log model test: " + std::move(what);
  }

  void open() {
    log_.emplace(tinyOptions(), environment_, Faults(mutant_));
    requests_.clear();
    opened_.reset();
    compared_ = false;
    log_->open(out_);
    collect();
    carryOut(~std::uint64_t{0});
    if (!opened_) return fail("it does not open: " + failed_);
    const Height last(opened_->base.value + opened_->entries.size());
    trace_.event(NodeId(3), "log opened", last.value, opened_->base.value);
    if (last < promised_.durable)
      return fail("height " + std::to_string(last.value + 1) + " was durable and is gone");
    if (opened_->state.term < promised_.state) return fail("a durable hard state is gone");
    for (const log::EntryInfo& entry : opened_->entries) {
      if (entry.height.value > promised_.blocks.size() ||
          promised_.blocks[entry.height.value - 1].hash() != entry.hash) {
        // A suffix that was truncated may come back; what was durable may not be replaced by it.
        if (entry.height <= promised_.durable)
          return fail("height " + std::to_string(entry.height.value) +
                      " is another block than the durable one");
        return resume(Height(entry.height.value - 1));
      }
    }
    resume(last);
  }

  /// The log goes on behind `last`: what it has beyond is cut off, as a follower does (Raft §5.3).
  void resume(Height last) {
    if (log_->last() > last) log_->truncateFrom(last.next());
    promised_.blocks.resize(std::min<std::size_t>(promised_.blocks.size(), last.value));
    promised_.durable = std::min(promised_.durable, last);
    compared_ = true;
    collect();
  }

  void act() {
    const std::uint64_t choice = random_.below(20);
    if (choice < 11) return append();
    if (choice < 13) return truncate();
    if (choice < 16) {
      term_ = term_.next();
      log_->setHardState({term_, NodeId(1), Height()}, out_);
    } else if (choice < 18 && log_->durable() > log_->base()) {
      const std::uint64_t span = log_->durable().value - log_->base().value;
      const Height upto(log_->base().value + random_.between(1, span));
      promised_.released = std::max(promised_.released, upto);  // what is decided is never truncated
      log_->release(upto, out_);
    } else {
      log_->idle(out_);
    }
    collect();
  }

  void append() {
    std::vector<wire::Block> fresh;
    const std::size_t count = random_.between(1, 4);
    for (std::size_t at = 0; at < count; ++at) {
      const Height height(promised_.blocks.size() + 1);
      promised_.blocks.push_back(makeBlock(height));
      fresh.push_back(promised_.blocks.back());
    }
    log_->append(std::move(fresh), out_);
    collect();
  }

  void truncate() {
    const std::uint64_t lowest = std::max(log_->base(), promised_.released).value + 1;
    if (log_->last().value < lowest + 1) return;
    const Height from(random_.between(lowest + 1, log_->last().value));
    promised_.durable = std::min(promised_.durable, Height(from.value - 1));
    promised_.blocks.resize(from.value - 1);
    log_->truncateFrom(from);
    collect();
  }

  wire::Block makeBlock(Height height) {
    const std::size_t bodySize = random_.chance(1, 3) ? random_.between(1, 9'000) : random_.between(1, 300);
    wire::BlockBuilder builder(allocateBuffer(BufferClass::kSmall));
    Bytes body(bodySize);
    for (auto& byte : body) byte = static_cast<std::uint8_t>(random_.next());
    wire::BatchHeader batch;
    batch.kind = wire::BatchKind::kOpaque;
    batch.count = 1;
    batch.bodySize = static_cast<std::uint32_t>(bodySize);
    batch.request = RequestNumber(1);
    builder.add(batch, body);
    wire::BlockHeader header;
    header.genesis = genesisDigest();
    header.height = height;
    header.term = term_;
    header.previous = height == Height(1) ? genesisDigest() : promised_.blocks[height.value - 2].hash();
    return builder.finish(header);
  }

  void carryOut(std::uint64_t atMost) {
    for (std::uint64_t done = 0; done < atMost && !requests_.empty(); ++done) {
      const auto request = std::move(requests_.front());
      requests_.pop_front();
      runtime::IoDone answer = disk_.carryOut(request.file, request.op);
      answer.token = request.token;
      log_->onIo(answer, out_);
      collect();
    }
  }

  void collect() {
    for (runtime::Request& request : out_.requests())
      requests_.push_back(std::move(std::get<runtime::SubmitIo>(request)));
    out_.requests().clear();
    for (log::Answer& answer : log_->takeAnswers()) {
      if (auto* got = std::get_if<log::Opened>(&answer)) opened_ = std::move(*got);
      if (const auto* got = std::get_if<log::HardStateDurable>(&answer))
        promised_.state = std::max(promised_.state, got->state.term);
      if (const auto* got = std::get_if<log::Failed>(&answer)) failed_ = got->why.message;
    }
    if (compared_) promised_.durable = std::max(promised_.durable, std::min(log_->durable(), log_->last()));
  }

  /// Power goes in the middle of whatever the disk is doing.
  void endLife() {
    if (!requests_.empty() && random_.chance(1, 2)) {
      auto& next = requests_.front();
      if (auto* write = std::get_if<runtime::IoWrite>(&next.op)) {
        write->sync = false;
        (void)disk_.carryOut(next.file, *write);
      }
    }
    MemoryDisk::CrashPolicy policy;
    policy.kind = static_cast<MemoryDisk::CrashPolicy::Kind>(random_.below(3));
    policy.sectorBytes = random_.chance(1, 2) ? 512 : 4'096;
    policy.seed = static_cast<std::uint32_t>(random_.next());
    trace_.event(NodeId(3), "log crash", static_cast<std::uint64_t>(policy.kind), promised_.durable.value);
    disk_.crash(policy);
    log_.reset();
  }

  Random random_;
  ModelEnvironment environment_;
  const FaultSet& mutant_;
  Trace& trace_;
  MemoryDisk disk_;
  std::optional<Log> log_;
  runtime::Out out_;
  std::deque<runtime::SubmitIo> requests_;
  std::optional<log::Opened> opened_;
  bool compared_ = false;  ///< What it found was compared with what it had promised.
  std::string failed_;
  Promised promised_;
  Term term_{1};
  std::optional<std::string> broken_;
};

}  // namespace

std::optional<std::string> testLogModel(std::uint64_t seed, const FaultSet& mutant, Trace& trace) {
  return LogModelTest(seed, mutant, trace).run();
}

}  // namespace aurigraph::sim
