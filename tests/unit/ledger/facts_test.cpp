// Who says what scores count with beside records, and what can be said (DESIGN §4).

#include <gtest/gtest.h>

#include "tests/unit/ledger/proposals_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace test;
using wire::FactName;

class Facts : public ProposalsTest {
 protected:
  static wire::AdoptFact stopping(std::string value = "yes") {
    return adopting("P", FactName::kAssetStopped, std::move(value));
  }
  ReasonCode adopt(wire::AdoptFact command) {
    return checked(clusterOperator(), std::move(command), {&riskOfficer(), &compliance()});
  }
  /// Ordered, after simulate was asked: they say the same.
  ReasonCode checked(const Person& author, wire::AdoptFact command,
                     std::initializer_list<const Person*> approvers) {
    if (approvers.size() > 0) command = approved(author, std::move(command), approvers);
    world.apply(std::vector<Bytes>{});
    const auto reasons = world.ledger().simulate(wire::AnyCommand(command), author.key.publicKey());
    const ReasonCode code = run(author, command);
    EXPECT_EQ(code, reasons.empty() ? ReasonCode::kDone : reasons.front().code);
    return code;
  }
  std::vector<wire::Fact> known() {
    std::vector<wire::Fact> out;
    for (const auto& item : world.ledger().facts(0, 100)) out.push_back(item.row->fact);
    return out;
  }
};

TEST_F(Facts, AnOperatorProposesAndBothGroupsEndorse) {
  EXPECT_EQ(checked(clusterOperator(), stopping(), {}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(checked(clusterOperator(), stopping(), {&riskOfficer()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(checked(clusterOperator(), stopping(), {&compliance()}), ReasonCode::kApprovalMissing);
  EXPECT_EQ(checked(clusterOperator(), stopping(), {&riskOfficer(), &administrator()}),
            ReasonCode::kApprovalBad);
  for (const Person* other :
       {&slimNode(), &issuer(), &administrator(), &reviewer(), &compliance(), &riskOfficer(), &holder()})
    EXPECT_EQ(checked(*other, stopping(), {&riskOfficer(), &compliance()}), ReasonCode::kPermissionMissing)
        << other->name;
  EXPECT_TRUE(known().empty());
  ASSERT_EQ(adopt(stopping()), ReasonCode::kDone);
  const auto events = told<wire::FactAdopted>();
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events.front(), (wire::FactAdopted{stopping().fact, 1, clusterOperator().id}));
  EXPECT_EQ(known(), std::vector{stopping().fact});
}

TEST_F(Facts, WaitOnTheLedgerForTheWordsThatTheyNeed) {
  const Digest waits = waiting(clusterOperator(), stopping());
  ASSERT_EQ(endorse(compliance(), waits), ReasonCode::kDone);
  EXPECT_TRUE(known().empty());
  ASSERT_EQ(endorse(riskOfficer(), waits), ReasonCode::kDone);
  EXPECT_EQ(known(), std::vector{stopping().fact});
}

/// The attack: two administrators make the officers that it takes, now.
TEST_F(Facts, WhoCameTodayEndorsesNone) {
  const Person officer = newcomer(60);
  ASSERT_EQ(run(administrator(), grant(officer, wire::Role::kRiskOfficer), {&administrator2()}),
            ReasonCode::kDone);
  EXPECT_EQ(checked(clusterOperator(), stopping(), {&officer, &compliance()}), ReasonCode::kApprovalRelated);
}

TEST_F(Facts, WhatIsSignedIsTheFactItself) {
  for (const auto& change :
       {+[](wire::Fact& fact) { fact.value = "no"; }, +[](wire::Fact& fact) { fact.assetKey = "Q"; },
        +[](wire::Fact& fact) { fact.name = FactName::kVenueKnown; }}) {
    auto command = approved(clusterOperator(), stopping(), {&riskOfficer(), &compliance()});
    change(command.fact);
    EXPECT_EQ(checked(clusterOperator(), command, {}), ReasonCode::kApprovalBad);
  }
}

TEST_F(Facts, HaveAValueThatTheirNameTakes) {
  const std::string hash = toHex(filled<Digest>(0xAB).view());
  const auto with = [&](FactName name, std::string value) {
    return adopt(adopting("P", name, std::move(value)));
  };
  std::string capitals = hash;
  for (char& each : capitals) each = static_cast<char>(each >= 'a' ? each - 'a' + 'A' : each);
  for (const std::string& value : {std::string("yes"), capitals, hash.substr(1), hash.substr(1) + "g"})
    EXPECT_EQ(with(FactName::kSpvOwnerHash, value), ReasonCode::kFactBad) << value;
  for (const std::string& value : {std::string("Yes"), std::string("true"), std::string("1"), hash}) {
    EXPECT_EQ(with(FactName::kVenueKnown, value), ReasonCode::kFactBad) << value;
    EXPECT_EQ(with(FactName::kAssetStopped, value), ReasonCode::kFactBad) << value;
  }
  for (const char* value : {"yes", "no", ""})
    EXPECT_EQ(adopt(adopting("", FactName::kAssetStopped, value)), ReasonCode::kFactBad)
        << "nobody stops every object at once";
  for (const char* key : {" P", "P ", "P\tQ", "P\n"})
    EXPECT_EQ(adopt(adopting(key, FactName::kVenueKnown, "yes")), ReasonCode::kFactBad) << key;
  EXPECT_EQ(with(FactName::kSpvOwnerHash, hash), ReasonCode::kDone);
  EXPECT_EQ(with(FactName::kVenueKnown, "no"), ReasonCode::kDone);
  EXPECT_EQ(with(FactName::kAssetStopped, "no"), ReasonCode::kDone);
  EXPECT_EQ(known().size(), 3U);
}

TEST_F(Facts, AreNotSaidTwiceAndCanBeTakenBack) {
  EXPECT_EQ(adopt(stopping("")), ReasonCode::kFactStands) << "nothing is there to take back";
  ASSERT_EQ(adopt(stopping()), ReasonCode::kDone);
  EXPECT_EQ(adopt(stopping()), ReasonCode::kFactStands);
  ASSERT_EQ(adopt(stopping("")), ReasonCode::kDone);
  ASSERT_EQ(told<wire::FactAdopted>().size(), 1U);
  EXPECT_EQ(told<wire::FactAdopted>().front(),
            (wire::FactAdopted{stopping("").fact, 2, clusterOperator().id}));
  EXPECT_EQ(adopt(stopping("")), ReasonCode::kFactStands);
  ASSERT_EQ(adopt(stopping()), ReasonCode::kDone);
  ASSERT_EQ(told<wire::FactAdopted>().size(), 1U);
  EXPECT_EQ(told<wire::FactAdopted>().front().version, 3U);
  EXPECT_EQ(known(), std::vector{stopping().fact});
}

TEST_F(Facts, OfEveryObjectAndOfOneAreTwo) {
  ASSERT_EQ(adopt(adopting("", FactName::kVenueKnown, "yes")), ReasonCode::kDone);
  ASSERT_EQ(adopt(adopting("P", FactName::kVenueKnown, "yes")), ReasonCode::kDone);
  EXPECT_EQ(known().size(), 2U);
}

// ---- from the beginning ----

TEST_F(Facts, OfAGenesisCountFromTheFirstRecordOn) {
  auto genesis = testGenesis();
  genesis.facts = {stopping().fact};
  world = LedgerWorld(genesis);
  EXPECT_EQ(known(), genesis.facts);
  const auto stopped = scoredRecord(wire::RecordKind::kPropertyTitle, "P", world.now());
  EXPECT_EQ(world.ledger().record(world.submit(stopped))->score, Ppm(0));
  const auto other = scoredRecord(wire::RecordKind::kPropertyTitle, "Q", world.now());
  EXPECT_EQ(world.ledger().record(world.submit(other))->band, Band::kAccept);
  EXPECT_EQ(adopt(stopping()), ReasonCode::kFactStands);
}

TEST_F(Facts, OfAGenesisThatCannotBeAdoptedMakeItNone) {
  const auto code = [](std::vector<wire::Fact> facts) {
    auto genesis = testGenesis();
    genesis.facts = std::move(facts);
    const auto made = Ledger::fromGenesis(genesis, testSecret(), {});
    return made ? std::string_view("none") : made.error().code;
  };
  const wire::Fact p = stopping().fact;
  const wire::Fact q = adopting("Q", FactName::kAssetStopped, "no").fact;
  const wire::Fact venue = adopting("P", FactName::kVenueKnown, "yes").fact;
  EXPECT_EQ(code({venue, p, q}), "none");
  EXPECT_EQ(code({q, p}), "genesis.malformed");
  EXPECT_EQ(code({p, venue}), "genesis.malformed") << "by their names, too";
  EXPECT_EQ(code({p, p}), "genesis.malformed");
  EXPECT_EQ(code({stopping("perhaps").fact}), "genesis.bad_fact");
  EXPECT_EQ(code({stopping("").fact}), "genesis.bad_fact");
  EXPECT_EQ(code({adopting("", FactName::kAssetStopped, "yes").fact}), "genesis.bad_fact");
}

}  // namespace
}  // namespace aurigraph::ledger
