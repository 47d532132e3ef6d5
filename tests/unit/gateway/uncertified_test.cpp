#include "nodes/gateway/uncertified.h"

#include <gtest/gtest.h>

namespace aurigraph::gateway {
namespace {

TEST(Uncertified, ACertificateMakesAllUpToItsHeightFinalOnce) {
  Uncertified waiting;
  for (std::uint64_t height = 1; height <= 5; ++height) waiting.executed(Height(height), 10 * height);
  EXPECT_EQ(waiting.certified(Height(3)), 60U);
  EXPECT_EQ(waiting.certified(Height(3)), 0U);
  EXPECT_EQ(waiting.certified(Height(9)), 90U);
}

TEST(Uncertified, HoweverLongCertificatesStallItsMemoryIsBoundedAndNoOperationIsLost) {
  Uncertified waiting;
  const std::uint64_t last = Uncertified::kMostBlocks + 100;
  for (std::uint64_t height = 1; height <= last; ++height) waiting.executed(Height(height), 1);
  EXPECT_EQ(waiting.blocks(), Uncertified::kMostBlocks);
  EXPECT_EQ(waiting.certified(Height(last - 1)), Uncertified::kMostBlocks - 1)
      << "the newest are one, and not all of them are final yet";
  EXPECT_EQ(waiting.certified(Height(last)), 101U);
}

}  // namespace
}  // namespace aurigraph::gateway
