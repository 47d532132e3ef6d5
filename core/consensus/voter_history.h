#pragma once

#include <vector>

#include "core/base/faults.h"
#include "core/base/types.h"
#include "core/consensus/quorum.h"
#include "core/wire/seal.h"

namespace aurigraph::consensus {

/// One set of voters with what follows from it.
struct Voters {
  wire::VoterSet set;
  Quorum quorum;
  Digest digest;  ///< wire::VoterSet::digest(): stands in blocks and seals.
};

/// Which voters a lane has at which height: what elections, commits, seals and certificates ask.
///
/// One set from the genesis on, today. Later sets come with the blocks that carry them: as they are appended
/// to the log, decided or not, and gone again with a suffix that is replaced (thesis §4.1).
class VoterHistory {
 public:
  /// The genesis' set, in force from the first block on.
  explicit VoterHistory(wire::VoterSet genesis, Faults faults = {});

  /// Who decides the block at a height: the set whose digest stands in its header and in its seals.
  [[nodiscard]] const Voters& at(Height height) const;
  /// In force for whatever comes next: elections, and blocks not yet appended.
  [[nodiscard]] const Voters& newest() const { return runs_.back().voters; }

  /// The log now says that this set is in force from a height on, above all that were said before.
  void append(Height first, wire::VoterSet set);
  /// Blocks from here on are gone, and the sets that began there with them.
  void truncateFrom(Height from);

 private:
  /// `voters` from `first` up to the next run's first; the genesis' begins at 0.
  struct Run {
    Height first;
    Voters voters;
  };
  [[nodiscard]] Voters derived(wire::VoterSet set) const;

  Faults faults_;
  std::vector<Run> runs_;
};

}  // namespace aurigraph::consensus
