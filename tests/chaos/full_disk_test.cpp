// One validator's disk is full: that node stops and says so, the others go on, and with space it comes back.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "nodes/cluster/log_folder.h"
#include "tests/chaos/fleet.h"
#include "tests/chaos/load.h"
#include "tests/chaos/verdict.h"
#include "tests/chaos/workplace.h"

extern char** environ;

namespace aurigraph::chaos {
namespace {

constexpr NodeId kVictim{3};
constexpr std::uint64_t kDiskBytes = 64 * 1024 * 1024;  // a few of the log's segments
constexpr int kBatchesMost = 400;

/// A program's exit code; 127: not there.
int run(std::vector<std::string> command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (auto& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t pid = 0;
  if (::posix_spawnp(&pid, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0) return 127;
  int status = 0;
  ::waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 256;
}

/// A small file system of its own, seen by this process and its children alone: it goes with them.
class SmallDisk {
 public:
  SmallDisk(const std::filesystem::path& image, std::filesystem::path at) : at_(std::move(at)) {
    if (::geteuid() != 0) {
      whyNot_ = "mounting a small disk needs root";
      return;
    }
    if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
      whyNot_ = "this system lets nobody mount";
      return;
    }
    std::filesystem::create_directories(at_);
    std::ofstream(image).close();
    std::filesystem::resize_file(image, kDiskBytes);
    if (run({"mkfs.ext4", "-q", "-m", "0", image.string()}) != 0)
      whyNot_ = "mkfs.ext4 does not work here";
    else if (run({"mount", "-o", "loop", image.string(), at_.string()}) != 0)
      whyNot_ = "there is no loop device to mount";
    else
      mounted_ = true;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(at_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] const std::string& whyNot() const { return whyNot_; }
  /// Nothing more can be allocated.
  void fill() {
    const int file = ::open(filler().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_GE(file, 0);
    const std::vector<char> page(4'096, 'x');
    while (::write(file, page.data(), page.size()) > 0) {
    }
    ::fsync(file);
    ::close(file);
    EXPECT_LT(std::filesystem::space(at_).available, page.size());  // its blocks may be smaller than a page
  }
  void free() { std::filesystem::remove(filler()); }

 private:
  [[nodiscard]] std::filesystem::path filler() const { return at_ / "filler"; }

  std::filesystem::path at_;
  std::string whyNot_;
  bool mounted_ = false;
};

/// Two people who pay each other by whole batches: half a megabyte of log each.
class Payments {
 public:
  Payments(Fleet& fleet, Recorder& recorder) {
    std::vector<crypto::SigningKey> keys;
    for (std::uint8_t number : {1, 2}) {
      crypto::Seed secret;
      secret.bytes.fill(number);
      keys.push_back(crypto::SigningKey::fromSeed(secret));
    }
    payees_ = prepareMarket(fleet, recorder, keys);
    for (std::size_t at = 0; at < keys.size(); ++at)
      senders_.emplace_back("client-" + std::to_string(at + 1), keys[at], fleet, recorder, at);
  }

  bool pay() {
    Sender& sender = senders_[turn_ % 2];
    const auto& accounts = payees_.accounts.at(payees_.tokens.front());
    wire::Transfer transfer;
    transfer.debit = accounts[turn_ % 2].value;
    transfer.credit = accounts[(turn_ + 1) % 2].value;
    transfer.amount = 1;
    transfer.token = payees_.tokens.front().value;
    const std::vector<wire::Transfer> all(limits::kMaxTransfersPerBatch, transfer);
    const auto deadline = Clock::now() + kTimeout;
    const auto reply =
        sender.insist(sender.sign(all), client::Wait::kCommitted, [&] { return Clock::now() > deadline; });
    if (!reply || !reply->allDone()) return false;
    sender.done();
    ++turn_;
    return true;
  }
  [[nodiscard]] std::size_t paid() const { return turn_; }

 private:
  Payees payees_;
  std::vector<Sender> senders_;
  std::size_t turn_ = 0;
};

TEST(FullDisk, StopsItsNodeWithWordsAndNobodyElse) {
  const Workplace place("disk");
  Fleet fleet(place.cluster(), marketGenesis());
  SmallDisk disk(place.root() / "disk.img", fleet.dataOf(kVictim));
  if (!disk.whyNot().empty()) GTEST_SKIP() << disk.whyNot();
  // The small disk lies over the folder that the cluster's maker formatted.
  ASSERT_TRUE(cluster::formatLog(fleet.dataOf(kVictim), kVictim, fleet.folder().digest));
  fleet.startAll();
  ASSERT_TRUE(fleet.waitHealthy());
  Recorder recorder(place.history());
  Payments payments(fleet, recorder);
  const auto pay = [&] { return payments.pay(); };

  disk.fill();
  for (int sent = 0; fleet.runs(kVictim) && sent < kBatchesMost; ++sent) ASSERT_TRUE(pay());
  EXPECT_TRUE(eventually([&] { return !fleet.runs(kVictim); })) << "it goes on without a disk";
  const auto ended = fleet.endedByThemselves();
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended.front(), std::pair(kVictim, 1));
  EXPECT_NE(fleet.logOf(kVictim).find("log.no_space"), std::string::npos);
  const std::size_t before = payments.paid();
  for (int more = 0; more < 5; ++more) EXPECT_TRUE(pay()) << "two of three are a majority";

  disk.free();
  fleet.start(kVictim);
  EXPECT_TRUE(waitSettled(fleet)) << describe(fleet);
  const auto status = fleet.status(kVictim);
  ASSERT_TRUE(status);
  const auto last = *status;
  for (const auto& node : fleet.plan().nodes) EXPECT_EQ(fleet.stop(node.node), 0) << node.name;
  const Verdict verdict = judge(fleet, recorder.take(), last);
  EXPECT_TRUE(verdict.words.empty()) << toText(verdict);
  std::cout << "the disk was full after " << before << " batches; " << verdict.blocks << " blocks in all\n";
}

TEST(FullDisk, UnderTheListsHealsWithoutARestart) {
  const Workplace place("lists");
  Fleet fleet(place.cluster(), marketGenesis());
  const auto& victim =
      *std::ranges::find(fleet.plan().nodes, wire::NodeKind::kBusiness, &cluster::PlannedNode::kind);
  SmallDisk disk(place.root() / "disk.img", fleet.folder().layout.node(victim.name) / "projection");
  if (!disk.whyNot().empty()) GTEST_SKIP() << disk.whyNot();
  fleet.startAll();
  ASSERT_TRUE(fleet.waitHealthy());
  Recorder recorder(place.history());
  Payments payments(fleet, recorder);
  const auto api = fleet.client(victim.apiPort, std::chrono::seconds(5));
  const auto said = [&](const char* member) {
    const auto health = api->health();
    const auto* value = health ? health->as_object().if_contains(member) : nullptr;
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
  };

  disk.fill();
  for (int sent = 0; said("status") != "DEGRADED" && sent < kBatchesMost; ++sent)
    ASSERT_TRUE(payments.pay()) << "nobody waits for lists";
  EXPECT_EQ(said("status"), "DEGRADED");
  EXPECT_EQ(said("code"), "projection.unusable");
  EXPECT_EQ(api->get("/query/blocks").error().code, "projection.unusable");
  for (int more = 0; more < 30; ++more) ASSERT_TRUE(payments.pay());

  disk.free();
  EXPECT_TRUE(eventually([&] { return said("status") == "UP"; })) << said("detail");
  const auto status = fleet.status(victim.node);
  const auto blocks = api->get("/query/blocks?limit=1");
  ASSERT_TRUE(blocks) << blocks.error().message;
  ASSERT_TRUE(status);
  EXPECT_GE(blocks->at("items").at(0).at("height").to_number<std::uint64_t>(), status->applied);
  EXPECT_TRUE(fleet.endedByThemselves().empty());
  const auto log = fleet.logOf(victim.node);
  const auto first = log.find("projection.unusable");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(log.find("projection.unusable", first + 1), std::string::npos) << "said once";
  EXPECT_NE(log.find("projection.resumed"), std::string::npos);
  for (const auto& node : fleet.plan().nodes) EXPECT_EQ(fleet.stop(node.node), 0) << node.name;
}

}  // namespace
}  // namespace aurigraph::chaos
