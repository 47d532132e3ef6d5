#include "core/wire/rows/all.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <set>

#include "core/base/byte_io.h"
#include "core/crypto/merkle.h"
#include "core/crypto/sha256.h"
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

AccountRow accountAt(std::uint64_t slot) {
  AccountRow out;
  out.balance = 1'000 + slot;
  out.held = slot;
  out.token = 7;
  out.holder = static_cast<std::uint32_t>(100 + slot);
  out.flags = kAccountOpen;
  out.ruleEpoch = 3;
  return out;
}

/// A state of accounts on five pages.
struct State {
  State() {
    for (std::uint64_t slot = 0; slot < 70; ++slot)
      pages[slot / 16][slot % 16] =
          rowHash(AccountRow::kTable, salts.of(AccountRow::kTable, slot), encode(accountAt(slot)));
    crypto::MerkleTree tree;
    for (const auto& page : pages) tree.append(pageHash(page));
    path.pageRowHashes.assign(pages[2].begin(), pages[2].end());
    path.pageCount = 5;
    path.pagePath = tree.inclusionProof(2, 5);
    path.tableRoots.assign(kStateTables, filled<Digest>(1));
    path.tableRoots[static_cast<std::size_t>(AccountRow::kTable)] = tableRoot(5, tree.rootAt(5));
    root = stateRoot(std::span<const Digest, kStateTables>(path.tableRoots));
  }
  [[nodiscard]] RowProof row37() const {
    return {static_cast<std::uint16_t>(AccountRow::kTable), 37, encode(accountAt(37)),
            salts.of(AccountRow::kTable, 37), path};
  }
  [[nodiscard]] OwnerProof owner37() const {
    const Bytes row = encode(accountAt(37));
    return {Height(1),
            37,
            TokenId(7),
            IdentityId(137),
            privateDigest(salts.of(AccountRow::kTable, 37), std::span<const std::uint8_t, 64>(row)),
            path};
  }

  RowSalts salts{StateSecret(filled<StateSecret::Value>(9))};
  std::vector<PageHashes> pages{5};
  StatePath path;  ///< Of the page with row 37.
  Digest root;
};

TEST(RowProof, LeadsFromARowToItsStateRoot) {
  const State state;
  EXPECT_EQ(*stateRootOf(state.row37()), state.root);
}

TEST(RowProof, LeadsFromAnAccountsOwnerToTheSameRoot) {
  const State state;
  EXPECT_EQ(*stateRootOf(state.owner37()), state.root);
}

TEST(RowProof, AnOwnersDigestIsOfAllThatIsPrivateUnderTheSalt) {
  const Bytes row = encode(accountAt(37));
  const auto of = [](const Digest& salt, const Bytes& bytes) {
    return privateDigest(salt, std::span<const std::uint8_t, 64>(bytes));
  };
  const auto salt = filled<Digest>(4);
  const Digest before = of(salt, row);
  EXPECT_NE(of(filled<Digest>(5), row), before);
  for (std::size_t at = 0; at < row.size(); ++at) {
    Bytes changed = row;
    changed[at] ^= 1;
    const bool open = at >= offsetof(AccountRow, token) && at < offsetof(AccountRow, extension);
    EXPECT_EQ(of(salt, changed) == before, open) << at;
    EXPECT_NE(rowHash(AccountRow::kTable, salt, changed), rowHash(AccountRow::kTable, salt, row)) << at;
  }
}

TEST(RowProof, ASaltIsOfItsSecretItsTableAndItsSlot) {
  const RowSalts salts(StateSecret(filled<StateSecret::Value>(9)));
  const Digest one = salts.of(AccountRow::kTable, 37);
  // As docs/formats/state.md says it.
  const Bytes lane(2);
  const Bytes fill(9);
  ByteWriter place;
  place.integer(static_cast<std::uint16_t>(AccountRow::kTable)).integer(std::uint64_t{37});
  EXPECT_EQ(one, crypto::taggedHash("aurigraph/row-salt/1",
                                    {filled<StateSecret::Value>(9).view(), lane, fill, place.bytes()}));
  EXPECT_NE(salts.of(AccountRow::kTable, 38), one);
  EXPECT_NE(salts.of(PendingRow::kTable, 37), one);
  EXPECT_NE(RowSalts(StateSecret(filled<StateSecret::Value>(8))).of(AccountRow::kTable, 37), one);
  EXPECT_NE(RowSalts(StateSecret(filled<StateSecret::Value>(9)), Lane(1)).of(AccountRow::kTable, 37), one);
}

TEST(RowProof, AnAccountsLeafIsAsThePageSaysIt) {
  const auto account = accountAt(37);
  const Bytes row = encode(account);
  const auto salt = filled<Digest>(4);
  ByteWriter rest;
  rest.integer(account.balance).integer(account.held).integer(account.extension).integer(account.flags);
  rest.integer(account.eligibleUntil).integer(account.ruleEpoch).integer(account.reserved);
  const Digest privatePart = crypto::taggedHash("aurigraph/account-private/1", {salt.view(), rest.bytes()});
  ByteWriter open;
  open.raw(Bytes(44)).integer(account.token).integer(account.holder);
  EXPECT_EQ(rowHash(AccountRow::kTable, salt, row),
            crypto::taggedHash("aurigraph/account/1", {open.bytes(), privatePart.view()}));
  EXPECT_EQ(rowHash(TokenRow::kTable, salt, row), crypto::taggedHash("aurigraph/row/1", {salt.view(), row}));
}

TEST(RowProof, NoOtherClaimLeadsThere) {
  const State state;
  const auto good = state.row37();
  std::vector<RowProof> forged;
  const auto forge = [&](auto change) { change(forged.emplace_back(good)); };
  forge([](RowProof& p) { p.row[0] ^= 1; });
  forge([](RowProof& p) { p.row[36] ^= 1; });  // the holder
  forge([](RowProof& p) { p.row.pop_back(); });
  forge([](RowProof& p) { p.row.push_back(0); });
  forge([](RowProof& p) { p.row.clear(); });
  forge([](RowProof& p) { p.salt.bytes[5] ^= 1; });
  forge([](RowProof& p) { p.slot = 38; });
  forge([](RowProof& p) { p.slot = 37 + 16; });
  forge([](RowProof& p) { p.slot += 80; });
  forge([](RowProof& p) { p.table = 1; });
  forge([](RowProof& p) { p.table = 10; });
  forge([](RowProof& p) { p.path.pageRowHashes.pop_back(); });
  forge([](RowProof& p) { p.path.pageRowHashes[3].bytes[0] ^= 1; });
  forge([](RowProof& p) { p.path.pageCount = 4; });
  forge([](RowProof& p) { p.path.pageCount = 6; });  // a path of the same length
  forge([](RowProof& p) { p.path.pageCount = 0; });
  forge([](RowProof& p) { p.path.pagePath.pop_back(); });
  forge([](RowProof& p) { p.path.pagePath.push_back({}); });
  forge([](RowProof& p) { p.path.pagePath[0].bytes[0] ^= 1; });
  forge([](RowProof& p) { p.path.tableRoots[4].bytes[0] ^= 1; });
  forge([](RowProof& p) { p.path.tableRoots.pop_back(); });
  forge([](RowProof& p) { p.path.tableRoots.push_back({}); });
  for (std::size_t at = 0; at < forged.size(); ++at) {
    const auto reached = stateRootOf(forged[at]);
    EXPECT_FALSE(reached && *reached == state.root) << at;
  }
}

}  // namespace
}  // namespace aurigraph::wire
