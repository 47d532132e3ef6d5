// The console in a real window (Xvfb): with a cluster in its own process, and connected to daemons that took
// up the data of another host. Every page must show data; the console's own exit code says so.

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/socket.h>

#include <filesystem>
#include <fstream>
#include <memory>
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

constexpr seconds kDisplayTimeout{20};
constexpr seconds kCaptureTimeout{120};
constexpr seconds kDemoTimeout{120};
constexpr seconds kDaemonTimeout{60};
constexpr std::uintmax_t kSmallestPictureBytes = 10'000;

std::string binary(const char* name) {
  return std::string(AURIGRAPH_BINARY_DIR) + "/bin/" + name;
}

int socketTo(std::uint16_t port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) return handle;
  ::close(handle);
  return -1;
}

bool answers(std::uint16_t port) {
  for (const auto until = std::chrono::steady_clock::now() + kDaemonTimeout;
       std::chrono::steady_clock::now() < until; std::this_thread::sleep_for(std::chrono::milliseconds(100)))
    if (const int handle = socketTo(port); handle >= 0) {
      ::close(handle);
      return true;
    }
  return false;
}

class ConsoleTest : public testing::Test {
 protected:
  ConsoleTest() {
    std::string pattern = (fs::temp_directory_path() / "aurigraph-console-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~ConsoleTest() override { fs::remove_all(folder_); }

  void SetUp() override {
    if (!fs::exists("/usr/bin/Xvfb")) {
      if (::getenv("CI") != nullptr) FAIL() << "Xvfb is missing: installers/deps --for test";
      GTEST_SKIP() << "Xvfb is missing: installers/deps --for test";
    }
    // It chooses a free display itself and says which.
    screen_ = std::make_unique<ChildProcess>(std::vector<std::string>{
        "/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"});
    display_ = ":" + screen_->line(kDisplayTimeout);
    ASSERT_NE(display_, ":") << "Xvfb did not start";
  }

  int console(std::vector<std::string> arguments, std::string* said = nullptr) {
    std::vector<std::string> command = {"/usr/bin/env",
                                        "DISPLAY=" + display_,
                                        "QT_QPA_PLATFORM=xcb",
                                        "XDG_RUNTIME_DIR=" + folder_.string(),
                                        "HOME=" + folder_.string(),
                                        binary("aurigraph-console")};
    command.insert(command.end(), arguments.begin(), arguments.end());
    ChildProcess child(command);
    const std::string text = child.rest(kCaptureTimeout);
    if (said != nullptr) *said = text;
    return child.wait();
  }

  static void expectPictures(const fs::path& folder, const std::vector<std::string>& names) {
    for (const auto& name : names) {
      const fs::path file = folder / (name + ".png");
      EXPECT_TRUE(fs::exists(file) && fs::file_size(file) > kSmallestPictureBytes) << file;
    }
  }

  fs::path folder_;
  std::unique_ptr<ChildProcess> screen_;
  std::string display_;
};

TEST_F(ConsoleTest, ShowsEveryPageOfAClusterInItsOwnProcess) {
  std::string said;
  EXPECT_EQ(console({"--capture", (folder_ / "pictures").string()}, &said), 0) << said;
  std::vector<std::string> names = {"connect",         "overview",     "workflow",
                                    "workflow-record", "review",       "review-detail",
                                    "assets",          "asset-detail", "proof"};
  for (int step = 1; step <= 8; ++step) names.push_back("wizard-" + std::to_string(step));
  expectPictures(folder_ / "pictures", names);
}

TEST_F(ConsoleTest, ShowsEveryPageOfDaemonsThatTookUpTheData) {
  // The demo fills a cluster and ends; daemons go on with its folder, as an operator would move it.
  ChildProcess demo({binary("aurigraph"), "demo", "--json", "--out", folder_.string()});
  (void)demo.rest(kDemoTimeout);
  ASSERT_EQ(demo.wait(), 0);
  const fs::path cluster = folder_ / "cluster";
  const std::uint16_t port = tests::freePort();
  {
    std::ofstream file(folder_ / "cluster.toml");
    file << "name = \"demo\"\nhosts = \"process\"\nfolder = \"" << cluster.string()
         << "\"\n[ports]\ngateway = " << port << "\n";
  }
  ChildProcess daemon({binary("aurigraphd"), "--config", (folder_ / "cluster.toml").string()});
  ASSERT_TRUE(answers(port)) << "aurigraphd does not listen";
  std::string said;
  const fs::path keys = cluster / "keys";
  EXPECT_EQ(console({"--connect", "127.0.0.1:" + std::to_string(port), "--authority",
                     (cluster / "authority.pem").string(), "--key", (keys / "auditor.agkey").string(),
                     "--passphrase-file", (keys / "passphrase.txt").string(), "--capture",
                     (folder_ / "pictures").string(), "--pages", "overview,workflow,review,assets"},
                    &said),
            0)
      << said;
  expectPictures(folder_ / "pictures", {"overview", "workflow", "workflow-record", "review", "review-detail",
                                        "assets", "asset-detail", "proof"});
  daemon.signal(SIGTERM);
  EXPECT_EQ(daemon.wait(), 0);
}

}  // namespace
}  // namespace aurigraph
