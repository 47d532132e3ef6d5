// What a record is worth is the ledger's to say: from its own tables, at the block's time (R-QA-2,
// R-TRUST-1).

#include <gtest/gtest.h>

#include "core/quality/score.h"
#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::FactName;
using wire::RecordKind;
using wire::Seen;

/// The series' rules, which also ask for what the ledger alone knows.
quality::RuleSet askingRules() {
  quality::RuleSet rules = seriesRules();
  for (quality::KindProfile& profile : rules.kinds) {
    if (profile.kind == RecordKind::kPropertyTitle) profile.rules = {{"P-C2", 3, {}}};
    if (profile.kind == RecordKind::kPropertyValuation) profile.rules = {{"P-C3", 3, {Decimal::of(2, 1)}}};
    if (profile.kind == RecordKind::kCarbonPrice) profile.rules = {{"CP-4", 3, {Decimal::of(5, 1)}}};
  }
  return rules;
}

/// With a third source, "plain", of which nothing proves the way.
wire::Genesis askingGenesis() {
  wire::Genesis genesis = seriesGenesis();
  genesis.ruleSets = {quality::encode(askingRules())};
  wire::SourceTerms plain = testSource(true, "plain");
  plain.tier = wire::SourceTier::kPublicApi;
  plain.host.clear();
  plain.pins.clear();
  plain.session = wire::SourceSession::kNone;
  genesis.sources.insert(genesis.sources.begin(), plain);
  return genesis;
}

wire::ScoreInputs contextIn(const wire::RecordAdmitted& event) {
  const auto context = wire::decodeScoreInputs(event.context);
  EXPECT_TRUE(context);
  return context.value_or(wire::ScoreInputs());
}
Seen seenIn(const wire::RecordAdmitted& event) {
  return contextIn(event).seen;
}
std::vector<Decimal> historyIn(const wire::RecordAdmitted& event) {
  const auto context = contextIn(event);
  return context.history.empty() ? std::vector<Decimal>() : context.history.front().values;
}
std::optional<wire::FieldValue> factIn(const wire::RecordAdmitted& event, std::string_view name) {
  for (const wire::RuleFact& fact : contextIn(event).facts)
    if (fact.name == name) return fact.value;
  return std::nullopt;
}
wire::SubmitRecord submitting(const wire::Record& record, std::uint8_t evidenceCopies = 2) {
  return {wire::encode(record), evidenceCopies};
}

class Scores : public ProposalsTest {
 protected:
  Scores() { world = LedgerWorld(askingGenesis()); }

  /// A good one, just read, another one each time.
  wire::Record recordOf(RecordKind kind, std::string assetKey, std::string source = "test") {
    auto out = scoredRecord(kind, std::move(assetKey), world.now(), Wanted::kAccept, ++seed_).record;
    out.sourceId = std::move(source);
    return out;
  }
  wire::Record blockOf(std::uint64_t first, std::uint64_t last, const std::string& series = "S1") {
    return blockRecord(world.now(), first, last, series, ++seed_).record;
  }
  wire::Record saying(RecordKind kind, Nanoseconds moment, std::int64_t value, std::uint64_t revision = 0,
                      std::string source = "test") {
    return sayingOf(kind, "P", moment, world.now(), value, revision, std::move(source)).record;
  }
  [[nodiscard]] Nanoseconds aMinuteAgo() const { return Nanoseconds(world.now().value - 60 * kSecond); }
  /// Submitted, and what the ledger tells of it.
  wire::RecordAdmitted admitted(const wire::Record& record) {
    EXPECT_EQ(run(slimNode(), submitting(record)), ReasonCode::kDone);
    const auto events = told<wire::RecordAdmitted>();
    return events.empty() ? wire::RecordAdmitted() : events.front();
  }
  wire::RecordAdmitted valued(const std::string& assetKey, const std::string& source) {
    return admitted(recordOf(RecordKind::kPropertyValuation, assetKey, source));
  }
  void adopt(const std::string& assetKey, FactName name, const std::string& value) {
    EXPECT_EQ(run(clusterOperator(), test::adopting(assetKey, name, value), {&riskOfficer(), &compliance()}),
              ReasonCode::kDone);
  }

 private:
  std::uint8_t seed_ = 0;
};

// ---- how far a record is believed ----

TEST_F(Scores, WhatARecordClaimsBeyondItsSourcesTermsIsWorthNothing) {
  wire::Record claims = recordOf(RecordKind::kPropertyTitle, "P", "plain");
  claims.fetch.transport.payloadSigned = true;
  wire::Record modest = recordOf(RecordKind::kPropertyTitle, "P", "plain");
  modest.tier = wire::SourceTier::kPublicApi;
  modest.fetch.transport = {};
  const auto lowered = admitted(claims);
  EXPECT_EQ(lowered.score, admitted(modest).score);
  EXPECT_EQ(contextIn(lowered).transport, wire::TransportFacts());
  EXPECT_EQ(contextIn(lowered).tier, wire::SourceTier::kPublicApi);
  EXPECT_LT(lowered.score, admitted(recordOf(RecordKind::kPropertyTitle, "P")).score)
      << "whose source proves its way";
}

TEST_F(Scores, WhatARecordSaysAgainstItselfCounts) {
  wire::Record weak = recordOf(RecordKind::kPropertyTitle, "P");
  weak.tier = wire::SourceTier::kLicensedAggregator;
  weak.fetch.transport.pinnedKey = false;
  const auto event = admitted(weak);
  EXPECT_EQ(contextIn(event).tier, wire::SourceTier::kLicensedAggregator);
  EXPECT_EQ(contextIn(event).transport, weak.fetch.transport);
  EXPECT_LT(event.score, admitted(recordOf(RecordKind::kPropertyTitle, "P")).score);
}

TEST_F(Scores, TheOriginIsTheWeakerOfSourceAndRecord) {
  using wire::Origin;
  const auto titleOf = [&](Origin origin) {
    wire::Record record = recordOf(RecordKind::kPropertyTitle, "P");
    record.origin = origin;
    return record;
  };
  for (const Origin origin : {Origin::kReal, Origin::kSimulated, Origin::kReplayed}) {
    const auto event = admitted(titleOf(origin));
    EXPECT_EQ(event.origin, Origin::kSimulated) << wire::nameOf(origin);
    EXPECT_EQ(world.ledger().record(event.id)->origin, Origin::kSimulated) << wire::nameOf(origin);
  }
  world = LedgerWorld(testGenesis(false));
  EXPECT_EQ(admitted(titleOf(Origin::kReal)).origin, Origin::kReal);
  for (const Origin origin : {Origin::kSimulated, Origin::kReplayed})
    EXPECT_EQ(run(slimNode(), submitting(titleOf(origin))), ReasonCode::kOriginRefused);
}

TEST_F(Scores, FactsOfTheLedgersOwnAreNotTheSubmittersToGive) {
  wire::Record claims = recordOf(RecordKind::kPropertyValuation, "P");
  claims.fetch.facts = {{"second_valuation", wire::Quantity{Decimal::of(100), ""}}};
  const auto event = admitted(claims);
  EXPECT_EQ(event.score, valued("Q", "test").score);
  EXPECT_TRUE(contextIn(event).facts.empty());
  EXPECT_EQ(contextIn(event).independentSources, 1);
}

// ---- everybody finds the same ----

TEST_F(Scores, WhoeverHasTheEventScoresTheSame) {
  const auto score = [&](const wire::Record& record) {
    const auto event = admitted(record);
    const auto context = contextIn(event);
    const auto again = quality::score(record, context, askingRules());
    const RecordRow& row = *world.ledger().record(event.id);
    EXPECT_EQ(wire::encode(context), event.context);
    EXPECT_EQ(context.scoredAt, world.ledger().time());
    EXPECT_EQ(event.ruleSet, askingRules().digest());
    EXPECT_EQ(std::pair(again.score, again.band), std::pair(event.score, event.band));
    EXPECT_EQ(std::pair(row.score, row.band), std::pair(event.score, event.band));
    EXPECT_EQ(row.scoredAt, world.ledger().time());
    return event.band;
  };
  const auto made = [&](Wanted wanted) {
    return scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), wanted).record;
  };
  EXPECT_EQ(score(made(Wanted::kAccept)), Band::kAccept);
  EXPECT_EQ(score(made(Wanted::kReview)), Band::kReview);
  EXPECT_EQ(score(made(Wanted::kReject)), Band::kReject);
  EXPECT_EQ(score(recordOf(RecordKind::kPropertyValuation, "P", "test")), Band::kAccept);
  EXPECT_EQ(score(recordOf(RecordKind::kPropertyValuation, "P", "test-2")), Band::kAccept);
  EXPECT_EQ(score(projectRecord(world.now()).record), Band::kAccept);
  EXPECT_EQ(score(blockOf(1, 100)), Band::kAccept);
  EXPECT_EQ(score(blockOf(100, 200)), Band::kReject);
  adopt("P", FactName::kAssetStopped, "yes");
  EXPECT_EQ(score(recordOf(RecordKind::kPropertyTitle, "P")), Band::kReject);
}

TEST_F(Scores, ReplicasFindTheSameScoresAndContexts) {
  const Nanoseconds moment = aMinuteAgo();
  for (const char* source : {"test", "test-2"})
    for (const std::int64_t value : {100, 110, 100})
      admitted(saying(RecordKind::kPropertyValuation, moment, value, 0, source));
  admitted(saying(RecordKind::kCarbonPrice, moment, 12));
  admitted(blockOf(1, 100));
  admitted(blockOf(1, 50));
  adopt("P", FactName::kAssetStopped, "yes");
  admitted(saying(RecordKind::kPropertyValuation, moment, 120, 1));
  adopt("P", FactName::kAssetStopped, "");
  world.passTime(2);  // a checkpoint is due
  world.apply(std::vector<Bytes>{});

  auto other = Ledger::fromGenesis(askingGenesis(), testSecret(), {}).value();
  for (std::size_t at = 0; at < world.blocks().size(); ++at)
    EXPECT_TRUE(LedgerWorld::applyTo(*other, world.blocks()[at]) == world.outcomes()[at]) << at;
  ASSERT_EQ(other->checkpointHeight(), other->height());
  EXPECT_EQ(other->stateRoot(), world.ledger().stateRoot());
}

TEST_F(Scores, WhatIsSimulatedIsWhatIsExecuted) {
  const auto checked = [&](const Person& author, const wire::SubmitRecord& command) {
    world.apply(std::vector<Bytes>{});
    const auto reasons = world.ledger().simulate(wire::AnyCommand(command), author.key.publicKey());
    const ReasonCode code = run(author, command);
    EXPECT_EQ(code, reasons.empty() ? ReasonCode::kDone : reasons.front().code);
    return code;
  };
  const wire::Record good = recordOf(RecordKind::kPropertyTitle, "P");
  EXPECT_EQ(checked(slimNode(), submitting(good)), ReasonCode::kDone);
  EXPECT_EQ(checked(slimNode(), submitting(good)), ReasonCode::kRecordDuplicate);
  const wire::Record strange = recordOf(RecordKind::kPropertyTitle, "P", "nobody");
  EXPECT_EQ(checked(slimNode(), submitting(strange)), ReasonCode::kSourceUnknown);
  wire::Record ahead = recordOf(RecordKind::kPropertyTitle, "P");
  ahead.retrievedAt = Nanoseconds(world.now().value + 3'600 * kSecond);
  EXPECT_EQ(checked(slimNode(), submitting(ahead)), ReasonCode::kClockAhead);
  std::vector<ReasonCode> codes;
  for (const Reason& each :
       world.ledger().simulate(wire::AnyCommand(submitting(strange, 0)), holder().key.publicKey()))
    codes.push_back(each.code);
  EXPECT_EQ(codes, (std::vector{ReasonCode::kPermissionMissing, ReasonCode::kMandatoryFieldBad,
                                ReasonCode::kSourceUnknown}));
}

// ---- second words ----

TEST_F(Scores, AnotherSourcesWordRaisesAndItsOwnDoesNot) {
  const auto first = valued("P", "test");
  const auto own = valued("P", "test");
  EXPECT_EQ(contextIn(own).independentSources, 1);
  EXPECT_EQ(own.score, first.score);
  const auto alone = valued("Q", "test-2");
  const auto second = valued("P", "test-2");
  EXPECT_EQ(contextIn(second).independentSources, 2);
  EXPECT_EQ(factIn(second, "second_valuation"), wire::FieldValue(wire::Quantity{Decimal::of(100), ""}));
  EXPECT_GT(second.score, alone.score);
  EXPECT_GT(valued("P", "test").score, first.score) << "each is the other's second";
}

TEST_F(Scores, AnotherSourcesWordThatContradictsLowers) {
  const auto alone = valued("Q", "test-2");
  valued("P", "test");
  wire::Record other = recordOf(RecordKind::kPropertyValuation, "P", "test-2");
  other.fields = {numberField("value", 1'000)};
  EXPECT_LT(admitted(other).score, alone.score);
}

TEST_F(Scores, OnlyAnAcceptedWordWhileItIsYoungIsASecondOne) {
  wire::Record refused = recordOf(RecordKind::kPropertyValuation, "P");
  refused.fetch.transport.hostFailed = true;
  ASSERT_EQ(admitted(refused).band, Band::kReject);
  EXPECT_EQ(contextIn(valued("P", "test-2")).independentSources, 1);
  ASSERT_EQ(valued("Q", "test").band, Band::kAccept);
  world.passTime(3'599);
  EXPECT_EQ(contextIn(valued("Q", "test-2")).independentSources, 2);
  world.passTime(2);
  EXPECT_EQ(contextIn(valued("Q", "test-2")).independentSources, 1);
}

// ---- facts ----

TEST_F(Scores, AnAdoptedFactCountsFromTheNextRecordOn) {
  const auto titled = [&] {
    wire::Record record = recordOf(RecordKind::kPropertyTitle, "P");
    record.fields.insert(record.fields.begin(),
                         {"owner_name_hash", filled<Digest>(0xAA), wire::ParseQuality::kExact, ""});
    return admitted(record);
  };
  const auto owner = [&](const std::string& assetKey, std::uint8_t hash) {
    adopt(assetKey, FactName::kSpvOwnerHash, toHex(filled<Digest>(hash).view()));
  };
  const auto before = titled();
  owner("P", 0xAA);
  const auto agreeing = titled();
  EXPECT_GT(agreeing.score, before.score);
  EXPECT_EQ(world.ledger().record(before.id)->score, before.score) << "scored once";
  owner("", 0xBB);
  EXPECT_EQ(titled().score, agreeing.score) << "the object's own counts";
  adopt("P", FactName::kSpvOwnerHash, "");
  EXPECT_LT(titled().score, before.score) << "now that of every object";
  adopt("", FactName::kSpvOwnerHash, "");
  EXPECT_EQ(titled().score, before.score);
}

TEST_F(Scores, NothingOfAStoppedAssetIsAccepted) {
  adopt("P", FactName::kAssetStopped, "yes");
  const auto stopped = admitted(recordOf(RecordKind::kPropertyTitle, "P"));
  EXPECT_EQ(stopped.score, Ppm(0));
  EXPECT_EQ(world.ledger().record(stopped.id)->capCode, 'Z');
  EXPECT_EQ(admitted(recordOf(RecordKind::kPropertyTitle, "Q")).band, Band::kAccept);
  adopt("P", FactName::kAssetStopped, "no");
  EXPECT_EQ(admitted(recordOf(RecordKind::kPropertyTitle, "P")).band, Band::kAccept);
}

// ---- what was said before ----

TEST_F(Scores, AConflictDoesNotTakeTheMoment) {
  const Nanoseconds moment = aMinuteAgo();
  const auto said = [&](std::int64_t value, std::uint64_t revision = 0, const char* source = "test") {
    return admitted(saying(RecordKind::kPropertyValuation, moment, value, revision, source));
  };
  EXPECT_EQ(seenIn(said(100)), Seen::kNew);
  const auto conflict = said(200);
  EXPECT_EQ(seenIn(conflict), Seen::kConflict);
  EXPECT_EQ(conflict.band, Band::kReject);
  EXPECT_EQ(seenIn(said(100)), Seen::kNew) << "the honest word again";
  EXPECT_EQ(seenIn(said(200, 0, "test-2")), Seen::kNew) << "another source speaks for itself";
  const auto revised = said(200, 1);
  EXPECT_EQ(seenIn(revised), Seen::kSupersedes);
  EXPECT_EQ(historyIn(revised), (std::vector{Decimal::of(100), Decimal::of(100)}))
      << "of what was accepted alone";
  EXPECT_EQ(seenIn(said(100)), Seen::kConflict) << "revised since";
}

TEST_F(Scores, ARejectedRecordTakesNoMoment) {
  const Nanoseconds moment = aMinuteAgo();
  wire::Record failed = saying(RecordKind::kPropertyValuation, moment, 100, UINT64_MAX);
  failed.fetch.transport.hostFailed = true;
  ASSERT_EQ(admitted(failed).band, Band::kReject);
  EXPECT_EQ(seenIn(admitted(saying(RecordKind::kPropertyValuation, moment, 200))), Seen::kNew)
      << "the honest word";
  for (int at = 0; at < 40; ++at) {
    const Nanoseconds nextCentury(world.now().value + (at + 1) * 365 * 24 * kHour * kSecond);
    ASSERT_EQ(admitted(saying(RecordKind::kPropertyValuation, nextCentury, 300)).band, Band::kReject);
  }
  EXPECT_EQ(seenIn(admitted(saying(RecordKind::kPropertyValuation, moment, 100))), Seen::kConflict)
      << "moments still to come did not push it out";
}

TEST_F(Scores, HistoryIsHeldAgainstNobodyAndSpeaksForNobody) {
  const Nanoseconds moment = aMinuteAgo();
  wire::Record history = saying(RecordKind::kPropertyValuation, moment, 100, 0, "test-2");
  history.fetch.purpose = wire::Purpose::kHistory;
  ASSERT_EQ(admitted(history).band, Band::kAccept);
  const auto event = admitted(saying(RecordKind::kPropertyValuation, moment, 200));
  EXPECT_EQ(factIn(event, "second_valuation"), std::nullopt);
  EXPECT_EQ(contextIn(event).independentSources, 1);
  EXPECT_EQ(seenIn(admitted(saying(RecordKind::kPropertyValuation, moment, 200, 0, "test-2"))), Seen::kNew);
}

TEST_F(Scores, HistoryIsOfTheLastThirtyAcceptedValues) {
  std::vector<Decimal> before;
  for (int at = 0; at < 33; ++at) {
    wire::Record record = recordOf(RecordKind::kPropertyValuation, "P");
    record.fields = {numberField("value", 1'000 + at)};
    const auto event = admitted(record);
    ASSERT_EQ(event.band, Band::kAccept) << at;
    EXPECT_EQ(historyIn(event), before) << at;
    before.push_back(Decimal::of(1'000 + at));
    if (before.size() > 30) before.erase(before.begin());
  }
}

TEST_F(Scores, AReadingThatStandsStillTooOftenIsStuck) {
  std::vector<Ppm> scores;
  for (int at = 0; at < 6; ++at) scores.push_back(valued("P", "test").score);
  EXPECT_EQ(scores[4], scores[0]);
  EXPECT_LT(scores[5], scores[4]);
}

TEST_F(Scores, APricesMedianIsOfTheLastOfEachDay) {
  const auto said = [&](std::int64_t price) {
    const auto event = admitted(saying(RecordKind::kCarbonPrice, aMinuteAgo(), price));
    EXPECT_EQ(event.band, Band::kAccept) << price;
    return factIn(event, "median_30d");
  };
  for (std::int64_t day = 1; day <= 10; ++day) {
    EXPECT_EQ(said(20 + day), std::nullopt) << "fewer than ten days before " << day;
    (void)said(10 + day);
    world.passTime(24 * kHour);
  }
  EXPECT_EQ(said(16), wire::FieldValue(wire::Quantity{Decimal::of(16), "USD"})) << "of 11 … 20";
}

// ---- carbon ----

TEST_F(Scores, SerialsThatAnotherBlockHasAreRejected) {
  EXPECT_EQ(admitted(blockOf(1, 100)).band, Band::kAccept);
  const auto overlapping = admitted(blockOf(100, 150));
  EXPECT_EQ(seenIn(overlapping), Seen::kSerialOverlap);
  EXPECT_EQ(overlapping.band, Band::kReject);
  EXPECT_EQ(overlapping.score, Ppm(0));
  EXPECT_EQ(world.ledger().record(overlapping.id)->capCode, 'Z');
  EXPECT_EQ(admitted(blockOf(1, 100)).band, Band::kAccept) << "the same block again";
  EXPECT_EQ(admitted(blockOf(101, 200)).band, Band::kAccept) << "what was rejected has no serials";
  EXPECT_EQ(admitted(blockOf(1, 100, "S2")).band, Band::kAccept) << "another series";
  EXPECT_EQ(admitted(blockOf(1, 1)).band, Band::kReject);
}

TEST_F(Scores, ABlocksProjectResolvesOnceItWasAccepted) {
  const auto before = admitted(blockOf(1, 100));
  EXPECT_TRUE(contextIn(before).references.empty());
  auto refused = projectRecord(world.now()).record;
  refused.fetch.transport.hostFailed = true;
  ASSERT_EQ(admitted(refused).band, Band::kReject);
  EXPECT_EQ(admitted(blockOf(1, 100)).score, before.score);
  ASSERT_EQ(admitted(projectRecord(world.now()).record).band, Band::kAccept);
  const auto after = admitted(blockOf(1, 100));
  EXPECT_EQ(contextIn(after).references,
            (std::vector<wire::ReferenceLookup>{{"project", wire::ReferenceOutcome::kResolved}}));
  EXPECT_GT(after.score, before.score);
}

}  // namespace
}  // namespace aurigraph::ledger
