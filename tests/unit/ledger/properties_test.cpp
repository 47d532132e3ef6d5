#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/ledger_fixture.h"

// Random histories: what must hold whatever happens (domain §4.14).

namespace aurigraph::ledger {
namespace {

using namespace aurigraph::test;
using wire::Transfer;

const Person& traderNumber(std::uint32_t number) {
  switch (number % 3) {
    case 0:
      return issuer();
    case 1:
      return holder();
    default:
      return holder2();
  }
}

/// A world with a plain, a locked-up and a carbon token, everybody holding some of each.
struct Market {
  LedgerWorld world;
  std::vector<TokenId> tokens;

  explicit Market(Limits limits = {}) : world(testGenesis(), limits) {
    tokens = {world.propertyToken(1'000, 0, "PLAIN", 1), world.propertyToken(1'000, 5, "LOCKED", 2),
              world.carbonToken(1, 1'000, 3)};
    for (const TokenId token : tokens)
      for (const Person* who : {&holder(), &holder2()})
        EXPECT_EQ(world.run(issuer(), world.transfer(issuer(), *who, token, 200)), ReasonCode::kDone);
    world.passTime(10);
  }

  /// Mostly sensible, sometimes nonsense in any field.
  Transfer randomTransfer(const Person& author) {
    const TokenId token = tokens[*rc::gen::inRange<std::size_t>(0, tokens.size())];
    const Person& to = traderNumber(*rc::gen::inRange(0U, 3U));
    Transfer t = world.transfer(author, to, token, *rc::gen::inRange(0U, 120U));
    switch (*rc::gen::inRange(0, 16)) {
      case 0:
        t.debit = *rc::gen::inRange(0U, 14U);
        break;
      case 1:
        t.credit = *rc::gen::inRange(0U, 14U);
        break;
      case 2:
        t.token = *rc::gen::inRange(0U, 5U);
        break;
      case 3:
        t.flags = *rc::gen::inRange<std::uint16_t>(0, 32);
        break;
      case 4:
        t.amount = ~U128{0} - *rc::gen::inRange(0U, 3U);
        break;
      case 5:
      case 6:
        t.flags = wire::kTransferPending;
        break;
      case 7:
      case 8:
      case 9:
        finish(author, t);
        break;
      case 10:
      case 11:
        t.flags = wire::kTransferLinked;
        break;
      default:
        break;
    }
    return t;
  }

  /// Turns it into the post or void of some pending transfer, open or not.
  void finish(const Person& author, Transfer& t) {
    const AccountHandle handle{*rc::gen::inRange<std::uint64_t>(0, 20)};
    if (const PendingRow* row = world.ledger().pending(handle); row != nullptr && row->author == author.id) {
      t.debit = row->debit;
      t.credit = row->credit;
      t.amount = row->amount;
      t.token = row->token;
    }
    t.pending = handle.value;
    t.flags = *rc::gen::element(wire::kTransferPost, wire::kTransferVoid);
  }

  std::vector<Transfer> randomBatch(const Person& author) {
    std::vector<Transfer> out;
    const int count = *rc::gen::inRange(1, 12);
    for (int n = 0; n < count; ++n) out.push_back(randomTransfer(author));
    return out;
  }
};

/// Balances, holds and holdings of all accounts, as text.
std::string pictureOf(Ledger& ledger) {
  std::string out;
  for (std::uint64_t slot = 1; slot <= ledger.accountCount(); ++slot) {
    const auto handle = AccountHandle::of(Lane(0), slot);
    const AccountRow& row = *ledger.row(handle);
    out += toText(row.balance) + "/" + toText(row.held);
    if (const HoldingRow* holding = ledger.holding(handle)) {
      for (const Lot& lot : holding->lots)
        out += " " + toText(lot.amount) + "@" + std::to_string(lot.unlockSeconds);
      for (const auto& interval : holding->intervals)
        out += " " + std::to_string(interval.first) + "-" + std::to_string(interval.last);
    }
    out += "\n";
  }
  return out;
}

U128 lotSum(const HoldingRow& holding) {
  U128 sum = 0;
  for (const Lot& lot : holding.lots) sum += lot.amount;
  return sum;
}
U128 serialSum(const HoldingRow& holding) {
  U128 sum = 0;
  for (const auto& interval : holding.intervals) sum += U128{interval.last} - interval.first + 1;
  return sum;
}

RC_GTEST_PROP(Properties, NothingIsCreatedOrLost, ()) {
  Market market;
  const int batches = *rc::gen::inRange(1, 12);
  for (int n = 0; n < batches; ++n) {
    const Person& author = traderNumber(*rc::gen::inRange(0U, 3U));
    market.world.run(author, market.randomBatch(author));
    market.world.passTime(*rc::gen::inRange(0, 4));
    Ledger& ledger = market.world.ledger();
    RC_ASSERT(ledger.conserved());
    for (std::uint64_t slot = 1; slot <= ledger.accountCount(); ++slot) {
      const auto handle = AccountHandle::of(Lane(0), slot);
      const HoldingRow* holding = ledger.holding(handle);
      if (holding == nullptr) continue;
      const AccountRow& row = *ledger.row(handle);
      const bool carbon = !ledger.token(TokenId(row.token))->serials.empty();
      RC_ASSERT((carbon ? serialSum(*holding) : lotSum(*holding)) == row.balance);
    }
  }
}

RC_GTEST_PROP(Properties, SimulateSaysWhatExecuteDoes, ()) {
  Market market;
  for (int n = 0; n < 15; ++n) {
    const Person& author = traderNumber(*rc::gen::inRange(0U, 3U));
    Transfer t = market.randomTransfer(author);
    t.flags &= static_cast<std::uint16_t>(~wire::kTransferLinked);
    market.world.apply(std::vector<Bytes>{});
    // The block that executes it must not be of a later second.
    const auto block = market.world.block({market.world.transfers(author, {t})});
    RC_PRE(block.header().time.value / kSecond == market.world.ledger().time().value / kSecond);
    const auto reasons = market.world.ledger().simulate(t, author.key.publicKey());
    const auto code = static_cast<ReasonCode>(market.world.apply(block).front().codeOf(0));
    RC_ASSERT(code == (reasons.empty() ? ReasonCode::kDone : reasons.front().code));
  }
}

RC_GTEST_PROP(Properties, AFailedChainLeavesNoTrace, ()) {
  Market market;
  const Person& author = traderNumber(*rc::gen::inRange(0U, 3U));
  market.world.run(author, market.randomBatch(author));
  auto chain = market.randomBatch(author);
  for (Transfer& t : chain) t.flags |= wire::kTransferLinked;
  Transfer impossible = market.world.transfer(author, reviewer(), market.tokens[0], 1);
  impossible.amount = U128{1} << 100U;
  chain.push_back(impossible);
  const std::string before = pictureOf(market.world.ledger());
  const auto codes = market.world.run(author, chain);
  RC_ASSERT(pictureOf(market.world.ledger()) == before);
  for (const ReasonCode code : codes) RC_ASSERT(code != ReasonCode::kDone);
}

RC_GTEST_PROP(Properties, SlicesOfAnySizeAndReplayGiveTheSameLedger, ()) {
  Limits limits;
  limits.checkpointInterval = Height(*rc::gen::inRange<std::uint64_t>(1, 6));
  Market market(limits);
  const int blocks = *rc::gen::inRange(1, 8);
  for (int n = 0; n < blocks; ++n) {
    const Person& a = traderNumber(*rc::gen::inRange(0U, 3U));
    const Person& b = traderNumber(*rc::gen::inRange(0U, 3U));
    market.world.apply(
        {market.world.transfers(a, market.randomBatch(a)), market.world.transfers(b, market.randomBatch(b))});
  }
  Ledger& first = market.world.ledger();
  auto second = Ledger::fromGenesis(testGenesis(), testSecret(), limits).value();
  for (const auto& block : market.world.blocks()) {
    const auto verdicts = LedgerWorld::verdictsOf(block);
    bool flags[limits::kMaxBatchesPerBlock] = {};
    std::ranges::copy(verdicts, flags);
    second->begin(block, {flags, verdicts.size()});
    while (!second->advance(*rc::gen::inRange<std::size_t>(0, 9))) {
    }
    (void)second->finish();
  }
  RC_ASSERT(second->historyRoot() == first.historyRoot());
  RC_ASSERT(second->checkpointHeight() == first.checkpointHeight());
  RC_ASSERT(second->stateRoot() == first.stateRoot());
  RC_ASSERT(pictureOf(*second) == pictureOf(first));
}

/// The root at a checkpoint must not depend on how many checkpoints came before it.
RC_GTEST_PROP(Properties, TheStateRootIsAFunctionOfTheStateAlone, ()) {
  Limits often;
  often.checkpointInterval = Height(1);
  Limits seldom;
  seldom.checkpointInterval = Height(1'000'000);
  seldom.checkpointAfter = Nanoseconds(1'000 * kSecond);
  Market market(often);
  const int batches = *rc::gen::inRange(1, 6);
  for (int n = 0; n < batches; ++n) {
    const Person& author = traderNumber(*rc::gen::inRange(0U, 3U));
    market.world.run(author, market.randomBatch(author));
  }
  market.world.passTime(2'000);
  market.world.run(holder(), market.randomBatch(holder()));
  auto lazy = Ledger::fromGenesis(testGenesis(), testSecret(), seldom).value();
  for (const auto& block : market.world.blocks()) LedgerWorld::applyTo(*lazy, block);
  RC_ASSERT(lazy->checkpointHeight() == market.world.ledger().checkpointHeight());
  RC_ASSERT(lazy->stateRoot() == market.world.ledger().stateRoot());
}

}  // namespace
}  // namespace aurigraph::ledger
