// Protocol versions as the auditor sees them: who may activate which for when, and by what blocks are
// executed.

#include <gtest/gtest.h>

#include "tests/unit/audit/lies.h"

namespace aurigraph::audit {
namespace {

using namespace aurigraph::test;
using ledger::ReasonCode;
using wire::AnyCommand;

class ActivationLies : public Lies {
 protected:
  wire::ActivateProtocol order(std::uint64_t ahead, std::uint16_t version = 2) {
    return {Protocol(version), Height(world.ledger().height().next().value + ahead), {}};
  }
  static std::vector<Person> two() { return {administrator(), administrator2()}; }
};

TEST_F(ActivationLies, AreNoticed) {
  expectNoticed(clusterOperator(), AnyCommand(order(1'000)));
  expectNoticed(clusterOperator(), order(1'000), {administrator()});
  expectNoticed(clusterOperator(), order(1'000), {administrator(), compliance()});
  expectNoticed(reviewer(), order(1'000), two());
  expectNoticed(clusterOperator(), order(1'000, 1), two());
  expectNoticed(clusterOperator(), order(1'000, 3), two());
  expectNoticed(clusterOperator(), order(511), two());
  expectNoticed(clusterOperator(), order(10'000'001), two());
  done(clusterOperator(), order(512), two());
  expectNoticed(clusterOperator(), order(1'000), two());
}

TEST_F(ActivationLies, AnActivationIsToldAsItWas) {
  done(clusterOperator(), order(600), two());
  const auto lied = [&](auto change) {
    return objectionsTo(1, [&](std::vector<wire::Event>& events) {
      change(std::get<wire::ProtocolActivated>(events.front().what));
    });
  };
  EXPECT_EQ(lied([](auto&) {}), 0U);
  EXPECT_EQ(lied([](auto& event) { ++event.version.value; }), 1U);
  EXPECT_EQ(lied([](auto& event) { ++event.from.value; }), 1U);
  EXPECT_EQ(lied([](auto& event) { event.by = administrator().id; }), 1U);
}

class Naming : public ::testing::Test {
 protected:
  static ledger::Limits limits() {
    ledger::Limits out;
    out.activationLeastAhead = 2;
    return out;
  }
  static Policy policy() {
    Policy out;
    out.activationLeastAhead = 2;
    return out;
  }
  ReasonCode activate(std::uint16_t version, Height from) {
    const wire::ActivateProtocol order{Protocol(version), from, {}};
    return world_.run(clusterOperator(), AnyCommand(world_.approvedFor(clusterOperator(), order,
                                                                       {administrator(), administrator2()})));
  }
  void block(std::uint16_t named) {
    world_.names = Protocol(named);
    world_.apply(std::vector<Bytes>{});
  }
  std::vector<Objection> heard() {
    Replay replay(testGenesis(), policy(), limits());
    return replay.play(world_.blocks());
  }

  LedgerWorld world_{testGenesis(), limits()};
};

TEST_F(Naming, WhatIsActivatedIsNoCauseForObjections) {
  ASSERT_EQ(activate(2, Height(4)), ReasonCode::kDone);
  for (const std::uint16_t named : {1, 1, 1, 2, 2}) block(named);
  EXPECT_EQ(world_.ledger().protocol(), Protocol(2));
  EXPECT_EQ(activate(3, Height(world_.ledger().height().value + 4)), ReasonCode::kDone);
  EXPECT_EQ(activate(2, Height(world_.ledger().height().value + 4)), ReasonCode::kProtocolNotNext);
  EXPECT_EQ(textOf(heard()), "");
}

/// It objects to the block, and goes on by what the ledger must have done.
TEST_F(Naming, WhatIsNotActivatedForTheHeightIsNoticed) {
  block(2);
  EXPECT_EQ(heard().size(), 1U);
  ASSERT_EQ((world_.names = Protocol(1), activate(2, Height(5))), ReasonCode::kDone);
  block(2);
  EXPECT_EQ(heard().size(), 2U) << "too early";
  block(1);
  block(2);
  EXPECT_EQ(heard().size(), 2U);
  block(1);
  EXPECT_EQ(heard().size(), 3U) << "it is over";
  EXPECT_EQ(world_.ledger().protocol(), Protocol(2));
}

}  // namespace
}  // namespace aurigraph::audit
