#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <vector>

#include "tests/unit/audit/audited.h"

namespace aurigraph::audit {

/// A world whose ledger tells lies about its last block.
class Lies : public ::testing::Test {
 protected:
  /// Plays all blocks; at the last one the ledger's answer is changed before the auditor hears it.
  std::vector<Objection> told(const std::function<void(std::vector<wire::BatchResult>&)>& lie) {
    Replay replay(world.ledger().genesis());
    const auto& blocks = world.blocks();
    for (std::size_t at = 0; at + 1 < blocks.size(); ++at)
      EXPECT_EQ(textOf(replay.judge(blocks[at], replay.results(blocks[at]))), "");
    auto results = replay.results(blocks.back());
    lie(results);
    return replay.judge(blocks.back(), results);
  }
  /// The same with its events, of which there are so many; how many objections.
  std::size_t objectionsTo(std::size_t events, const std::function<void(std::vector<wire::Event>&)>& lie) {
    Replay replay(world.ledger().genesis());
    const auto& blocks = world.blocks();
    for (std::size_t at = 0; at + 1 < blocks.size(); ++at)
      EXPECT_EQ(textOf(replay.auditor.apply(blocks[at], replay.outcome(blocks[at])).objections), "");
    auto outcome = replay.outcome(blocks.back());
    EXPECT_EQ(outcome.events.size(), events);
    lie(outcome.events);
    return replay.auditor.apply(blocks.back(), outcome).objections.size();
  }
  std::vector<Objection> told(wire::OperationFailure failure) {
    return told([&](auto& results) { results[0].failures = {failure}; });
  }
  static wire::OperationFailure failure(std::uint16_t index, ledger::ReasonCode code) {
    return {index, static_cast<std::uint16_t>(code), 0};
  }
  static void nothingFailed(std::vector<wire::BatchResult>& results) {
    results[0].batchCode = 0;
    results[0].failures.clear();
  }
  /// One objection, about this operation of batch 0 of the last block.
  void expectOne(const std::vector<Objection>& objections, std::optional<std::uint32_t> operation) {
    ASSERT_EQ(objections.size(), 1U) << textOf(objections);
    EXPECT_EQ(objections[0].height, world.blocks().back().header().height);
    EXPECT_EQ(objections[0].batch, 0U);
    EXPECT_EQ(objections[0].operation, operation) << textOf(objections);
  }

  void done(const test::Person& author, const wire::AnyCommand& command) {
    ASSERT_EQ(world.run(author, command), ledger::ReasonCode::kDone) << wire::nameOf(wire::kindOf(command));
  }
  /// With the words of others.
  template <class Command>
  void done(const test::Person& author, const Command& command, const std::vector<test::Person>& approvers) {
    done(author, wire::AnyCommand(world.approvedFor(author, command, approvers)));
  }
  /// The ledger refuses it, and says that it has done it.
  void expectNoticed(const test::Person& author, const wire::AnyCommand& command) {
    ASSERT_NE(world.run(author, command), ledger::ReasonCode::kDone);
    expectOne(told(nothingFailed), 0);
  }
  template <class Command>
  void expectNoticed(const test::Person& author, const Command& command,
                     const std::vector<test::Person>& approvers) {
    expectNoticed(author, wire::AnyCommand(world.approvedFor(author, command, approvers)));
  }

  test::LedgerWorld world;
  TokenId token = world.propertyToken(1'000);
  wire::Transfer pay(U128 amount) { return world.transfer(test::issuer(), test::holder(), token, amount); }
};

}  // namespace aurigraph::audit
