#include "core/crypto/merkle.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aurigraph::crypto {
namespace {

// The vectors of the RFC 6962 reference implementation.
const std::vector<std::string> kLeaves = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kRoots = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                         "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                         "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                         "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                         "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                         "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                         "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
struct PublishedConsistency {
  std::uint64_t first;
  std::uint64_t size;
  std::vector<std::string> proof;
};
const std::vector<PublishedConsistency> kConsistency = {
    {1, 1, {}},
    {1,
     8,
     {"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
    {6,
     8,
     {"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
    {2,
     5,
     {"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}},
    {6,
     7,
     {"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}}};

Digest leafOf(const std::string& hex) {
  return leafHash(*fromHex(hex));
}

TEST(MerkleTree, RootsAreThoseOfRfc6962) {
  MerkleTree tree;
  MerkleFrontier frontier;
  EXPECT_EQ(toHex(frontier.root().view()).substr(0, 8), "e3b0c442");
  for (std::size_t size = 1; size <= kLeaves.size(); ++size) {
    tree.append(leafOf(kLeaves[size - 1]));
    frontier.append(leafOf(kLeaves[size - 1]));
    EXPECT_EQ(toHex(tree.rootAt(size).view()), kRoots[size - 1]);
    EXPECT_EQ(frontier.root(), tree.rootAt(size));
  }
}

TEST(MerkleTree, EveryLeafIsProvenInEverySizeAndNowhereElse) {
  MerkleTree tree;
  std::vector<Digest> leaves;
  for (std::uint8_t i = 0; i < 40; ++i) {
    leaves.push_back(leafHash(ByteView(&i, 1)));
    tree.append(leaves.back());
  }
  for (std::uint64_t size = 1; size <= leaves.size(); ++size)
    for (std::uint64_t index = 0; index < size; ++index) {
      auto proof = tree.inclusionProof(index, size);
      const Digest root = tree.rootAt(size);
      ASSERT_TRUE(verifyInclusion(leaves[index], index, size, proof, root));
      ASSERT_FALSE(verifyInclusion(leaves[index], index, size + 40, proof, root) && size != 1);
      if (index + 1 < size) {
        ASSERT_FALSE(verifyInclusion(leaves[index], index + 1, size, proof, root));
      }
      proof.push_back(root);
      ASSERT_FALSE(verifyInclusion(leaves[index], index, size, proof, root));
    }
}

/// A tree of `size` leaves, no two alike.
MerkleTree treeOf(std::uint8_t size) {
  MerkleTree tree;
  for (std::uint8_t i = 0; i < size; ++i) tree.append(leafHash(ByteView(&i, 1)));
  return tree;
}

Digest published(const std::string& hex) {
  return fixedFromHex<Digest>(hex).value();
}

TEST(MerkleConsistency, ProofsAreThoseOfRfc6962) {
  MerkleTree tree;
  for (const auto& leaf : kLeaves) tree.append(leafOf(leaf));
  for (const auto& [first, size, hashes] : kConsistency) {
    std::vector<Digest> proof;
    for (const auto& hash : hashes) proof.push_back(published(hash));
    EXPECT_EQ(tree.consistencyProof(first, size), proof) << first << " " << size;
    EXPECT_TRUE(
        verifyConsistency(first, published(kRoots[first - 1]), size, published(kRoots[size - 1]), proof))
        << first << " " << size;
  }
}

TEST(MerkleConsistency, EveryTreeBeginsWithEverySmallerOne) {
  const auto tree = treeOf(40);
  for (std::uint64_t size = 1; size <= tree.size(); ++size)
    for (std::uint64_t first = 0; first <= size; ++first)
      ASSERT_TRUE(verifyConsistency(first, tree.rootAt(first), size, tree.rootAt(size),
                                    tree.consistencyProof(first, size)))
          << first << " " << size;
}

TEST(MerkleConsistency, WhatWasChangedInAProofIsRefused) {
  const auto tree = treeOf(40);
  for (std::uint64_t size = 1; size <= tree.size(); ++size)
    for (std::uint64_t first = 1; first <= size; ++first) {
      const auto proof = tree.consistencyProof(first, size);
      const auto holds = [&](const std::vector<Digest>& other) {
        return verifyConsistency(first, tree.rootAt(first), size, tree.rootAt(size), other);
      };
      const std::string where = std::to_string(first) + " " + std::to_string(size);
      for (std::size_t at = 0; at < proof.size(); ++at) {
        auto flipped = proof;
        flipped[at].bytes[at % 32] ^= 1;
        ASSERT_FALSE(holds(flipped)) << where;
        auto dropped = proof;
        dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(at));
        ASSERT_FALSE(holds(dropped)) << where;
      }
      for (const auto& extra : {tree.rootAt(first), tree.rootAt(size), Digest{}}) {
        auto added = proof;
        added.push_back(extra);
        ASSERT_FALSE(holds(added)) << where;
        added = proof;
        added.insert(added.begin(), extra);
        ASSERT_FALSE(holds(added)) << where;
      }
    }
}

TEST(MerkleConsistency, OtherRootsAndSwappedSizesAreRefused) {
  const auto tree = treeOf(40);
  for (std::uint64_t size = 1; size <= tree.size(); ++size)
    for (std::uint64_t first = 1; first < size; ++first) {
      const auto proof = tree.consistencyProof(first, size);
      const Digest before = tree.rootAt(first);
      const Digest after = tree.rootAt(size);
      ASSERT_FALSE(verifyConsistency(size, after, first, before, proof));
      ASSERT_FALSE(verifyConsistency(size, before, first, after, proof));
      ASSERT_FALSE(verifyConsistency(first, after, size, before, proof));
      ASSERT_FALSE(verifyConsistency(first, Digest{}, size, after, proof));
      ASSERT_FALSE(verifyConsistency(first, before, size, Digest{}, proof));
      ASSERT_FALSE(verifyConsistency(first, before, size + 64, after, proof)) << "too short for that size";
    }
}

TEST(MerkleConsistency, NothingAndEqualSizesNeedNoProof) {
  const auto tree = treeOf(5);
  const Digest nothing = tree.rootAt(0);
  const std::vector<Digest> some = {tree.rootAt(3)};
  EXPECT_TRUE(tree.consistencyProof(0, 5).empty());
  EXPECT_TRUE(tree.consistencyProof(5, 5).empty());
  EXPECT_TRUE(verifyConsistency(0, nothing, 0, nothing, {}));
  EXPECT_TRUE(verifyConsistency(0, nothing, 5, tree.rootAt(5), {}));
  EXPECT_FALSE(verifyConsistency(0, nothing, 5, tree.rootAt(5), some));
  EXPECT_FALSE(verifyConsistency(0, tree.rootAt(1), 5, tree.rootAt(5), {})) << "nothing has one root";
  EXPECT_FALSE(verifyConsistency(5, tree.rootAt(5), 5, tree.rootAt(5), some));
  EXPECT_FALSE(verifyConsistency(5, tree.rootAt(5), 5, tree.rootAt(4), {}));
  EXPECT_FALSE(verifyConsistency(3, tree.rootAt(3), 5, tree.rootAt(5), {})) << "no proof is none";
  EXPECT_FALSE(verifyConsistency(4, tree.rootAt(4), 5, tree.rootAt(5), {})) << "no proof is none";
}

TEST(MerkleFrontier, GoesOnAfterARestart) {
  MerkleFrontier whole;
  for (std::uint8_t i = 0; i < 11; ++i) whole.append(leafHash(ByteView(&i, 1)));
  MerkleFrontier restored = MerkleFrontier::restore(whole.size(), whole.peaks());
  const std::uint8_t more = 99;
  whole.append(leafHash(ByteView(&more, 1)));
  restored.append(leafHash(ByteView(&more, 1)));
  EXPECT_EQ(whole.root(), restored.root());
}

}  // namespace
}  // namespace aurigraph::crypto
