#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "nodes/client/client.h"
#include "nodes/cluster/cluster.h"
#include "nodes/cluster/in_process_driver.h"
#include "nodes/cluster/stage_teller.h"
#include "nodes/runtime/folder_lock.h"

/// What a cluster keeps between its calls. cluster_start.cpp: folder, plan, first start of all nodes;
/// cluster_watch.cpp: each node's later life.
namespace aurigraph::cluster {

inline constexpr std::string_view kNodeKilled = "node.killed";
inline constexpr std::string_view kNodeSilent = "node.silent";

/// How the codes of a port that is taken end, whoever wanted it.
inline constexpr std::string_view kPortBusy = ".port_busy";
[[nodiscard]] inline bool isPortBusy(const Error& why) {
  return why.code.ends_with(kPortBusy);
}

[[nodiscard]] Error named(const PlannedNode& node, const Error& why);
[[nodiscard]] Nanoseconds wallClock();

struct Cluster::State {
  using Clock = std::chrono::steady_clock;

  /// What a node says of itself.
  struct Health {
    bool answered = false;
    bool ok = false;
    std::string detail;
    std::uint64_t executed = 0;
    std::uint64_t known = 0;
    std::uint64_t projected = 0;
  };

  /// What we want of a node, and how it went.
  struct Watched {
    bool wanted = true;
    unsigned failures = 0;  ///< In a row; since it was last healthy for a while.
    unsigned restarts = 0;
    unsigned unanswered = 0;
    Clock::time_point startedAt;
    Clock::time_point retryAt;
    std::optional<Error> why;  ///< Of the last failure.
    std::unique_ptr<client::ApiClient> client;
  };

  ClusterConfig config;
  ClusterOptions options;
  runtime::FolderLock folderLock;  ///< Outlives all that works in the folder.
  StageTeller stages;
  ClusterPlan plan;
  ClusterFolder folder;
  std::string authorityPem;
  std::shared_ptr<spdlog::logger> log;
  std::unique_ptr<providers::Simulator> simulator;
  InProcessDriver* inProcess = nullptr;  ///< The driver, if it is that one.
  std::unique_ptr<HostDriver> driver;

  std::mutex mutex;  ///< Driver and watched nodes: held for a start or stop, never for a health question.
  std::map<NodeId, Watched> watched;
  std::mutex clientMutex;  ///< One round of questions at a time.
  std::condition_variable wake;
  bool stopping = false;
  std::thread watcher;

  // ---- the start ----

  NodeConfig configOf(const PlannedNode& node) const;
  /// Before anything else is looked at or touched: nobody may work in the folder, nor in a node's.
  Status takeFolder();
  /// The children of a cluster that was killed end by themselves, in a moment; whoever was started by hand
  /// does not.
  Status waitUntilFree(const std::filesystem::path& home, Clock::time_point deadline) const;
  Status goOn() const;
  Status startSimulator();
  void makeDriver();
  Status beginAll(const std::vector<Bytes>& rules);
  /// Until each node has its ports, or one has ended. Errors: …port_busy of a node that came too late to one
  /// of its own; why another ended is for waitReady to tell, and so is a node that does neither.
  Status waitListening();
  void endAll();
  void tell(StartStage stage, std::size_t done, std::size_t total) { stages.tell({stage, done, total}); }

  // ---- the watch; * with `mutex` held ----

  Status begin(const PlannedNode& node);                   // *
  void failed(const PlannedNode& node, const Error& why);  // *
  /// A node that refuses for a reason that stays, so that waiting for it is in vain.
  Status refusal();
  void lookAfter(const PlannedNode& node);  // *
  Health ask(const PlannedNode& node);
  /// Of a node that answered, whatever it says of itself: it is alive.
  [[nodiscard]] static Health healthIn(const boost::json::value& answer);
  NodeState stateOf(const PlannedNode& node);
  /// `cancelled`: whether the rest is wanted no more, for each may take its time to answer.
  std::vector<NodeState> states(const std::function<bool()>& cancelled);
  void checkHealth();
  Status renew();  // *
  void watch();

  void stop();
  Result<const PlannedNode*> known(NodeId node) const;
};

}  // namespace aurigraph::cluster
