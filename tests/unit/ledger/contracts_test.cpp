#include <gtest/gtest.h>

#include <limits>

#include "core/ledger/setup.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;
using wire::RecordKind;

class Contracts : public ::testing::Test {
 protected:
  LedgerWorld world;
  ReasonCode run(const Person& who, const wire::AnyCommand& command) {
    // Whatever is asked: what simulate says first is what the receipt says. It speaks of the last
    // block's time, so time passes first.
    world.apply(std::vector<Bytes>{});
    const auto reasons = world.ledger().simulate(command, who.key.publicKey());
    const ReasonCode code = world.run(who, command);
    EXPECT_EQ(code, reasons.empty() ? ReasonCode::kDone : reasons.front().code);
    EXPECT_TRUE(world.ledger().conserved());
    return code;
  }
};

// ---- identities, accounts ----

TEST_F(Contracts, OnlyAdministratorsRegisterIdentities) {
  const wire::RegisterIdentity command{"newcomer", keyNumber(50).publicKey(), maskOf(wire::Role::kHolder)};
  EXPECT_EQ(run(issuer(), command), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(administrator(), command), ReasonCode::kDone);
  const auto id = world.ledger().identityNamed("newcomer");
  ASSERT_TRUE(id);
  EXPECT_EQ(world.ledger().identityOf(command.key), id);
  EXPECT_EQ(world.ledger().identity(*id)->roles, command.roles);
}

TEST_F(Contracts, NamesKeysAndRolesAreGuarded) {
  const auto with = [&](std::string name, PublicKey key, wire::RoleMask roles) {
    return run(administrator(), wire::RegisterIdentity{std::move(name), key, roles});
  };
  const PublicKey fresh = keyNumber(50).publicKey();
  EXPECT_EQ(with("issuer", fresh, 0), ReasonCode::kNameTaken);
  EXPECT_EQ(with("x", issuer().key.publicKey(), 0), ReasonCode::kKeyTaken);
  EXPECT_EQ(with("x", PublicKey{}, 0), ReasonCode::kBadKey);
  EXPECT_EQ(with("  ", fresh, 0), ReasonCode::kNameUnclear);
  EXPECT_EQ(with("a\nb", fresh, 0), ReasonCode::kNameUnclear);
  EXPECT_EQ(with("x", fresh, maskOf(wire::Role::kIssuer)), ReasonCode::kDutyNeedsGrant);
}

TEST_F(Contracts, EverybodySaysWhereNoticesToHimselfGo) {
  const auto set = [&](std::string address) {
    return run(holder(), wire::SetNoticeAddress{std::move(address)});
  };
  EXPECT_EQ(set("notices@holder.example"), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().identity(holder().id)->noticeAddress, "notices@holder.example");
  EXPECT_EQ(world.ledger().identity(issuer().id)->noticeAddress, "");
  const std::vector<wire::Event> told{
      {{wire::CauseKind::kCommand, 0, 0}, wire::NoticeAddressSet{holder().id, "notices@holder.example"}}};
  EXPECT_EQ(world.outcomes().back().events, told);
  for (const char* bad : {"holder", "@holder.example", "a@", "a@b@c", "a b@c", "http://holder.example",
                          "https://", "<a@b>", "a@b\nBcc: c@d", "http://u@h", "javascript:alert(1)//@x",
                          "a@b,c", "https://a@b", "https://:1", "https:///x", "https://'x", "ä@b"})
    EXPECT_EQ(set(bad), ReasonCode::kMandatoryFieldBad) << bad;
  for (const char* hidden : {"a@b\u202e", "a@b\u0085"})
    EXPECT_EQ(set(hidden), ReasonCode::kMalformed) << hidden;
  EXPECT_EQ(world.ledger().identity(holder().id)->noticeAddress, "notices@holder.example");
  EXPECT_EQ(set("https://holder.example/notices"), ReasonCode::kDone);
  EXPECT_EQ(set(""), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().identity(holder().id)->noticeAddress, "");
}

TEST_F(Contracts, AnIssuerTellsHoldersOfDocumentsOfItsOwnTokens) {
  const TokenId token = world.propertyToken();
  const Digest report = filled<Digest>(0xA1);
  const auto publish = [&](const Person& by, TokenId of, std::string type, const Digest& sha256) {
    return run(by, wire::PublishDocument{of, std::move(type), sha256});
  };
  EXPECT_EQ(publish(issuer(), token, "annual-report", report), ReasonCode::kDone);
  const std::vector<wire::Event> told{{{wire::CauseKind::kCommand, 0, 0},
                                       wire::DocumentPublished{token, issuer().id, "annual-report", report}}};
  EXPECT_EQ(world.outcomes().back().events, told);
  EXPECT_EQ(publish(holder(), token, "annual-report", report), ReasonCode::kNotYourAsset);
  EXPECT_EQ(publish(issuer(), TokenId(99), "annual-report", report), ReasonCode::kUnknownToken);
  EXPECT_EQ(publish(issuer(), token, "", report), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(publish(issuer(), token, "annual-report", Digest()), ReasonCode::kMandatoryFieldBad);
  EXPECT_TRUE(world.outcomes().back().events.empty());
}

TEST_F(Contracts, AccountsAreOpenedByTheirHolderOrTheIssuerOnce) {
  const TokenId token = world.propertyToken();
  EXPECT_EQ(run(holder(), wire::OpenAccount{holder2().id, token}), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(issuer(), wire::OpenAccount{holder2().id, token}), ReasonCode::kDone);
  EXPECT_EQ(run(holder2(), wire::OpenAccount{holder2().id, token}), ReasonCode::kAccountExists);
  EXPECT_EQ(run(holder(), wire::OpenAccount{holder().id, TokenId(9)}), ReasonCode::kUnknownToken);
  EXPECT_EQ(run(holder(), wire::OpenAccount{IdentityId(99), token}), ReasonCode::kUnknownIdentity);
}

TEST(AccountLimit, IsARefusalAndNotTheEndOfMemory) {
  Limits limits;
  limits.maxAccounts = 2;
  LedgerWorld world(testGenesis(), limits);
  const TokenId token = world.propertyToken();
  EXPECT_EQ(world.run(holder(), wire::OpenAccount{holder().id, token}), ReasonCode::kDone);
  EXPECT_EQ(world.run(holder2(), wire::OpenAccount{holder2().id, token}), ReasonCode::kAccountLimit);
}

// ---- records ----

TEST_F(Contracts, TheScoreDecidesWhereARecordGoes) {
  const auto decide = [&](Wanted wanted, std::uint8_t seed) {
    const auto record = scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), wanted, seed);
    return *world.ledger().record(world.submit(record));
  };
  const auto accepted = decide(Wanted::kAccept, 1);
  EXPECT_GE(accepted.score.value, 800'000);
  EXPECT_EQ(accepted.decision, Decision::kAuto);
  const auto review = decide(Wanted::kReview, 2);
  EXPECT_EQ(review.score.value, 799'999);
  EXPECT_EQ(review.decision, Decision::kWaiting);
  EXPECT_EQ(review.capCode, 'R');
  const auto rejected = decide(Wanted::kReject, 3);
  EXPECT_LT(rejected.score.value, 600'000);
  EXPECT_EQ(rejected.decision, Decision::kRejected);
  EXPECT_EQ(rejected.capCode, 'X');
  EXPECT_EQ(world.ledger().openReviews(10), (std::vector{review.recordId}));
}

TEST_F(Contracts, SubmissionsAreGuarded) {
  const auto good = scoredRecord(RecordKind::kPropertyTitle, "P", world.now());
  EXPECT_EQ(run(holder(), good.command()), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(slimNode(), good.command(0)), ReasonCode::kMandatoryFieldBad);
  auto command = good.command();
  command.record.pop_back();
  EXPECT_EQ(run(slimNode(), command), ReasonCode::kRecordMalformed);
  const auto ahead =
      scoredRecord(RecordKind::kPropertyTitle, "P", Nanoseconds(world.now().value + 60 * kSecond));
  EXPECT_EQ(run(slimNode(), ahead.command()), ReasonCode::kClockAhead);
  EXPECT_EQ(run(slimNode(), good.command()), ReasonCode::kDone);
  EXPECT_EQ(run(slimNode(), good.command()), ReasonCode::kRecordDuplicate);
}

TEST(Origin, SimulatedDataNeverReachesARealLedger) {
  LedgerWorld world(testGenesis(false));
  auto record = scoredRecord(RecordKind::kPropertyTitle, "P", world.now());
  EXPECT_EQ(world.run(slimNode(), record.command()), ReasonCode::kOriginRefused);
  record.record.origin = wire::Origin::kReplayed;
  EXPECT_EQ(world.run(slimNode(), record.command()), ReasonCode::kOriginRefused);
  record.record.origin = wire::Origin::kReal;
  EXPECT_EQ(world.run(slimNode(), record.command()), ReasonCode::kDone);
}

// ---- reviews ----

class Reviews : public Contracts {
 protected:
  Digest waiting = world.submit(scoredRecord(RecordKind::kCarbonPrice, "C", world.now(), Wanted::kReview));
  wire::DecideReview approve{waiting, wire::ReviewDecision::kApprove, 2, "Second venue shows the same."};
  const RecordRow& row() { return *world.ledger().record(waiting); }
};

TEST_F(Reviews, ApprovalLeavesTheScoreAndEndsOfItself) {
  const Ppm score = row().score;
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  EXPECT_EQ(row().claimedBy, reviewer().id);
  ASSERT_EQ(run(reviewer(), approve), ReasonCode::kDone);
  EXPECT_EQ(row().decision, Decision::kApproved);
  EXPECT_EQ(row().score, score);
  EXPECT_EQ(row().reviewer, reviewer().id);
  EXPECT_EQ(row().validUntil.value - row().decidedAt.value, 1'800 * kSecond);
  EXPECT_EQ(row().decidedAt, world.ledger().time());
  EXPECT_EQ(row().note, approve.note);
  EXPECT_TRUE(world.ledger().openReviews(9).empty());
  EXPECT_EQ(run(reviewer(), approve), ReasonCode::kReviewNotOpen);
}

TEST_F(Reviews, RejectionIsFinal) {
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  approve.decision = wire::ReviewDecision::kReject;
  ASSERT_EQ(run(reviewer(), approve), ReasonCode::kDone);
  EXPECT_EQ(row().decision, Decision::kRejected);
  EXPECT_EQ(row().validUntil, Nanoseconds(0));
}

TEST_F(Reviews, NeedAReasonAndACurrentClaim) {
  EXPECT_EQ(run(reviewer(), approve), ReasonCode::kReviewExpired);
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  auto mute = approve;
  mute.note = " \n";
  EXPECT_EQ(run(reviewer(), mute), ReasonCode::kReasonMissing);
  mute = approve;
  mute.reasonCode = 0;
  EXPECT_EQ(run(reviewer(), mute), ReasonCode::kReasonMissing);
  world.passTime(15 * 60 + 1);
  EXPECT_EQ(run(reviewer(), approve), ReasonCode::kReviewExpired);
  EXPECT_EQ(row().decision, Decision::kWaiting);
}

TEST_F(Reviews, AClaimKeepsOthersAwayUntilItEnds) {
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  EXPECT_EQ(run(reviewer2(), wire::ClaimReview{waiting}), ReasonCode::kReviewClaimedByOther);
  EXPECT_EQ(run(reviewer2(), approve), ReasonCode::kReviewClaimedByOther);
  world.passTime(15 * 60 + 1);
  EXPECT_EQ(run(reviewer2(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  EXPECT_EQ(run(reviewer2(), approve), ReasonCode::kDone);
}

TEST_F(Reviews, AClaimIsGivenBackByItsHolderAndNobodyElse) {
  EXPECT_EQ(run(reviewer(), wire::ReleaseReview{waiting}), ReasonCode::kReviewExpired);
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  EXPECT_EQ(run(reviewer2(), wire::ReleaseReview{waiting}), ReasonCode::kReviewClaimedByOther);
  EXPECT_EQ(run(holder(), wire::ReleaseReview{waiting}), ReasonCode::kPermissionMissing);
  EXPECT_EQ(row().claimedBy, reviewer().id);
  ASSERT_EQ(run(reviewer(), wire::ReleaseReview{waiting}), ReasonCode::kDone);
  EXPECT_EQ(row().claimedBy, IdentityId(0));
  EXPECT_EQ(row().claimUntil, Nanoseconds(0));
  EXPECT_EQ(run(reviewer(), approve), ReasonCode::kReviewExpired);  // it went with the claim
  EXPECT_EQ(run(reviewer2(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  EXPECT_EQ(run(reviewer2(), approve), ReasonCode::kDone);
  EXPECT_EQ(run(reviewer2(), wire::ReleaseReview{waiting}), ReasonCode::kReviewNotOpen);
  EXPECT_EQ(run(reviewer(), wire::ReleaseReview{filled<Digest>(1)}), ReasonCode::kUnknownRecord);
}

TEST_F(Reviews, AClaimThatEndedNeedsNoRelease) {
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  world.passTime(15 * 60 + 1);
  EXPECT_EQ(run(reviewer(), wire::ReleaseReview{waiting}), ReasonCode::kReviewExpired);
  EXPECT_EQ(run(reviewer2(), wire::ReleaseReview{waiting}), ReasonCode::kReviewExpired);
}

TEST_F(Reviews, ASimulationMayLookAheadOfAQuietChain) {
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waiting}), ReasonCode::kDone);
  const auto answer = [&](std::int64_t secondsAhead) {
    const auto at = Nanoseconds(world.ledger().time().value + secondsAhead * kSecond);
    const auto reasons = world.ledger().simulate(wire::ClaimReview{waiting}, reviewer2().key.publicKey(), at);
    return reasons.empty() ? ReasonCode::kDone : reasons.front().code;
  };
  EXPECT_EQ(answer(0), ReasonCode::kReviewClaimedByOther);
  EXPECT_EQ(answer(15 * 60), ReasonCode::kReviewClaimedByOther);
  EXPECT_EQ(answer(15 * 60 + 1), ReasonCode::kDone);
  EXPECT_EQ(answer(-3'600), ReasonCode::kReviewClaimedByOther);  // never behind the last block
}

TEST_F(Reviews, NobodyWithoutThePermissionDecides) {
  EXPECT_EQ(run(issuer(), wire::ClaimReview{waiting}), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(reviewer(), wire::ClaimReview{filled<Digest>(1)}), ReasonCode::kUnknownRecord);
}

TEST(OwnReview, NobodyDecidesAboutTheirOwnSubmission) {
  LedgerWorld world;
  // However somebody came to have both.
  LedgerSetup::setRoles(world.ledger(), reviewer().id,
                        maskOf(wire::Role::kReviewer) | maskOf(wire::Role::kSlimNode));
  const auto record = scoredRecord(RecordKind::kCarbonPrice, "C", world.now(), Wanted::kReview);
  ASSERT_EQ(world.run(reviewer(), record.command()), ReasonCode::kDone);
  EXPECT_EQ(world.run(reviewer(), wire::ClaimReview{record.record.id()}), ReasonCode::kReviewOwnSubmission);
  EXPECT_EQ(world.run(reviewer2(), wire::ClaimReview{record.record.id()}), ReasonCode::kDone);
}

// ---- nobody vouches for their own asset (R-TRUST-1) ----

TEST_F(Contracts, AnIssuerSubmitsNoRecords) {
  // The attack: the issuer's key alone brings a title and a valuation that nobody fetched.
  for (const auto kind : {RecordKind::kPropertyTitle, RecordKind::kPropertyValuation}) {
    const auto castle = scoredRecord(kind, "US-06075-1", world.now());
    EXPECT_EQ(run(issuer(), castle.command()), ReasonCode::kPermissionMissing);
    EXPECT_EQ(world.ledger().record(castle.record.id()), nullptr);
  }
}

TEST_F(Contracts, WhoBringsRecordsIsNoIssuerWhateverTheTableSays) {
  const auto both = maskOf(wire::Role::kSlimNode) | maskOf(wire::Role::kIssuer);
  const wire::RegisterIdentity command{"both", keyNumber(50).publicKey(), both};
  EXPECT_EQ(run(administrator(), command), ReasonCode::kDutyNeedsGrant);
  auto genesis = testGenesis();
  genesis.identities[1].roles = both;
  EXPECT_FALSE(Ledger::fromGenesis(genesis, testSecret(), Limits{}));
  genesis.roles.forbiddenTogether.clear();
  EXPECT_FALSE(Ledger::fromGenesis(genesis, testSecret(), Limits{}));
  // Nor does a table make submitters of issuers.
  genesis = testGenesis();
  genesis.roles.allowed[static_cast<std::size_t>(wire::Permission::kSubmitRecord)] |=
      maskOf(wire::Role::kIssuer);
  EXPECT_FALSE(Ledger::fromGenesis(genesis, testSecret(), Limits{}));
}

TEST_F(Contracts, AnAssetNeverStandsOnItsIssuersOwnRecords) {
  std::vector<Digest> ids = {world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now())),
                             world.submit(scoredRecord(RecordKind::kPropertyValuation, "P", world.now()))};
  std::ranges::sort(ids);
  const wire::RegisterAsset house{wire::AssetTemplate::kProperty, "P", "House", ids, {}};
  // The slim node becomes an issuer, and loses the role in which it submitted.
  LedgerSetup::setRoles(world.ledger(), slimNode().id, maskOf(wire::Role::kIssuer));
  EXPECT_EQ(run(slimNode(), house), ReasonCode::kRecordSubmitterIsIssuer);
  const auto reasons = world.ledger().simulate(house, slimNode().key.publicKey());
  EXPECT_EQ(reasons.size(), 2U);  // both records, by their places
  EXPECT_EQ(run(issuer(), house), ReasonCode::kDone);
}

TEST_F(Contracts, NoTokenIsIssuedOnItsIssuersOwnRecords) {
  // Registered in order; then the issuer turns out to be who brought one of the records.
  const AssetId asset = world.propertyAsset();
  LedgerSetup::setRoles(world.ledger(), slimNode().id, maskOf(wire::Role::kIssuer));
  LedgerSetup::setIssuer(world.ledger(), asset, slimNode().id);
  EXPECT_EQ(run(slimNode(), world.approved(world.terms(asset, "FORGE", 1'000))),
            ReasonCode::kRecordSubmitterIsIssuer);
  LedgerSetup::setIssuer(world.ledger(), asset, issuer().id);
  EXPECT_EQ(run(issuer(), world.approved(world.terms(asset, "HOUSE", 1'000))), ReasonCode::kDone);
}

// ---- assets ----

class Assets : public Contracts {
 protected:
  wire::RegisterAsset asset(wire::AssetTemplate assetTemplate, std::string key, std::vector<Digest> ids) {
    std::ranges::sort(ids);
    return {assetTemplate, std::move(key), "Name", std::move(ids), {}};
  }
};

TEST_F(Assets, StandOnUsableRecordsOfTheirKindOnly) {
  const auto title = world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now()));
  const auto waits =
      world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kReview, 2));
  const auto other = world.submit(scoredRecord(RecordKind::kPropertyTitle, "Q", world.now()));
  const auto event = world.submit(scoredRecord(RecordKind::kSupplyEvent, "P", world.now()));
  constexpr auto kProperty = wire::AssetTemplate::kProperty;
  EXPECT_EQ(run(holder(), asset(kProperty, "P", {title})), ReasonCode::kPermissionMissing);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {title, waits})), ReasonCode::kRecordNotUsable);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {title, other})), ReasonCode::kRecordOfOtherAsset);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {title, event})), ReasonCode::kRecordWrongKind);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {filled<Digest>(1)})), ReasonCode::kUnknownRecord);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {})), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(issuer(), asset(kProperty, "", {title})), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {title})), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), asset(kProperty, "P", {title})), ReasonCode::kAssetExists);
}

TEST_F(Assets, OneThingIsRegisteredOnce) {
  const auto block = world.submit(blockRecord(world.now(), 1, 10));
  const auto price = world.submit(scoredRecord(RecordKind::kCarbonPrice, "C", world.now()));
  EXPECT_EQ(run(issuer(), asset(wire::AssetTemplate::kCarbon, "a", {block, price})), ReasonCode::kDone);
  EXPECT_EQ(run(issuer(), asset(wire::AssetTemplate::kCarbon, "b", {block, price})),
            ReasonCode::kRecordInUse);
  EXPECT_EQ(run(issuer(), asset(wire::AssetTemplate::kCarbon, "b", {price})), ReasonCode::kDone);
}

TEST_F(Assets, HistoryIsNeverUsable) {
  auto record = scoredRecord(RecordKind::kPropertyTitle, "P", world.now());
  record.record.fetch.purpose = wire::Purpose::kHistory;
  const auto id = world.submit(record);
  EXPECT_EQ(run(issuer(), asset(wire::AssetTemplate::kProperty, "P", {id})), ReasonCode::kRecordNotUsable);
}

TEST_F(Assets, InheritTheWeakestOfTheirRecords) {
  const AssetId id = world.propertyAsset();
  const AssetRow& row = *world.ledger().asset(id);
  EXPECT_EQ(row.origin, wire::Origin::kSimulated);
  EXPECT_EQ(row.evidenceCopies, 2);
  for (const Digest& record : row.recordIds) EXPECT_LE(row.lowestScore, world.ledger().record(record)->score);
}

// ---- issue ----

class Issue : public Contracts {};

TEST_F(Issue, GivesTheWholeSupplyToItsIssuerOnce) {
  const TokenId token = world.propertyToken(1'000);
  EXPECT_EQ(world.balance(issuer(), token), 1'000U);
  const TokenRow& row = *world.ledger().token(token);
  EXPECT_EQ(row.minted, 1'000U);
  EXPECT_EQ(row.approvers, (std::vector{compliance().key.publicKey()}));
  EXPECT_EQ(world.ledger().asset(row.asset)->status, AssetStatus::kTokenized);
  EXPECT_EQ(run(issuer(), world.approved(world.terms(row.asset, "AGAIN", 1))), ReasonCode::kAlreadyIssued);
}

TEST_F(Issue, NeedsAnotherPersonsApprovalOfExactlyTheseTerms) {
  const auto terms = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  EXPECT_EQ(run(issuer(), terms), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(issuer(), world.approved(terms, issuer())), ReasonCode::kApprovalOwn);
  EXPECT_EQ(run(issuer(), world.approved(terms, holder())), ReasonCode::kApprovalBad);
  auto changed = world.approved(terms);
  changed.supply = 1'001;
  EXPECT_EQ(run(issuer(), changed), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(issuer(), world.approved(terms)), ReasonCode::kDone);
}

TEST_F(Issue, BelongsToWhoRegistered) {
  const auto terms = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  EXPECT_EQ(run(holder(), world.approved(terms)), ReasonCode::kPermissionMissing);
  ASSERT_EQ(run(administrator(), wire::RegisterIdentity{"issuer-2", keyNumber(117).publicKey(), 0}),
            ReasonCode::kDone);
  LedgerSetup::setRoles(world.ledger(), IdentityId(17), maskOf(wire::Role::kIssuer));
  EXPECT_EQ(run(person(17, "issuer-2"), world.approved(terms)), ReasonCode::kNotYourAsset);
}

TEST_F(Issue, TermsAreBounded) {
  const AssetId asset = world.propertyAsset();
  const auto code = [&](auto change) {
    auto terms = world.terms(asset, "HOUSE", 1'000);
    change(terms);
    return run(issuer(), world.approved(terms));
  };
  constexpr auto kBad = ReasonCode::kMandatoryFieldBad;
  EXPECT_EQ(code([](auto& t) { t.symbol = "house"; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.symbol = ""; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.name = " "; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.decimals = 9; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.supply = 0; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.supply = U128{1} << 96U; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.currency = "usd"; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.unitPriceMinor = 0; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.lockUpSeconds = -1; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.maxMilliCelsius = 8'000; }), kBad);
  EXPECT_EQ(code([](auto& t) { t.asset = AssetId(99); }), ReasonCode::kUnknownAsset);
  EXPECT_EQ(code([](auto& t) { t.supply = (U128{1} << 96U) - 1; }), ReasonCode::kDone);
}

TEST_F(Issue, SymbolsAreUnique) {
  world.propertyToken(10, 0, "HOUSE", 1);
  EXPECT_EQ(run(issuer(), world.approved(world.terms(world.propertyAsset("P2", 2), "HOUSE", 1))),
            ReasonCode::kSymbolTaken);
}

TEST_F(Issue, LacksNoRecordThatItsTemplateNeeds) {
  const auto title = world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now()));
  const AssetId asset = world.registerAsset(wire::AssetTemplate::kProperty, "P", {title});
  const auto reasons = world.ledger().simulate(
      wire::AnyCommand(world.approved(world.terms(asset, "HOUSE", 1))), issuer().key.publicKey());
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].code, ReasonCode::kMintGate);
  EXPECT_EQ(reasons[0].detail, static_cast<std::uint64_t>(RecordKind::kPropertyValuation));
}

TEST_F(Issue, NeverRestsOnOldRecords) {
  const auto terms = world.terms(world.propertyAsset(), "HOUSE", 1'000);
  world.passTime(86'400 + 1);  // a title may mint within a day
  EXPECT_EQ(run(issuer(), world.approved(terms)), ReasonCode::kDataStale);
}

TEST_F(Issue, ARecordOfNoTimeIsTheOldestOfAllAndRejected) {
  auto title = scoredRecord(RecordKind::kPropertyTitle, "P", world.now());
  title.record.retrievedAt = Nanoseconds(std::numeric_limits<std::int64_t>::min());
  title.record.observedAt = title.record.retrievedAt;
  const Digest id = world.submit(title);
  EXPECT_EQ(world.ledger().record(id)->band, Band::kReject);
  EXPECT_EQ(run(issuer(), wire::RegisterAsset{wire::AssetTemplate::kProperty, "P", "N", {id}, {}}),
            ReasonCode::kRecordNotUsable);
}

TEST_F(Issue, NeverRestsOnAnApprovalThatHasEnded) {
  const auto approveOne = [&](RecordKind kind, std::uint8_t seed) {
    const auto id = world.submit(scoredRecord(kind, "C", world.now(), Wanted::kReview, seed));
    EXPECT_EQ(run(reviewer(), wire::ClaimReview{id}), ReasonCode::kDone);
    EXPECT_EQ(run(reviewer(), wire::DecideReview{id, wire::ReviewDecision::kApprove, 1, "Seen."}),
              ReasonCode::kDone);
    return id;
  };
  const auto price = approveOne(RecordKind::kCarbonPrice, 1);
  const auto block = world.submit(blockRecord(world.now(), 1, 10));
  const auto project = world.submit(projectRecord(world.now()));
  const AssetId asset = world.registerAsset(wire::AssetTemplate::kCarbon, "c", {price, block, project});
  auto terms = world.terms(asset, "CO2", 10);
  terms.serials = {{"VERRA", "S1", 1, 10}};
  const auto approvedTerms = world.approved(terms);
  EXPECT_TRUE(world.ledger().simulate(wire::AnyCommand(approvedTerms), issuer().key.publicKey()).empty());
  world.passTime(1'800 + 1);
  const auto reasons = world.ledger().simulate(wire::AnyCommand(approvedTerms), issuer().key.publicKey());
  EXPECT_TRUE(reasons.empty()) << "simulate speaks of the last block's time";
  EXPECT_EQ(world.run(issuer(), approvedTerms), ReasonCode::kDataStale)
      << "the block is older than 10 minutes";
}

TEST_F(Issue, AnEndedApprovalIsNoApproval) {
  const auto id = world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kReview));
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{id}), ReasonCode::kDone);
  ASSERT_EQ(run(reviewer(), wire::DecideReview{id, wire::ReviewDecision::kApprove, 1, "Seen."}),
            ReasonCode::kDone);
  world.passTime(86'400 + 1);
  ASSERT_EQ(world.run(issuer(), wire::RegisterAsset{wire::AssetTemplate::kProperty, "P", "N", {id}, {}}),
            ReasonCode::kRecordNotUsable);
}

TEST_F(Issue, ABlockWhoseProjectCannotBeReadIsOfNoProject) {
  const auto project =
      scoredRecord(RecordKind::kCarbonProject, "VERRA:?", world.now(), Wanted::kAccept, 1,
                   {textField("project_id", std::string(65, 'A')), textField("registry", "VERRA")});
  const auto block = scoredRecord(
      RecordKind::kCarbonBlock, "VERRA:S1:1:100", world.now(), Wanted::kAccept, 1,
      {numberField("first", 1), numberField("last", 100), textField("project_id", std::string(65, 'B')),
       textField("registry", "VERRA"), textField("series", "S1")});
  const auto price =
      scoredRecord(RecordKind::kCarbonPrice, "forestry:listing:USD", world.now(), Wanted::kAccept, 1);
  const AssetId asset =
      world.registerAsset(wire::AssetTemplate::kCarbon, "carbon",
                          {world.submit(project), world.submit(block), world.submit(price)});
  auto terms = world.terms(asset, "CO2", 100);
  terms.serials = {{"VERRA", "S1", 1, 100}};
  EXPECT_EQ(run(issuer(), world.approved(terms)), ReasonCode::kSerialUnproven);
}

TEST_F(Issue, CarbonSerialsAreProvenCountedAndNeverTwice) {
  const AssetId asset = world.carbonAsset(1, 100, 1);
  const auto code = [&](AssetId of, std::vector<wire::SerialRange> serials, U128 supply) {
    auto terms = world.terms(of, "CO2-" + std::to_string(of.value), supply);
    terms.serials = std::move(serials);
    return run(issuer(), world.approved(terms));
  };
  EXPECT_EQ(code(asset, {}, 100), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(code(asset, {{"VERRA", "S1", 1, 99}}, 100), ReasonCode::kSerialCount);
  EXPECT_EQ(code(asset, {{"VERRA", "S1", 2, 101}}, 100), ReasonCode::kSerialUnproven);
  EXPECT_EQ(code(asset, {{"VERRA", "S2", 1, 100}}, 100), ReasonCode::kSerialUnproven);
  EXPECT_EQ(code(asset, {{"VERRA", "S1", 11, 60}}, 50), ReasonCode::kDone);
  // Another record of the same block: what overlaps is refused at either end.
  const AssetId second = world.carbonAsset(1, 100, 2);
  EXPECT_EQ(code(second, {{"VERRA", "S1", 1, 11}}, 11), ReasonCode::kSerialOverlap);
  EXPECT_EQ(code(second, {{"VERRA", "S1", 60, 61}}, 2), ReasonCode::kSerialOverlap);
  EXPECT_EQ(code(second, {{"VERRA", "S1", 20, 30}}, 11), ReasonCode::kSerialOverlap);
  EXPECT_EQ(code(second, {{"VERRA", "S1", 1, 100}}, 100), ReasonCode::kSerialOverlap);
  EXPECT_EQ(code(second, {{"VERRA", "S1", 1, 10}, {"VERRA", "S1", 61, 70}}, 20), ReasonCode::kDone);
}

TEST_F(Issue, ASensorRecordIsAnEventToo) {
  const auto sensor = world.submit(scoredRecord(RecordKind::kSupplySensor, "E1", world.now()));
  const auto event = world.submit(scoredRecord(RecordKind::kSupplyEvent, "E2", world.now()));
  const auto code = [&](const std::string& key, std::vector<Digest> records) {
    auto terms = world.terms(world.registerAsset(wire::AssetTemplate::kBatch, key, std::move(records)),
                             "B-" + key, 100);
    terms.minMilliCelsius = 2'000;
    terms.maxMilliCelsius = 8'000;
    return run(issuer(), world.approved(terms));
  };
  EXPECT_EQ(code("1", {event}), ReasonCode::kMintGate);
  EXPECT_EQ(code("2", {sensor}), ReasonCode::kDone);
}

TEST_F(Issue, SimulateNamesEveryReason) {
  wire::IssueToken terms;
  terms.asset = world.propertyAsset();
  std::vector<ReasonCode> codes;
  for (const auto& reason : world.ledger().simulate(wire::AnyCommand(terms), holder().key.publicKey()))
    codes.push_back(reason.code);
  EXPECT_EQ(codes, (std::vector{ReasonCode::kPermissionMissing, ReasonCode::kNotYourAsset,
                                ReasonCode::kMandatoryFieldBad, ReasonCode::kApprovalMissing}));
  EXPECT_EQ(world.ledger().simulate(wire::AnyCommand(terms), keyNumber(77).publicKey()).front().code,
            ReasonCode::kUnknownAuthor);
}

// ---- anchors ----

TEST_F(Contracts, AnchorsComeInOrderAndNotFromTheFuture) {
  const std::int64_t now = world.now().value;
  const auto at = [&](std::int64_t from, std::int64_t to, std::uint32_t leaves = 3) {
    return run(slimNode(), wire::Anchor{Nanoseconds(now + from * kSecond), Nanoseconds(now + to * kSecond),
                                        leaves, filled<Digest>(1)});
  };
  EXPECT_EQ(run(holder(), wire::Anchor{Nanoseconds(now - 2), Nanoseconds(now), 1, filled<Digest>(1)}),
            ReasonCode::kPermissionMissing);
  EXPECT_EQ(at(-3, -2), ReasonCode::kDone);
  EXPECT_EQ(at(-3, -1), ReasonCode::kAnchorOrder);
  EXPECT_EQ(at(-1, -1), ReasonCode::kAnchorOrder);
  EXPECT_EQ(at(-2, -1, 0), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(at(-2, 60), ReasonCode::kClockAhead);
  EXPECT_EQ(at(-2, -1), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().lastAnchor(slimNode().id)->count, 2U);
}

// ---- genesis ----

TEST(FromGenesis, RefusesWhatCannotBegin) {
  const auto code = [](auto change) {
    auto genesis = testGenesis();
    change(genesis);
    const auto made = Ledger::fromGenesis(genesis, testSecret(), {});
    return made ? std::string_view("none") : made.error().code;
  };
  EXPECT_EQ(code([](auto&) {}), "none");
  EXPECT_EQ(code([](auto& g) { g.identities[1].name = g.identities[0].name; }), "genesis.bad_identity");
  EXPECT_EQ(code([](auto& g) { g.identities[1].key = g.identities[0].key; }), "genesis.bad_identity");
  EXPECT_EQ(code([](auto& g) { g.identities[1].key = {}; }), "genesis.bad_identity");
  EXPECT_EQ(code([](auto& g) { g.identities[1].roles |= maskOf(wire::Role::kReviewer); }),
            "genesis.bad_identity");
  EXPECT_EQ(code([](auto& g) { g.ruleSets.clear(); }), "genesis.bad_rule_set");
  EXPECT_EQ(code([](auto& g) { g.ruleSets[0].pop_back(); }), "genesis.bad_rule_set");
  EXPECT_EQ(code([](auto& g) { g.nodes.clear(); }), "genesis.malformed");
}

}  // namespace
}  // namespace aurigraph::ledger
