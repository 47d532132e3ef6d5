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
  static Limits everyOtherBlock() {
    Limits limits;
    limits.checkpointInterval = Height(2);
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
  [[nodiscard]] AccountHandle account(const Person& who, TokenId token) {
    return world.ledger().account(who.id, token).value();
  }

  LedgerWorld world{testGenesis(), everyOtherBlock()};
  TokenId token = world.propertyToken(1'000);
};

TEST_F(Watch, UnitsOutOfNothingAreSeenAtTheNextCheckpoint) {
  world.run(issuer(), world.transfer(issuer(), holder(), token, 10));
  LedgerSetup::conjure(world.ledger(), account(holder(), token), 5);
  ASSERT_EQ(world.ledger().brokenInvariant(), kConserved);
  EXPECT_EQ(world.ledger().invariantAlarm(), std::nullopt) << "nothing is looked at in between";
  world.passTime(1);
  for (int blocks = 0; blocks < 2; ++blocks) block();
  EXPECT_EQ(world.ledger().invariantAlarm(), kConserved);
}

TEST_F(Watch, UnitsOfNoLotAreSeen) {
  const TokenId locked = world.propertyToken(500, 86'400, "LOCKED", 2);
  world.run(issuer(), world.transfer(issuer(), holder(), locked, 100));
  // As many here as are gone there: the sum is right.
  LedgerSetup::conjure(world.ledger(), account(holder(), locked), 7);
  LedgerSetup::conjure(world.ledger(), account(issuer(), locked), U128{0} - 7);
  ASSERT_TRUE(world.ledger().conserved());
  world.passTime(1);
  for (int blocks = 0; blocks < 2; ++blocks) block();
  EXPECT_EQ(world.ledger().invariantAlarm(), kHoldingsAreBalances);
}

TEST_F(Watch, ALedgerAtWorkRaisesNoAlarm) {
  for (int round = 0; round < 60; ++round) {
    const Person& to = round % 3 == 0 ? holder2() : holder();
    wire::Transfer transfer = world.transfer(issuer(), to, token, 3);
    if (round % 4 == 0) transfer.flags = wire::kTransferPending;
    world.run(issuer(), transfer);  // the fixture asks for an alarm after each block
    if (round % 7 == 0) world.passTime(2);
    if (round % 20 == 0)
      world.propertyToken(100, 3'600, "T" + std::to_string(round), static_cast<std::uint8_t>(10 + round));
  }
  EXPECT_GT(world.ledger().checkpointHeight(), Height(20));
  EXPECT_EQ(world.ledger().invariantAlarm(), std::nullopt);
}

}  // namespace
}  // namespace aurigraph::ledger
