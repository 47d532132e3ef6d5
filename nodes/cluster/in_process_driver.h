#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "nodes/cluster/cluster_folder.h"
#include "nodes/cluster/host_driver.h"
#include "nodes/cluster/running_node.h"

namespace aurigraph::cluster {

/// All nodes in this process, on shared reactors; each with its own ports, folder, certificate and links
/// over the loopback, as far apart as processes would be. A node that must not go on is stopped as if it
/// had crashed: it recovers from disk before it votes again.
class InProcessDriver final : public HostDriver {
 public:
  struct Options {
    std::vector<wire::NodeKind> nodes;  ///< All there may be: sizes pools and shares.
    std::size_t reactors = 2;           ///< At most one per core.
    /// A logger for a node's name.
    std::function<std::shared_ptr<spdlog::logger>(const std::string&)> logger;
    std::map<NodeId, crypto::SigningKey> falseKeys;  ///< NodeEnvironment::falseKey of these nodes.
    bool crashable = true;                           ///< NodeEnvironment::crashable of all.
  };
  /// `configOf` gives a planned node's configuration at the time it starts.
  InProcessDriver(Options options, std::function<NodeConfig(const PlannedNode&)> configOf);
  ~InProcessDriver() override;

  /// Errors: those of RunningNode::start.
  Status start(const PlannedNode& node) override;
  void stop(NodeId node) override;
  void kill(NodeId node) override;
  HostedNode look(NodeId node) override;
  Status renew(NodeId node) override;

  /// Null: not running, or no business node.
  [[nodiscard]] business::BusinessService* business(NodeId node);
  [[nodiscard]] runtime::Runtime& runtime() { return runtime_; }

 private:
  struct Hosted {
    std::unique_ptr<RunningNode> node;
    std::shared_ptr<std::optional<Error>> poison;  ///< Guarded by poisonMutex_.
    std::optional<Error> ended;
  };
  Options options_;
  std::function<NodeConfig(const PlannedNode&)> configOf_;
  std::shared_ptr<std::mutex> poisonMutex_ = std::make_shared<std::mutex>();
  runtime::Runtime runtime_;
  runtime::ServiceThreads services_;
  std::map<NodeId, Hosted> nodes_;
};

}  // namespace aurigraph::cluster
