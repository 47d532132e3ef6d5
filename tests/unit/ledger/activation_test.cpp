// A protocol version is activated by an operator with the words of two administrators, for a height in the
// future; and a block is executed by what is activated, whatever it names (docs/decisions/100).

#include <gtest/gtest.h>

#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::AnyCommand;

constexpr std::uint64_t kLeast = 512;
constexpr std::uint64_t kMost = 10'000'000;

class Activations : public ProposalsTest {
 protected:
  /// So many blocks ahead of the block that will execute it.
  wire::ActivateProtocol next(std::uint64_t ahead = kLeast, std::uint16_t version = 2) {
    return {Protocol(version), Height(world.ledger().height().next().value + ahead), {}};
  }
  ReasonCode carried(const wire::ActivateProtocol& order) {
    return run(clusterOperator(), order, {&administrator(), &administrator2()});
  }
  std::optional<wire::VersionRule::Next> waiting() { return world.ledger().versions().next; }
};

TEST_F(Activations, AreAnOperatorsWithTheWordsOfTwoAdministrators) {
  const auto order = next(1'000);
  EXPECT_EQ(run(clusterOperator(), order), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(clusterOperator(), order, {&administrator()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(clusterOperator(), order, {&administrator(), &compliance()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(compliance(), order, {&administrator(), &administrator2()}), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(administrator(), order, {&administrator2(), &administrator3()}),
            ReasonCode::kPermissionMissing)
      << "no three administrators by themselves";
  EXPECT_EQ(waiting(), std::nullopt);
  ASSERT_EQ(carried(order), ReasonCode::kDone);
  EXPECT_EQ(waiting(), (wire::VersionRule::Next{Protocol(2), order.from}));
  EXPECT_EQ(world.ledger().protocol(), Protocol(1));
  const auto events = told<wire::ProtocolActivated>();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0], (wire::ProtocolActivated{Protocol(2), order.from, clusterOperator().id}));
}

TEST_F(Activations, WaitOnTheLedgerForTheWordsThatTheyNeed) {
  const auto order = next(1'000);
  const Digest id = ProposalsTest::waiting(clusterOperator(), order);
  EXPECT_EQ(endorse(administrator2(), id), ReasonCode::kDone);
  EXPECT_EQ(waiting(), std::nullopt);
  EXPECT_EQ(endorse(administrator2(), id), ReasonCode::kDone) << "said again it is one word";
  EXPECT_EQ(waiting(), std::nullopt);
  EXPECT_EQ(endorse(administrator3(), id), ReasonCode::kDone);
  EXPECT_EQ(waiting()->from, order.from);
}

/// Whoever understands more: the ledger executes the same on every release.
TEST_F(Activations, AreOfTheVersionAfterTheOneInForce) {
  for (const std::uint16_t version : {0, 1, 3, 65'535})
    EXPECT_EQ(carried(next(1'000, version)), ReasonCode::kProtocolNotNext) << version;
}

TEST_F(Activations, AreForAHeightThatIsNeitherTooNearNorTooFar) {
  EXPECT_EQ(carried(next(kLeast - 1)), ReasonCode::kProtocolHeight);
  EXPECT_EQ(carried({Protocol(2), Height(0), {}}), ReasonCode::kProtocolHeight);
  EXPECT_EQ(carried({Protocol(2), Height(UINT64_MAX), {}}), ReasonCode::kProtocolHeight);
  EXPECT_EQ(carried(next(kMost + 1)), ReasonCode::kProtocolHeight);
  EXPECT_EQ(carried(next(kLeast)), ReasonCode::kDone);
}

/// What voters count on must not be taken back behind them.
TEST_F(Activations, AreReplacedOnlyWhileTheyAreFarEnoughAway) {
  ASSERT_EQ(carried(next(kMost)), ReasonCode::kDone);
  const auto sooner = next(kLeast + 1);
  ASSERT_EQ(carried(sooner), ReasonCode::kDone) << "one is pending at most: the later word counts";
  EXPECT_EQ(waiting()->from, sooner.from);
  const auto soonest = next(kLeast);
  ASSERT_EQ(carried(soonest), ReasonCode::kDone) << "as near as one may be ordered";
  EXPECT_EQ(carried(next(kMost)), ReasonCode::kProtocolFixed);
  EXPECT_EQ(waiting()->from, soonest.from);
}

// ---- what blocks are executed by ----

class Versions : public ::testing::Test {
 protected:
  static Limits tiny() {
    Limits limits;
    limits.activationLeastAhead = 2;
    return limits;
  }
  void activate(std::uint16_t version, Height from) {
    const wire::ActivateProtocol order{Protocol(version), from, {}};
    ASSERT_EQ(
        world_.run(clusterOperator(), AnyCommand(world_.approvedFor(clusterOperator(), order,
                                                                    {administrator(), administrator2()}))),
        ReasonCode::kDone);
  }
  /// An empty block that names a version; by which one it was executed.
  Protocol executed(std::uint16_t named) {
    world_.names = Protocol(named);
    world_.apply(std::vector<Bytes>{});
    return world_.ledger().protocol();
  }

  LedgerWorld world_{testGenesis(), tiny()};
};

TEST_F(Versions, ABlockIsExecutedByWhatIsActivatedForItWhateverItNames) {
  EXPECT_EQ(executed(2), Protocol(1)) << "nothing is activated";
  activate(2, Height(5));
  EXPECT_EQ(world_.ledger().height(), Height(2));
  EXPECT_EQ(executed(2), Protocol(1)) << "too early";
  EXPECT_EQ(executed(1), Protocol(1));
  EXPECT_EQ(executed(1), Protocol(1)) << "it may be, and need not: somebody does not understand it yet";
  EXPECT_EQ(executed(7), Protocol(2)) << "never by more than is activated";
  EXPECT_EQ(executed(1), Protocol(2)) << "never by an older one again";
  EXPECT_EQ(world_.ledger().versions().next, std::nullopt);
}

TEST_F(Versions, TheNextOneIsActivatedInItsTurn) {
  activate(2, Height(3));
  EXPECT_EQ(executed(2), Protocol(1));
  EXPECT_EQ(executed(2), Protocol(2));
  world_.names = Protocol(2);
  activate(3, Height(world_.ledger().height().value + 3));
  EXPECT_EQ(world_.ledger().versions().next->version, Protocol(3));
}

/// The block that brings a version is of it: what it holds is judged by it.
TEST_F(Versions, WhatTheFirstBlockOfAVersionHoldsIsOfThatVersion) {
  activate(2, Height(3));
  EXPECT_EQ(executed(1), Protocol(1));
  world_.names = Protocol(2);
  activate(3, Height(9));
  EXPECT_EQ(world_.ledger().protocol(), Protocol(2));
}

TEST_F(Versions, AreKnownForAsManyBlocksAsAnActivationIsAhead) {
  EXPECT_EQ(world_.ledger().versions().certainUpTo, Height(2));
  executed(1);
  EXPECT_EQ(world_.ledger().versions().certainUpTo, Height(3));
}

}  // namespace
}  // namespace aurigraph::ledger
