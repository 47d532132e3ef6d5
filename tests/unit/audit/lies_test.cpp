// Each kind of lie about a block that the ledger could tell must be noticed, and named where it was told.

#include <gtest/gtest.h>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::Transfer;

TEST_F(Lies, WhatHappenedIsToldWholeInOrderAndOfWhatItWas) {
  world.run(issuer(), {wire::OpenAccount{holder2().id, token}, wire::OpenAccount{holder().id, token}});
  const auto objections = [&](const auto& lie) { return objectionsTo(2, lie); };
  using Events = std::vector<wire::Event>;
  EXPECT_EQ(objections([](Events&) {}), 0U);
  EXPECT_EQ(objections([](Events& events) { events.pop_back(); }), 1U);
  EXPECT_EQ(objections([](Events& events) { events.push_back(events.back()); }), 1U);
  EXPECT_EQ(objections([](Events& events) { std::swap(events[0], events[1]); }), 1U);
  EXPECT_EQ(objections([](Events& events) { events[1].cause.index = 0; }), 1U);
  EXPECT_EQ(objections([](Events& events) { events[0].cause.kind = wire::CauseKind::kTimer; }), 1U);
  EXPECT_EQ(objections([](Events& events) { std::get<wire::AccountOpened>(events[0].what).account += 1; }),
            1U);
}

TEST_F(Lies, WhatWasNotThereDidNotMove) {
  world.run(issuer(), pay(1'001));
  expectOne(told(nothingFailed), 0);
}

TEST_F(Lies, NobodyMovesWhatIsNotTheirs) {
  world.run(holder(), pay(1));
  expectOne(told(nothingFailed), 0);
}

TEST_F(Lies, AGoodTransferIsNotRefused) {
  world.run(issuer(), pay(1'000));
  for (const ReasonCode code :
       {ReasonCode::kInsufficient, ReasonCode::kHeld, ReasonCode::kFrozen, ReasonCode::kPaused,
        ReasonCode::kRecordMalformed, ReasonCode::kStateFull, ReasonCode::kLinkedFailed})
    expectOne(told(failure(0, code)), 0);
}

TEST_F(Lies, AnUntrueReasonIsNoReason) {
  world.run(issuer(), pay(1'001));
  EXPECT_TRUE(told(failure(0, ReasonCode::kInsufficient)).empty());
  expectOne(told(failure(0, ReasonCode::kHeld)), 0);
  expectOne(told(failure(0, ReasonCode::kNotYourAccount)), 0);
}

TEST_F(Lies, NoTokenHasRulesThatRefuse) {
  world.run(issuer(), pay(1'001));
  expectOne(told([](auto& results) { results[0].failures[0].reasonMask = 4; }), std::nullopt);
}

TEST_F(Lies, ABatchIsExecutedOnce) {
  const Bytes batch = world.transfers(issuer(), {pay(1)});
  world.apply({batch, world.transfers(holder(), {pay(1)})});
  world.apply({batch});
  expectOne(told(nothingFailed), std::nullopt);
}

TEST_F(Lies, ARepeatInTheSameBlockIsNone) {
  const Bytes batch = world.transfers(issuer(), {pay(1)});
  world.apply({batch, batch});
  const auto objections = told([](auto& results) { results[1] = results[0]; });
  ASSERT_EQ(objections.size(), 1U);
  EXPECT_EQ(objections[0].batch, 1U);
}

TEST_F(Lies, AGapIsNotJumpedAndAClosedSessionStaysClosed) {
  auto draft = world.draft(issuer());
  const std::vector<Transfer> one = {pay(1)};
  draft.request = RequestNumber(draft.request.value + 1);
  world.apply({wire::signTransfers(draft, one, issuer().key)});
  expectOne(told(nothingFailed), std::nullopt);
  draft.session = SessionNumber(2);
  draft.request = RequestNumber(1);
  world.apply({wire::signTransfers(draft, one, issuer().key)});
  EXPECT_TRUE(told([](auto&) {}).empty());
  draft.session = SessionNumber(1);
  world.apply({wire::signTransfers(draft, one, issuer().key)});
  expectOne(told(nothingFailed), std::nullopt);
}

TEST_F(Lies, BadSignaturesAndLateBatchesDoNothing) {
  Bytes bad = world.transfers(issuer(), {pay(1)});
  bad[200] ^= 1;
  world.apply({bad});
  expectOne(told(nothingFailed), std::nullopt);
  auto late = world.draft(issuer());
  late.validUntil = Nanoseconds(world.now().value - 1);
  world.apply({wire::signTransfers(late, std::vector<Transfer>{pay(1)}, issuer().key)});
  expectOne(told(nothingFailed), std::nullopt);
}

TEST_F(Lies, AGoodBatchIsNotRefusedWhole) {
  world.run(issuer(), pay(1));
  for (const ReasonCode code : {ReasonCode::kExpired, ReasonCode::kReplayed, ReasonCode::kBadSignature,
                                ReasonCode::kUnknownAuthor, ReasonCode::kMalformed})
    expectOne(told([&](auto& results) { results[0].batchCode = static_cast<std::uint16_t>(code); }),
              std::nullopt);
}

TEST_F(Lies, AChainIsAllOrNone) {
  std::vector<Transfer> chain(3, pay(400));
  chain[0].flags = chain[1].flags = wire::kTransferLinked;
  world.run(issuer(), chain);
  EXPECT_TRUE(told([](auto&) {}).empty());
  // Half of it done, or another link blamed.
  expectOne(told([](auto& results) { results[0].failures.erase(results[0].failures.begin()); }), 0);
  expectOne(told(failure(2, ReasonCode::kInsufficient)), 0);
  expectOne(told([](auto& results) { results[0].failures[0].code = 101; }), 0);
  expectOne(told(nothingFailed), 0);
}

TEST_F(Lies, AnUndoneChainLeavesNoHold) {
  Transfer hold = pay(600);
  hold.flags = wire::kTransferPending | wire::kTransferLinked;
  world.run(issuer(), std::vector<Transfer>{hold, pay(600)});
  world.run(issuer(), pay(1'000));
  EXPECT_TRUE(told([](auto&) {}).empty());
  expectOne(told(failure(0, ReasonCode::kHeld)), 0);
}

TEST_F(Lies, APendingTransferIsFinishedOnceAndAsItWasMade) {
  Transfer hold = pay(600);
  hold.flags = wire::kTransferPending;
  world.run(issuer(), hold);
  Transfer post = hold;
  post.flags = wire::kTransferPost;
  post.pending = 1;
  Transfer partly = post;
  partly.amount = 100;
  world.run(issuer(), partly);
  expectOne(told(nothingFailed), 0);
  world.run(issuer(), post);
  EXPECT_TRUE(told([](auto&) {}).empty());
  world.run(issuer(), post);
  expectOne(told(nothingFailed), 0);
}

TEST_F(Lies, LockedUnitsStay) {
  const TokenId locked = world.propertyToken(1'000, 600, "LOCKED", 2);
  world.run(issuer(), world.transfer(issuer(), holder(), locked, 500));
  world.run(holder(), world.transfer(holder(), holder2(), locked, 200));
  expectOne(told(nothingFailed), 0);
}

TEST_F(Lies, ResultsBelongToTheirBatches) {
  world.apply({world.transfers(issuer(), {pay(1'001)}), world.transfers(holder(), {pay(1), pay(1)})});
  EXPECT_EQ(told([](auto& results) { std::swap(results[0], results[1]); }).size(), 2U);
  EXPECT_EQ(told([](auto& results) { results.pop_back(); }).size(), 1U);
  expectOne(told([](auto& results) { ++results[0].count; }), std::nullopt);
  expectOne(told([](auto& results) { results[0].failures.push_back(results[0].failures[0]); }), std::nullopt);
}

// ---- what is minted (R-QA-3, R-QA-4) ----

class MintLies : public Lies {
 protected:
  using RecordKind = wire::RecordKind;
  /// The issue that follows from these two records, whatever the ledger says.
  void issueFrom(const Digest& title, const Digest& valuation) {
    std::vector<Digest> ids = {title, valuation};
    std::ranges::sort(ids);
    world.run(issuer(), wire::RegisterAsset{wire::AssetTemplate::kProperty, "P", "N", ids, {}});
  }
  Digest record(RecordKind kind, Wanted wanted) {
    return world.submit(scoredRecord(kind, "P", world.now(), wanted));
  }
};

TEST_F(MintLies, NothingRejectedOrUnreviewedIsRegistered) {
  const Digest title = record(RecordKind::kPropertyTitle, Wanted::kAccept);
  for (const Wanted wanted : {Wanted::kReview, Wanted::kReject}) {
    issueFrom(title, record(RecordKind::kPropertyValuation, wanted));
    expectOne(told(nothingFailed), 0);
  }
}

TEST_F(MintLies, OneScorePointBelowTheBandIsBelow) {
  auto valuation = scoredRecord(RecordKind::kPropertyValuation, "P", world.now(), Wanted::kReview);
  ASSERT_EQ(valuation.score, Ppm(799'999));
  issueFrom(record(RecordKind::kPropertyTitle, Wanted::kAccept), world.submit(valuation));
  expectOne(told(nothingFailed), 0);
}

TEST_F(MintLies, NothingIsMintedTooLateOrWithoutANeededRecord) {
  const AssetId asset = world.propertyAsset("P");
  const Digest title = world.submit(scoredRecord(RecordKind::kPropertyTitle, "Q", world.now()));
  const AssetId bare = world.registerAsset(wire::AssetTemplate::kProperty, "Q", {title});
  world.run(issuer(), world.approved(world.terms(bare, "BARE", 5)));
  expectOne(told(nothingFailed), 0);
  world.passTime(86'401);
  world.run(issuer(), world.approved(world.terms(asset, "LATE", 5)));
  expectOne(told(nothingFailed), 0);
}

TEST_F(MintLies, NothingIsMintedAloneOrTwice) {
  const AssetId asset = world.propertyAsset("P", 7);
  world.run(issuer(), world.terms(asset, "ALONE", 5));
  expectOne(told(nothingFailed), 0);
  world.run(issuer(), world.approved(world.terms(asset, "OWN", 5), issuer()));
  expectOne(told(nothingFailed), 0);
  world.run(issuer(), world.approved(world.terms(AssetId(1), "AGAIN", 5)));
  expectOne(told(nothingFailed), 0);
}

TEST_F(MintLies, ACreditIsTokenizedOnce) {
  world.carbonToken(1, 100, 3);
  auto terms = world.terms(world.carbonAsset(1, 100, 4), "MORE", 2);
  terms.serials = {{"VERRA", "S1", 100, 101}};
  world.run(issuer(), world.approved(terms));
  expectOne(told(nothingFailed), 0);
}

TEST_F(MintLies, NobodyRegistersOnTheirOwnRecords) {
  std::vector<Digest> ids = {
      world.submit(scoredRecord(wire::RecordKind::kPropertyTitle, "OWN", world.now())),
      world.submit(scoredRecord(wire::RecordKind::kPropertyValuation, "OWN", world.now()))};
  std::ranges::sort(ids);
  const wire::RegisterAsset house{wire::AssetTemplate::kProperty, "OWN", "House", ids, {}};
  // Of the two true reasons the ledger may give either.
  world.run(slimNode(), wire::AnyCommand(house));
  EXPECT_TRUE(told(failure(0, ReasonCode::kPermissionMissing)).empty());
  EXPECT_TRUE(told(failure(0, ReasonCode::kRecordSubmitterIsIssuer)).empty());
  // Of the issuer, who did not bring them, it is a lie.
  world.run(issuer(), wire::AnyCommand(house));
  expectOne(told(failure(0, ReasonCode::kRecordSubmitterIsIssuer)), 0);
  EXPECT_TRUE(told([](auto&) {}).empty());
}

TEST_F(MintLies, NoIdentityBringsRecordsAndIssuesOnThem) {
  const wire::RegisterIdentity both{"both", keyNumber(50).publicKey(),
                                    maskOf(wire::Role::kSlimNode) | maskOf(wire::Role::kIssuer)};
  world.run(administrator(), wire::AnyCommand(both));
  expectOne(told(nothingFailed), 0);
}

TEST_F(MintLies, AReviewIsAnotherPersonsAndHasAReason) {
  const Digest waiting = record(RecordKind::kPropertyTitle, Wanted::kReview);
  const auto decide = [&](const Person& who, std::string note) {
    world.run(who, wire::DecideReview{waiting, wire::ReviewDecision::kApprove, 1, std::move(note)});
  };
  decide(reviewer(), "Seen.");  // without a claim
  expectOne(told(nothingFailed), 0);
  world.run(slimNode(), wire::ClaimReview{waiting});
  expectOne(told(nothingFailed), 0);
  world.run(reviewer(), wire::ClaimReview{waiting});
  decide(reviewer2(), "Seen.");
  expectOne(told(nothingFailed), 0);
  decide(reviewer(), " ");
  expectOne(told(nothingFailed), 0);
}

TEST_F(MintLies, AClaimIsGivenBackByItsHolderOnly) {
  const Digest waiting = record(RecordKind::kPropertyTitle, Wanted::kReview);
  world.run(reviewer(), wire::ReleaseReview{waiting});  // nobody's
  expectOne(told(nothingFailed), 0);
  world.run(reviewer(), wire::ClaimReview{waiting});
  world.run(reviewer2(), wire::ReleaseReview{waiting});
  expectOne(told(nothingFailed), 0);
  world.run(slimNode(), wire::ReleaseReview{waiting});
  expectOne(told(nothingFailed), 0);
}

// ---- blocks and rows ----

TEST(Chain, EachBlockStandsOnTheOneBefore) {
  LedgerWorld world;
  for (int n = 0; n < 3; ++n) world.apply(std::vector<Bytes>{});
  const auto& blocks = world.blocks();
  {
    Auditor auditor(testGenesis());
    EXPECT_TRUE(auditor.apply(blocks[0], std::vector<wire::BatchResult>()).objections.empty());
    EXPECT_EQ(auditor.apply(blocks[2], std::vector<wire::BatchResult>()).objections.size(), 2U)
        << "height and previous";
  }
  Auditor auditor(testGenesis());
  EXPECT_TRUE(auditor.apply(blocks[0], std::vector<wire::BatchResult>()).objections.empty());
  wire::BlockBuilder builder(allocateBuffer(BufferClass::kBlock));
  auto header = blocks[1].header();
  header.time = blocks[0].header().time;
  header.batchCount = 0;
  EXPECT_EQ(auditor.apply(builder.finish(header), std::vector<wire::BatchResult>()).objections.size(), 1U)
      << "time stood still";
}

TEST(Rows, AreComparedOneByOneAndInSum) {
  LedgerWorld world;
  const TokenId token = world.propertyToken(1'000);
  world.run(issuer(), world.transfer(issuer(), holder(), token, 300));
  Replay replay(testGenesis());
  ASSERT_EQ(textOf(replay.play(world.blocks())), "");
  const auto truth = rowsOf(*replay.ledger);
  const auto objections = [&](auto change) {
    auto rows = truth;
    change(rows);
    return replay.auditor.compareAccounts(rows).size();
  };
  EXPECT_EQ(objections([](auto&) {}), 0U);
  EXPECT_EQ(objections([](auto& rows) { ++rows[0].balance; }), 2U) << "a unit from nowhere: row and sum";
  EXPECT_EQ(objections([](auto& rows) { --rows[0].balance, ++rows[1].balance; }), 2U) << "two wrong rows";
  EXPECT_EQ(objections([](auto& rows) { rows[1].held = 301; }), 2U) << "more held than there is";
  EXPECT_EQ(objections([](auto& rows) { rows[1].held = 1; }), 1U);
  EXPECT_EQ(objections([](auto& rows) { rows[1].holder = issuer().id.value; }), 1U);
  EXPECT_EQ(objections([](auto& rows) { rows.pop_back(); }), 2U) << "an account and its units are gone";
  EXPECT_EQ(objections([](auto& rows) { rows.push_back({.balance = 1, .token = 9}); }), 2U);
}

}  // namespace
}  // namespace aurigraph::audit
