#pragma once

#include <spdlog/logger.h>

#include <functional>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "nodes/business/business.h"
#include "nodes/cluster/node_config.h"
#include "nodes/runtime/runtime.h"
#include "nodes/runtime/service_threads.h"

namespace aurigraph::cluster {

/// What a node shares with the other nodes of its process. All must outlive the node.
struct NodeEnvironment {
  runtime::Runtime& runtime;
  runtime::ServiceThreads& services;
  std::shared_ptr<spdlog::logger> log;  ///< The node's own.
  double cores = 1;                     ///< Its share, for the CPU metric.
  std::uint64_t memoryLimitBytes = 0;   ///< Its ceiling (memory_limits.h); 0: a server's.
  bool ownProcess = false;              ///< No other node lives in this process.
  bool tied = false;                    ///< The process ends with its parent (runtime::FolderLock).
  bool crashable = false;               ///< crash() shall lose what was not synced, as a power cut does.
  std::function<void(const Error&)> onStopped;  ///< The node must not go on; from its reactor.
  /// Training only: the node signs with this key, which the genesis does not name.
  std::optional<crypto::SigningKey> falseKey;
};

/// One node in this process, put together from its parts: links, replica, and by kind business service
/// with gateway, or the slim pipeline; health and metrics on its API port (R-NODE-1, R-NODE-5).
class RunningNode {
 public:
  /// Errors: those of runtime::FolderLock (another process runs this node) and of the files
  /// (cluster_folder.h), node.not_in_genesis, node.wrong_key, link.port_busy,
  /// server.port_busy, disk.unusable and others of the parts.
  static Result<std::unique_ptr<RunningNode>> start(const NodeConfig& config, NodeEnvironment environment);
  ~RunningNode();  ///< stop()

  /// Lets requests end, hands leadership over, then ends (R-NODE-5). Not from a reactor or service thread.
  void stop();
  /// Ends as a power cut would.
  void crash();

  /// Takes up the certificate that now lies in its folder, if it is another one; standing connections go
  /// on (R-SEC-2). Errors: file.unreadable, certificate.*, server.bad_certificate.
  Status renew();

  [[nodiscard]] const NodeConfig& config() const;
  /// Of a business node; else null.
  [[nodiscard]] business::BusinessService* business();

 private:
  struct State;
  explicit RunningNode(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::cluster
