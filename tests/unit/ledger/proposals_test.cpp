// What may wait for the words of others, for how long, how much of it, and that it is executed once.

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::AnyCommand;
using wire::maskOf;
using wire::Role;

class Proposals : public ProposalsTest {};

// ---- the way it should go ----

TEST_F(Proposals, WhatIsProposedIsExecutedAsItsAuthorsWhenTheLastWordComes) {
  const auto order = untilTomorrow(recovery());
  ASSERT_EQ(propose(compliance(), order), ReasonCode::kDone);
  const Digest id = idOf(compliance(), order);
  EXPECT_EQ(told<wire::Proposed>(),
            (std::vector{wire::Proposed{id, compliance().id, static_cast<std::uint16_t>(order.kKind),
                                        order.approvals.until}}));
  ASSERT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone);
  EXPECT_EQ(told<wire::Endorsed>(), (std::vector{wire::Endorsed{id, riskOfficer().id}}));
  EXPECT_TRUE(told<wire::ProposalExecuted>().empty());
  EXPECT_FALSE(recovered()) << "one word of two";
  ASSERT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
  ASSERT_EQ(told<wire::IdentityRecovered>().size(), 1U);
  EXPECT_EQ(told<wire::IdentityRecovered>().front().by, compliance().id);
  EXPECT_EQ(told<wire::ProposalExecuted>(), (std::vector{wire::ProposalExecuted{id, compliance().id}}));
  EXPECT_TRUE(std::holds_alternative<wire::ProposalExecuted>(world.outcomes().back().events.back().what))
      << "behind what it did";
}

TEST_F(Proposals, EachCommandThatNeedsTheWordsOfOthersMayWaitForThem) {
  ASSERT_EQ(run(holder(), addKey(holder(), 50)), ReasonCode::kDone);
  const Person someone = newcomer(60);
  const auto executed = [&](const Person& author, auto command, std::initializer_list<const Person*> words) {
    const Digest id = waiting(author, command);
    for (const Person* each : words) EXPECT_EQ(endorse(*each, id), ReasonCode::kDone) << command.kName;
    EXPECT_EQ(told<wire::ProposalExecuted>().size(), 1U) << command.kName;
  };
  executed(administrator(), grant(someone, Role::kReviewer), {&administrator2()});
  EXPECT_TRUE(isReviewer(someone));
  executed(administrator2(), revoke(someone, Role::kReviewer), {&administrator3()});
  EXPECT_FALSE(isReviewer(someone));
  executed(administrator(), wire::RevokeKey{keyNumber(50).publicKey(), {}}, {&administrator2()});
  EXPECT_EQ(world.ledger().keysOf(holder().id).size(), 1U);
  executed(compliance(), wire::TrustClaimIssuer{claimIssuer().key.publicKey(), "owner", {}},
           {&administrator()});
  EXPECT_TRUE(world.ledger().isTrusted(claimIssuer().id, "owner"));
  executed(compliance(), recovery(), {&custodian(), &riskOfficer()});
  EXPECT_TRUE(recovered());
  executed(administrator3(), block(someone), {&administrator()});
  EXPECT_TRUE(world.ledger().identity(someone.id)->isBlocked());
}

// ---- ends ----

TEST_F(Proposals, ItsLastInstantIsWithinAndTheNextOneIsNot) {
  auto order = block(holder());
  // The next block comes a millisecond from now, the second one ten seconds later.
  order.approvals.until = Nanoseconds(world.now().value + 10 * kSecond + 2'000'000);
  const Digest late = waiting(administrator(), order);
  world.passTime(10);
  const Digest other = waiting(administrator(), block(holder2()));
  EXPECT_EQ(world.now(), order.approvals.until);
  EXPECT_EQ(endorse(administrator2(), late), ReasonCode::kProposalUnknown);
  EXPECT_EQ(withdraw(administrator(), late), ReasonCode::kProposalUnknown);
  EXPECT_FALSE(world.ledger().identity(holder().id)->isBlocked());
  EXPECT_EQ(endorse(administrator2(), other), ReasonCode::kDone);

  order.approvals.until = Nanoseconds(world.now().value + 10 * kSecond + 2'000'000);
  const Digest inTime = waiting(administrator(), order);
  world.passTime(10);
  EXPECT_EQ(endorse(administrator2(), inTime), ReasonCode::kDone);
  EXPECT_EQ(world.now(), order.approvals.until);
}

TEST_F(Proposals, WordsAreGoodForThreeDaysAtMost) {
  auto order = block(holder());
  order.approvals.until = Nanoseconds(world.inHours(72).value + 1'000'001);
  EXPECT_EQ(propose(administrator(), order), ReasonCode::kApprovalTooLong);
  order.approvals.until = Nanoseconds(world.inHours(72).value + 1'000'001);
  EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kApprovalTooLong);
  order.approvals.until = Nanoseconds(world.inHours(72).value + 1'000'000);
  EXPECT_EQ(propose(administrator(), order), ReasonCode::kDone);
  for (const Nanoseconds past : {Nanoseconds(0), Nanoseconds(world.now().value), Nanoseconds(-1),
                                 Nanoseconds(std::numeric_limits<std::int64_t>::min())}) {
    order.approvals.until = past;
    EXPECT_EQ(propose(administrator(), order), ReasonCode::kApprovalEnded);
    if (past == Nanoseconds()) continue;  // the fixture would choose one
    EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kApprovalEnded);
  }
  order.approvals.until = Nanoseconds(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(propose(administrator(), order), ReasonCode::kApprovalTooLong);
}

TEST_F(Proposals, ItsAuthorTakesItBack) {
  const Digest id = waiting(administrator(), block(holder()));
  EXPECT_EQ(withdraw(administrator2(), id), ReasonCode::kPermissionMissing) << "whoever did not endorse it";
  EXPECT_EQ(withdraw(holder(), id), ReasonCode::kPermissionMissing);
  ASSERT_EQ(withdraw(administrator(), id), ReasonCode::kDone);
  EXPECT_EQ(told<wire::ProposalWithdrawn>(), std::vector{wire::ProposalWithdrawn{id}});
  EXPECT_EQ(withdraw(administrator(), id), ReasonCode::kProposalUnknown);
  EXPECT_EQ(endorse(administrator2(), id), ReasonCode::kProposalUnknown);
  EXPECT_FALSE(world.ledger().identity(holder().id)->isBlocked());
}

TEST_F(Proposals, WhatWasTakenBackHasNoWordsWhenItComesAgain) {
  const auto order = untilTomorrow(recovery());
  const Digest id = waiting(compliance(), order);
  ASSERT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_EQ(world.run(compliance(), {AnyCommand(wire::Withdraw{id}), proposing(order)}),
            (std::vector{ReasonCode::kDone, ReasonCode::kApprovalUsed}))
      << "not in the same breath";
  ASSERT_EQ(propose(compliance(), order), ReasonCode::kDone);
  ASSERT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone);
  EXPECT_FALSE(recovered());
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
}

TEST_F(Proposals, AnEndorserTakesHisWordBackAndGivesItAgain) {
  const Digest id = waiting(compliance(), recovery());
  ASSERT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_EQ(withdraw(riskOfficer(), id), ReasonCode::kPermissionMissing);
  ASSERT_EQ(withdraw(custodian(), id), ReasonCode::kDone);
  EXPECT_EQ(told<wire::EndorsementWithdrawn>(),
            (std::vector{wire::EndorsementWithdrawn{id, custodian().id}}));
  EXPECT_EQ(withdraw(custodian(), id), ReasonCode::kPermissionMissing);
  ASSERT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone);
  EXPECT_FALSE(recovered());
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
}

// ---- once ----

TEST_F(Proposals, NothingIsExecutedTwiceByTheSameWords) {
  const Person someone = newcomer(60);
  const auto order = untilTomorrow(grant(someone, Role::kReviewer));
  const Digest id = waiting(administrator(), order);
  ASSERT_EQ(endorse(administrator2(), id), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), revoke(someone, Role::kReviewer), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(endorse(administrator3(), id), ReasonCode::kProposalUnknown);
  EXPECT_EQ(withdraw(administrator2(), id), ReasonCode::kProposalUnknown);
  EXPECT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kApprovalUsed);
  EXPECT_EQ(run(administrator(), order, {&administrator3()}), ReasonCode::kApprovalUsed);
  EXPECT_EQ(propose(administrator(), order), ReasonCode::kApprovalUsed);
  EXPECT_FALSE(isReviewer(someone));
}

TEST_F(Proposals, WhatIsCarriedAlongIsOverOnTheLedgerToo) {
  const Person someone = newcomer(60);
  const auto order = untilTomorrow(grant(someone, Role::kReviewer));
  const Digest id = waiting(administrator(), order);
  ASSERT_EQ(run(administrator(), order, {&administrator2()}), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), revoke(someone, Role::kReviewer), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(endorse(administrator3(), id), ReasonCode::kProposalUnknown);
  EXPECT_EQ(propose(administrator(), order), ReasonCode::kApprovalUsed);
  EXPECT_FALSE(isReviewer(someone));
}

TEST_F(Proposals, WhatWasRefusedUsesNoWordsUp) {
  const auto order = approved(administrator(), grant(reviewer(), Role::kSeniorReviewer), {&administrator2()});
  ASSERT_EQ(run(administrator2(), grant(reviewer(), Role::kSeniorReviewer), {&administrator3()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), order), ReasonCode::kRolesDiffer);
  ASSERT_EQ(run(administrator2(), revoke(reviewer(), Role::kSeniorReviewer), {&administrator3()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(administrator(), order), ReasonCode::kDone);
}

/// The attack: another one orders what was approved for somebody else.
TEST_F(Proposals, WordsAreForTheirAuthorAndHisKeyAlone) {
  const auto order = untilTomorrow(block(holder()));
  const auto forFirst = approved(administrator(), order, {&administrator2()});
  EXPECT_EQ(run(administrator3(), forFirst), ReasonCode::kApprovalBad);
  ASSERT_EQ(run(administrator(), addKey(administrator(), 50)), ReasonCode::kDone);
  EXPECT_EQ(run(with(administrator(), 50), forFirst), ReasonCode::kApprovalBad);

  const Digest ofOne = waiting(compliance(), recovery());
  ASSERT_EQ(endorse(custodian(), ofOne), ReasonCode::kDone);
  const Person officer = newcomer(60);
  ASSERT_EQ(run(administrator(), grant(officer, Role::kCompliance), {&administrator2()}), ReasonCode::kDone);
  world.passTime(24 * kHour);
  const Digest ofAnother = waiting(officer, recovery());
  EXPECT_NE(ofOne, ofAnother);
  ASSERT_EQ(endorse(riskOfficer(), ofAnother), ReasonCode::kDone);
  EXPECT_FALSE(recovered()) << "the words of one are not counted with those of the other";
}

TEST_F(Proposals, AnotherEndIsAnotherProposal) {
  auto order = untilTomorrow(recovery());
  const Digest first = waiting(compliance(), order);
  ASSERT_EQ(endorse(custodian(), first), ReasonCode::kDone);
  ++order.approvals.until.value;
  const Digest second = waiting(compliance(), order);
  ASSERT_EQ(endorse(riskOfficer(), second), ReasonCode::kDone);
  EXPECT_FALSE(recovered());
  auto longer = approved(administrator(), block(holder2()), {&administrator2()});
  ++longer.approvals.until.value;
  EXPECT_EQ(run(administrator(), longer), ReasonCode::kApprovalBad);
}

// ---- what may wait ----

TEST_F(Proposals, OnlyACommandThatTakesTheWordsOfOthersAndHasNoneMayWait) {
  const auto order = untilTomorrow(block(holder()));
  auto longer = proposing(order);
  longer.payload.push_back(0);
  auto cut = proposing(order);
  cut.payload.pop_back();
  auto empty = proposing(order);
  empty.payload.clear();
  auto ofNoKind = proposing(order);
  ofNoKind.kind = 9'999;
  auto ofAnotherKind = proposing(order);
  ofAnotherKind.kind = static_cast<std::uint16_t>(wire::RecoverIdentity::kKind);
  auto issue = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  const wire::Transfer moved = world.transfer(issuer(), holder(), world.propertyToken(10, 0, "OTHER", 2), 1);
  Bytes transfer(sizeof(moved));
  std::memcpy(transfer.data(), &moved, sizeof(moved));
  for (const wire::Propose& each :
       {longer, cut, empty, ofNoKind, ofAnotherKind, proposing(wire::SetNoticeAddress{"x"}),
        proposing(approved(administrator(), order, {&administrator2()})), proposing(proposing(order)),
        proposing(wire::Endorse{filled<Digest>(1)}), wire::Propose{0, transfer},
        wire::Propose{static_cast<std::uint16_t>(wire::BlockIdentity::kKind), transfer}, wire::Propose{}})
    EXPECT_EQ(run(administrator(), each), ReasonCode::kProposalBad) << each.kind;
  EXPECT_EQ(propose(issuer(), untilTomorrow(issue)), ReasonCode::kProposalBad)
      << "its proof shows its approvals";
  wire::Propose large = proposing(order);
  large.payload.resize(wire::kMaxProposedBytes + 1);
  EXPECT_EQ(run(administrator(), large), ReasonCode::kMalformed);
}

TEST_F(Proposals, WhoMightNotOrderItDoesNotProposeIt) {
  EXPECT_EQ(propose(compliance(), untilTomorrow(block(holder()))), ReasonCode::kPermissionMissing);
  EXPECT_EQ(propose(administrator(), untilTomorrow(recovery())), ReasonCode::kPermissionMissing);
  EXPECT_EQ(propose(holder(), untilTomorrow(block(holder2()))), ReasonCode::kPermissionMissing);
  EXPECT_EQ(propose(administrator(), untilTomorrow(block(administrator()))), ReasonCode::kOwnRoles);
  EXPECT_EQ(propose(administrator(), untilTomorrow(grant(reviewer(), Role::kIssuer))),
            ReasonCode::kForbiddenRolePair);
}

TEST_F(Proposals, WhatNeedsNobodysWordDoesNotWait) {
  EXPECT_EQ(propose(administrator(), untilTomorrow(grant(reviewer(), Role::kHolder))),
            ReasonCode::kProposalNeedsNobody);
  ASSERT_EQ(run(holder(), addKey(holder(), 50)), ReasonCode::kDone);
  EXPECT_EQ(propose(holder(), untilTomorrow(wire::RevokeKey{keyNumber(50).publicKey(), {}})),
            ReasonCode::kProposalNeedsNobody);
}

TEST_F(Proposals, AnUnknownOneIsNeitherEndorsedNorTakenBack) {
  EXPECT_EQ(endorse(administrator(), filled<Digest>(7)), ReasonCode::kProposalUnknown);
  EXPECT_EQ(withdraw(administrator(), filled<Digest>(7)), ReasonCode::kProposalUnknown);
}

// ---- bounds ----

/// The attack: one author fills the table, so that nobody's words find a place.
TEST_F(Proposals, AnAuthorHasSixtyFourAtMostWithWhicheverKeys) {
  ASSERT_EQ(run(administrator(), addKey(administrator(), 50)), ReasonCode::kDone);
  std::vector<Digest> all;
  for (int at = 0; at < 64; ++at)
    all.push_back(waiting(administrator(), block(holder(), std::to_string(at))));
  const auto next = untilTomorrow(block(holder2()));
  EXPECT_EQ(propose(administrator(), next), ReasonCode::kProposalLimit);
  EXPECT_EQ(propose(with(administrator(), 50), next), ReasonCode::kProposalLimit);
  EXPECT_EQ(propose(administrator2(), next), ReasonCode::kDone) << "another's are his own";
  ASSERT_EQ(endorse(administrator2(), all.back()), ReasonCode::kDone);
  EXPECT_EQ(propose(administrator(), next), ReasonCode::kProposalLimit)
      << "executed it is known as long as its words could come again";
  ASSERT_EQ(withdraw(administrator(), all.front()), ReasonCode::kDone);
  for (int quiet = 0; quiet < 20; ++quiet) world.apply(std::vector<Bytes>());
  EXPECT_EQ(propose(administrator(), next), ReasonCode::kDone) << "what was taken back is let go";
}

TEST_F(Proposals, AProposalTakesEightWordsAtMost) {
  std::vector<Person> custodians;
  for (std::uint8_t number = 50; number < 58; ++number) {
    custodians.push_back(newcomer(number));
    ASSERT_EQ(run(administrator(), grant(custodians.back(), Role::kCustodian), {&administrator2()}),
              ReasonCode::kDone);
  }
  world.passTime(24 * kHour);  // until then, who registered them made them one word
  const Digest id = waiting(compliance(), recovery());
  for (const Person& each : custodians) ASSERT_EQ(endorse(each, id), ReasonCode::kDone);
  EXPECT_EQ(endorse(custodian(), id), ReasonCode::kProposalLimit);
  EXPECT_EQ(endorse(riskOfficer(), id), ReasonCode::kProposalLimit);
  ASSERT_EQ(withdraw(custodians.front(), id), ReasonCode::kDone);
  EXPECT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone);
  EXPECT_TRUE(recovered());
}

TEST_F(Proposals, WhatEndedIsLetGoAndItsPlaceIsTakenAgain) {
  Limits limits;
  limits.maxRows = 2;
  LedgerWorld narrow(testGenesis(), limits);
  for (int day = 0; day < 5; ++day) {
    const auto propose = [&](const Person& whom) {
      auto order = block(whom);
      order.approvals.until = narrow.inHours(1);
      return narrow.run(administrator(), AnyCommand(proposing(order)));
    };
    ASSERT_EQ(propose(holder()), ReasonCode::kDone) << day;
    ASSERT_EQ(propose(holder2()), ReasonCode::kDone) << day;
    EXPECT_EQ(propose(issuer()), ReasonCode::kStateFull) << day;
    narrow.passTime(2 * kHour);
  }
}

/// What was carried along is remembered as long as it could come again.
TEST_F(Proposals, WhatUsedItsWordsUpIsLetGoOnlyWhenTheyHaveEnded) {
  Limits limits;
  limits.maxRows = 1;
  LedgerWorld narrow(testGenesis(), limits);
  const PublicKey key = reviewer().key.publicKey();
  const auto carried = [&](auto command) {
    return narrow.run(administrator(),
                      AnyCommand(narrow.approvedFor(administrator(), command, {administrator2()})));
  };
  const wire::GrantRoles give{key, maskOf(Role::kSeniorReviewer), "", {}};
  const wire::RevokeRoles take{key, maskOf(Role::kSeniorReviewer), {}};
  ASSERT_EQ(carried(give), ReasonCode::kDone);
  narrow.passTime(23 * kHour);
  EXPECT_EQ(carried(take), ReasonCode::kStateFull);
  narrow.passTime(2 * kHour);
  EXPECT_EQ(carried(take), ReasonCode::kDone);
}

}  // namespace
}  // namespace aurigraph::ledger
