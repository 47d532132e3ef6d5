// A record that its score rejected becomes usable by the words of several people, where its cap allows it
// (R-QA-3; domain §3).

#include <gtest/gtest.h>

#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::AnyCommand;
using wire::RecordKind;
using wire::Role;

constexpr const char* kKey = "US-06075-1";

class Overrides : public ProposalsTest {
 protected:
  /// Said like this, whatever comes of it.
  template <class Change>
  Digest submitted(Wanted wanted, std::uint8_t seed, Change change) {
    auto record = scoredRecord(RecordKind::kPropertyTitle, kKey, world.now(), wanted, seed);
    change(record.record);
    return world.submit(record);
  }
  Digest submitted(Wanted wanted, std::uint8_t seed = 1) {
    return submitted(wanted, seed, [](wire::Record&) {});
  }
  static wire::OverrideRecord override(const Digest& record, std::string reason = "The registry confirmed.") {
    return {record, std::move(reason), {}};
  }
  ReasonCode carried(const wire::OverrideRecord& order, const Person& author = seniorReviewer()) {
    return run(author, order, {&riskOfficer(), &compliance()});
  }
  const RecordRow& row(const Digest& record) { return *world.ledger().record(record); }
  AssetId registered(const Digest& title) {
    const auto value = scoredRecord(RecordKind::kPropertyValuation, kKey, world.now());
    return world.registerAsset(wire::AssetTemplate::kProperty, kKey, {title, world.submit(value)});
  }
};

// ---- the way ----

TEST_F(Overrides, TheWordsOfRiskAndComplianceMakeARejectedRecordUsable) {
  const Digest record = submitted(Wanted::kReject);
  const Ppm score = row(record).score;
  ASSERT_EQ(carried(override(record)), ReasonCode::kDone);
  const RecordRow& now = row(record);
  EXPECT_EQ(now.decision, Decision::kOverridden);
  EXPECT_EQ(now.band, Band::kReject) << "what it scored stays what it is";
  EXPECT_EQ(now.score, score);
  EXPECT_EQ(now.reviewer, seniorReviewer().id);
  EXPECT_EQ(now.endorsers.size(), 2U);
  EXPECT_EQ(now.note, "The registry confirmed.");
  EXPECT_EQ(now.decidedAt, world.ledger().time());
  EXPECT_EQ(now.validUntil.value - now.decidedAt.value, 86'400 * kSecond) << "as a reviewer's approval";
  EXPECT_EQ(now.reviewHeight, world.ledger().height());
  const auto events = told<wire::RecordOverridden>();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].record, record);
  EXPECT_EQ(events[0].by, seniorReviewer().id);
  EXPECT_EQ(events[0].key, seniorReviewer().key.publicKey());
  EXPECT_EQ(events[0].endorsers.size(), 2U);
  EXPECT_EQ(events[0].reason, now.note);
  EXPECT_EQ(events[0].validUntil, now.validUntil);
}

TEST_F(Overrides, WaitOnTheLedgerForTheWordsThatTheyNeed) {
  const Digest record = submitted(Wanted::kReject);
  const Digest id = waiting(seniorReviewer(), override(record));
  ASSERT_EQ(endorse(compliance(), id), ReasonCode::kDone);
  EXPECT_EQ(row(record).decision, Decision::kRejected);
  ASSERT_EQ(endorse(riskOfficer(), id), ReasonCode::kDone);
  EXPECT_EQ(row(record).decision, Decision::kOverridden);
  EXPECT_EQ(row(record).reviewer, seniorReviewer().id) << "as the author's";
  EXPECT_EQ(row(record).endorsers, (std::vector{compliance().id, riskOfficer().id}));
  const auto events = told<wire::RecordOverridden>();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].key, seniorReviewer().key.publicKey());
  EXPECT_EQ(events[0].endorsers, (std::vector{compliance().key.publicKey(), riskOfficer().key.publicKey()}));
}

TEST_F(Overrides, AnIssueStandsOnAnOverriddenRecord) {
  const Digest record = submitted(Wanted::kReject);
  const wire::RegisterAsset before{wire::AssetTemplate::kProperty, kKey, "N", {record}, {}};
  EXPECT_EQ(run(issuer(), before), ReasonCode::kRecordNotUsable);
  ASSERT_EQ(carried(override(record)), ReasonCode::kDone);
  const auto terms = world.terms(registered(record), "HOUSE", 1'000);
  EXPECT_EQ(run(issuer(), world.approved(terms, treasurer())), ReasonCode::kDone);
}

TEST_F(Overrides, EndOfThemselves) {
  const Digest record = submitted(Wanted::kReject);
  ASSERT_EQ(carried(override(record)), ReasonCode::kDone);
  world.passTime(86'400 + 1);
  const wire::RegisterAsset late{wire::AssetTemplate::kProperty, kKey, "N", {record}, {}};
  EXPECT_EQ(run(issuer(), late), ReasonCode::kRecordNotUsable);
  EXPECT_EQ(carried(override(record)), ReasonCode::kNotOverridable) << "new data, not the same word again";
}

// ---- what is not overridden ----

TEST_F(Overrides, OnlyCapXIsOverridden) {
  const Digest v =
      submitted(Wanted::kReject, 1, [](auto& record) { record.fetch.transport.hostFailed = true; });
  ASSERT_EQ(row(v).capCode, 'V');
  EXPECT_EQ(carried(override(v)), ReasonCode::kNotOverridable);
  ASSERT_EQ(run(clusterOperator(), adopting(kKey, wire::FactName::kAssetStopped, "yes"),
                {&riskOfficer(), &compliance()}),
            ReasonCode::kDone);
  const Digest z = submitted(Wanted::kReject, 2);
  ASSERT_EQ(row(z).capCode, 'Z');
  EXPECT_EQ(carried(override(z)), ReasonCode::kNotOverridable);
  const Digest both = submitted(Wanted::kAccept, 3);
  EXPECT_EQ(carried(override(both)), ReasonCode::kNotOverridable);
  for (const Digest& each : {v, z, both}) EXPECT_EQ(row(each).decision, Decision::kRejected);
}

TEST_F(Overrides, OnlyWhatTheScoreRejectedIsOverridden) {
  EXPECT_EQ(carried(override(submitted(Wanted::kAccept, 1))), ReasonCode::kNotOverridable);
  const Digest waits = submitted(Wanted::kReview, 2);
  EXPECT_EQ(carried(override(waits)), ReasonCode::kNotOverridable);
  ASSERT_EQ(run(reviewer(), wire::ClaimReview{waits}), ReasonCode::kDone);
  ASSERT_EQ(run(reviewer(), wire::DecideReview{waits, wire::ReviewDecision::kReject, 5, "Forged."}),
            ReasonCode::kDone);
  EXPECT_EQ(carried(override(waits)), ReasonCode::kNotOverridable) << "a reviewer said no";
  EXPECT_EQ(carried(override(filled<Digest>(9))), ReasonCode::kUnknownRecord);
}

TEST_F(Overrides, NothingIsOverriddenTwice) {
  const Digest record = submitted(Wanted::kReject);
  const auto order = approved(seniorReviewer(), override(record), {&riskOfficer(), &compliance()});
  ASSERT_EQ(run(seniorReviewer(), order), ReasonCode::kDone);
  EXPECT_EQ(run(seniorReviewer(), order), ReasonCode::kNotOverridable);
  EXPECT_EQ(carried(override(record, "Again.")), ReasonCode::kNotOverridable);
  EXPECT_EQ(row(record).note, "The registry confirmed.");
}

TEST_F(Overrides, HistoryIsNotOverridden) {
  const Digest record =
      submitted(Wanted::kReject, 1, [](auto& record) { record.fetch.purpose = wire::Purpose::kHistory; });
  EXPECT_EQ(carried(override(record)), ReasonCode::kNotOverridable);
}

TEST_F(Overrides, NeedAReason) {
  const Digest record = submitted(Wanted::kReject);
  for (const char* reason : {"", " ", "two\nlines"})
    EXPECT_EQ(carried(override(record, reason)), ReasonCode::kReasonMissing);
}

// ---- who ----

TEST_F(Overrides, AreASeniorReviewersToOrder) {
  const Digest record = submitted(Wanted::kReject);
  for (const Person* each : {&reviewer(), &issuer(), &slimNode(), &administrator(), &clusterOperator()})
    EXPECT_EQ(carried(override(record), *each), ReasonCode::kPermissionMissing) << each->name;
  EXPECT_EQ(run(riskOfficer(), override(record), {&seniorReviewer(), &compliance()}),
            ReasonCode::kPermissionMissing);
}

TEST_F(Overrides, NeedAWordOfEachGroup) {
  const Digest record = submitted(Wanted::kReject);
  const auto order = override(record);
  EXPECT_EQ(run(seniorReviewer(), order), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(seniorReviewer(), order, {&riskOfficer()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(seniorReviewer(), order, {&compliance()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(seniorReviewer(), order, {&riskOfficer(), &treasurer()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(seniorReviewer(), order, {&riskOfficer(), &custodian()}), ReasonCode::kApprovalBad);
  EXPECT_EQ(run(seniorReviewer(), order, {&riskOfficer(), &seniorReviewer()}), ReasonCode::kApprovalOwn);
}

TEST_F(Overrides, AnOfficerOfBothGroupsIsOnePerson) {
  const Person both = newcomer(60);
  auto roles = grant(both, Role::kRiskOfficer);
  roles.roles |= maskOf(Role::kCompliance);
  ASSERT_EQ(run(administrator(), roles, {&administrator2()}), ReasonCode::kDone);
  world.passTime(24 * kHour);
  const Digest record = submitted(Wanted::kReject);
  EXPECT_EQ(run(seniorReviewer(), override(record), {&both}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(seniorReviewer(), override(record), {&both, &riskOfficer()}), ReasonCode::kDone);
}

/// The attack: two administrators make the officers that it takes, now.
TEST_F(Overrides, WhoWasRegisteredTodayTakesNoPart) {
  const Person made = newcomer(60);
  ASSERT_EQ(run(administrator(), grant(made, Role::kCompliance), {&administrator2()}), ReasonCode::kDone);
  const Digest record = submitted(Wanted::kReject);
  EXPECT_EQ(run(seniorReviewer(), override(record), {&made, &riskOfficer()}), ReasonCode::kApprovalRelated);
  const Person author = newcomer(61);
  ASSERT_EQ(run(administrator(), grant(author, Role::kSeniorReviewer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(carried(override(record), author), ReasonCode::kApprovalRelated);
}

/// Whatever they were when the record came.
TEST_F(Overrides, WhoSubmittedTakesNoPart) {
  const Digest record = submitted(Wanted::kReject);
  ASSERT_EQ(run(administrator(), revoke(slimNode(), Role::kSlimNode), {&administrator2()}),
            ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(slimNode(), Role::kCompliance), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(seniorReviewer(), override(record), {&riskOfficer(), &slimNode()}), ReasonCode::kApprovalOwn);
  ASSERT_EQ(run(administrator(), revoke(slimNode(), Role::kCompliance), {&administrator2()}),
            ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(slimNode(), Role::kSeniorReviewer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(carried(override(record), slimNode()), ReasonCode::kReviewOwnSubmission);
}

TEST_F(Overrides, WhoIssuesWhatItIsAboutTakesNoPart) {
  registered(submitted(Wanted::kAccept, 2));
  const Digest record = submitted(Wanted::kReject);
  ASSERT_EQ(run(administrator(), revoke(issuer(), Role::kIssuer), {&administrator2()}), ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(issuer(), Role::kCompliance), {&administrator2()}), ReasonCode::kDone);
  EXPECT_EQ(run(seniorReviewer(), override(record), {&riskOfficer(), &issuer()}), ReasonCode::kApprovalOwn);
}

TEST_F(Overrides, WhoTookPartNeitherApprovesNorMakesTheIssueOnIt) {
  const Digest record = submitted(Wanted::kReject);
  ASSERT_EQ(carried(override(record)), ReasonCode::kDone);
  const auto terms = world.terms(registered(record), "HOUSE", 1'000);
  EXPECT_EQ(run(issuer(), world.approved(terms, compliance())), ReasonCode::kApprovalOwn)
      << "compliance gave a word for the record";
  ASSERT_EQ(run(administrator(), revoke(riskOfficer(), Role::kRiskOfficer), {&administrator2()}),
            ReasonCode::kDone);
  ASSERT_EQ(run(administrator(), grant(riskOfficer(), Role::kIssuer), {&administrator2()}),
            ReasonCode::kDone);
  const wire::RegisterAsset own{wire::AssetTemplate::kProperty, "other", "N", {record}, {}};
  const auto reasons = world.ledger().simulate(AnyCommand(own), riskOfficer().key.publicKey());
  EXPECT_TRUE(std::ranges::any_of(
      reasons, [](const Reason& each) { return each.code == ReasonCode::kRecordReviewerIsIssuer; }));
}

}  // namespace
}  // namespace aurigraph::ledger
