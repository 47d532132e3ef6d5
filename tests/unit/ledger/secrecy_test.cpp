// What the state secret keeps: who knows the genesis and other people's proofs learns nobody's balance.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "core/crypto/sha256.h"
#include "core/wire/row_proof.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;

bool holds(ByteView bytes, ByteView part) {
  return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}

/// A token that holder() and holder2() have some of, in a checkpoint.
struct Secrecy : testing::Test {
  Secrecy() {
    token = world.propertyToken(1'000);
    EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 250)), ReasonCode::kDone);
    EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder2(), token, 77)), ReasonCode::kDone);
    world.passTime(2);
    world.apply(std::vector<Bytes>{});
    account = *world.ledger().account(holder().id, token);
    neighbour = *world.ledger().account(holder2().id, token);
  }
  [[nodiscard]] wire::ProofBundle bundle() {
    wire::ProofBundle out;
    out.genesis = encode(genesis);
    out.holding = *world.ledger().proveHolding(account);
    const Bytes none(limits::kBatchHeaderBytes);
    out.registration.batchHeader = out.issue.batchHeader = none;
    out.registration.blockHeader = out.issue.blockHeader = none;
    return out;
  }
  LedgerWorld world;
  wire::Genesis genesis = testGenesis();
  TokenId token;
  AccountHandle account;
  AccountHandle neighbour;
};

TEST_F(Secrecy, TheSecretIsInNoGenesisAndInNoProof) {
  const auto secret = testSecret();
  EXPECT_FALSE(holds(encode(genesis), secret.reveal().view()));
  EXPECT_FALSE(holds(encode(bundle()), secret.reveal().view()));
  const wire::CertifiedOwner owner{*world.ledger().proveOwner(account), {}};
  EXPECT_FALSE(holds(encode(owner), secret.reveal().view()));
}

TEST_F(Secrecy, AProofHasTheSaltOfItsOwnRowsOnly) {
  const Bytes proof = encode(bundle());
  const wire::RowSalts salts(testSecret());
  EXPECT_TRUE(holds(proof, salts.of(AccountRow::kTable, account.slot()).view()));
  EXPECT_FALSE(holds(proof, salts.of(AccountRow::kTable, neighbour.slot()).view()));
}

/// Whoever knows the row of a neighbour all but for the balance and tries them all, with whatever of the
/// genesis could be the salts' source.
TEST_F(Secrecy, ANeighboursBalanceCannotBeTriedOutWithWhatIsPublic) {
  const auto proof = *world.ledger().proveHolding(account);
  const Digest seen = proof.account.path.pageRowHashes[neighbour.slot() % wire::kRowsPerPage];
  AccountRow guess = *world.ledger().row(neighbour);
  const auto tries = [&](const Digest& salt) {
    return seen == wire::rowHash(AccountRow::kTable, salt, wire::encode(guess));
  };
  ASSERT_TRUE(tries(wire::RowSalts(testSecret()).of(AccountRow::kTable, neighbour.slot())))
      << "with the secret it can: else this test would prove nothing";

  const Bytes known = encode(genesis);
  for (std::size_t at = 0; at + 32 <= known.size(); ++at) {
    wire::StateSecret::Value part;
    std::memcpy(part.bytes.data(), known.data() + at, part.bytes.size());
    EXPECT_FALSE(tries(wire::RowSalts(wire::StateSecret(part)).of(AccountRow::kTable, neighbour.slot())))
        << at;
    // And without the fill, as salts of a genesis's own bytes would be.
    ByteWriter place;
    place.integer(static_cast<std::uint16_t>(AccountRow::kTable)).integer(neighbour.slot());
    EXPECT_FALSE(tries(crypto::taggedHash("aurigraph/row-salt/1", {part.view(), place.bytes()}))) << at;
  }
  wire::StateSecret::Value digest;
  digest.bytes = genesis.digest().bytes;
  EXPECT_FALSE(tries(wire::RowSalts(wire::StateSecret(digest)).of(AccountRow::kTable, neighbour.slot())));
  EXPECT_FALSE(tries(proof.account.salt));
}

TEST_F(Secrecy, AnOwnerProofSaysWhoseAccountItIsAndNothingElse) {
  const auto proof = *world.ledger().proveOwner(account);
  EXPECT_EQ(proof.holder, holder().id);
  EXPECT_EQ(proof.token, token);
  EXPECT_EQ(proof.checkpoint, world.ledger().checkpointHeight());
  EXPECT_EQ(*wire::stateRootOf(proof), world.ledger().stateRoot());
  const Bytes bytes = encode(wire::CertifiedOwner{proof, {}});
  const Bytes row = wire::encode(*world.ledger().row(account));
  EXPECT_FALSE(holds(bytes, ByteView(row).first(32))) << "balance and held";
  EXPECT_FALSE(holds(bytes, ByteView(row).subspan(40))) << "all behind the holder";
  EXPECT_FALSE(holds(bytes, wire::RowSalts(testSecret()).of(AccountRow::kTable, account.slot()).view()))
      << "with its salt the balance could be tried out";
}

TEST_F(Secrecy, AnOwnerProofIsAsOfTheCheckpoint) {
  const auto before = *world.ledger().proveOwner(account);
  EXPECT_EQ(world.run(holder(), world.transfer(holder(), holder2(), token, 1)), ReasonCode::kDone);
  EXPECT_EQ(*world.ledger().proveOwner(account), before);
  const auto fresh = world.open(compliance(), token);
  EXPECT_EQ(world.ledger().proveOwner(fresh).error().code, "proof.account_too_new");
  EXPECT_EQ(world.ledger().proveOwner(AccountHandle::of(Lane(1), account.slot())).error().code,
            "proof.account_too_new");
  EXPECT_EQ(LedgerWorld().ledger().proveOwner(account).error().code, "proof.no_checkpoint");
}

TEST(StateSecret, AnotherThanTheGenesisNamesIsRefused) {
  auto value = testSecret().reveal();
  value.bytes[31] ^= 1;
  const auto refused = Ledger::fromGenesis(testGenesis(), wire::StateSecret(value), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "genesis.wrong_state_secret");
  EXPECT_FALSE(refused.error().remedy.empty());
  EXPECT_EQ(Ledger::fromGenesis(testGenesis(), {}, {}).error().code, "genesis.wrong_state_secret");
}

}  // namespace
}  // namespace aurigraph::ledger
