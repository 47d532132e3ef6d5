// Whole clusters in virtual time, arranged by hand: what seeds would hit too rarely to be a promise.

#include <gtest/gtest.h>

#include <cstring>

#include "app/sim/world.h"
#include "core/wire/commands.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::sim {
namespace {

constexpr Microseconds kSecond = 1'000'000;

class Quiet final : public Watcher {
 public:
  void afterTurn(NodeId /*node*/) override {}
  void applied(NodeId /*node*/, const replica::BlockApplied& /*block*/) override {}
  void certified(NodeId /*node*/, const wire::Certificate& /*certificate*/) override {}
  void ended(NodeId /*node*/, std::string_view code) override {
    if (!code.empty()) stops.emplace_back(code);
  }
  std::vector<std::string> stops;
};

/// Three validators and a business node, nothing goes wrong by itself.
class Cluster {
 public:
  Cluster() : world_(options(), 1, dice_, trace_, watcher_) {}

  bool hasBegun() {
    return world_.runUntil(
        [&] {
          const auto* replica = world_.replica(kBusiness);
          return replica->execution() != nullptr && replica->execution()->applied() > Height(0);
        },
        world_.now() + 10 * kSecond);
  }
  /// Submits so many registrations, a session's window at a time. False: one was refused, or not answered.
  bool commit(std::uint64_t count) {
    for (const std::uint64_t until = sent_ + count; sent_ < until;) {
      const std::uint64_t last = std::min<std::uint64_t>(until, sent_ + limits::kSessionWindow);
      while (sent_ < last) submit(++sent_);
      const bool all = world_.runUntil([&] { return committed == sent_ || !refusals.empty(); },
                                       world_.now() + 10 * kSecond);
      if (!all || !refusals.empty()) return false;
    }
    return true;
  }

  World& world() { return world_; }
  [[nodiscard]] const Quiet& heard() const { return watcher_; }
  std::uint64_t committed = 0;
  std::uint64_t final = 0;
  std::vector<std::string> refusals;

 private:
  static constexpr NodeId kBusiness{4};

  static WorldOptions options() {
    WorldOptions out;
    out.genesis = test::testGenesis();
    out.replica.stateSecret = test::testSecret();
    out.genesis.nodes.clear();
    for (std::uint32_t number = 1; number <= 4; ++number)
      out.genesis.nodes.push_back({NodeId(number),
                                   number <= 3 ? wire::NodeKind::kValidator : wire::NodeKind::kBusiness,
                                   "node-" + std::to_string(number), keyNumber(200 + number).publicKey()});
    return out;
  }
  static FaultMask nothing() {
    FaultMask mask;
    mask.off.set();
    return mask;
  }
  void submit(std::uint64_t request) {
    wire::RegisterIdentity command;
    command.name = "person " + std::to_string(request);
    crypto::Seed seed;
    seed.bytes.fill(3);
    std::memcpy(seed.bytes.data(), &request, sizeof(request));
    command.key = crypto::SigningKey::fromSeed(seed).publicKey();
    command.roles = wire::maskOf(wire::Role::kHolder);
    const std::vector<wire::Command> commands{
        {static_cast<std::uint16_t>(wire::kindOf(command)), wire::encodePayload(command)}};
    wire::BatchDraft draft;
    draft.genesis = world_.options().genesis.digest();
    draft.session = SessionNumber(1);
    draft.request = RequestNumber(request);
    draft.validUntil = Nanoseconds(world_.wallClock().value + 1'800'000'000'000);
    Bytes batch = wire::signCommands(draft, commands, test::administrator().key);
    Signatures(world_.options().cheapSignatures).resign(batch, test::administrator().key);
    (void)world_.submit(
        kBusiness, std::move(batch),
        [this](const Result<business::BatchOutcome>& said) {
          if (said)
            ++committed;
          else
            refusals.emplace_back(said.error().code);
        },
        [this](const Result<business::BatchOutcome>& said) {
          if (said && said->final) ++final;
        });
  }

  FaultDice dice_{1, nothing()};
  Trace trace_;
  Quiet watcher_;
  World world_;
  std::uint64_t sent_ = 0;
};

/// One validator is down and another seals nothing: two of three order, nobody can certify. That is a loss
/// of evidence, not of service (DESIGN §3).
TEST(Finality, WithoutCertificatesTheClusterGoesOnTakingOperations) {
  Cluster cluster;
  ASSERT_TRUE(cluster.hasBegun());
  ASSERT_TRUE(cluster.commit(10));
  const bool certified = cluster.world().runUntil([&] { return cluster.final == 10; }, 20 * kSecond);
  ASSERT_TRUE(certified) << "with all of them everything becomes final";
  cluster.world().signNothing(NodeId(2), true);
  cluster.world().crash(NodeId(3), World::CrashKind::kPower);

  EXPECT_TRUE(cluster.commit(1'500)) << "refused " << (cluster.refusals.empty() ? "" : cluster.refusals[0])
                                     << " after " << cluster.committed << " committed";
  EXPECT_EQ(cluster.final, 10U) << "and says of each that it is committed, not that it is final";

  cluster.world().signNothing(NodeId(2), false);
  EXPECT_TRUE(cluster.world().runUntil([&] { return cluster.final == cluster.committed; },
                                       cluster.world().now() + 20 * kSecond))
      << "and everybody hears when certificates come again";
  EXPECT_TRUE(cluster.heard().stops.empty());
}

}  // namespace
}  // namespace aurigraph::sim
