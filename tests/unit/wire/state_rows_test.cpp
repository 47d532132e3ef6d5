#include "core/wire/rows/all.h"

#include <gtest/gtest.h>

#include <cstring>
#include <set>

#include "core/crypto/merkle.h"
#include "core/wire/row_proof.h"
#include "tests/support/field_sample.h"

namespace aurigraph::wire {
namespace {

template <class Fixed>
Fixed filled(std::uint8_t value) {
  Fixed out;
  out.bytes.fill(value);
  return out;
}

template <class Row>
void expectCanonical(const Row& row) {
  const Bytes bytes = encode(row);
  const auto back = decodeRow<Row>(bytes);
  ASSERT_TRUE(back.has_value()) << Row::kName;
  EXPECT_EQ(*back, row) << Row::kName;
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_EQ(decodeRow<Row>(ByteView(bytes).first(size)).error().code, "state.malformed_row") << size;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes changed = bytes;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    const auto decoded = decodeRow<Row>(changed);
    EXPECT_TRUE(!decoded || encode(*decoded) == changed) << Row::kName << ", bit " << bit;
  }
}

TEST(StateRows, EachHasOneEncoding) {
  eachRowKind([]<class Row>(const Row& fresh) {
    expectCanonical(fresh);
    expectCanonical(test::sampleOf<Row>());
  });
}

TEST(StateRows, AnAccountsMemoryIsItsEncoding) {
  const auto account = test::sampleOf<AccountRow>();
  Bytes memory(sizeof account);
  std::memcpy(memory.data(), &account, sizeof account);
  EXPECT_EQ(encode(account), memory);
}

TEST(StateRows, TablesHaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  eachRowKind([&]<class Row>(const Row&) { EXPECT_TRUE(names.insert(Row::kName).second) << Row::kName; });
}

/// A state of one table with five pages, and the proof of row 37.
RowProof proofOfRow37(Digest& root) {
  const auto salt = filled<Digest>(9);
  std::vector<PageHashes> pages(5);
  for (std::uint64_t slot = 0; slot < 70; ++slot)
    pages[slot / 16][slot % 16] =
        rowHash(rowSalt(salt, AccountRow::kTable, slot), Bytes(3, static_cast<std::uint8_t>(slot)));
  crypto::MerkleTree tree;
  for (const auto& page : pages) tree.append(pageHash(page));
  RowProof proof;
  proof.table = static_cast<std::uint16_t>(AccountRow::kTable);
  proof.slot = 37;
  proof.row = Bytes(3, 37);
  proof.salt = rowSalt(salt, AccountRow::kTable, 37);
  proof.pageRowHashes.assign(pages[2].begin(), pages[2].end());
  proof.pageCount = 5;
  proof.pagePath = tree.inclusionProof(2, 5);
  proof.tableRoots.assign(kStateTables, filled<Digest>(1));
  proof.tableRoots[proof.table] = tableRoot(5, tree.rootAt(5));
  root = stateRoot(std::span<const Digest, kStateTables>(proof.tableRoots));
  return proof;
}

TEST(RowProof, LeadsFromARowToItsStateRoot) {
  Digest root;
  const auto proof = proofOfRow37(root);
  EXPECT_EQ(*stateRootOf(proof), root);
}

TEST(RowProof, NoOtherClaimLeadsThere) {
  Digest root;
  const auto good = proofOfRow37(root);
  std::vector<RowProof> forged;
  const auto forge = [&](auto change) { change(forged.emplace_back(good)); };
  forge([](RowProof& p) { p.row[0] ^= 1; });
  forge([](RowProof& p) { p.salt.bytes[5] ^= 1; });
  forge([](RowProof& p) { p.slot = 38; });
  forge([](RowProof& p) { p.slot = 37 + 16; });
  forge([](RowProof& p) { p.slot += 80; });
  forge([](RowProof& p) { p.table = 1; });
  forge([](RowProof& p) { p.table = 9; });
  forge([](RowProof& p) { p.pageRowHashes.pop_back(); });
  forge([](RowProof& p) { p.pageRowHashes[3].bytes[0] ^= 1; });
  forge([](RowProof& p) { p.pageCount = 4; });
  forge([](RowProof& p) { p.pageCount = 6; });  // a path of the same length
  forge([](RowProof& p) { p.pageCount = 0; });
  forge([](RowProof& p) { p.pagePath.pop_back(); });
  forge([](RowProof& p) { p.pagePath.push_back({}); });
  forge([](RowProof& p) { p.pagePath[0].bytes[0] ^= 1; });
  forge([](RowProof& p) { p.tableRoots[4].bytes[0] ^= 1; });
  forge([](RowProof& p) { p.tableRoots.pop_back(); });
  forge([](RowProof& p) { p.tableRoots.push_back({}); });
  for (std::size_t at = 0; at < forged.size(); ++at) {
    const auto reached = stateRootOf(forged[at]);
    EXPECT_FALSE(reached && *reached == root) << at;
  }
}

}  // namespace
}  // namespace aurigraph::wire
