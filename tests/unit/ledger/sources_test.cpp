// Of which sources records are taken, and how far they are believed (R-TRUST-1).

#include <gtest/gtest.h>

#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::RecordKind;

constexpr std::int64_t kDay = 24 * kHour;

class Sources : public ProposalsTest {
 protected:
  static wire::SourceTerms registry(std::string name = "registry") {
    return testSource(true, std::move(name));
  }
  static wire::AdoptSource adopting(wire::SourceTerms terms) { return {std::move(terms), {}}; }
  ReasonCode adopt(wire::SourceTerms terms) {
    return run(clusterOperator(), adopting(std::move(terms)), {&riskOfficer(), &compliance()});
  }
  static wire::PauseSource pausing(std::string name = "test") {
    return {std::move(name), "It contradicts itself.", {}};
  }
  static wire::ResumeSource resuming(std::string name = "test") { return {std::move(name), {}}; }
  /// A fresh record of a source, another one each time.
  ScoredRecord recordOf(const std::string& source, RecordKind kind = RecordKind::kPropertyTitle) {
    ScoredRecord out = scoredRecord(kind, "P-" + std::to_string(++made_), world.now());
    out.record.sourceId = source;
    return out;
  }
  ReasonCode submit(const ScoredRecord& record) { return world.run(slimNode(), record.command()); }

 private:
  int made_ = 0;
};

TEST_F(Sources, NoRecordIsTakenOfASourceThatNobodyAdopted) {
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kSourceUnknown);
  ASSERT_EQ(adopt(registry()), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("Registry")), ReasonCode::kSourceUnknown) << "another name";
}

TEST_F(Sources, AnOperatorProposesAndBothGroupsEndorse) {
  const auto terms = adopting(registry());
  EXPECT_EQ(run(clusterOperator(), terms), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(clusterOperator(), terms, {&riskOfficer()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(clusterOperator(), terms, {&compliance()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(clusterOperator(), terms, {&riskOfficer(), &administrator()}), ReasonCode::kApprovalBad);
  for (const Person* other :
       {&slimNode(), &issuer(), &administrator(), &reviewer(), &compliance(), &holder()})
    EXPECT_EQ(run(*other, terms, {&riskOfficer(), &compliance()}), ReasonCode::kPermissionMissing)
        << other->name;
  EXPECT_EQ(world.ledger().source("registry"), nullptr);
  const Digest waits = waiting(clusterOperator(), terms);
  ASSERT_EQ(endorse(compliance(), waits), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().source("registry"), nullptr);
  ASSERT_EQ(endorse(riskOfficer(), waits), ReasonCode::kDone);
  ASSERT_NE(world.ledger().source("registry"), nullptr);
  ASSERT_EQ(told<wire::SourceAdopted>().size(), 1U);
  EXPECT_EQ(told<wire::SourceAdopted>().front(), (wire::SourceAdopted{registry(), 1, clusterOperator().id}));
}

/// The attack: two administrators make the officers that the gate asks for.
TEST_F(Sources, WhoCameTodayEndorsesNone) {
  const Person officer = newcomer(60);
  ASSERT_EQ(run(administrator(), grant(officer, wire::Role::kRiskOfficer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(clusterOperator(), adopting(registry()), {&officer, &compliance()}),
            ReasonCode::kApprovalRelated);
  world.passTime(kDay);
  EXPECT_EQ(run(clusterOperator(), adopting(registry()), {&officer, &compliance()}), ReasonCode::kDone);
}

TEST_F(Sources, WhatIsSignedAreTheTermsThemselves) {
  auto signedTerms = approved(clusterOperator(), adopting(registry()), {&riskOfficer(), &compliance()});
  signedTerms.terms.tier = wire::SourceTier::kPublicApi;
  EXPECT_EQ(run(clusterOperator(), signedTerms), ReasonCode::kApprovalBad);
}

TEST_F(Sources, TermsThatCouldNotBeTrueAreRefused) {
  const auto with = [&](auto change) {
    wire::SourceTerms terms = registry();
    change(terms);
    return adopt(std::move(terms));
  };
  for (const char* name : {"", "Registry", "-a", "a-", "a--b", "a b", "a.b", "\u0430"})
    EXPECT_EQ(with([&](auto& terms) { terms.name = name; }), ReasonCode::kMandatoryFieldBad) << name;
  EXPECT_EQ(with([](auto& terms) { terms.provider = ""; }), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(with([](auto& terms) { terms.kinds.clear(); }), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(with([](auto& terms) { terms.recordsPerHour = 0; }), ReasonCode::kMandatoryFieldBad);
  for (const char* host :
       {"h h", "h:443", "https://h", "*.com", "-h", "h.", "h..i", "H", "h\u043Est", "h\ni"})
    EXPECT_EQ(with([&](auto& terms) { terms.host = host; }), ReasonCode::kMandatoryFieldBad) << host;
  EXPECT_EQ(with([](auto& terms) { terms.signer = PublicKey(); }), ReasonCode::kMandatoryFieldBad);
  EXPECT_EQ(with([](auto& terms) { terms.host = ""; }), ReasonCode::kMandatoryFieldBad) << "pins of no host";
  EXPECT_EQ(with([](auto& terms) { terms.origin = wire::Origin::kReplayed; }),
            ReasonCode::kMandatoryFieldBad);
}

TEST_F(Sources, TermsOutOfOrderAreNoTerms) {
  wire::AdoptSource twice = adopting(registry());
  twice.terms.kinds = {RecordKind::kPropertyTitle, RecordKind::kPropertyTitle};
  EXPECT_EQ(run(clusterOperator(), twice), ReasonCode::kMalformed);
}

TEST_F(Sources, ASimulatedClusterAdoptsOnlySimulatedOnesAndTheOtherWayRound) {
  EXPECT_EQ(adopt(testSource(false, "registry")), ReasonCode::kSourceOrigin);
  world = LedgerWorld(testGenesis(false));
  EXPECT_EQ(adopt(testSource(true, "registry")), ReasonCode::kSourceOrigin);
  EXPECT_EQ(adopt(testSource(false, "registry")), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kOriginRefused);
}

TEST_F(Sources, NewTermsTakeThePlaceOfTheOld) {
  ASSERT_EQ(adopt(registry()), ReasonCode::kDone);
  EXPECT_EQ(adopt(registry()), ReasonCode::kSourceStands);
  wire::SourceTerms less = registry();
  less.kinds = {RecordKind::kCarbonBlock};
  ASSERT_EQ(adopt(less), ReasonCode::kDone);
  EXPECT_EQ(told<wire::SourceAdopted>().front().version, 2U);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kSourceKind);
  EXPECT_EQ(submit(recordOf("registry", RecordKind::kCarbonBlock)), ReasonCode::kDone);
  EXPECT_EQ(told<wire::RecordAdmitted>().front().sourceVersion, 2U);
}

TEST_F(Sources, WhatARecordClaimsBeyondItsSourceIsLoweredAndNotRefused) {
  wire::SourceTerms terms = registry();
  terms.host.clear();
  terms.pins.clear();
  terms.tier = wire::SourceTier::kScraped;
  ASSERT_EQ(adopt(terms), ReasonCode::kDone);
  const ScoredRecord claims = recordOf("registry");
  ASSERT_EQ(submit(claims), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().record(claims.record.id())->decision, Decision::kWaiting) << "a scraped page";
  ScoredRecord real = recordOf("registry");
  real.record.origin = wire::Origin::kReal;
  ASSERT_EQ(submit(real), ReasonCode::kDone);
  EXPECT_EQ(world.ledger().record(real.record.id())->origin, wire::Origin::kSimulated);
}

TEST_F(Sources, NoMoreRecordsInAnHourThanTheTermsSay) {
  wire::SourceTerms terms = registry();
  terms.recordsPerHour = 2;
  ASSERT_EQ(adopt(terms), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kSourceBudget);
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kDone) << "another source has its own";
  world.passTime(kHour);
  EXPECT_EQ(submit(recordOf("registry")), ReasonCode::kDone);
}

TEST_F(Sources, ComplianceAlonePausesForThreeDays) {
  ASSERT_EQ(run(compliance(), pausing()), ReasonCode::kDone);
  EXPECT_EQ(told<wire::SourcePaused>().front().until, Nanoseconds(world.now().value + 72 * kHour * kSecond));
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kSourcePaused);
  world.passTime(72 * kHour);
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kDone);
  EXPECT_EQ(run(compliance(), pausing()), ReasonCode::kSourcePausedLately) << "not for ever by one person";
  ASSERT_EQ(run(administrator(), grant(treasurer(), wire::Role::kCompliance), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(run(treasurer(), pausing()), ReasonCode::kSourcePausedLately) << "nor by two in turn";
  world.passTime(27 * kDay);
  EXPECT_EQ(run(compliance(), pausing()), ReasonCode::kDone);
}

TEST_F(Sources, WithARiskOfficerAPauseLastsUntilItIsResumed) {
  ASSERT_EQ(run(compliance(), pausing()), ReasonCode::kDone);
  ASSERT_EQ(run(compliance(), pausing(), {&riskOfficer()}), ReasonCode::kDone) << "confirmed";
  world.passTime(365 * kDay);
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kSourcePaused);
  EXPECT_EQ(run(compliance(), resuming()), ReasonCode::kApprovalMissing);
  EXPECT_EQ(run(compliance(), resuming(), {&administrator()}), ReasonCode::kApprovalBad);
  ASSERT_EQ(run(compliance(), resuming(), {&riskOfficer()}), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kDone);
  EXPECT_EQ(run(compliance(), resuming(), {&riskOfficer()}), ReasonCode::kSourceNotPaused);
}

TEST_F(Sources, AConfirmedPauseIsNotShortenedByALaterOne) {
  ASSERT_EQ(run(compliance(), pausing(), {&riskOfficer()}), ReasonCode::kDone);
  world.passTime(31 * kDay);
  EXPECT_EQ(run(compliance(), pausing()), ReasonCode::kSourcePaused)
      << "nobody is blamed for another's pause";
  world.passTime(73 * kHour);
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kSourcePaused);
}

TEST_F(Sources, OnlyComplianceOrdersPauses) {
  for (const Person* other : {&clusterOperator(), &riskOfficer(), &administrator(), &slimNode(), &issuer()}) {
    EXPECT_EQ(run(*other, pausing()), ReasonCode::kPermissionMissing) << other->name;
    EXPECT_EQ(run(*other, resuming(), {&riskOfficer()}), ReasonCode::kPermissionMissing) << other->name;
  }
  EXPECT_EQ(run(compliance(), pausing("nobody")), ReasonCode::kSourceUnknown);
  EXPECT_EQ(run(compliance(), wire::PauseSource{"test", " ", {}}), ReasonCode::kMandatoryFieldBad);
}

TEST_F(Sources, AdoptingAgainEndsNoPause) {
  ASSERT_EQ(run(compliance(), pausing(), {&riskOfficer()}), ReasonCode::kDone);
  wire::SourceTerms terms = testSource();
  terms.recordsPerHour = 5;
  ASSERT_EQ(adopt(terms), ReasonCode::kDone);
  EXPECT_EQ(submit(recordOf("test")), ReasonCode::kSourcePaused);
}

TEST_F(Sources, AGenesisWithASourceThatCannotBeAdoptedIsNone) {
  auto genesis = testGenesis();
  genesis.sources.front().origin = wire::Origin::kReal;
  const auto made = Ledger::fromGenesis(genesis, testSecret(), {});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "genesis.bad_source");
}

TEST_F(Sources, AGenesisNamesEachSourceOnce) {
  auto genesis = testGenesis();
  genesis.sources.push_back(genesis.sources.front());
  EXPECT_FALSE(wire::decodeGenesis(wire::encode(genesis)));
}

}  // namespace
}  // namespace aurigraph::ledger
