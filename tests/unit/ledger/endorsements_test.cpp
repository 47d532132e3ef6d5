// Whose word counts for what waits on the ledger, and what the last one executes.

#include <gtest/gtest.h>

#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::AnyCommand;
using wire::maskOf;
using wire::Role;

class Endorsements : public ProposalsTest {};

// ---- whose word counts ----

TEST_F(Endorsements, NobodyEndorsesHisOwnWithWhicheverKey) {
  ASSERT_EQ(run(administrator(), addKey(administrator(), 50)), ReasonCode::kDone);
  const Digest id = waiting(administrator(), block(holder()));
  EXPECT_EQ(endorse(administrator(), id), ReasonCode::kApprovalOwn);
  EXPECT_EQ(endorse(with(administrator(), 50), id), ReasonCode::kApprovalOwn);
  EXPECT_FALSE(world.ledger().identity(holder().id)->isBlocked());
}

TEST_F(Endorsements, WhomItIsAboutAndWhoMayNotEndorseNothing) {
  const Person fourth = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(fourth, Role::kAdministrator), {&administrator2()}),
            ReasonCode::kDone);
  const Digest id = waiting(administrator(), revoke(administrator2(), Role::kAdministrator));
  EXPECT_EQ(endorse(administrator2(), id), ReasonCode::kApprovalOwn);
  EXPECT_EQ(endorse(compliance(), id), ReasonCode::kApprovalBad);
  EXPECT_EQ(endorse(holder(), id), ReasonCode::kApprovalBad);
  EXPECT_EQ(endorse(administrator3(), id), ReasonCode::kDone);
  EXPECT_EQ(rolesOf(administrator2().id), 0U);
}

/// The attack: one officer of both groups is two words, with two keys.
TEST_F(Endorsements, OnePersonIsOneWordWithHoweverManyKeys) {
  const Person both = newcomer(60);
  auto roles = grant(both, Role::kRiskOfficer);
  roles.roles |= maskOf(Role::kCustodian);
  ASSERT_EQ(run(administrator(), roles, {&administrator2()}), ReasonCode::kDone);
  ASSERT_EQ(run(both, addKey(both, 61)), ReasonCode::kDone);
  world.passTime(24 * kHour);
  const Digest id = waiting(compliance(), recovery());
  ASSERT_EQ(endorse(both, id), ReasonCode::kDone);
  EXPECT_EQ(endorse(both, id), ReasonCode::kDone) << "said again it is the newer word";
  EXPECT_EQ(endorse(with(both, 61), id), ReasonCode::kDone);
  EXPECT_FALSE(recovered());
  EXPECT_EQ(world.ledger().openProposal(id)->endorsers.size(), 1U) << "one place each";
  EXPECT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone) << "she is the custodian, he the risk officer";
  EXPECT_TRUE(recovered());
}

/// The attack: one officer fills all places by replacing his key again and again.
TEST_F(Endorsements, NobodyTakesThePlacesOfOthers) {
  const Digest id = waiting(compliance(), recovery());
  Person officer = riskOfficer();
  for (std::uint8_t number = 60; number < 60 + limits::kMaxApprovals; ++number) {
    ASSERT_EQ(endorse(officer, id), ReasonCode::kDone);
    ASSERT_EQ(run(officer, rotateKey(officer, number)), ReasonCode::kDone);
    officer = with(officer, number);
  }
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().openProposal(id)->endorsers.size(), 1U) << "a key that has ended keeps no place";
  EXPECT_EQ(endorse(officer, id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
}

/// The attack: the second administrator is the first one's own making.
TEST_F(Endorsements, WhoWasRegisteredByTheAuthorTodayEndorsesNothingForHim) {
  const Person puppet = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(puppet, Role::kAdministrator), {&administrator2()}),
            ReasonCode::kDone);
  auto order = block(holder());
  order.approvals.until = world.inHours(48);
  const Digest id = waiting(administrator(), order);
  EXPECT_EQ(endorse(puppet, id), ReasonCode::kApprovalRelated);
  world.passTime(24 * kHour);
  EXPECT_EQ(endorse(puppet, id), ReasonCode::kDone);
  EXPECT_TRUE(world.ledger().identity(holder().id)->isBlocked());
}

// ---- counted when the last word comes: a revocation voids ----

class VoidWords : public ProposalsTest {
 protected:
  /// The custodian endorses, something `happens`, and the risk officer's word does not complete it.
  template <class Happens>
  Digest voided(Happens happens) {
    const Digest id = waiting(compliance(), recovery());
    EXPECT_EQ(endorse(custodian(), id), ReasonCode::kDone);
    EXPECT_EQ(happens(), ReasonCode::kDone);
    EXPECT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone) << "his own is a good word";
    EXPECT_TRUE(told<wire::ProposalExecuted>().empty());
    EXPECT_FALSE(recovered());
    return id;
  }
};

TEST_F(VoidWords, OfWhoIsSuspendedUntilHeGivesItAgain) {
  const Digest id = voided([&] { return suspend(administrator(), custodian(), 60); });
  world.passTime(60);
  EXPECT_FALSE(recovered()) << "words are counted when one comes";
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
}

TEST_F(VoidWords, OfWhoIsBlocked) {
  const Digest id = voided([&] { return run(administrator(), block(custodian()), {&administrator2()}); });
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kAuthorSuspended) << "nor does he say anything more";
}

TEST_F(VoidWords, OfWhoLostTheRole) {
  const Digest id = voided(
      [&] { return run(administrator(), revoke(custodian(), Role::kCustodian), {&administrator2()}); });
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kApprovalBad);
  const Person next = newcomer(60);
  ASSERT_EQ(run(administrator(), grant(next, Role::kCustodian), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(endorse(next, id), ReasonCode::kApprovalRelated) << "who came today recovers nobody";
  EXPECT_FALSE(recovered());
}

/// Whoever has a key that ended is perhaps a thief; its owner says it again.
TEST_F(VoidWords, OfAKeyThatEnded) {
  ASSERT_EQ(run(custodian(), addKey(custodian(), 50)), ReasonCode::kDone);
  const Digest id = voided([&] {
    return run(with(custodian(), 50), wire::RevokeKey{custodian().key.publicKey(), {}});
  });
  EXPECT_EQ(endorse(with(custodian(), 50), id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
}

TEST_F(VoidWords, OfAKeyThatEndsInTheSameBatch) {
  const Digest id = waiting(compliance(), recovery());
  ASSERT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone);
  EXPECT_EQ(world.run(custodian(), {AnyCommand(rotateKey(custodian(), 50)), wire::Endorse{id}}),
            (std::vector{ReasonCode::kDone, ReasonCode::kApprovalBad}));
  EXPECT_EQ(endorse(with(custodian(), 50), id), ReasonCode::kDone);
}

// ---- the author, then ----

TEST_F(Endorsements, NothingIsExecutedForAnAuthorWhoIsSuspended) {
  const Digest id = waiting(administrator(), block(holder()));
  ASSERT_EQ(suspend(administrator2(), administrator(), 60), ReasonCode::kDone);
  EXPECT_EQ(endorse(administrator3(), id), ReasonCode::kProposalAuthorBarred);
  world.passTime(60);
  EXPECT_EQ(endorse(administrator3(), id), ReasonCode::kDone) << "it has stayed";
}

TEST_F(Endorsements, NothingIsExecutedForAnAuthorWhoIsBlockedOrWhoseKeyEnded) {
  const Digest ofOne = waiting(compliance(), recovery());
  ASSERT_EQ(run(administrator(), block(compliance()), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(endorse(custodian(), ofOne), ReasonCode::kProposalAuthorBarred);
  const Digest ofAnother = waiting(administrator(), block(holder()));
  ASSERT_EQ(run(administrator(), rotateKey(administrator(), 50)), ReasonCode::kDone);
  EXPECT_EQ(endorse(administrator2(), ofAnother), ReasonCode::kProposalAuthorBarred);
  EXPECT_EQ(withdraw(with(administrator(), 50), ofAnother), ReasonCode::kDone) << "it is still his";
}

TEST_F(Endorsements, NothingIsExecutedForAnAuthorWhoLostTheRole) {
  const Digest id = waiting(compliance(), recovery());
  ASSERT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), revoke(compliance(), Role::kCompliance), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(endorse(riskOfficer(), id), ReasonCode::kPermissionMissing);
  EXPECT_FALSE(recovered());
}

/// One batch of a third administrator executes one proposal, and another of whom the first took the role.
TEST_F(Endorsements, WhatOneExecutionTookFromAnAuthorTheNextOneOfTheBatchKnows) {
  const Person fourth = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(fourth, Role::kAdministrator), {&administrator2()}),
            ReasonCode::kDone);
  const Digest first = waiting(administrator(), revoke(administrator2(), Role::kAdministrator));
  const Digest second = waiting(administrator2(), block(holder()));
  EXPECT_EQ(world.run(administrator3(), {AnyCommand(wire::Endorse{first}), wire::Endorse{second}}),
            (std::vector{ReasonCode::kDone, ReasonCode::kPermissionMissing}));
}

TEST_F(Endorsements, WhatCannotBeDoneNowIsRefusedWithItsReasonsAndStays) {
  const Digest id = waiting(administrator(), grant(reviewer(), Role::kSeniorReviewer));
  ASSERT_EQ(run(administrator2(), grant(reviewer(), Role::kSeniorReviewer), {&administrator3()}),
            ReasonCode::kDone);
  EXPECT_EQ(endorse(administrator2(), id), ReasonCode::kRolesDiffer);
  const auto reasons = world.ledger().simulate(AnyCommand(wire::Endorse{id}), compliance().key.publicKey());
  ASSERT_EQ(reasons.size(), 2U) << "all of them";
  EXPECT_EQ(reasons[0].code, ReasonCode::kRolesDiffer);
  EXPECT_EQ(reasons[1].code, ReasonCode::kApprovalBad);
  ASSERT_EQ(run(administrator2(), revoke(reviewer(), Role::kSeniorReviewer), {&administrator3()}),
            ReasonCode::kDone);
  EXPECT_EQ(endorse(administrator2(), id), ReasonCode::kDone);
}

}  // namespace
}  // namespace aurigraph::ledger
