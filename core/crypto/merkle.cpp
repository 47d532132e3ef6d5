#include "core/crypto/merkle.h"

#include <bit>

#include "core/base/assert.h"
#include "core/crypto/sha256.h"

namespace aurigraph::crypto {
namespace {

constexpr std::uint8_t kLeafPrefix[1] = {0x00};
constexpr std::uint8_t kNodePrefix[1] = {0x01};

/// Largest power of two smaller than n (n >= 2).
std::uint64_t splitPoint(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

}  // namespace

Digest leafHash(ByteView data) {
  return Sha256().update(kLeafPrefix).update(data).finish();
}

Digest nodeHash(const Digest& left, const Digest& right) {
  return Sha256().update(kNodePrefix).update(left.view()).update(right.view()).finish();
}

Digest merkleRoot(std::span<const Digest> leafHashes) {
  MerkleFrontier frontier;
  for (const Digest& leaf : leafHashes) frontier.append(leaf);
  return frontier.root();
}

void MerkleFrontier::append(const Digest& leafHash) {
  Digest carried = leafHash;
  for (std::uint64_t bits = size_; (bits & 1U) != 0; bits >>= 1U) {
    carried = nodeHash(peaks_.back(), carried);
    peaks_.pop_back();
  }
  peaks_.push_back(carried);
  ++size_;
}

Digest MerkleFrontier::root() const {
  if (peaks_.empty()) return sha256({});
  Digest root = peaks_.back();
  for (std::size_t at = peaks_.size() - 1; at-- > 0;) root = nodeHash(peaks_[at], root);
  return root;
}

MerkleFrontier MerkleFrontier::restore(std::uint64_t size, std::vector<Digest> peaks) {
  AG_ASSERT(static_cast<std::size_t>(std::popcount(size)) == peaks.size());
  MerkleFrontier frontier;
  frontier.size_ = size;
  frontier.peaks_ = std::move(peaks);
  return frontier;
}

void MerkleTree::append(const Digest& leafHash) {
  Digest carried = leafHash;
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    levels_[level].push_back(carried);
    const auto& row = levels_[level];
    if (row.size() % 2 != 0) return;
    carried = nodeHash(row[row.size() - 2], row[row.size() - 1]);
  }
}

Digest MerkleTree::rangeRoot(std::uint64_t first, std::uint64_t count) const {
  if (std::has_single_bit(count))
    return levels_[static_cast<std::size_t>(std::countr_zero(count))][first / count];
  const std::uint64_t split = splitPoint(count);
  return nodeHash(rangeRoot(first, split), rangeRoot(first + split, count - split));
}

Digest MerkleTree::rootAt(std::uint64_t size) const {
  AG_ASSERT(size <= this->size());
  return size == 0 ? sha256({}) : rangeRoot(0, size);
}

std::vector<Digest> MerkleTree::inclusionProof(std::uint64_t index, std::uint64_t size) const {
  AG_ASSERT(index < size && size <= this->size());
  std::vector<Digest> topDown;
  std::uint64_t first = 0;
  for (std::uint64_t count = size; count > 1;) {
    const std::uint64_t split = splitPoint(count);
    if (index - first < split) {
      topDown.push_back(rangeRoot(first + split, count - split));
      count = split;
    } else {
      topDown.push_back(rangeRoot(first, split));
      first += split;
      count -= split;
    }
  }
  return {topDown.rbegin(), topDown.rend()};
}

std::vector<Digest> MerkleTree::consistencyProof(std::uint64_t first, std::uint64_t size) const {
  AG_ASSERT(first <= size && size <= this->size());
  if (first == 0) return {};
  std::vector<Digest> topDown;
  std::uint64_t begin = 0;
  std::uint64_t count = size;
  // `first` leaves of the subtree of `count` leaves at `begin` are shared; the rest of it is not.
  while (first != count) {
    const std::uint64_t split = splitPoint(count);
    if (first <= split) {
      topDown.push_back(rangeRoot(begin + split, count - split));
      count = split;
    } else {
      topDown.push_back(rangeRoot(begin, split));
      begin += split;
      first -= split;
      count -= split;
    }
  }
  if (begin != 0) topDown.push_back(rangeRoot(begin, count));
  return {topDown.rbegin(), topDown.rend()};
}

bool rootFromInclusion(const Digest& leafHash, std::uint64_t index, std::uint64_t size,
                       std::span<const Digest> proof, Digest& root) {
  // RFC 9162 §2.1.3.2.
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Digest current = leafHash;
  for (const Digest& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      current = nodeHash(sibling, current);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      current = nodeHash(current, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  if (last != 0) return false;
  root = current;
  return true;
}

bool verifyInclusion(const Digest& leafHash, std::uint64_t index, std::uint64_t size,
                     std::span<const Digest> proof, const Digest& root) {
  Digest computed;
  return rootFromInclusion(leafHash, index, size, proof, computed) && computed == root;
}

bool verifyConsistency(std::uint64_t firstSize, const Digest& firstRoot, std::uint64_t size,
                       const Digest& root, std::span<const Digest> proof) {
  if (firstSize > size) return false;
  if (firstSize == size) return proof.empty() && firstRoot == root;
  if (firstSize == 0) return proof.empty() && firstRoot == sha256({});
  // RFC 9162 §2.1.4.2.
  std::uint64_t node = firstSize - 1;
  std::uint64_t last = size - 1;
  while ((node & 1U) != 0) {
    node >>= 1U;
    last >>= 1U;
  }
  Digest before = firstRoot;
  if (!std::has_single_bit(firstSize)) {
    if (proof.empty()) return false;
    before = proof.front();
    proof = proof.subspan(1);
  }
  Digest after = before;
  for (const Digest& sibling : proof) {
    if (last == 0) return false;
    if ((node & 1U) != 0 || node == last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      while ((node & 1U) == 0 && node != 0) {
        node >>= 1U;
        last >>= 1U;
      }
    } else {
      after = nodeHash(after, sibling);
    }
    node >>= 1U;
    last >>= 1U;
  }
  return last == 0 && before == firstRoot && after == root;
}

}  // namespace aurigraph::crypto
