// Keys come and go, a person stays (R-TRUST-2).

#include <gtest/gtest.h>

#include "core/ledger/setup.h"
#include "tests/support/people_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::maskOf;
using wire::Role;

constexpr wire::SetNoticeAddress (*notice)(const char*) = [](const char* text) {
  return wire::SetNoticeAddress{text};
};

class Keys : public PeopleTest {
 protected:
  wire::RecoverIdentity recovery(const Person& whom, std::uint8_t number) {
    return {whom.key.publicKey(), keyNumber(number).publicKey(), possession(whom, number),
            "Lost in a fire.",    filled<Digest>(0xAB),          {}};
  }
  ReasonCode recover(const Person& whom, std::uint8_t number) {
    return run(compliance(), recovery(whom, number), {&riskOfficer(), &custodian()});
  }
};

TEST_F(Keys, WhateverOneOfItsKeysSignsTheIdentitySays) {
  ASSERT_EQ(run(holder(), addKey(holder(), 50)), ReasonCode::kDone);
  EXPECT_EQ(run(with(holder(), 50), notice("me@example.com")), ReasonCode::kDone);
  EXPECT_EQ(run(holder(), notice("again@example.com")), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().identityOf(keyNumber(50).publicKey()), holder().id);
  EXPECT_EQ(world.ledger().keysOf(holder().id).size(), 2U);
}

/// The attack: somebody else's key is made one's own, so that its owner can never come, or speaks for
/// another.
TEST_F(Keys, NobodyTakesAKeyThatAnotherHolds) {
  const auto key = keyNumber(50).publicKey();
  EXPECT_EQ(run(holder(), wire::AddKey{key, holder().key.sign(wire::possessionDigest(testGenesis().digest(),
                                                                                     holder().id, key))}),
            ReasonCode::kBadPossession);
  EXPECT_EQ(run(holder(), wire::AddKey{key, possession(holder2(), 50)}), ReasonCode::kBadPossession)
      << "it was meant for another identity";
  const auto elsewhere = keyNumber(50).sign(wire::possessionDigest(filled<Digest>(7), holder().id, key));
  EXPECT_EQ(run(holder(), wire::AddKey{key, elsewhere}), ReasonCode::kBadPossession);
  EXPECT_EQ(run(holder(), wire::AddKey{holder2().key.publicKey(), {}}), ReasonCode::kKeyTaken);
  EXPECT_EQ(run(holder(), wire::AddKey{PublicKey(), {}}), ReasonCode::kBadKey);
}

TEST_F(Keys, AKeyThatEndedSaysNothingAndIsNeverTakenAgain) {
  ASSERT_EQ(run(holder(), rotateKey(holder(), 50)), ReasonCode::kDone);
  EXPECT_EQ(run(holder(), notice("thief@example.com")), ReasonCode::kKeyEnded);
  EXPECT_FALSE(world.ledger().allows(holder().key.publicKey(), wire::Permission::kTransfer));
  EXPECT_EQ(world.ledger()
                .simulate(wire::AnyCommand(notice("x@example.com")), holder().key.publicKey())
                .front()
                .code,
            ReasonCode::kKeyEnded);
  const Person now = with(holder(), 50);
  EXPECT_EQ(run(now, notice("me@example.com")), ReasonCode::kDone);
  const auto old = holder().key.publicKey();
  const auto again = holder().key.sign(wire::possessionDigest(testGenesis().digest(), holder().id, old));
  EXPECT_EQ(run(now, wire::AddKey{old, again}), ReasonCode::kKeyTaken);
  EXPECT_EQ(run(administrator(), wire::RegisterIdentity{"somebody", old, 0}), ReasonCode::kKeyTaken);
}

/// Its number is used up, as that of every batch that was refused in its place.
TEST_F(Keys, WhatAnEndedKeySignedIsRefusedForGood) {
  ASSERT_EQ(run(holder(), addKey(holder(), 50)), ReasonCode::kDone);
  const Bytes kept = world.commands(holder(), {notice("late@example.com")});
  ASSERT_EQ(run(with(holder(), 50), wire::RevokeKey{holder().key.publicKey(), {}}), ReasonCode::kDone);
  EXPECT_EQ(LedgerWorld::codesOf(world.apply({kept}).front()).front(), ReasonCode::kKeyEnded);
  EXPECT_EQ(LedgerWorld::codesOf(world.apply({kept}).front()).front(), ReasonCode::kReplayed);
}

TEST_F(Keys, ALostKeyIsRevokedByAnotherOfItsOwnersButNeverTheLast) {
  EXPECT_EQ(run(holder(), wire::RevokeKey{holder().key.publicKey(), {}}), ReasonCode::kLastKey);
  ASSERT_EQ(run(holder(), addKey(holder(), 50)), ReasonCode::kDone);
  EXPECT_EQ(run(holder(), wire::RevokeKey{holder().key.publicKey(), {}}), ReasonCode::kLastKey)
      << "it signs this";
  EXPECT_EQ(run(with(holder(), 50), wire::RevokeKey{holder().key.publicKey(), {}}), ReasonCode::kDone);
  EXPECT_EQ(run(holder(), notice("thief@example.com")), ReasonCode::kKeyEnded);
  EXPECT_EQ(run(with(holder(), 50), wire::RevokeKey{holder().key.publicKey(), {}}),
            ReasonCode::kUnknownIdentity);
}

TEST_F(Keys, AnothersKeyIsRevokedByTwoAdministrators) {
  ASSERT_EQ(run(holder(), addKey(holder(), 50)), ReasonCode::kDone);
  const wire::RevokeKey order{holder().key.publicKey(), {}};
  EXPECT_EQ(run(holder2(), order), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(administrator(), order), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(administrator(), order, {&compliance()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), wire::RevokeKey{keyNumber(50).publicKey(), {}}, {&administrator2()}),
            ReasonCode::kLastKey);
}

TEST_F(Keys, AnIdentityHasEightKeysInForceAtMost) {
  for (std::uint8_t number = 50; number < 57; ++number)
    ASSERT_EQ(run(holder(), addKey(holder(), number)), ReasonCode::kDone);
  EXPECT_EQ(run(holder(), addKey(holder(), 57)), ReasonCode::kKeyLimit);
  EXPECT_EQ(run(holder(), rotateKey(holder(), 57)), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().keysOf(holder().id).size(), 8U);
}

/// The attack: a thief of one key replaces it so often that its owner can have none any more.
TEST_F(Keys, AThiefWastesTheKeysOfAMonthAtMost) {
  Person now = holder();
  for (std::uint8_t number = 50; number < 65; ++number) {
    ASSERT_EQ(run(now, rotateKey(now, number)), ReasonCode::kDone);
    now = with(holder(), number);
  }
  EXPECT_EQ(run(now, rotateKey(now, 65)), ReasonCode::kKeyLimit) << "with that of the genesis it is the 17th";
  EXPECT_EQ(run(now, addKey(now, 65)), ReasonCode::kKeyLimit);
  EXPECT_EQ(recover(holder(), 66), ReasonCode::kDone) << "a recovery needs no room";
  now = with(holder(), 66);
  world.passTime(30 * 24 * kHour);
  EXPECT_EQ(run(now, rotateKey(now, 65)), ReasonCode::kDone);
}

TEST_F(Keys, ABatchEndsItsOwnKeyOnce) {
  EXPECT_EQ(world.run(holder(), {wire::AnyCommand(rotateKey(holder(), 50)), rotateKey(holder(), 51),
                                 addKey(holder(), 52)}),
            (std::vector{ReasonCode::kDone, ReasonCode::kKeyEnded, ReasonCode::kDone}));
}

/// The attack: one person with two keys is two approvers.
TEST_F(Keys, IdentitiesCountNotKeys) {
  ASSERT_EQ(run(issuer(), addKey(issuer(), 50)), ReasonCode::kDone);
  const auto terms = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  EXPECT_EQ(run(issuer(), world.approved(terms, with(issuer(), 50))), ReasonCode::kApprovalOwn);
  const Person both = newcomer(60);
  auto roles = grant(both, Role::kRiskOfficer);
  roles.roles |= maskOf(Role::kCustodian);
  ASSERT_EQ(run(administrator(), roles, {&administrator2()}), ReasonCode::kDone);
  ASSERT_EQ(run(both, addKey(both, 61)), ReasonCode::kDone);
  world.passTime(24 * kHour);
  const Person second = with(both, 61);
  EXPECT_EQ(run(compliance(), recovery(holder(), 62), {&both, &second}), ReasonCode::kApprovalTwice);
  EXPECT_EQ(run(compliance(), recovery(holder(), 62), {&both}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), recovery(holder(), 62), {&both, &riskOfficer()}), ReasonCode::kDone)
      << "she is the custodian, he the risk officer";
}

TEST_F(Keys, TheRolesOfAnIdentityAreThoseOfEachKey) {
  ASSERT_EQ(run(reviewer(), addKey(reviewer(), 50)), ReasonCode::kDone);
  EXPECT_EQ(run(with(reviewer(), 50), wire::RegisterIdentity{"x", keyNumber(51).publicKey(), 0}),
            ReasonCode::kPermissionMissing);
  EXPECT_TRUE(world.ledger().allows(keyNumber(50).publicKey(), wire::Permission::kDecideReview));
  ASSERT_EQ(suspend(administrator(), reviewer()), ReasonCode::kDone);
  EXPECT_EQ(run(with(reviewer(), 50), notice("x@example.com")), ReasonCode::kAuthorSuspended);
}

/// The attack: two puppets of one administrator, made officers by a careless second one, are two words.
TEST_F(Keys, ApproversWhomOneAdministratorRegisteredTodayAreOneWord) {
  const Person risk = newcomer(60);
  const Person custody = newcomer(61);
  ASSERT_EQ(run(administrator(), grant(risk, Role::kRiskOfficer), {&administrator2()}), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(custody, Role::kCustodian), {&administrator2()}), ReasonCode::kDone);
  auto order = recovery(holder(), 62);
  order.approvals.until = world.inHours(48);
  EXPECT_EQ(run(compliance(), order, {&risk, &custody}), ReasonCode::kApprovalRelated);
  world.passTime(24 * kHour);
  EXPECT_EQ(run(compliance(), order, {&risk, &custody}), ReasonCode::kDone);
}

// ---- recovery ----

TEST_F(Keys, ARecoveredIdentityKeepsWhatItHoldsAndItsOldKeysAreDead) {
  ASSERT_EQ(run(holder(), addKey(holder(), 49)), ReasonCode::kDone);
  const TokenId token = world.propertyToken();
  const AccountHandle account = world.open(holder(), token);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 400)), ReasonCode::kDone);
  ASSERT_EQ(recover(holder(), 50), ReasonCode::kDone);
  EXPECT_EQ(run(holder(), notice("thief@example.com")), ReasonCode::kKeyEnded);
  EXPECT_EQ(run(with(holder(), 49), notice("thief@example.com")), ReasonCode::kKeyEnded);
  EXPECT_EQ(world.ledger().keysOf(holder().id), std::vector{keyNumber(50).publicKey()});
  EXPECT_EQ(world.ledger().row(account)->balance, 400);
  EXPECT_EQ(world.ledger().row(account)->holder, holder().id.value);
  EXPECT_EQ(run(with(holder(), 50), notice("me@example.com")), ReasonCode::kDone);
  EXPECT_EQ(recover(holder(), 50), ReasonCode::kKeyTaken);
}

TEST_F(Keys, ARecoveryTakesComplianceRiskAndCustodian) {
  const auto order = recovery(holder(), 50);
  EXPECT_EQ(run(compliance(), order), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), order, {&riskOfficer()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), order, {&custodian()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), order, {&administrator(), &custodian()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(administrator(), order, {&riskOfficer(), &custodian()}), ReasonCode::kPermissionMissing);
  auto other = approved(compliance(), order, {&riskOfficer(), &custodian()});
  other.document = filled<Digest>(1);
  EXPECT_EQ(run(compliance(), other), ReasonCode::kApprovalBad);
  auto stolen = order;
  stolen.key = keyNumber(51).publicKey();
  EXPECT_EQ(run(compliance(), stolen, {&riskOfficer(), &custodian()}), ReasonCode::kBadPossession);
}

/// The attack: a thief replaces the key that the owner knows, and nobody can name whom to recover or block.
TEST_F(Keys, AThiefDoesNotEscapeByRotating) {
  ASSERT_EQ(run(holder(), rotateKey(holder(), 50)), ReasonCode::kDone);
  ASSERT_EQ(recover(holder(), 51), ReasonCode::kDone);
  EXPECT_EQ(run(with(holder(), 50), notice("thief@example.com")), ReasonCode::kKeyEnded);
  ASSERT_EQ(run(holder2(), rotateKey(holder2(), 60)), ReasonCode::kDone);
  const wire::BlockIdentity block{holder2().key.publicKey(), "A thief.", {}};
  ASSERT_EQ(run(administrator(), block, {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(with(holder2(), 60), notice("x@example.com")), ReasonCode::kAuthorSuspended);
}

/// The attack: two administrators make three officers, by three registrars so that none is related, and take
/// over whom they like within a second.
TEST_F(Keys, WhoCameTodayRecoversNobody) {
  const auto officer = [&](const Person& registrar, std::uint8_t number, Role role) {
    const std::string name = "officer-" + std::to_string(number);
    EXPECT_EQ(run(registrar, wire::RegisterIdentity{name, keyNumber(number).publicKey(), 0}),
              ReasonCode::kDone);
    const Person out{name, *world.ledger().identityNamed(name), keyNumber(number)};
    EXPECT_EQ(run(administrator(), grant(out, role), {&administrator2()}), ReasonCode::kDone);
    return out;
  };
  const Person risk = officer(administrator(), 60, Role::kRiskOfficer);
  const Person custody = officer(administrator2(), 61, Role::kCustodian);
  const Person author = officer(administrator3(), 62, Role::kCompliance);
  EXPECT_EQ(run(author, recovery(holder(), 63), {&risk, &custody}), ReasonCode::kApprovalRelated);
  EXPECT_EQ(run(author, recovery(holder(), 63), {&riskOfficer(), &custodian()}),
            ReasonCode::kApprovalRelated);
  EXPECT_EQ(run(compliance(), recovery(holder(), 63), {&risk, &custody}), ReasonCode::kApprovalRelated);
}

TEST_F(Keys, AReasonSaysSomething) {
  for (const char* blank : {" ", "\u00A0", "\u3000", "\u2800", "\u1680"}) {
    const wire::BlockIdentity order{holder().key.publicKey(), blank, {}};
    EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kMandatoryFieldBad);
  }
}

/// The attack: three officers make themselves an issuer, or an administrator.
TEST_F(Keys, NoDutySurvivesARecovery) {
  ASSERT_EQ(recover(issuer(), 50), ReasonCode::kDone);
  EXPECT_EQ(rolesOf(issuer().id), 0U);
  EXPECT_FALSE(world.ledger().allows(keyNumber(50).publicKey(), wire::Permission::kIssueToken));
  EXPECT_EQ(recover(administrator2(), 51), ReasonCode::kAdministratorsKey);
  EXPECT_EQ(recover(compliance(), 52), ReasonCode::kOwnRoles);
}

TEST_F(Keys, ARecoveredHolderStaysOne) {
  ASSERT_EQ(run(holder(), notice("thief@example.com")), ReasonCode::kDone);
  ASSERT_EQ(recover(holder(), 50), ReasonCode::kDone);
  EXPECT_EQ(rolesOf(holder().id), maskOf(Role::kHolder));
  EXPECT_EQ(world.ledger().identity(holder().id)->noticeAddress, "");
}

// ---- block ----

TEST_F(Keys, ABlockedIdentityIsTerminal) {
  const auto block = [](const Person& whom) {
    return wire::BlockIdentity{whom.key.publicKey(), "A forged passport.", {}};
  };
  EXPECT_EQ(run(administrator(), block(holder())), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), block(holder()), {&administrator()}), ReasonCode::kPermissionMissing);
  ASSERT_EQ(run(administrator(), block(holder()), {&administrator2()}), ReasonCode::kDone);
  world.passTime(365 * 24 * kHour);
  EXPECT_EQ(run(holder(), notice("x@example.com")), ReasonCode::kAuthorSuspended);
  EXPECT_EQ(run(administrator(), wire::ResumeIdentity{holder().id}), ReasonCode::kBlocked);
  EXPECT_EQ(suspend(administrator(), holder()), ReasonCode::kBlocked);
  EXPECT_EQ(run(administrator(), grant(holder(), Role::kReviewer), {&administrator2()}),
            ReasonCode::kBlocked);
  EXPECT_EQ(recover(holder(), 50), ReasonCode::kBlocked);
  EXPECT_EQ(world.ledger().keysOf(holder().id).size(), 1U) << "its key stays taken";
}

TEST_F(Keys, BlockingLeavesThreeAdministrators) {
  const wire::BlockIdentity order{administrator3().key.publicKey(), "A bribe.", {}};
  EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kLastAdministrator);
  const Person next = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(next, Role::kAdministrator), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kDone);
  // A blocked one is none of the three.
  const wire::BlockIdentity more{next.key.publicKey(), "Another.", {}};
  EXPECT_EQ(run(administrator(), more, {&administrator2()}), ReasonCode::kLastAdministrator);
}

// ---- names ----

TEST_F(Keys, NoNamePassesForAnothers) {
  const auto name = [&](const char* text) {
    return run(administrator(), wire::RegisterIdentity{text, keyNumber(90).publicKey(), 0});
  };
  for (const char* same : {"ISSUER", "lssuer", "1ssuer", "i\u0455suer"})
    EXPECT_EQ(name(same), ReasonCode::kNameTaken) << same;
  EXPECT_EQ(name("\u0441ompliance"), ReasonCode::kNameTaken);
  EXPECT_EQ(name("COMPLI\u0410NCE"), ReasonCode::kNameTaken) << "with a Cyrillic capital";
  EXPECT_EQ(name("administrator 2"), ReasonCode::kNameTaken);
  for (const char* bad : {" issuer", "issuer ", "is  suer", "", " ", "a/b\tc", "\uFF29ssuer"})
    EXPECT_EQ(name(bad), ReasonCode::kNameUnclear) << bad;
  EXPECT_EQ(name("17"), ReasonCode::kNameUnclear) << "people are asked for by number, too";
  const std::string key = toHex(compliance().key.publicKey().view());
  EXPECT_EQ(name(key.c_str()), ReasonCode::kNameUnclear) << "and by key";
  EXPECT_EQ(name("issuer\u200B"), ReasonCode::kMalformed) << "no text at all has such a character";
  EXPECT_EQ(name("\u202Eissuer"), ReasonCode::kMalformed);
  EXPECT_EQ(name("Jos\u00E9 & S\u00F6hne"), ReasonCode::kDone);
}

// ---- organisations ----

TEST_F(Keys, NoIssueIsApprovedOnlyByTheIssuersOwnOrganisation) {
  auto moved = wire::GrantRoles{compliance().key.publicKey(), 0, "Harbour Estates", {}};
  EXPECT_EQ(run(administrator(), moved), ReasonCode::kApprovalMissing) << "one alone does not say it";
  ASSERT_EQ(run(administrator(), moved, {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().identity(compliance().id)->organisation, "Harbour Estates");
  const auto terms = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  EXPECT_EQ(run(issuer(), world.approved(terms)), ReasonCode::kApprovalSameOrganisation);
  moved.organisation = "HARBOUR ESTATES";
  ASSERT_EQ(run(administrator(), moved, {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), world.approved(terms)), ReasonCode::kApprovalSameOrganisation)
      << "the same, written in another way";
  const Person second = newcomer(50);
  ASSERT_EQ(run(administrator(), grant(second, Role::kTreasurer), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), world.approved(terms, second)), ReasonCode::kApprovalSameOrganisation)
      << "nobody says where she works";
  auto placed = wire::GrantRoles{second.key.publicKey(), 0, "Test Trust", {}};
  ASSERT_EQ(run(administrator(), placed, {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), world.approved(terms, second)), ReasonCode::kDone);
}

}  // namespace
}  // namespace aurigraph::ledger
