// Runs the texts of this folder: commands, `----`, what must happen. A text is its own explanation;
// AURIGRAPH_REWRITE=1 writes the outcome into it, to be read before it is committed.
//
//   cluster validators=3 learners=1     elect 1            propose 1 "alpha"
//   deliver 1->2 [count|*]              deliver *          drop 1->2 | drop *
//   settle                              persist 1 [count]  disk 1 slow | disk 1 fast
//   crash 1 [writes that survive]       restart 1          tick 1 [count]
//   cut 1-2 | cut 1->2 | heal           transfer 1 2       read 1 7
//   wipe 4 (crash and lose the disk)
//   stop-executing 3 | execute 3        certified 1 5      log 1      status 1

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/support/core_cluster.h"

namespace aurigraph::test {
namespace {

std::vector<std::string> wordsOf(const std::string& line) {
  static const std::regex kWord(R"("[^"]*"|\S+)");
  std::vector<std::string> out;
  for (std::sregex_iterator at(line.begin(), line.end(), kWord), end; at != end; ++at) {
    if (at->str() == "#") break;
    out.push_back(at->str());
  }
  return out;
}

class Scenario {
 public:
  /// The text as it should read.
  std::string run(const std::string& text) {
    std::istringstream in(text);
    std::string out;
    bool expecting = false;
    for (std::string line; std::getline(in, line);) {
      static const std::regex kOutcome(R"((\d+: .*|\(nothing\)))");
      if (expecting && std::regex_match(line, kOutcome)) continue;
      expecting = false;
      out += line + "\n";
      if (line == "----") {
        out += lines_.empty() ? "(nothing)\n" : lines_;
        lines_.clear();
        expecting = true;
        continue;
      }
      if (const auto words = wordsOf(line); !words.empty() && words[0][0] != '#') command(words, line);
    }
    for (const Violation& violation : cluster_ ? cluster_->violations : std::vector<Violation>())
      out += "VIOLATION " + violation.what + "\n";
    if (!lines_.empty()) out += "NOT EXPECTED\n" + lines_;
    return out;
  }

 private:
  static std::uint64_t numberOf(const std::string& word) { return std::stoull(word); }
  static NodeId nodeOf(const std::string& word) { return NodeId(static_cast<std::uint32_t>(numberOf(word))); }
  static std::pair<NodeId, NodeId> pairOf(const std::string& word) {
    const auto dash = word.find('-');
    const auto second = word[dash + 1] == '>' ? dash + 2 : dash + 1;
    return {nodeOf(word.substr(0, dash)), nodeOf(word.substr(second))};
  }
  void say(NodeId id, const std::string& line) { lines_ += std::to_string(id.value) + ": " + line + "\n"; }

  void command(const std::vector<std::string>& words, const std::string& line) {
    const std::string& verb = words[0];
    const auto count = [&](std::size_t at) { return words.size() > at ? numberOf(words[at]) : 1; };
    if (verb == "cluster") return makeCluster(words);
    ASSERT_TRUE(cluster_) << "the first command makes the cluster";
    if (verb == "settle" || line == "deliver *") return cluster_->settle();
    if (verb == "heal") return cluster_->cut.clear();
    ASSERT_GE(words.size(), 2U) << line;
    if (verb == "deliver" || verb == "drop") return network(words);
    if (verb == "cut") {
      const auto [from, to] = pairOf(words[1]);
      cluster_->cut.insert({from, to});
      if (words[1].find('>') == std::string::npos) cluster_->cut.insert({to, from});
      return;
    }
    const NodeId id = nodeOf(words[1]);
    if (verb == "elect") return elect(id);
    if (verb == "propose") {
      const std::string text = words.at(2).substr(1, words[2].size() - 2);
      if (!cluster_->propose(id, text)) say(id, "may not propose");
    } else if (verb == "persist") {
      for (std::uint64_t done = 0; done < count(2); ++done) cluster_->persistOne(id);
    } else if (verb == "disk") {
      cluster_->node(id).slowDisk = words.at(2) == "slow";
    } else if (verb == "crash") {
      cluster_->crash(id, words.size() > 2 ? numberOf(words[2]) : 0);
    } else if (verb == "wipe") {
      cluster_->crash(id);
      cluster_->node(id).disk = {};
    } else if (verb == "restart") {
      cluster_->start(id);
    } else if (verb == "tick") {
      for (std::uint64_t done = 0; done < count(2); ++done) cluster_->tick(id);
    } else if (verb == "transfer") {
      cluster_->step(id, TransferLeadership{nodeOf(words.at(2))});
    } else if (verb == "read") {
      cluster_->step(id, ReadBarrier{ReadToken(numberOf(words.at(2)))});
    } else if (verb == "certified") {
      cluster_->step(id, Certified{Height(numberOf(words.at(2)))});
    } else if (verb == "stop-executing" || verb == "execute") {
      execute(id, verb == "execute");
    } else if (verb == "log") {
      showLog(id);
    } else if (verb == "status") {
      showStatus(id);
    } else {
      FAIL() << "unknown command: " << line;
    }
  }

  void makeCluster(const std::vector<std::string>& words) {
    std::size_t validators = 3;
    std::size_t learners = 0;
    for (const std::string& word : words) {
      if (word.starts_with("validators=")) validators = numberOf(word.substr(11));
      if (word.starts_with("learners=")) learners = numberOf(word.substr(9));
    }
    Limits limits = tinyLimits();
    limits.tailBlocks = 64;
    cluster_ = std::make_unique<CoreCluster>(validators, learners, limits, 1);
    cluster_->trace = [this](NodeId id, const std::string& line) { say(id, line); };
  }

  void network(const std::vector<std::string>& words) {
    const bool all = words[1] == "*";
    const auto link = all ? std::pair<NodeId, NodeId>() : pairOf(words[1]);
    std::uint64_t left = words.size() > 2 && words[2] != "*" ? numberOf(words[2]) : UINT64_MAX;
    // Only what is there now: answers that this causes wait for the next command.
    for (std::size_t at = 0, seen = 0, there = cluster_->packets.size(); seen < there && left > 0; ++seen) {
      const auto& packet = cluster_->packets[at];
      if (!all && (packet.from != link.first || packet.to != link.second)) {
        ++at;
        continue;
      }
      --left;
      if (words[0] == "deliver")
        cluster_->deliver(at);
      else
        cluster_->packets.erase(cluster_->packets.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  /// Lets everybody's patience with the old leader end, and this node's first of all.
  void elect(NodeId id) {
    for (auto& [other, node] : cluster_->nodes())
      if (other != id && node.core && node.core->role() == RoleKind::kFollower)
        for (std::uint32_t tick = 0; tick < tinyLimits().electionTicks; ++tick) cluster_->tick(other);
    for (std::uint32_t tick = 0; tick < 2 * tinyLimits().electionTicks; ++tick) {
      cluster_->tick(id);
      if (cluster_->node(id).core->role() != RoleKind::kFollower) break;
    }
    cluster_->settle();
  }

  void execute(NodeId id, bool does) {
    auto& node = cluster_->node(id);
    node.executes = does;
    if (!does) return;
    node.applied = node.core->commit();
    cluster_->step(id, Applied{node.applied});
  }

  void showLog(NodeId id) {
    std::string text = "log=[";
    for (const wire::Block& block : cluster_->node(id).log)
      text += (text.back() == '[' ? "" : " ") + std::to_string(block.header().term.value) + ":" +
              cluster_->texts[block.hash()];
    say(id, text + "]");
  }

  void showStatus(NodeId id) {
    static const char* const kNames[] = {"follower", "pre-candidate", "candidate", "leader", "learner"};
    const Core& core = *cluster_->node(id).core;
    say(id,
        std::string(kNames[static_cast<int>(core.role())]) + " term=" + std::to_string(core.term().value) +
            " leader=" + std::to_string(core.leader().value) + " last=" + std::to_string(core.last().value) +
            " durable=" + std::to_string(core.durable().value) +
            " commit=" + std::to_string(core.commit().value));
  }

  std::unique_ptr<CoreCluster> cluster_;
  std::string lines_;
};

std::vector<std::string> scenarioNames() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(AURIGRAPH_SOURCE_DIR "/tests/scenarios"))
    if (entry.path().extension() == ".txt") out.push_back(entry.path().stem().string());
  std::ranges::sort(out);
  return out;
}

class Scenarios : public ::testing::TestWithParam<std::string> {};

TEST_P(Scenarios, ReadsAsItRuns) {
  const std::string path = AURIGRAPH_SOURCE_DIR "/tests/scenarios/" + GetParam() + ".txt";
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  const std::string outcome = Scenario().run(text.str());
  if (std::getenv("AURIGRAPH_REWRITE") != nullptr) std::ofstream(path) << outcome;
  EXPECT_EQ(outcome, text.str());
}

INSTANTIATE_TEST_SUITE_P(Texts, Scenarios, ::testing::ValuesIn(scenarioNames()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace aurigraph::test
