#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/sim/random.h"
#include "core/base/faults.h"

/// What may go wrong in a run: in the world (faults of a seed) and in our own code (mutants).
namespace aurigraph::sim {

enum class FaultClass : std::uint8_t {
  kCrash,         ///< A process ends between two turns; the page cache survives it.
  kCrashMidTurn,  ///< … between two requests of one turn.
  kPowerLoss,     ///< Everything that was not synced is gone.
  kTorn512,       ///< Of unsynced writes each sector of 512 bytes arrives or not.
  kTorn4096,      ///< … each of 4,096 bytes.
  kRotUnsynced,   ///< A bit flips in what was written and never acknowledged.
  kRotSynced,     ///< A bit flips in an acknowledged frame; of a minority of validators only.
  kSyncError,     ///< The disk reports that a sync failed.
  kSlowDisk,      ///< An operation takes up to two seconds.
  kFullDisk,      ///< The disk takes no more bytes for a while.
  kMessageLoss,
  kDuplicate,  ///< The copy may come seconds later, also to a later life of the node.
  kReorder,    ///< A message overtakes others of its channel.
  kDelay,      ///< Up to two seconds late.
  kOneWayCut,
  kIsolation,      ///< One node is cut off, both ways.
  kReconnect,      ///< A connection breaks and comes back.
  kPause,          ///< A node stands still and wakes up without knowing.
  kClockJump,      ///< A node's wall clock is set, up to an hour off.
  kBuffersFull,    ///< No buffer is free.
  kForgedBatch,    ///< A faulty node passes on what its author never signed.
  kReplayedBatch,  ///< … or what was executed long ago.
  kClientRestart,  ///< A client forgets its requests and opens a new session.
  kLostDisk,       ///< A validator's whole disk is empty when it starts again; of a minority only.
  kLateRead,       ///< What was read is told long after: what came later is done before.
  kCount
};
inline constexpr std::size_t kFaultClasses = static_cast<std::size_t>(FaultClass::kCount);
[[nodiscard]] std::string_view nameOf(FaultClass fault);

/// Which faults a run may use: for minimising a failure. Without limits: all that the seed draws.
struct FaultMask {
  std::bitset<kFaultClasses> off;
  /// If set: only the strikes with these ordinals (over all classes, sorted) happen.
  std::optional<std::vector<std::uint64_t>> only;
};

/// Draws the faults of one seed. Each class is absent in about half of the seeds, has its own stream,
/// and counts how often it really struck.
class FaultDice {
 public:
  FaultDice(std::uint64_t seed, FaultMask mask);

  [[nodiscard]] bool present(FaultClass fault) const { return present_[index(fault)]; }
  /// True: do it, and it is counted. What a masked class would have drawn it still draws.
  bool strike(FaultClass fault, std::uint64_t favourable, std::uint64_t cases);
  /// For the details of a fault of this class.
  Random& of(FaultClass fault) { return streams_[index(fault)]; }
  /// No fault from here on: the liveness phase.
  void calm() { calm_ = true; }

  [[nodiscard]] const std::array<std::uint64_t, kFaultClasses>& hits() const { return hits_; }
  /// How often something struck, masked or not: the ordinals are 0 … drawn() − 1.
  [[nodiscard]] std::uint64_t drawn() const { return drawn_; }

 private:
  static std::size_t index(FaultClass fault) { return static_cast<std::size_t>(fault); }

  FaultMask mask_;
  std::bitset<kFaultClasses> present_;
  std::vector<Random> streams_;
  std::array<std::uint64_t, kFaultClasses> hits_{};
  std::uint64_t drawn_ = 0;
  bool calm_ = false;
};

// ---- mutants: known bugs in our own code, behind the fault seam ----

struct Mutant {
  std::string_view name;
  std::string_view bug;
  FaultSet faults;
  /// Where the search begins: shortly before a seed that found it once. Rare ones would else take long.
  std::uint64_t firstSeed = 1;
};
[[nodiscard]] const std::vector<Mutant>& mutants();

}  // namespace aurigraph::sim
