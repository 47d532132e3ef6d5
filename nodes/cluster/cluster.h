#pragma once

#include <spdlog/logger.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "nodes/business/business.h"
#include "nodes/cluster/cluster_folder.h"
#include "nodes/cluster/cluster_plan.h"
#include "nodes/cluster/start_progress.h"
#include "nodes/providers/simulator.h"
#include "nodes/runtime/runtime.h"

/// A whole cluster from one description: folder, plan, provider simulator, nodes on a host driver, and a
/// watch that starts again what fails (R-NODE-5).
namespace aurigraph::cluster {

struct ClusterOptions {
  /// A logger for a node's name, and for "cluster".
  std::function<std::shared_ptr<spdlog::logger>(const std::string&)> logger;
  std::filesystem::path daemon;  ///< For HostKind::kProcess; empty: beside the running program.
  std::size_t reactors = 2;      ///< For HostKind::kInProcess.
  /// Training, in process only: these nodes sign with keys that the genesis does not name.
  std::map<NodeId, crypto::SigningKey> falseKeys;

  /// For a new cluster's genesis; empty: the shipped ones.
  std::vector<Bytes> ruleSets;
  /// Beside the simulator's, for a new cluster's genesis.
  std::vector<wire::SourceTerms> sources;
  /// In process: killNode() loses what was not synced, as a power cut does; costs a copy of every write.
  bool crashable = true;

  /// The provider simulator has started, no node yet; may set its faults.
  std::function<void(providers::Simulator&)> onSimulator;

  /// How far start() and waitReady() are, until it is ready for the first time: every stage in its order and
  /// each ended (stage_teller.h); on their thread.
  std::function<void(const StartProgress&)> onProgress;
  std::stop_token cancel;  ///< Ends start() and waitReady() early.
  /// What the children of a cluster that was killed get to end, before a start on its folder is refused.
  std::chrono::milliseconds endingTimeout{10'000};
  /// What child processes get to have their ports or to say whose is busy; after it waitReady() waits for
  /// them.
  std::chrono::milliseconds listenTimeout{60'000};

  std::chrono::milliseconds lookEvery{100};          ///< Whether nodes still run.
  std::chrono::milliseconds healthEvery{10'000};     ///< Whether they answer (R-NODE-5) …
  std::chrono::milliseconds startGrace{45'000};      ///< … once they have had this long to start.
  std::chrono::milliseconds renewEvery{3'600'000};   ///< Whether certificates end soon (R-SEC-2).
  std::chrono::milliseconds firstRestart{500};       ///< Doubles with each failure …
  std::chrono::milliseconds longestRestart{30'000};  ///< … up to this.
};

struct NodeState {
  PlannedNode node;
  enum class Run : std::uint8_t { kRunning, kFailed, kDown } run = Run::kDown;  ///< kDown: as we wished.
  bool healthy = false;                                                         ///< At the last look.
  std::string detail;                                                           ///< Why not, for a person.
  std::uint64_t executed = 0;   ///< Blocks, as it said at the last look; 0: it did not.
  std::uint64_t known = 0;      ///< Decided, as far as it knows.
  std::uint64_t projected = 0;  ///< Of a business node: what its lists reflect.
  unsigned restarts = 0;
};

class Cluster {
 public:
  /// Takes the folder for itself, opens or makes it, and starts all nodes; returns when they have begun.
  /// Errors: folder.in_use and others of runtime::FolderLock (nothing was touched: another process works in
  /// the folder or in a node's); those of planCluster, openFolder, the simulator and the driver;
  /// cluster.cancelled (nothing runs any more).
  static Result<std::unique_ptr<Cluster>> start(const ClusterConfig& config, ClusterOptions options);
  ~Cluster();  ///< stop()

  [[nodiscard]] const ClusterPlan& plan() const;
  [[nodiscard]] const ClusterFolder& folder() const;
  [[nodiscard]] const ClusterConfig& config() const;
  /// "https://127.0.0.1:8443"
  [[nodiscard]] std::string gatewayUrl() const;
  /// Null without one.
  [[nodiscard]] providers::Simulator* simulator() const;

  /// Waits until every node that should run answers that it is ready: it has executed what is decided. Gives
  /// up when for `timeout` none of them came any further; a long chain takes its time.
  /// Errors: that of a node which refuses to start for a reason that does not pass by itself, at once
  /// (log.damaged, log.never_formatted, folder.in_use, …); cluster.not_ready (names who is not and why);
  /// cluster.cancelled.
  Status waitReady(std::chrono::milliseconds timeout);
  /// Asks all nodes now.
  [[nodiscard]] std::vector<NodeState> look();

  /// Errors of the three: node.unknown; those of the driver.
  Status startNode(NodeId node);
  Status stopNode(NodeId node);  ///< Gracefully; stays down.
  /// As `kill -9` and a power cut would. Unless `stayDown` it is started again as any other failure.
  Status killNode(NodeId node, bool stayDown = false);

  /// Renews certificates that end soon and lets the nodes take up what lies in their folders. Happens by
  /// itself every `renewEvery`. Errors: as openFolder and RunningNode::renew.
  Status renewCertificates();

  /// The runtime that the nodes of this process share; null with other hosts.
  [[nodiscard]] runtime::Runtime* runtime();
  /// A business node of this process; null with other hosts or when it does not run.
  [[nodiscard]] business::BusinessService* business(NodeId node);

  void stop();

 private:
  struct State;
  explicit Cluster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::cluster
