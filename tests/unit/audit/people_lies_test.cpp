// What the ledger could let somebody do with keys, names, approvals and claims must be noticed.

#include <gtest/gtest.h>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::Role;

class PeopleLies : public Lies {
 protected:
  static Signature possession(const Person& who, std::uint8_t number) {
    const auto key = keyNumber(number);
    return key.sign(wire::possessionDigest(testGenesis().digest(), who.id, key.publicKey()));
  }
  static Person with(const Person& who, std::uint8_t number) { return {who.name, who.id, keyNumber(number)}; }
  void addKey(const Person& who, std::uint8_t number) {
    done(who, wire::AddKey{keyNumber(number).publicKey(), possession(who, number)});
  }
  wire::RecoverIdentity recovery(const Person& whom, std::uint8_t number) {
    return {whom.key.publicKey(),     keyNumber(number).publicKey(),
            possession(whom, number), "Lost in a fire.",
            filled<Digest>(1),        {}};
  }
  wire::IssueClaim claim(const Person& about, std::string value = "DE") {
    return {about.key.publicKey(), "country", std::move(value),
            Nanoseconds(world.now().value + 1'000 * kSecond)};
  }
};

TEST_F(PeopleLies, AnEndedKeyDoesNothing) {
  done(holder(), wire::RotateKey{keyNumber(50).publicKey(), possession(holder(), 50)});
  world.run(holder(), AnyCommand(wire::SetNoticeAddress{"thief@example.com"}));
  EXPECT_TRUE(told([](auto&) {}).empty());
  expectOne(told(nothingFailed), std::nullopt);
  expectOne(told([](auto& results) {
              results[0].batchCode = static_cast<std::uint16_t>(ReasonCode::kUnknownAuthor);
            }),
            std::nullopt);
  world.run(with(holder(), 50), AnyCommand(wire::SetNoticeAddress{"me@example.com"}));
  expectOne(
      told([](auto& results) { results[0].batchCode = static_cast<std::uint16_t>(ReasonCode::kKeyEnded); }),
      std::nullopt);
}

TEST_F(PeopleLies, ABlockedIdentityDoesNothingAndIsNotResumed) {
  done(administrator(), wire::BlockIdentity{holder().key.publicKey(), "A forged passport.", {}},
       {administrator2()});
  world.run(holder(), AnyCommand(wire::SetNoticeAddress{"x"}));
  expectOne(told(nothingFailed), std::nullopt);
  expectNoticed(administrator(), wire::ResumeIdentity{holder().id});
  expectNoticed(compliance(), recovery(holder(), 50), {riskOfficer(), custodian()});
  expectNoticed(claimIssuer(), claim(holder()));
}

TEST_F(PeopleLies, NobodyTakesAKeyThatAnotherHolds) {
  const auto key = keyNumber(50).publicKey();
  expectNoticed(holder(), wire::AddKey{key, possession(holder2(), 50)});
  expectNoticed(holder(), wire::RotateKey{key, possession(holder2(), 50)});
  expectNoticed(holder(), wire::AddKey{holder2().key.publicKey(), {}});
  addKey(holder(), 50);
  done(holder(), wire::RevokeKey{key, {}});
  expectNoticed(holder(), wire::AddKey{key, possession(holder(), 50)});
  expectNoticed(administrator(), wire::RegisterIdentity{"somebody", key, 0});
}

TEST_F(PeopleLies, NoIdentityIsLeftWithoutAKeyOrHasTooMany) {
  expectNoticed(holder(), wire::RevokeKey{holder().key.publicKey(), {}});
  expectNoticed(administrator(), wire::RevokeKey{holder().key.publicKey(), {}}, {administrator2()});
  for (std::uint8_t number = 50; number < 57; ++number) addKey(holder(), number);
  expectNoticed(holder(), wire::AddKey{keyNumber(57).publicKey(), possession(holder(), 57)});
}

TEST_F(PeopleLies, AnothersKeyIsRevokedByTwo) {
  addKey(holder(), 50);
  const wire::RevokeKey order{holder().key.publicKey(), {}};
  expectNoticed(holder2(), order);
  expectNoticed(administrator(), order);
  expectNoticed(administrator(), order, {with(holder(), 50)});
}

TEST_F(PeopleLies, ARecoveryTakesTwoOfficersBesideItsAuthor) {
  const auto order = recovery(holder(), 50);
  expectNoticed(compliance(), order);
  expectNoticed(compliance(), order, {riskOfficer()});
  expectNoticed(compliance(), order, {custodian()});
  expectNoticed(administrator(), order, {riskOfficer(), custodian()});
  expectNoticed(compliance(), order, {riskOfficer(), custodian(), administrator()});
  expectNoticed(compliance(), recovery(administrator2(), 50), {riskOfficer(), custodian()});
  expectNoticed(compliance(), recovery(compliance(), 50), {riskOfficer(), custodian()});
}

/// One officer of both groups is one, with however many keys; beside another she is the second.
TEST_F(PeopleLies, PeopleAreCountedNotKeys) {
  done(administrator(), wire::GrantRoles{riskOfficer().key.publicKey(), maskOf(Role::kCustodian), "", {}},
       {administrator2()});
  addKey(riskOfficer(), 51);
  const auto order = recovery(holder(), 50);
  expectNoticed(compliance(), order, {riskOfficer()});
  expectNoticed(compliance(), order, {riskOfficer(), with(riskOfficer(), 51)});
  done(compliance(), order, {riskOfficer(), custodian()});
  expectOne(told(failure(0, ReasonCode::kApprovalMissing)), 0);
}

TEST_F(PeopleLies, ARecoveryIsToldWholeAndInItsOrder) {
  addKey(issuer(), 49);
  done(compliance(), recovery(issuer(), 50), {riskOfficer(), custodian()});
  const auto objections = [&](const auto& lie) { return objectionsTo(4, lie); };
  using Events = std::vector<wire::Event>;
  EXPECT_EQ(objections([](Events&) {}), 0U);
  EXPECT_EQ(objections([](Events& events) { std::swap(events[0], events[1]); }), 1U);
  EXPECT_EQ(objections([](Events& events) { std::swap(events[1], events[2]); }), 1U);
  EXPECT_EQ(objections([](Events& events) { events.erase(events.begin()); }), 1U) << "a key that lives on";
  EXPECT_EQ(objections([](Events& events) {
              std::get<wire::IdentityRecovered>(events[3].what).roles = maskOf(Role::kIssuer);
            }),
            1U)
      << "a duty that survived";
}

TEST_F(PeopleLies, NoIssueIsApprovedFromWithinOrWithABadWordBesideAGoodOne) {
  const auto terms = world.terms(world.propertyAsset("P", 7), "MORE", 5);
  expectNoticed(issuer(), terms, {compliance(), holder()});
  done(administrator(), wire::GrantRoles{compliance().key.publicKey(), 0, "harbour estates", {}},
       {administrator2()});
  expectNoticed(issuer(), terms, {compliance()});
}

TEST_F(PeopleLies, NoNamePassesForAnothers) {
  for (const char* name : {"ISSUER", "lssuer", "holder 2", " issuer", ""})
    expectNoticed(administrator(), wire::RegisterIdentity{name, keyNumber(50).publicKey(), 0});
  // And one that passes for nobody's is taken.
  done(administrator(), wire::RegisterIdentity{"Ann", keyNumber(50).publicKey(), 0});
  expectOne(told(failure(0, ReasonCode::kNameTaken)), 0);
  expectOne(told(failure(0, ReasonCode::kNameUnclear)), 0);
}

TEST_F(PeopleLies, NobodySaysForWhomSomebodyWorksAlone) {
  const wire::GrantRoles order{holder().key.publicKey(), 0, "Harbour Estates", {}};
  expectNoticed(administrator(), order);
  expectNoticed(administrator(), order, {compliance()});
}

TEST_F(PeopleLies, ClaimsAreOfOthersBoundedAndEnd) {
  expectNoticed(compliance(), claim(holder()));
  expectNoticed(claimIssuer(), claim(claimIssuer()));
  auto late = claim(holder());
  late.endsAt = Nanoseconds(world.now().value);
  expectNoticed(claimIssuer(), late);
  late.endsAt = Nanoseconds(world.now().value + 6 * 366 * 86'400 * kSecond);
  expectNoticed(claimIssuer(), late);
  expectNoticed(claimIssuer(), wire::RevokeClaim{holder().id, "country", "DE"});
  for (int at = 0; at < 16; ++at) done(claimIssuer(), claim(holder(), std::to_string(at)));
  expectNoticed(claimIssuer(), claim(holder(), "16"));
  done(claimIssuer(), claim(holder(), "3"));
  expectOne(told(failure(0, ReasonCode::kClaimLimit)), 0);
}

TEST_F(PeopleLies, WhomToBelieveTakesAnAdministratorAndAnApprovalIsGoodForOneExecution) {
  const wire::TrustClaimIssuer order{claimIssuer().key.publicKey(), "country", {}};
  expectNoticed(compliance(), order);
  expectNoticed(compliance(), order, {riskOfficer()});
  const auto first = world.approvedFor(compliance(), order, {administrator()});
  done(compliance(), first);
  const wire::DistrustClaimIssuer end{claimIssuer().id, "country", "A forgery."};
  expectNoticed(administrator(), end);
  done(compliance(), end);
  expectNoticed(compliance(), end);
  expectNoticed(compliance(), first);
  auto reviewerTrusted = order;
  reviewerTrusted.issuer = reviewer().key.publicKey();
  expectNoticed(compliance(), reviewerTrusted, {administrator()});
}

}  // namespace
}  // namespace aurigraph::audit
