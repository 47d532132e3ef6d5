#pragma once

#include <cstdint>
#include <iterator>

namespace aurigraph::sim {

/// The simulator's only source of chance: SplitMix64, integers alone, so that a seed means the same on
/// every machine and library. Each user has a stream of its own: what one draws moves nobody else.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t stream) : state_(seed * 0xD1342543DE82EF95ULL + stream) {
    (void)next();
    state_ ^= stream * 0x2545F4914F6CDD1DULL;
  }

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }
  /// 0 … bound − 1.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  /// low … high, both included.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + below(high - low + 1); }
  /// True in `favourable` of `cases`.
  bool chance(std::uint64_t favourable, std::uint64_t cases) { return below(cases) < favourable; }
  template <class Container>
  auto& oneOf(Container& container) {
    return container[below(std::size(container))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace aurigraph::sim
