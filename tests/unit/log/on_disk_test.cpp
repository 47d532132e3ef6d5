// The log on a real folder under a real runtime: direct writes where the file system takes them, a crash that
// loses what was not synced, a restart.

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "nodes/log/log.h"
#include "nodes/runtime/runtime.h"
#include "tests/unit/log/machine.h"

namespace aurigraph::log::testing {
namespace {

/// Opens a log, appends blocks, reads everything back, and tells the test.
struct Report {
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Opened> opened;
  Height durable;
  std::vector<Digest> read;
  std::optional<Error> failed;

  template <class Condition>
  bool waitUntil(Condition condition) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(20), [&] { return failed || condition(); }) && !failed;
  }
  /// The code that the log failed with; empty: it did not.
  std::string_view waitUntilItFails() {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, std::chrono::seconds(20), [&] { return failed.has_value(); });
    return failed ? failed->code : std::string_view();
  }
};

class LogOwner final : public runtime::Actor {
 public:
  LogOwner(runtime::Environment& environment, Report& report, std::size_t toAppend)
      : report_(report), toAppend_(toAppend), log_(options(), environment) {}

  static LogOptions options() {
    LogOptions options = tinyOptions();
    options.segmentBytes = 2 * 1024 * 1024;
    return options;
  }

  void step(const runtime::Event& event, runtime::Out& out) override {
    if (std::holds_alternative<runtime::Started>(event)) log_.open(out);
    if (const auto* done = std::get_if<runtime::IoDone>(&event); done != nullptr && log_.owns(done->token))
      log_.onIo(*done, out);
    for (auto answers = log_.takeAnswers(); !answers.empty(); answers = log_.takeAnswers())
      for (Answer& answer : answers) take(answer, out);
    report_.changed.notify_all();
  }

 private:
  void take(Answer& answer, runtime::Out& out) {
    const std::lock_guard lock(report_.mutex);
    if (auto* opened = std::get_if<Opened>(&answer)) {
      report_.opened = *opened;
      std::vector<wire::Block> blocks;
      Digest previous = opened->entries.empty() ? opened->baseHash : opened->entries.back().hash;
      for (std::size_t index = 0; index < toAppend_; ++index) {
        const Height height(opened->entries.size() + index + 1);
        blocks.push_back(makeBlock(height, Term(1), previous, index % 3 == 0 ? 512 * 1024 : 100 * index));
        previous = blocks.back().hash();
      }
      log_.append(std::move(blocks), out);
      log_.setHardState({Term(1), NodeId(2), Height()}, out);
      if (toAppend_ == 0 && log_.last() > Height())
        log_.read(Height(1), {1 << 20, 100}, runtime::Token(1), out);
    }
    if (auto* durable = std::get_if<Durable>(&answer)) report_.durable = durable->upto;
    if (auto* failed = std::get_if<Failed>(&answer)) report_.failed = failed->why;
    if (auto* read = std::get_if<BlocksRead>(&answer)) {
      for (const wire::Block& block : read->blocks) report_.read.push_back(block.hash());
      const Height next(read->from.value + read->blocks.size());
      if (next <= log_.last()) log_.read(next, {1 << 20, 100}, runtime::Token(1), out);
    }
  }

  Report& report_;
  std::size_t toAppend_;
  Log log_;
};

TEST(OnDisk, WhatWasDurableIsThereAfterACrashAndDamageIsRefused) {
  std::string name = (std::filesystem::temp_directory_path() / "aurigraph-log-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  const std::filesystem::path folder(name);
  constexpr NodeId kNode{3};
  {
    const Bytes state = freshState(kNode, LogOwner::options().genesis);
    std::ofstream(folder / kStateName, std::ios::binary) << asText(state);
  }
  runtime::Runtime runtime({.reactors = 1, .cryptoThreads = 1, .smallBuffers = 16, .blockBuffers = 8});
  const auto start = [&](Report& report, std::size_t toAppend) {
    runtime::NodeOptions options{.node = kNode,
                                 .name = "validator-3",
                                 .dataFolder = folder,
                                 .key = crypto::SigningKey::fromSeed({}),
                                 .transport = nullptr,
                                 .onStopped = nullptr,
                                 .crashable = true};
    AG_ASSERT(runtime.addNode(std::move(options)).has_value());
    runtime.addActor(kNode, [&, toAppend](runtime::Environment& environment) {
      return std::make_unique<LogOwner>(environment, report, toAppend);
    });
  };

  Report first;
  start(first, 12);
  ASSERT_TRUE(first.waitUntil([&] { return first.durable == Height(12); }));
  EXPECT_GT(runtime.usage(kNode).diskBytes, 4U * 512 * 1024);
  runtime.removeNode(kNode, true);

  Report second;
  start(second, 0);
  ASSERT_TRUE(second.waitUntil([&] { return second.read.size() == 12; }));
  ASSERT_EQ(second.opened->entries.size(), 12U);
  for (std::size_t index = 0; index < 12; ++index)
    EXPECT_EQ(second.read[index], second.opened->entries[index].hash);
  runtime.removeNode(kNode, false);

  {
    std::fstream file(folder / segmentName(1), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(kFramesOffset + kPageBytes + 5));
    file.put('!');
  }
  Report third;
  start(third, 0);
  EXPECT_EQ(third.waitUntilItFails(), "log.damaged");
  runtime.stop();
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace aurigraph::log::testing
