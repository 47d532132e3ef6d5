// Real processes, killed, paused and restarted under load: what clients were told must be what one log
// explains.

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "tests/chaos/disturbance.h"
#include "tests/chaos/fleet.h"
#include "tests/chaos/load.h"
#include "tests/chaos/verdict.h"
#include "tests/chaos/workplace.h"

namespace aurigraph::chaos {
namespace {

constexpr std::size_t kClients = 4;

std::uint64_t numberFrom(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

TEST(Chaos, OneLogExplainsAllThatClientsWereTold) {
  const std::uint64_t seed = numberFrom("AURIGRAPH_CHAOS_SEED", 1);
  const std::chrono::seconds length(numberFrom("AURIGRAPH_CHAOS_SECONDS", 12));
  std::cout << "seed " << seed << ", " << length.count() << " s\n";

  const Workplace place("chaos");
  Fleet fleet(place.cluster(), marketGenesis());
  fleet.startAll();
  ASSERT_TRUE(fleet.waitHealthy());
  Recorder recorder(place.history());
  std::vector<crypto::SigningKey> keys;
  for (std::size_t at = 0; at < kClients; ++at) {
    crypto::Seed secret;
    secret.bytes.fill(static_cast<std::uint8_t>(at + 1));
    keys.push_back(crypto::SigningKey::fromSeed(secret));
  }
  const Payees payees = prepareMarket(fleet, recorder, keys);
  std::vector<std::unique_ptr<PayingClient>> clients;
  for (std::size_t at = 0; at < kClients; ++at) {
    auto sender =
        std::make_unique<Sender>("client-" + std::to_string(at + 1), keys[at], fleet, recorder, seed + at);
    clients.push_back(std::make_unique<PayingClient>(at, std::move(sender), payees, seed * 100 + at));
    clients.back()->prepareHolds(1 + at * PayingClient::kHolds);
  }

  for (auto& client : clients) client->begin();
  Disturbance disturbance(fleet, seed);
  const Disturbed done = disturbance.run(length);
  ASSERT_TRUE(fleet.waitHealthy());
  for (auto& client : clients) client->finish();
  for (auto& client : clients) client->join();
  EXPECT_TRUE(waitSettled(fleet)) << describe(fleet);
  const auto last = fleet.status(NodeId(1)).value_or(NodeStatus{});

  for (const auto& node : fleet.plan().nodes) EXPECT_EQ(fleet.stop(node.node), 0) << node.name;
  EXPECT_EQ(done.surprises, std::vector<std::string>{});
  const Verdict verdict = judge(fleet, recorder.take(), last);
  EXPECT_TRUE(verdict.words.empty()) << toText(verdict);

  std::map<std::string, std::uint64_t> errors;
  Sender::Figures sum;
  for (const auto& client : clients) {
    const auto& each = client->figures();
    EXPECT_GT(each.executed, 1U) << "a client got nowhere";
    sum.attempts += each.attempts, sum.executed += each.executed, sum.operations += each.operations;
    sum.unanswered += each.unanswered, sum.refused += each.refused, sum.abandoned += each.abandoned;
    for (const auto& [code, count] : each.errors) errors[code] += count;
  }
  std::cout << "kills " << done.kills << " (" << done.massKills << " times several at once, "
            << done.lonelyKills << " times a leader that reached nobody), pauses " << done.pauses
            << ", graceful restarts " << done.restarts << "; the leader was chosen " << done.leaders
            << " times\n"
            << "attempts " << sum.attempts << ", answered " << sum.executed << " (" << sum.operations
            << " operations), refused whole " << sum.refused << ", unanswered " << sum.unanswered
            << ", left open " << sum.abandoned << "\n"
            << verdict.blocks << " blocks, " << verdict.batches << " batches, " << verdict.terms
            << " terms; violations " << verdict.words.size() << "\n";
  for (const auto& [code, count] : errors) std::cout << "  " << code << " " << count << "\n";
}

}  // namespace
}  // namespace aurigraph::chaos
