// Everything acknowledged survives every crash: a fixed history of appends, truncations, hard states and
// releases is cut before every single disk operation, with every kind of torn write, and recovered.

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>
#include <string>

#include "tests/unit/log/machine.h"

namespace aurigraph::log::testing {
namespace {

using CrashPolicy = MemoryDisk::CrashPolicy;

/// What the owner was told, and so may rely on.
struct Truth {
  std::map<Height, Digest> acknowledged;
  std::set<Digest> appended;
  HardState state;  ///< The newest acknowledged one.
  std::vector<HardState> asked{HardState{}};
  Height released;

  void truncated(Height from) { acknowledged.erase(acknowledged.lower_bound(from), acknowledged.end()); }
};

template <class M>
class Owner {
 public:
  Owner(M& machine, Truth& truth) : machine_(machine), truth_(truth) {
    machine_.onDurable = [this](const Durable& durable) {
      for (Height height = machine_.log.base().next(); height <= durable.upto; height = height.next())
        truth_.acknowledged[height] = machine_.log.entry(height)->hash;
    };
  }
  void append(std::size_t count, std::uint64_t term, std::size_t size) {
    auto blocks = machine_.blocks(count, Term(term), size);
    for (const wire::Block& block : blocks) truth_.appended.insert(block.hash());
    machine_.log.append(std::move(blocks), machine_.out);
  }
  void truncate(std::size_t count) {
    const Height from(machine_.log.last().value + 1 - count);
    if (from <= machine_.log.base()) return;
    truth_.truncated(from);
    machine_.log.truncateFrom(from);
  }
  void vote(std::uint64_t term) {
    truth_.asked.push_back({Term(term), NodeId(2), Height()});
    machine_.log.setHardState(truth_.asked.back(), machine_.out);
  }
  void release() {
    const Height upto(machine_.log.durable().value / 2);
    truth_.released = std::max(truth_.released, upto);
    machine_.log.release(upto, machine_.out);
  }
  void note() {
    if (machine_.state) truth_.state = *machine_.state;
  }

 private:
  M& machine_;
  Truth& truth_;
};

template <class M>
void live(M& machine, Truth& truth, MemoryDisk& disk, std::uint64_t stopAt);

/// The history up to an operation, which is cut in its middle.
template <class M>
void liveAndCut(M& machine, Truth& truth, MemoryDisk& disk, std::uint64_t at) {
  live(machine, truth, disk, at);
  machine.beginNext();
}

/// The history: each step is taken two disk operations after the one before, so that steps overlap.
template <class M>
void live(M& machine, Truth& truth, MemoryDisk& disk, std::uint64_t stopAt) {
  Owner<M> owner(machine, truth);
  machine.log.open(machine.out);
  while (!machine.opened && !machine.failed && machine.run(std::min(stopAt, disk.operations + 1)) == false)
    if (disk.operations >= stopAt) return;
  const std::function<void()> steps[] = {
      [&] { owner.vote(1); },
      [&] { owner.append(2, 1, 100); },
      [&] { owner.append(3, 1, 5'000); },
      [&] { owner.append(1, 1, 0); },
      [&] { owner.vote(2); },
      [&] { owner.truncate(2), owner.append(2, 2, 300); },
      [&] { owner.append(4, 2, 9'000); },
      [&] { owner.release(); },
      [&] { owner.truncate(3), owner.append(3, 3, 100); },
      [&] { owner.vote(4), owner.vote(5); },
      [&] { owner.append(3, 5, 12'000); },
      [&] { owner.release(); },
      [&] { owner.append(4, 5, 9'000); },
      [&] { owner.append(2, 5, 100); },
  };
  for (const auto& step : steps) {
    step();
    machine.run(std::min(stopAt, disk.operations + 2));
    owner.note();
    if (disk.operations >= stopAt) return;
  }
  machine.run(stopAt);
  owner.note();
}

/// Empty if the recovered log keeps every promise.
std::string broken(const Opened& opened, const Truth& truth) {
  if (opened.base > truth.released) return "released more than asked for";
  Digest previous = opened.baseHash;
  Height next = opened.base.next();
  for (const EntryInfo& entry : opened.entries) {
    if (entry.height != next) return "heights are not contiguous";
    if (!truth.appended.contains(entry.hash)) return "a block that nobody appended";
    next = next.next();
  }
  for (const auto& [height, hash] : truth.acknowledged) {
    if (height <= opened.base) {
      if (height == opened.base && hash != previous) return "wrong hash at the base";
      continue;
    }
    const std::size_t index = height.value - opened.base.value - 1;
    if (index >= opened.entries.size()) return "lost height " + std::to_string(height.value);
    if (opened.entries[index].hash != hash) return "another block at height " + std::to_string(height.value);
  }
  if (opened.state.term < truth.state.term) return "forgot its vote";
  if (std::find(truth.asked.begin(), truth.asked.end(), opened.state) == truth.asked.end())
    return "a state that nobody asked for";
  return {};
}

std::vector<CrashPolicy> policies() {
  std::vector<CrashPolicy> all{{CrashPolicy::Kind::kNothing, 512, 0},
                               {CrashPolicy::Kind::kEverything, 512, 0}};
  for (std::uint32_t seed = 1; seed <= 6; ++seed)
    for (const std::size_t sector : {512U, 4'096U})
      all.push_back({CrashPolicy::Kind::kSomeSectors, sector, seed});
  return all;
}

std::uint64_t operationsOfTheWholeHistory() {
  MemoryDisk disk = formattedDisk();
  FixedEnvironment environment;
  Machine machine(disk, environment);
  Truth truth;
  live(machine, truth, disk, ~std::uint64_t{0});
  return disk.operations;
}

std::string crashAndRecover(std::uint64_t at, const CrashPolicy& policy) {
  MemoryDisk disk = formattedDisk();
  FixedEnvironment environment;
  Truth truth;
  {
    Machine machine(disk, environment);
    liveAndCut(machine, truth, disk, at);
  }
  disk.crash(policy);
  // A second crash in the middle of recovery changes nothing.
  {
    Machine interrupted(disk, environment);
    interrupted.log.open(interrupted.out);
    interrupted.run(disk.operations + policy.seed * 5);
    interrupted.beginNext();
    if (interrupted.failed) return "refused: " + interrupted.failed->message;
  }
  disk.crash(policy);
  {
    Machine machine(disk, environment);
    Owner owner(machine, truth);
    machine.log.open(machine.out);
    machine.run();
    if (machine.failed) return "refused: " + machine.failed->message;
    if (auto what = broken(*machine.opened, truth); !what.empty()) return what;
    machine.baseHash = machine.opened->baseHash;
    // What recovery shows is what may be relied on from now on.
    for (const EntryInfo& entry : machine.opened->entries) truth.acknowledged[entry.height] = entry.hash;
    truth.state = machine.opened->state;
    owner.append(3, 9, 6'000);
    owner.vote(9);
    machine.run();
    owner.note();
    const Height last = machine.log.last();
    for (Height height = machine.log.base().next(); height <= last;) {
      machine.log.read(height, {70'000, 4}, runtime::Token(1), machine.out);
      machine.run();
      if (machine.failed) return "cannot read: " + machine.failed->message;
      for (const wire::Block& block : machine.reads.back().blocks) {
        if (block.hash() != machine.log.entry(height)->hash) return "reads another block";
        height = height.next();
      }
    }
  }
  disk.crash({});
  Machine machine(disk, environment);
  machine.log.open(machine.out);
  machine.run();
  if (machine.failed) return "refused afterwards: " + machine.failed->message;
  auto what = broken(*machine.opened, truth);
  return what.empty() ? what : "afterwards: " + what;
}

TEST(Crash, EverythingAcknowledgedSurvivesEveryCrashPoint) {
  const std::uint64_t operations = operationsOfTheWholeHistory();
  ASSERT_GT(operations, 70U);
  for (std::uint64_t at = 0; at <= operations; ++at)
    for (const CrashPolicy& policy : policies()) {
      const std::string what = crashAndRecover(at, policy);
      ASSERT_EQ(what, "") << "operation " << at << ", policy " << static_cast<int>(policy.kind)
                          << ", sectors of " << policy.sectorBytes << ", seed " << policy.seed;
    }
}

TEST(Crash, WhatAnEndedProcessLeftUnsyncedIsSyncedBeforeItIsShown) {
  const std::uint64_t operations = operationsOfTheWholeHistory();
  for (std::uint64_t at = 0; at <= operations; ++at) {
    MemoryDisk disk = formattedDisk();
    FixedEnvironment environment;
    Truth truth;
    {
      Machine machine(disk, environment);
      liveAndCut(machine, truth, disk, at);
    }
    disk.endProcess();
    {
      Machine machine(disk, environment);
      machine.log.open(machine.out);
      machine.run();
      ASSERT_TRUE(machine.opened) << machine.failed->message;
      ASSERT_EQ(broken(*machine.opened, truth), "") << "operation " << at;
      for (const EntryInfo& entry : machine.opened->entries) truth.acknowledged[entry.height] = entry.hash;
      truth.state = machine.opened->state;
    }
    disk.crash({});
    Machine machine(disk, environment);
    machine.log.open(machine.out);
    machine.run();
    ASSERT_TRUE(machine.opened) << machine.failed->message;
    ASSERT_EQ(broken(*machine.opened, truth), "") << "operation " << at;
  }
}

TEST(Crash, WhatLiesBehindATornTailNeverComesBack) {
  MemoryDisk disk = formattedDisk();
  FixedEnvironment environment;
  {
    Machine machine(disk, environment);
    machine.log.open(machine.out);
    machine.run();
    machine.log.append(machine.blocks(2, Term(1), 100), machine.out);
    machine.run(disk.operations);  // only takes the requests over
    machine.beginNext();           // one group of two frames, never synced
  }
  disk.crash({CrashPolicy::Kind::kEverything, 512, 0});
  disk.flip(segmentName(1), kFramesOffset + 200);  // of the first frame, one sector did not arrive
  {
    Machine machine(disk, environment);
    machine.log.open(machine.out);
    machine.run();
    ASSERT_TRUE(machine.opened);
    EXPECT_TRUE(machine.opened->tailTruncated);
    EXPECT_TRUE(machine.opened->entries.empty());
    machine.log.append(machine.blocks(1, Term(2), 100), machine.out);  // as long as the torn one
    machine.run();
    EXPECT_EQ(machine.log.durable(), Height(1));
  }
  disk.crash({});
  Machine machine(disk, environment);
  machine.log.open(machine.out);
  machine.run();
  ASSERT_TRUE(machine.opened) << machine.failed->message;
  ASSERT_EQ(machine.opened->entries.size(), 1U);
  EXPECT_EQ(machine.opened->entries[0].term, Term(2));
}

/// How many crash points of the history break a promise when the log misbehaves like this.
int brokenPromises(const FaultSet& faults) {
  int count = 0;
  const std::uint64_t operations = operationsOfTheWholeHistory();
  for (std::uint64_t at = 0; at <= operations; ++at) {
    MemoryDisk disk = formattedDisk();
    FixedEnvironment environment;
    Truth truth;
    {
      Machine machine(disk, environment, tinyOptions(), Faults(faults));
      liveAndCut(machine, truth, disk, at);
    }
    disk.crash({});
    Machine machine(disk, environment);
    machine.log.open(machine.out);
    machine.run();
    if (machine.failed || !broken(*machine.opened, truth).empty()) ++count;
  }
  return count;
}

FaultSet only(FaultId fault) {
  return FaultSet().set(static_cast<std::size_t>(fault));
}

TEST(Crash, TheseTestsNoticeALogThatDoesNotSync) {
  EXPECT_EQ(brokenPromises({}), 0);
  EXPECT_EQ(brokenPromises(only(kFaultOneFramePerGroup)), 0);  // slow, not wrong
  EXPECT_GT(brokenPromises(only(kFaultSkipSync)), 0);
  EXPECT_GT(brokenPromises(only(kFaultSkipStateSync)), 0);
}

TEST(Crash, RotIsNeverTakenForATornWrite) {
  MemoryDisk disk = formattedDisk();
  FixedEnvironment environment;
  Truth truth;
  {
    Machine machine(disk, environment);
    live(machine, truth, disk, ~std::uint64_t{0});
  }
  disk.crash({CrashPolicy::Kind::kEverything, 512, 0});  // idle: the last mark has arrived
  std::mt19937 random(1);
  int refused = 0;
  for (const auto& [name, file] : disk.files) {
    for (std::size_t page = 0; page < file.durable.size(); page += kPageBytes) {
      for (const std::size_t within : {std::size_t{0}, std::size_t{9}, std::size_t{random() % kPageBytes}}) {
        MemoryDisk rotten = disk;
        rotten.flip(name, page + within, static_cast<std::uint8_t>(1U << (random() % 8)));
        Machine machine(rotten, environment);
        machine.log.open(machine.out);
        machine.run();
        if (machine.failed) {
          EXPECT_EQ(machine.failed->code, "log.damaged");
          ++refused;
          continue;
        }
        ASSERT_EQ(broken(*machine.opened, truth), "") << name << " byte " << page + within;
      }
    }
  }
  EXPECT_GT(refused, 20);
}

TEST(Crash, ALearnerAlwaysStartsAndShowsAChainOfWhatItHad) {
  auto options = tinyOptions();
  options.durable = false;
  for (std::uint64_t at = 0; at <= 60; ++at)
    for (const CrashPolicy& policy : policies()) {
      MemoryDisk disk;
      FixedEnvironment environment;
      Truth truth;
      {
        Machine machine(disk, environment, options);
        liveAndCut(machine, truth, disk, at);
      }
      disk.crash(policy);
      Machine machine(disk, environment, options);
      machine.log.open(machine.out);
      machine.run();
      ASSERT_TRUE(machine.opened) << machine.failed->message;
      machine.baseHash = machine.opened->baseHash;
      Owner owner(machine, truth);
      owner.append(5, 9, 9'000);
      machine.run();
      ASSERT_FALSE(machine.failed);
      const Height last = machine.log.last();
      disk.endProcess();
      Machine again(disk, environment, options);
      again.log.open(again.out);
      again.run();
      ASSERT_TRUE(again.opened) << again.failed->message;
      EXPECT_EQ(again.log.last(), last) << "operation " << at;
      for (const EntryInfo& entry : again.opened->entries) EXPECT_TRUE(truth.appended.contains(entry.hash));
    }
}

}  // namespace
}  // namespace aurigraph::log::testing
