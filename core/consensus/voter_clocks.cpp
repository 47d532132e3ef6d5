#include "core/consensus/voter_clocks.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/base/limits.h"

namespace aurigraph::consensus {
namespace {

std::int64_t monotone(Tick at) {
  return static_cast<std::int64_t>(at.value) * kTickLength.value;
}

}  // namespace

void VoterClocks::hear(NodeId voter, Nanoseconds clock, Tick at) {
  const std::int64_t ahead = clock.value - monotone(at);
  const auto known = std::ranges::find(heard_, voter, &Heard::voter);
  if (known == heard_.end())
    heard_.push_back({voter, ahead});
  else
    known->ahead = ahead;
}

std::optional<Nanoseconds> VoterClocks::of(NodeId voter, NodeId self, ClockReading now) const {
  if (voter == self) return now.wall;
  const auto known = std::ranges::find(heard_, voter, &Heard::voter);
  if (known == heard_.end()) return std::nullopt;
  return Nanoseconds(known->ahead + monotone(now.tick));
}

std::optional<Nanoseconds> VoterClocks::time(const Quorum& quorum, NodeId self, ClockReading now,
                                             std::size_t wrong) const {
  std::array<Nanoseconds, limits::kMaxValidators> clocks;  // asked for with each block: no allocation
  std::size_t count = 0;
  for (const NodeId voter : quorum.voters())
    if (const auto clock = of(voter, self, now)) clocks.at(count++) = *clock;
  if (count < quorum.voters().size() - wrong) return std::nullopt;
  return kthLargest(std::span(clocks).first(count), wrong + 1);
}

std::vector<NodeId> VoterClocks::astray(const Quorum& quorum, NodeId self, ClockReading now, Nanoseconds time,
                                        Nanoseconds most) const {
  std::vector<NodeId> out;
  std::size_t heard = 0;
  for (const NodeId voter : quorum.voters()) {
    const auto clock = of(voter, self, now);
    if (clock) ++heard;
    if (clock && (clock->value > time.value + most.value || clock->value < time.value - most.value))
      out.push_back(voter);
  }
  if (heard < 2 * quorum.wrongOnes() + 1) out.clear();
  return out;
}

}  // namespace aurigraph::consensus
