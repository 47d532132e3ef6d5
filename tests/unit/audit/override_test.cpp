// Overrides as the auditor sees them: it agrees with the ledger on each way of one, and notices what must not
// be.

#include <gtest/gtest.h>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::RecordKind;

class OverrideLies : public Lies {
 protected:
  Digest rejected(std::uint8_t seed = 1) {
    return world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kReject, seed));
  }
  static wire::OverrideRecord override(const Digest& record, std::string reason = "Confirmed.") {
    return {record, std::move(reason), {}};
  }
  std::vector<Person> officers() const { return {riskOfficer(), compliance()}; }
  void overridden(const Digest& record) { done(seniorReviewer(), override(record), officers()); }
  AssetId registered(const Digest& title) {
    const auto value = scoredRecord(RecordKind::kPropertyValuation, "P", world.now());
    return world.registerAsset(wire::AssetTemplate::kProperty, "P", {title, world.submit(value)});
  }
};

/// So that nobody agrees on refusals alone.
TEST_F(OverrideLies, NoneIsFoundInEachWayOfAnOverride) {
  overridden(rejected(1));
  const Digest waits = rejected(2);
  auto order = override(waits);
  order.approvals.until = world.tomorrow();
  done(seniorReviewer(), proposing(order));
  const wire::Endorse word{
      wire::approvalDigest(world.genesisDigest(), seniorReviewer().key.publicKey(), order)};
  done(compliance(), word);
  done(riskOfficer(), word);
  const AssetId asset = registered(waits);
  done(issuer(), world.approved(world.terms(asset, "ON-IT", 5), treasurer()));
  Replay replay(testGenesis());
  EXPECT_EQ(textOf(replay.play(world.blocks())), "");
}

TEST_F(OverrideLies, OnlyWhatTheScoreRejectedForCapXIsOverridden) {
  const auto tried = [&](const Digest& record) {
    expectNoticed(seniorReviewer(), override(record), officers());
  };
  done(clusterOperator(), adopting("STOPPED", wire::FactName::kAssetStopped, "yes"),
       {riskOfficer(), compliance()});
  tried(world.submit(scoredRecord(RecordKind::kPropertyTitle, "STOPPED", world.now(), Wanted::kReject, 5)));
  auto unproven = scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kReject, 6);
  unproven.record.fetch.transport.hostFailed = true;
  tried(world.submit(unproven));
  tried(world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kAccept, 7)));
  const Digest waits =
      world.submit(scoredRecord(RecordKind::kPropertyTitle, "P", world.now(), Wanted::kReview, 8));
  tried(waits);
  done(reviewer(), wire::ClaimReview{waits});
  done(reviewer(), wire::DecideReview{waits, wire::ReviewDecision::kReject, 5, "Forged."});
  tried(waits);
  const Digest once = rejected(9);
  overridden(once);
  tried(once);
  tried(filled<Digest>(9));
}

TEST_F(OverrideLies, ItTakesTheRightPeopleAndAReason) {
  const Digest record = rejected();
  expectNoticed(seniorReviewer(), AnyCommand(override(record)));
  expectNoticed(seniorReviewer(), override(record), {riskOfficer()});
  expectNoticed(seniorReviewer(), override(record), {riskOfficer(), treasurer()});
  expectNoticed(seniorReviewer(), override(record), {riskOfficer(), seniorReviewer()});
  expectNoticed(reviewer(), override(record), officers());
  expectNoticed(riskOfficer(), override(record), {compliance()});
  expectNoticed(seniorReviewer(), override(record, " "), officers());
}

TEST_F(OverrideLies, NothingStandsOnOneThatHasEndedAndNobodyApprovesHisOwn) {
  const Digest record = rejected();
  const wire::RegisterAsset house{wire::AssetTemplate::kProperty, "P", "N", {record}, {}};
  expectNoticed(issuer(), AnyCommand(house));
  overridden(record);
  const AssetId asset = registered(record);
  expectNoticed(issuer(), AnyCommand(world.approved(world.terms(asset, "OWN", 5), compliance())));
  world.passTime(86'401);
  expectNoticed(issuer(), AnyCommand(world.approved(world.terms(asset, "LATE", 5), treasurer())));
}

TEST_F(OverrideLies, WhatMayBeOverriddenIsNotRefused) {
  overridden(rejected());
  expectOne(told(failure(0, ReasonCode::kNotOverridable)), 0);
}

TEST_F(OverrideLies, ItIsToldAsItWas) {
  overridden(rejected());
  const auto lied = [&](auto change) {
    return objectionsTo(1, [&](std::vector<wire::Event>& events) {
      change(std::get<wire::RecordOverridden>(events.front().what));
    });
  };
  EXPECT_EQ(lied([](auto&) {}), 0U);
  EXPECT_EQ(lied([](auto& event) { event.by = reviewer().id; }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.key = reviewer().key.publicKey(); }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.endorsers.pop_back(); }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.endorsers.front() = custodian().key.publicKey(); }), 1U);
  EXPECT_EQ(lied([](auto& event) { ++event.validUntil.value; }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.reason = "Nothing was wrong."; }), 1U);
}

}  // namespace
}  // namespace aurigraph::audit
