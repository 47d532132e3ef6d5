#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/types.h"
#include "core/consensus/quorum.h"

namespace aurigraph::consensus {

/// What a node's own clocks say, read by its driver: time enters the Core as data.
struct ClockReading {
  Tick tick;         ///< Monotone; carries what was heard of others' clocks on to now.
  Nanoseconds wall;  ///< UTC; may be wrong, set forward or set back.
};

/// The clocks of a lane's voters as its leader heard them in this term, and the block time they give.
///
/// With n voters, f = ⌊(n − 1) / 2⌋ of them may be wrong. The time is the (f + 1)-th largest of the clocks
/// heard, the leader's own counting like any: among the f + 1 largest is a right one, so wrong clocks never
/// drive time ahead of it; once f + 1 right ones are heard, at least f + 1 are not behind the slowest of
/// them, so wrong clocks never hold it back (docs/consensus.md, "Block time").
class VoterClocks {
 public:
  /// `clock` is what the voter read as it answered, `at` when we heard it. The newest word of each counts.
  void hear(NodeId voter, Nanoseconds clock, Tick at);

  /// Empty while fewer than n − f are heard. `wrong` is f (Quorum::wrongOnes).
  [[nodiscard]] std::optional<Nanoseconds> time(const Quorum& quorum, NodeId self, ClockReading now,
                                                std::size_t wrong) const;

  /// Voters whose clock is further than `most` from `time`, as heard. None while too few are heard to tell a
  /// wrong clock from a right one: fewer than 2f + 1.
  [[nodiscard]] std::vector<NodeId> astray(const Quorum& quorum, NodeId self, ClockReading now,
                                           Nanoseconds time, Nanoseconds most) const;

 private:
  struct Heard {
    NodeId voter;
    std::int64_t ahead = 0;  ///< Of our monotone clock.
  };
  [[nodiscard]] std::optional<Nanoseconds> of(NodeId voter, NodeId self, ClockReading now) const;

  std::vector<Heard> heard_;
};

/// Clocks beyond are not written into messages and not taken from them: sums with them cannot overflow.
inline constexpr Nanoseconds kLatestClock{std::int64_t{1} << 62};

}  // namespace aurigraph::consensus
