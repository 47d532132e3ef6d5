// The auditor and the ledger must agree on each kind of command that may wait for the words of others, and on
// each end of one that does. What people do at random with them: people_agreement_test.cpp.

#include <gtest/gtest.h>

#include "tests/unit/audit/audited.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::Role;

/// The key's word that it is to be the holder's.
Signature possession(std::uint8_t number) {
  const auto key = keyNumber(number);
  return key.sign(wire::possessionDigest(testGenesis().digest(), holder().id, key.publicKey()));
}

/// So that nobody agrees on refusals alone.
TEST(Agreement, OnEachWayOfAProposal) {
  LedgerWorld world;
  const auto done = [&](const Person& author, const AnyCommand& command) {
    EXPECT_EQ(world.run(author, command), ReasonCode::kDone) << wire::nameOf(wire::kindOf(command));
  };
  const auto proposed = [&](const Person& author, auto command) {
    command.approvals.until = world.tomorrow();
    done(author, proposing(command));
    return wire::approvalDigest(world.genesisDigest(), author.key.publicKey(), command);
  };
  done(holder(), wire::AddKey{keyNumber(50).publicKey(), possession(50)});
  const PublicKey reviewers = reviewer().key.publicKey();
  const auto grant =
      proposed(administrator(), wire::GrantRoles{reviewers, maskOf(Role::kSeniorReviewer), "", {}});
  const auto revoke = proposed(administrator(), wire::RevokeRoles{reviewers, maskOf(Role::kReviewer), {}});
  const auto key = proposed(administrator2(), wire::RevokeKey{keyNumber(50).publicKey(), {}});
  const auto trust =
      proposed(compliance(), wire::TrustClaimIssuer{claimIssuer().key.publicKey(), "owner", {}});
  for (const Digest& each : {grant, revoke, key, trust}) done(administrator3(), wire::Endorse{each});

  const wire::RecoverIdentity lost{
      holder().key.publicKey(), keyNumber(51).publicKey(), possession(51), "Lost.", filled<Digest>(1), {}};
  const auto recovery = proposed(compliance(), lost);
  done(riskOfficer(), wire::Endorse{recovery});
  done(riskOfficer(), wire::Withdraw{recovery});
  done(custodian(), wire::Endorse{recovery});
  done(riskOfficer(), wire::Endorse{recovery});
  EXPECT_EQ(world.ledger().identityOf(keyNumber(51).publicKey()), holder().id);

  const PublicKey holders = holder2().key.publicKey();
  const auto taken = proposed(administrator(), wire::BlockIdentity{holders, "A forged passport.", {}});
  done(administrator(), wire::Withdraw{taken});
  const auto block = proposed(administrator(), wire::BlockIdentity{holders, "A forged passport.", {}});
  done(administrator2(), wire::Endorse{block});

  wire::RevokeRoles carried{reviewers, maskOf(Role::kSeniorReviewer), {}};
  carried.approvals.until = world.tomorrow();
  done(administrator(), proposing(carried));
  done(administrator(), world.approvedFor(administrator(), carried, {administrator2()}));

  proposed(administrator(), wire::GrantRoles{reviewers, maskOf(Role::kReviewer), "", {}});
  world.passTime(25 * 3'600);
  for (int quiet = 0; quiet < 8; ++quiet) world.apply(std::vector<Bytes>());
  Replay replay(testGenesis());
  EXPECT_EQ(textOf(replay.play(world.blocks())), "");
}

}  // namespace
}  // namespace aurigraph::audit
