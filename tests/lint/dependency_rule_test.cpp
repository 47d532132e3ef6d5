// The dependency rule of docs/architecture.md, read off the includes.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// What each folder of core may include of core, beside itself.
const std::map<std::string, std::set<std::string>> kCore = {
    {"base", {}},
    {"crypto", {"base"}},
    {"wire", {"base", "crypto"}},
    {"quality", {"base", "crypto", "wire"}},
    {"consensus", {"base", "crypto", "wire"}},
    {"ledger", {"base", "crypto", "wire", "quality"}},
    {"proof", {"base", "crypto", "wire", "quality"}},
    {"scaling", {"base"}},
    {"routing", {"base"}},
};
const std::set<std::string> kAsioFolders = {"runtime", "link", "gateway", "client", "providers"};
// Clocks, threads, sockets, disks and randomness have no place in core (R-CON-6). The buffer pool's lock is
// the one exception: it guards memory, no state.
const std::set<std::string> kImpure = {
    "thread",     "chrono", "random",     "fstream",      "filesystem", "iostream", "mutex",
    "future",     "ctime",  "sys/time.h", "sys/socket.h", "unistd.h",   "fcntl.h",  "condition_variable",
    "stop_token", "time.h"};

struct Include {
  std::string path;  ///< Of the including file, from the top.
  std::string name;
};

std::vector<Include> includesOf(const std::string& top) {
  const fs::path root = AURIGRAPH_SOURCE_DIR;
  static const std::regex kPattern(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
  std::vector<Include> out;
  if (!fs::exists(root / top)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      std::smatch match;
      if (std::regex_search(line, match, kPattern))
        out.push_back({fs::relative(entry.path(), root).string(), match[1]});
    }
  }
  return out;
}

/// "core/wire/batch.h" → {"core", "wire"}
std::pair<std::string, std::string> placeOf(const std::string& path) {
  const auto first = path.find('/');
  const auto second = path.find('/', first + 1);
  if (first == std::string::npos || second == std::string::npos) return {path.substr(0, first), ""};
  return {path.substr(0, first), path.substr(first + 1, second - first - 1)};
}

bool isQt(const std::string& name) {
  static const std::regex kQt(R"(^(Qt[A-Z][A-Za-z0-9]*/)?Q[A-Z][A-Za-z]*$)");
  return std::regex_match(name, kQt);
}

TEST(DependencyRule, CoreFoldersKnowOnlyWhomTheyMay) {
  const auto includes = includesOf("core");
  ASSERT_GT(includes.size(), 50U) << "no sources found: this test would prove nothing";
  for (const auto& [path, name] : includes) {
    const auto [tree, folder] = placeOf(name);
    if (tree == "nodes" || tree == "ui" || tree == "app") ADD_FAILURE() << path << " includes " << name;
    if (tree != "core") continue;
    const std::string own = placeOf(path).second;
    ASSERT_TRUE(kCore.contains(own)) << "core/" << own << " is not in the rule";
    EXPECT_TRUE(folder == own || kCore.at(own).contains(folder)) << path << " includes " << name;
  }
}

TEST(DependencyRule, CoreHasNoClockThreadDiskOrSocket) {
  for (const auto& [path, name] : includesOf("core"))
    EXPECT_FALSE(kImpure.contains(name) && path != "core/base/buffer.cpp")
        << path << " includes <" << name << ">";
}

TEST(DependencyRule, CoreAndNodesHaveNoQt) {
  for (const char* tree : {"core", "nodes"})
    for (const auto& [path, name] : includesOf(tree))
      EXPECT_FALSE(isQt(name)) << path << " includes " << name;
}

TEST(DependencyRule, NodesKnowNeitherWindowNorPrograms) {
  for (const auto& [path, name] : includesOf("nodes")) {
    const std::string tree = placeOf(name).first;
    EXPECT_FALSE(tree == "ui" || tree == "app") << path << " includes " << name;
  }
}

TEST(DependencyRule, SocketsLiveInFiveFoldersOnly) {
  for (const auto& [path, name] : includesOf("nodes")) {
    if (!name.starts_with("boost/asio") && !name.starts_with("boost/beast")) continue;
    EXPECT_TRUE(kAsioFolders.contains(placeOf(path).second)) << path << " includes " << name;
  }
}

TEST(DependencyRule, TheWindowIsAClientOfThePublicApi) {
  for (const auto& [path, name] : includesOf("ui")) {
    const std::string tree = placeOf(name).first;
    EXPECT_FALSE(tree == "nodes" || tree == "app") << path << " includes " << name;
  }
}

TEST(DependencyRule, TheWizardsLogicNeedsNoWindow) {
  const auto includes = includesOf("ui/wizard/flow");
  ASSERT_GT(includes.size(), 10U) << "no sources found: this test would prove nothing";
  for (const auto& [path, name] : includes) EXPECT_FALSE(isQt(name)) << path << " includes " << name;
}

// A second opinion that shares the first one's code is none.
TEST(DependencyRule, TheAuditorKnowsNothingOfTheLedgerButItsReasonCodes) {
  const auto includes = includesOf("app/sim/audit");
  ASSERT_GT(includes.size(), 20U) << "no sources found: this test would prove nothing";
  for (const auto& [path, name] : includes) {
    const auto [tree, folder] = placeOf(name);
    EXPECT_TRUE(tree != "nodes" && tree != "app") << path << " includes " << name;
    if (tree != "core" || name == "core/ledger/reason.h") continue;
    EXPECT_TRUE(folder == "base" || folder == "crypto" || folder == "wire") << path << " includes " << name;
  }
}

TEST(DependencyRule, EveryFolderSaysWhatItIs) {
  for (const char* tree : {"core", "nodes"})
    for (const auto& entry : fs::directory_iterator(fs::path(AURIGRAPH_SOURCE_DIR) / tree)) {
      if (!entry.is_directory() || fs::is_empty(entry.path())) continue;
      EXPECT_TRUE(fs::exists(entry.path() / "README.md")) << entry.path() << " has no README.md";
    }
}

}  // namespace
