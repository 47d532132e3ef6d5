// What takes several people is not done by one, with whatever keys and people of his own making.

#include "tests/attacks/attacked_cluster.h"

namespace aurigraph::attacks {
namespace {

class FourEyes : public Attack {
 protected:
  static crypto::SigningKey person(std::string_view name) { return attacked().person(name); }
  /// With the words of these that it is `author`'s to order.
  template <class Command>
  static Command approved(Command command, const crypto::SigningKey& author,
                          const std::vector<crypto::SigningKey>& approvers) {
    command.approvals.until = wallIn(1h);
    for (const auto& each : approvers)
      wire::addApproval(command, attacked().genesis(), author.publicKey(), each);
    return command;
  }
  static wire::GrantRoles grant(const PublicKey& whom, wire::Role role) {
    return {whom, maskOf(role), "", {}};
  }
  IdentityId identityOf(const crypto::SigningKey& key) { return api().identityOf(key.publicKey()).value(); }
  Signature possession(const crypto::SigningKey& of, const crypto::SigningKey& fresh) {
    return fresh.sign(wire::possessionDigest(attacked().genesis(), identityOf(of), fresh.publicKey()));
  }
  /// Somebody without a role, made by the first administrator.
  crypto::SigningKey newcomer() {
    EXPECT_EQ(codeWhen(person("administrator"), stranger()), "done");
    return lastStrangersKey();
  }
};

TEST_F(FourEyes, OneAdministratorCannotMakePeopleWhoAct) {
  const auto administrator = person("administrator");
  for (std::uint8_t at = 0; at < wire::kRoleCount; ++at) {
    const auto role = static_cast<wire::Role>(at);
    if (dutyOf(role) == wire::Duty::kNone) continue;
    auto acting = stranger();
    acting.roles = maskOf(role);
    EXPECT_EQ(codeWhen(administrator, acting), "identity.duty_needs_grant") << wire::nameOf(role);
  }
  const auto puppet = newcomer();
  for (std::uint8_t at = 0; at < wire::kRoleCount; ++at) {
    const auto role = static_cast<wire::Role>(at);
    if (dutyOf(role) == wire::Duty::kNone) continue;
    EXPECT_EQ(codeWhen(administrator, grant(puppet.publicKey(), role)), "approval.missing")
        << wire::nameOf(role);
  }
  EXPECT_EQ(codeWhen(puppet, stranger()), "permission.missing");
}

TEST_F(FourEyes, NobodyApprovesHisOwnOrder) {
  const auto administrator = person("administrator");
  const auto wanted = grant(newcomer().publicKey(), wire::Role::kCompliance);
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {administrator})), "approval.own");
  // Nor with another key of his.
  const auto second = test::keyNumber(0xA1);
  ASSERT_EQ(codeWhen(administrator, wire::AddKey{second.publicKey(), possession(administrator, second)}),
            "done");
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {second})), "approval.own");
  // Nor with the word of somebody who has none, or for other terms, or for another author.
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {person("issuer")})), "approval.bad");
  auto more = approved(wanted, administrator, {person("administrator-2")});
  more.roles = maskOf(wire::Role::kAdministrator);
  EXPECT_EQ(codeWhen(administrator, more), "approval.bad");
  EXPECT_EQ(codeWhen(administrator, approved(wanted, person("administrator-3"), {person("administrator-2")})),
            "approval.bad");
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {person("administrator-2")})), "done");
}

TEST_F(FourEyes, AnApproverIsNotOnesOwnCreation) {
  const auto administrator = person("administrator");
  const auto creature = newcomer();
  ASSERT_EQ(codeWhen(administrator, approved(grant(creature.publicKey(), wire::Role::kAdministrator),
                                             administrator, {person("administrator-2")})),
            "done");
  const auto wanted = grant(newcomer().publicKey(), wire::Role::kCompliance);
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {creature})), "approval.related");
  EXPECT_EQ(codeWhen(creature, approved(wanted, creature, {administrator})), "approval.related");
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {person("administrator-2")})), "done")
      << "else it may have been something else";
}

TEST_F(FourEyes, NobodyHasTwoDuties) {
  const auto administrator = person("administrator");
  const auto both = [&](std::string_view whom, wire::Role role) {
    return codeWhen(administrator, approved(grant(person(whom).publicKey(), role), administrator,
                                            {person("administrator-2")}));
  };
  EXPECT_EQ(both("issuer", wire::Role::kSlimNode), "identity.forbidden_roles");
  EXPECT_EQ(both("issuer", wire::Role::kTreasurer), "identity.forbidden_roles");
  EXPECT_EQ(both("compliance", wire::Role::kReviewer), "identity.forbidden_roles");
  EXPECT_EQ(both("reviewer", wire::Role::kSlimNode), "identity.forbidden_roles");
  EXPECT_EQ(both("administrator-3", wire::Role::kIssuer), "identity.forbidden_roles");
}

TEST_F(FourEyes, AStolenKeyEnds) {
  const auto stolen = person("treasurer");
  const auto fresh = test::keyNumber(0xA2);
  ASSERT_EQ(codeWhen(stolen, wire::RotateKey{fresh.publicKey(), possession(stolen, fresh)}), "done");
  EXPECT_EQ(codeWhen(stolen, wire::OpenAccount{IdentityId(1), TokenId(1)}), "batch.key_ended");
  EXPECT_NE(codeWhen(fresh, wire::OpenAccount{IdentityId(1), TokenId(1)}), "batch.key_ended");
  auto again = stranger();
  again.key = stolen.publicKey();
  EXPECT_EQ(codeWhen(person("administrator"), again), "identity.key_taken") << "it is nobody's for ever";
}

TEST_F(FourEyes, OneAdministratorStopsAThiefAtOnce) {
  const auto administrator = person("administrator");
  const auto stolen = person("administrator-3");
  const auto wanted = grant(newcomer().publicKey(), wire::Role::kReviewer);
  ASSERT_EQ(codeWhen(administrator, wire::SuspendIdentity{identityOf(stolen), 3'600, "A stolen key."}),
            "done");
  EXPECT_EQ(codeWhen(stolen, stranger()), "batch.author_suspended");
  EXPECT_EQ(codeWhen(administrator, approved(wanted, administrator, {stolen})), "approval.bad");
  EXPECT_EQ(codeWhen(administrator, wire::ResumeIdentity{identityOf(stolen)}), "done");
  EXPECT_EQ(codeWhen(stolen, stranger()), "done");
}

TEST_F(FourEyes, WhatIsKnownOfAnObjectTakesThreePeople) {
  const auto author = person("operator");
  const auto wanted = test::adopting("four-eyes:1", wire::FactName::kAssetStopped, "no");
  EXPECT_EQ(codeWhen(author, wanted), "approval.missing");
  EXPECT_EQ(codeWhen(author, approved(wanted, author, {person("risk-officer")})), "approval.missing");
  EXPECT_EQ(codeWhen(author, approved(wanted, author, {person("issuer"), person("compliance")})),
            "approval.bad");
  for (const char* other : {"administrator", "issuer", "compliance", "risk-officer"})
    EXPECT_EQ(codeWhen(person(other), wanted), "permission.missing") << other;
  EXPECT_EQ(codeWhen(attacked().slimKey(), wanted), "permission.missing");
  EXPECT_EQ(codeWhen(author, approved(wanted, author, {person("risk-officer"), person("compliance")})),
            "done");
}

TEST_F(FourEyes, HowFarASourceIsBelievedTakesThreePeople) {
  const auto author = person("operator");
  wire::AdoptSource wanted{poorSource(), {}};
  wanted.terms.tier = wire::SourceTier::kRegistryOfRecord;
  EXPECT_EQ(codeWhen(author, wanted), "approval.missing");
  EXPECT_EQ(codeWhen(author, approved(wanted, author, {person("compliance")})), "approval.missing");
  EXPECT_EQ(codeWhen(attacked().slimKey(), wanted), "permission.missing");
  EXPECT_EQ(codeWhen(person("issuer"), wanted), "permission.missing");
  wanted.terms.origin = wire::Origin::kReal;
  EXPECT_EQ(codeWhen(author, approved(wanted, author, {person("risk-officer"), person("compliance")})),
            "source.origin");
}

}  // namespace
}  // namespace aurigraph::attacks
