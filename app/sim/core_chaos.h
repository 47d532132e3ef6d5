#pragma once

#include <random>
#include <utility>

#include "app/sim/core_cluster.h"

namespace aurigraph::test {

/// Random loss, repetition, reordering, one-way partitions, slow disks and crashes around cores. Raft's
/// safety properties are checked after every step (core_cluster.h); when the faults end, the cluster must
/// come back to work and agree.
class Chaos {
 public:
  Chaos(std::size_t validators, std::size_t learners, std::uint64_t seed, Faults faults = {})
      : random_(seed), cluster_(validators, learners, tinyLimits(), seed, faults), validators_(validators) {
    // Each kind of fault is absent in half of the seeds: what faults hide from each other shows then.
    drops_ = coin();
    repeats_ = coin();
    reorders_ = coin();
    crashes_ = coin();
    partitions_ = coin();
    slowDisks_ = coin();
  }

  void run(std::size_t steps) {
    for (std::size_t at = 0; at < steps && cluster_.violations.empty(); ++at) oneStep();
  }

  void heal() {
    cluster_.cut.clear();
    for (auto& [id, node] : cluster_.nodes()) {
      node.slowDisk = false;
      if (!node.core) cluster_.start(id);
    }
  }

  /// Ticks everyone fairly until a block proposed now is applied everywhere.
  bool comesBack() {
    heal();
    for (int round = 0; round < 400; ++round) {
      cluster_.settle();
      for (auto& [id, node] : cluster_.nodes()) cluster_.tick(id);
      cluster_.settle();
      const auto leader = cluster_.leader();
      if (!leader) continue;
      cluster_.propose(*leader, "afterwards");
      cluster_.settle();
      const Height goal = cluster_.node(*leader).core->commit();
      bool all = goal > Height(0) && goal == cluster_.node(*leader).core->last();
      for (auto& [id, node] : cluster_.nodes()) all = all && node.applied == goal;
      if (all) return true;
    }
    return false;
  }

  CoreCluster& cluster() { return cluster_; }
  std::size_t proposed = 0;

 private:
  bool coin() { return random_() % 2 == 0; }
  bool oneIn(std::uint64_t times) { return random_() % times == 0; }
  NodeId anyone() { return NodeId(static_cast<std::uint32_t>(random_() % cluster_.nodes().size() + 1)); }

  void oneStep() {
    const NodeId id = anyone();
    switch (random_() % 8) {
      case 0:
        if (cluster_.up(id)) cluster_.tick(id);
        return;
      case 1:
        if (cluster_.up(id) && (!slowDisks_ || !cluster_.node(id).slowDisk)) cluster_.persistOne(id);
        return;
      case 2:
        if (oneIn(3) && cluster_.up(id) && cluster_.propose(id, "x")) ++proposed;
        return;
      case 3:
        return misfortune(id);
      default:
        return network();
    }
  }

  void network() {
    if (cluster_.packets.empty()) return;
    const std::size_t index = reorders_ && oneIn(4) ? random_() % cluster_.packets.size() : 0;
    if (drops_ && oneIn(12)) {
      cluster_.packets.erase(cluster_.packets.begin() + static_cast<std::ptrdiff_t>(index));
    } else {
      if (repeats_ && oneIn(6)) remember(cluster_.packets[index]);
      cluster_.deliver(index, repeats_ && oneIn(12));
    }
    // Something of long ago, from another term perhaps.
    if (repeats_ && oneIn(8) && !old_.empty()) cluster_.packets.push_back(old_[random_() % old_.size()]);
    if (cluster_.packets.size() > 400)
      cluster_.packets.erase(cluster_.packets.begin(), cluster_.packets.begin() + 100);
  }

  void remember(const CoreCluster::Packet& packet) {
    if (old_.size() < kRemembered)
      old_.push_back(packet);
    else
      old_[random_() % kRemembered] = packet;
  }

  /// A leader and one follower apart from the others: what they write together will be replaced.
  void partPair() {
    const auto leader = cluster_.leader();
    if (!leader) return;
    const NodeId companion = anyone();
    for (const auto& [id, node] : cluster_.nodes())
      if (id != *leader && id != companion)
        for (const NodeId inside : {*leader, companion}) {
          cluster_.cut.insert({id, inside});
          cluster_.cut.insert({inside, id});
        }
  }

  void misfortune(NodeId id) {
    if (crashes_ && oneIn(40)) {
      if (cluster_.up(id))
        cluster_.crash(id, random_() % 3);
      else
        cluster_.start(id);
    } else if (!cluster_.up(id) && oneIn(10)) {
      cluster_.start(id);
    } else if (partitions_ && oneIn(30)) {
      if (oneIn(2))
        cluster_.cut.clear();
      else
        cluster_.cut.insert({id, anyone()});  // one way only: the harder case
    } else if (partitions_ && oneIn(60)) {
      partPair();
    } else if (slowDisks_ && oneIn(30)) {
      cluster_.node(id).slowDisk = !cluster_.node(id).slowDisk;
    } else if (oneIn(60) && cluster_.up(id)) {
      const auto to = NodeId(static_cast<std::uint32_t>(random_() % validators_ + 1));
      cluster_.step(id, TransferLeadership{to});
    } else if (oneIn(20) && cluster_.up(id)) {
      cluster_.step(id, ReadBarrier{ReadToken(++token_)});
    }
  }

  static constexpr std::size_t kRemembered = 32;

  std::mt19937_64 random_;
  CoreCluster cluster_;
  std::vector<CoreCluster::Packet> old_;
  std::size_t validators_;
  std::uint64_t token_ = 0;
  bool drops_ = false, repeats_ = false, reorders_ = false, crashes_ = false, partitions_ = false,
       slowDisks_ = false;
};

}  // namespace aurigraph::test
