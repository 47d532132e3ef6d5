// A cluster goes over to another protocol version: when it is activated, and when every voter and every
// serving learner understands it (docs/decisions/100). Releases differ in what they say they understand.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "app/sim/people.h"
#include "core/wire/commands.h"
#include "nodes/replica/replica_actor.h"
#include "tests/unit/replica/author.h"
#include "tests/unit/replica/replica_sim.h"

namespace aurigraph::replica {
namespace {

using testing::agreed;
using testing::Author;
using testing::certifiedEverywhere;
using Sim = testing::ReplicaSim;

constexpr testing::Microseconds kSecond = 1'000'000;
constexpr Protocol kOld{1};
constexpr Protocol kNew{2};
constexpr std::uint64_t kAhead = 24;  ///< Of an activation, in blocks.
const NodeId kLearner(4);
const NodeId kAll[] = {NodeId(1), NodeId(2), NodeId(3), kLearner};

/// Three validators and a learner.
class Upgrade : public ::testing::Test {
 protected:
  /// Everybody anew; these of a release that understands the new version.
  void releases(const std::vector<NodeId>& newer) {
    sim_.newerRelease.clear();
    for (const NodeId each : newer) sim_.newerRelease.emplace(each, kNew);
    for (const NodeId each : kAll) sim_.crash(each);
    for (const NodeId each : kAll) sim_.start(each);
  }
  void restart(NodeId id) {
    sim_.crash(id);
    sim_.start(id);
  }
  Height height() { return Height(sim_.heard(kLearner).blocks.size()); }
  Protocol lastNamed() { return sim_.heard(kLearner).blocks.back().block.header().protocol; }
  /// Blocks until there are so many, or the new version has come.
  [[nodiscard]] bool grow(Height to, bool orUntilNew = false) {
    while (height() < to && !(orUntilNew && height() > Height(0) && lastNamed() == kNew))
      if (!author_.register_(kLearner, 1)) return false;
    return true;
  }
  /// From which height on; executed by the learner.
  Height activate() {
    const Height from(height().value + kAhead);
    wire::ActivateProtocol order{kNew, from, {}};
    order.approvals.until = Nanoseconds(sim_.wallClock().value + 24 * 3'600 * test::kSecond);
    const auto& author = test::clusterOperator();
    const Digest genesis = sim_.genesis().digest();
    for (const auto* each : {&test::administrator(), &test::administrator2()})
      addApproval(order, genesis, author.key.publicKey(), each->key);
    wire::BatchDraft draft;
    draft.genesis = genesis;
    draft.session = SessionNumber(1);
    draft.request = RequestNumber(1);
    draft.validUntil = sim_.lastsTheRun();
    const std::vector<wire::Command> commands{
        {static_cast<std::uint16_t>(wire::ActivateProtocol::kKind), wire::encodePayload(order)}};
    const Bytes batch = wire::signCommands(draft, commands, author.key);
    for (int attempt = 0; attempt < 50 && !next(); ++attempt) {
      sim_.submit(kLearner, batch);
      sim_.runUntil([&] { return next().has_value(); }, kSecond / 5);
    }
    EXPECT_EQ(next(), (wire::VersionRule::Next{kNew, from}));
    return from;
  }
  /// What the learner's ledger says is activated.
  std::optional<wire::VersionRule::Next> next() {
    const ReplicaStatus status = sim_.status(kLearner);
    return status.versions ? status.versions->next : std::nullopt;
  }
  /// The first block that names the new version; none before it does not.
  std::optional<Height> turn() {
    std::optional<Height> out;
    for (const BlockApplied& applied : sim_.heard(kLearner).blocks) {
      const wire::BlockHeader& header = applied.block.header();
      if (header.protocol == kNew && !out) out = header.height;
      EXPECT_EQ(header.protocol, out ? kNew : kOld) << "height " << header.height.value;
    }
    return out;
  }

  Sim sim_{3, 1, test::testGenesis(), 50};
  Author author_{sim_};
};

TEST_F(Upgrade, WhenEverybodyUnderstandsItTheNewVersionBeginsAtItsHeight) {
  releases({NodeId(1), NodeId(2), NodeId(3), kLearner});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const Height from = activate();
  ASSERT_TRUE(grow(Height(from.value + 5)));
  EXPECT_EQ(turn(), from);
  EXPECT_TRUE(certifiedEverywhere(sim_, 4, height()));
  for (const NodeId each : kAll) {
    ASSERT_TRUE(sim_.status(each).versions);
    EXPECT_EQ(sim_.status(each).versions->inForce, kNew);
    EXPECT_EQ(sim_.status(each).blocksOfWrongVersion, 0U);
  }
  EXPECT_TRUE(agreed(sim_));

  // Whoever leads next goes on in the version that the log has come to.
  releases({NodeId(1), NodeId(2), NodeId(3), kLearner});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  EXPECT_EQ(turn(), from);
  EXPECT_EQ(lastNamed(), kNew);
  EXPECT_TRUE(agreed(sim_));
}

TEST_F(Upgrade, ALeaderThatStartsAnewInBetweenTakesNothingBack) {
  releases({NodeId(1), NodeId(2), NodeId(3), kLearner});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const Height from = activate();
  ASSERT_TRUE(grow(Height(from.value - 8)));
  restart(*sim_.leader());
  ASSERT_TRUE(sim_.runUntil([&] { return sim_.leader().has_value(); }, 10 * kSecond));
  ASSERT_TRUE(grow(Height(from.value + 40), true));
  ASSERT_TRUE(turn());
  EXPECT_GE(*turn(), from);
  restart(*sim_.leader());
  ASSERT_TRUE(sim_.runUntil([&] { return sim_.leader().has_value(); }, 10 * kSecond));
  ASSERT_TRUE(author_.register_(kLearner, 10));
  EXPECT_EQ(lastNamed(), kNew);
  (void)turn();
  EXPECT_TRUE(certifiedEverywhere(sim_, 4, height()));
  EXPECT_TRUE(agreed(sim_));
}

TEST_F(Upgrade, ALeadershipThatIsHandedOverTakesNothingBack) {
  releases({NodeId(1), NodeId(2), NodeId(3), kLearner});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const Height from = activate();
  for (int round = 0; round < 4; ++round) {
    ASSERT_TRUE(grow(Height(height().value + kAhead / 3)));
    const NodeId heir(sim_.leader()->value % 3 + 1);
    sim_.post(*sim_.leader(), HandOverLeadership{heir});
    ASSERT_TRUE(sim_.runUntil([&] { return sim_.leader() == heir; }, 10 * kSecond));
  }
  ASSERT_TRUE(grow(Height(from.value + 40), true));
  ASSERT_TRUE(turn());
  EXPECT_GE(*turn(), from);
  EXPECT_TRUE(agreed(sim_));
}

TEST_F(Upgrade, WhileOneVoterDoesNotUnderstandItTheOldVersionGoesOn) {
  releases({NodeId(1), NodeId(2), kLearner});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const Height from = activate();
  ASSERT_TRUE(grow(Height(from.value + 10)));
  EXPECT_EQ(turn(), std::nullopt);
  EXPECT_EQ(next()->version, kNew) << "activated, due, and waiting";

  sim_.crash(NodeId(3));
  ASSERT_TRUE(author_.register_(kLearner, 5));
  EXPECT_EQ(turn(), std::nullopt) << "who is away has not said otherwise";
  sim_.newerRelease.emplace(NodeId(3), kNew);
  sim_.start(NodeId(3));
  ASSERT_TRUE(grow(Height(height().value + 60), true));
  EXPECT_TRUE(turn());
  EXPECT_TRUE(certifiedEverywhere(sim_, 4, height()));
  EXPECT_TRUE(agreed(sim_)) << "nobody met a version that it does not know";
}

TEST_F(Upgrade, ALearnerThatServesIsWaitedForToo) {
  releases({NodeId(1), NodeId(2), NodeId(3)});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const Height from = activate();
  ASSERT_TRUE(grow(Height(from.value + 10)));
  EXPECT_EQ(turn(), std::nullopt);
  sim_.newerRelease.emplace(kLearner, kNew);
  restart(kLearner);
  ASSERT_TRUE(sim_.runUntil([&] { return height() > from; }, 10 * kSecond));
  ASSERT_TRUE(grow(Height(height().value + 60), true));
  EXPECT_TRUE(turn());
  EXPECT_TRUE(agreed(sim_));
}

TEST_F(Upgrade, WhoComesBackWithAnOlderReleaseStopsBeforeTheFirstBlockItDoesNotKnow) {
  releases({NodeId(1), NodeId(2), NodeId(3), kLearner});
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const Height from = activate();
  ASSERT_TRUE(grow(Height(from.value + 5)));
  ASSERT_EQ(turn(), from);
  for (const NodeId each : {NodeId(3), kLearner}) {
    sim_.newerRelease.erase(each);
    restart(each);
  }
  ASSERT_TRUE(sim_.runUntil([&] { return !sim_.up(NodeId(3)) && !sim_.up(kLearner); }, 10 * kSecond));
  EXPECT_EQ(sim_.stops, (std::vector<std::string>{"replica.needs_version", "replica.needs_version"}));
  EXPECT_TRUE(sim_.up(NodeId(1)) && sim_.up(NodeId(2)));

  sim_.stops.clear();
  for (const NodeId each : {NodeId(3), kLearner}) {
    sim_.newerRelease.emplace(each, kNew);
    sim_.start(each);
  }
  ASSERT_TRUE(author_.register_(kLearner, 10));
  EXPECT_TRUE(certifiedEverywhere(sim_, 4, height()));
  EXPECT_EQ(turn(), from);
  EXPECT_TRUE(agreed(sim_));
}

/// Its blocks are taken by nobody who knows that they may not be of that version; so it gives way.
TEST_F(Upgrade, ALeaderThatNamesAVersionThatIsNotActivatedDecidesNothing) {
  ASSERT_TRUE(author_.register_(kLearner, 5));
  const NodeId liar(*sim_.leader());
  FaultSet fault;
  fault.set(static_cast<std::size_t>(consensus::kFaultNameNextVersion));
  sim_.faultsOf.emplace(liar, fault);
  restart(liar);
  ASSERT_TRUE(sim_.runUntil([&] { return sim_.leader().has_value(); }, 10 * kSecond));
  ASSERT_TRUE(author_.register_(kLearner, 20));
  if (sim_.leader() != liar) {
    sim_.post(*sim_.leader(), HandOverLeadership{liar});
    ASSERT_TRUE(sim_.runUntil([&] { return sim_.leader() == liar; }, 10 * kSecond));
  }
  const NodeId witness(liar.value % 3 + 1);
  ASSERT_TRUE(sim_.runUntil([&] { return sim_.status(witness).blocksOfWrongVersion > 0; }, 10 * kSecond));
  ASSERT_TRUE(sim_.runUntil([&] { return sim_.leader() && *sim_.leader() != liar; }, 60 * kSecond));
  ASSERT_TRUE(author_.register_(kLearner, 5));
  EXPECT_EQ(turn(), std::nullopt);
  EXPECT_TRUE(agreed(sim_));
}

}  // namespace
}  // namespace aurigraph::replica
