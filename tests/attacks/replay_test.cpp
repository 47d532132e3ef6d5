// Signed bytes do once at most what their author meant, here and soon, whoever sends them how often.

#include <cstring>
#include <limits>

#include "tests/attacks/attacked_cluster.h"

namespace aurigraph::attacks {
namespace {

class Replay : public Attack {
 protected:
  /// Sent again by somebody else, they are answered with what became of them, and no block has them again.
  void expectTheSameAnswer(const Bytes& batch, const client::BatchReply& first) {
    const auto anybody = attacked().gateway();
    for (int time = 0; time < 6; ++time) {
      const auto again = anybody->submit(batch, client::Wait::kCommitted);
      ASSERT_TRUE(again) << again.error().code;
      EXPECT_EQ(again->height, first.height);
      EXPECT_EQ(again->position, first.position);
      EXPECT_EQ(codeOf(again), codeOf(first));
    }
  }
  std::string codeUntil(Nanoseconds validUntil) {
    auto drafted = draft();
    drafted.validUntil = validUntil;
    return codeOf(
        send(wire::signCommands(drafted, encoded({stranger()}), attacked().person("administrator"))));
  }
};

TEST_F(Replay, ARefusedOperationIsNotOrderedTwice) {
  const Bytes batch = signedBy(attacked().person("auditor"), {stranger()});
  const auto first = send(batch);
  ASSERT_TRUE(first) << first.error().code;
  ASSERT_EQ(codeOf(first), "permission.missing");
  expectTheSameAnswer(batch, *first);
}

TEST_F(Replay, ARefusedBatchIsNotOrderedTwice) {
  const auto administrator = attacked().person("administrator");
  const auto holder = attacked().person("holder");
  const auto whom = api().identityOf(holder.publicKey());
  ASSERT_TRUE(whom);
  ASSERT_EQ(codeWhen(administrator, wire::SuspendIdentity{*whom, 3'600, "For this test."}), "done");
  const Bytes batch = signedBy(holder, {wire::OpenAccount{*whom, TokenId(1)}});
  const auto first = send(batch);
  ASSERT_TRUE(first) << first.error().code;
  ASSERT_TRUE(first->refused) << "it was not refused as a whole";
  ASSERT_EQ(codeOf(first), "batch.author_suspended");
  expectTheSameAnswer(batch, *first);
  // Nor later, when it would be allowed.
  ASSERT_EQ(codeWhen(administrator, wire::ResumeIdentity{*whom}), "done");
  expectTheSameAnswer(batch, *first);
}

TEST_F(Replay, WhatWasDoneIsNotDoneTwice) {
  const Bytes batch = signedBy(attacked().person("administrator"), {stranger()});
  const auto first = send(batch);
  ASSERT_EQ(codeOf(first), "done");
  expectTheSameAnswer(batch, *first);
}

TEST_F(Replay, ValidUntilIsAtMostAnHour) {
  EXPECT_EQ(codeUntil(wallIn(1h + 1min)), "batch.valid_too_long");
  EXPECT_EQ(codeUntil(wallIn(24h * 365)), "batch.valid_too_long");
  EXPECT_EQ(codeUntil(Nanoseconds(std::numeric_limits<std::int64_t>::max())), "batch.valid_too_long");
  EXPECT_EQ(codeUntil(wallIn(-1s)), "batch.expired");
  EXPECT_EQ(codeUntil(Nanoseconds(std::numeric_limits<std::int64_t>::min())), "batch.expired");
  EXPECT_EQ(codeUntil(wallIn(50min)), "done");
}

TEST_F(Replay, AnotherClustersSignatureIsWorthless) {
  const auto administrator = attacked().person("administrator");
  auto drafted = draft();
  drafted.genesis = test::testGenesis().digest();
  Bytes batch = wire::signCommands(drafted, encoded({stranger()}), administrator);
  EXPECT_EQ(codeOf(send(batch)), "batch.other_cluster");
  const Digest ours = attacked().genesis();
  std::ranges::copy(ours.bytes, batch.begin() + offsetof(wire::BatchHeader, genesis));
  EXPECT_EQ(codeOf(send(batch)), "batch.bad_signature");
  // Nor is another lane's.
  drafted = draft();
  drafted.lane = Lane(7);
  EXPECT_EQ(codeOf(send(wire::signCommands(drafted, encoded({stranger()}), administrator))),
            "batch.wrong_lane");
}

TEST_F(Replay, ASessionFromTheFutureIsNotOpened) {
  auto drafted = draft();
  drafted.session = SessionNumber(std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(
      codeOf(send(wire::signCommands(drafted, encoded({stranger()}), attacked().person("administrator")))),
      "session.number_too_high");
}

TEST_F(Replay, OpaqueBytesAreNotOrdered) {
  const auto auditor = attacked().person("auditor");
  const auto drafted = draft();
  const Bytes body(64 * 1024, 0x61);
  wire::BatchHeader header;
  header.genesis = drafted.genesis;
  header.author = auditor.publicKey();
  header.session = drafted.session;
  header.request = drafted.request;
  header.validUntil = drafted.validUntil;
  header.count = 1;
  header.kind = wire::BatchKind::kOpaque;
  header.bodySize = static_cast<std::uint32_t>(body.size());
  header.bodyRoot = wire::bodyRoot(header.kind, header.count, body).value();
  header.signature = auditor.sign(header.signingDigest());
  ASSERT_TRUE(wire::verifyBatch(header, body)) << "else it may be refused for its signature";
  Bytes batch(sizeof(header));
  std::memcpy(batch.data(), &header, sizeof(header));
  batch.insert(batch.end(), body.begin(), body.end());
  EXPECT_EQ(codeOf(send(batch)), "batch.bad_kind");
  EXPECT_EQ(std::string(api().batch(header.digest()).error().code), "batch.unknown");
}

}  // namespace
}  // namespace aurigraph::attacks
