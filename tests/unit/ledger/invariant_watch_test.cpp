#include "core/ledger/invariant_watch.h"

#include <gtest/gtest.h>

#include "core/ledger/invariants.h"
#include "core/ledger/setup.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;

class Watch : public ::testing::Test {
 protected:
  static Limits often() {
    Limits limits;
    limits.checkpointInterval = Height(1);
    return limits;
  }
  /// A block of the world's, on a ledger that may be broken.
  void block(const std::vector<Bytes>& batches = {}) {
    const auto block = world.block(batches);
    const auto verdicts = LedgerWorld::verdictsOf(block);
    bool flags[limits::kMaxBatchesPerBlock] = {};
    std::ranges::copy(verdicts, flags);
    (void)world.ledger().apply(block, {flags, verdicts.size()});
  }

  LedgerWorld world{testGenesis(), often()};
  TokenId token = world.propertyToken(1'000);
};

TEST_F(Watch, UnitsOutOfNothingAreSeenWithinAMinute) {
  (void)world.transfer(issuer(), holder(), token, 1);  // opens both accounts
  const AccountHandle account = world.ledger().account(holder().id, token).value();
  LedgerSetup::conjure(world.ledger(), account, 5);
  EXPECT_EQ(world.ledger().brokenInvariant(), kConserved);
  world.passTime(61);
  for (int blocks = 0; blocks < 3; ++blocks) block();
  EXPECT_EQ(world.ledger().invariantAlarm(), kConserved);
}

TEST_F(Watch, UnitsThatAreThereInNoLotAreSeen) {
  const TokenId locked = world.propertyToken(500, 86'400, "LOCKED", 2);
  const AccountHandle account = world.ledger().account(issuer().id, locked).value();
  LedgerSetup::conjure(world.ledger(), account, 1);
  world.passTime(61);
  for (int blocks = 0; blocks < 3; ++blocks) block();
  EXPECT_TRUE(world.ledger().invariantAlarm().has_value());
}

TEST_F(Watch, WhatChangesWhileItLooksRaisesNoAlarm) {
  for (int round = 0; round < 40; ++round) {
    world.passTime(20);
    world.run(issuer(), world.transfer(issuer(), holder(), token, 3));
  }
  EXPECT_EQ(world.ledger().invariantAlarm(), std::nullopt);
}

}  // namespace
}  // namespace aurigraph::ledger
