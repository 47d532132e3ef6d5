// Blocks are read back for peers and for a ledger that starts anew: bytes that rotted since the log was
// opened must reach neither.

#include <gtest/gtest.h>

#include "tests/unit/log/machine.h"

namespace aurigraph::log::testing {
namespace {

TEST(ReadBack, AnyByteOfABlockThatRotsWhileTheLogIsOpenIsNoticed) {
  constexpr std::size_t kBodyBytes = 3'000;
  std::size_t tried = 0;
  // Across the frame: its own head, the header page of the block, its body from the first byte to the last.
  for (std::size_t offset = 0; offset < kPageBytes + kBodyBytes; offset += 97) {
    MemoryDisk disk = formattedDisk();
    FixedEnvironment environment;
    Machine machine(disk, environment);
    machine.log.open(machine.out);
    machine.run();
    machine.log.append(machine.blocks(2, Term(1), kBodyBytes), machine.out);
    machine.run();
    ASSERT_EQ(machine.log.durable(), Height(2));
    machine.log.read(Height(1), {1 << 20, 1}, runtime::Token(1), machine.out);
    machine.run();
    ASSERT_EQ(machine.reads.size(), 1U) << "it is good as it is";

    disk.flip(segmentName(1), kFramesOffset + offset, 0x10);
    machine.log.read(Height(1), {1 << 20, 1}, runtime::Token(2), machine.out);
    machine.run();
    EXPECT_TRUE(machine.failed) << "byte " << offset << " was handed out";
    if (machine.failed) {
      EXPECT_EQ(machine.failed->code, "log.damaged");
    }
    EXPECT_EQ(machine.reads.size(), 1U);
    ++tried;
  }
  EXPECT_GT(tried, 70U);
}

}  // namespace
}  // namespace aurigraph::log::testing
