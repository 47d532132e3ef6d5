#pragma once

#include <string>
#include <vector>

#include "core/ledger/ledger.h"
#include "nodes/gateway/views/render.h"
#include "nodes/gateway/views/service_levels.h"

namespace aurigraph::gateway {

/// A record as one reader sees it: names, whose claim it is, and what the ledger would say to the reader's
/// decision. Copied out in one turn of the replica.
struct ReviewView {
  Digest id;
  ledger::RecordRow row;
  std::string submitterName;
  std::string claimantName;
  std::string reviewerName;
  std::vector<std::string> endorserNames = {};  ///< Of an override.
  bool claimed = false;                         ///< Somebody's claim has not ended.
  bool claimedByReader = false;                 ///< … and it is the reader's.
  std::vector<ledger::Reason> against = {};     ///< Why the reader may not decide; empty: may.
};

/// The ledger's time, or the clock's where that is later: what the next block's time will be at least.
[[nodiscard]] Nanoseconds reviewTime(const ledger::Ledger& ledger, Nanoseconds clock);

[[nodiscard]] ReviewView viewReview(const ledger::Ledger& ledger, const Digest& id,
                                    const ledger::RecordRow& row, const PublicKey& reader, Nanoseconds now);

[[nodiscard]] bool isClaimed(const ledger::RecordRow& row, Nanoseconds now);
[[nodiscard]] Nanoseconds dueAt(const ledger::RecordRow& row, const ServiceLevels& levels);

/// The row with all of the above.
[[nodiscard]] Object render(const ReviewView& view, const ServiceLevels& levels);

}  // namespace aurigraph::gateway
