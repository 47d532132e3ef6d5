#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "core/crypto/ed25519.h"
#include "nodes/client/client.h"
#include "nodes/cluster/cluster.h"

namespace aurigraph::embedded {

struct EmbeddedOptions {
  cluster::ClusterConfig config;  ///< Sizes, folder, ports; hosts is kInProcess whatever it says.
  std::filesystem::path logs;     ///< A file per node; empty: `logs` in the cluster's folder.
  std::function<void(const cluster::StartProgress&)> onProgress;  ///< On the thread that starts.
  std::stop_token cancel;  ///< Ends the start early; what had begun is stopped before it returns.
  std::function<void(cluster::ClusterOptions&)> adjust;  ///< Last word before the start; training, tests.
};

/// A whole cluster in this process, ready for work; whoever uses it talks to its gateway, as to any other
/// cluster. All of it blocks: a window calls it from a worker thread.
class EmbeddedCluster {
 public:
  /// Returns once every node can work. Errors: those of cluster::Cluster::start and waitReady
  /// (cluster.cancelled among them).
  static Result<std::unique_ptr<EmbeddedCluster>> start(EmbeddedOptions options);

  [[nodiscard]] std::string gatewayUrl() const { return running_->gatewayUrl(); }
  /// The only certificates that its gateway's chain ends in, PEM.
  [[nodiscard]] const std::string& authorityPem() const { return authorityPem_; }
  [[nodiscard]] client::ClientOptions gateway() const;
  [[nodiscard]] const Digest& genesis() const { return running_->folder().digest; }
  /// Of cluster::firstPeople(). Opened at each call. Errors: those of cluster::openPerson.
  [[nodiscard]] Result<crypto::SigningKey> key(std::string_view person) const;

  /// As a power cut would. Errors: node.unknown.
  Status killNode(NodeId node, bool stayDown = false) { return running_->killNode(node, stayDown); }
  [[nodiscard]] cluster::Cluster& running() { return *running_; }

  void stop() { running_->stop(); }  ///< Orderly; also at the end of its life.

 private:
  EmbeddedCluster(std::unique_ptr<cluster::Cluster> running, std::string authorityPem)
      : running_(std::move(running)), authorityPem_(std::move(authorityPem)) {}

  std::unique_ptr<cluster::Cluster> running_;
  std::string authorityPem_;
};

}  // namespace aurigraph::embedded
