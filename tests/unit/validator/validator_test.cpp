// The node that votes, as it stands in the product: a Runtime, threads, a disk, the whole replica. Only the
// wire between two of them is in memory.

#include "nodes/validator/validator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <future>
#include <map>
#include <mutex>
#include <optional>

#include "app/sim/people.h"
#include "nodes/log/format.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::validator {
namespace {

constexpr auto kTimeout = std::chrono::seconds(60);

/// Hands frames straight to the node they are for.
class Wire {
 public:
  std::shared_ptr<runtime::Transport> end(NodeId self) { return std::make_shared<End>(*this, self); }
  /// Both may speak from now on.
  void connect(NodeId one, NodeId other) {
    const std::lock_guard lock(mutex_);
    ends_.at(one).onPeerUp(other);
    ends_.at(other).onPeerUp(one);
  }

 private:
  class End final : public runtime::Transport {
   public:
    End(Wire& wire, NodeId self) : wire_(wire), self_(self) {}
    Status start(Receiver receiver) override {
      const std::lock_guard lock(wire_.mutex_);
      wire_.ends_[self_] = std::move(receiver);
      return {};
    }
    void send(NodeId to, runtime::Channel channel, runtime::FrameRef frame) override {
      const std::lock_guard lock(wire_.mutex_);
      if (const auto found = wire_.ends_.find(to); found != wire_.ends_.end())
        found->second.onFrame(self_, channel, std::move(frame));
    }
    void stop() override {
      const std::lock_guard lock(wire_.mutex_);
      wire_.ends_.erase(self_);
    }

   private:
    Wire& wire_;
    NodeId self_;
  };

  std::mutex mutex_;
  std::map<NodeId, runtime::Transport::Receiver> ends_;
};

/// The blocks that a validator told of.
class Blocks {
 public:
  void add(const wire::BlockHeader& header) {
    const std::lock_guard lock(mutex_);
    headers_.push_back(header);
    changed_.notify_all();
  }
  /// The first block for which it holds.
  std::optional<wire::BlockHeader> waitFor(const std::function<bool(const wire::BlockHeader&)>& holds) {
    std::unique_lock lock(mutex_);
    const auto found = [&] { return std::ranges::find_if(headers_, holds); };
    if (!changed_.wait_for(lock, kTimeout, [&] { return found() != headers_.end(); })) return std::nullopt;
    return *found();
  }
  std::vector<Height> heights() {
    const std::lock_guard lock(mutex_);
    std::vector<Height> out;
    for (const auto& header : headers_) out.push_back(header.height);
    return out;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<wire::BlockHeader> headers_;
};

class ValidatorTest : public ::testing::Test {
 protected:
  ~ValidatorTest() override { runtime_.stop(); }

  /// A cluster of this many validators, all on one runtime.
  void start(std::uint32_t count) {
    wire::Genesis genesis = test::testGenesis();
    genesis.nodes.resize(count);
    for (std::uint32_t number = 1; number <= count; ++number) {
      const NodeId node(number);
      const auto folder = folder_.path() / std::to_string(number);
      std::filesystem::create_directories(folder);
      const Bytes state = log::freshState(node, genesis.digest());
      std::ofstream(folder / log::kStateName, std::ios::binary) << asText(state);
      const auto added = runtime_.addNode(
          {.node = node,
           .name = "validator-" + std::to_string(number),
           .dataFolder = folder,
           .key = test::keyNumber(static_cast<std::uint8_t>(number)),
           .transport = wire_.end(node),
           .onStopped = [](const Error& why) { ADD_FAILURE() << why.code << ": " << why.message; }});
      ASSERT_TRUE(added) << added.error().message;
      validators_.emplace(
          std::piecewise_construct, std::forward_as_tuple(node),
          std::forward_as_tuple(
              runtime_,
              ValidatorOptions{.node = node,
                               .genesis = genesis,
                               .stateSecret = test::testSecret(),
                               .ledger = {},
                               .onBlock = [told = &told_[node]](const replica::BlockApplied& applied) {
                                 told->add(applied.block.header());
                               }}));
    }
    for (std::uint32_t one = 1; one <= count; ++one)
      for (std::uint32_t other = one + 1; other <= count; ++other) wire_.connect(NodeId(one), NodeId(other));
  }
  replica::ReplicaStatus status(NodeId node) {
    auto answered = std::make_shared<std::promise<replica::ReplicaStatus>>();
    auto answer = answered->get_future();
    validators_.at(node).status([answered](const replica::ReplicaStatus& now) { answered->set_value(now); });
    if (answer.wait_for(kTimeout) != std::future_status::ready) {
      ADD_FAILURE() << "nobody answered";
      return {};
    }
    return answer.get();
  }

  test::TemporaryFolder folder_;
  Wire wire_;
  std::map<NodeId, Blocks> told_;
  runtime::Runtime runtime_{{.reactors = 1, .cryptoThreads = 1, .smallBuffers = 256, .blockBuffers = 8}};
  std::map<NodeId, Validator> validators_;
};

TEST_F(ValidatorTest, AloneItLeadsAndTellsOfItsFirstBlock) {
  ASSERT_NO_FATAL_FAILURE(start(1));
  const auto first = told_[NodeId(1)].waitFor([](const auto&) { return true; });
  ASSERT_TRUE(first);
  EXPECT_EQ(first->height, Height(1));
  EXPECT_EQ(first->kind, wire::BlockKind::kElection);
  const auto now = status(NodeId(1));
  EXPECT_EQ(now.node, NodeId(1));
  EXPECT_EQ(now.role, replica::ReplicaStatus::Role::kLeader);
  EXPECT_EQ(now.leader, NodeId(1));
  EXPECT_GE(now.applied, Height(1));
}

TEST_F(ValidatorTest, OneThatLeadsHandsItOverWhenAsked) {
  ASSERT_NO_FATAL_FAILURE(start(2));
  const auto elected = [](const wire::BlockHeader& block) {
    return block.kind == wire::BlockKind::kElection;
  };
  const auto first = told_[NodeId(1)].waitFor(elected);
  ASSERT_TRUE(first);
  const NodeId old = status(NodeId(1)).leader;
  ASSERT_NE(old, NodeId());
  const NodeId other(3 - old.value);
  validators_.at(old).handOverTo(other);
  const auto second =
      told_[other].waitFor([&](const auto& block) { return elected(block) && block.term > first->term; });
  ASSERT_TRUE(second) << "nobody took over";
  EXPECT_EQ(status(other).role, replica::ReplicaStatus::Role::kLeader);
  EXPECT_EQ(status(other).term, second->term);
  const auto heights = told_[other].heights();
  EXPECT_GE(heights.size(), 2U);
  for (std::size_t at = 0; at < heights.size(); ++at) EXPECT_EQ(heights[at], Height(at + 1)) << "once each";
}

}  // namespace
}  // namespace aurigraph::validator
