// What a record is worth: the auditor makes the context of each score by itself, agrees with the ledger about
// it byte by byte, and notices what was told otherwise.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <utility>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::FactName;
using wire::RecordKind;

constexpr std::int64_t kDay = 86'400;

bool seldom(int in) {
  return *rc::gen::inRange(0, in) == 0;
}
Nanoseconds before(Nanoseconds time, std::int64_t seconds) {
  return Nanoseconds(time.value - seconds * kSecond);
}

/// A world where series count, with what two sources say in it.
class Told {
 public:
  LedgerWorld world{seriesGenesis()};

  ReasonCode say(const ScoredRecord& record) { return world.run(slimNode(), AnyCommand(record.command())); }
  ReasonCode adopt(const std::string& object, FactName name, const std::string& value) {
    return world.run(clusterOperator(),
                     AnyCommand(world.approvedFor(clusterOperator(), adopting(object, name, value),
                                                  {riskOfficer(), compliance()})));
  }
  ScoredRecord valuation(Nanoseconds moment, std::int64_t value, std::uint64_t revision = 0,
                         std::string source = "test") const {
    return sayingOf(RecordKind::kPropertyValuation, "S0", moment, world.now(), value, revision,
                    std::move(source));
  }
  /// Said and taken: what it was scored with.
  wire::ScoreInputs contextOf(const ScoredRecord& record) {
    EXPECT_EQ(say(record), ReasonCode::kDone);
    return wire::decodeScoreInputs(admitted().context).value();
  }
  const wire::RecordAdmitted& admitted() const {
    return std::get<wire::RecordAdmitted>(world.outcomes().back().events.front().what);
  }
  void expectAgreement() const {
    Replay replay(seriesGenesis());
    EXPECT_EQ(textOf(replay.play(world.blocks())), "");
  }
};

const wire::RuleFact* factIn(const wire::ScoreInputs& context, std::string_view name) {
  const auto at = std::ranges::find(context.facts, name, &wire::RuleFact::name);
  return at == context.facts.end() ? nullptr : &*at;
}

RC_GTEST_PROP(Agreement, OnWhatRecordsAreWorth, ()) {
  Told told;
  const std::vector<RecordKind> kinds = {RecordKind::kPropertyValuation, RecordKind::kCarbonPrice,
                                         RecordKind::kCarbonBlock, RecordKind::kCarbonProject};
  const int steps = *rc::gen::inRange(1, 80);
  for (int step = 0; step < steps; ++step) {
    const Nanoseconds now = told.world.now();
    if (seldom(8)) {
      (void)told.adopt(
          *rc::gen::element<std::string>("", "S0", "S1"),
          *rc::gen::element(FactName::kSpvOwnerHash, FactName::kVenueKnown, FactName::kAssetStopped),
          *rc::gen::element<std::string>("yes", "no", "no", "", std::string(64, 'a')));
      continue;
    }
    const auto kind = *rc::gen::elementOf(kinds);
    ScoredRecord record;
    if (kind == RecordKind::kCarbonBlock) {
      const auto first = *rc::gen::element<std::uint64_t>(1, 50, 101);
      record = blockRecord(now, first, first + 59, "S1", static_cast<std::uint8_t>(step));
    } else if (kind == RecordKind::kCarbonProject) {
      record = projectRecord(now, static_cast<std::uint8_t>(step));
    } else {
      const std::int64_t days = kind == RecordKind::kCarbonPrice ? *rc::gen::inRange(0, 40) : 0;
      record = sayingOf(kind, *rc::gen::element<std::string>("S0", "S1"),
                        before(kGenesisTime, days * kDay + *rc::gen::inRange(1, 4)), now,
                        *rc::gen::inRange(100, 103), *rc::gen::inRange<std::uint64_t>(0, 3),
                        *rc::gen::element<std::string>("test", "test", "test-2"));
    }
    if (seldom(6)) record.record.observedAt = record.record.retrievedAt;
    if (seldom(8)) record.record.fetch.transport.authenticatedSession = false;
    if (seldom(8)) record.record.fetch.facts = {{"quantity_before", false}, {"second_px", true}};
    if (seldom(12)) record.record.fetch.purpose = wire::Purpose::kHistory;
    if (seldom(12))
      record.record.retrievedAt = Nanoseconds(now.value + *rc::gen::inRange(-7'200, 20) * kSecond);
    (void)told.say(record);
    told.world.passTime(*rc::gen::element(0, 0, 1, 600, 4'000));
  }
  Replay replay(seriesGenesis());
  RC_ASSERT(textOf(replay.play(told.world.blocks())) == "");
}

// ---- so that nobody agrees on empty contexts alone ----

TEST(Agreement, OnASourceThatRepeatsCorrectsAndContradictsItself) {
  Told told;
  const Nanoseconds moment = before(kGenesisTime, 60);
  EXPECT_EQ(told.contextOf(told.valuation(moment, 100)).seen, wire::Seen::kNew);
  told.world.passTime(1);
  EXPECT_EQ(told.contextOf(told.valuation(moment, 100)).seen, wire::Seen::kNew);
  EXPECT_EQ(told.contextOf(told.valuation(moment, 101)).seen, wire::Seen::kConflict);
  EXPECT_EQ(told.contextOf(told.valuation(moment, 101, 1)).seen, wire::Seen::kSupersedes);
  EXPECT_EQ(told.contextOf(told.valuation(moment, 102, 1)).seen, wire::Seen::kConflict);
  const auto last = told.contextOf(told.valuation(before(moment, 1), 104));
  ASSERT_EQ(last.history.size(), 1U);
  EXPECT_EQ(last.history[0].values,
            (std::vector<Decimal>{Decimal::of(100), Decimal::of(100), Decimal::of(101)}))
      << "what contradicts is not kept";
  told.expectAgreement();
}

TEST(Agreement, OnWhatIsForgotten) {
  Told told;
  for (std::int64_t back = 1; back <= 40; ++back)
    (void)told.contextOf(told.valuation(before(kGenesisTime, back), 100 + back % 7));
  // Of the forty moments the thirty newest are known, of the values those of the last thirty.
  EXPECT_EQ(told.contextOf(told.valuation(before(kGenesisTime, 30), 200)).seen, wire::Seen::kConflict);
  const auto context = told.contextOf(told.valuation(before(kGenesisTime, 31), 200));
  EXPECT_EQ(context.seen, wire::Seen::kNew);
  ASSERT_EQ(context.history.size(), 1U);
  EXPECT_EQ(context.history[0].values.size(), 30U);
  EXPECT_EQ(context.history[0].values.front(), Decimal::of(100 + 11 % 7));
  told.expectAgreement();
}

TEST(Agreement, OnASecondSourceAndHowFarItIsBelieved) {
  Told told;
  (void)told.contextOf(told.valuation(before(kGenesisTime, 60), 100));
  const auto context = told.contextOf(told.valuation(before(kGenesisTime, 60), 103, 0, "test-2"));
  ASSERT_NE(factIn(context, "second_valuation"), nullptr);
  EXPECT_EQ(factIn(context, "second_valuation")->value,
            wire::FieldValue(wire::Quantity{Decimal::of(100), ""}));
  EXPECT_EQ(context.independentSources, 2);
  EXPECT_FALSE(context.transport.pinnedKey) << "no key of its host is pinned";
  EXPECT_TRUE(context.transport.authenticatedSession);
  told.world.passTime(3'700);
  const auto late = told.contextOf(told.valuation(before(kGenesisTime, 50), 100));
  EXPECT_EQ(factIn(late, "second_valuation"), nullptr) << "it is from more than an hour ago";
  told.expectAgreement();
}

TEST(Agreement, OnPricesOfDaysProjectsAndSerials) {
  Told told;
  wire::ScoreInputs context;
  for (std::int64_t day = 11; day > 0; --day)
    context = told.contextOf(sayingOf(RecordKind::kCarbonPrice, "forestry", before(kGenesisTime, day * kDay),
                                      told.world.now(), 100 + day));
  ASSERT_NE(factIn(context, "median_30d"), nullptr) << "ten days are enough";
  EXPECT_EQ(factIn(context, "median_30d")->value, wire::FieldValue(wire::Quantity{Decimal::of(107), "USD"}));
  const Nanoseconds now = told.world.now();
  EXPECT_TRUE(told.contextOf(blockRecord(now, 1, 100)).references.empty());
  (void)told.contextOf(projectRecord(now));
  const auto resolved = told.contextOf(blockRecord(told.world.now(), 101, 200));
  ASSERT_EQ(resolved.references.size(), 1U);
  EXPECT_EQ(resolved.references[0].outcome, wire::ReferenceOutcome::kResolved);
  EXPECT_EQ(told.contextOf(blockRecord(now, 100, 150)).seen, wire::Seen::kSerialOverlap);
  EXPECT_EQ(told.contextOf(blockRecord(now, 1, 100, "S1", 7)).seen, wire::Seen::kNew) << "the same object";
  told.expectAgreement();
}

TEST(Agreement, OnFacts) {
  Told told;
  EXPECT_EQ(told.adopt("", FactName::kAssetStopped, "yes"), ReasonCode::kFactBad);
  EXPECT_EQ(told.adopt("S0", FactName::kAssetStopped, "yes"), ReasonCode::kDone);
  EXPECT_TRUE(told.contextOf(told.valuation(before(kGenesisTime, 9), 100)).assetStopped);
  EXPECT_EQ(told.admitted().score, Ppm(0));
  EXPECT_EQ(told.adopt("S0", FactName::kAssetStopped, "no"), ReasonCode::kDone);
  EXPECT_FALSE(told.contextOf(told.valuation(before(kGenesisTime, 8), 100)).assetStopped);
  EXPECT_EQ(told.adopt("S0", FactName::kAssetStopped, ""), ReasonCode::kDone);
  EXPECT_EQ(told.adopt("S0", FactName::kAssetStopped, ""), ReasonCode::kFactStands);
  EXPECT_EQ(told.adopt("S0", FactName::kVenueKnown, "perhaps"), ReasonCode::kFactBad);
  EXPECT_EQ(told.adopt("S0", FactName::kSpvOwnerHash, std::string(64, 'a')), ReasonCode::kDone);
  ScoredRecord record = told.valuation(before(kGenesisTime, 7), 100);
  record.record.fetch.facts = {{"quantity_before", true}, {"spv_owner_hash", filled<Digest>(1)}};
  const auto context = told.contextOf(record);
  EXPECT_FALSE(context.assetStopped) << "taken back";
  ASSERT_EQ(context.facts.size(), 2U);
  EXPECT_EQ(context.facts[0].name, "quantity_before");
  EXPECT_EQ(factIn(context, "spv_owner_hash")->value, wire::FieldValue(filled<Digest>(0xAA)))
      << "an answer does not say who owns";
  told.expectAgreement();
}

// ---- lies ----

class RecordLies : public Lies {
 protected:
  RecordLies() { world = LedgerWorld(seriesGenesis()); }

  ScoredRecord valuation(std::int64_t value) {
    ++said_;
    return sayingOf(RecordKind::kPropertyValuation, "S0", before(kGenesisTime, 100 - said_), world.now(),
                    value);
  }
  std::size_t liedAbout(const std::function<void(wire::RecordAdmitted&)>& change) {
    return objectionsTo(1,
                        [&](auto& events) { change(std::get<wire::RecordAdmitted>(events.front().what)); });
  }
  std::size_t liedAboutContext(const std::function<void(wire::ScoreInputs&)>& change) {
    return liedAbout([&](wire::RecordAdmitted& event) {
      auto context = wire::decodeScoreInputs(event.context).value();
      change(context);
      event.context = wire::encode(context);
    });
  }

 private:
  std::int64_t said_ = 0;
};

TEST_F(RecordLies, AScoreAndWhatFollowsFromItAreJudged) {
  world.submit(valuation(100));
  EXPECT_EQ(liedAbout([](auto&) {}), 0U);
  EXPECT_EQ(liedAbout([](auto& event) { ++event.score.value; }), 1U);
  EXPECT_EQ(liedAbout([](auto& event) { --event.score.value; }), 1U);
  EXPECT_EQ(liedAbout([](auto& event) { event.band = wire::Band::kReview; }), 1U);
  EXPECT_EQ(liedAbout([](auto& event) { event.decision = wire::Decision::kWaiting; }), 1U);
  EXPECT_EQ(liedAbout([](auto& event) { event.origin = wire::Origin::kReal; }), 1U);
  EXPECT_EQ(liedAbout([](auto& event) { event.ruleSet = testRules().digest(); }), 1U);
  EXPECT_EQ(liedAbout([](auto& event) { ++event.sourceVersion; }), 1U);
}

TEST_F(RecordLies, AContextIsJudged) {
  done(clusterOperator(), adopting("S0", FactName::kVenueKnown, "yes"), {riskOfficer(), compliance()});
  world.submit(valuation(100));
  world.submit(valuation(101));
  EXPECT_EQ(liedAboutContext([](auto&) {}), 0U);
  EXPECT_EQ(liedAboutContext([](auto& context) { ++context.scoredAt.value; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.seen = wire::Seen::kSupersedes; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.history.clear(); }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.history[0].values[0] = Decimal::of(99); }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.facts.clear(); }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.facts[0].value = false; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.assetStopped = true; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.tier = wire::SourceTier::kPublicApi; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.transport.payloadSigned = true; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.independentSources = 2; }), 1U);
}

TEST_F(RecordLies, WhatARecordClaimsTooMuchIsLowered) {
  ScoredRecord better = valuation(100);
  better.record.origin = wire::Origin::kReal;
  better.record.fetch.transport.payloadSigned = true;
  world.submit(better);
  EXPECT_EQ(liedAbout([](auto&) {}), 0U);
  EXPECT_EQ(liedAbout([](auto& event) { event.origin = wire::Origin::kReal; }), 1U);
  EXPECT_EQ(liedAboutContext([](auto& context) { context.transport.payloadSigned = true; }), 1U);
}

TEST_F(RecordLies, AGoodRecordIsTaken) {
  world.submit(valuation(100));
  for (const ReasonCode code : {ReasonCode::kMandatoryFieldBad, ReasonCode::kClockAhead,
                                ReasonCode::kOriginRefused, ReasonCode::kRecordDuplicate})
    expectOne(told(failure(0, code)), 0);
}

TEST_F(RecordLies, NoRecordIsTakenTwiceOrWithoutEvidence) {
  const ScoredRecord record = valuation(100);
  world.submit(record);
  expectNoticed(slimNode(), AnyCommand(record.command()));
  expectNoticed(slimNode(), AnyCommand(valuation(100).command(0)));
  expectNoticed(issuer(), AnyCommand(valuation(100).command()));
}

TEST_F(RecordLies, NoFactIsAdoptedByOneTwiceOrWithoutSense) {
  const auto order = adopting("S0", FactName::kAssetStopped, "yes");
  expectNoticed(clusterOperator(), AnyCommand(order));
  expectNoticed(clusterOperator(), order, {riskOfficer()});
  expectNoticed(clusterOperator(), order, {riskOfficer(), custodian()});
  expectNoticed(compliance(), order, {riskOfficer(), administrator()});
  expectNoticed(clusterOperator(), adopting("S0", FactName::kAssetStopped, "Yes"),
                {riskOfficer(), compliance()});
  expectNoticed(clusterOperator(), adopting("S0", FactName::kSpvOwnerHash, std::string(64, 'A')),
                {riskOfficer(), compliance()});
  expectNoticed(clusterOperator(), adopting("S0", FactName::kAssetStopped, ""),
                {riskOfficer(), compliance()});
  done(clusterOperator(), order, {riskOfficer(), compliance()});
  auto again = order;
  again.approvals.until = world.inHours(3);
  expectNoticed(clusterOperator(), again, {riskOfficer(), compliance()});
}

TEST_F(RecordLies, AFactIsToldAsItWasAdopted) {
  done(clusterOperator(), adopting("S0", FactName::kAssetStopped, "yes"), {riskOfficer(), compliance()});
  const auto lied = [&](auto change) {
    return objectionsTo(1, [&](auto& events) { change(std::get<wire::FactAdopted>(events.front().what)); });
  };
  EXPECT_EQ(lied([](auto&) {}), 0U);
  EXPECT_EQ(lied([](auto& event) { event.fact.value = "no"; }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.fact.assetKey = ""; }), 1U);
  EXPECT_EQ(lied([](auto& event) { ++event.version; }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.by = compliance().id; }), 1U);
}

}  // namespace
}  // namespace aurigraph::audit
