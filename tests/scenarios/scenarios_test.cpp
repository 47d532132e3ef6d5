// Runs the texts of this folder: commands, `----`, what must happen. A text is its own explanation;
// AURIGRAPH_REWRITE=1 writes the outcome into it, to be read before it is committed.
// The commands stand in README.md beside the texts.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <regex>
#include <sstream>

#include "app/sim/core_cluster.h"
#include "tests/scenarios/message_text.h"

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
  static constexpr Height kAll{UINT64_MAX};
  static std::uint64_t numberOf(const std::string& word) { return std::stoull(word); }
  static NodeId nodeOf(const std::string& word) { return NodeId(static_cast<std::uint32_t>(numberOf(word))); }
  using Links = std::vector<std::pair<NodeId, NodeId>>;
  /// `1->2`, `1->*`, `*->2`, `*`; `1-2` is both ways.
  Links linksOf(const std::string& word) {
    const auto dash = std::min(word.find('-'), word.size());
    const bool oneWay = word.find('>') != std::string::npos;
    const std::string from = word.substr(0, dash);
    const std::string to = dash == word.size() ? "*" : word.substr(dash + (oneWay ? 2 : 1));
    const auto fits = [](const std::string& text, NodeId id) { return text == "*" || nodeOf(text) == id; };
    Links out;
    for (const auto& [sender, unusedSender] : cluster_->nodes())
      for (const auto& [receiver, unusedReceiver] : cluster_->nodes()) {
        if (sender == receiver) continue;
        if ((fits(from, sender) && fits(to, receiver)) ||
            (!oneWay && fits(from, receiver) && fits(to, sender)))
          out.emplace_back(sender, receiver);
      }
    return out;
  }
  static bool contains(const Links& links, NodeId from, NodeId to) {
    return std::ranges::find(links, std::pair{from, to}) != links.end();
  }
  void say(NodeId id, const std::string& line) { lines_ += std::to_string(id.value) + ": " + line + "\n"; }

  void command(const std::vector<std::string>& words, const std::string& line) {
    const std::string& verb = words[0];
    const auto count = [&](std::size_t at) { return words.size() > at ? numberOf(words[at]) : 1; };
    if (verb == "cluster") return makeCluster(words);
    ASSERT_TRUE(cluster_) << "the first command makes the cluster";
    if (verb == "settle" || line == "deliver *") return cluster_->settle();
    if (verb == "heal") {
      cluster_->cutBlocks.clear();
      return cluster_->cut.clear();
    }
    if (verb == "wire") return showWire(words.size() > 1 ? words[1] : "*");
    if (verb == "release") return release();
    ASSERT_GE(words.size(), 2U) << line;
    if (verb == "pass") return passTime(numberOf(words[1]));
    if (verb == "deliver" || verb == "drop" || verb == "hold" || verb == "repeat") return network(words);
    if (verb == "cut") {
      const Links links = linksOf(words[1]);
      auto& cut = words.size() > 2 && words[2] == "blocks" ? cluster_->cutBlocks : cluster_->cut;
      cut.insert(links.begin(), links.end());
      return;
    }
    if (verb == "reconnect") {
      for (const auto& [one, other] : linksOf(words[1])) cluster_->step(one, PeerReconnected{other});
      return;
    }
    const NodeId id = nodeOf(words[1]);
    if (verb == "elect") return elect(id);
    if (verb == "campaign") return campaign(id);
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
    } else if (verb == "lose") {
      cluster_->step(id, PeerLost{nodeOf(words.at(2))});
    } else if (verb == "transfer") {
      cluster_->step(id, TransferLeadership{nodeOf(words.at(2))});
    } else if (verb == "read") {
      cluster_->step(id, ReadBarrier{ReadToken(numberOf(words.at(2)))});
    } else if (verb == "certified") {
      cluster_->step(id, Certified{Height(numberOf(words.at(2)))});
    } else if (verb == "stop-executing" || verb == "execute") {
      execute(id, verb == "execute", words.size() > 2 ? Height(numberOf(words[2])) : kAll);
    } else if (verb == "log") {
      showLog(id);
    } else if (verb == "status") {
      showStatus(id);
    } else if (verb == "peers") {
      showPeers(id);
    } else if (verb == "clock") {
      cluster_->node(id).clockOffset = std::stoll(words.at(2)) * 1'000'000'000;
    } else if (verb == "time") {
      showTime(id);
    } else {
      FAIL() << "unknown command: " << line;
    }
  }

  void makeCluster(const std::vector<std::string>& words) {
    std::size_t validators = 3;
    std::size_t learners = 0;
    Limits limits = tinyLimits();
    limits.tailBlocks = 64;
    for (const std::string& word : words) {
      if (word.starts_with("validators=")) validators = numberOf(word.substr(11));
      if (word.starts_with("learners=")) learners = numberOf(word.substr(9));
      if (word.starts_with("lag=")) limits.executionLag = numberOf(word.substr(4));
    }
    if (std::ranges::find(words, "seals=once") != words.end()) limits.sealTicks = 1'000'000;
    cluster_ = std::make_unique<CoreCluster>(validators, learners, limits, 1);
    cluster_->trace = [this](NodeId id, const std::string& line) { say(id, line); };
  }

  /// What happens to messages under way. Only those that are there now: answers wait for the next command.
  void network(const std::vector<std::string>& words) {
    const std::string& verb = words[0];
    const Links links = linksOf(words[1]);
    std::uint64_t left = words.size() > 2 && words[2] != "*" ? numberOf(words[2]) : UINT64_MAX;
    auto& packets = cluster_->packets;
    for (std::size_t at = 0, seen = 0, there = packets.size(); seen < there && left > 0; ++seen) {
      if (!contains(links, packets[at].from, packets[at].to)) {
        ++at;
        continue;
      }
      --left;
      if (verb == "hold" || verb == "repeat") held_.push_back(packets[at]);
      if (verb == "repeat")
        ++at;
      else if (verb == "deliver")
        cluster_->deliver(at);
      else
        packets.erase(packets.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  void release() {
    for (CoreCluster::Packet& packet : held_) cluster_->packets.push_back(std::move(packet));
    held_.clear();
  }

  /// Everybody's clock runs on, and everything that this causes happens at once.
  void passTime(std::uint64_t ticks) {
    for (; ticks > 0; --ticks) {
      for (auto& [id, node] : cluster_->nodes())
        if (node.core) cluster_->tick(id);
      cluster_->settle();
    }
  }

  /// This node's timeout with its leader ends; the others hear of it only by messages.
  void campaign(NodeId id) {
    for (std::uint32_t tick = 0; tick < 2 * tinyLimits().electionTicks; ++tick) {
      const std::size_t before = cluster_->packets.size();
      cluster_->tick(id);
      const bool asks = cluster_->packets.size() > before;
      if (asks || cluster_->node(id).core->role() == RoleKind::kCandidate) break;
    }
  }

  /// Lets everybody's timeout with the old leader end, and this node's first of all.
  void elect(NodeId id) {
    for (auto& [other, node] : cluster_->nodes())
      if (other != id && node.core && node.core->role() == RoleKind::kFollower)
        for (std::uint32_t tick = 0; tick < tinyLimits().electionTicks; ++tick) cluster_->tick(other);
    campaign(id);
    cluster_->settle();
  }

  /// With a height: only up to there, and no further by itself.
  void execute(NodeId id, bool does, Height upTo) {
    auto& node = cluster_->node(id);
    node.executes = does && upTo == kAll;
    if (!does) return;
    node.applied = std::min(node.core->commit(), upTo);
    cluster_->step(id, Applied{node.applied});
  }

  /// Messages under way, and those that wait for their sender's disk.
  void showWire(const std::string& word) {
    const Links links = linksOf(word);
    for (const auto& packet : cluster_->packets)
      if (contains(links, packet.from, packet.to))
        say(packet.from, "to " + std::to_string(packet.to.value) + ": " + textOf(packet));
    for (const auto& [id, node] : cluster_->nodes())
      for (const Deferred& waiting : node.deferred)
        if (contains(links, id, waiting.envelope.to))
          say(id, "to " + std::to_string(waiting.envelope.to.value) +
                      " when durable: " + MessageText::of(waiting.envelope.message));
  }

  std::string textOf(const CoreCluster::Packet& packet) {
    const auto message = decodeMessage(packet.bytes, packet.buffers, cluster_->genesis(), Lane(0));
    return message ? MessageText::of(*message) : message.error().message;
  }

  /// What a leader knows of the others.
  void showPeers(NodeId id) {
    for (const Progress& peer : cluster_->node(id).core->peers())
      say(id, "peer " + std::to_string(peer.node.value) +
                  (peer.state == Progress::State::kProbing ? " probing" : " replicating") +
                  " match=" + std::to_string(peer.match.value) + " next=" + std::to_string(peer.next.value) +
                  " inflight=" + std::to_string(peer.inflight.size()));
  }

  void showLog(NodeId id) {
    std::string text = "log=[";
    for (const wire::Block& block : cluster_->node(id).log)
      text += (text.back() == '[' ? "" : " ") + std::to_string(block.header().term.value) + ":" +
              cluster_->texts[block.hash()];
    say(id, text + "]");
  }

  /// Of the last block in the log, against a right clock and against the block before it.
  void showTime(NodeId id) {
    const auto& log = cluster_->node(id).log;
    const auto timeOf = [&](std::size_t fromEnd) { return log[log.size() - fromEnd].header().time.value; };
    const std::string name = "block " + std::to_string(log.size());
    if (log.size() > 1 && timeOf(1) == timeOf(2) + 1)
      return say(id, name + " is 1 ns after the block before");
    const std::int64_t ahead = timeOf(1) - cluster_->trueTime().value;
    std::ostringstream words;
    words << std::fixed << std::setprecision(2) << static_cast<double>(ahead < 0 ? -ahead : ahead) / 1e9;
    say(id, name + " is " + words.str() + " s " + (ahead <= 0 ? "old" : "ahead"));
    if (const auto astray = cluster_->node(id).core->clocksAstray(); !astray.empty()) {
      std::string names;
      for (const NodeId node : astray) names += " " + std::to_string(node.value);
      say(id, "clocks astray:" + names);
    }
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
  std::vector<CoreCluster::Packet>
      held_;  ///< Taken off the wire, or copied from it; `release` sends them on.
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
