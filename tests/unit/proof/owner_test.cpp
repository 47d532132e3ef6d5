// What the proof of an account's owner promises a stranger: it holds as the node gave it, and each change of
// it fails under a code of its own.

#include "core/proof/owner_check.h"

#include <gtest/gtest.h>

#include <set>

#include "core/wire/row_proof.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::proof::testing {
namespace {

using namespace aurigraph::test;
using wire::CertifiedOwner;

void seal(CertifiedOwner& proof) {
  const Digest digest = proof.certificate.statement.signingDigest();
  for (auto& vote : proof.certificate.votes)
    vote.signature = keyNumber(static_cast<std::uint8_t>(vote.voter.value)).sign(digest);
}

/// Of holder()'s account, as a node hands it out.
CertifiedOwner made() {
  LedgerWorld world;
  const TokenId token = world.propertyToken(1'000);
  EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 250)), ledger::ReasonCode::kDone);
  for (std::uint8_t seed = 2; seed < 12; ++seed) {  // more than a page of accounts
    const TokenId other = world.propertyToken(10, 0, "T" + std::to_string(seed), seed);
    world.open(holder(), other);
  }
  world.passTime(2);
  world.apply(std::vector<Bytes>{});
  const auto& ledger = world.ledger();
  CertifiedOwner out;
  out.owner = ledger.proveOwner(ledger.account(holder().id, token).value()).value();
  wire::SealStatement& statement = out.certificate.statement;
  statement.genesis = world.genesisDigest();
  statement.voterSet = testGenesis().voters().digest();
  statement.height = ledger.height();
  statement.historyRoot = ledger.historyRoot();
  statement.checkpointHeight = ledger.checkpointHeight();
  statement.stateRoot = ledger.stateRoot();
  out.certificate.votes = {{NodeId(1), {}}, {NodeId(3), {}}};
  seal(out);
  return out;
}

const CertifiedOwner& honest() {
  static const CertifiedOwner out = made();
  return out;
}

TEST(OwnerCheck, SaysWhoseAccountOfWhichToken) {
  const auto checked = verifyOwner(encode(honest()), testGenesis());
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_EQ(checked->holder, holder().id);
  EXPECT_EQ(checked->token, TokenId(1));
  EXPECT_EQ(checked->account, AccountHandle::of(Lane(0), honest().owner.slot));
  EXPECT_EQ(checked->checkpoint, honest().certificate.statement.checkpointHeight);
  EXPECT_FALSE(honest().owner.path.pagePath.empty()) << "a forgery on the way would prove nothing";
}

struct Forgery {
  std::string_view code;
  std::string_view how;
  void (*forge)(CertifiedOwner&);
};

constexpr Forgery kForgeries[] = {
    {"proof.owner.checkpoint", "as of another checkpoint", [](auto& p) { ++p.owner.checkpoint.value; }},
    {"proof.owner.checkpoint", "as of no checkpoint",
     [](auto& p) {
       p.owner.checkpoint = p.certificate.statement.checkpointHeight = Height(0);
       seal(p);
     }},
    {"proof.bad_row", "somebody else's account", [](auto& p) { p.owner.holder = holder2().id; }},
    {"proof.bad_row", "an account of another token", [](auto& p) { ++p.owner.token.value; }},
    {"proof.bad_row", "holder and token changed about",
     [](auto& p) {
       const auto token = p.owner.token.value;
       p.owner.token = TokenId(p.owner.holder.value);
       p.owner.holder = IdentityId(token);
     }},
    {"proof.bad_row", "another private part", [](auto& p) { p.owner.privatePart.bytes[0] ^= 1; }},
    {"proof.bad_row", "another slot of the page", [](auto& p) { p.owner.slot ^= 1; }},
    {"proof.bad_row", "a slot of another page", [](auto& p) { p.owner.slot += wire::kRowsPerPage; }},
    {"proof.bad_row", "a page of 15 rows", [](auto& p) { p.owner.path.pageRowHashes.pop_back(); }},
    {"proof.bad_row", "another neighbour", [](auto& p) { p.owner.path.pageRowHashes.back().bytes[0] ^= 1; }},
    {"proof.bad_row", "a table of more pages", [](auto& p) { ++p.owner.path.pageCount; }},
    {"proof.bad_row", "no path to the page", [](auto& p) { p.owner.path.pagePath.clear(); }},
    {"proof.bad_row", "a path that leads nowhere", [](auto& p) { p.owner.path.pagePath[0].bytes[0] ^= 1; }},
    {"proof.bad_row", "a state of one table fewer", [](auto& p) { p.owner.path.tableRoots.pop_back(); }},
    {"proof.owner.state", "an account of another state",
     [](auto& p) {
       p.owner.path.tableRoots[static_cast<std::size_t>(wire::PendingRow::kTable)].bytes[0] ^= 1;
     }},
    {"proof.owner.state", "a state that nobody sealed",
     [](auto& p) {
       p.certificate.statement.stateRoot.bytes[0] ^= 1;
       seal(p);
     }},
    {"certificate.other_cluster", "sealed for another cluster",
     [](auto& p) {
       p.certificate.statement.genesis.bytes[0] ^= 1;
       seal(p);
     }},
    {"certificate.other_cluster", "sealed for another lane",
     [](auto& p) {
       p.certificate.statement.lane = Lane(1);
       seal(p);
     }},
};

TEST(OwnerCheck, EveryForgeryFailsUnderItsCode) {
  for (const Forgery& forgery : kForgeries) {
    SCOPED_TRACE(std::string(forgery.how));
    CertifiedOwner proof = honest();
    forgery.forge(proof);
    const auto checked = verifyOwner(encode(proof), testGenesis());
    ASSERT_FALSE(checked) << "it was taken for true";
    EXPECT_EQ(checked.error().code, forgery.code);
  }
}

TEST(OwnerCheck, NoBitOfTheFileCanBeAnother) {
  const Bytes bytes = encode(honest());
  for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 3) {
    Bytes changed = bytes;
    changed[bit / 8] = static_cast<std::uint8_t>(changed[bit / 8] ^ (1U << (bit % 8)));
    EXPECT_FALSE(verifyOwner(changed, testGenesis())) << bit;
  }
}

TEST(OwnerCheck, IsNoProofOfAHolding) {
  // Of what stands in a bundle nothing but the account's whole row leads to the state
  // (forgeries_of_holding.cpp), and what an owner proof is checked to has no place for a balance.
  const auto checked = verifyOwner(encode(honest()), testGenesis());
  ASSERT_TRUE(checked);
  EXPECT_FALSE(wire::decodeProofBundle(encode(honest())));
}

}  // namespace
}  // namespace aurigraph::proof::testing
