#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/chaos/fleet.h"

/// The chaos: what happens to which node and for how long is drawn from a seed. Its rhythm is timed; nothing
/// is concluded from times.
namespace aurigraph::chaos {

struct Disturbed {
  unsigned kills = 0, pauses = 0, restarts = 0;
  unsigned massKills = 0;              ///< Several validators within moments.
  unsigned lonelyKills = 0;            ///< A leader that could reach nobody.
  unsigned leaders = 0;                ///< Of all of them, how many hit the node that led.
  std::vector<std::string> surprises;  ///< A node that ended by itself, or not as asked.
};

class Disturbance {
 public:
  Disturbance(Fleet& fleet, std::uint64_t seed);

  /// Disturbs until the time is over, then lets all run again.
  Disturbed run(std::chrono::seconds length);

  /// State roots seen on the way, by checkpoint height: nodes that disagreed are surprises too.
  void look();

 private:
  void killOne(NodeId node);
  void killValidators();
  void killLonelyLeader();
  void pauseOne(NodeId node);
  void restartOne(NodeId node);
  std::optional<NodeId> leader();
  NodeId victim();
  void wait(unsigned fromMilliseconds, unsigned toMilliseconds);
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  void noteSurprises();

  Fleet& fleet_;
  std::mt19937_64 random_;
  Disturbed done_;
  std::map<std::uint64_t, std::string> roots_;
};

}  // namespace aurigraph::chaos
