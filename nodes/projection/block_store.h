#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/crypto/merkle.h"
#include "core/wire/block.h"
#include "core/wire/outcome.h"

namespace aurigraph::projection {

struct StoredBlock {
  wire::Block block;
  wire::BlockOutcome outcome;
};

/// projection.other_history, with words for a person: block `height` is not what was stored for it.
[[nodiscard]] tl::unexpected<Error> otherHistory(Height height);

/// Every block of a lane with what it made, for proofs and the explorer: one append-only file, and the
/// history tree over it in memory (docs/formats/projection.md). Not the source of truth: nothing is
/// synced, a damaged tail is cut off at opening and comes again from the chain.
/// Safe from any thread, beside one writer.
class BlockStore {
 public:
  /// Errors: projection.unusable, projection.other_cluster.
  static Result<std::unique_ptr<BlockStore>> open(const std::filesystem::path& file, const Digest& genesis);
  ~BlockStore();

  [[nodiscard]] Height height() const;
  /// Block and outcome of a height as one digest (wire::historyLeaf). Requires 0 < height <= height().
  [[nodiscard]] Digest leaf(Height height) const;
  /// The next block. Errors: projection.gap, projection.other_history (it does not follow the last one's
  /// hash), projection.unusable.
  Status append(const wire::Block& block, const wire::BlockOutcome& outcome);
  /// Errors: query.unknown_block, projection.damaged (checksum), projection.unusable.
  Result<StoredBlock> read(Height height) const;

  /// Siblings from block `height`'s leaf to the history root over blocks 1…`size`.
  /// Requires 0 < height <= size <= height().
  [[nodiscard]] std::vector<Digest> historyPath(Height height, Height size) const;
  /// What shows that the history of `size` blocks begins with that of the first `first` (RFC 6962 §2.1.2): at
  /// most 65 hashes from memory, log2(size) of work, no block is read. Requires first <= size <= height().
  [[nodiscard]] std::vector<Digest> consistencyPath(Height first, Height size) const;
  /// Requires size <= height().
  [[nodiscard]] Digest historyRoot(Height size) const;

 private:
  struct State;
  explicit BlockStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::projection
