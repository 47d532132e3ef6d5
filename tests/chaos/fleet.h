#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/crypto/ed25519.h"
#include "nodes/client/client.h"
#include "nodes/cluster/cluster_folder.h"
#include "nodes/cluster/cluster_plan.h"

/// A cluster of real daemon processes that a test may treat badly. It signals only what it started.
namespace aurigraph::chaos {

using Clock = std::chrono::steady_clock;
inline constexpr std::chrono::seconds kTimeout{60};

/// Waits for a condition that others bring about.
template <class Condition>
bool eventually(Condition condition, std::chrono::milliseconds timeout = kTimeout) {
  const auto deadline = Clock::now() + timeout;
  while (!condition()) {
    if (Clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

/// What a node says about itself.
struct NodeStatus {
  std::uint64_t leader = 0;
  std::uint64_t applied = 0;
  std::uint64_t committed = 0;
  std::uint64_t certified = 0;
  std::uint64_t checkpoint = 0;
  std::string stateRoot;
  bool operator==(const NodeStatus&) const = default;
};

class Fleet {
 public:
  /// Makes the folder with 3 validators and 2 business nodes under these rules and sources; starts nothing.
  Fleet(std::filesystem::path root, const cluster::GenesisExtras& genesis);
  ~Fleet();  ///< Kills what still runs.

  // Called by one thread alone: a child dies with the thread that started it.
  void start(NodeId node);
  void startAll();  ///< Those that do not run.
  void kill(NodeId node);
  void pause(NodeId node);
  void resume(NodeId node);
  /// SIGTERM; the exit code (256 + signal if it was one), nothing if it did not end in time.
  std::optional<int> stop(NodeId node);
  [[nodiscard]] bool runs(NodeId node);
  /// Nodes that ended although nobody asked them to, with their exit codes, since the last call.
  std::vector<std::pair<NodeId, int>> endedByThemselves();

  [[nodiscard]] const cluster::ClusterPlan& plan() const { return plan_; }
  [[nodiscard]] const cluster::ClusterFolder& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path dataOf(NodeId node) const;
  [[nodiscard]] std::string logOf(NodeId node) const;  ///< What the daemon said so far.
  [[nodiscard]] std::unique_ptr<client::ApiClient> client(std::uint16_t port,
                                                          std::chrono::milliseconds timeout) const;
  [[nodiscard]] crypto::SigningKey person(std::string_view name) const;

  [[nodiscard]] bool healthy(NodeId node);
  bool waitHealthy();  ///< All that run.
  [[nodiscard]] std::optional<NodeStatus> status(NodeId node);

 private:
  struct Process {
    pid_t pid = 0;  ///< 0: none.
    bool paused = false;
    std::optional<int> ended;  ///< By itself.
  };
  void reap(Process& process, bool wait);

  cluster::ClusterConfig config_;
  cluster::ClusterPlan plan_;
  cluster::ClusterFolder folder_;
  std::string authorityPem_;
  std::map<NodeId, Process> processes_;
  std::map<NodeId, std::unique_ptr<client::ApiClient>> watchers_;
};

}  // namespace aurigraph::chaos
