// Feeding: from a business node's messages to rows, in order, once, and after a restart.

#include "nodes/projection/projection.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <deque>
#include <filesystem>
#include <mutex>

#include "tests/support/fake_business.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::projection {
namespace {

using namespace aurigraph::test;

// Tasks wait until the test runs them: the node is always ahead. Pauses pass when the test says so.
class Queue {
 public:
  FeedThreads threads() {
    return {.post =
                [this](std::function<void()> task) {
                  const std::lock_guard lock(mutex_);
                  tasks_.push_back(std::move(task));
                },
            .later =
                [this](std::chrono::milliseconds pause, std::function<void()> task) {
                  const std::lock_guard lock(mutex_);
                  pauses.push_back(pause);
                  later_.push_back(std::move(task));
                }};
  }
  /// What waits, and what that makes follow; at most this many tasks.
  std::size_t run(FakeBusiness& business) {
    std::size_t done = 0;
    for (; done < 10'000; ++done) {
      std::function<void()> task;
      {
        const std::lock_guard lock(mutex_);
        if (!tasks_.empty()) {
          task = std::move(tasks_.front());
          tasks_.pop_front();
        }
      }
      if (task) {
        task();
        continue;
      }
      business.settle();  // it may have been asked for blocks
      const std::lock_guard lock(mutex_);
      if (tasks_.empty()) break;
    }
    return done;
  }
  void passPauses() {
    std::deque<std::function<void()>> now;
    {
      const std::lock_guard lock(mutex_);
      now.swap(later_);
    }
    for (const auto& task : now) task();
  }
  std::vector<std::chrono::milliseconds> pauses;

 private:
  std::mutex mutex_;
  std::deque<std::function<void()>> tasks_;
  std::deque<std::function<void()>> later_;
};

// What a test hears of a projection.
struct Heard {
  std::vector<std::uint64_t> blocks;
  std::vector<Error> stopped;
  std::vector<Height> resumed;
  std::vector<Error> lost;

  FeedObserver observer() {
    return {.onBlock = [this](const BlockRows& rows) { blocks.push_back(rows.block.height.value); },
            .onCertificate = {},
            .onStopped = [this](const Error& why) { stopped.push_back(why); },
            .onResumed = [this](Height height) { resumed.push_back(height); },
            .onLost = [this](const Error& why) { lost.push_back(why); }};
  }
};

Nanoseconds inAMinute() {
  const auto then = std::chrono::system_clock::now().time_since_epoch() + std::chrono::minutes(1);
  return Nanoseconds(then / std::chrono::nanoseconds(1));
}

class Feeding : public ::testing::Test {
 protected:
  // A block that registers one more person.
  void block() { blockOn(business_, 0); }
  void blockOn(FakeBusiness& business, std::uint8_t kind) {
    crypto::Seed seed;
    seed.bytes.fill(kind);
    seed.bytes[0] = static_cast<std::uint8_t>(request_);
    seed.bytes[1] = 130;
    order(business, administrator(),
          wire::RegisterIdentity{"person-" + std::to_string(kind) + "-" + std::to_string(request_),
                                 crypto::SigningKey::fromSeed(seed).publicKey(),
                                 wire::maskOf(wire::Role::kHolder)});
  }
  void order(FakeBusiness& business, const Person& author, const wire::AnyCommand& command) {
    const std::vector<wire::Command> commands = {
        {static_cast<std::uint16_t>(kindOf(command)), encodePayload(command)}};
    const wire::BatchDraft draft{.genesis = business.digest(),
                                 .lane = Lane(0),
                                 .session = SessionNumber(1),
                                 .request = RequestNumber(++request_),
                                 .validUntil = inAMinute()};
    business.submit(
        wire::signCommands(draft, commands, author.key),
        [](const Result<business::BatchOutcome>& outcome) { EXPECT_TRUE(outcome.has_value()); },
        [](const Result<business::BatchOutcome>&) {});
    business.settle();
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
  Heard heard;
  const auto projection = open();
  auto observer = heard.observer();
  observer.onBlock = [&, next = observer.onBlock](const BlockRows& rows) {
    EXPECT_EQ(projection->store().height(), rows.block.height);
    EXPECT_EQ(projection->blocks().height(), rows.block.height);
    next(rows);
  };
  projection->follow(business_, queue.threads(), std::move(observer));
  // More than wait in place: the bytes of the later ones are read again.
  for (int i = 0; i < 40; ++i) block();
  EXPECT_TRUE(heard.blocks.empty()) << "the node never waits for the rows";
  EXPECT_EQ(projection->state().lag(), 40U);
  queue.run(business_);
  ASSERT_EQ(heard.blocks.size(), 40U);
  for (std::size_t i = 0; i < heard.blocks.size(); ++i) EXPECT_EQ(heard.blocks[i], i + 1);
  EXPECT_TRUE(projection->blocks().read(Height(40)).has_value());
  EXPECT_EQ(projection->store().latestCertificate().value()->statement.height, Height(40));
  EXPECT_EQ(projection->state().lag(), 0U);
  EXPECT_TRUE(heard.stopped.empty());
}

TEST_F(Feeding, AStreamTellsOfARecordWithoutItsContext) {
  Queue queue;
  const auto projection = open();
  std::vector<EventRow> told;
  FeedObserver observer;
  observer.onBlock = [&](const BlockRows& rows) { told = rows.events; };
  projection->follow(business_, queue.threads(), std::move(observer));
  const auto clock = std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
  order(business_, slimNode(),
        scoredRecord(wire::RecordKind::kPropertyTitle, "US-1", Nanoseconds(clock)).command());
  queue.run(business_);
  const auto record = std::ranges::find(told, "record", &EventRow::topic);
  ASSERT_NE(record, told.end());
  EXPECT_NE(record->data.find("\"rule_set\""), std::string::npos) << record->data;
  EXPECT_EQ(record->data.find("\"context\""), std::string::npos) << record->data;
}

TEST_F(Feeding, AfterARestartTheChainIsPassedOverUpToWhereItWas) {
  {
    Queue queue;
    const auto projection = open();
    projection->follow(business_, queue.threads(), {});
    for (int i = 0; i < 5; ++i) block();
    queue.run(business_);
  }
  Queue queue;
  Heard heard;
  const auto projection = open();
  EXPECT_EQ(projection->store().height(), Height(5));
  projection->follow(business_, queue.threads(), heard.observer());
  block();  // FakeBusiness tells its whole history first, as a node that applies its log again does
  queue.run(business_);
  EXPECT_EQ(heard.blocks, (std::vector<std::uint64_t>{6}));
  EXPECT_TRUE(heard.stopped.empty()) << heard.stopped.front().message;
  EXPECT_EQ(projection->store().identities(0, 200).value().items.size(),
            business_.genesis().identities.size() + 6);
}

TEST_F(Feeding, AStoreThatWasLostIsFilledAgainBesideTheOther) {
  {
    Queue queue;
    const auto projection = open();
    projection->follow(business_, queue.threads(), {});
    for (int i = 0; i < 40; ++i) block();
    queue.run(business_);
  }
  for (const char* lost : {"blocks.dat", "projection.sqlite"}) {
    std::filesystem::remove(folder_.path() / lost);
    Queue queue;
    Heard heard;
    const auto projection = open();
    EXPECT_EQ(projection->state().height, Height(0)) << lost;
    projection->follow(business_, queue.threads(), heard.observer());
    business_.settle();
    queue.run(business_);
    EXPECT_EQ(projection->blocks().height(), Height(40)) << lost;
    EXPECT_EQ(projection->store().height(), Height(40)) << lost;
    EXPECT_TRUE(heard.stopped.empty()) << heard.stopped.front().message;
  }
}

TEST_F(Feeding, WhatIsStillQueuedWhenItGoesDoesNothing) {
  Queue queue;
  {
    const auto projection = open();
    projection->follow(business_, queue.threads(), {});
    block();
  }
  EXPECT_GT(queue.run(business_), 0U);
  EXPECT_EQ(open()->store().height(), Height(0));
}

// ---- it heals ----

// SQLite in earnest, that refuses to write while the test says so.
class Failing final : public ProjectionStore {
 public:
  Failing(std::unique_ptr<ProjectionStore> inner, const bool& failing)
      : inner_(std::move(inner)), failing_(failing) {}

  Height height() const override { return inner_->height(); }
  Status add(const BlockRows& rows) override { return failing_ ? Status(full()) : inner_->add(rows); }
  Status add(const wire::Certificate& certificate) override {
    return failing_ ? Status(full()) : inner_->add(certificate);
  }
  Result<Page<IdentityEntry>> identities(std::uint64_t after, std::size_t limit) override {
    return inner_->identities(after, limit);
  }
  Result<Page<AccountEntry>> accountsOf(IdentityId identity, std::uint64_t after,
                                        std::size_t limit) override {
    return inner_->accountsOf(identity, after, limit);
  }
  Result<Page<TokenEntry>> tokens(std::uint64_t after, std::size_t limit) override {
    return inner_->tokens(after, limit);
  }
  Result<Page<AssetEntry>> assets(std::uint64_t after, std::size_t limit) override {
    return inner_->assets(after, limit);
  }
  Result<Page<RecordEntry>> records(const RecordFilter& filter, std::uint64_t before,
                                    std::size_t limit) override {
    return inner_->records(filter, before, limit);
  }
  Result<std::optional<RecordEntry>> record(const Digest& id) override { return inner_->record(id); }
  Result<std::optional<AssetId>> assetOf(const Digest& record) override { return inner_->assetOf(record); }
  Result<Page<BlockRow>> blocks(std::uint64_t before, std::size_t limit) override {
    return inner_->blocks(before, limit);
  }
  Result<std::optional<BlockRow>> block(Height height) override { return inner_->block(height); }
  Result<std::vector<BatchRow>> batchesOf(Height height) override { return inner_->batchesOf(height); }
  Result<std::optional<BatchRow>> batch(const Digest& digest) override { return inner_->batch(digest); }
  Result<std::optional<IdentityId>> identityOf(const PublicKey& key) override {
    return inner_->identityOf(key);
  }
  Result<std::optional<wire::Certificate>> latestCertificate() override {
    return inner_->latestCertificate();
  }
  Result<std::optional<wire::Certificate>> certificateOf(Height checkpoint) override {
    return inner_->certificateOf(checkpoint);
  }
  Result<std::optional<wire::Certificate>> certificateCovering(Height height) override {
    return inner_->certificateCovering(height);
  }
  Result<std::vector<EventRow>> eventsAfter(Height height, std::uint32_t index, std::size_t limit) override {
    return inner_->eventsAfter(height, index, limit);
  }

 private:
  static tl::unexpected<Error> full() {
    return fail("projection.unusable", "The read models cannot be used: database or disk is full.",
                "Check disk space.");
  }
  std::unique_ptr<ProjectionStore> inner_;
  const bool& failing_;
};

// The soft limit on the size of files: for a write beyond it the disk is as good as full.
class FullDisk {
 public:
  explicit FullDisk(std::uintmax_t mostBytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit now = before_;
    now.rlim_cur = mostBytes;
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST_F(Feeding, ListsThatCouldNotBeWrittenGoOnByThemselvesAndSaySoOnce) {
  bool failing = false;
  Queue queue;
  Heard heard;
  const auto projection = std::make_unique<Projection>(
      BlockStore::open(folder_.path() / "blocks.dat", business_.digest()).value(),
      std::make_unique<Failing>(
          openSqliteProjection(folder_.path() / "projection.sqlite", business_.genesis()).value(), failing));
  projection->follow(business_, queue.threads(), heard.observer());
  block();
  queue.run(business_);
  failing = true;
  for (int i = 0; i < 40; ++i) block();
  for (int tries = 0; tries < 8; ++tries) {
    queue.run(business_);
    queue.passPauses();
  }
  ASSERT_EQ(heard.stopped.size(), 1U) << "said once, however often it is tried";
  EXPECT_EQ(heard.stopped[0].code, "projection.unusable");
  EXPECT_EQ(projection->state().stopped->code, "projection.unusable");
  EXPECT_EQ(projection->state().lag(), 40U);
  EXPECT_GE(queue.pauses.size(), 8U);
  EXPECT_LT(queue.pauses.front(), queue.pauses.back()) << "with back-off";
  EXPECT_LE(queue.pauses.back(), FeedLimits{}.longestPause);

  failing = false;
  queue.passPauses();
  queue.run(business_);
  EXPECT_EQ(projection->state().lag(), 0U);
  EXPECT_FALSE(projection->state().stopped.has_value());
  EXPECT_EQ(heard.resumed, (std::vector<Height>{Height(41)}));
  ASSERT_EQ(heard.blocks.size(), 41U);
  for (std::size_t i = 0; i < heard.blocks.size(); ++i) EXPECT_EQ(heard.blocks[i], i + 1);
  EXPECT_EQ(projection->store().latestCertificate().value()->statement.height, Height(41));
}

TEST_F(Feeding, ABlockStoreOnAFullDiskGoesOnWhenThereIsRoom) {
  Queue queue;
  Heard heard;
  const auto projection = open();
  projection->follow(business_, queue.threads(), heard.observer());
  block();
  queue.run(business_);
  const auto size = std::filesystem::file_size(folder_.path() / "blocks.dat");
  {
    const FullDisk full(size + 100);
    for (int i = 0; i < 40; ++i) block();
    queue.run(business_);
    queue.passPauses();
    queue.run(business_);
    ASSERT_EQ(heard.stopped.size(), 1U);
    EXPECT_EQ(heard.stopped[0].code, "projection.unusable");
    EXPECT_EQ(projection->blocks().height(), Height(1));
  }
  for (int tries = 0; tries < 10 && projection->state().stopped; ++tries) {
    queue.passPauses();
    queue.run(business_);
  }
  EXPECT_EQ(heard.resumed, (std::vector<Height>{Height(41)}));
  EXPECT_EQ(projection->blocks().height(), Height(41));
  EXPECT_EQ(projection->store().height(), Height(41));
  for (std::uint64_t height = 1; height <= 41; ++height)
    EXPECT_TRUE(projection->blocks().read(Height(height)).has_value()) << height;
}

TEST_F(Feeding, WhatWaitsIsBoundedAndWhoLostSomethingSaysThatItMustStartAnew) {
  Queue queue;
  Heard heard;
  const auto projection = std::move(
      Projection::open(folder_.path(), business_.genesis(), {.blocksInPlace = 2, .waitingBytes = 8'000})
          .value());
  projection->follow(business_, queue.threads(), heard.observer());
  for (int i = 0; i < 200; ++i) block();
  queue.run(business_);
  ASSERT_EQ(heard.lost.size(), 1U);
  EXPECT_EQ(heard.lost[0].code, "projection.overrun");
  const Height reached = projection->store().height();
  EXPECT_GT(reached, Height(2)) << "what had room is there";
  EXPECT_LT(reached, Height(200));
  EXPECT_EQ(projection->state().stopped->code, "projection.overrun");
}

TEST_F(Feeding, ANodeThatStartsAnewGoesOnBehindWhatWasKept) {
  Height reached;
  {
    Queue queue;
    const auto projection =
        std::move(Projection::open(folder_.path(), business_.genesis(), {.waitingBytes = 8'000}).value());
    projection->follow(business_, queue.threads(), {});
    for (int i = 0; i < 100; ++i) block();
    queue.run(business_);
    reached = projection->store().height();
    ASSERT_LT(reached, Height(100));
  }
  Queue queue;
  Heard heard;
  const auto projection = open();
  projection->follow(business_, queue.threads(), heard.observer());
  business_.settle();
  queue.run(business_);
  EXPECT_EQ(projection->store().height(), Height(100));
  ASSERT_FALSE(heard.blocks.empty());
  EXPECT_EQ(heard.blocks.front(), reached.next().value);
}

// ---- it compares ----

// Another history of the same cluster: the same people, registered in another order.
class OtherHistory : public Feeding {
 protected:
  static constexpr int kBlocks = 5;
  void SetUp() override {
    FakeBusiness other;
    std::swap(request_, other_);
    for (int i = 0; i < kBlocks; ++i) blockOn(other, 77);
    Queue queue;
    const auto projection = open();
    projection->follow(other, queue.threads(), {});
    other.settle();
    queue.run(other);
    ASSERT_EQ(projection->store().height(), Height(kBlocks));
    std::swap(request_, other_);
  }
  std::uint64_t other_ = 0;

  void expectStoppedAt(Projection& projection, const Heard& heard, std::uint64_t kept) {
    ASSERT_EQ(heard.stopped.size(), 1U);
    EXPECT_EQ(heard.stopped[0].code, "projection.other_history");
    EXPECT_FALSE(heard.stopped[0].remedy.empty());
    EXPECT_EQ(projection.state().stopped->code, "projection.other_history");
    EXPECT_TRUE(heard.blocks.empty()) << "nothing is written over";
    EXPECT_TRUE(heard.resumed.empty());
    EXPECT_EQ(projection.store().height().value, kept);
  }
};

TEST_F(OtherHistory, IsFoundAtTheFirstHeightThatBothKnow) {
  Queue queue;
  Heard heard;
  const auto projection = open();
  projection->follow(business_, queue.threads(), heard.observer());
  for (int i = 0; i < kBlocks + 3; ++i) block();
  for (int tries = 0; tries < 3; ++tries) {
    queue.run(business_);
    queue.passPauses();
  }
  expectStoppedAt(*projection, heard, kBlocks);
  EXPECT_EQ(projection->blocks().height(), Height(kBlocks));
}

TEST_F(OtherHistory, IsFoundByTheRowsWhenTheBlocksAreLost) {
  std::filesystem::remove(folder_.path() / "blocks.dat");
  Queue queue;
  Heard heard;
  const auto projection = open();
  projection->follow(business_, queue.threads(), heard.observer());
  for (int i = 0; i < kBlocks + 3; ++i) block();
  queue.run(business_);
  expectStoppedAt(*projection, heard, kBlocks);
}

TEST_F(OtherHistory, IsFoundBetweenTheTwoStoresBeforeAnythingIsHeard) {
  {
    TemporaryFolder elsewhere;
    Queue queue;
    const auto projection = std::move(Projection::open(elsewhere.path(), business_.genesis()).value());
    projection->follow(business_, queue.threads(), {});
    for (int i = 0; i < kBlocks; ++i) block();
    queue.run(business_);
    std::filesystem::copy_file(elsewhere.path() / "blocks.dat", folder_.path() / "blocks.dat",
                               std::filesystem::copy_options::overwrite_existing);
  }
  Queue queue;
  Heard heard;
  const auto projection = open();
  FakeBusiness silent;
  projection->follow(silent, queue.threads(), heard.observer());
  queue.run(silent);
  expectStoppedAt(*projection, heard, kBlocks);
}

}  // namespace
}  // namespace aurigraph::projection
