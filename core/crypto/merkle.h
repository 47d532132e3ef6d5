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
  /// That the first `size` leaves begin with the first `first` (RFC 6962 §2.1.2), bottom-up: at most 65
  /// hashes, log2(n) of work. Empty for equal sizes and for none, which every tree begins with. Requires
  /// first <= size <= this->size().
  [[nodiscard]] std::vector<Digest> consistencyProof(std::uint64_t first, std::uint64_t size) const;

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

/// Whether the tree of `size` leaves under `root` begins with the tree of `firstSize` under `firstRoot`
/// (RFC 9162 §2.1.4.2). Sizes and roots must be known from elsewhere: a proof binds a size only as far as its
/// length does. False if that does not fit the sizes, or firstSize > size.
[[nodiscard]] bool verifyConsistency(std::uint64_t firstSize, const Digest& firstRoot, std::uint64_t size,
                                     const Digest& root, std::span<const Digest> proof);

}  // namespace aurigraph::crypto
