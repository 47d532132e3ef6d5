#pragma once

// A cluster of consensus::Core alone: simulated disk (what is not persisted dies with a crash), a bag of
// messages instead of a network, and Raft's safety properties checked after every single step.
// Every message goes through its codec.

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/consensus/core.h"

namespace aurigraph::test {

using namespace aurigraph::consensus;

/// What went wrong, as text; the tests fail on the first.
struct Violation {
  std::string what;
};

class CoreCluster {
 public:
  struct Packet {
    NodeId from;
    NodeId to;
    Bytes bytes;
    std::vector<BufferRef> buffers;
  };
  struct Write {
    PersistSequence sequence;
    std::optional<HardState> hardState;
    std::optional<Height> truncateFrom;
    std::vector<wire::Block> append;
  };
  struct Disk {
    HardState hardState;
    std::vector<wire::Block> blocks;
  };
  struct Node {
    Config config;
    std::optional<Core> core;
    Disk disk;                     ///< Survives a crash.
    std::vector<wire::Block> log;  ///< As the running core sees it.
    std::deque<Write> writes;      ///< Asked for, not durable.
    std::deque<Deferred> deferred;
    Height decided;
    Height applied;
    bool slowDisk = false;
    bool executes = true;
    std::uint64_t ticks = 0;
    std::int64_t clockOffset = 0;  ///< ns
    std::vector<Height> sealed;
    std::vector<ReadReady> reads;
  };

  CoreCluster(std::size_t validators, std::size_t learners, Limits limits, std::uint64_t seed,
              Faults faults = {})
      : limits_(limits), seed_(seed), faults_(faults) {
    genesis_.bytes.fill(0x42);
    Config config;
    config.genesis = genesis_;
    config.limits = limits;
    for (std::uint32_t node = 1; node <= validators; ++node)
      config.voters.voters.push_back({NodeId(node), {}});
    for (std::uint32_t node = 1; node <= learners; ++node)
      config.learners.emplace_back(static_cast<std::uint32_t>(validators) + node);
    for (std::uint32_t number = 1; number <= validators + learners; ++number) {
      config.self = NodeId(number);
      nodes_[NodeId(number)].config = config;
      start(NodeId(number));
    }
  }

  std::function<void(NodeId, const std::string&)> trace = [](NodeId, const std::string&) {};
  std::vector<Packet> packets;
  std::set<std::pair<NodeId, NodeId>> cut;
  std::set<std::pair<NodeId, NodeId>> cutBlocks;  ///< Only the connection for blocks: heartbeats pass.
  std::vector<Violation> violations;
  std::map<Digest, std::string> texts;

  [[nodiscard]] std::map<NodeId, Node>& nodes() { return nodes_; }
  [[nodiscard]] const Digest& genesis() const { return genesis_; }
  [[nodiscard]] Node& node(NodeId id) { return nodes_.at(id); }
  [[nodiscard]] bool up(NodeId id) { return node(id).core.has_value(); }
  [[nodiscard]] const std::map<Height, wire::Block>& committed() const { return committed_; }

  void start(NodeId id) {
    Node& at = node(id);
    Recovered recovered;
    recovered.hardState = at.disk.hardState;
    for (const wire::Block& block : at.disk.blocks) {
      const auto& header = block.header();
      if (recovered.terms.empty() || recovered.terms.back().term != header.term)
        recovered.terms.push_back({header.height, header.term});
      recovered.last = header.height;
      recovered.lastHash = block.hash();
      recovered.lastTime = header.time;
      recovered.lastProtocol = header.protocol;
    }
    at.log = at.disk.blocks;
    at.config.seed = seed_ ^ (std::uint64_t{id.value} << 32) ^ ++incarnations_;
    at.core.emplace(at.config, recovered, faults_);
    at.applied = at.decided = Height(0);
  }

  /// Throws away what was not durable. `survivingWrites`: how many pending writes made it anyway.
  void crash(NodeId id, std::size_t survivingWrites = 0) {
    Node& at = node(id);
    for (; survivingWrites > 0 && !at.writes.empty(); --survivingWrites) writeOne(at);
    at.core.reset();
    at.writes.clear();
    at.deferred.clear();
  }

  void tick(NodeId id) {
    elapsed_ = std::max(elapsed_, ++node(id).ticks);
    step(id, Ticked{});
  }
  /// What a right clock says.
  [[nodiscard]] Nanoseconds trueTime() const {
    return Nanoseconds(kEpoch + static_cast<std::int64_t>(elapsed_) * kTickLength.value);
  }

  /// The oldest pending write becomes durable.
  void persistOne(NodeId id) {
    Node& at = node(id);
    if (at.writes.empty()) return;
    const PersistSequence sequence = at.writes.front().sequence;
    writeOne(at);
    while (!at.deferred.empty() && at.deferred.front().after <= sequence) {
      post(id, at.deferred.front().envelope);
      at.deferred.pop_front();
    }
    step(id, Persisted{sequence});
  }

  void deliver(std::size_t index, bool keepCopy = false) {
    const Packet packet = packets[index];
    if (!keepCopy) packets.erase(packets.begin() + static_cast<std::ptrdiff_t>(index));
    if (!up(packet.to) || cut.contains({packet.from, packet.to})) return;
    if (!packet.buffers.empty() && cutBlocks.contains({packet.from, packet.to})) return;
    auto message = decodeMessage(packet.bytes, packet.buffers, genesis_, Lane(0));
    if (!message) return violation("a message does not decode: " + message.error().message);
    if (encode(*message) != packet.bytes) violation("a message's encoding is not canonical");
    step(packet.to, Received{std::move(*message)});
  }

  /// Builds the next block where it belongs. False: this node may not propose now.
  bool propose(NodeId id, const std::string& text) {
    const auto slot = node(id).core->slot();
    if (!slot) return false;
    wire::BlockBuilder builder(allocateBuffer(BufferClass::kSmall));
    wire::BlockHeader header;
    header.lane = Lane(0);
    header.genesis = genesis_;
    header.height = slot->height;
    header.term = slot->term;
    header.voterSet = slot->voterSet;
    header.previous = slot->previous;
    header.kind = slot->kind;
    header.time = slot->time;
    const wire::Block block = builder.finish(header);
    texts[block.hash()] = slot->kind == wire::BlockKind::kElection ? "(election)" : text;
    step(id, Propose{block});
    return true;
  }

  void step(NodeId id, const Event& event) {
    Node& at = node(id);
    if (!at.core) return;
    Effects out;
    at.core->step(ClockRead{{Tick(elapsed_), Nanoseconds(trueTime().value + at.clockOffset)}}, out);
    at.core->step(event, out);
    carryOut(id, out);
    check(id);
  }

  /// Delivers and persists until nothing is left to do. Slow disks stay slow.
  void settle(std::size_t atMost = 100'000) {
    for (std::size_t done = 0; done < atMost; ++done) {
      if (!packets.empty()) {
        deliver(0);
        continue;
      }
      bool persisted = false;
      for (auto& [id, at] : nodes_) {
        if (!at.core || at.slowDisk || at.writes.empty()) continue;
        persistOne(id);
        persisted = true;
      }
      if (!persisted) return;
    }
    violation("the cluster does not come to rest");
  }

  [[nodiscard]] std::optional<NodeId> leader() {
    std::optional<NodeId> found;
    for (auto& [id, at] : nodes_)
      if (at.core && at.core->role() == RoleKind::kLeader)
        if (!found || at.core->term() > node(*found).core->term()) found = id;
    return found;
  }

  void violation(std::string what) { violations.push_back({std::move(what)}); }

 private:
  static constexpr std::int64_t kEpoch = 1'800'000'000'000'000'000;

  static void writeOne(Node& at) {
    Write write = std::move(at.writes.front());
    at.writes.pop_front();
    if (write.hardState) at.disk.hardState = *write.hardState;
    if (write.truncateFrom) at.disk.blocks.resize(write.truncateFrom->value - 1);
    for (wire::Block& block : write.append) at.disk.blocks.push_back(std::move(block));
  }

  void post(NodeId from, const Envelope& envelope) {
    packets.push_back({from, envelope.to, encode(envelope.message), buffersOf(envelope.message)});
  }

  void carryOut(NodeId id, Effects& out) {
    Node& at = node(id);
    if (out.persist != PersistSequence(0))
      at.writes.push_back({out.persist, out.hardState, out.truncateFrom, out.append});
    else if (out.hardState || out.truncateFrom || !out.append.empty())
      violation("something is to be durable without a sequence");
    if (out.truncateFrom) at.log.resize(out.truncateFrom->value - 1);
    for (const wire::Block& block : out.append) at.log.push_back(block);
    for (const Envelope& envelope : out.sendNow) post(id, envelope);
    for (Deferred& deferred : out.afterDurability) at.deferred.push_back(deferred);
    if (out.leader && at.core->role() == RoleKind::kLeader) {
      trace(id, "leader term=" + std::to_string(out.leader->term.value));
      newLeader(id);
    }
    if (out.commit) commit(id, *out.commit);
    for (const NeedBlocks& need : out.needBlocks) fetch_.push_back({id, need});
    if (out.seal) {
      at.sealed.push_back(*out.seal);
      trace(id, "seal " + std::to_string(out.seal->value));
    }
    for (const NodeId peer : out.needCertificate)
      trace(id, "certificate again to " + std::to_string(peer.value));
    for (const ReadReady& read : out.reads) {
      at.reads.push_back(read);
      trace(id, "read " + std::to_string(read.token.value) +
                    (read.granted ? " at " + std::to_string(read.height.value) : " refused"));
    }
    // The leader's first block comes at once; a driver does the same.
    if (const auto slot = at.core->slot(); slot && slot->kind == wire::BlockKind::kElection) propose(id, "");
    if (out.commit && at.executes) {
      at.applied = *out.commit;
      step(id, Applied{at.applied});
    }
    while (!fetch_.empty()) {
      const auto [node, need] = fetch_.front();
      fetch_.pop_front();
      std::vector<wire::Block> blocks;
      for (std::size_t at0 = need.from.value - 1;
           at0 < nodes_[node].log.size() && blocks.size() < need.atMost; ++at0)
        blocks.push_back(nodes_[node].log[at0]);
      step(node, BlocksRead{need.peer, std::move(blocks)});
    }
  }

  void commit(NodeId id, Height height) {
    Node& at = node(id);
    if (at.log.size() < height.value) return violation("commit beyond the log");
    for (std::uint64_t value = at.core->commit().value; value > 0; --value) {
      const wire::Block& block = at.log[value - 1];
      const auto [known, fresh] = committed_.emplace(Height(value), block);
      if (known->second.hash() != block.hash())
        return violation("state machine safety: two blocks committed at height " + std::to_string(value));
      if (!fresh) break;
      std::size_t copies = 0;
      for (auto& [other, it] : nodes_)
        if (isVoter(other) && it.disk.blocks.size() >= value &&
            it.disk.blocks[value - 1].hash() == block.hash())
          ++copies;
      if (copies < at.config.voters.voters.size() / 2 + 1)
        violation("block " + std::to_string(value) + " committed without a durable majority");
    }
    for (; at.decided < height; at.decided = at.decided.next())
      trace(id, "commit " + std::to_string(at.decided.value + 1) + " " + textOf(at.log[at.decided.value]));
  }

  void newLeader(NodeId id) {
    Node& at = node(id);
    const auto [known, fresh] = leaders_.emplace(at.core->term(), id);
    if (!fresh && known->second != id)
      violation("election safety: two leaders in term " + std::to_string(at.core->term().value));
    for (const auto& [height, block] : committed_)
      if (at.log.size() < height.value || at.log[height.value - 1].hash() != block.hash())
        return violation("leader completeness: a committed block is missing at the new leader");
  }

  /// Log matching: the same height and term mean the same history up to there.
  void check(NodeId id) {
    const Node& at = node(id);
    if (!at.core) return;
    if (at.core->last() != Height(at.log.size())) violation("the core's log and its effects disagree");
    for (const auto& [other, it] : nodes_) {
      if (other == id || !it.core) continue;
      for (std::size_t height = std::min(at.log.size(), it.log.size()); height > 0; --height) {
        if (at.log[height - 1].header().term != it.log[height - 1].header().term) continue;
        // One equal hash covers everything below: hashes are chained.
        if (at.log[height - 1].hash() != it.log[height - 1].hash())
          violation("log matching: same height and term, different block");
        break;
      }
    }
    checkMatches(at);
  }

  /// What a leader believes of a voter, that voter has on its disk (unless a later term replaced it there).
  void checkMatches(const Node& leader) {
    for (const Progress& peer : leader.core->peers()) {
      const Node& other = node(peer.node);
      if (!peer.votes || peer.match == Height() || peer.match > leader.core->last()) continue;
      if (other.core && other.core->term() > leader.core->term()) continue;
      if (other.disk.hardState.term > leader.core->term()) continue;
      const auto& blocks = other.disk.blocks;
      if (blocks.size() < peer.match.value ||
          blocks[peer.match.value - 1].hash() != leader.log[peer.match.value - 1].hash())
        violation("a leader counts what is durable: block " + std::to_string(peer.match.value) + " of node " +
                  std::to_string(peer.node.value));
    }
  }

  [[nodiscard]] bool isVoter(NodeId id) { return nodes_.begin()->second.config.voters.find(id) != nullptr; }
  std::string textOf(const wire::Block& block) {
    const std::string& text = texts[block.hash()];
    return text == "(election)" ? text : "\"" + text + "\"";
  }

  Limits limits_;
  std::uint64_t seed_;
  Faults faults_;
  std::uint64_t incarnations_ = 0;
  std::uint64_t elapsed_ = 0;  ///< Ticks of whoever has made most.
  Digest genesis_;
  std::map<NodeId, Node> nodes_;
  std::map<Term, NodeId> leaders_;
  std::map<Height, wire::Block> committed_;
  std::deque<std::pair<NodeId, NeedBlocks>> fetch_;
};

/// Small numbers: elections take a few ticks, memory forgets early.
inline Limits tinyLimits() {
  Limits limits;
  limits.electionTicks = 10;
  limits.heartbeatTicks = 3;
  limits.sealTicks = 5;
  limits.stallTicks = 8;
  limits.servingTicks = 30;
  limits.ticksWithoutCommit = 40;
  limits.inflightMessages = 4;
  limits.blocksPerMessage = 2;
  limits.uncommittedBlocks = 16;
  limits.tailBlocks = 4;
  return limits;
}

}  // namespace aurigraph::test
