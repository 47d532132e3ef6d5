#include "core/proof/history_check.h"

#include <gtest/gtest.h>

#include "core/crypto/merkle.h"
#include "tests/support/sealed.h"

namespace aurigraph::proof {
namespace {

using namespace aurigraph::test;

/// A cluster's history of some blocks, of which only the leaves matter. `seed` makes another one from block
/// `from` on.
class History {
 public:
  explicit History(std::uint8_t seed = 0, std::uint8_t from = 0) {
    for (std::uint8_t at = 1; at <= 40; ++at)
      tree_.append(filled<Digest>(static_cast<std::uint8_t>(at < from ? at : at ^ seed)));
  }
  [[nodiscard]] wire::SealStatement at(std::uint64_t height) const {
    wire::SealStatement out;
    out.genesis = testGenesis().digest();
    out.voterSet = testGenesis().voters().digest();
    out.height = Height(height);
    out.historyRoot = tree_.rootAt(height);
    out.checkpointHeight = Height(height / 4 * 4);
    if (out.checkpointHeight.value > 0) out.stateRoot = tree_.rootAt(out.checkpointHeight.value);
    return out;
  }
  [[nodiscard]] wire::ConsistencyPath path(std::uint64_t from, std::uint64_t to) const {
    return {.from = Height(from),
            .fromRoot = tree_.rootAt(from),
            .to = Height(to),
            .toRoot = tree_.rootAt(to),
            .path = tree_.consistencyProof(from, to)};
  }

 private:
  crypto::MerkleTree tree_;
};

const History kOurs;
const History kOther(0x80, 10);  ///< Differs from block 10 on.

TEST(HistoryCheck, OneHistoryGoesOnFromEachOfItsHeights) {
  for (std::uint64_t later = 1; later <= 40; ++later)
    for (std::uint64_t earlier = 1; earlier <= later; ++earlier)
      ASSERT_EQ(compareHistories(kOurs.at(earlier), kOurs.at(later), kOurs.path(earlier, later)),
                HistoryVerdict::kOneHistory)
          << earlier << " " << later;
}

TEST(HistoryCheck, AnotherHistoryIsAForkFromWhereItDiffersAndItsOwnPathProvesIt) {
  for (std::uint64_t later = 1; later <= 40; ++later)
    for (std::uint64_t earlier = 1; earlier <= later; ++earlier)
      ASSERT_EQ(compareHistories(kOurs.at(earlier), kOther.at(later), kOther.path(earlier, later)),
                earlier < 10 ? HistoryVerdict::kOneHistory : HistoryVerdict::kForked)
          << earlier << " " << later;
}

TEST(HistoryCheck, APathOfSomethingElseProvesNeither) {
  const auto earlier = kOurs.at(15);
  const auto later = kOther.at(35);
  EXPECT_EQ(compareHistories(earlier, later, kOurs.path(15, 35)), HistoryVerdict::kUnproven);
  EXPECT_EQ(compareHistories(earlier, later, kOther.path(14, 35)), HistoryVerdict::kUnproven);
  EXPECT_EQ(compareHistories(earlier, later, kOther.path(15, 34)), HistoryVerdict::kUnproven);
  EXPECT_EQ(compareHistories(earlier, later, {}), HistoryVerdict::kUnproven);
  auto dressedUp = kOther.path(15, 35);
  dressedUp.fromRoot = earlier.historyRoot;
  EXPECT_EQ(compareHistories(earlier, later, dressedUp), HistoryVerdict::kUnproven)
      << "a fork cannot be given for one history";
  auto shorter = kOurs.path(15, 35);
  shorter.path.pop_back();
  EXPECT_EQ(compareHistories(kOurs.at(15), kOurs.at(35), shorter), HistoryVerdict::kUnproven);
}

TEST(HistoryCheck, OneHeightNeedsNoPathAndOneCheckpointHasOneState) {
  EXPECT_EQ(compareHistories(kOurs.at(20), kOurs.at(20), {}), HistoryVerdict::kOneHistory);
  EXPECT_EQ(compareHistories(kOurs.at(20), kOther.at(20), {}), HistoryVerdict::kForked);
  auto otherBlocks = kOurs.at(20);
  otherBlocks.historyRoot = filled<Digest>(8);
  EXPECT_EQ(compareHistories(kOurs.at(20), otherBlocks, {}), HistoryVerdict::kForked);
  auto otherState = kOurs.at(22);
  otherState.stateRoot = filled<Digest>(9);
  EXPECT_EQ(compareHistories(kOurs.at(22), otherState, {}), HistoryVerdict::kForked);
  EXPECT_EQ(compareHistories(kOurs.at(21), otherState, kOurs.path(21, 22)), HistoryVerdict::kForked);
  EXPECT_EQ(compareHistories(kOurs.at(19), otherState, kOurs.path(19, 22)), HistoryVerdict::kOneHistory)
      << "an earlier checkpoint says nothing of a later one";
}

TEST(HistoryCheck, OnlyAMajorityOfThisClustersValidatorsIsBelieved) {
  const auto genesis = testGenesis();
  EXPECT_TRUE(checkSealed(sealed(kOurs.at(20)), genesis).has_value());
  EXPECT_EQ(checkSealed(sealed(kOurs.at(20), 1), genesis).error().code, "certificate.too_few_seals");
  auto changed = sealed(kOurs.at(20));
  changed.statement.historyRoot = kOther.at(20).historyRoot;
  EXPECT_EQ(checkSealed(changed, genesis).error().code, "certificate.bad_signature");
  auto statement = kOurs.at(20);
  statement.genesis = filled<Digest>(7);
  EXPECT_EQ(checkSealed(sealed(statement), genesis).error().code, "certificate.other_cluster");
  statement = kOurs.at(20);
  statement.lane = Lane(1);
  EXPECT_EQ(checkSealed(sealed(statement), genesis).error().code, "certificate.other_cluster");
}

}  // namespace
}  // namespace aurigraph::proof
