// What is said about people, and who is believed (R-TRUST-5).

#include <gtest/gtest.h>

#include "tests/support/people_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::Role;

constexpr std::int64_t kDay = 24 * kHour;

class Claims : public PeopleTest {
 protected:
  wire::IssueClaim claim(const Person& about, const char* topic = "owner", const char* value = "ab12",
                         std::int64_t days = 30) {
    return {about.key.publicKey(), topic, value, Nanoseconds(world.now().value + days * kDay * kSecond)};
  }
  static wire::TrustClaimIssuer trust(const char* topic = "owner") {
    return {claimIssuer().key.publicKey(), topic, {}};
  }
  bool counts(const Person& about) {
    const auto all = world.ledger().claimsOf(about.id, 0, 100);
    return std::ranges::any_of(all, [](const auto& each) { return each.counts; });
  }
};

TEST_F(Claims, AClaimCountsWhileItsIssuerIsTrustedWithTheTopic) {
  ASSERT_EQ(run(claimIssuer(), claim(issuer())), ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer()));
  ASSERT_EQ(run(compliance(), trust("country"), {&administrator()}), ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer())) << "with another topic";
  ASSERT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kDone);
  EXPECT_TRUE(counts(issuer()));
  ASSERT_EQ(
      run(compliance(), wire::DistrustClaimIssuer{claimIssuer().id, "owner", "Its register was forged."}),
      ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer())) << "what stands counts no more";
}

TEST_F(Claims, AClaimEndsByBlockTimeOrWhenItIsTakenBack) {
  ASSERT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kDone);
  ASSERT_EQ(run(claimIssuer(), claim(issuer(), "owner", "ab12", 1)), ReasonCode::kDone);
  EXPECT_TRUE(counts(issuer()));
  world.passTime(kDay);
  ASSERT_EQ(run(holder(), wire::SetNoticeAddress{"me@example.com"}), ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer()));
  ASSERT_EQ(run(claimIssuer(), claim(issuer())), ReasonCode::kDone) << "it may be said again";
  EXPECT_TRUE(counts(issuer()));
  ASSERT_EQ(run(claimIssuer(), wire::RevokeClaim{issuer().id, "owner", "ab12"}), ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer()));
  EXPECT_EQ(run(claimIssuer(), wire::RevokeClaim{issuer().id, "owner", "ab12"}), ReasonCode::kClaimUnknown);
  EXPECT_EQ(world.ledger().claimsOf(issuer().id, 0, 100).size(), 1U) << "the same words are one claim";
}

TEST_F(Claims, OnlyAClaimIssuerSaysSomethingAndNotAboutItsOwn) {
  EXPECT_EQ(run(compliance(), claim(issuer())), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(claimIssuer(), claim(claimIssuer())), ReasonCode::kClaimOwn);
  ASSERT_EQ(run(administrator(), wire::GrantRoles{holder().key.publicKey(), 0, "Registry House", {}},
                {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(claimIssuer(), claim(holder())), ReasonCode::kClaimOwn);
  EXPECT_EQ(run(claimIssuer(), claim(person(99, "nobody"))), ReasonCode::kUnknownIdentity);
  EXPECT_EQ(run(compliance(), wire::RevokeClaim{issuer().id, "owner", "ab12"}), ReasonCode::kClaimUnknown);
}

TEST_F(Claims, AClaimHasATopicAndAnEnd) {
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "")), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "Owner")), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", " ")), ReasonCode::kMandatoryFieldBad);
  for (const char* unclear : {"yes ", " yes", "\u2800", "\u00A0"})
    EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", unclear)), ReasonCode::kMandatoryFieldBad)
        << unclear;
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", "ab12", -1)), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", "ab12", 6 * 366)), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "accredited", "")), ReasonCode::kDone);
}

/// The attack: one claim issuer fills the table with words about one person.
TEST_F(Claims, OneIssuerSaysSixteenThingsAboutOneAtMost) {
  for (int at = 0; at < 16; ++at)
    ASSERT_EQ(run(claimIssuer(), claim(issuer(), "owner", std::to_string(at).c_str())), ReasonCode::kDone);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", "16")), ReasonCode::kClaimLimit);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", "3")), ReasonCode::kDone);
  EXPECT_EQ(run(claimIssuer(), claim(holder(), "owner", "16")), ReasonCode::kDone);
  ASSERT_EQ(run(claimIssuer(), wire::RevokeClaim{issuer().id, "owner", "7"}), ReasonCode::kDone);
  EXPECT_EQ(run(claimIssuer(), claim(issuer(), "owner", "16")), ReasonCode::kDone)
      << "in the place of one that ended";
  EXPECT_EQ(world.ledger().claimsOf(issuer().id, 0, 100).size(), 16U);
}

TEST_F(Claims, NobodyAttestsOfWhomNobodyKnowsWhereHeWorks) {
  const Person unknown = newcomer(60);
  ASSERT_EQ(run(administrator(), grant(unknown, Role::kClaimIssuer), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(unknown, claim(issuer())), ReasonCode::kClaimOwn);
}

/// Who lost the role and has it again, or lost his keys, is trusted anew or not at all.
TEST_F(Claims, TrustEndsWhenTheIssuersRolesChange) {
  ASSERT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kDone);
  ASSERT_EQ(run(claimIssuer(), claim(issuer())), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), revoke(claimIssuer(), Role::kClaimIssuer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer()));
  ASSERT_EQ(run(administrator(), grant(claimIssuer(), Role::kClaimIssuer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer()));
  ASSERT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kDone);
  EXPECT_TRUE(counts(issuer()));
}

TEST_F(Claims, WhomToBelieveTakesComplianceAndAnAdministrator) {
  EXPECT_EQ(run(compliance(), trust()), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), trust(), {&riskOfficer()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(administrator(), trust(), {&administrator2()}), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(claimIssuer(), trust(), {&administrator()}), ReasonCode::kPermissionMissing);
  auto reviewerTrusted = trust();
  reviewerTrusted.issuer = reviewer().key.publicKey();
  EXPECT_EQ(run(compliance(), reviewerTrusted, {&administrator()}), ReasonCode::kNoClaimIssuer);
  const auto first = approved(compliance(), trust(), {&administrator()});
  ASSERT_EQ(run(compliance(), first), ReasonCode::kDone);
  EXPECT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kTrustStands);
  const wire::DistrustClaimIssuer end{claimIssuer().id, "owner", "A forgery."};
  EXPECT_EQ(run(administrator(), end), ReasonCode::kPermissionMissing);
  ASSERT_EQ(run(compliance(), end), ReasonCode::kDone);
  EXPECT_EQ(run(compliance(), end), ReasonCode::kNotTrusted);
  EXPECT_EQ(run(compliance(), first), ReasonCode::kApprovalUsed) << "an approval is good for one execution";
}

TEST_F(Claims, ABlockedIssuersClaimsCountForNothing) {
  ASSERT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kDone);
  ASSERT_EQ(run(claimIssuer(), claim(issuer())), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), wire::BlockIdentity{claimIssuer().key.publicKey(), "A forgery.", {}},
                {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_FALSE(counts(issuer()));
}

/// What is said about somebody is said about the person, not about the key.
TEST_F(Claims, ClaimsSurviveARecovery) {
  ASSERT_EQ(run(compliance(), trust(), {&administrator()}), ReasonCode::kDone);
  ASSERT_EQ(run(claimIssuer(), claim(holder())), ReasonCode::kDone);
  const wire::RecoverIdentity order{holder().key.publicKey(), keyNumber(50).publicKey(),
                                    possession(holder(), 50), "Lost.",
                                    filled<Digest>(1),        {}};
  ASSERT_EQ(run(compliance(), order, {&riskOfficer(), &custodian()}), ReasonCode::kDone);
  EXPECT_TRUE(counts(holder()));
}

}  // namespace
}  // namespace aurigraph::ledger
