// Whole replicas under random crashes, power cuts with torn writes, partitions, lost frames and odd
// clocks. What a client was told is executed must be there in the end, everywhere, and the lane must go on.

#include <gtest/gtest.h>

#include <limits>

#include "core/wire/commands.h"
#include "tests/support/ledger_fixture.h"
#include "tests/unit/replica/replica_sim.h"

namespace aurigraph::replica {
namespace {

using testing::Microseconds;
constexpr Microseconds kMillisecond = 1'000;
constexpr Microseconds kSecond = 1'000'000;

template <class Faults = NoFaults>
class Chaos {
 public:
  explicit Chaos(std::uint64_t seed, Faults faults = {})
      : sim(3, 2, test::testGenesis(), seed, faults), random_(seed * 7 + 1) {
    crashes_ = coin();
    cuts_ = coin();
    clocks_ = coin();
    if (coin()) sim.lossOneIn = 20;
  }

  void run(std::size_t rounds) {
    for (std::size_t round = 0; round < rounds && clean(); ++round) {
      submitSome();
      if (crashes_ && random_() % 6 == 0) crashOrStart();
      if (cuts_ && random_() % 6 == 0) cutOrHeal();
      if (clocks_ && random_() % 10 == 0)
        sim.setClockOffset(anyone(), static_cast<std::int64_t>(random_() % 8'000'000'000) - 4'000'000'000);
      sim.run(10 * kMillisecond + random_() % (120 * kMillisecond));
      note();
    }
  }

  /// Everything back to normal: all that was acknowledged, and something new, at all nodes.
  bool comesBack() {
    sim.heal();
    sim.lossOneIn = 0;
    for (std::uint32_t id = 1; id <= 5; ++id) {
      sim.setClockOffset(NodeId(id), 0);
      if (!sim.up(NodeId(id))) sim.start(NodeId(id));
    }
    const std::uint64_t goal = acknowledged + 5;
    for (int round = 0; round < 300 && clean(); ++round) {
      submitSome();
      sim.run(100 * kMillisecond);
      bool all = true;
      for (std::uint32_t id = 1; id <= 5; ++id) all = all && executedAt(NodeId(id)) >= goal;
      if (all) return true;
    }
    return false;
  }

  [[nodiscard]] bool clean() const { return sim.violations.empty() && sim.stops.empty(); }
  std::string complaint() const {
    if (!sim.violations.empty()) return sim.violations.front();
    return sim.stops.empty() ? "none" : "stopped: " + sim.stops.front();
  }

  testing::ReplicaSim<Faults> sim;
  std::uint64_t acknowledged = 0;
  std::size_t crashes = 0;

 private:
  bool coin() { return random_() % 2 == 0; }
  NodeId anyone() { return NodeId(static_cast<std::uint32_t>(1 + random_() % 5)); }

  Bytes batch(std::uint64_t request) const {
    const wire::Command command{
        static_cast<std::uint16_t>(wire::CommandKind::kAnchor),
        wire::encodePayload(wire::Anchor{Nanoseconds(static_cast<std::int64_t>(request) * 10),
                                         Nanoseconds(static_cast<std::int64_t>(request) * 10 + 5), 1,
                                         test::filled<Digest>(1)})};
    wire::BatchDraft draft;
    draft.genesis = sim.genesis().digest();
    draft.session = SessionNumber(1);
    draft.request = RequestNumber(request);
    draft.validUntil = Nanoseconds(std::numeric_limits<std::int64_t>::max());
    return wire::signCommands(draft, std::vector<wire::Command>{command}, test::slimNode().key);
  }

  void submitSome() {
    const NodeId via = coin() ? NodeId(4) : NodeId(5);
    if (!sim.up(via)) return;
    const std::uint64_t from = executedAt(via) + 1;
    for (std::uint64_t request = from; request < from + 6; ++request) sim.submit(via, batch(request));
  }

  /// What the business nodes have seen executed is what clients were told.
  void note() {
    for (const std::uint32_t id : {4U, 5U})
      if (sim.up(NodeId(id))) acknowledged = std::max(acknowledged, executedAt(NodeId(id)));
  }
  std::uint64_t executedAt(NodeId id) {
    std::uint64_t highest = 0;
    for (const BlockApplied& applied : sim.heard(id).blocks)
      for (std::size_t at = 0; at < applied.block.batchCount(); ++at)
        if (applied.results[at].batchCode == 0)
          highest = std::max(highest, applied.block.batch(at).request.value);
    return highest;
  }

  void crashOrStart() {
    const NodeId id = anyone();
    if (!sim.up(id)) return sim.start(id);
    using Policy = log::testing::MemoryDisk::CrashPolicy;
    Policy power;
    power.kind = static_cast<typename Policy::Kind>(random_() % 3);
    power.seed = static_cast<std::uint32_t>(random_());
    const bool everybody = random_() % 8 == 0;
    for (std::uint32_t node = 1; node <= 5; ++node)
      if (everybody || NodeId(node) == id) {
        if (sim.up(NodeId(node))) sim.crash(NodeId(node), power);
        ++crashes;
      }
  }
  void cutOrHeal() {
    if (coin()) return sim.heal();
    sim.cut(anyone(), anyone());
  }

  std::mt19937_64 random_;
  bool crashes_ = false;
  bool cuts_ = false;
  bool clocks_ = false;
};

TEST(ReplicaChaos, NothingAcknowledgedIsLostAndTheLaneGoesOn) {
  std::uint64_t acknowledged = 0;
  std::size_t crashes = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Chaos<> chaos(seed);
    chaos.run(60);
    acknowledged += chaos.acknowledged;
    crashes += chaos.crashes;
    ASSERT_TRUE(chaos.clean()) << "seed " << seed << ": " << chaos.complaint();
    ASSERT_TRUE(chaos.comesBack()) << "seed " << seed << ": " << chaos.complaint();
  }
  EXPECT_GT(acknowledged, 25U * 20) << "nothing got through: the test tests nothing";
  EXPECT_GT(crashes, 25U);
}

/// Executing what is not decided shows two histories sooner or later: the checks must notice.
struct ExecutesTooEarly {
  static bool fault(FaultId id) { return id == kFaultExecuteUndecided; }
};

TEST(ReplicaChaos, ExecutionOfUndecidedBlocksIsFoundOut) {
  bool noticed = false;
  for (std::uint64_t seed = 1; seed <= 60 && !noticed; ++seed) {
    Chaos<ExecutesTooEarly> chaos(seed);
    chaos.run(60);
    noticed = !chaos.clean();
  }
  EXPECT_TRUE(noticed);
}

}  // namespace
}  // namespace aurigraph::replica
