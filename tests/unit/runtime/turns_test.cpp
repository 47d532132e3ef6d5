#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/unit/runtime/support.h"

namespace aurigraph::runtime::testing {
namespace {

constexpr RuntimeOptions kSmall{.reactors = 2, .cryptoThreads = 1, .smallBuffers = 4, .blockBuffers = 2};

TEST(Turns, StartedComesFirstAndMessagesComeInOrder) {
  const TemporaryFolder folder;
  Seen<int> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  const ActorId id =
      runtime.addActor(NodeId(1), actor([&](const Event& event, Out&) {
                         seen.add(std::holds_alternative<Started>(event) ? -1 : numberIn(event));
                       }));
  for (int number = 0; number < 100; ++number) runtime.post(id, message(number));
  const auto values = seen.waitFor(101);
  ASSERT_EQ(values.size(), 101U);
  for (int number = -1; number < 100; ++number)
    EXPECT_EQ(values[static_cast<std::size_t>(number + 1)], number);
}

TEST(Turns, AnActorIsNeverSteppedTwiceAtOnceAndNoMessageOfAnyThreadIsLost) {
  const TemporaryFolder folder;
  std::atomic<int> inside{0};
  std::atomic<bool> overlapped{false};
  Seen<int> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  const ActorId id = runtime.addActor(NodeId(1), actor([&](const Event& event, Out&) {
                                        if (inside.fetch_add(1) != 0) overlapped = true;
                                        if (std::holds_alternative<Delivered>(event))
                                          seen.add(numberIn(event));
                                        inside.fetch_sub(1);
                                      }));
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int number = 0; number < 250; ++number) runtime.post(id, message(thread * 1000 + number));
    });
  for (auto& thread : threads) thread.join();
  const auto values = seen.waitFor(1000);
  ASSERT_EQ(values.size(), 1000U);
  EXPECT_FALSE(overlapped);
  int next[4] = {};
  for (const int value : values) EXPECT_EQ(value % 1000, next[value / 1000]++);
}

TEST(Turns, ActorsOfTwoNodesAnswerEachOtherAcrossReactors) {
  const TemporaryFolder one;
  const TemporaryFolder two;
  Seen<int> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, one.path())));
  ASSERT_TRUE(runtime.addNode(node(2, two.path())));
  const ActorId adder = runtime.addActor(NodeId(2), actor([](const Event& event, Out& out) {
                                           if (const auto* got = std::get_if<Delivered>(&event))
                                             out.add(SendMessage{got->from, message(numberIn(event) + 1)});
                                         }));
  runtime.addActor(NodeId(1), actor([&, adder](const Event& event, Out& out) {
                     if (std::holds_alternative<Started>(event)) out.add(SendMessage{adder, message(1)});
                     if (!std::holds_alternative<Delivered>(event)) return;
                     const int number = numberIn(event);
                     seen.add(number);
                     if (number < 50) out.add(SendMessage{adder, message(number)});
                   }));
  EXPECT_EQ(seen.waitFor(49).back(), 50);
}

TEST(Turns, ContinueSoonLetsOthersInBetween) {
  const TemporaryFolder folder;
  Seen<std::string> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  const ActorId id = runtime.addActor(NodeId(1), actor([&](const Event& event, Out& out) {
                                        if (std::holds_alternative<Delivered>(event)) {
                                          seen.add("message " + std::to_string(numberIn(event)));
                                          if (numberIn(event) == 1) out.add(ContinueSoon{});
                                        }
                                        if (std::holds_alternative<Continue>(event)) seen.add("continue");
                                      }));
  runtime.post(id, message(1));
  EXPECT_EQ(seen.waitFor(2), (std::vector<std::string>{"message 1", "continue"}));
}

TEST(Turns, TimersFireInOrderAndNeverEarly) {
  const TemporaryFolder folder;
  Seen<std::pair<std::uint64_t, std::int64_t>> seen;  // token, ticks after its time
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  runtime.addActor(NodeId(1), [&](Environment& around) {
    auto base = std::make_shared<std::uint64_t>();
    return std::make_unique<FunctionActor>([&, base](const Event& event, Out& out) {
      if (std::holds_alternative<Started>(event)) {
        *base = around.tick().value;
        for (const std::uint64_t after : {5, 1, 3}) out.add(SetTimer{Tick(*base + after), Token(after)});
      }
      if (const auto* fired = std::get_if<Fired>(&event))
        seen.add({fired->token.value, static_cast<std::int64_t>(around.tick().value) -
                                          static_cast<std::int64_t>(*base + fired->token.value)});
    });
  });
  const auto values = seen.waitFor(3);
  ASSERT_EQ(values.size(), 3U);
  EXPECT_EQ(values[0].first, 1U);
  EXPECT_EQ(values[1].first, 3U);
  EXPECT_EQ(values[2].first, 5U);
  for (const auto& [token, late] : values) EXPECT_GE(late, 0);
}

TEST(Turns, StopNodeIsToldOnceAndNothingIsSteppedAfterIt) {
  const TemporaryFolder folder;
  Seen<std::string> stopped;
  std::atomic<int> steps{0};
  Runtime runtime(kSmall);
  auto options = node(1, folder.path());
  options.onStopped = [&](const Error& why) { stopped.add(std::string(why.code)); };
  ASSERT_TRUE(runtime.addNode(std::move(options)));
  const ActorId id =
      runtime.addActor(NodeId(1), actor([&](const Event& event, Out& out) {
                         if (!std::holds_alternative<Delivered>(event)) return;
                         ++steps;
                         out.add(StopNode{Error{"test.stop", "Stopped by the test.", "Nothing."}});
                         out.add(ContinueSoon{});
                       }));
  for (int number = 0; number < 10; ++number) runtime.post(id, message(number));
  EXPECT_EQ(stopped.waitFor(1), (std::vector<std::string>{"test.stop"}));
  runtime.removeNode(NodeId(1), false);
  EXPECT_EQ(steps, 1);
  EXPECT_EQ(stopped.now().size(), 1U);
}

TEST(Turns, ARemovedNodeMayComeAgain) {
  const TemporaryFolder folder;
  Runtime runtime(kSmall);
  for (int round = 0; round < 3; ++round) {
    Seen<int> seen;
    ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
    EXPECT_EQ(runtime.addNode(node(1, folder.path())).error().code, "runtime.node_exists");
    const ActorId id = runtime.addActor(NodeId(1), actor([&](const Event& event, Out&) {
                                          if (std::holds_alternative<Delivered>(event))
                                            seen.add(numberIn(event));
                                        }));
    runtime.post(id, message(round));
    EXPECT_EQ(seen.waitFor(1), std::vector<int>{round});
    runtime.removeNode(NodeId(1), round == 1);
    runtime.post(id, message(99));  // to nobody: dropped
  }
}

TEST(Turns, UsageCountsTurnsAndTheirCpuTime) {
  const TemporaryFolder folder;
  Seen<int> seen;
  Runtime runtime(kSmall);
  ASSERT_TRUE(runtime.addNode(node(1, folder.path())));
  const ActorId id = runtime.addActor(NodeId(1), actor([&](const Event& event, Out&) {
                                        if (!std::holds_alternative<Delivered>(event)) return;
                                        volatile std::uint64_t work = 0;
                                        for (int step = 0; step < 1'000'000; ++step) work = work + 1;
                                        seen.add(1);
                                      }));
  for (int number = 0; number < 5; ++number) runtime.post(id, message(number));
  seen.waitFor(5);
  runtime.post(id, message(5));
  seen.waitFor(6);  // the turns before it are accounted for
  const NodeUsage usage = runtime.usage(NodeId(1));
  EXPECT_GE(usage.turns, 6U);  // Started and five messages
  EXPECT_GT(usage.longestTurnNanoseconds, 0U);
  EXPECT_GE(usage.cpuNanoseconds, usage.longestTurnNanoseconds);
  EXPECT_EQ(runtime.usage(NodeId(7)).turns, 0U);
}

}  // namespace
}  // namespace aurigraph::runtime::testing
