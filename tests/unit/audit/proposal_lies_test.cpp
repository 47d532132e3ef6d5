// What the ledger could let somebody do with the words of others must be noticed.

#include <gtest/gtest.h>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::Role;

class ProposalLies : public Lies {
 protected:
  wire::BlockIdentity block(const Person& whom, std::int64_t hours = 24) const {
    wire::BlockIdentity out{whom.key.publicKey(), "A forged passport.", {}};
    out.approvals.until = world.inHours(hours);
    return out;
  }
  wire::RecoverIdentity recovery() const {
    const auto key = keyNumber(60);
    const Signature word =
        key.sign(wire::possessionDigest(world.genesisDigest(), holder().id, key.publicKey()));
    wire::RecoverIdentity out{holder().key.publicKey(), key.publicKey(),   word,
                              "Lost in a fire.",        filled<Digest>(1), {}};
    out.approvals.until = world.inHours(24);
    return out;
  }
  Digest idOf(const Person& author, const AnyCommand& command) const {
    return wire::approvalDigest(world.genesisDigest(), author.key.publicKey(), command);
  }
  Digest propose(const Person& author, const AnyCommand& command) {
    done(author, proposing(command));
    return idOf(author, command);
  }
  /// How many objections there are when the last block's events are told so.
  template <class Lie>
  std::size_t objectionsTo(Lie lie) {
    Replay replay(world.ledger().genesis());
    const auto& blocks = world.blocks();
    for (std::size_t at = 0; at + 1 < blocks.size(); ++at)
      EXPECT_EQ(textOf(replay.auditor.apply(blocks[at], replay.outcome(blocks[at])).objections), "");
    auto outcome = replay.outcome(blocks.back());
    lie(outcome.events);
    return replay.auditor.apply(blocks.back(), outcome).objections.size();
  }
};

TEST_F(ProposalLies, WordsEndAndAreOfOneAuthorAndAreUsedOnce) {
  expectNoticed(administrator(), block(holder(), 0), {administrator2()});
  expectNoticed(administrator(), block(holder(), 73), {administrator2()});
  const auto order = block(holder());
  expectNoticed(administrator(), AnyCommand(world.approvedFor(administrator3(), order, {administrator2()})));
  const PublicKey key = reviewer().key.publicKey();
  const auto grant = world.approvedFor(
      administrator(), wire::GrantRoles{key, maskOf(Role::kSeniorReviewer), "", {}}, {administrator2()});
  done(administrator(), AnyCommand(grant));
  done(administrator(), wire::RevokeRoles{key, maskOf(Role::kSeniorReviewer), {}}, {administrator2()});
  expectNoticed(administrator(), AnyCommand(grant));
}

TEST_F(ProposalLies, NothingIsProposedThatMayNotWait) {
  auto issue = world.terms(world.propertyAsset("P", 7), "MORE", 5);
  issue.approvals.until = world.inHours(24);
  expectNoticed(issuer(), proposing(issue));
  expectNoticed(administrator(), proposing(proposing(block(holder()))));
  expectNoticed(administrator(),
                proposing(world.approvedFor(administrator(), block(holder()), {administrator2()})));
  expectNoticed(administrator(), wire::Propose{9'999, {1}});
  expectNoticed(compliance(), proposing(block(holder())));
  expectNoticed(administrator(), proposing(block(administrator())));
  expectNoticed(administrator(), proposing(block(holder(), -1)));
  expectNoticed(administrator(), proposing(block(holder(), 73)));
  wire::GrantRoles alone{reviewer().key.publicKey(), maskOf(Role::kHolder), "", {}};
  alone.approvals.until = world.inHours(24);
  expectNoticed(administrator(), proposing(alone));
}

TEST_F(ProposalLies, NobodyHasSixtyFiveOrProposesTheSameTwice) {
  auto order = block(holder());
  for (int at = 0; at < 64; ++at) {
    order.reason = std::to_string(at);
    done(administrator(), proposing(order));
  }
  expectNoticed(administrator(), proposing(order));
  order.reason = "One more.";
  expectNoticed(administrator(), proposing(order));
  done(administrator2(), proposing(order));
  expectOne(told(failure(0, ReasonCode::kProposalLimit)), 0);
}

TEST_F(ProposalLies, OnlyTheWordOfSomebodyElseWhoMayCountsAndOnce) {
  expectNoticed(administrator(), wire::Endorse{filled<Digest>(7)});
  const Digest proposal = propose(compliance(), recovery());
  expectNoticed(compliance(), wire::Endorse{proposal});
  expectNoticed(holder(), wire::Endorse{proposal});
  expectNoticed(administrator(), wire::Endorse{proposal});
  const auto second = keyNumber(61);
  const Signature word =
      second.sign(wire::possessionDigest(world.genesisDigest(), custodian().id, second.publicKey()));
  done(custodian(), wire::AddKey{second.publicKey(), word});
  done(custodian(), wire::Endorse{proposal});
  // Said again, with whichever key, it is one word.
  done({custodian().name, custodian().id, second}, wire::Endorse{proposal});
  EXPECT_EQ(objectionsTo([](auto& events) {
              const auto cause = events[0].cause;
              events.push_back({cause, wire::ProposalExecuted{filled<Digest>(1), compliance().id}});
            }),
            1U)
      << "one person's two words do not execute it";
  done(riskOfficer(), wire::Endorse{proposal});
  expectOne(told(failure(0, ReasonCode::kApprovalMissing)), 0);
}

TEST_F(ProposalLies, WhatIsOverIsOver) {
  const Digest taken = propose(administrator(), block(holder()));
  expectNoticed(holder(), wire::Withdraw{taken});
  done(administrator(), wire::Withdraw{taken});
  expectNoticed(administrator2(), wire::Endorse{taken});
  expectNoticed(administrator(), wire::Withdraw{taken});

  const auto order = block(holder2());
  const Digest executed = propose(administrator(), order);
  done(administrator2(), wire::Endorse{executed});
  expectNoticed(administrator3(), wire::Endorse{executed});
  expectNoticed(administrator(), order, {administrator2()});
  expectNoticed(administrator(), proposing(order));

  const Digest ended = propose(administrator(), block(reviewer2(), 1));
  world.passTime(3'600);
  expectNoticed(administrator2(), wire::Endorse{ended});
}

TEST_F(ProposalLies, AnAuthorWhoMayNotAnyMoreOrdersNothing) {
  const Digest proposal = propose(compliance(), recovery());
  done(custodian(), wire::Endorse{proposal});
  done(administrator(), wire::SuspendIdentity{compliance().id, 60, "A drill."});
  expectNoticed(riskOfficer(), wire::Endorse{proposal});
  done(administrator2(), wire::ResumeIdentity{compliance().id});
  done(administrator(), wire::RevokeRoles{compliance().key.publicKey(), maskOf(Role::kCompliance), {}},
       {administrator2()});
  expectNoticed(riskOfficer(), wire::Endorse{proposal});
}

/// The words of both groups stand there, but one of them is nobody's now.
TEST_F(ProposalLies, AVoidWordCompletesNothing) {
  const Digest proposal = propose(compliance(), recovery());
  done(custodian(), wire::Endorse{proposal});
  done(administrator(), wire::SuspendIdentity{custodian().id, 60, "A drill."});
  done(riskOfficer(), wire::Endorse{proposal});
  EXPECT_EQ(world.ledger().identityOf(holder().key.publicKey()), holder().id);
  using Events = std::vector<wire::Event>;
  EXPECT_EQ(objectionsTo([](Events&) {}), 0U);
  EXPECT_EQ(objectionsTo([&](Events& events) {
              events.push_back({events.back().cause, wire::ProposalExecuted{proposal, compliance().id}});
            }),
            1U);
}

TEST_F(ProposalLies, AnExecutionIsToldWholeAndAsTheAuthors) {
  const Digest proposal = propose(administrator(), block(holder()));
  done(administrator2(), wire::Endorse{proposal});
  using Events = std::vector<wire::Event>;
  EXPECT_EQ(objectionsTo([](Events& events) { EXPECT_EQ(events.size(), 3U); }), 0U);
  EXPECT_EQ(objectionsTo([](Events& events) { events.pop_back(); }), 1U) << "as if it still waited";
  EXPECT_EQ(objectionsTo([](Events& events) { events.erase(events.begin()); }), 1U)
      << "as if nothing was done";
  EXPECT_EQ(objectionsTo([](Events& events) {
              std::get<wire::IdentityBlocked>(events.front().what).by = administrator2().id;
            }),
            1U)
      << "as if the last word's giver had ordered it";
}

}  // namespace
}  // namespace aurigraph::audit
