#pragma once

#include <array>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/ledger/rows.h"
#include "core/quality/score.h"
#include "core/wire/record.h"
#include "nodes/projection/block_store.h"

namespace aurigraph::gateway {

/// What the block that brought a record says beyond the ledger's row.
struct RecordOriginal {
  wire::Record record;       ///< As it was submitted.
  wire::ScoreInputs inputs;  ///< The context that the ledger made for it, told by the event of its admission.
  /// The same function that the replicas called: no stored opinion, the reasons themselves. Nothing when
  /// the genesis lacks its rule set.
  std::optional<quality::ScoreResult> score;
  std::array<std::uint16_t, quality::kCheckCount> weights{};  ///< Of its kind, per mille.
};

/// Errors: query.unknown_record (the block does not hold it), those of BlockStore::read (it may trail the
/// ledger by a moment).
Result<RecordOriginal> readOriginal(const projection::BlockStore& blocks, const std::vector<Bytes>& ruleSets,
                                    const ledger::RecordRow& row);

/// What lists show of originals. A record never changes, so each is read once; of the newest few thousand
/// asked for. Safe from any thread.
class OriginalFacts {
 public:
  struct Facts {
    std::string source;
    std::optional<std::int32_t> lostPpm;  ///< By all checks together, before caps.
  };
  /// Nothing while the block store trails.
  std::optional<Facts> of(const projection::BlockStore& blocks, const std::vector<Bytes>& ruleSets,
                          const Digest& id, const ledger::RecordRow& row);

 private:
  std::mutex mutex_;  // guards both
  std::map<Digest, Facts> known_;
  std::list<Digest> order_;  // as they came
};

}  // namespace aurigraph::gateway
