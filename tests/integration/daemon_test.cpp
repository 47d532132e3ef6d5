// The daemon as an operator meets it: exit codes, signals, and children that never outlive their parent.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "nodes/cluster/cluster_folder.h"
#include "tests/integration/own_ports.h"

extern char** environ;

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;

template <class Condition>
bool eventually(Condition condition) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(20ms);
  }
  return true;
}

/// A running `aurigraphd`; killed at the latest when the test ends.
class Daemon {
 public:
  explicit Daemon(const std::filesystem::path& config, const std::filesystem::path& log) {
    std::string program = (std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd").string();
    std::string option = "--config";
    std::string path = config.string();
    char* arguments[] = {program.data(), option.data(), path.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0644);
    EXPECT_EQ(::posix_spawn(&pid_, program.c_str(), &actions, nullptr, arguments, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
  }
  ~Daemon() {
    if (pid_ == 0) return;
    ::kill(pid_, SIGKILL);
    wait();
  }
  void signal(int number) { ::kill(pid_, number); }
  /// The exit code; 256 + signal if it was one.
  int wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
  }

 private:
  pid_t pid_ = 0;
};

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
    EXPECT_TRUE(link::writeFile(path, toToml(config), false));
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

TEST_F(DaemonTest, UnusableInputIsExitCodeTwo) {
  EXPECT_EQ(Daemon(folder / "nothing.toml", folder / "log").wait(), 2);
  ASSERT_TRUE(link::writeFile(folder / "bad.toml", "validators = 3\n", false));
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
  EXPECT_NE(link::readFile(folder / "log")->find("node.wrong_key"), std::string::npos);
}

}  // namespace
}  // namespace aurigraph::cluster
