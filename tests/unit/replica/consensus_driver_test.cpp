// The driver alone: core, log and gate over a disk that does what the test lets it do.

#include "nodes/replica/consensus_driver.h"

#include <gtest/gtest.h>

#include <deque>

#include "tests/unit/log/machine.h"

namespace aurigraph::replica {
namespace {

using log::testing::digestOf;

constexpr NodeId kSelf{3};

class DriverTest : public ::testing::Test {
 protected:
  explicit DriverTest(bool formatted = true) {
    if (formatted) disk_.format(kSelf, digestOf(7));
    driver_.open(out_);
    collect();
  }

  static ConsensusDriver::Options options() {
    ConsensusDriver::Options out;
    out.self = kSelf;
    out.genesis = digestOf(7);
    out.voters.voters = {{kSelf, {}}};
    out.log = log::testing::tinyOptions();
    return out;
  }

  void collect() {
    for (runtime::Request& request : out_.requests())
      if (auto* io = std::get_if<runtime::SubmitIo>(&request)) diskRequests_.push_back(std::move(*io));
    out_.requests().clear();
    for (DriverNews& news : driver_.takeNews()) news_.push_back(std::move(news));
  }
  /// The disk does all that it was asked for, and what follows from that.
  void letDiskWork() {
    while (!diskRequests_.empty()) {
      const auto request = std::move(diskRequests_.front());
      diskRequests_.pop_front();
      runtime::IoDone done = disk_.carryOut(request.file, request.op);
      done.token = request.token;
      driver_.onIo(done, out_);
      collect();
    }
  }
  void becomeLeader() {
    letDiskWork();
    for (int tick = 0; tick < 300 && !driver_.leads(); ++tick) {
      driver_.onTick(out_);
      collect();
      letDiskWork();
    }
    ASSERT_TRUE(driver_.leads());
  }
  wire::Block propose() {
    const auto slot = driver_.core()->slot();
    AG_ASSERT(slot.has_value());
    wire::BlockHeader header;
    header.genesis = digestOf(7);
    header.height = slot->height;
    header.term = slot->term;
    header.voterSet = slot->voterSet;
    header.previous = slot->previous;
    header.kind = slot->kind;
    header.time = slot->time;
    wire::Block block = wire::BlockBuilder(allocateBuffer(BufferClass::kSmall)).finish(header);
    driver_.step(consensus::Propose{block}, out_);
    collect();
    return block;
  }
  template <class T>
  std::size_t count() const {
    std::size_t sum = 0;
    for (const DriverNews& news : news_) sum += std::holds_alternative<T>(news) ? 1 : 0;
    return sum;
  }

  log::testing::MemoryDisk disk_;
  log::testing::FixedEnvironment environment_;
  ConsensusDriver driver_{options(), environment_, Faults()};
  runtime::Out out_;
  std::deque<runtime::SubmitIo> diskRequests_;
  std::vector<DriverNews> news_;
};

class UnformattedDriverTest : public DriverTest {
 protected:
  UnformattedDriverTest() : DriverTest(false) {}
};

TEST_F(DriverTest, TellsWhatHappenedInItsOrder) {
  EXPECT_EQ(driver_.core(), nullptr) << "nothing is known before the log is read";
  becomeLeader();
  const wire::Block block = propose();
  ASSERT_EQ(news_.size(), 3U);
  EXPECT_EQ(std::get<consensus::Leadership>(news_[0]).leader, NodeId(0)) << "a new term, and nobody leads";
  EXPECT_EQ(std::get<consensus::Leadership>(news_[1]).leader, kSelf);
  EXPECT_EQ(std::get<Appended>(news_[2]).block.hash(), block.hash());
}

TEST_F(DriverTest, NothingIsDecidedBeforeItIsDurable) {
  becomeLeader();
  propose();
  EXPECT_EQ(driver_.core()->last(), Height(1));
  EXPECT_EQ(driver_.core()->commit(), Height(0));
  letDiskWork();
  EXPECT_EQ(driver_.core()->commit(), Height(1));
  EXPECT_EQ(driver_.log().durable(), Height(1));
}

TEST_F(DriverTest, ReadsBackWhatIsDecidedAndNothingElse) {
  becomeLeader();
  const wire::Block block = propose();
  std::vector<std::vector<wire::Block>> answers;
  const auto read = [&] {
    driver_.read(
        Height(1), {1 << 20, 4},
        [&](std::vector<wire::Block> blocks) { answers.push_back(std::move(blocks)); }, out_);
    driver_.readForExecution(Height(1), {1 << 20, 4}, out_);
    collect();
  };
  read();
  letDiskWork();  // decided only now: what was read before that is not handed out
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_TRUE(answers[0].empty());
  read();
  letDiskWork();
  ASSERT_EQ(answers.size(), 2U);
  ASSERT_EQ(answers[1].size(), 1U);
  EXPECT_EQ(answers[1][0].hash(), block.hash());
  ASSERT_EQ(count<ReadForExecution>(), 2U);
  EXPECT_EQ(std::get<ReadForExecution>(news_.back()).blocks.size(), 1U);
}

TEST_F(DriverTest, GoesOnWhereItsLogEnds) {
  becomeLeader();
  const wire::Block block = propose();
  letDiskWork();
  disk_.crash({});
  ConsensusDriver again(options(), environment_, Faults());
  again.open(out_);
  collect();
  while (!diskRequests_.empty()) {
    const auto request = std::move(diskRequests_.front());
    diskRequests_.pop_front();
    runtime::IoDone done = disk_.carryOut(request.file, request.op);
    done.token = request.token;
    again.onIo(done, out_);
    collect();
  }
  ASSERT_NE(again.core(), nullptr);
  EXPECT_EQ(again.core()->last(), Height(1));
  EXPECT_EQ(again.core()->term(), block.header().term);
}

TEST_F(UnformattedDriverTest, ALogThatCannotBeUsedStopsItForGood) {
  letDiskWork();
  ASSERT_EQ(count<DriverFailed>(), 1U);
  EXPECT_EQ(std::get<DriverFailed>(news_.back()).why.code, "log.never_formatted");
  driver_.onTick(out_);
  collect();
  letDiskWork();
  EXPECT_EQ(driver_.core(), nullptr);
  EXPECT_EQ(news_.size(), 1U) << "said once, and then nothing more";
}

}  // namespace
}  // namespace aurigraph::replica
