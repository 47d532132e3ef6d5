#include "app/sim/world.h"
#include "core/wire/packed_batch.h"

#include <algorithm>
#include <cstring>

namespace aurigraph::sim {
namespace {

constexpr std::int64_t kEpoch = 1'800'000'000'000'000'000;

/// The receiver reads into buffers of its own.
runtime::FrameRef copyOf(const runtime::Frame& frame) {
  auto copy = std::make_shared<runtime::Frame>();
  copy->bytes = frame.bytes;
  for (const BufferRef& buffer : frame.buffers) {
    BufferRef other = allocateBuffer(buffer.bufferClass());
    const ByteView page = ByteView(buffer.header()).subspan(limits::kFrameHeaderBytes);
    std::memcpy(other.header().data() + limits::kFrameHeaderBytes, page.data(), page.size());
    std::memcpy(other.bodySpace().data(), buffer.body().data(), buffer.bodySize());
    other.setBodySize(buffer.bodySize());
    copy->buffers.push_back(std::move(other));
  }
  return copy;
}

BufferRef packed(const Bytes& batch) {
  const auto header = wire::parseBatch(batch);
  AG_ASSERT(header.has_value());
  BufferRef buffer = allocateBuffer(
      header->bodySize <= bodyCapacity(BufferClass::kSmall) ? BufferClass::kSmall : BufferClass::kBlock);
  std::copy(batch.begin() + sizeof(wire::BatchHeader), batch.end(), buffer.bodySpace().begin());
  buffer.setBodySize(header->bodySize);
  wire::packBatch(*header, buffer);
  return buffer;
}

std::string_view nameOf(const runtime::Event& event) {
  constexpr std::string_view names[] = {"started",   "timer",   "disk done", "frame",   "peer up",
                                        "peer down", "verdict", "signed",    "message", "continue"};
  return names[event.index()];
}

/// Enough to tell two events apart in the trace.
std::pair<std::uint64_t, std::uint64_t> numbersOf(const runtime::Event& event) {
  if (const auto* fired = std::get_if<runtime::Fired>(&event)) return {fired->token.value, 0};
  if (const auto* done = std::get_if<runtime::IoDone>(&event))
    return {done->token.value, static_cast<std::uint64_t>(done->status)};
  if (const auto* frame = std::get_if<runtime::FrameReceived>(&event))
    return {frame->from.value, frame->frame->bytes.empty() ? 0 : frame->frame->bytes[0]};
  if (const auto* verdict = std::get_if<runtime::Verified>(&event))
    return {verdict->token.value, verdict->valid ? 1 : 0};
  if (const auto* answer = std::get_if<runtime::Signed>(&event)) return {answer->token.value, 0};
  return {0, 0};
}

}  // namespace

World::World(WorldOptions options, std::uint64_t seed, FaultDice& dice, Trace& trace, Watcher& watcher)
    : options_(std::move(options)),
      random_(seed, 1),
      dice_(dice),
      trace_(trace),
      watcher_(watcher),
      signatures_(options_.cheapSignatures) {
  for (const wire::GenesisNode& node : options_.genesis.nodes) {
    const bool votes = node.kind == wire::NodeKind::kValidator;
    (votes ? validators_ : businessNodes_).push_back(node.node);
    nodes_.emplace(node.node, std::make_unique<Node>(*this, node.node, votes));
  }
  for (const NodeId id : validators_) disk(id).format(id, options_.genesis.digest());
  for (const auto& [id, node] : nodes_) start(id);
}

World::~World() = default;

// ---- time ----

Nanoseconds World::wallClock() const {
  return Nanoseconds(kEpoch + static_cast<std::int64_t>(now_) * 1'000);
}

void World::schedule(Microseconds when, std::function<void()> what) {
  queue_.push({std::max(when, now_), ++order_, std::move(what)});
}

void World::later(Microseconds delay, std::function<void()> what) {
  schedule(now_ + delay, std::move(what));
}

bool World::runUntil(const std::function<bool()>& done, Microseconds end) {
  while (!done()) {
    if (queue_.empty() || queue_.top().at > end) {
      now_ = std::max(now_, end);
      return false;
    }
    now_ = queue_.top().at;
    trace_.setNow(now_);
    const auto what = std::move(const_cast<Due&>(queue_.top()).what);
    queue_.pop();
    what();
  }
  return true;
}

// ---- nodes ----

BufferRef World::Node::acquire(BufferClass bufferClass) {
  if (world.dice_.strike(FaultClass::kBuffersFull, 1, 60)) return {};
  return allocateBuffer(bufferClass);
}

void World::tellPeers(NodeId id, bool isUp) {
  for (auto& [other, peer] : nodes_) {
    if (other == id || !peer->replica) continue;
    if (!isUp) {
      deliver(*peer, kReplicaActor, runtime::PeerDown{id}, now_ + 100);
      continue;
    }
    deliver(*peer, kReplicaActor, runtime::PeerUp{id}, now_ + 300);
    deliver(at(id), kReplicaActor, runtime::PeerUp{other}, now_ + 300);
  }
}

void World::start(NodeId id) {
  Node& node = at(id);
  AG_ASSERT(!node.replica && !node.halted);
  trace_.event(id, "start");
  ++node.life;
  node.diskFree = node.cryptoFree = node.pausedUntil = now_;
  node.crashing.reset();
  node.toSign.clear();
  replica::ReplicaOptions options = options_.replica;
  options.self = id;
  options.genesis = options_.genesis;
  options.machine = [this, limits = options.ledger] {
    auto made = ledger::Ledger::fromGenesis(options_.genesis, options_.replica.stateSecret, limits,
                                            Faults(options_.mutant));
    AG_ASSERT(made.has_value());
    return std::make_unique<replica::LedgerMachine>(std::move(*made));
  };
  options.listeners = {kEar};
  if (!node.validates) options.listeners = {kBusinessActor, kEar};
  node.replica = std::make_unique<Replica>(std::move(options), node, Faults(options_.mutant));
  deliver(node, kReplicaActor, runtime::Started{}, now_);
  tellPeers(id, true);
  if (node.validates) return;
  business::BusinessOptions forBusiness = options_.business;
  forBusiness.genesis = options_.genesis.digest();
  node.business = std::make_unique<business::BusinessActor>(
      forBusiness, node, business::askLedger, [this, &node](runtime::Message message) {
        deliver(node, kBusinessActor, runtime::Delivered{kBusinessActor, std::move(message)}, now_ + 5);
      });
  deliver(node, kBusinessActor, runtime::Started{}, now_);
  deliver(node, kBusinessActor,
          runtime::Delivered{kEar, std::make_shared<const std::any>(business::UseReplica{kReplicaActor})},
          now_);
}

void World::crash(NodeId id, CrashKind kind) {
  if (up(id)) endNode(at(id), kind, "");
}

void World::endNode(Node& node, CrashKind kind, std::string_view code) {
  trace_.event(node.id, code.empty() ? "crash" : "stopped itself", static_cast<std::uint64_t>(kind));
  watcher_.ended(node.id, code);
  node.replica.reset();
  node.business.reset();
  ++node.life;
  using Policy = log::testing::MemoryDisk::CrashPolicy;
  Policy policy;
  policy.seed = static_cast<std::uint32_t>(random_.next());
  switch (kind) {
    case CrashKind::kProcess:
      node.disk.endProcess();
      break;
    case CrashKind::kPower:
      node.disk.crash(policy);
      break;
    case CrashKind::kTorn512:
    case CrashKind::kTorn4096:
      policy.kind = Policy::Kind::kSomeSectors;
      policy.sectorBytes = kind == CrashKind::kTorn512 ? 512 : 4'096;
      node.disk.crash(policy);
      break;
  }
  tellPeers(node.id, false);
}

void World::pause(NodeId id, Microseconds length) {
  trace_.event(id, "pause", length);
  at(id).pausedUntil = now_ + length;
}

void World::stallDisk(NodeId id, Microseconds length) {
  trace_.event(id, "disk stalls", length);
  at(id).diskFree = std::max(at(id).diskFree, now_) + length;
}

void World::signNothing(NodeId id, bool on) {
  Node& node = at(id);
  node.signsNothing = on;
  for (runtime::SignDigest& request : std::exchange(node.toSign, {})) carryOut(node, kReplicaActor, request);
}

void World::reconnect(NodeId one, NodeId other) {
  for (const auto& [from, to] : {std::pair{one, other}, std::pair{other, one}}) {
    if (!up(from)) continue;
    deliver(at(from), kReplicaActor, runtime::PeerDown{to}, now_ + 50);
    deliver(at(from), kReplicaActor, runtime::PeerUp{to}, now_ + 20'000);
  }
}

// ---- turns ----

void World::deliver(Node& node, runtime::ActorId actor, runtime::Event event, Microseconds when) {
  schedule(when, [this, &node, actor, event = std::move(event), life = node.life]() mutable {
    if (node.life != life) return;
    if (node.pausedUntil > now_) return deliver(node, actor, std::move(event), node.pausedUntil);
    turn(node, actor, event);
  });
}

void World::turn(Node& node, runtime::ActorId actor, const runtime::Event& event) {
  if (!node.replica) return;
  const auto [first, second] = numbersOf(event);
  if (!std::holds_alternative<runtime::Fired>(event)) trace_.event(node.id, nameOf(event), first, second);
  runtime::Out out;
  if (actor == kReplicaActor)
    node.replica->step(event, out);
  else
    node.business->step(event, out);
  const std::uint64_t life = node.life;
  for (runtime::Request& request : out.requests()) {
    if (dice_.strike(FaultClass::kCrashMidTurn, 1, 6'000)) {
      endNode(node, CrashKind::kPower, "");
      return;
    }
    std::visit([&](auto& what) { carryOut(node, actor, what); }, request);
    if (node.life != life) return;
  }
  watcher_.afterTurn(node.id);
}

bool World::submit(NodeId businessNode, Bytes batch, business::BusinessService::Answer committed,
                   business::BusinessService::Answer final) {
  Node& node = at(businessNode);
  if (!node.business) return false;
  business::Submit message{{}, {}, std::move(committed), std::move(final)};
  if (random_.chance(1, 2))
    message.packed = packed(batch);  // as the batch stream brings it
  else
    message.batch = std::move(batch);
  deliver(node, kBusinessActor,
          runtime::Delivered{kEar, std::make_shared<const std::any>(std::move(message))},
          now_ + random_.between(50, 400));
  return true;
}

void World::propagate(NodeId id, Bytes batch) {
  if (!up(id)) return;
  deliver(at(id), kReplicaActor,
          runtime::Delivered{kEar, std::make_shared<const std::any>(replica::SubmitBatch{std::move(batch)})},
          now_ + random_.between(50, 400));
}

// ---- what actors ask for ----

void World::carryOut(Node& node, runtime::ActorId actor, runtime::SetTimer& request) {
  deliver(node, actor, runtime::Fired{request.token}, request.at.value * kTick);
}

void World::carryOut(Node& node, runtime::ActorId actor, runtime::SubmitIo& request) {
  node.diskFree = std::max(node.diskFree, now_) + random_.between(100, 900) +
                  log::testing::bytesMovedBy(request.op) / log::testing::kDiskBytesPerMicrosecond;
  if (dice_.strike(FaultClass::kSlowDisk, 1, 150))
    node.diskFree += dice_.of(FaultClass::kSlowDisk).between(10'000, 600'000);
  schedule(node.diskFree, [this, &node, actor, request, life = node.life] {
    if (node.life != life) return;
    const auto* write = std::get_if<runtime::IoWrite>(&request.op);
    const bool syncs =
        std::holds_alternative<runtime::IoSync>(request.op) || (write != nullptr && write->sync);
    if (syncs && dice_.strike(FaultClass::kSyncError, 1, 1'500)) {
      trace_.event(node.id, "sync failed");
      if (write != nullptr) {  // nobody knows what of it arrived
        runtime::IoWrite unsynced = *write;
        unsynced.sync = false;
        (void)node.disk.carryOut(request.file, unsynced);
      }
      runtime::IoDone failed;
      failed.token = request.token;
      failed.status = runtime::IoStatus::kFailed;
      return deliver(node, actor, std::move(failed), now_);
    }
    runtime::IoDone done = node.disk.carryOut(request.file, request.op);
    done.token = request.token;
    Microseconds told = now_;
    if (std::holds_alternative<runtime::IoRead>(request.op) && dice_.strike(FaultClass::kLateRead, 1, 3))
      told += dice_.of(FaultClass::kLateRead).between(10'000, 1'000'000);
    deliver(node, actor, std::move(done), told);
  });
}

void World::carryOut(Node& node, runtime::ActorId, runtime::SendFrame& request) {
  const NodeId to = request.to;
  if (cut_.contains({node.id, to}) || dice_.strike(FaultClass::kMessageLoss, 1, 25)) return;
  const runtime::FrameReceived frame{node.id, request.channel, copyOf(*request.frame)};
  // A frame finds whatever life the receiver is in when it arrives.
  const auto arrive = [this, to, frame](Microseconds when) {
    schedule(when, [this, to, frame] {
      Node& receiver = at(to);
      if (receiver.replica && !cut_.contains({frame.from, to})) deliver(receiver, kReplicaActor, frame, now_);
    });
  };
  Microseconds when = now_ + random_.between(60, 600);
  if (dice_.strike(FaultClass::kDelay, 1, 60))
    when += dice_.of(FaultClass::kDelay).between(5'000, 2'000'000);
  else if (dice_.strike(FaultClass::kReorder, 1, 25))
    when += dice_.of(FaultClass::kReorder).between(0, 3'000);
  else
    when = wires_[{node.id, to, request.channel}] = std::max(when, wires_[{node.id, to, request.channel}]);
  arrive(when);
  if (!dice_.strike(FaultClass::kDuplicate, 1, 40)) return;
  Random& random = dice_.of(FaultClass::kDuplicate);
  arrive(when + random.between(0, 3'000'000));
  // And something of long ago, from another term perhaps.
  if (oldFrames_.size() < kOldFrames) {
    oldFrames_.emplace_back(to, frame);
    return;
  }
  auto& [receiver, old] = random.oneOf(oldFrames_);
  schedule(when, [this, whose = receiver, what = old] {
    if (at(whose).replica) deliver(at(whose), kReplicaActor, what, now_);
  });
  receiver = to;
  old = frame;
}

void World::carryOut(Node& node, runtime::ActorId actor, runtime::VerifyBatch& request) {
  const ByteView body = request.buffer.body().subspan(request.bodyOffset, request.header.bodySize);
  const std::string_view why = signatures_.verifyBatch(request.header, body);
  node.cryptoFree = std::max(node.cryptoFree, now_) + random_.between(50, 400);
  deliver(node, actor, runtime::Verified{request.token, why.empty(), why}, node.cryptoFree);
}

void World::carryOut(Node& node, runtime::ActorId actor, runtime::VerifyDigest& request) {
  node.cryptoFree = std::max(node.cryptoFree, now_) + random_.between(40, 120);
  deliver(node, actor,
          runtime::Verified{
              request.token, signatures_.verify(request.key, request.digest, request.signature), {}},
          node.cryptoFree);
}

void World::carryOut(Node& node, runtime::ActorId actor, runtime::SignDigest& request) {
  if (node.signsNothing) return node.toSign.push_back(request);
  deliver(node, actor,
          runtime::Signed{request.token, signatures_.sign(keyNumber(200 + node.id.value), request.digest)},
          now_ + random_.between(30, 90));
}

void World::carryOut(Node& node, runtime::ActorId actor, runtime::ContinueSoon&) {
  deliver(node, actor, runtime::Continue{}, now_ + 20);
}

void World::carryOut(Node& node, runtime::ActorId, runtime::StopNode& request) {
  endNode(node, CrashKind::kProcess, request.why.code);
}

void World::carryOut(Node& node, runtime::ActorId actor, runtime::SendMessage& request) {
  if (request.to == kEar) return hear(node, *request.message);
  deliver(node, request.to, runtime::Delivered{actor, request.message}, now_ + 5);
}

void World::hear(Node& node, const std::any& message) {
  if (const auto* applied = std::any_cast<replica::BlockApplied>(&message))
    watcher_.applied(node.id, *applied);
  if (const auto* formed = std::any_cast<replica::CertificateFormed>(&message))
    watcher_.certified(node.id, formed->certificate);
}

}  // namespace aurigraph::sim
