// The dependency rule of docs/architecture.md, read off the includes.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// The walls: what each folder may include of ours, beside itself. "core" stands for all of it. Each folder's
// README says the same in its line "May know".
const std::map<std::string, std::set<std::string>> kWalls = {
    {"core/base", {}},
    {"core/crypto", {"core/base"}},
    {"core/wire", {"core/base", "core/crypto"}},
    {"core/quality", {"core/base", "core/crypto", "core/wire"}},
    {"core/consensus", {"core/base", "core/crypto", "core/wire"}},
    {"core/ledger", {"core/base", "core/crypto", "core/wire", "core/quality"}},
    {"core/proof", {"core/base", "core/crypto", "core/wire", "core/quality"}},
    {"core/routing", {"core/base"}},
    {"nodes/files", {"core/base"}},
    {"nodes/json", {"core/base", "core/wire"}},
    {"nodes/http", {"core/base"}},
    {"nodes/rules", {"core/base", "core/wire", "core/quality", "nodes/json", "resources"}},
    {"nodes/mapping", {"core/base", "core/crypto", "core/wire", "core/quality", "nodes/json", "nodes/rules"}},
    {"nodes/connectors",
     {"core/base", "core/crypto", "core/wire", "core/quality", "nodes/rules", "nodes/mapping", "nodes/http"}},
    {"nodes/runtime", {"core/base", "core/crypto", "core/wire"}},
    {"nodes/log", {"core/base", "core/wire", "nodes/runtime"}},
    {"nodes/link", {"core/base", "core/crypto", "core/wire", "nodes/runtime", "nodes/files"}},
    {"nodes/telemetry", {"core/base", "core/wire"}},
    {"nodes/replica",
     {"core/base", "core/crypto", "core/wire", "core/consensus", "core/ledger", "nodes/runtime",
      "nodes/log"}},
    {"nodes/validator", {"core/base", "core/wire", "core/ledger", "nodes/runtime", "nodes/replica"}},
    {"nodes/business", {"core/base", "core/wire", "core/ledger", "nodes/runtime", "nodes/replica"}},
    {"nodes/client", {"core/base", "core/crypto", "core/wire"}},
    {"nodes/evidence", {"core/base", "core/crypto", "core/wire", "nodes/files"}},
    {"nodes/providers", {"core/base", "core/crypto", "core/wire"}},
    {"nodes/slim",
     {"core/base", "core/crypto", "core/wire", "core/quality", "core/ledger", "nodes/client",
      "nodes/connectors", "nodes/mapping", "nodes/rules", "nodes/evidence", "nodes/telemetry"}},
    {"nodes/projection", {"core/base", "core/crypto", "core/wire", "nodes/business", "nodes/json"}},
    {"nodes/gateway",
     {"core", "nodes/business", "nodes/json", "nodes/projection", "nodes/replica", "nodes/telemetry",
      "resources"}},
    {"nodes/cluster", {"core", "nodes", "resources"}},
    {"app/aurigraph", {"core", "nodes", "app/bench", "app/embedded", "app/training", "resources"}},
    {"app/aurigraphd", {"nodes"}},
    {"app/bench", {"core", "nodes", "app/aurigraph"}},
    {"app/console", {"core", "nodes", "ui", "app/embedded", "app/training"}},
    {"app/embedded", {"core", "nodes"}},
    {"app/training", {"core", "nodes", "app/embedded", "resources"}},
    {"app/sim", {"core", "nodes/runtime", "nodes/log", "nodes/replica", "nodes/business"}},
    {"ui/theme", {}},
    {"ui/client", {"core/base", "core/crypto", "core/wire", "core/proof"}},
    {"ui/widgets", {"core/crypto", "ui/client", "ui/theme"}},
    {"ui/charts", {"ui/theme", "ui/widgets"}},
    {"ui/models", {"core", "resources", "ui/client", "ui/theme", "ui/widgets"}},
    {"ui/pages",
     {"core", "resources", "ui/charts", "ui/client", "ui/models", "ui/theme", "ui/widgets", "ui/wizard"}},
    {"ui/shell", {"core", "ui/client", "ui/models", "ui/pages", "ui/theme", "ui/widgets"}},
    {"ui/wizard", {"core", "resources", "ui/client", "ui/theme", "ui/widgets"}},
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

/// Of an include's path: its folder below the top, or the top alone.
std::string roomOf(const std::string& path) {
  const auto [tree, folder] = placeOf(path);
  return folder.empty() ? tree : tree + "/" + folder;
}

TEST(DependencyRule, EveryFolderKnowsOnlyWhomItMay) {
  for (const char* tree : {"core", "nodes", "ui", "app"}) {
    const auto includes = includesOf(tree);
    ASSERT_GT(includes.size(), 50U) << "no sources found: this test would prove nothing";
    for (const auto& [path, name] : includes) {
      const auto top = placeOf(name).first;
      if (top == "tests") ADD_FAILURE() << path << " includes " << name << ": tests are nobody's part";
      if (top != "core" && top != "nodes" && top != "ui" && top != "app" && top != "resources") continue;
      const std::string own = roomOf(path);
      const auto wall = kWalls.find(own);
      ASSERT_NE(wall, kWalls.end()) << own << " has no wall here";
      const std::string other = top == "resources" ? top : roomOf(name);
      EXPECT_TRUE(other == own || wall->second.contains(other) || wall->second.contains(top))
          << path << " includes " << name;
    }
  }
}

/// The rooms of the line "May know: a, b; libraries."; nothing if there is no such line.
std::optional<std::set<std::string>> knownBy(const fs::path& readme) {
  std::ifstream file(readme);
  constexpr std::string_view kBegin = "May know: ";
  std::optional<std::set<std::string>> out;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(kBegin)) continue;
    out.emplace();
    std::istringstream words(
        line.substr(kBegin.size(), line.find_first_of(";.", kBegin.size()) - kBegin.size()));
    for (std::string word; std::getline(words >> std::ws, word, ',');)
      if (word != "nothing of ours") out->insert(word);
  }
  return out;
}

TEST(DependencyRule, EachReadmeSaysWhatItsFolderMayKnow) {
  for (const auto& [room, wall] : kWalls) {
    const auto known = knownBy(fs::path(AURIGRAPH_SOURCE_DIR) / room / "README.md");
    ASSERT_TRUE(known) << room << "/README.md has no line \"May know: …\"";
    EXPECT_EQ(*known, wall) << room;
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

TEST(DependencyRule, SocketsLiveInFiveFoldersOnly) {
  for (const auto& [path, name] : includesOf("nodes")) {
    if (!name.starts_with("boost/asio") && !name.starts_with("boost/beast")) continue;
    EXPECT_TRUE(kAsioFolders.contains(placeOf(path).second)) << path << " includes " << name;
  }
}

TEST(DependencyRule, TheWizardsLogicNeedsNoWindow) {
  const auto includes = includesOf("ui/wizard/flow");
  ASSERT_GT(includes.size(), 10U) << "no sources found: this test would prove nothing";
  for (const auto& [path, name] : includes) EXPECT_FALSE(isQt(name)) << path << " includes " << name;
}

// A second opinion that shares the first one's code is none.
TEST(DependencyRule, TheAuditorKnowsNothingOfTheLedgerButItsReasonCodes) {
  // What a score is it asks; what it is a function of it finds by itself.
  const std::set<std::string> allowed = {"core/ledger/reason.h", "core/quality/score.h",
                                         "core/quality/rule_set.h", "core/quality/context/session_close.h"};
  const auto includes = includesOf("app/sim/audit");
  ASSERT_GT(includes.size(), 20U) << "no sources found: this test would prove nothing";
  for (const auto& [path, name] : includes) {
    const auto [tree, folder] = placeOf(name);
    if (name.starts_with("app/sim/audit/")) continue;
    EXPECT_TRUE(tree != "nodes" && tree != "app") << path << " includes " << name;
    if (tree != "core" || allowed.contains(name)) continue;
    EXPECT_TRUE(folder == "base" || folder == "crypto" || folder == "wire") << path << " includes " << name;
  }
}

TEST(DependencyRule, EveryFolderSaysWhatItIsInLinesThatCanBeRead) {
  for (const char* tree : {"core", "nodes", "app", "ui"})
    for (const auto& entry : fs::directory_iterator(fs::path(AURIGRAPH_SOURCE_DIR) / tree)) {
      if (!entry.is_directory() || fs::is_empty(entry.path())) continue;
      const auto room = std::string(tree) + "/" + entry.path().filename().string();
      EXPECT_TRUE(kWalls.contains(room)) << room << " has no wall here";
      std::ifstream readme(entry.path() / "README.md");
      std::string title;
      EXPECT_TRUE(std::getline(readme, title)) << entry.path() << " has no README.md";
      EXPECT_EQ(title, "# " + room) << "a formatter for code makes porridge of a text";
    }
}

}  // namespace
