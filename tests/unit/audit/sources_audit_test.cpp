// The auditor and the ledger must agree about sources; what the ledger could let through must be noticed.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;
using wire::RecordKind;

bool seldom(int in) {
  return *rc::gen::inRange(0, in) == 0;
}
template <class Item>
Item oneOf(std::initializer_list<Item> items) {
  return *rc::gen::elementOf(std::vector<Item>(items));
}

wire::SourceTerms someTerms() {
  wire::SourceTerms terms =
      testSource(!seldom(8), *rc::gen::element<std::string>("test", "registry", "a--b"));
  if (seldom(3)) terms.kinds = {RecordKind::kPropertyTitle};
  if (seldom(4)) terms.pins.clear();
  if (seldom(6)) terms.host.clear();
  if (seldom(4)) terms.session = wire::SourceSession::kNone;
  if (seldom(4)) terms.signer = keyNumber(3).publicKey();
  if (seldom(4)) terms.tier = wire::SourceTier::kPublicApi;
  terms.recordsPerHour = *rc::gen::element<std::uint32_t>(0, 1, 2, 1'000);
  return terms;
}

ScoredRecord someRecord(Nanoseconds now) {
  const auto kind = oneOf({RecordKind::kPropertyTitle, RecordKind::kPropertyValuation});
  ScoredRecord out =
      scoredRecord(kind, "P", now, Wanted::kAccept, static_cast<std::uint8_t>(*rc::gen::inRange(0, 250)));
  out.record.sourceId = *rc::gen::element<std::string>("test", "registry", "nobody");
  if (seldom(4)) out.record.tier = wire::SourceTier::kPublicApi;
  if (seldom(4)) out.record.fetch.transport.payloadSigned = true;
  if (seldom(4)) out.record.fetch.transport.pinnedKey = false;
  if (seldom(6)) out.record.origin = oneOf({wire::Origin::kReal, wire::Origin::kReplayed});
  return out;
}

RC_GTEST_PROP(Agreement, OnSources, ()) {
  LedgerWorld world;
  const std::vector<Person> everybody = {clusterOperator(), compliance(), riskOfficer(), administrator()};
  const auto approvers = [&] {
    std::vector<Person> out;
    for (const Person& each : everybody)
      if (!seldom(3)) out.push_back(each);
    return out;
  };
  const auto mostly = [&](const Person& who) { return seldom(6) ? *rc::gen::elementOf(everybody) : who; };
  for (int turn = 0; turn < 20; ++turn) {
    const std::string name = *rc::gen::element<std::string>("test", "registry", "nobody");
    world.passTime(*rc::gen::element(0, 0, 0, 60, 3'600, 72 * 3'600));
    switch (*rc::gen::inRange(0, 8)) {
      case 0:
      case 1: {
        const Person author = mostly(clusterOperator());
        const auto with = seldom(3) ? approvers() : std::vector<Person>{riskOfficer(), compliance()};
        world.run(author, AnyCommand(world.approvedFor(author, wire::AdoptSource{someTerms(), {}}, with)));
        break;
      }
      case 2: {
        const Person author = mostly(compliance());
        world.run(author, AnyCommand(wire::PauseSource{name, seldom(5) ? "" : "Odd.", {}}));
        break;
      }
      case 3: {
        const Person author = mostly(compliance());
        world.run(author, AnyCommand(world.approvedFor(author, wire::PauseSource{name, "Odd.", {}},
                                                       {mostly(riskOfficer())})));
        break;
      }
      case 4: {
        const Person author = mostly(compliance());
        world.run(author, AnyCommand(world.approvedFor(author, wire::ResumeSource{name, {}},
                                                       {mostly(riskOfficer())})));
        break;
      }
      default:
        world.run(slimNode(), AnyCommand(someRecord(world.now()).command()));
    }
  }
  Replay replay(testGenesis());
  RC_ASSERT(textOf(replay.play(world.blocks())) == "");
}

/// So that nobody agrees on refusals alone.
TEST(Agreement, OnEachOrderAboutASource) {
  LedgerWorld world;
  const auto done = [&](const Person& author, auto command, const std::vector<Person>& approvers = {}) {
    EXPECT_EQ(world.run(author, AnyCommand(world.approvedFor(author, std::move(command), approvers))),
              ReasonCode::kDone);
  };
  done(clusterOperator(), wire::AdoptSource{testSource(true, "registry"), {}}, {riskOfficer(), compliance()});
  wire::SourceTerms narrower = testSource(true, "registry");
  narrower.recordsPerHour = 1;
  done(clusterOperator(), wire::AdoptSource{narrower, {}}, {riskOfficer(), compliance()});
  ScoredRecord record = scoredRecord(RecordKind::kPropertyTitle, "P", world.now());
  record.record.sourceId = "registry";
  EXPECT_EQ(world.run(slimNode(), AnyCommand(record.command())), ReasonCode::kDone);
  EXPECT_EQ(world.run(compliance(), AnyCommand(wire::PauseSource{"registry", "Odd.", {}})),
            ReasonCode::kDone);
  done(compliance(), wire::PauseSource{"registry", "Odd.", {}}, {riskOfficer()});
  done(compliance(), wire::ResumeSource{"registry", {}}, {riskOfficer()});
  Replay replay(testGenesis());
  EXPECT_EQ(textOf(replay.play(world.blocks())), "");
}

class SourceLies : public Lies {
 protected:
  ScoredRecord record(std::string source = "test") {
    ScoredRecord out = scoredRecord(RecordKind::kPropertyTitle, "L", world.now(), Wanted::kAccept, ++seed_);
    out.record.sourceId = std::move(source);
    return out;
  }

 private:
  std::uint8_t seed_ = 100;
};

TEST_F(SourceLies, NoRecordOfAStrangerOrAPausedSourceIsTaken) {
  expectNoticed(slimNode(), AnyCommand(record("nobody").command()));
  done(compliance(), AnyCommand(wire::PauseSource{"test", "Odd.", {}}));
  expectNoticed(slimNode(), AnyCommand(record().command()));
}

TEST_F(SourceLies, NoRecordOfAnotherKindOrBeyondTheBudgetIsTaken) {
  wire::SourceTerms narrower = testSource();
  narrower.kinds = {RecordKind::kCarbonBlock};
  done(clusterOperator(), wire::AdoptSource{narrower, {}}, {riskOfficer(), compliance()});
  expectNoticed(slimNode(), AnyCommand(record().command()));
  narrower.kinds = {RecordKind::kPropertyTitle};
  narrower.recordsPerHour = 1;
  done(clusterOperator(), wire::AdoptSource{narrower, {}}, {riskOfficer(), compliance()});
  expectNoticed(slimNode(), AnyCommand(record().command()));
}

TEST_F(SourceLies, NoSourceIsAdoptedByOneOrWithOtherTerms) {
  const wire::AdoptSource order{testSource(true, "registry"), {}};
  expectNoticed(clusterOperator(), order);
  expectNoticed(clusterOperator(), order, {riskOfficer()});
  expectNoticed(administrator(), order, {riskOfficer(), compliance()});
  expectNoticed(clusterOperator(), wire::AdoptSource{testSource(false, "registry"), {}},
                {riskOfficer(), compliance()});
  done(clusterOperator(), order, {riskOfficer(), compliance()});
  EXPECT_EQ(objectionsTo(1,
                         [](auto& events) {
                           std::get<wire::SourceAdopted>(events[0].what).terms.tier =
                               wire::SourceTier::kScraped;
                         }),
            1U);
}

TEST_F(SourceLies, NoPauseIsEndedByOne) {
  done(compliance(), AnyCommand(wire::PauseSource{"test", "Odd.", {}}));
  EXPECT_EQ(objectionsTo(
                1, [](auto& events) { std::get<wire::SourcePaused>(events[0].what).until = Nanoseconds(1); }),
            1U);
  expectNoticed(compliance(), wire::ResumeSource{"test", {}});
  expectNoticed(compliance(), AnyCommand(wire::PauseSource{"test", "Again.", {}}));
}

}  // namespace
}  // namespace aurigraph::audit
