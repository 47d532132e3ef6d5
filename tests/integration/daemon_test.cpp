// The daemon as an operator meets it: exit codes, signals, and children that never outlive their parent.

#include <gtest/gtest.h>

#include "nodes/cluster/cluster.h"
#include "nodes/files/files.h"
#include "nodes/runtime/folder_lock.h"
#include "nodes/telemetry/log.h"
#include "tests/integration/daemon.h"
#include "tests/integration/own_ports.h"

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;

class DaemonTest : public testing::Test {
 protected:
  DaemonTest() {
    folder = std::filesystem::path(testing::TempDir()) / ("daemon-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    config.folder = folder / "cluster";
    config.ports = ownPorts();
    config.slim = 0;
    config.providers = false;
  }
  ~DaemonTest() override { std::filesystem::remove_all(folder); }

  std::filesystem::path written() {
    const auto path = folder / "cluster.toml";
    EXPECT_TRUE(files::writeFile(path, toToml(config, folder), files::kForEveryone));
    return path;
  }
  bool listens(std::uint16_t port) { return !machinePorts().isFree(port); }

  std::filesystem::path folder;
  ClusterConfig config;
};

TEST_F(DaemonTest, RunsAWholeClusterAndEndsWithZeroOnASignal) {
  Daemon daemon(written(), folder / "log");
  ASSERT_TRUE(eventually([&] { return listens(config.ports.gateway); }));
  daemon.signal(SIGTERM);
  EXPECT_EQ(daemon.wait(), 0);
  EXPECT_FALSE(listens(config.ports.gateway));
}

TEST_F(DaemonTest, ChildrenEndWhenTheirParentIsKilled) {
  config.hosts = HostKind::kProcess;
  Daemon daemon(written(), folder / "log");
  const auto lastValidator = static_cast<std::uint16_t>(config.ports.validators + 2);
  ASSERT_TRUE(eventually([&] { return listens(config.ports.gateway) && listens(lastValidator); }));
  daemon.signal(SIGKILL);
  EXPECT_EQ(daemon.wait(), 256 + SIGKILL);
  EXPECT_TRUE(eventually([&] { return !listens(config.ports.gateway) && !listens(lastValidator); }));
}

TEST_F(DaemonTest, AChildThatOutlivesItsParentKeepsOthersOutUntilItEnds) {
  config.hosts = HostKind::kProcess;
  Daemon daemon(written(), folder / "log");
  ASSERT_TRUE(eventually([&] { return listens(config.ports.gateway); }));
  const FolderLayout layout{config.folder};
  std::vector<pid_t> children;
  const auto allHold = [&] {
    children.clear();
    for (const auto& home : std::filesystem::directory_iterator(layout.nodes())) {
      const auto holder = runtime::FolderLock::holderOf(home.path());
      if (holder.process > 0 && holder.tied) children.push_back(holder.process);
    }
    return children.size() == 5;
  };
  ASSERT_TRUE(eventually(allHold));
  for (const pid_t child : children) ::kill(child, SIGSTOP);
  daemon.signal(SIGKILL);
  EXPECT_EQ(daemon.wait(), 256 + SIGKILL);

  ClusterOptions options;
  options.logger = [this](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "info", .file = folder / "logs" / name});
  };
  options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
  options.endingTimeout = 0ms;
  const auto refused = Cluster::start(config, options);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "folder.in_use");
  EXPECT_TRUE(std::ranges::any_of(children, [&](pid_t child) {
    return refused.error().message.find("(process " + std::to_string(child) + ")") != std::string::npos;
  })) << refused.error().message;
  EXPECT_FALSE(std::filesystem::exists(folder / "logs")) << "a refused start writes no log";

  for (const pid_t child : children) ::kill(child, SIGCONT);  // and they notice that their parent is gone
  options.endingTimeout = kTimeout;
  const auto started = Cluster::start(config, options);
  ASSERT_TRUE(started) << started.error().message;
  const auto ready = (*started)->waitReady(kTimeout);
  EXPECT_TRUE(ready) << ready.error().message;
}

TEST_F(DaemonTest, UnusableInputIsExitCodeTwo) {
  EXPECT_EQ(Daemon(folder / "nothing.toml", folder / "log").wait(), 2);
  ASSERT_TRUE(files::writeFile(folder / "bad.toml", "validators = 3\n", files::kForEveryone));
  EXPECT_EQ(Daemon(folder / "bad.toml", folder / "log").wait(), 2);
  config.validators = 10;
  EXPECT_EQ(Daemon(written(), folder / "log").wait(), 2);
}

TEST_F(DaemonTest, ANodeWithAnotherNodesKeyDoesNotStart) {
  const auto plan = planCluster(config, machinePorts());
  ASSERT_TRUE(plan);
  const auto made = openFolder(config, *plan, {}, Nanoseconds(1'800'000'000'000'000'000));
  ASSERT_TRUE(made);
  const auto& layout = made->layout;
  std::filesystem::copy_file(layout.node("validator-2") / "node.seed",
                             layout.node("validator-1") / "node.seed",
                             std::filesystem::copy_options::overwrite_existing);
  Daemon daemon(layout.node("validator-1") / "node.toml", folder / "log");
  EXPECT_EQ(daemon.wait(), 1);
  EXPECT_NE(files::readFile(folder / "log")->find("node.wrong_key"), std::string::npos);
}

TEST_F(DaemonTest, ANodeWithALedgerNeedsItsClustersStateSecretForItselfAlone) {
  const auto plan = planCluster(config, machinePorts());
  ASSERT_TRUE(plan);
  const auto made = openFolder(config, *plan, {}, Nanoseconds(1'800'000'000'000'000'000));
  ASSERT_TRUE(made);
  int run = 0;
  for (const char* node : {"validator-1", "business-1"}) {
    const auto home = made->layout.node(node);
    const auto secret = home / kStateSecretFile;
    const auto good = *files::readFile(secret);
    const auto expectRefused = [&](const char* code) {
      const auto log = folder / ("log-" + std::to_string(++run));
      EXPECT_EQ(Daemon(home / "node.toml", log).wait(), 1) << node << ": " << code;
      const auto words = *files::readFile(log);
      EXPECT_NE(words.find(code), std::string::npos) << node << ": " << code;
      EXPECT_EQ(words.find(good.substr(0, 16)), std::string::npos) << "the secret is in the log";
    };
    std::filesystem::permissions(secret, std::filesystem::perms(0644));
    expectRefused("node.state_secret_open");
    ASSERT_TRUE(files::writeFile(secret, std::string(64, 'a') + "\n", files::kForOwner));
    expectRefused("node.wrong_state_secret");
    std::filesystem::remove(secret);
    expectRefused("node.state_secret_missing");
  }
}

}  // namespace
}  // namespace aurigraph::cluster
