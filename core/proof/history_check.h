#pragma once

#include <cstdint>

#include "core/wire/consistency_path.h"
#include "core/wire/genesis.h"
#include "core/wire/seal.h"

/// Whether a cluster goes on from the history that a client saw certified before (docs/decisions/091). Pure;
/// what is remembered, asked for and said is the client's.
namespace aurigraph::proof {

/// Whether a majority of the genesis's validators sealed it for lane 0 of this cluster. Errors:
/// certificate.other_cluster (or another lane), and those of wire::verify.
Status checkSealed(const wire::Certificate& certificate, const wire::Genesis& genesis);

enum class HistoryVerdict : std::uint8_t {
  kOneHistory,  ///< The later statement's history begins with the earlier one's.
  kForked,      ///< They are of two histories, and that is proven: the seals on both are the evidence.
  kUnproven,    ///< The path leads from nowhere to nowhere: whoever gave it is at fault, or hides a fork.
};

/// Compares what two certificates of one cluster state, each of which passed checkSealed(). The path leads
/// from the earlier height to the later one, and nothing of it is believed; between equal heights none is
/// needed. Requires earlier.height <= later.height.
[[nodiscard]] HistoryVerdict compareHistories(const wire::SealStatement& earlier,
                                              const wire::SealStatement& later,
                                              const wire::ConsistencyPath& path);

}  // namespace aurigraph::proof
