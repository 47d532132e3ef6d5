#include "nodes/cluster/start_progress.h"

#include <gtest/gtest.h>

namespace aurigraph::cluster {
namespace {

TEST(Advance, IsWhatNoNodeHadReachedBefore) {
  Advance advance;
  EXPECT_FALSE(advance.look(NodeId(1), 0, 0, false)) << "it did not even answer";
  EXPECT_TRUE(advance.look(NodeId(1), 10, 0, false));
  EXPECT_FALSE(advance.look(NodeId(1), 10, 0, false)) << "it stands still";
  EXPECT_TRUE(advance.look(NodeId(2), 3, 0, false)) << "another one";
  EXPECT_TRUE(advance.look(NodeId(2), 3, 2, false)) << "its lists";
  EXPECT_TRUE(advance.look(NodeId(1), 11, 0, false));
  EXPECT_TRUE(advance.look(NodeId(1), 11, 0, true));
}

TEST(Advance, IsNotMadeByFailingAndStartingAgain) {
  Advance advance;
  for (int life = 0; life < 3; ++life)
    for (std::uint64_t height = 1; height <= 50; ++height)
      EXPECT_EQ(advance.look(NodeId(1), height, 0, false), life == 0) << life << ", " << height;
}

}  // namespace
}  // namespace aurigraph::cluster
