#include <gtest/gtest.h>

#include "tests/unit/log/machine.h"

namespace aurigraph::log::testing {
namespace {

class LogTest : public ::testing::Test {
 protected:
  /// A log that is open on `disk`.
  std::unique_ptr<Machine> open(LogOptions options = tinyOptions()) {
    auto machine = std::make_unique<Machine>(disk, environment, std::move(options));
    machine->log.open(machine->out);
    machine->run();
    return machine;
  }
  MemoryDisk disk = formattedDisk();
  FixedEnvironment environment;
};

TEST_F(LogTest, ANewLogIsEmpty) {
  auto machine = open();
  ASSERT_TRUE(machine->opened);
  EXPECT_FALSE(machine->failed);
  EXPECT_EQ(machine->opened->state, HardState());
  EXPECT_TRUE(machine->opened->entries.empty());
  EXPECT_EQ(machine->opened->baseHash, digestOf(7));
  EXPECT_EQ(machine->log.last(), Height());
}

TEST_F(LogTest, AVoterWithoutAStatePageRefuses) {
  const auto refusal = [&] {
    const auto machine = open();
    EXPECT_FALSE(machine->opened);
    return machine->failed ? std::string(machine->failed->code) : "none";
  };
  disk = MemoryDisk();  // an empty folder
  EXPECT_EQ(refusal(), "log.never_formatted");
  EXPECT_TRUE(disk.files.empty()) << "a refusal writes nothing";
  disk.files["state"] = {Bytes(kStateBytes), Bytes(kStateBytes), {}};  // wiped with zeros
  EXPECT_EQ(refusal(), "log.never_formatted");
  disk.files["state"] = {};
  EXPECT_EQ(refusal(), "log.never_formatted");
  // Whoever rotted has been there.
  disk = formattedDisk();
  disk.flip("state", kPageBytes + 20);
  EXPECT_EQ(refusal(), "log.damaged");

  disk = MemoryDisk();
  auto learner = tinyOptions();
  learner.durable = false;
  EXPECT_TRUE(open(learner)->opened) << "it has promised nothing";
}

TEST_F(LogTest, AVoterWhoseStateAloneIsGoneIsDamaged) {
  {
    auto machine = open();
    machine->log.setHardState({Term(3), NodeId(1), Height()}, machine->out);
    machine->log.append(machine->blocks(2, Term(3), 100), machine->out);
    machine->run();
  }
  disk.crash({});
  disk.files.erase("state");
  const auto machine = open();
  ASSERT_TRUE(machine->failed);
  EXPECT_EQ(machine->failed->code, "log.damaged");
}

TEST_F(LogTest, AVoterWhoseSegmentsAreGoneIsDamagedHoweverTheyWent) {
  {
    auto machine = open();
    machine->log.setHardState({Term(3), NodeId(1), Height()}, machine->out);
    for (int group = 0; group < 12; ++group) {
      machine->log.append(machine->blocks(2, Term(3), 12'000), machine->out);
      machine->run();
    }
    ASSERT_GT(machine->log.last(), Height(20));
  }
  disk.crash({});
  std::vector<std::string> segments;
  for (const auto& [name, file] : disk.files)
    if (segmentSequence(name)) segments.push_back(name);
  ASSERT_GT(segments.size(), 2U);
  const auto refusal = [&](MemoryDisk lost) {
    std::swap(disk, lost);
    const auto machine = open();
    std::swap(disk, lost);
    return machine->failed ? std::string(machine->failed->code) : "none";
  };
  EXPECT_EQ(refusal(disk), "none");
  MemoryDisk all = disk;
  for (const auto& name : segments) {
    all.files.erase(name);
    MemoryDisk one = disk;
    one.files.erase(name);
    EXPECT_EQ(refusal(one), "log.damaged") << name << " is missing";
    one = disk;
    one.files[name] = {};
    EXPECT_EQ(refusal(one), "log.damaged") << name << " is empty";
  }
  EXPECT_EQ(refusal(all), "log.damaged");
}

TEST_F(LogTest, BlocksOfAllSizesOverManySegmentsReadBackAfterARestart) {
  std::vector<wire::Block> all;
  {
    auto machine = open();
    for (const std::size_t size : {0U, 1U, 63U, 4'096U, 4'097U, 12'000U, 28'000U}) {
      auto blocks = machine->blocks(3, Term(2), size);
      all.insert(all.end(), blocks.begin(), blocks.end());
      machine->log.append(blocks, machine->out);
      machine->run();
    }
    EXPECT_EQ(machine->durable.back().upto, Height(all.size()));
    EXPECT_EQ(machine->durable.back().term, Term(2));
  }
  EXPECT_GT(disk.files.size(), 4U);  // state, spare and segments
  disk.crash({});
  auto machine = open();
  ASSERT_TRUE(machine->opened);
  ASSERT_EQ(machine->opened->entries.size(), all.size());
  EXPECT_FALSE(machine->opened->tailTruncated);
  EXPECT_EQ(machine->log.durable(), Height(all.size()));
  Height next(1);
  while (next <= machine->log.last()) {
    machine->log.read(next, {100'000, 3}, runtime::Token(next.value), machine->out);
    machine->run();
    const BlocksRead& got = machine->reads.back();
    ASSERT_EQ(got.id, runtime::Token(next.value));
    ASSERT_FALSE(got.blocks.empty());
    for (const wire::Block& block : got.blocks) {
      const wire::Block& expected = all[next.value - 1];
      EXPECT_EQ(block.hash(), expected.hash());
      EXPECT_TRUE(std::ranges::equal(block.buffer().body(), expected.buffer().body()));
      next = next.next();
    }
  }
}

TEST_F(LogTest, AReadBringsFromTheDiskOnlyWhatItHandsOut) {
  auto machine = open();
  machine->log.append(machine->blocks(3, Term(1), 100), machine->out);
  machine->run();
  const auto readOf = [&](ReadBound atMost) {
    const std::uint64_t before = disk.bytesRead;
    machine->log.read(Height(1), atMost, runtime::Token(1), machine->out);
    machine->run();
    return std::pair{machine->reads.back().blocks.size(), disk.bytesRead - before};
  };
  const std::uint64_t frame = frameBytes(machine->log.entry(Height(1))->bodySize);
  constexpr std::size_t kBuffer = kPageBytes + bodyCapacity(BufferClass::kSmall);
  EXPECT_EQ(readOf({1 << 20, 2}), (std::pair<std::size_t, std::uint64_t>{2, 2 * frame})) << "by their number";
  EXPECT_EQ(readOf({2 * kBuffer + 1, 100}), (std::pair<std::size_t, std::uint64_t>{2, 2 * frame}))
      << "by the buffers that they take";
  EXPECT_EQ(readOf({1, 1}), (std::pair<std::size_t, std::uint64_t>{1, frame})) << "one always";
}

TEST_F(LogTest, BlocksOnTheirWayAreReadFromMemory) {
  auto machine = open();
  auto blocks = machine->blocks(4, Term(1), 100);
  machine->log.append(blocks, machine->out);
  machine->log.read(Height(2), {1 << 20, 100}, runtime::Token(5),
                    machine->out);  // nothing was carried out yet
  machine->run();
  ASSERT_EQ(machine->reads.size(), 1U);
  ASSERT_EQ(machine->reads[0].blocks.size(), 3U);
  EXPECT_EQ(machine->reads[0].blocks[0].hash(), blocks[1].hash());
}

TEST_F(LogTest, WhatCollectsDuringASyncIsWrittenAsOneGroup) {
  auto options = tinyOptions();
  options.maxGroupFrames = 64;
  options.segmentBytes = 1024 * 1024;
  auto machine = open(options);
  machine->log.append(machine->blocks(1, Term(1), 100), machine->out);
  for (int index = 0; index < 9; ++index) machine->log.append(machine->blocks(1, Term(1), 100), machine->out);
  machine->run();
  ASSERT_EQ(machine->durable.size(), 2U);  // the first alone, the other nine together
  EXPECT_EQ(machine->durable[0].upto, Height(1));
  EXPECT_EQ(machine->durable[1].upto, Height(10));
}

TEST_F(LogTest, AGroupCostsOneSyncAndAtMostTwoWrites) {
  auto options = tinyOptions();
  options.segmentBytes = 1024 * 1024;
  auto machine = open(options);
  machine->log.append(machine->blocks(1, Term(1), 100), machine->out);
  machine->run();
  const std::uint64_t syncs = disk.syncs;
  const std::uint64_t operations = disk.operations;
  for (int group = 0; group < 10; ++group) {
    machine->log.append(machine->blocks(3, Term(1), 5'000), machine->out);
    machine->run();
  }
  EXPECT_EQ(disk.syncs - syncs, 10U);
  EXPECT_EQ(disk.operations - operations, 20U);  // the second one is the mark of the idle log
}

TEST_F(LogTest, HardStatesSurviveAndTheNewestWins) {
  {
    auto machine = open();
    for (std::uint64_t term = 1; term < 6; ++term) {
      machine->log.setHardState({Term(term), NodeId(2), Height(term)}, machine->out);
      machine->run();
      ASSERT_EQ(machine->state, (HardState{Term(term), NodeId(2), Height(term)}));
    }
    machine->log.setHardState({Term(8), NodeId(1), Height(1)}, machine->out);
    machine->log.setHardState({Term(9), NodeId(), Height(1)},
                              machine->out);  // overtakes nothing: the first is on its way
    machine->log.setHardState({Term(10), NodeId(4), Height(1)}, machine->out);
    machine->run();
    EXPECT_EQ(machine->state->term, Term(10));
  }
  disk.crash({});
  EXPECT_EQ(open()->opened->state, (HardState{Term(10), NodeId(4), Height(1)}));
}

TEST_F(LogTest, TruncatedBlocksAreSupersededAlsoAfterARestart) {
  Digest expected;
  {
    auto machine = open();
    machine->log.append(machine->blocks(6, Term(1), 5'000), machine->out);
    machine->run();
    machine->log.truncateFrom(Height(3));
    EXPECT_EQ(machine->log.last(), Height(2));
    EXPECT_EQ(machine->log.durable(), Height(2));
    machine->log.append(machine->blocks(2, Term(4), 700), machine->out);
    machine->run();
    EXPECT_EQ(machine->durable.back().upto, Height(4));
    EXPECT_EQ(machine->durable.back().term, Term(4));
    expected = machine->log.entry(Height(4))->hash;
  }
  disk.crash({});
  auto machine = open();
  ASSERT_EQ(machine->opened->entries.size(), 4U);
  EXPECT_EQ(machine->opened->entries.back().hash, expected);
  EXPECT_EQ(machine->opened->entries[1].term, Term(1));
  EXPECT_EQ(machine->opened->entries[2].term, Term(4));
}

TEST_F(LogTest, TruncationDuringAFlightNeverReportsTheReplacementDurableTooEarly) {
  auto machine = open();
  machine->log.append(machine->blocks(1, Term(1), 100), machine->out);
  machine->run();
  machine->durable.clear();
  machine->log.append(machine->blocks(3, Term(1), 100), machine->out);  // in flight
  machine->log.truncateFrom(Height(2));
  machine->log.append(machine->blocks(1, Term(2), 100), machine->out);  // waits
  machine->run(disk.operations + 1);                                    // the first flight lands
  EXPECT_TRUE(machine->durable.empty());
  machine->run();
  ASSERT_EQ(machine->durable.size(), 1U);
  EXPECT_EQ(machine->durable[0].upto, Height(2));
  EXPECT_EQ(machine->durable[0].term, Term(2));
}

TEST_F(LogTest, ReleasedBlocksAreGoneAndTheirSegmentsComeAgain) {
  std::uint64_t files = 0;
  {
    auto machine = open();
    for (int round = 0; round < 40; ++round) {
      machine->log.append(machine->blocks(2, Term(1), 9'000), machine->out);
      machine->run();
      const Height durable = machine->log.durable();
      if (durable.value > 8) {
        machine->log.release(Height(durable.value - 4), machine->out);
        machine->run();
        EXPECT_EQ(machine->log.base(), Height(durable.value - 4));
        EXPECT_EQ(machine->log.entry(Height(1)), nullptr);
      }
    }
    EXPECT_LT(disk.files.size(), 8U);  // 80 blocks would fill more than 20
    files = disk.files.size();
  }
  disk.crash({});
  auto machine = open();
  ASSERT_TRUE(machine->opened) << machine->failed->message;
  EXPECT_EQ(machine->opened->base, Height(76));
  EXPECT_EQ(machine->opened->entries.size(), 4U);
  EXPECT_LE(disk.files.size(), files + 1);
  machine->log.append(machine->blocks(5, Term(1), 9'000), machine->out);
  machine->run();
  EXPECT_EQ(machine->log.durable(), Height(85));
}

TEST_F(LogTest, TheLogOfAnotherNodeOrClusterIsRefused) {
  {
    auto machine = open();
    machine->log.setHardState({Term(1), NodeId(1), Height()}, machine->out);
    machine->log.append(machine->blocks(1, Term(1), 10), machine->out);
    machine->run();
  }
  auto options = tinyOptions();
  options.node = NodeId(4);
  EXPECT_EQ(open(options)->failed->code, "log.other_log");
  options = tinyOptions();
  options.genesis = digestOf(8);
  EXPECT_EQ(open(options)->failed->code, "log.other_log");
  disk.files.erase("state");  // the segments know it as well
  EXPECT_EQ(open(options)->failed->code, "log.other_log");
}

TEST_F(LogTest, AFailedSyncIsTheEnd) {
  auto machine = open();
  disk.failSyncs = true;
  machine->log.append(machine->blocks(1, Term(1), 10), machine->out);
  machine->run();
  ASSERT_TRUE(machine->failed);
  EXPECT_EQ(machine->failed->code, "log.io_failed");
  EXPECT_TRUE(machine->durable.empty());
}

TEST_F(LogTest, AFullDiskStopsTheLogOnlyWhenItNeedsTheSpace) {
  auto machine = open();
  disk.capacityBytes = 30'000;  // no further segment
  for (int round = 0; round < 30 && !machine->failed; ++round) {
    machine->log.append(machine->blocks(1, Term(1), 4'000), machine->out);
    machine->run();
  }
  ASSERT_TRUE(machine->failed);
  EXPECT_EQ(machine->failed->code, "log.no_space");
  EXPECT_GE(machine->log.durable(), Height(4));
}

/// A replaced suffix may reach above what was released while its replacement begins below.
TEST_F(LogTest, AReplacedSuffixAboveWhatWasReleasedIsNoDamage) {
  auto machine = open();
  machine->log.append(machine->blocks(8, Term(1), 100), machine->out);
  machine->run();
  machine->log.truncateFrom(Height(4));
  machine->log.append(machine->blocks(6, Term(2), 100), machine->out);
  machine->run();
  machine->log.release(Height(5), machine->out);
  machine->run();
  const Digest last = machine->log.entry(Height(9))->hash;
  disk.endProcess();
  machine = open();
  ASSERT_FALSE(machine->failed) << machine->failed->message;
  EXPECT_EQ(machine->log.base(), Height(5));
  EXPECT_EQ(machine->log.last(), Height(9));
  EXPECT_EQ(machine->log.entry(Height(9))->hash, last);
}

TEST_F(LogTest, WithoutBuffersAReadSaysSoAndLosesNothing) {
  auto machine = open();
  machine->log.append(machine->blocks(2, Term(1), 10), machine->out);
  machine->run();
  environment.full = true;
  machine->log.read(Height(1), {1 << 20, 100}, runtime::Token(1), machine->out);
  machine->run();
  EXPECT_TRUE(machine->reads.back().buffersFull);
  EXPECT_TRUE(machine->reads.back().blocks.empty());
  environment.full = false;
  machine->log.read(Height(1), {1 << 20, 100}, runtime::Token(2), machine->out);
  machine->run();
  EXPECT_EQ(machine->reads.back().blocks.size(), 2U);
}

TEST_F(LogTest, ALearnerAnswersAtOnceAndSyncsNothing) {
  auto options = tinyOptions();
  options.durable = false;
  {
    auto machine = open(options);
    machine->log.append(machine->blocks(3, Term(1), 100), machine->out);
    for (const Answer& answer : machine->log.takeAnswers())
      EXPECT_EQ(std::get<Durable>(answer).upto, Height(3));
    machine->run();
    EXPECT_EQ(disk.syncs, 0U);
  }
  disk.endProcess();
  EXPECT_EQ(open(options)->opened->entries.size(), 3U);
  disk.crash({});
  auto machine = open(options);  // lost, and fetched again
  ASSERT_TRUE(machine->opened);
  EXPECT_TRUE(machine->opened->entries.empty());
}

}  // namespace
}  // namespace aurigraph::log::testing
