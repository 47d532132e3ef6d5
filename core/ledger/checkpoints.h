#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/ledger/invariant_watch.h"
#include "core/ledger/state.h"

namespace aurigraph::ledger {

/// When the state root is taken, and the taking itself (DESIGN §4, docs/decisions/027-checkpoints.md).
///
/// Due when something has changed and either enough blocks or enough block time have passed since the
/// last one; never sooner than keeps its hashing under 5 % of a core. All of it follows from the log, so
/// every replica takes the same ones. Only touched pages are hashed, in slices, between the operations
/// of the block and its results.
class Checkpoints {
 public:
  /// Whether the block of this height and time ends with a checkpoint.
  [[nodiscard]] bool due(const State& state, Height height, Nanoseconds time) const;
  /// Block time at which one is due without further blocks.
  [[nodiscard]] std::optional<Nanoseconds> nextTime(const State& state) const;

  void begin() { running_ = true; }
  [[nodiscard]] bool running() const { return running_; }
  /// Hashes up to `pages` pages; true when the root stands.
  bool advance(State& state, std::size_t pages, Height height, Nanoseconds time, InvariantWatch& watch);

  [[nodiscard]] Height height() const { return height_; }
  [[nodiscard]] const Digest& root() const { return root_; }
  [[nodiscard]] const std::vector<Digest>& tableRoots() const { return tableRoots_; }

 private:
  /// Block time before which none is due; nullopt: nothing has changed.
  [[nodiscard]] std::optional<Nanoseconds> earliest(const State& state, Nanoseconds after) const;

  Height height_;
  Nanoseconds time_;
  Digest root_;
  std::vector<Digest> tableRoots_;
  bool running_ = false;
};

}  // namespace aurigraph::ledger
