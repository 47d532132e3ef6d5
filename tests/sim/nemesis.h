#pragma once

#include <set>

#include "tests/sim/checker.h"

namespace aurigraph::sim {

/// Does to the world what the seed's faults ask for, every few tens of milliseconds, and undoes it later.
/// Acknowledged bytes rot at a minority of validators only: more than that nobody can survive.
class Nemesis {
 public:
  Nemesis(World& world, FaultDice& dice, Checker& checker, std::uint64_t seed);

  void begin() { act(); }
  /// Everything back to normal; who is down comes back. No more mischief.
  void heal();

 private:
  static constexpr Microseconds kPeriod = 25'000;

  void act();
  void crashes();
  void disks();
  void network();
  void clocks();
  void crash(NodeId node, World::CrashKind kind);
  void restartLater(NodeId node);
  void rotUnsynced(NodeId node);
  void rotSynced();
  NodeId anyone(FaultClass fault);

  World& world_;
  FaultDice& dice_;
  Checker& checker_;
  Random random_;
  std::vector<NodeId> everybody_;
  std::set<NodeId> rotten_;
  bool healed_ = false;
};

}  // namespace aurigraph::sim
