// The business node as it stands in the product: a Runtime, threads, the real ledger; only the replica is
// a short one that orders what it gets at once.

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>

#include "nodes/business/business_node.h"
#include "tests/support/ledger_fixture.h"

namespace aurigraph::business::testing {
namespace {

using test::holder;
using test::issuer;

template <class T>
class Heard {
 public:
  void add(T value) {
    const std::lock_guard lock(mutex_);
    values_.push_back(std::move(value));
    changed_.notify_all();
  }
  std::vector<T> waitFor(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds(20), [&] { return values_.size() >= count; });
    return values_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<T> values_;
};

class ShortReplica final : public runtime::Actor {
 public:
  ShortReplica(runtime::Environment& environment, runtime::ActorId listener)
      : environment_(environment),
        listener_(listener),
        ledger_(*ledger::Ledger::fromGenesis(test::testGenesis(), test::testSecret(), {})) {}

  void step(const runtime::Event& event, runtime::Out& out) override {
    const auto* delivered = std::get_if<runtime::Delivered>(&event);
    if (delivered == nullptr) return;
    if (const auto* submit = std::any_cast<replica::SubmitBatch>(delivered->message.get()))
      order(submit->batch, out);
    if (const auto* read = std::any_cast<replica::ReadLedger>(delivered->message.get())) read->read(*ledger_);
    if (const auto* ask = std::any_cast<replica::AskStatus>(delivered->message.get())) {
      replica::ReplicaStatus status;
      status.applied = ledger_->height();
      ask->answer(status);
    }
  }

 private:
  void order(const Bytes& batch, runtime::Out& out) {
    wire::BlockBuilder builder(environment_.acquire(BufferClass::kSmall));
    builder.add(*wire::parseBatch(batch), ByteView(batch).subspan(sizeof(wire::BatchHeader)));
    wire::BlockHeader header;
    header.genesis = test::testGenesis().digest();
    header.height = ledger_->height().next();
    header.time = environment_.wallClock();
    header.previous = previous_;
    replica::BlockApplied applied;
    applied.block = builder.finish(header);
    previous_ = applied.block.hash();
    const bool good[] = {true};
    applied.outcome = ledger_->apply(applied.block, good);
    const replica::ReadinessChanged ready{.ready = true, .executed = ledger_->height()};
    out.add(runtime::SendMessage{listener_, std::make_shared<const std::any>(ready)});
    out.add(runtime::SendMessage{listener_, std::make_shared<const std::any>(applied)});
    replica::CertificateFormed formed;
    formed.certificate.statement.height = ledger_->height();
    out.add(runtime::SendMessage{listener_, std::make_shared<const std::any>(formed)});
  }

  runtime::Environment& environment_;
  runtime::ActorId listener_;
  std::unique_ptr<ledger::Ledger> ledger_;
  Digest previous_ = test::testGenesis().digest();
};

class NodeTest : public ::testing::Test {
 protected:
  NodeTest() {
    std::string name = (std::filesystem::temp_directory_path() / "aurigraph-business-XXXXXX").string();
    AG_ASSERT(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    runtime::NodeOptions options{.node = kNode,
                                 .name = "business-1",
                                 .dataFolder = folder_,
                                 .key = test::keyNumber(4),
                                 .transport = nullptr,
                                 .onStopped = nullptr};
    AG_ASSERT(runtime_.addNode(std::move(options)).has_value());
    BusinessOptions business;
    business.genesis = test::testGenesis().digest();
    node_.emplace(runtime_, kNode, business);
    const runtime::ActorId replica = runtime_.addActor(kNode, [&](runtime::Environment& environment) {
      return std::make_unique<ShortReplica>(environment, node_->actor());
    });
    node_->use(replica);
  }
  ~NodeTest() override {
    runtime_.stop();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  static wire::BatchDraft draftOf(std::uint64_t request) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    wire::BatchDraft draft;
    draft.genesis = test::testGenesis().digest();
    draft.session = SessionNumber(1);
    draft.request = RequestNumber(request);
    draft.validUntil = Nanoseconds(std::chrono::nanoseconds(now + std::chrono::minutes(10)).count());
    return draft;
  }
  static Bytes batch(const test::Person& author, std::uint64_t request) {
    const wire::Transfer transfer{};  // refused by the ledger, which is an outcome as well
    return wire::signTransfers(draftOf(request), std::span(&transfer, 1), author.key);
  }

  static constexpr NodeId kNode{4};
  std::filesystem::path folder_;
  runtime::Runtime runtime_{{.reactors = 1, .cryptoThreads = 1, .smallBuffers = 64, .blockBuffers = 2}};
  std::optional<BusinessNode> node_;
};

TEST_F(NodeTest, BatchesOfManyThreadsAreExecutedInTheirOrderAndAnsweredTwice) {
  Heard<BatchOutcome> committed;
  Heard<BatchOutcome> final;
  constexpr std::uint64_t kRequests = 20;
  std::vector<std::thread> threads;
  for (const test::Person* author : {&issuer(), &holder()})
    threads.emplace_back([&, author] {
      for (std::uint64_t request = 1; request <= kRequests; ++request)
        node_->submit(
            batch(*author, request),
            [&](Result<BatchOutcome> what) {
              ASSERT_TRUE(what) << what.error().code;
              committed.add(*what);
            },
            [&](Result<BatchOutcome> what) {
              ASSERT_TRUE(what) << what.error().code;
              final.add(*what);
            });
    });
  for (auto& thread : threads) thread.join();
  const auto outcomes = committed.waitFor(2 * kRequests);
  ASSERT_EQ(outcomes.size(), 2 * kRequests);
  for (const BatchOutcome& outcome : outcomes) {
    EXPECT_EQ(outcome.result.batchCode, 0);
    EXPECT_EQ(outcome.result.failures.size(), 1U);
  }
  EXPECT_EQ(final.waitFor(2 * kRequests).size(), 2 * kRequests);
}

TEST_F(NodeTest, RetriesAreAnsweredFromTheLedgerAndStrangersRefused) {
  Heard<Height> heights;
  Heard<std::string> codes;
  const Bytes first = batch(issuer(), 1);
  const auto note = [&](Result<BatchOutcome> what) {
    if (what)
      heights.add(what->height);
    else
      codes.add(std::string(what.error().code));
  };
  node_->submit(first, note, {});
  ASSERT_EQ(heights.waitFor(1).size(), 1U);
  node_->submit(batch(holder(), 1), note, {});
  ASSERT_EQ(heights.waitFor(2).size(), 2U);
  node_->submit(first, note, {});
  EXPECT_EQ(heights.waitFor(3), (std::vector<Height>{Height(1), Height(2), Height(1)}));
  node_->submit(batch({"stranger", IdentityId(), test::keyNumber(77)}, 1), note, {});
  EXPECT_EQ(codes.waitFor(1), std::vector<std::string>{"batch.unknown_author"});
}

TEST_F(NodeTest, AKeyThatWasReplacedIsToldSoAndTheNewOneIsServed) {
  Heard<std::string> heard;
  const auto note = [&](Result<BatchOutcome> what) {
    heard.add(what ? std::to_string(what->result.failures.size()) : std::string(what.error().code));
  };
  const auto fresh = test::keyNumber(202);
  const Digest meant = wire::possessionDigest(test::testGenesis().digest(), holder().id, fresh.publicKey());
  const wire::AnyCommand rotate = wire::RotateKey{fresh.publicKey(), fresh.sign(meant)};
  const wire::Command command{static_cast<std::uint16_t>(wire::kindOf(rotate)), wire::encodePayload(rotate)};
  const Bytes last = wire::signCommands(draftOf(1), std::span(&command, 1), holder().key);
  node_->submit(last, note, {});
  ASSERT_EQ(heard.waitFor(1).back(), "0");
  node_->submit(batch(holder(), 2), note, {});
  EXPECT_EQ(heard.waitFor(2).back(), "batch.key_ended");
  node_->submit(last, note, {});
  EXPECT_EQ(heard.waitFor(3).back(), "0") << "the batch that ended it has its answer";
  node_->submit(batch({"holder", holder().id, fresh}, 1), note, {});
  EXPECT_EQ(heard.waitFor(4).back(), "1") << "refused for what it says, not for who says it";
}

TEST_F(NodeTest, LedgerStatusAndListenersAreReached) {
  Heard<std::uint64_t> heard;
  BusinessService::Listener listener;
  listener.onBlock = [&](const replica::BlockApplied& applied) {
    heard.add(applied.block.header().height.value);
  };
  node_->listen(listener);
  node_->submit(batch(issuer(), 1), {}, {});
  EXPECT_EQ(heard.waitFor(1), std::vector<std::uint64_t>{1});
  node_->withLedger([&](const ledger::Ledger& ledger) { heard.add(100 + ledger.height().value); });
  EXPECT_EQ(heard.waitFor(2).back(), 101U);
  node_->status([&](const replica::ReplicaStatus& status) {
    heard.add(status.applied.value + (status.directIo == runtime_.usage(kNode).directIo ? 200 : 300));
  });
  EXPECT_EQ(heard.waitFor(3).back(), 201U);
}

}  // namespace
}  // namespace aurigraph::business::testing
