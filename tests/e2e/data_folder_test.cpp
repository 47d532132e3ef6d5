// A cluster's folder and the programs a person starts on it: one at a time, and one that cannot start says
// why.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/free_port.h"

namespace aurigraph {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;
using tests::ChildProcess;
using tests::freePort;

constexpr seconds kTimeout{120};  // for slow machines

std::string binary(const char* name) {
  return std::string(AURIGRAPH_BINARY_DIR) + "/bin/" + name;
}

std::string contentOf(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Condition>
bool eventually(Condition condition) {
  const auto deadline = std::chrono::steady_clock::now() + kTimeout;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

/// `name = 9009` of a TOML file becomes another number.
void setNumber(const fs::path& file, const std::string& name, std::uint16_t number) {
  std::string text = contentOf(file);
  const auto at = text.find("\n" + name + " = ");
  if (at == std::string::npos) throw std::runtime_error(file.string() + " has no " + name);
  const auto begin = at + name.size() + 4;
  text.replace(begin, text.find('\n', begin) - begin, std::to_string(number));
  std::ofstream(file) << text;
}

class DataFolder : public testing::TestWithParam<const char*> {
 protected:
  DataFolder() {
    std::string pattern = (fs::temp_directory_path() / "aurigraph-folder-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
  }
  ~DataFolder() override { fs::remove_all(root_); }

  [[nodiscard]] fs::path cluster() const { return root_ / "cluster"; }
  [[nodiscard]] fs::path node(const char* name) const { return cluster() / "nodes" / name; }

  /// Its standard error comes with its standard output.
  static std::vector<std::string> both(const std::vector<std::string>& command) {
    std::vector<std::string> out = {"/bin/sh", "-c", "exec \"$@\" 2>&1", "sh"};
    out.insert(out.end(), command.begin(), command.end());
    return out;
  }
  [[nodiscard]] std::vector<std::string> up(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> out = {binary("aurigraph"), "up",     "--validators",    "1",
                                    "--business",        "1",      "--slim",          "0",
                                    "--no-providers",    "--data", cluster().string()};
    out.insert(out.end(), more.begin(), more.end());
    return both(out);
  }
  /// A cluster that has run on these hosts and was ended in order.
  void makeCluster() const {
    ChildProcess first(up({"--json", "--hosts", GetParam()}));
    const std::string ready = first.line(kTimeout);
    ASSERT_NE(ready.find("\"gateway\""), std::string::npos) << ready << first.rest(kTimeout);
    first.signal(SIGTERM);
    ASSERT_EQ(first.wait(), 0);
  }
  /// Nobody works in it nor in any of its nodes.
  [[nodiscard]] bool isFree() const {
    for (const fs::path& place : {cluster(), node("validator-1"), node("business-1")}) {
      const int file = ::open((place / "lock").c_str(), O_RDWR | O_CLOEXEC);
      if (file < 0) continue;
      const bool free = ::flock(file, LOCK_EX | LOCK_NB) == 0;
      ::close(file);
      if (!free) return false;
    }
    return true;
  }
  /// All that a second start must not touch.
  [[nodiscard]] std::map<std::string, std::string> touched() const {
    std::map<std::string, std::string> out;
    for (const char* name : {"lock", "cluster.toml", "cluster.genesis", "logs/cluster.log",
                             "nodes/validator-1/node.toml", "nodes/business-1/node.toml"})
      out[name] = contentOf(cluster() / name);
    return out;
  }

  fs::path root_;
};

TEST_P(DataFolder, TheSecondStartIsRefusedAndTheFirstIsUnharmed) {
  ChildProcess first(up({"--json", "--hosts", GetParam()}));
  const std::string ready = first.line(kTimeout);
  ASSERT_NE(ready.find("\"gateway\""), std::string::npos) << ready;
  const auto before = touched();

  std::vector<std::vector<std::string>> others = {
      up(), up({"--hosts", "process"}),
      both({binary("aurigraphd"), "--config", (cluster() / "cluster.toml").string()}),
      both({binary("aurigraphd"), "--config", (node("validator-1") / "node.toml").string()}),
      both({binary("aurigraphd"), "--config", (node("business-1") / "node.toml").string()})};
  for (const auto& command : others) {
    ChildProcess second(command);
    const std::string said = second.rest(kTimeout);
    EXPECT_EQ(second.wait(), 1) << said;
    EXPECT_NE(said.find("folder.in_use"), std::string::npos) << said;
    const bool ofNode = command.back().ends_with("node.toml") && GetParam() == std::string("process");
    const std::string who = ofNode ? "aurigraphd (process " : "(process " + std::to_string(first.pid()) + ")";
    EXPECT_NE(said.find(who), std::string::npos) << said;
    EXPECT_EQ(said.find("is busy"), std::string::npos) << "it planned ports: " << said;
  }
  EXPECT_EQ(touched(), before);

  const fs::path profile = cluster() / "profile";
  ChildProcess status(both({binary("aurigraph"), "status", "--json", "--profile", profile.string()}));
  const std::string said = status.rest(kTimeout);
  EXPECT_EQ(status.wait(), 0) << said;
  first.signal(SIGTERM);
  EXPECT_EQ(first.wait(), 0);
  EXPECT_TRUE(isFree());
  ChildProcess again(up({"--json"}));
  EXPECT_NE(again.line(kTimeout).find("\"gateway\""), std::string::npos) << "its data are damaged";
  again.signal(SIGTERM);
  EXPECT_EQ(again.wait(), 0);
}

TEST_P(DataFolder, IsTakenUpAgainAfterAKill) {
  ChildProcess first(up({"--json", "--hosts", GetParam()}));
  const std::string begun = first.line(kTimeout);
  ASSERT_NE(begun.find("\"gateway\""), std::string::npos) << begun << first.rest(kTimeout);
  first.signal(SIGKILL);
  EXPECT_EQ(first.wait(), 128 + SIGKILL);
  // At once: children of the killed one may still be ending.
  ChildProcess second(up({"--json"}));
  const std::string ready = second.line(kTimeout);
  EXPECT_NE(ready.find("\"gateway\""), std::string::npos) << ready;
  second.signal(SIGTERM);
  EXPECT_EQ(second.wait(), 0);
}

TEST_P(DataFolder, ANodeThatRunsByHandKeepsItsClusterFromStarting) {
  ASSERT_NO_FATAL_FAILURE(makeCluster());
  const auto config = node("business-1") / "node.toml";
  // `up` would take others where its ports are busy; a node by hand takes what its file says, and another
  // test may have the usual ones.
  for (const char* port : {"api_port", "gateway_port", "link_port"}) setNumber(config, port, freePort());
  ChildProcess byHand(both({binary("aurigraphd"), "--config", config.string()}));
  std::string said;
  do {
    said = byHand.line(kTimeout);
    ASSERT_FALSE(said.empty()) << "it ended, or said nothing for too long";
  } while (said.find("node.started") == std::string::npos);
  const auto before = touched();
  ChildProcess refused(up({"--hosts", GetParam()}));
  said = refused.rest(kTimeout);
  EXPECT_EQ(refused.wait(), 1);
  EXPECT_NE(said.find("folder.in_use"), std::string::npos) << said;
  EXPECT_NE(said.find("aurigraphd (process " + std::to_string(byHand.pid()) + ")"), std::string::npos)
      << said;
  auto after = touched();
  after["lock"] = before.at("lock");  // it had the cluster's folder for a moment
  EXPECT_EQ(after, before);
  byHand.signal(SIGTERM);
  EXPECT_EQ(byHand.wait(), 0);
}

TEST_P(DataFolder, ADamagedLogEndsTheStartWithItsOwnWords) {
  ASSERT_NO_FATAL_FAILURE(makeCluster());
  const fs::path segment = node("validator-1") / "data" / "segment-00000001";
  {
    std::fstream file(segment, std::ios::in | std::ios::out | std::ios::binary);
    ASSERT_TRUE(file.seekp(13'000));
    file.write("damaged", 7);
  }
  for (const auto& command : {up({"--hosts", GetParam()}), both({binary("aurigraphd"), "--config",
                                                                 (cluster() / "cluster.toml").string()})}) {
    ChildProcess refused(command);
    const std::string said = refused.rest(kTimeout);
    EXPECT_EQ(refused.wait(), 1) << said;
    EXPECT_NE(said.find("validator-1: The log is damaged"), std::string::npos) << said;
    EXPECT_NE(said.find("log.damaged"), std::string::npos) << said;
    EXPECT_EQ(said.find("cluster.not_ready"), std::string::npos) << said;
    EXPECT_TRUE(isFree());
  }
}

TEST_P(DataFolder, AVoterWhoseDiskIsGoneEndsTheStartAndIsNotMadeAnew) {
  ASSERT_NO_FATAL_FAILURE(makeCluster());
  fs::remove_all(node("validator-1") / "data");
  for (int time = 1; time <= 2; ++time) {
    ChildProcess refused(up({"--hosts", GetParam()}));
    const std::string said = refused.rest(kTimeout);
    EXPECT_EQ(refused.wait(), 1) << said;
    EXPECT_NE(said.find("[log.never_formatted]"), std::string::npos) << said;
  }
}

TEST_P(DataFolder, ASignalWhileItStartsEndsItAndLeavesNobody) {
  for (const int number : {SIGINT, SIGTERM}) {
    fs::remove_all(cluster());
    ChildProcess starting(up({"--hosts", GetParam()}));
    // Its nodes come next, and an election after them.
    ASSERT_TRUE(eventually([&] { return fs::exists(cluster() / "cluster.genesis"); }));
    starting.signal(number);
    const std::string said = starting.rest(kTimeout);
    EXPECT_EQ(starting.wait(), 0) << said;
    EXPECT_EQ(said.find("Gateway"), std::string::npos) << "it went on until it was ready: " << said;
    EXPECT_TRUE(isFree());
  }
  ChildProcess daemon(both({binary("aurigraphd"), "--config", (cluster() / "cluster.toml").string()}));
  daemon.signal(SIGINT);
  const std::string said = daemon.rest(kTimeout);
  EXPECT_TRUE(daemon.wait() == 0 || daemon.wait() == 128 + SIGINT) << said;  // before it listens to signals
  EXPECT_EQ(said.find("cluster.ready"), std::string::npos) << said;
  EXPECT_TRUE(isFree());
}

TEST_P(DataFolder, ACopyIsAClusterOfItsOwn) {
  ASSERT_NO_FATAL_FAILURE(makeCluster());
  const fs::path copy = root_ / "copy";
  fs::copy(cluster(), copy, fs::copy_options::recursive);
  ChildProcess original(up({"--json"}));
  ASSERT_NE(original.line(kTimeout).find("\"gateway\""), std::string::npos);
  ChildProcess daemon(both({binary("aurigraphd"), "--config", (copy / "cluster.toml").string()}));
  std::string line;
  while (line.find("cluster.started") == std::string::npos) {
    line = daemon.line(kTimeout);
    ASSERT_FALSE(line.empty());
  }
  EXPECT_NE(line.find("folder " + copy.string()), std::string::npos) << line;
  for (ChildProcess* each : {&daemon, &original}) {
    each->signal(SIGTERM);
    EXPECT_EQ(each->wait(), 0);
  }
}

TEST_P(DataFolder, UpRunsOnTheHostsThatItWasMadeFor) {
  ASSERT_NO_FATAL_FAILURE(makeCluster());
  const bool processes = GetParam() == std::string("process");
  const fs::path log = node("validator-1") / "node.log";  // of a child's own
  fs::remove(log);
  ChildProcess again(up({"--json"}));
  ASSERT_NE(again.line(kTimeout).find("\"gateway\""), std::string::npos);
  EXPECT_EQ(fs::exists(log), processes);
  again.signal(SIGTERM);
  EXPECT_EQ(again.wait(), 0);
  ChildProcess other(up({"--json", "--hosts", processes ? "inprocess" : "process"}));
  EXPECT_NE(other.line(kTimeout).find("was made with --hosts " + std::string(GetParam())), std::string::npos);
  other.signal(SIGTERM);
  EXPECT_EQ(other.wait(), 0);
}

INSTANTIATE_TEST_SUITE_P(, DataFolder, testing::Values("inprocess", "process"),
                         [](const auto& host) { return std::string(host.param); });

}  // namespace
}  // namespace aurigraph
