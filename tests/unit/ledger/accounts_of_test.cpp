#include <gtest/gtest.h>

#include "tests/support/ledger_fixture.h"

namespace aurigraph::test {
namespace {

TEST(AccountsOf, InPiecesAreAllOfTheTokenOnceBySlotAndNoneOfAnother) {
  LedgerWorld world;
  const TokenId first = world.propertyToken(1'000, 0, "HOUSE", 1);
  const TokenId second = world.propertyToken(1'000, 0, "BARN", 2);
  std::vector<AccountHandle> expected = {world.open(issuer(), first)};
  for (const auto& who : {holder(), holder2()}) {
    expected.push_back(world.open(who, first));
    world.open(who, second);
  }
  const auto& ledger = world.ledger();
  EXPECT_EQ(ledger.accountsOf(first, 0, 100), expected);
  std::vector<AccountHandle> inPieces;
  for (std::uint64_t from = 0;;) {
    const auto piece = ledger.accountsOf(first, from, 2);
    inPieces.insert(inPieces.end(), piece.begin(), piece.end());
    if (piece.size() < 2) break;
    from = piece.back().slot() + 1;
  }
  EXPECT_EQ(inPieces, expected);
  EXPECT_TRUE(ledger.accountsOf(TokenId(99), 0, 100).empty());
  EXPECT_TRUE(ledger.accountsOf(first, UINT64_MAX, 100).empty());
}

}  // namespace
}  // namespace aurigraph::test
