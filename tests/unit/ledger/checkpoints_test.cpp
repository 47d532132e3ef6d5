#include <gtest/gtest.h>

#include <set>

#include "core/crypto/merkle.h"
#include "core/ledger/page_tree.h"
#include "core/wire/row_proof.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;

TEST(PageTree, IsTheRfcTreeAfterEveryChange) {
  PageTree tree;
  std::vector<Digest> leaves;
  std::uint64_t random = 1;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::uint64_t> changed;
    for (int n = round % 4; n >= 0; --n) {
      random = random * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
      const std::uint64_t at = round % 3 == 0 ? leaves.size() : (random >> 33U) % (leaves.size() + 1);
      if (at == leaves.size()) leaves.emplace_back();
      leaves[at].bytes[0] = static_cast<std::uint8_t>(random >> 40U);
      leaves[at].bytes[1] = static_cast<std::uint8_t>(round);
      tree.set(at, leaves[at]);
      changed.push_back(at);
    }
    tree.update(changed);
    ASSERT_EQ(tree.root(), crypto::merkleRoot(leaves)) << leaves.size();
    for (std::uint64_t at = 0; at < leaves.size(); ++at)
      ASSERT_TRUE(crypto::verifyInclusion(leaves[at], at, leaves.size(), tree.path(at), tree.root()));
  }
}

TEST(PageTree, OfNothingIsTheHashOfNothing) {
  EXPECT_EQ(PageTree().root(), crypto::merkleRoot({}));
}

void expectProves(const wire::RowProof& proof, const Digest& root) {
  const auto reached = wire::stateRootOf(proof);
  ASSERT_TRUE(reached.has_value()) << reached.error().message;
  EXPECT_EQ(*reached, root);
}

/// Lets one second of block time pass, so that what changed is in a checkpoint.
void checkpoint(LedgerWorld& world) {
  world.passTime(2);
  world.apply(std::vector<Bytes>{});
  ASSERT_EQ(world.ledger().checkpointHeight(), world.ledger().height());
}

TEST(Checkpoints, AreDueByBlocksOrByTimeAndOnlyAfterAChange) {
  Limits limits;
  limits.checkpointInterval = Height(4);
  limits.checkpointAfter = Nanoseconds(60 * kSecond);
  LedgerWorld world(testGenesis(), limits);
  const auto block = [&](bool change) {
    if (change)
      world.run(holder(), wire::OpenAccount{});  // refused, but the session's row changes
    else
      world.apply(std::vector<Bytes>{});
    return world.ledger().checkpointHeight().value;
  };
  EXPECT_EQ(world.ledger().nextTimer(), Nanoseconds(kGenesisTime.value + 60 * kSecond));
  EXPECT_EQ(block(false), 0U);
  EXPECT_EQ(block(false), 0U);
  EXPECT_EQ(block(false), 0U);
  EXPECT_EQ(block(false), 4U) << "the genesis itself is a change";
  for (int n = 0; n < 6; ++n) EXPECT_EQ(block(false), 4U);
  EXPECT_EQ(world.ledger().nextTimer(), std::nullopt);
  EXPECT_EQ(block(true), 11U) << "more than four blocks have passed";
  EXPECT_EQ(block(true), 11U);
  const auto timer = world.ledger().nextTimer();
  ASSERT_TRUE(timer);
  world.passTime((timer->value - world.now().value) / kSecond + 1);
  EXPECT_EQ(block(false), 13U) << "time has passed";
}

TEST(Checkpoints, TheMoreWasTouchedTheRarerTheyAre) {
  Limits limits;
  limits.checkpointInterval = Height(1);
  limits.checkpointAfter = Nanoseconds(1);
  LedgerWorld world(testGenesis(), limits);
  world.apply(std::vector<Bytes>{});
  const Nanoseconds last = world.ledger().time();
  ASSERT_EQ(world.ledger().checkpointHeight(), Height(1));
  std::vector<wire::AnyCommand> commands;
  for (int n = 0; n < 250; ++n) {
    crypto::Seed seed;
    seed.bytes[0] = static_cast<std::uint8_t>(n);
    commands.emplace_back(
        wire::RegisterIdentity{"p" + std::to_string(n), crypto::SigningKey::fromSeed(seed).publicKey(), 0});
  }
  world.run(administrator(), commands);  // slots 17…266 of two tables: 32 pages, and the session's
  EXPECT_EQ(world.ledger().checkpointHeight(), Height(1)) << "one block and one millisecond are not enough";
  EXPECT_EQ(world.ledger().nextTimer()->value - last.value, 33 * 128'000);
  for (int n = 0; n < 4; ++n) world.apply(std::vector<Bytes>{});
  EXPECT_EQ(world.ledger().checkpointHeight(), world.ledger().height());
}

TEST(Checkpoints, HoldingIsProvenAsOfTheCheckpointWhateverCameAfter) {
  LedgerWorld world;
  const TokenId token = world.propertyToken(1'000);
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 250)), ReasonCode::kDone);
  checkpoint(world);
  const auto handle = *world.ledger().account(holder().id, token);
  const auto before = world.ledger().proveHolding(handle);
  ASSERT_TRUE(before.has_value());

  // Changes after it: the same row, its page's neighbours, a new account.
  ASSERT_EQ(world.run(issuer(), world.transfer(issuer(), holder(), token, 50)), ReasonCode::kDone);
  const auto after = world.ledger().proveHolding(handle);
  const auto fresh = world.open(holder2(), token);
  ASSERT_EQ(world.ledger().proveHolding(fresh).error().code, "proof.account_too_new");
  EXPECT_EQ(*after, *before);
  EXPECT_EQ(*world.ledger().proveHolding(handle), *before);

  EXPECT_EQ(before->checkpoint, world.ledger().checkpointHeight());
  for (const auto* part : {&before->account, &before->identity, &before->token, &before->asset})
    expectProves(*part, world.ledger().stateRoot());
  EXPECT_EQ(wire::decodeRow<wire::AccountRow>(before->account.row)->balance, 250U);
  EXPECT_EQ(wire::decodeRow<wire::IdentityRow>(before->identity.row)->name, "holder");
  EXPECT_EQ(wire::decodeRow<wire::TokenRow>(before->token.row)->symbol, "HOUSE");
  EXPECT_EQ(wire::decodeRow<wire::AssetRow>(before->asset.row)->assetKey, "US-06075-1");

  checkpoint(world);
  const auto later = world.ledger().proveHolding(handle);
  expectProves(later->account, world.ledger().stateRoot());
  EXPECT_EQ(wire::decodeRow<wire::AccountRow>(later->account.row)->balance, 300U);
  EXPECT_TRUE(world.ledger().proveHolding(fresh).has_value());
  expectProves(*world.ledger().proveToken(token), world.ledger().stateRoot());
}

TEST(Checkpoints, NothingIsProvenBeforeTheFirst) {
  Limits limits;
  limits.checkpointAfter = Nanoseconds(3'600 * kSecond);
  LedgerWorld world(testGenesis(), limits);
  const TokenId token = world.propertyToken();
  EXPECT_EQ(world.ledger().proveHolding(AccountHandle{1}).error().code, "proof.no_checkpoint");
  EXPECT_EQ(world.ledger().proveToken(token).error().code, "proof.no_checkpoint");
}

TEST(Checkpoints, StrangeHandlesAreRefused) {
  LedgerWorld world;
  world.propertyToken();
  checkpoint(world);
  EXPECT_FALSE(world.ledger().proveHolding(AccountHandle{0}));
  EXPECT_FALSE(world.ledger().proveHolding(AccountHandle{12'345}));
  EXPECT_FALSE(world.ledger().proveHolding(AccountHandle::of(Lane(1), 1)));
  EXPECT_FALSE(world.ledger().proveToken(TokenId(0)));
}

TEST(Checkpoints, ManyPagesInSmallSlicesGiveTheSameRoot) {
  // 700 identities: 44 pages; one ledger hashes them at a stroke, the other a page at a time.
  const auto fill = [](LedgerWorld& world, std::vector<wire::Block>& blocks) {
    for (int batch = 0; batch < 5; ++batch) {
      std::vector<wire::AnyCommand> commands;
      for (int n = 0; n < 140; ++n) {
        crypto::Seed seed;
        seed.bytes[0] = static_cast<std::uint8_t>(n);
        seed.bytes[1] = static_cast<std::uint8_t>(batch + 1);
        commands.emplace_back(wire::RegisterIdentity{"p" + std::to_string(batch) + "-" + std::to_string(n),
                                                     crypto::SigningKey::fromSeed(seed).publicKey(), 0});
      }
      for (const ReasonCode code : world.run(administrator(), commands)) ASSERT_EQ(code, ReasonCode::kDone);
    }
    blocks = world.blocks();
  };
  LedgerWorld world;
  std::vector<wire::Block> blocks;
  fill(world, blocks);
  checkpoint(world);
  auto other = Ledger::fromGenesis(testGenesis(), testSecret(), {}).value();
  for (const auto& block : world.blocks()) {
    const bool verdicts[] = {true};
    other->begin(block, {verdicts, block.batchCount()});
    std::set<std::string_view> codes;
    while (!other->advance(1)) {
      const auto proof = other->proveToken(TokenId(1));
      if (!proof) codes.insert(proof.error().code);
    }
    (void)other->finish();
    if (&block == &world.blocks().back()) {
      EXPECT_TRUE(codes.contains("proof.checkpoint_running"));
    }
  }
  EXPECT_EQ(other->stateRoot(), world.ledger().stateRoot());
  EXPECT_EQ(other->historyRoot(), world.ledger().historyRoot());
}

}  // namespace
}  // namespace aurigraph::ledger
