#include <gtest/gtest.h>

#include "core/ledger/setup.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;
using wire::Transfer;

class Transfers : public ::testing::Test {
 protected:
  LedgerWorld world;
  TokenId token = world.propertyToken(1'000);

  void TearDown() override { EXPECT_TRUE(world.ledger().conserved()); }
};

TEST_F(Transfers, MoveBetweenTwoRows) {
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 300)), ReasonCode::kDone);
  EXPECT_EQ(world.balance(issuer(), token), 700U);
  EXPECT_EQ(world.balance(holder(), token), 300U);
}

TEST_F(Transfers, NeverMoveWhatIsNotThere) {
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 1'001)), ReasonCode::kInsufficient);
  EXPECT_EQ(world.balance(issuer(), token), 1'000U);
}

TEST_F(Transfers, OnlyTheOwnerMoves) {
  EXPECT_EQ(world.run(holder(), world.transfer(issuer(), holder(), token, 1)), ReasonCode::kNotYourAccount);
}

TEST_F(Transfers, ARoleWithoutTheRightCannotMoveItsOwn) {
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), reviewer(), token, 5)), ReasonCode::kDone);
  EXPECT_EQ(world.run(reviewer(), world.transfer(reviewer(), holder(), token, 1)),
            ReasonCode::kPermissionMissing);
}

TEST_F(Transfers, EachWrongFieldHasItsReason) {
  const TokenId other = world.propertyToken(10, 0, "BARN", 2);
  const Transfer good = world.transfer(issuer(), holder(), token, 10);
  const auto code = [&](auto change) {
    Transfer changed = good;
    change(changed);
    return world.run(issuer(), changed);
  };
  EXPECT_EQ(code([](Transfer& t) { t.amount = 0; }), ReasonCode::kZeroAmount);
  EXPECT_EQ(code([](Transfer& t) { t.flags = 0x10; }), ReasonCode::kUnknownFlags);
  EXPECT_EQ(code([](Transfer& t) { t.flags = wire::kTransferPost | wire::kTransferVoid; }),
            ReasonCode::kUnknownFlags);
  EXPECT_EQ(code([](Transfer& t) { t.credit = t.debit; }), ReasonCode::kSameAccount);
  EXPECT_EQ(code([](Transfer& t) { t.credit = 0; }), ReasonCode::kUnknownAccount);
  EXPECT_EQ(code([](Transfer& t) { t.credit = 1'000; }), ReasonCode::kUnknownAccount);
  EXPECT_EQ(code([](Transfer& t) { t.debit |= 1ULL << 48; }), ReasonCode::kUnknownAccount);
  EXPECT_EQ(code([&](Transfer& t) { t.token = other.value; }), ReasonCode::kWrongToken);
  EXPECT_EQ(code([&](Transfer& t) { t.credit = world.ledger().account(issuer().id, other)->value; }),
            ReasonCode::kWrongToken);
  EXPECT_EQ(code([](Transfer& t) { t.pending = 1; }), ReasonCode::kPendingDiffers);
}

class Pending : public Transfers {
 protected:
  Transfer hold(U128 amount) {
    Transfer t = world.transfer(issuer(), holder(), token, amount);
    t.flags = wire::kTransferPending;
    return t;
  }
  /// Runs a pending transfer alone; returns what finishes it.
  Transfer held(U128 amount, wire::TransferFlags how) {
    Transfer t = hold(amount);
    EXPECT_EQ(world.run(issuer(), t), ReasonCode::kDone);
    const auto& session = world.session(issuer());
    t.pending = world.ledger().pendingOf(issuer().key.publicKey(), session.session, session.last, 0)->value;
    t.flags = how;
    return t;
  }
};

TEST_F(Pending, HoldsAndThenMoves) {
  const Transfer post = held(400, wire::kTransferPost);
  EXPECT_EQ(world.balance(issuer(), token), 1'000U);
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 601)), ReasonCode::kHeld);
  EXPECT_EQ(world.run(issuer(), post), ReasonCode::kDone);
  EXPECT_EQ(world.balance(holder(), token), 400U);
  EXPECT_EQ(world.ledger().row(AccountHandle{post.debit})->held, 0U);
  EXPECT_EQ(world.run(issuer(), post), ReasonCode::kPendingFinished);
}

TEST_F(Pending, VoidReleases) {
  const Transfer release = held(400, wire::kTransferVoid);
  EXPECT_EQ(world.run(issuer(), release), ReasonCode::kDone);
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 1'000)), ReasonCode::kDone);
}

TEST_F(Pending, IsFinishedOnlyAsItWasMadeAndByItsOwner) {
  Transfer post = held(400, wire::kTransferPost);
  Transfer wrong = post;
  wrong.amount = 399;
  EXPECT_EQ(world.run(issuer(), wrong), ReasonCode::kPendingDiffers);
  wrong = post;
  wrong.pending = 77;
  EXPECT_EQ(world.run(issuer(), wrong), ReasonCode::kPendingUnknown);
  EXPECT_EQ(world.run(holder(), post), ReasonCode::kNotYourAccount);
  post.flags = wire::kTransferVoid;
  EXPECT_EQ(world.run(holder(), post), ReasonCode::kNotYourAccount);
}

TEST_F(Transfers, LinkedChainIsAllOrNothing) {
  std::vector<Transfer> chain(3, world.transfer(issuer(), holder(), token, 400));
  chain[0].flags = chain[1].flags = wire::kTransferLinked;
  const Transfer after = world.transfer(issuer(), holder(), token, 7);
  const auto codes = world.run(issuer(), std::vector<Transfer>{chain[0], chain[1], chain[2], after});
  EXPECT_EQ(codes, (std::vector{ReasonCode::kLinkedFailed, ReasonCode::kLinkedFailed,
                                ReasonCode::kInsufficient, ReasonCode::kDone}));
  EXPECT_EQ(world.balance(holder(), token), 7U);
  chain[2].amount = 100;
  EXPECT_EQ(world.run(issuer(), chain), (std::vector(3, ReasonCode::kDone)));
  EXPECT_EQ(world.balance(holder(), token), 907U);
}

TEST_F(Transfers, ChainWithoutEndIsNone) {
  std::vector<Transfer> chain(2, world.transfer(issuer(), holder(), token, 1));
  chain[0].flags = chain[1].flags = wire::kTransferLinked;
  EXPECT_EQ(world.run(issuer(), chain), (std::vector(2, ReasonCode::kLinkedFailed)));
  EXPECT_EQ(world.balance(holder(), token), 0U);
}

TEST_F(Pending, UndoneWithItsChainLeavesNothing) {
  Transfer first = hold(400);
  first.flags |= wire::kTransferLinked;
  const Transfer tooMuch = world.transfer(issuer(), holder(), token, 601);
  EXPECT_EQ(world.run(issuer(), std::vector<Transfer>{first, tooMuch}),
            (std::vector{ReasonCode::kLinkedFailed, ReasonCode::kHeld}));
  const auto& session = world.session(issuer());
  EXPECT_FALSE(world.ledger().pendingOf(issuer().key.publicKey(), session.session, session.last, 0));
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 1'000)), ReasonCode::kDone);
}

TEST(TrackedTransfers, LockUpBeginsWithAcquisitionAndFreesTheFirstSale) {
  LedgerWorld world;
  const TokenId token = world.propertyToken(1'000, 600);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 500)), ReasonCode::kDone);
  const Transfer onward = world.transfer(holder(), holder2(), token, 200);
  EXPECT_EQ(world.run(holder(), onward), ReasonCode::kLocked);
  world.passTime(598);
  EXPECT_EQ(world.run(holder(), onward), ReasonCode::kLocked);
  world.passTime(3);
  EXPECT_EQ(world.run(holder(), onward), ReasonCode::kDone);
  EXPECT_TRUE(world.ledger().conserved());
}

TEST(TrackedTransfers, WhatIsHeldIsNotSpentTwice) {
  LedgerWorld world;
  const TokenId token = world.propertyToken(1'000, 600);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 500)), ReasonCode::kDone);
  world.passTime(700);
  Transfer pending = world.transfer(holder(), holder2(), token, 400);
  pending.flags = wire::kTransferPending;
  ASSERT_EQ(world.run(holder(), pending), ReasonCode::kDone);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 300)), ReasonCode::kDone);
  // 800 there, 400 held, 300 locked: 100 may go.
  EXPECT_EQ(world.run(holder(), world.transfer(holder(), holder2(), token, 101)), ReasonCode::kLocked);
  EXPECT_EQ(world.run(holder(), world.transfer(holder(), holder2(), token, 100)), ReasonCode::kDone);
  EXPECT_TRUE(world.ledger().conserved());
}

TEST(TrackedTransfers, MoreThan64LotsAreRefused) {
  LedgerWorld world;
  const TokenId token = world.propertyToken(1'000, 100'000);
  for (int lot = 0; lot < 64; ++lot) {
    ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 1)), ReasonCode::kDone) << lot;
    world.passTime(2);
  }
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 1)), ReasonCode::kTooManyLots);
  EXPECT_EQ(world.ledger().holding(*world.ledger().account(holder().id, token))->lots.size(), 64U);
}

TEST(TrackedTransfers, CarbonMovesLowestSerialsFirstAndMergesNeighbours) {
  LedgerWorld world;
  const TokenId token = world.carbonToken(1, 100);
  const auto intervals = [&](const Person& who) {
    return world.ledger().holding(*world.ledger().account(who.id, token))->intervals;
  };
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 10)), ReasonCode::kDone);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder2(), token, 5)), ReasonCode::kDone);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 5)), ReasonCode::kDone);
  EXPECT_EQ(intervals(holder()), (std::vector<SerialInterval>{{0, 1, 10}, {0, 16, 20}}));
  EXPECT_EQ(intervals(holder2()), (std::vector<SerialInterval>{{0, 11, 15}}));
  ASSERT_EQ(world.run(holder2(), world.transfer(holder2(), holder(), token, 5)), ReasonCode::kDone);
  EXPECT_EQ(intervals(holder()), (std::vector<SerialInterval>{{0, 1, 20}}));
  EXPECT_TRUE(intervals(holder2()).empty());
}

// RULED: what the compliance contracts will leave on the row decides, and its end ends it.
TEST_F(Transfers, ARuledAccountSendsAndReceivesUntilItsClaimsEnd) {
  const auto transfer = world.transfer(issuer(), holder(), token, 10);
  const std::int64_t end = world.now().value / test::kSecond + 100;
  LedgerSetup::makeRuled(world.ledger(), token, static_cast<std::uint32_t>(end));
  EXPECT_EQ(world.run(issuer(), transfer), ReasonCode::kDone);
  world.passTime(99);
  EXPECT_EQ(world.run(issuer(), transfer), ReasonCode::kDone);
  world.passTime(2);
  EXPECT_EQ(world.run(issuer(), transfer), ReasonCode::kClaimMissing);
  const auto reasons = world.ledger().simulate(transfer, issuer().key.publicKey());
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons.front().code, ReasonCode::kClaimMissing);
  EXPECT_EQ(world.balance(holder(), token), 20U);
}

}  // namespace
}  // namespace aurigraph::ledger
