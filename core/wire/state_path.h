#pragma once

#include <cstdint>
#include <vector>

#include "core/base/byte_io.h"
#include "core/base/bytes.h"

namespace aurigraph::wire {

/// The way from a row's hash to the state root: page → table root → state root (docs/formats/state.md).
struct StatePath {
  std::vector<Digest> pageRowHashes;  ///< The page's row hashes (16; absent rows zero).
  std::uint64_t pageCount = 0;
  std::vector<Digest> pagePath;    ///< RFC 6962 inclusion of the page in the table's tree.
  std::vector<Digest> tableRoots;  ///< Roots of all tables, in their order.
  bool operator==(const StatePath&) const = default;
};

void write(ByteWriter& writer, const StatePath& path);
/// Marks the reader bad when a list is longer than any state's.
StatePath readStatePath(ByteReader& reader);

inline constexpr std::size_t kMaxProofPath = 64;  ///< Digests; a tree of 2^64 leaves.

/// Count u32, then the digests.
void writeDigests(ByteWriter& writer, const std::vector<Digest>& digests);
std::vector<Digest> readDigests(ByteReader& reader, std::size_t atMost);

}  // namespace aurigraph::wire
