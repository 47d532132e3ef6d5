// Feeding: from a business node's letters to rows, in order, once, and after a restart.

#include "nodes/projection/projection.h"

#include <gtest/gtest.h>

#include <deque>
#include <mutex>

#include "tests/support/fake_business.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::projection {
namespace {

using namespace aurigraph::test;

// Tasks wait until the test runs them: the node is always ahead.
class Queue {
 public:
  Projection::Executor executor() {
    return [this](std::function<void()> task) {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    };
  }
  std::size_t run() {
    std::deque<std::function<void()>> now;
    {
      const std::lock_guard lock(mutex_);
      now.swap(tasks_);
    }
    for (const auto& task : now) task();
    return now.size();
  }

 private:
  std::mutex mutex_;
  std::deque<std::function<void()>> tasks_;
};

class Feeding : public ::testing::Test {
 protected:
  // A block that registers one more person.
  void block() {
    const auto number = static_cast<std::uint8_t>(130 + request_);
    const wire::AnyCommand command = wire::RegisterIdentity{
        "person-" + std::to_string(number), keyNumber(number).publicKey(), wire::maskOf(wire::Role::kHolder)};
    const std::vector<wire::Command> commands = {
        {static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)}};
    const wire::BatchDraft draft{.genesis = business_.digest(),
                                 .lane = Lane(0),
                                 .session = SessionNumber(1),
                                 .request = RequestNumber(++request_),
                                 .validUntil = Nanoseconds(INT64_MAX)};
    business_.submit(
        wire::signCommands(draft, commands, administrator().key),
        [](const Result<business::BatchOutcome>& outcome) { EXPECT_TRUE(outcome.has_value()); },
        [](const Result<business::BatchOutcome>&) {});
    business_.settle();
  }
  [[nodiscard]] std::unique_ptr<Projection> open() const {
    return std::move(Projection::open(folder_.path(), business_.genesis()).value());
  }

  TemporaryFolder folder_;
  FakeBusiness business_;
  std::uint64_t request_ = 0;
};

TEST_F(Feeding, EveryBlockIsSeenOnceInOrderAndAfterItsRowsAreThere) {
  Queue queue;
  const auto projection = open();
  std::vector<std::uint64_t> seen;
  projection->follow(business_, queue.executor(),
                     {.onBlock =
                          [&](const BlockRows& rows) {
                            EXPECT_EQ(projection->store().height(), rows.block.height);
                            EXPECT_EQ(projection->blocks().height(), rows.block.height);
                            seen.push_back(rows.block.height.value);
                          },
                      .onCertificate = {},
                      .onFailure = [](const Error& error) { FAIL() << error.message; }});
  // More than wait in place: the later ones are copies of their own.
  for (int i = 0; i < 40; ++i) block();
  EXPECT_TRUE(seen.empty()) << "the node never waits for the rows";
  queue.run();
  ASSERT_EQ(seen.size(), 40U);
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i + 1);
  EXPECT_TRUE(projection->blocks().read(Height(40)).has_value());
  EXPECT_EQ(projection->store().latestCertificate().value()->statement.height, Height(40));
}

TEST_F(Feeding, AfterARestartTheChainIsPassedOverUpToWhereItWas) {
  {
    Queue queue;
    const auto projection = open();
    projection->follow(business_, queue.executor(), {});
    for (int i = 0; i < 5; ++i) block();
    queue.run();
  }
  Queue queue;
  const auto projection = open();
  EXPECT_EQ(projection->store().height(), Height(5));
  std::vector<std::uint64_t> seen;
  projection->follow(business_, queue.executor(),
                     {.onBlock = [&](const BlockRows& rows) { seen.push_back(rows.block.height.value); },
                      .onCertificate = {},
                      .onFailure = [](const Error& error) { FAIL() << error.message; }});
  block();  // FakeBusiness tells its whole history first, as a node that applies its log again does
  queue.run();
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{6}));
  EXPECT_EQ(projection->store().identities(0, 200).value().items.size(),
            business_.genesis().identities.size() + 6);
}

TEST_F(Feeding, ABlockStoreThatWasLostIsFilledAgainBesideTheRows) {
  {
    Queue queue;
    const auto projection = open();
    projection->follow(business_, queue.executor(), {});
    for (int i = 0; i < 3; ++i) block();
    queue.run();
  }
  std::filesystem::remove(folder_.path() / "blocks.dat");
  Queue queue;
  const auto projection = open();
  projection->follow(business_, queue.executor(), {});
  business_.settle();
  queue.run();
  EXPECT_EQ(projection->blocks().height(), Height(3));
  EXPECT_EQ(projection->store().height(), Height(3));
}

TEST_F(Feeding, WhatIsStillQueuedWhenItGoesDoesNothing) {
  Queue queue;
  {
    const auto projection = open();
    projection->follow(business_, queue.executor(), {});
    block();
  }
  EXPECT_GT(queue.run(), 0U);
  EXPECT_EQ(open()->store().height(), Height(0));
}

}  // namespace
}  // namespace aurigraph::projection
