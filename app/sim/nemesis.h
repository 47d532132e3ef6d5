#pragma once

#include <set>

#include "app/sim/checker.h"

namespace aurigraph::sim {

/// How far the clocks of nodes that count as right may be off, either way.
inline constexpr std::int64_t kRightClock = 4'000'000'000;

/// Does to the world what the seed's faults ask for, every few tens of milliseconds, and undoes it later.
/// What can cost a validator for long happens to a minority of them only, or nobody could survive: its
/// acknowledged bytes rot, or its clock is an hour off (a block it proposed then stands in its log, refused
/// by the others, until that hour has come; docs/decisions/011).
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
  void leaderFallsBehind();
  void crash(NodeId node, World::CrashKind kind);
  void restartLater(NodeId node);
  void rotUnsynced(NodeId node);
  void rotSynced();
  void loseDisk();
  NodeId anyone(FaultClass fault);
  bool mayImpair(NodeId node);

  World& world_;
  FaultDice& dice_;
  Checker& checker_;
  Random random_;
  std::vector<NodeId> everybody_;
  std::set<NodeId> impaired_;
  bool healed_ = false;
};

}  // namespace aurigraph::sim
