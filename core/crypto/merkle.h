#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bytes.h"

/// Merkle trees of RFC 6962 §2.1: leaf H(0x00 ‖ data), node H(0x01 ‖ left ‖ right), the left subtree is
/// the largest power of two smaller than the size. The tree of nothing is SHA-256 of nothing.
namespace aurigraph::crypto {

[[nodiscard]] Digest leafHash(ByteView data);
[[nodiscard]] Digest nodeHash(const Digest& left, const Digest& right);

/// Root over leaf hashes.
[[nodiscard]] Digest merkleRoot(std::span<const Digest> leafHashes);

/// A tree that grows at its right end and forgets all but its frontier: 64 digests at most.
class MerkleFrontier {
 public:
  void append(const Digest& leafHash);
  [[nodiscard]] Digest root() const;
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// Roots of the complete subtrees, largest first: what a node must keep to go on appending.
  [[nodiscard]] const std::vector<Digest>& peaks() const { return peaks_; }
  static MerkleFrontier restore(std::uint64_t size, std::vector<Digest> peaks);

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> peaks_;
};

/// A tree that keeps its leaves, for whoever must prove: log2(n) hashes to append, proofs for any
/// earlier size.
class MerkleTree {
 public:
  void append(const Digest& leafHash);
  [[nodiscard]] std::uint64_t size() const { return levels_.empty() ? 0 : levels_[0].size(); }
  /// Requires index < size().
  [[nodiscard]] const Digest& leaf(std::uint64_t index) const { return levels_[0][index]; }
  [[nodiscard]] Digest rootAt(std::uint64_t size) const;
  /// Bottom-up siblings that lead from leaf `index` to the root of the first `size` leaves.
  /// Requires index < size <= this->size().
  [[nodiscard]] std::vector<Digest> inclusionProof(std::uint64_t index, std::uint64_t size) const;

 private:
  [[nodiscard]] Digest rangeRoot(std::uint64_t first, std::uint64_t count) const;
  // levels_[k][i]: root of the complete subtree of 2^k leaves that begins at leaf i·2^k.
  std::vector<std::vector<Digest>> levels_;
};

/// The root that a leaf and its proof lead to. False if the proof's length does not fit index and size.
[[nodiscard]] bool rootFromInclusion(const Digest& leafHash, std::uint64_t index, std::uint64_t size,
                                     std::span<const Digest> proof, Digest& root);

[[nodiscard]] bool verifyInclusion(const Digest& leafHash, std::uint64_t index, std::uint64_t size,
                                   std::span<const Digest> proof, const Digest& root);

}  // namespace aurigraph::crypto
