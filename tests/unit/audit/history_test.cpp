// Histories made by hand: each check notices its own violation and nothing else, and a true one passes.

#include "app/sim/audit/history.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/unit/audit/audited.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using Kind = Violation::Kind;

/// Three payments in three blocks as three clients saw them, one after another:
///
///     a ──┤      (100–200)   block 1
///     b    ├──┤  (150–300)   block 2, overlaps a
///     c         ├──┤ (400–500) block 3
class Histories : public ::testing::Test {
 protected:
  Histories() {
    for (int n = 0; n < 3; ++n) {
      const Person& author = n == 1 ? holder() : issuer();
      const Bytes batch = world.transfers(
          author, {world.transfer(author, n == 1 ? issuer() : holder(), token, n == 2 ? 5'000 : 10)});
      const auto result = world.apply({batch}).front();
      const auto header = wire::parseBatch(batch).value();
      Attempt& attempt = *std::array{&a, &b, &c}[n];
      attempt.client = std::string(1, static_cast<char>('a' + n));
      attempt.op = "transfers";
      attempt.request = {header.author, header.session, header.request};
      attempt.batch = header.digest();
      attempt.count = header.count;
      attempt.result = result;
      attempt.position = positionOf(world.ledger().height(), 0);
    }
    a.invokeNs = 100, a.completeNs = 200;
    b.invokeNs = 150, b.completeNs = 300;
    c.invokeNs = 400, c.completeNs = 500;
  }

  ReplayedLog replayed() { return replay(testGenesis(), world.blocks(), history); }
  std::vector<LogEntry> log() {
    auto out = replayed();
    EXPECT_EQ(textOf(out.objections), "");
    return std::move(out.entries);
  }
  std::vector<Kind> kinds(const std::vector<LogEntry>& entries) {
    std::vector<Kind> out;
    for (const auto& violation : check(history, entries)) out.push_back(violation.kind);
    return out;
  }
  std::vector<Kind> kinds() { return kinds(log()); }

  LedgerWorld world;
  TokenId token = world.propertyToken(1'000);
  History history;
  Attempt& a = (history.reserve(8), history.emplace_back());
  Attempt& b = history.emplace_back();
  Attempt& c = history.emplace_back();
};

TEST_F(Histories, ATrueOneHasNoViolation) {
  EXPECT_EQ(kinds(), (std::vector<Kind>{}));
}

TEST_F(Histories, SurviveTheirLines) {
  b.result.reset();
  b.completeNs.reset();
  b.position.reset();
  c.result->batchCode = 5;
  std::string lines;
  for (const auto& attempt : history) lines += toLine(attempt) + "\n";
  const auto read = parseHistory(lines);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, history);
  const auto bad = parseHistory(lines + "{\"client\":1}\n");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, "history.malformed");
  EXPECT_NE(bad.error().message.find("Line 4"), std::string::npos);
}

// (1)

TEST_F(Histories, AReplyThatReplayDoesNotGive) {
  c.result->failures.clear();  // "done", but 5,000 were not there
  const auto out = replayed();
  EXPECT_EQ(out.objections.size(), 1U);
  EXPECT_EQ(kinds(out.entries), (std::vector{Kind::kReplyDiffers}));
}

// (2)

TEST_F(Histories, ALogAgainstRealTime) {
  const auto entries = log();
  a.invokeNs = 301, a.completeNs = 350;  // a stands before b, and began when b was over
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kRealTime}));
  a.invokeNs = 300;
  EXPECT_EQ(kinds(entries), (std::vector<Kind>{})) << "at the very same instant nobody can tell";
}

TEST_F(Histories, RealTimeIsKeptOverOthersBetween) {
  const auto entries = log();
  a.invokeNs = 600, a.completeNs = 700;  // against b and against c
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kRealTime, Kind::kRealTime}));
}

TEST_F(Histories, AnOperationWithoutReplyStaysOpen) {
  const auto entries = log();
  b.result.reset();
  b.completeNs.reset();
  b.position.reset();
  a.invokeNs = 350, a.completeNs = 380;  // b may have taken effect at any later time
  EXPECT_EQ(kinds(entries), (std::vector<Kind>{}));
  b.invokeNs = 600;  // but not before it began: the log has it ahead of c, which was over by then
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kRealTime}));
}

TEST_F(Histories, ARepeatWidensItsOperation) {
  const auto entries = log();
  Attempt again = a;
  a.invokeNs = 50, a.completeNs.reset(), a.result.reset(), a.position.reset();
  again.invokeNs = 320, again.completeNs = 350;  // alone this attempt would contradict b's place
  history.push_back(again);
  EXPECT_EQ(kinds(entries), (std::vector<Kind>{}));
}

// (3)

TEST_F(Histories, ARepeatIsAnsweredTheSame) {
  const auto entries = log();
  history.push_back(a);
  history.back().invokeNs = 600, history.back().completeNs = 700;
  EXPECT_EQ(kinds(entries), (std::vector<Kind>{}));
  Attempt& again = history.back();
  again.result->failures = {{0, 101, 0}};
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kReplyDiffers, Kind::kUnstableReply}));
  again = a;
  again.position = c.position;
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kUnstableReply, Kind::kLost}));
  again = a;
  again.batch = c.batch;
  again.position = c.position;
  again.result = c.result;
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kUnstableReply}));
}

// (4)

TEST_F(Histories, WhatWasAcknowledgedIsThere) {
  auto entries = log();
  entries.pop_back();
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kLost})) << "the log ends before it";
  entries = log();
  entries.back().batch = filled<Digest>(1);
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kLost})) << "another batch stands there";
  c.position.reset();
  EXPECT_EQ(kinds(log()), (std::vector{Kind::kLost})) << "no place was named";
  c.result.reset();
  EXPECT_EQ(kinds(), (std::vector<Kind>{})) << "never acknowledged, nothing promised";
}

TEST_F(Histories, LanesAreApart) {
  const auto entries = log();
  Attempt other = a;
  other.lane = Lane(1);
  history.push_back(other);
  EXPECT_EQ(kinds(entries), (std::vector{Kind::kLost})) << "lane 1 has no such batch";
}

}  // namespace
}  // namespace aurigraph::audit
