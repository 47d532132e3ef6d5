#pragma once

// Somebody who works with simulated replicas, and what must be true of them whatever happens.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "app/sim/people.h"
#include "core/wire/batch.h"
#include "core/wire/commands.h"
#include "tests/unit/replica/replica_sim.h"

namespace aurigraph::replica::testing {

inline constexpr Microseconds kRepeatAfter = 200'000;

/// One administrator who registers "person 1", "person 2" … one a request, and repeats until it hears.
class Author {
 public:
  explicit Author(ReplicaSim& sim) : sim_(sim) {}

  Bytes batch(std::uint64_t request) const {
    wire::RegisterIdentity command;
    command.name = "person " + std::to_string(request);
    crypto::Seed seed;
    seed.bytes.fill(3);
    std::memcpy(seed.bytes.data(), &request, sizeof(request));
    command.key = crypto::SigningKey::fromSeed(seed).publicKey();
    command.roles = wire::maskOf(wire::Role::kHolder);
    wire::BatchDraft draft;
    draft.genesis = sim_.genesis().digest();
    draft.session = SessionNumber(1);
    draft.request = RequestNumber(request);
    draft.validUntil = sim_.lastsTheRun();
    return wire::signCommands(draft,
                              std::vector<wire::Command>{{static_cast<std::uint16_t>(wire::kindOf(command)),
                                                          wire::encodePayload(command)}},
                              test::administrator().key);
  }

  /// Submits through `via` and repeats every 200 ms, as a business node does, until `via` applied it.
  ::testing::AssertionResult register_(NodeId via, std::uint64_t count) {
    for (std::uint64_t until = done_ + count; done_ < until;) {
      const std::uint64_t last = std::min(until, done_ + 8);
      for (std::uint64_t request = done_ + 1; request <= last; ++request) sim_.submit(via, batch(request));
      const bool heard = sim_.runUntil([&] { return executedAt(via) >= last; }, kRepeatAfter);
      if (heard) done_ = last;
      if (!heard && ++repeats_ > 100)
        return ::testing::AssertionFailure() << "request " << done_ + 1 << " never came back";
    }
    return ::testing::AssertionSuccess();
  }
  /// Highest request that a node has executed successfully.
  std::uint64_t executedAt(NodeId id) {
    std::uint64_t highest = 0;
    for (const BlockApplied& applied : sim_.heard(id).blocks)
      for (std::size_t at = 0; at < applied.block.batchCount(); ++at)
        if (applied.outcome.results[at].batchCode == 0 && applied.outcome.results[at].failures.empty())
          highest = std::max(highest, applied.block.batch(at).request.value);
    return highest;
  }
  [[nodiscard]] std::uint64_t acknowledged() const { return done_; }

 private:
  ReplicaSim& sim_;
  std::uint64_t done_ = 0;
  std::uint64_t repeats_ = 0;
};

inline bool agreed(ReplicaSim& sim) {
  EXPECT_TRUE(sim.violations.empty()) << sim.violations.front();
  EXPECT_TRUE(sim.stops.empty()) << sim.stops.front();
  return sim.violations.empty() && sim.stops.empty();
}

inline bool certifiedEverywhere(ReplicaSim& sim, std::size_t nodes, Height height) {
  return sim.runUntil(
      [&] {
        for (std::uint32_t id = 1; id <= nodes; ++id)
          if (sim.up(NodeId(id)) && sim.status(NodeId(id)).certified < height) return false;
        return true;
      },
      5'000'000);
}

}  // namespace aurigraph::replica::testing
