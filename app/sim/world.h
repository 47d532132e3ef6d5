#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "app/sim/faults.h"
#include "app/sim/memory_disk.h"
#include "app/sim/signatures.h"
#include "app/sim/trace.h"
#include "nodes/business/business_actor.h"
#include "nodes/replica/replica_actor.h"

/// A whole cluster in one thread and virtual time: the product's own core, log, replica, ledger and
/// admission behind the seams of nodes/runtime/actor.h, over a simulated disk, network, crypto and clock.
namespace aurigraph::sim {

using replica::Replica;

/// Drawn per seed: small limits make rare paths ordinary.
struct WorldOptions {
  wire::Genesis genesis;  ///< Its nodes are the cluster.
  replica::ReplicaOptions replica;
  business::BusinessOptions business;
  bool cheapSignatures = true;
  FaultSet mutant;
};

/// Who looks on. Called between turns; must not change the world except through its public calls.
class Watcher {
 public:
  virtual ~Watcher() = default;
  virtual void afterTurn(NodeId node) = 0;
  virtual void applied(NodeId node, const replica::BlockApplied& block) = 0;
  virtual void certified(NodeId node, const wire::Certificate& certificate) = 0;
  /// A node ends: it stopped itself (`code` says why) or was crashed (empty).
  virtual void ended(NodeId node, std::string_view code) = 0;
};

class World {
 public:
  World(WorldOptions options, std::uint64_t seed, FaultDice& dice, Trace& trace, Watcher& watcher);
  ~World();

  // ---- time ----
  [[nodiscard]] Microseconds now() const { return now_; }
  [[nodiscard]] Nanoseconds wallClock() const;
  void later(Microseconds delay, std::function<void()> what);
  /// Runs until `done` or until `end`; true: done.
  bool runUntil(const std::function<bool()>& done, Microseconds end);

  // ---- nodes ----
  enum class CrashKind : std::uint8_t { kProcess, kPower, kTorn512, kTorn4096 };
  [[nodiscard]] const std::vector<NodeId>& validators() const { return validators_; }
  [[nodiscard]] const std::vector<NodeId>& businessNodes() const { return businessNodes_; }
  [[nodiscard]] bool up(NodeId node) const { return at(node).replica != nullptr; }
  /// Stopped for good: its log is damaged or gone and it says so.
  [[nodiscard]] bool halted(NodeId node) const { return at(node).halted; }
  void halt(NodeId node) { at(node).halted = true; }
  void crash(NodeId node, CrashKind kind);
  void start(NodeId node);
  void pause(NodeId node, Microseconds length);
  void setClockOffset(NodeId node, std::int64_t nanoseconds) { at(node).clockOffset = nanoseconds; }
  void reconnect(NodeId one, NodeId other);
  void cut(NodeId from, NodeId to) { cut_.insert({from, to}); }
  void healCuts() { cut_.clear(); }
  /// The node's crypto executor gives no signature until told: it orders and executes, and seals nothing.
  void signNothing(NodeId node, bool on);
  void stallDisk(NodeId node, Microseconds length);
  log::testing::MemoryDisk& disk(NodeId node) { return at(node).disk; }
  [[nodiscard]] const Replica* replica(NodeId node) const { return at(node).replica.get(); }

  // ---- what clients and faulty nodes do ----
  /// False: the node is down.
  bool submit(NodeId businessNode, Bytes batch, business::BusinessService::Answer committed,
              business::BusinessService::Answer final);
  /// Straight to a replica, as a faulty business node would pass it on.
  void propagate(NodeId node, Bytes batch);

  [[nodiscard]] const WorldOptions& options() const { return options_; }

 private:
  struct Node final : runtime::Environment {
    Node(World& owner, NodeId self, bool votes) : world(owner), id(self), validates(votes) {}
    Tick tick() override { return Tick(world.now_ / kTick); }
    Nanoseconds wallClock() override { return Nanoseconds(world.wallClock().value + clockOffset); }
    std::uint64_t randomNumber() override { return world.random_.next(); }
    BufferRef acquire(BufferClass bufferClass) override;

    World& world;
    NodeId id;
    bool validates;
    log::testing::MemoryDisk disk;
    std::unique_ptr<Replica> replica;
    std::unique_ptr<business::BusinessActor> business;
    std::uint64_t life = 0;  ///< Which of its lives: events of an earlier one never reach a later one.
    bool halted = false;
    bool signsNothing = false;
    std::vector<runtime::SignDigest> toSign;  ///< Asked for meanwhile.
    std::optional<CrashKind> crashing;
    Microseconds diskFree = 0;
    Microseconds cryptoFree = 0;
    Microseconds pausedUntil = 0;
    std::int64_t clockOffset = 0;
  };
  static constexpr Microseconds kTick = 10'000;
  static constexpr runtime::ActorId kReplicaActor{1};
  static constexpr runtime::ActorId kBusinessActor{2};
  static constexpr runtime::ActorId kEar{9};

  struct Due {
    Microseconds at = 0;
    std::uint64_t order = 0;
    std::function<void()> what;
    bool operator>(const Due& other) const { return std::tie(at, order) > std::tie(other.at, other.order); }
  };

  Node& at(NodeId id) { return *nodes_.at(id); }
  [[nodiscard]] const Node& at(NodeId id) const { return *nodes_.at(id); }
  void schedule(Microseconds when, std::function<void()> what);
  /// For the same life of the node only.
  void deliver(Node& node, runtime::ActorId actor, runtime::Event event, Microseconds when);
  void turn(Node& node, runtime::ActorId actor, const runtime::Event& event);
  void endNode(Node& node, CrashKind kind, std::string_view code);
  void tellPeers(NodeId node, bool isUp);

  void carryOut(Node& node, runtime::ActorId actor, runtime::SetTimer& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::SubmitIo& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::SendFrame& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::VerifyBatch& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::VerifyDigest& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::SignDigest& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::SendMessage& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::ContinueSoon& request);
  void carryOut(Node& node, runtime::ActorId actor, runtime::StopNode& request);
  void hear(Node& node, const std::any& message);

  WorldOptions options_;
  Random random_;
  FaultDice& dice_;
  Trace& trace_;
  Watcher& watcher_;
  Signatures signatures_;
  std::vector<NodeId> validators_;
  std::vector<NodeId> businessNodes_;
  std::map<NodeId, std::unique_ptr<Node>> nodes_;

  Microseconds now_ = 0;
  std::uint64_t order_ = 0;
  std::priority_queue<Due, std::vector<Due>, std::greater<>> queue_;
  std::map<std::tuple<NodeId, NodeId, runtime::Channel>, Microseconds> wires_;
  std::set<std::pair<NodeId, NodeId>> cut_;
  static constexpr std::size_t kOldFrames = 64;
  std::vector<std::pair<NodeId, runtime::FrameReceived>> oldFrames_;  ///< To whom; for late duplicates.
};

}  // namespace aurigraph::sim
