#include "core/crypto/merkle.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace aurigraph::crypto {
namespace {

// The vectors of the RFC 6962 reference implementation.
const std::vector<std::string> kLeaves = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kRootPrefixes = {"6e340b9cffb37a98", "fac54203e7cc696c", "aeb6bcfe274b70a1",
                                                "d37ee418976dd957", "4e3bbb1f7b478dcf", "76e67dadbcdf1e10",
                                                "ddb89be403809e32", "5dc9da79a70659a9"};

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
    EXPECT_EQ(toHex(tree.rootAt(size).view()).substr(0, 16), kRootPrefixes[size - 1]);
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
