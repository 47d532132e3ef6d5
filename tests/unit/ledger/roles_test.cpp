// Who may do what: duties, grants by two, suspensions by one (R-TRUST-2).

#include <gtest/gtest.h>

#include "core/ledger/setup.h"
#include "tests/support/people_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::maskOf;
using wire::RecordKind;
using wire::Role;

class Roles : public PeopleTest {};

TEST_F(Roles, NobodyHasTwoDuties) {
  const auto table = wire::defaultRoleTable();
  for (std::size_t a = 0; a < wire::kRoleCount; ++a)
    for (std::size_t b = 0; b < wire::kRoleCount; ++b) {
      const auto one = static_cast<Role>(a);
      const auto other = static_cast<Role>(b);
      const bool free = wire::dutyOf(one) == wire::Duty::kNone || wire::dutyOf(other) == wire::Duty::kNone;
      const bool same = wire::dutyOf(one) == wire::dutyOf(other);
      const bool cash = one != other && (maskOf(one) | maskOf(other)) ==
                                            (maskOf(Role::kCustodian) | maskOf(Role::kTreasurer));
      EXPECT_EQ(table.forbids(maskOf(one) | maskOf(other)), (!free && !same) || cash)
          << nameOf(one) << " " << nameOf(other);
    }
}

/// The attack: one administrator makes himself an issuer and its approver.
TEST_F(Roles, OneAdministratorMakesNobodyPowerful) {
  for (std::size_t at = 0; at < wire::kRoleCount; ++at) {
    const auto role = static_cast<Role>(at);
    if (role == Role::kHolder) continue;
    EXPECT_EQ(
        run(administrator(), wire::RegisterIdentity{"powerful", keyNumber(50).publicKey(), maskOf(role)}),
        ReasonCode::kDutyNeedsGrant);
  }
  const Person puppet = newcomer(50);
  EXPECT_EQ(run(administrator(), grant(puppet, Role::kIssuer)), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(administrator(), grant(puppet, Role::kIssuer), {&administrator()}), ReasonCode::kApprovalOwn);
  EXPECT_EQ(run(administrator(), grant(puppet, Role::kIssuer), {&compliance()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(rolesOf(puppet.id), 0U);
}

TEST_F(Roles, TwoAdministratorsGrantAndRevoke) {
  const Person reviewerToBe = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(reviewerToBe, Role::kReviewer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_TRUE(world.ledger().allows(reviewerToBe.key.publicKey(), wire::Permission::kDecideReview));
  EXPECT_EQ(run(administrator2(), revoke(reviewerToBe, Role::kReviewer)), ReasonCode::kApprovalMissing);
  ASSERT_EQ(run(administrator2(), revoke(reviewerToBe, Role::kReviewer), {&administrator3()}),
            ReasonCode::kDone);
  EXPECT_FALSE(world.ledger().allows(reviewerToBe.key.publicKey(), wire::Permission::kDecideReview));
}

TEST_F(Roles, AHolderIsMadeByOne) {
  const Person saver = newcomer(50);
  EXPECT_EQ(run(administrator(), grant(saver, Role::kHolder)), ReasonCode::kDone);
  EXPECT_EQ(rolesOf(saver.id), maskOf(Role::kHolder));
}

TEST_F(Roles, AnApprovalIsGoodForOneExecution) {
  const Person someone = newcomer(50);
  const auto first = approved(administrator(), grant(someone, Role::kReviewer), {&administrator2()});
  ASSERT_EQ(run(administrator(), first), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), revoke(someone, Role::kReviewer), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), first), ReasonCode::kApprovalUsed);
  auto longer = first;
  ++longer.approvals.until.value;
  EXPECT_EQ(run(administrator(), longer), ReasonCode::kApprovalBad);
  auto more = first;
  more.roles |= maskOf(Role::kSeniorReviewer);
  EXPECT_EQ(run(administrator(), more), ReasonCode::kApprovalBad);
  world.passTime(24 * kHour);
  EXPECT_EQ(run(administrator(), first), ReasonCode::kApprovalEnded);
  EXPECT_EQ(rolesOf(someone.id), 0U);
  EXPECT_EQ(run(administrator(), grant(someone, Role::kReviewer), {&administrator2()}), ReasonCode::kDone)
      << "said anew it is good once more";
}

TEST_F(Roles, AGrantKeepsDutiesApart) {
  EXPECT_EQ(run(administrator(), grant(issuer(), Role::kCompliance), {&administrator2()}),
            ReasonCode::kForbiddenRolePair);
  EXPECT_EQ(run(administrator(), grant(issuer(), Role::kIssuer), {&administrator2()}),
            ReasonCode::kRolesDiffer);
  EXPECT_EQ(run(administrator(), revoke(issuer(), Role::kHolder), {&administrator2()}),
            ReasonCode::kRolesDiffer);
  EXPECT_EQ(run(administrator(), wire::GrantRoles{issuer().key.publicKey(), 0, "", {}}, {&administrator2()}),
            ReasonCode::kRolesDiffer);
  EXPECT_EQ(run(administrator(), grant(person(99, "nobody"), Role::kHolder), {&administrator2()}),
            ReasonCode::kUnknownIdentity);
}

TEST_F(Roles, ItTakesTwoOthersToEndAnAdministratorAndThreeAreLeft) {
  const auto end = revoke(administrator2(), Role::kAdministrator);
  EXPECT_EQ(run(administrator(), end, {&administrator3()}), ReasonCode::kLastAdministrator);
  const Person next = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(next, Role::kAdministrator), {&administrator3()}), ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), end, {&administrator2()}), ReasonCode::kApprovalOwn);
  EXPECT_EQ(run(administrator2(), end, {&administrator()}), ReasonCode::kOwnRoles);
  EXPECT_EQ(run(administrator(), end, {&administrator3()}), ReasonCode::kDone);
  EXPECT_EQ(run(administrator2(), wire::RegisterIdentity{"x", keyNumber(51).publicKey(), 0}),
            ReasonCode::kPermissionMissing);
}

TEST_F(Roles, WhatOneAloneMayDoVoidsNoApprovalUnderWay) {
  const Person someone = newcomer(50);
  const auto order = approved(administrator(), grant(someone, Role::kReviewer), {&administrator2()});
  ASSERT_EQ(run(administrator3(), grant(someone, Role::kHolder)), ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), order), ReasonCode::kDone);
}

/// Else one administrator makes the other himself.
TEST_F(Roles, WhoWasRegisteredByTheAuthorTodayApprovesNothingForHim) {
  const Person puppet = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(puppet, Role::kAdministrator), {&administrator2()}),
            ReasonCode::kDone);
  const Person target = newcomer(51);
  auto order = grant(target, Role::kReviewer);
  order.approvals.until = world.inHours(48);
  EXPECT_EQ(run(administrator(), order, {&puppet}), ReasonCode::kApprovalRelated);
  EXPECT_EQ(run(puppet, grant(target, Role::kReviewer), {&administrator()}), ReasonCode::kApprovalRelated);
  world.passTime(24 * kHour);
  EXPECT_EQ(run(administrator(), order, {&puppet}), ReasonCode::kDone);
}

TEST_F(Roles, ASuspendedIdentityDoesNothing) {
  ASSERT_EQ(suspend(administrator(), issuer(), 100), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), wire::SetNoticeAddress{"thief@example.com"}), ReasonCode::kAuthorSuspended);
  EXPECT_FALSE(world.ledger().allows(issuer().key.publicKey(), wire::Permission::kIssueToken));
  world.passTime(100);
  EXPECT_EQ(run(issuer(), wire::SetNoticeAddress{"me@example.com"}), ReasonCode::kDone);
}

/// A reviewer of yesterday does not issue on what he approved, and a slim node of yesterday does not approve.
TEST_F(Roles, WhoWasAWitnessIsNoParty) {
  const Digest title =
      world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kReview, 1));
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{title}), ReasonCode::kDone);
  ASSERT_EQ(run(reviewer(), wire::DecideReview{title, wire::ReviewDecision::kApprove, 1, "Seen."}),
            ReasonCode::kDone);
  const wire::RegisterAsset house{wire::AssetTemplate::kProperty, "P", "House", {title}, {}};
  ASSERT_EQ(run(administrator(), revoke(reviewer(), Role::kReviewer), {&administrator2()}),
            ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(reviewer(), Role::kIssuer), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(reviewer(), house), ReasonCode::kRecordReviewerIsIssuer);

  const auto terms = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  ASSERT_EQ(run(administrator(), revoke(slimNode(), Role::kSlimNode), {&administrator2()}),
            ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(slimNode(), Role::kCompliance), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), world.approved(terms, slimNode())), ReasonCode::kApprovalOwn);
  EXPECT_EQ(run(issuer(), world.approved(terms)), ReasonCode::kDone);
}

TEST_F(Roles, AHoldersRoleCarriesNoPower) {
  auto genesis = testGenesis();
  genesis.roles.allowed[static_cast<std::size_t>(wire::Permission::kIssueToken)] |= maskOf(Role::kHolder);
  EXPECT_FALSE(Ledger::fromGenesis(genesis, testSecret(), Limits{}));
  genesis = testGenesis();
  genesis.roles.allowed[static_cast<std::size_t>(wire::Permission::kManageIdentities)] |=
      maskOf(Role::kOperator);
  EXPECT_FALSE(Ledger::fromGenesis(genesis, testSecret(), Limits{}));
}

TEST_F(Roles, ASuspendedPersonsApprovalDoesNotCount) {
  const auto terms = world.approved(world.terms(world.propertyAsset(), "HOUSE", 1'000));
  ASSERT_EQ(suspend(administrator(), compliance()), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), terms), ReasonCode::kApprovalBad);
  ASSERT_EQ(run(administrator2(), wire::ResumeIdentity{compliance().id}), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), terms), ReasonCode::kDone);
}

TEST_F(Roles, WhatLastsTakesTwo) {
  ASSERT_EQ(suspend(administrator(), reviewer()), ReasonCode::kDone);
  EXPECT_EQ(suspend(administrator2(), reviewer()), ReasonCode::kSuspendedLately);
  world.passTime(72 * kHour);
  EXPECT_EQ(suspend(administrator(), reviewer()), ReasonCode::kSuspendedLately);
  // A second in between by another one changes nothing for the first.
  EXPECT_EQ(suspend(administrator2(), reviewer(), 1), ReasonCode::kDone);
  world.passTime(1);
  EXPECT_EQ(suspend(administrator(), reviewer()), ReasonCode::kSuspendedLately);
  world.passTime(30 * 24 * kHour);
  EXPECT_EQ(suspend(administrator(), reviewer()), ReasonCode::kDone);
}

/// The attack: one administrator suspends the others, and nobody is left to stop him.
TEST_F(Roles, OneAdministratorNeverSuspendsAllOthers) {
  ASSERT_EQ(suspend(administrator(), administrator2()), ReasonCode::kDone);
  EXPECT_EQ(suspend(administrator(), administrator3()), ReasonCode::kLastAdministrator);
  EXPECT_EQ(run(administrator2(), wire::ResumeIdentity{administrator2().id}), ReasonCode::kAuthorSuspended);
  EXPECT_EQ(run(administrator3(), wire::ResumeIdentity{administrator2().id}), ReasonCode::kDone);
  EXPECT_EQ(suspend(administrator3(), administrator()), ReasonCode::kDone);
}

/// Who strikes first does not win: the one that is left brings the second back, and the second stops him.
TEST_F(Roles, WhoSuspendedAnAdministratorIsStoppedByTheTwo) {
  ASSERT_EQ(suspend(administrator(), administrator2()), ReasonCode::kDone);
  EXPECT_EQ(suspend(administrator3(), administrator()), ReasonCode::kLastAdministrator);
  EXPECT_EQ(run(administrator3(), wire::ResumeIdentity{administrator2().id}), ReasonCode::kDone);
  EXPECT_EQ(suspend(administrator(), administrator2()), ReasonCode::kSuspendedLately);
  EXPECT_EQ(suspend(administrator2(), administrator()), ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), wire::ResumeIdentity{administrator().id}), ReasonCode::kAuthorSuspended);
  EXPECT_EQ(suspend(administrator2(), administrator3()), ReasonCode::kLastAdministrator);
}

/// The attack: two puppets of one administrator, made powerful by a careless second one, speak for each
/// other.
TEST_F(Roles, WhoWereRegisteredByTheSameOneTodayApproveNothingForEachOther) {
  const Person one = newcomer(50);
  const Person other = newcomer(51);
  for (const Person* each : {&one, &other})
    ASSERT_EQ(run(administrator(), grant(*each, Role::kAdministrator), {&administrator2()}),
              ReasonCode::kDone);
  EXPECT_EQ(run(one, revoke(administrator3(), Role::kAdministrator), {&other}), ReasonCode::kApprovalRelated);
  EXPECT_EQ(run(one, revoke(administrator3(), Role::kAdministrator), {&administrator2()}), ReasonCode::kDone);
}

TEST_F(Roles, OnlyAnAdministratorSuspendsSomebodyElseWithAReason) {
  EXPECT_EQ(suspend(compliance(), issuer()), ReasonCode::kPermissionMissing);
  EXPECT_EQ(suspend(administrator(), administrator()), ReasonCode::kOwnRoles);
  EXPECT_EQ(suspend(administrator(), issuer(), 0), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(administrator(), wire::SuspendIdentity{issuer().id, 60, " "}),
            ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(administrator(), wire::SuspendIdentity{issuer().id, 72 * kHour + 1, "Too long."}),
            ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(administrator(), wire::ResumeIdentity{issuer().id}), ReasonCode::kNotSuspended);
}

/// Its number is used up: it does not run when the suspension is over.
TEST_F(Roles, WhatASuspendedAuthorSignedIsRefusedForGood) {
  ASSERT_EQ(suspend(administrator(), holder(), 100), ReasonCode::kDone);
  const Bytes batch = world.commands(holder(), {wire::SetNoticeAddress{"me@example.com"}});
  EXPECT_EQ(LedgerWorld::codesOf(world.apply({batch}).front()).front(), ReasonCode::kAuthorSuspended);
  world.passTime(100);
  EXPECT_EQ(LedgerWorld::codesOf(world.apply({batch}).front()).front(), ReasonCode::kReplayed);
  EXPECT_EQ(world.ledger().identity(holder().id)->noticeAddress, "");
}

}  // namespace
}  // namespace aurigraph::ledger
