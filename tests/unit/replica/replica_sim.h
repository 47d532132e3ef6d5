#pragma once

// Replicas in virtual time: real consensus, log and ledger over a simulated disk, network, crypto pool
// and clock. One seed, one run. A crash throws away what was not synced.

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "app/sim/memory_disk.h"
#include "nodes/replica/replica_actor.h"

namespace aurigraph::replica::testing {

using Microseconds = std::uint64_t;

inline crypto::SigningKey keyNumber(std::uint8_t number) {
  crypto::Seed seed;
  seed.bytes.fill(number);
  return crypto::SigningKey::fromSeed(seed);
}

class ReplicaSim {
 public:
  struct Heard {
    std::vector<BlockApplied> blocks;
    std::vector<wire::Certificate> certificates;
    std::optional<LeaderChanged> leader;
    std::optional<ReadinessChanged> readiness;
    std::size_t blocksWhenReady = 0;  ///< Told before it said so for the first time.
  };

  /// What a node has asked for so far: the dear things.
  struct Asked {
    std::uint64_t syncs = 0;        ///< Writes that wait for the device, and syncs.
    std::uint64_t otherWrites = 0;  ///< Writes that do not.
    std::uint64_t blockFrames = 0;  ///< Frames that carry blocks.
    std::uint64_t verifications = 0;
  };

  /// What a node may hold. By default reading back from the log is the ordinary case, and buffers never end.
  struct Memory {
    std::size_t tailBlocks = 8;
    std::size_t blockBuffers = 0;  ///< Of each node's pool; 0: as many as are wanted.
  };

  ReplicaSim(std::size_t validators, std::size_t learners, wire::Genesis genesis, std::uint64_t seed,
             Faults faults = {}, Memory memory = Memory{8, 0})
      : random_(seed), faults_(faults), memory_(memory), genesis_(std::move(genesis)) {
    genesis_.nodes.clear();
    for (std::uint32_t number = 1; number <= validators + learners; ++number) {
      const auto kind = number <= validators ? wire::NodeKind::kValidator : wire::NodeKind::kBusiness;
      const auto keyOf = static_cast<std::uint8_t>(200 + number);
      genesis_.nodes.push_back(
          {NodeId(number), kind, "node-" + std::to_string(number), keyNumber(keyOf).publicKey()});
    }
    for (const wire::GenesisNode& node : genesis_.nodes)
      nodes_.emplace(node.node, std::make_unique<Node>(*this, node.node));
    for (const wire::GenesisNode& node : genesis_.nodes)
      if (node.kind == wire::NodeKind::kValidator) disk(node.node).format(node.node, genesis_.digest());
    for (const wire::GenesisNode& node : genesis_.nodes) start(node.node);
  }

  ~ReplicaSim() { queue_.clear(); }  // frames under way hold buffers of the nodes' pools

  // ---- what a test does ----

  void submit(NodeId id, const Bytes& batch) {
    deliver(id, runtime::Delivered{runtime::ActorId(9), std::make_shared<const std::any>(SubmitBatch{batch})},
            5);
  }
  void post(NodeId id, std::any message) {
    deliver(id, runtime::Delivered{runtime::ActorId(9), std::make_shared<const std::any>(std::move(message))},
            5);
  }
  ReplicaStatus status(NodeId id) {
    ReplicaStatus out;
    if (up(id))
      turn(id,
           runtime::Delivered{
               {}, std::make_shared<const std::any>(AskStatus{[&](const ReplicaStatus& it) { out = it; }})});
    return out;
  }
  /// Reads as soon as the node is between two blocks.
  template <class F>
  bool withLedger(NodeId id, F read) {
    bool done = false;
    post(id, ReadLedger{[&](const ledger::Ledger& ledger) {
           read(ledger);
           done = true;
         }});
    return runUntil([&] { return done; }, 1'000'000);
  }
  std::optional<NodeId> leader() {
    std::optional<NodeId> found;
    Term term;
    for (auto& [id, node] : nodes_) {
      if (!node->actor) continue;
      const ReplicaStatus at = status(id);
      if (at.role == ReplicaStatus::Role::kLeader && at.term >= term) {
        found = id;
        term = at.term;
      }
    }
    return found;
  }

  void crash(NodeId id, log::testing::MemoryDisk::CrashPolicy policy = {}) {
    Node& node = at(id);
    node.actor.reset();
    ++node.incarnation;
    node.continues = 0;
    node.disk.crash(policy);
    node.heard = {};
    for (auto& [other, it] : nodes_)
      if (other != id && it->actor) deliver(other, runtime::PeerDown{id}, 100);
  }
  void start(NodeId id) {
    Node& node = at(id);
    ++node.incarnation;
    node.diskFree = node.cryptoFree = now_;
    ReplicaOptions options;
    options.self = id;
    options.genesis = genesis_;
    options.stateSecret = test::testSecret();
    options.listeners = {runtime::ActorId(9)};
    options.consensus.tailBlocks = memory_.tailBlocks;
    options.ledger.checkpointInterval = Height(8);
    options.ledger.activationLeastAhead = 8;
    options.log.segmentBytes = 2 * 1024 * 1024;
    if (const auto newer = newerRelease.find(id); newer != newerRelease.end())
      options.execution.understands = newer->second;
    const auto own = faultsOf.find(id);
    node.actor = std::make_unique<Replica>(std::move(options), node,
                                           own == faultsOf.end() ? faults_ : Faults(own->second));
    deliver(id, runtime::Started{}, 0);
    for (auto& [other, it] : nodes_) {
      if (other == id || !it->actor) continue;
      deliver(other, runtime::PeerUp{id}, 300);
      deliver(id, runtime::PeerUp{other}, 300);
    }
  }
  [[nodiscard]] bool up(NodeId id) { return at(id).actor != nullptr; }
  void cut(NodeId one, NodeId other) {
    cut_.insert({one, other});
    cut_.insert({other, one});
  }
  void heal() { cut_.clear(); }

  Heard& heard(NodeId id) { return at(id).heard; }
  [[nodiscard]] const Asked& asked(NodeId id) { return at(id).asked; }
  log::testing::MemoryDisk& disk(NodeId id) { return at(id).disk; }
  [[nodiscard]] const wire::Genesis& genesis() const { return genesis_; }
  [[nodiscard]] Nanoseconds wallClock() const {
    return Nanoseconds(kEpoch + static_cast<std::int64_t>(now_) * 1'000);
  }
  /// A valid-until for batches: the same all the time, and less than an hour ahead.
  [[nodiscard]] static Nanoseconds lastsTheRun() { return Nanoseconds(kEpoch + 3'000'000'000'000); }
  void setClockOffset(NodeId id, std::int64_t nanoseconds) { at(id).clockOffset = nanoseconds; }
  std::vector<std::string> stops;  ///< StopNode codes, in order.
  /// Nodes whose next life is of a newer release, and the protocol version that it understands.
  std::map<NodeId, Protocol> newerRelease;
  std::map<NodeId, FaultSet> faultsOf;  ///< Nodes whose next life is faulty in its own way.
  std::vector<std::string> violations;  ///< Two different blocks applied at one height, …
  std::uint64_t lossOneIn = 0;          ///< Frames lost; 0: none.
  std::size_t mostContinues = 0;        ///< That one node had asked for and not had yet.

  /// Runs until `done` or for `atMost` of virtual time. True: done.
  bool runUntil(const std::function<bool()>& done, Microseconds atMost) {
    const Microseconds end = now_ + atMost;
    while (!done()) {
      if (queue_.empty() || queue_.begin()->first.first > end) {
        now_ = end;
        return done();
      }
      now_ = queue_.begin()->first.first;
      const auto next = std::move(queue_.begin()->second);
      queue_.erase(queue_.begin());
      next();
    }
    return true;
  }
  void run(Microseconds time) {
    runUntil([] { return false; }, time);
  }

 private:
  static constexpr std::int64_t kEpoch = 1'800'000'000'000'000'000;

  struct Node final : runtime::Environment {
    Node(ReplicaSim& owner, NodeId self) : sim(owner), id(self) {
      if (sim.memory_.blockBuffers > 0) pool = std::make_unique<BufferPool>(4'096, sim.memory_.blockBuffers);
    }
    Tick tick() override { return Tick(sim.now_ / 10'000); }
    Nanoseconds wallClock() override { return Nanoseconds(sim.wallClock().value + clockOffset); }
    std::uint64_t randomNumber() override { return sim.random_(); }
    BufferRef acquire(BufferClass bufferClass) override {
      return pool ? pool->acquire(bufferClass) : allocateBuffer(bufferClass);
    }

    ReplicaSim& sim;
    NodeId id;
    std::unique_ptr<BufferPool> pool;  ///< Outlives whoever holds its buffers.
    log::testing::MemoryDisk disk;
    std::unique_ptr<Replica> actor;
    std::uint64_t incarnation = 0;
    Microseconds diskFree = 0;
    Microseconds cryptoFree = 0;
    std::int64_t clockOffset = 0;
    std::size_t continues = 0;  ///< Asked for and not had yet.
    Heard heard;
    Asked asked;
  };

  Node& at(NodeId id) { return *nodes_.at(id); }
  Microseconds between(Microseconds low, Microseconds high) { return low + random_() % (high - low); }

  void later(Microseconds when, std::function<void()> what) {
    queue_.emplace(std::pair{std::max(when, now_), ++order_}, std::move(what));
  }
  /// An event for this incarnation of the node; a later one must not see it.
  void deliverAt(NodeId id, runtime::Event event, Microseconds when) {
    later(when, [this, id, event = std::move(event), incarnation = at(id).incarnation] {
      if (at(id).incarnation == incarnation) turn(id, event);
    });
  }
  void deliver(NodeId id, runtime::Event event, Microseconds delay) {
    deliverAt(id, std::move(event), now_ + delay);
  }

  void turn(NodeId id, const runtime::Event& event) {
    Node& node = at(id);
    if (!node.actor) return;
    if (std::holds_alternative<runtime::Continue>(event)) --node.continues;
    runtime::Out out;
    node.actor->step(event, out);
    for (runtime::Request& request : out.requests())
      std::visit([&](auto& what) { carryOut(node, what); }, request);
  }

  void carryOut(Node& node, runtime::SetTimer& request) {
    deliverAt(node.id, runtime::Fired{request.token}, request.at.value * 10'000);
  }
  void carryOut(Node& node, runtime::SubmitIo& request) {
    if (const auto* write = std::get_if<runtime::IoWrite>(&request.op))
      ++(write->sync ? node.asked.syncs : node.asked.otherWrites);
    if (std::holds_alternative<runtime::IoSync>(request.op)) ++node.asked.syncs;
    node.diskFree = std::max(node.diskFree, now_) + between(100, 900) +
                    log::testing::bytesMovedBy(request.op) / log::testing::kDiskBytesPerMicrosecond;
    later(node.diskFree, [this, &node, request, incarnation = node.incarnation] {
      if (node.incarnation != incarnation) return;
      runtime::IoDone done = node.disk.carryOut(request.file, request.op);
      done.token = request.token;
      turn(node.id, done);
    });
  }
  void carryOut(Node& node, runtime::SendFrame& request) {
    if (!request.frame->buffers.empty()) ++node.asked.blockFrames;
    if (cut_.contains({node.id, request.to}) || (lossOneIn != 0 && random_() % lossOneIn == 0)) return;
    Microseconds& free = wires_[{node.id, request.to, request.channel}];
    free = std::max(free, now_ + between(60, 600));
    receive(node.id, request.to, request.channel, request.frame, at(request.to).incarnation, free);
  }
  /// The receiver reads into buffers of its own, and waits when it has none; order holds per channel only.
  void receive(NodeId from, NodeId to, runtime::Channel channel, const runtime::FrameRef& frame,
               std::uint64_t incarnation, Microseconds when) {
    later(when, [=, this] {
      if (at(to).incarnation != incarnation) return;
      if (const auto copy = copyFor(at(to), *frame))
        turn(to, runtime::FrameReceived{from, channel, copy});
      else
        receive(from, to, channel, frame, incarnation, now_ + 1'000);
    });
  }
  static void copyInto(BufferRef& other, const BufferRef& buffer) {
    const ByteView page = ByteView(buffer.header()).subspan(limits::kFrameHeaderBytes);
    std::memcpy(other.header().data() + limits::kFrameHeaderBytes, page.data(), page.size());
    std::memcpy(other.bodySpace().data(), buffer.body().data(), buffer.bodySize());
    other.setBodySize(buffer.bodySize());
  }
  /// Outside every pool: what a test remembers costs the nodes nothing.
  static BufferRef copyOf(const BufferRef& buffer) {
    BufferRef other = allocateBuffer(buffer.bufferClass());
    copyInto(other, buffer);
    return other;
  }
  std::shared_ptr<runtime::Frame> copyFor(Node& node, const runtime::Frame& frame) {
    auto copy = std::make_shared<runtime::Frame>();
    copy->bytes = frame.bytes;
    for (const BufferRef& buffer : frame.buffers) {
      BufferRef other = node.acquire(buffer.bufferClass());
      if (!other) return nullptr;
      copyInto(other, buffer);
      copy->buffers.push_back(std::move(other));
    }
    return copy;
  }
  void carryOut(Node& node, runtime::VerifyBatch& request) {
    ++node.asked.verifications;
    const ByteView body = request.buffer.body().subspan(request.bodyOffset, request.header.bodySize);
    runtime::Verified answer{request.token, wire::verifyBatch(request.header, body).has_value(), {}};
    node.cryptoFree = std::max(node.cryptoFree, now_) + between(50, 120);
    deliverAt(node.id, answer, node.cryptoFree);
  }
  void carryOut(Node& node, runtime::VerifyDigest& request) {
    deliver(
        node.id,
        runtime::Verified{request.token, crypto::verify(request.key, request.digest, request.signature), {}},
        80);
  }
  void carryOut(Node& node, runtime::SignDigest& request) {
    const auto key = keyNumber(static_cast<std::uint8_t>(200 + node.id.value));
    deliver(node.id, runtime::Signed{request.token, key.sign(request.digest)}, 60);
  }
  void carryOut(Node& node, runtime::ContinueSoon&) {
    mostContinues = std::max(mostContinues, ++node.continues);
    deliver(node.id, runtime::Continue{}, 20);
  }
  void carryOut(Node& node, runtime::StopNode& request) {
    stops.emplace_back(request.why.code);
    later(now_, [this, &node] { crash(node.id); });
  }
  void carryOut(Node& node, runtime::SendMessage& request) {
    const std::any& message = *request.message;
    if (const auto* applied = std::any_cast<BlockApplied>(&message)) hear(node, *applied);
    if (const auto* formed = std::any_cast<CertificateFormed>(&message)) hear(node, formed->certificate);
    if (const auto* changed = std::any_cast<LeaderChanged>(&message)) node.heard.leader = *changed;
    if (const auto* changed = std::any_cast<ReadinessChanged>(&message)) {
      if (!node.heard.readiness) node.heard.blocksWhenReady = node.heard.blocks.size();
      node.heard.readiness = *changed;
    }
  }

  void hear(Node& node, const BlockApplied& applied) {
    const Height height = applied.block.header().height;
    if (height != Height(node.heard.blocks.size() + 1)) violations.emplace_back("blocks out of order");
    const Digest leaf = wire::historyLeaf(applied.block.hash(), applied.outcome);
    const auto [known, fresh] = history_.emplace(height, leaf);
    if (!fresh && known->second != leaf)
      violations.push_back("two histories at height " + std::to_string(height.value));
    node.heard.blocks.push_back(applied);
    node.heard.blocks.back().block = wire::Block::parse(copyOf(applied.block.buffer())).value();
  }
  void hear(Node& node, const wire::Certificate& certificate) {
    if (!wire::verify(certificate, genesis_.voters()))
      violations.emplace_back("an invalid certificate was passed on");
    if (certificate.statement.height > Height(node.heard.blocks.size()))
      violations.emplace_back("a certificate came before its block");
    node.heard.certificates.push_back(certificate);
  }

  std::mt19937_64 random_;
  Faults faults_;
  Memory memory_;
  wire::Genesis genesis_;
  Microseconds now_ = 0;
  std::uint64_t order_ = 0;
  std::map<std::pair<Microseconds, std::uint64_t>, std::function<void()>> queue_;
  std::map<std::tuple<NodeId, NodeId, runtime::Channel>, Microseconds> wires_;
  std::set<std::pair<NodeId, NodeId>> cut_;
  std::map<Height, Digest> history_;  ///< Survives every crash: what was ever applied.
  std::map<NodeId, std::unique_ptr<Node>> nodes_;
};

}  // namespace aurigraph::replica::testing
