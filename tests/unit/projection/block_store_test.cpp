#include "nodes/projection/block_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/ledger_fixture.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::projection {
namespace {

using namespace aurigraph::test;

class Blocks : public ::testing::Test {
 protected:
  // Each block registers one person, so that no two are alike.
  void append(BlockStore& store) {
    const auto number = static_cast<std::uint8_t>(130 + world_.blocks().size());
    const auto block = world_.block({world_.commands(
        administrator(),
        {wire::RegisterIdentity{"person-" + std::to_string(number), keyNumber(number).publicKey(),
                                wire::maskOf(wire::Role::kHolder)}})});
    (void)world_.apply(block);
    const auto kept = store.append(block, world_.outcomes().back());
    ASSERT_TRUE(kept.has_value()) << kept.error().message;
  }
  [[nodiscard]] std::unique_ptr<BlockStore> open() const {
    return std::move(BlockStore::open(file_, world_.genesisDigest()).value());
  }
  void expectAll(const BlockStore& store) const {
    ASSERT_EQ(store.height().value, world_.blocks().size());
    for (std::size_t i = 0; i < world_.outcomes().size(); ++i) {
      const auto stored = store.read(Height(i + 1));
      ASSERT_TRUE(stored.has_value()) << stored.error().message;
      EXPECT_EQ(stored->block.hash(), world_.blocks()[i].hash());
      EXPECT_EQ(toBytes(stored->block.batchBody(0)), toBytes(world_.blocks()[i].batchBody(0)));
      EXPECT_EQ(stored->outcome, world_.outcomes()[i]);
    }
  }

  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "blocks.dat";
  LedgerWorld world_;
};

TEST_F(Blocks, ComeBackAsTheyWentAlsoAfterOpeningAgain) {
  {
    const auto store = open();
    for (int i = 0; i < 9; ++i) append(*store);
    expectAll(*store);
  }
  const auto again = open();
  expectAll(*again);
  append(*again);
  expectAll(*again);
}

TEST_F(Blocks, TheHistoryRootIsTheLedgersAndEveryPathLeadsToIt) {
  const auto store = open();
  for (int i = 0; i < 13; ++i) append(*store);
  const auto root = world_.ledger().historyRoot();
  EXPECT_EQ(store->historyRoot(store->height()), root);
  for (std::uint64_t height = 1; height <= 13; ++height) {
    const auto leaf = wire::historyLeaf(world_.blocks()[height - 1].hash(), world_.outcomes()[height - 1]);
    EXPECT_TRUE(
        crypto::verifyInclusion(leaf, height - 1, 13, store->historyPath(Height(height), Height(13)), root));
  }
}

TEST_F(Blocks, ADamagedLeafIsCutOffAndNotTakenForAnotherHistory) {
  {
    const auto store = open();
    append(*store);
    append(*store);
  }
  constexpr std::streamoff kLeafOfFirst = 64 + 32;
  {
    std::fstream file(file_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(kLeafOfFirst);
    const char flipped = static_cast<char>(file.get() ^ 1);
    file.seekp(kLeafOfFirst);
    file.put(flipped);
  }
  EXPECT_EQ(open()->height(), Height(0));
}

TEST_F(Blocks, AFileOfAnotherFormatIsFilledAgainFromTheChain) {
  append(*open());
  {
    std::fstream file(file_, std::ios::in | std::ios::out | std::ios::binary);
    file.write("AGF1", 4);
  }
  EXPECT_EQ(open()->height(), Height(0));
}

TEST_F(Blocks, EveryHistoryBeginsWithTheEarlierOnesAlsoAfterOpeningAgain) {
  std::vector<Digest> roots;
  {
    const auto store = open();
    for (int i = 0; i < 13; ++i) {
      append(*store);
      roots.push_back(world_.ledger().historyRoot());
    }
  }
  const auto store = open();
  for (std::uint64_t size = 1; size <= 13; ++size)
    for (std::uint64_t first = 1; first <= size; ++first)
      EXPECT_TRUE(crypto::verifyConsistency(first, roots[first - 1], size, roots[size - 1],
                                            store->consistencyPath(Height(first), Height(size))))
          << first << " " << size;
}

TEST_F(Blocks, ABlockOutOfOrderIsRefused) {
  const auto store = open();
  append(*store);
  const auto repeated = store->append(world_.blocks()[0], world_.outcomes()[0]);
  ASSERT_FALSE(repeated.has_value());
  EXPECT_EQ(repeated.error().code, "projection.gap");
}

TEST_F(Blocks, ATornTailIsCutOffWhereverItIsTorn) {
  std::uintmax_t before = 0;
  {
    const auto store = open();
    append(*store);
    before = std::filesystem::file_size(file_);
    append(*store);
  }
  const auto whole = std::filesystem::file_size(file_);
  for (auto size = before; size < whole; size += 37) {
    const auto copy = folder_.path() / "torn.dat";
    std::filesystem::copy_file(file_, copy, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(copy, size);
    const auto store = std::move(BlockStore::open(copy, world_.genesisDigest()).value());
    EXPECT_EQ(store->height().value, 1U) << size;
    ASSERT_TRUE(store->append(world_.blocks()[1], world_.outcomes()[1]).has_value());
    EXPECT_TRUE(store->read(Height(2)).has_value());
  }
}

TEST_F(Blocks, ADamagedBlockIsNeverServed) {
  {
    const auto store = open();
    append(*store);
    append(*store);
  }
  const auto store = open();
  std::fstream file(file_, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(64 + 64 + 300);
  file.put('\x7f');
  file.flush();
  const auto read = store->read(Height(1));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().code, "projection.damaged");
  EXPECT_TRUE(store->read(Height(2)).has_value());
}

TEST_F(Blocks, OfAnotherClusterAreRefused) {
  append(*open());
  const auto other = BlockStore::open(file_, filled<Digest>(3));
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().code, "projection.other_cluster");
}

}  // namespace
}  // namespace aurigraph::projection
