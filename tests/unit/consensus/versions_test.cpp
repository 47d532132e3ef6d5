// Which protocol version a leader names in its blocks, and which blocks a follower does not take for theirs
// (docs/decisions/100).

#include <gtest/gtest.h>

#include "app/sim/core_cluster.h"
#include "core/consensus/core.h"

namespace aurigraph::consensus {
namespace {

constexpr Protocol kOld{1};
constexpr Protocol kNew{2};

Digest genesis() {
  Digest out;
  out.bytes.fill(0x42);
  return out;
}

Event from(std::uint32_t node, Term term, MessageBody body) {
  return Received{{clusterTagOf(genesis()), Lane(0), NodeId(node), term, std::move(body)}};
}

/// The next version from a height on, as a ledger says that has executed enough to know.
wire::VersionRule allowedFrom(Height height) {
  return {.inForce = kOld, .next = {{kNew, height}}, .certainUpTo = Height(height.value + 100)};
}

// ---- the leader ----

/// Node 1 of three voters and a learner, of a release that understands the new version. It leads, and its
/// peers have said that they understand the old one.
class Leading : public ::testing::Test {
 protected:
  Leading() : core_(elected()) {}

  static Core elected() {
    test::CoreCluster cluster(3, 1, test::tinyLimits(), 3);
    cluster.node(NodeId(1)).config.understands = kNew;
    cluster.crash(NodeId(1));
    cluster.start(NodeId(1));
    for (int round = 0; !cluster.leader() && round < 100; ++round) {
      cluster.tick(NodeId(1));
      cluster.settle();
    }
    EXPECT_EQ(cluster.leader(), NodeId(1));
    return *cluster.node(NodeId(1)).core;
  }
  void executed(const wire::VersionRule& rule) { core_.step(Applied{core_.commit(), rule}, out_); }
  void says(std::uint32_t node, Protocol understands) {
    AppendAnswer answer;
    answer.accepted = true;
    answer.height = core_.last();
    answer.understands = understands;
    core_.step(from(node, core_.term(), answer), out_);
  }
  void allSay(Protocol understands) {
    for (std::uint32_t node = 2; node <= 4; ++node) says(node, understands);
  }
  Protocol named() { return core_.slot()->protocol; }
  Height next() const { return core_.last().next(); }
  /// A block of its own, of some version.
  void propose(Protocol version) {
    const Slot slot = *core_.slot();
    wire::BlockHeader header;
    header.genesis = genesis();
    header.voterSet = slot.voterSet;
    header.height = slot.height;
    header.term = slot.term;
    header.previous = slot.previous;
    header.time = slot.time;
    header.protocol = version;
    core_.step(Propose{wire::BlockBuilder(allocateBuffer(BufferClass::kSmall)).finish(header)}, out_);
    ASSERT_FALSE(out_.proposalRefused);
  }

  Core core_;
  Effects out_;
};

TEST_F(Leading, NamesTheNextVersionWhenEveryVoterAndEveryServingLearnerUnderstandsIt) {
  executed(allowedFrom(next()));
  EXPECT_EQ(named(), kOld) << "they have said otherwise";
  says(2, kNew);
  says(3, kNew);
  EXPECT_EQ(named(), kOld) << "the learner has not said so";
  says(4, kNew);
  EXPECT_EQ(named(), kNew);
  says(3, kOld);
  EXPECT_EQ(named(), kOld) << "a voter came back with an older release";
}

TEST_F(Leading, WaitsForEveryVoterButNotForALearnerThatIsGone) {
  executed(allowedFrom(next()));
  says(4, kOld);
  for (std::uint32_t tick = 0; tick < test::tinyLimits().servingTicks; ++tick) {
    EXPECT_EQ(named(), kOld) << "it may only be slow";
    says(2, kNew);
    says(3, kNew);
    core_.step(Ticked{}, out_);
  }
  EXPECT_EQ(named(), kNew);
  says(4, kOld);
  EXPECT_EQ(named(), kOld) << "it is back";
}

TEST_F(Leading, AVoterThatIsGoneIsWaitedFor) {
  executed(allowedFrom(next()));
  for (std::uint32_t tick = 0; tick < 2 * test::tinyLimits().servingTicks; ++tick) {
    says(2, kNew);
    core_.step(Ticked{}, out_);
  }
  EXPECT_EQ(named(), kOld);
}

TEST_F(Leading, NamesNoVersionBeforeItsHeightNorOneThatIsNotActivated) {
  allSay(kNew);
  EXPECT_EQ(named(), kOld);
  executed({.inForce = kOld, .next = {}, .certainUpTo = Height(1'000)});
  EXPECT_EQ(named(), kOld);
  executed(allowedFrom(next().next()));
  EXPECT_EQ(named(), kOld);
  propose(named());
  allSay(kNew);
  EXPECT_EQ(named(), kNew) << "from its height on";
}

TEST_F(Leading, NeverGoesBackToAnOlderVersion) {
  executed(allowedFrom(next()));
  allSay(kNew);
  propose(named());
  allSay(kOld);
  EXPECT_EQ(named(), kNew) << "what is in the log goes on, also undecided";
  executed({.inForce = kNew, .next = {}, .certainUpTo = Height(1'000)});
  EXPECT_EQ(named(), kNew);
}

TEST_F(Leading, GoesOnAsBeforeWhileItsLedgerDoesNotKnow) {
  allSay(kNew);
  wire::VersionRule early = allowedFrom(next());
  early.certainUpTo = core_.last();
  executed(early);
  EXPECT_EQ(named(), kOld);
}

TEST_F(Leading, DoesNotGoOnFromAVersionThatIsNotActivated) {
  allSay(kNew);
  propose(Protocol(7));
  executed({.inForce = kOld, .next = {}, .certainUpTo = Height(1'000)});
  EXPECT_EQ(named(), kOld);
}

// ---- who follows ----

class Following : public ::testing::Test {
 protected:
  static Config config() {
    Config out;
    out.self = NodeId(3);
    out.genesis = genesis();
    out.voters.voters = {{NodeId(1), {}}, {NodeId(2), {}}, {NodeId(3), {}}};
    out.limits = test::tinyLimits();
    out.understands = kNew;
    return out;
  }
  static wire::Block block(Protocol version, Term term = Term(1)) {
    wire::BlockHeader header;
    header.genesis = genesis();
    header.voterSet = config().voters.digest();
    header.height = Height(1);
    header.term = term;
    header.previous = genesis();
    header.time = Nanoseconds(1);
    header.protocol = version;
    return wire::BlockBuilder(allocateBuffer(BufferClass::kSmall)).finish(header);
  }
  /// The first block of a log, by a leader in some term.
  void hear(const wire::Block& block, Term sender = Term(1), Height commit = Height(0)) {
    core_.step(
        from(1, sender, Append{Height(0), Term(0), commit, Height(0), SealRound(0), ReadRound(0), {block}}),
        out_);
  }
  void knows(const wire::VersionRule& rule) { core_.step(Applied{Height(0), rule}, out_); }
  bool took() const { return core_.last() == Height(1); }
  /// To the last message, sent at once or when the disk has what it promises. Null: none.
  const AppendAnswer* answer() const {
    if (!out_.sendNow.empty()) return std::get_if<AppendAnswer>(&out_.sendNow.front().message.body);
    if (out_.afterDurability.empty()) return nullptr;
    return std::get_if<AppendAnswer>(&out_.afterDurability.front().envelope.message.body);
  }

  Core core_{config(), {}};
  Effects out_;
};

TEST_F(Following, TakesNoBlockOfAVersionThatItsLeaderMayNotName) {
  knows({.inForce = kOld, .next = {}, .certainUpTo = Height(100)});
  hear(block(kNew));
  EXPECT_FALSE(took());
  EXPECT_EQ(out_.blocksOfWrongVersion, 1U);
  EXPECT_TRUE(out_.append.empty());
  ASSERT_NE(answer(), nullptr) << "it is still the leader, and heard";
  EXPECT_EQ(answer()->height, Height(0));
  hear(block(kOld));
  EXPECT_TRUE(took());
}

TEST_F(Following, TakesTheNextVersionFromItsHeightOnAndNotBefore) {
  knows(allowedFrom(Height(2)));
  hear(block(kNew));
  EXPECT_FALSE(took());
  knows(allowedFrom(Height(1)));
  hear(block(kNew));
  EXPECT_TRUE(took());
}

TEST_F(Following, TakesNoBlockOfAVersionThatIsOver) {
  knows({.inForce = kNew, .next = {}, .certainUpTo = Height(100)});
  hear(block(kOld));
  EXPECT_FALSE(took());
}

TEST_F(Following, JudgesNothingThatItsLedgerDoesNotKnow) {
  hear(block(kNew));
  EXPECT_TRUE(took()) << "it has executed nothing in this life";
  Core core(config(), {});
  core_ = core;
  knows({.inForce = kOld, .next = {}, .certainUpTo = Height(0)});
  hear(block(kNew));
  EXPECT_TRUE(took()) << "an activation may be among what it has not executed";
}

TEST_F(Following, JudgesNothingThatIsDecided) {
  knows({.inForce = kOld, .next = {}, .certainUpTo = Height(100)});
  hear(block(kNew), Term(1), Height(1));
  EXPECT_TRUE(took());
}

/// Else nobody could lead any more who has it in the log.
TEST_F(Following, JudgesNothingThatAnEarlierTermLeft) {
  knows({.inForce = kOld, .next = {}, .certainUpTo = Height(100)});
  hear(block(kNew, Term(1)), Term(2));
  EXPECT_TRUE(took());
}

TEST_F(Following, SaysWhatItUnderstands) {
  hear(block(kOld));
  ASSERT_NE(answer(), nullptr);
  EXPECT_EQ(answer()->understands, kNew);
  const Append gap{Height(9), Term(1), Height(0), Height(0), SealRound(0), ReadRound(0), {}};
  core_.step(from(1, Term(1), gap), out_);
  ASSERT_NE(answer(), nullptr);
  EXPECT_FALSE(answer()->accepted);
  EXPECT_EQ(answer()->understands, kNew) << "in a refusal, too";
}

}  // namespace
}  // namespace aurigraph::consensus
