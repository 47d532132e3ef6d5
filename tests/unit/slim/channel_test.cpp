// What the channel promises: order, once each, through restarts and troubles; and the anchors.

#include <gtest/gtest.h>

#include "core/crypto/merkle.h"
#include "tests/unit/slim/slim_world.h"

namespace aurigraph::slim {
namespace {

using std::chrono::seconds;
using testing::FakeLedger;

class Channel : public testing::SlimWorld {
 protected:
  std::vector<Digest> appliedIds() {
    std::vector<Digest> out;
    for (const auto& submit : ledger_.records().applied)
      out.push_back(wire::decodeRecord(submit.record)->id());
    return out;
  }
};

TEST_F(Channel, ARestartLosesNothingAndRepeatsNothing) {
  ledger_.trouble(FakeLedger::Trouble::kUnreachable, -1);
  start();
  auto ids = idsOf(fetchCounty());
  const auto more = idsOf(fetch("alpaca", "/v2/stocks/VOO/snapshot"));
  ids.insert(ids.end(), more.begin(), more.end());
  ASSERT_TRUE(ledger_.waitFor([](const auto& records) { return records.unreachable >= 2; }))
      << "it goes on trying";
  for (const Digest& id : ids) EXPECT_LT(node_->statusOf(id).value()->state, ItemState::kApplied);
  node_.reset();  // queued, perhaps admitted, never answered
  EXPECT_TRUE(ledger_.records().applied.empty());

  ledger_.trouble(FakeLedger::Trouble::kNone, 0);
  start();
  ASSERT_TRUE(node_->waitForLedger(ids, seconds(20))) << node_->lastSendError();
  EXPECT_EQ(appliedIds(), ids) << "in the order of their queue";
  node_.reset();
  start();
  EXPECT_EQ(node_->queued(), 0U);
  EXPECT_EQ(appliedIds(), ids);
}

TEST_F(Channel, WhenTheAnswerIsLostTheSameBytesAreSentAgainAlsoAfterARestart) {
  ledger_.trouble(FakeLedger::Trouble::kAnswerLost, -1);
  start();
  const auto ids = idsOf(fetchCounty());
  ASSERT_TRUE(ledger_.waitFor([&](const auto& records) { return records.applied.size() == ids.size(); }));
  node_.reset();  // executed, but this node was never told
  const std::size_t anchors = ledger_.records().anchors.size();
  ledger_.trouble(FakeLedger::Trouble::kNone, 0);
  start();
  ASSERT_TRUE(node_->waitForLedger(ids, seconds(20))) << node_->lastSendError();
  EXPECT_EQ(appliedIds(), ids);
  for (const Digest& id : ids) EXPECT_EQ(node_->statusOf(id).value()->state, ItemState::kApplied);
  EXPECT_GE(ledger_.records().anchors.size(), anchors);
  EXPECT_EQ(node_->counters().dead, 0U) << "nothing was refused as a repeat";
}

TEST_F(Channel, WithoutItsFolderANodeOpensAHigherSession) {
  start();
  ASSERT_TRUE(node_->waitForLedger(idsOf(fetchCounty()), seconds(20)));
  node_.reset();
  std::filesystem::remove_all(folder_);
  start();
  EXPECT_TRUE(node_->waitForLedger(idsOf(fetchShipment()), seconds(20))) << node_->lastSendError();
}

TEST_F(Channel, AfterAQuietHourItGoesOnInANewSession) {
  start();
  ASSERT_TRUE(node_->waitForLedger(idsOf(fetchCounty()), seconds(20)));
  node_.reset();
  ledger_.closeSessions();
  start();
  EXPECT_TRUE(node_->waitForLedger(idsOf(fetchShipment()), seconds(20))) << node_->lastSendError();
}

/// The answer was lost, and the session with it: what was executed is known by its records.
TEST_F(Channel, WhatIsUnderWayWhenItsSessionClosesIsAppliedOnce) {
  ledger_.trouble(FakeLedger::Trouble::kAnswerLost, -1);
  start();
  const auto ids = idsOf(fetchCounty());
  ASSERT_TRUE(ledger_.waitFor([&](const auto& records) { return records.applied.size() == ids.size(); }));
  node_.reset();
  ledger_.closeSessions();
  ledger_.trouble(FakeLedger::Trouble::kNone, 0);
  start();
  ASSERT_TRUE(node_->waitForLedger(ids, seconds(20))) << node_->lastSendError();
  EXPECT_EQ(appliedIds(), ids);
  for (const Digest& id : ids) EXPECT_EQ(node_->statusOf(id).value()->state, ItemState::kApplied);
}

TEST_F(Channel, NothingIsNamedBeforeItsEvidenceIsOnTwoNodes) {
  ledger_.evidenceFails(true);
  start();
  const auto report = fetchShipment();
  // One thread sends: when it comes with the evidence again, it has been through a whole attempt without it.
  ASSERT_TRUE(ledger_.waitFor([](const auto& records) { return records.evidenceRefused >= 2; }));
  EXPECT_TRUE(ledger_.records().applied.empty());
  EXPECT_TRUE(ledger_.problems().empty());
  ledger_.evidenceFails(false);
  ASSERT_TRUE(node_->waitForLedger(idsOf(report), seconds(20)));
  const auto applied = ledger_.records().applied;
  ASSERT_EQ(applied.size(), 1U);
  EXPECT_EQ(applied[0].evidenceCopies, 2U);
  const auto copies = ledger_.evidence();
  for (const Digest& digest : {report.rawDigest, crypto::sha256(applied[0].record)}) {
    EXPECT_TRUE(copies.contains(digest));
    EXPECT_TRUE(node_->evidence().get(digest));
  }
  EXPECT_TRUE(node_->evidence().get(report.records[0].explanation));
  EXPECT_FALSE(copies.contains(report.records[0].explanation)) << "an estimate stays here";
  EXPECT_EQ(crypto::sha256(copies.at(report.rawDigest)), report.rawDigest);
}

TEST_F(Channel, WithOneNodeTheRecordSaysSo) {
  auto lonely = config();
  lonely.evidenceOnSecondNode = false;
  start(std::move(lonely));
  ASSERT_TRUE(node_->waitForLedger(idsOf(fetchShipment()), seconds(20)));
  EXPECT_EQ(ledger_.records().applied[0].evidenceCopies, 1U);
  EXPECT_TRUE(ledger_.evidence().empty());
}

TEST_F(Channel, WhatWasFetchedTransformedAndScoredCanBeShownUnderAnAnchor) {
  start();
  const auto report = fetchShipment();
  ASSERT_TRUE(ledger_.waitFor(
      [](const auto& records) { return !records.anchors.empty() && !records.applied.empty(); }));
  for (const Digest& leaf : {report.rawDigest, report.records[0].recordId, report.records[0].explanation}) {
    const auto proof = node_->store().proveLeaf(leaf);
    ASSERT_TRUE(proof) << proof.error().message;
    const auto anchors = ledger_.records().anchors;
    EXPECT_TRUE(std::any_of(anchors.begin(), anchors.end(), [&](const wire::Anchor& anchor) {
      return anchor.root == proof->anchor.root && anchor.leafCount == proof->anchor.leafCount &&
             crypto::verifyInclusion(crypto::leafHash(leaf.view()), proof->index, anchor.leafCount,
                                     proof->path, anchor.root);
    }));
  }
  EXPECT_EQ(node_->store().proveLeaf(Digest{}).error().code, "slim.unknown_leaf");
}

TEST_F(Channel, TheSameAnswerAgainIsAnsweredWithTheEarlierDecision) {
  start();
  const connectors::Query query{
      "/v1/parcels/" + providers_.world().fips + "/" + providers_.world().apn, {}, {}};
  const auto first = node_->fetchNow("county-title", query);
  const auto second = node_->fetchNow("county-title", query);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(idsOf(*first), idsOf(*second));
  for (const auto& record : second->records) EXPECT_TRUE(record.duplicate);
  ASSERT_TRUE(node_->waitForLedger(idsOf(*first), seconds(20)));
  EXPECT_EQ(appliedIds(), idsOf(*first));
}

TEST_F(Channel, ItemsThatComeTwiceInOneAnswerCountOnce) {
  start();
  providers_.simulator().setFault("verra", {providers::Fault::kDuplicates, 1, {}});
  EXPECT_EQ(fetchBlocks().records.size(), 2U);
  EXPECT_EQ(node_->counters().duplicates, 2U);
}

TEST_F(Channel, ARejectedRecordGoesToQuarantineAndToTheLedgerAsRejected) {
  start();
  const auto report = fetch("carrier", "/epcs/" + providers_.world().badSscc + "/events");
  ASSERT_TRUE(node_->waitForLedger(idsOf(report), seconds(20)));
  const auto quarantine = node_->store().quarantine(10).value();
  ASSERT_EQ(quarantine.size(), 1U);
  EXPECT_EQ(quarantine[0].recordId, report.records[0].recordId);
  EXPECT_TRUE(node_->evidence().get(quarantine[0].rawDigest)) << "with its evidence";
  ASSERT_EQ(ledger_.records().applied.size(), 1U);
  EXPECT_LT(ledger_.records().scores.at(report.records[0].recordId).value, 600'000);
}

}  // namespace
}  // namespace aurigraph::slim
