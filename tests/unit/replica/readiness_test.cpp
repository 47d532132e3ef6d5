#include "nodes/replica/readiness.h"

#include <gtest/gtest.h>

#include <map>

namespace aurigraph::replica {
namespace {

/// A log: the term of each block that is there.
struct Log {
  std::map<std::uint64_t, std::uint64_t> terms;
  Term operator()(Height height) const {
    const auto found = terms.find(height.value);
    return found == terms.end() ? Term(0) : Term(found->second);
  }
};

TEST(Readiness, NobodyIsReadyBeforeALeaderSpoke) {
  Readiness readiness;
  const Log log{{{1, 1}, {2, 1}}};
  EXPECT_FALSE(readiness.look(Height(2), log));
  readiness.heard(Term(2), Height(0));
  EXPECT_FALSE(readiness.look(Height(2), log)) << "a leader that has decided nothing yet knows nothing";
  EXPECT_FALSE(readiness.ready());
}

TEST(Readiness, WhatTheLeaderKnewIsExecutedFirst) {
  Readiness readiness;
  Log log{{{1, 1}}};
  readiness.heard(Term(3), Height(100));
  EXPECT_EQ(readiness.known(), Height(100));
  for (std::uint64_t height = 2; height < 100; ++height) {
    log.terms[height] = 3;
    EXPECT_FALSE(readiness.look(Height(height), log));
  }
  log.terms[100] = 3;
  EXPECT_TRUE(readiness.look(Height(100), log));
  EXPECT_TRUE(readiness.ready());
}

TEST(Readiness, ALeaderThatHasNotDecidedInItsOwnTermIsNoProof) {
  Readiness readiness;
  // It came back itself: of what others acknowledged in term 2 it knows 5, and 9 are decided.
  Log log{{{5, 2}, {9, 2}, {10, 3}}};
  readiness.heard(Term(3), Height(5));
  EXPECT_FALSE(readiness.look(Height(9), log));
  readiness.heard(Term(3), Height(10));
  EXPECT_FALSE(readiness.look(Height(9), log));
  EXPECT_TRUE(readiness.look(Height(10), log));
}

TEST(Readiness, ATargetDoesNotRunAway) {
  Readiness readiness;
  Log log;
  for (std::uint64_t height = 1; height <= 200; ++height) log.terms[height] = 1;
  readiness.heard(Term(1), Height(100));
  EXPECT_FALSE(readiness.look(Height(1), log));
  readiness.heard(Term(1), Height(190));
  EXPECT_TRUE(readiness.look(Height(100), log)) << "under load there is always more";
}

TEST(Readiness, WhoFallsFarBehindIsNotReadyUntilItHasCaughtUp) {
  Readiness readiness;
  Log log;
  const std::uint64_t far = 10 + kMostBlocksBehind + 1;
  for (std::uint64_t height = 1; height <= far; ++height) log.terms[height] = 1;
  readiness.heard(Term(1), Height(10));
  EXPECT_TRUE(readiness.look(Height(10), log));
  readiness.heard(Term(1), Height(far - 1));
  EXPECT_FALSE(readiness.look(Height(10), log));
  EXPECT_TRUE(readiness.ready()) << "so much may wait";
  readiness.heard(Term(1), Height(far));
  EXPECT_TRUE(readiness.look(Height(10), log));
  EXPECT_FALSE(readiness.ready());
  EXPECT_FALSE(readiness.look(Height(far - 1), log));
  EXPECT_TRUE(readiness.look(Height(far), log));
  EXPECT_TRUE(readiness.ready());
}

TEST(Readiness, ItIsKeptWithoutALeader) {
  Readiness readiness;
  const Log log{{{1, 1}}};
  readiness.heard(Term(1), Height(1));
  EXPECT_TRUE(readiness.look(Height(1), log));
  readiness.heard(Term(2), Height(0));
  EXPECT_FALSE(readiness.look(Height(1), log));
  EXPECT_TRUE(readiness.ready());
}

}  // namespace
}  // namespace aurigraph::replica
