#include "app/embedded/embedded_cluster.h"

#include "nodes/files/files.h"
#include "nodes/telemetry/log.h"

namespace aurigraph::embedded {
namespace {

constexpr std::chrono::milliseconds kReadyTimeout{15'000};

}  // namespace

Result<std::unique_ptr<EmbeddedCluster>> EmbeddedCluster::start(EmbeddedOptions options) {
  options.config.hosts = cluster::HostKind::kInProcess;
  cluster::ClusterOptions how;
  const auto logs = options.logs.empty() ? options.config.folder / "logs" : options.logs;
  how.logger = [logs](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "info", .file = logs / (name + ".log")});
  };
  how.onProgress = std::move(options.onProgress);
  how.cancel = std::move(options.cancel);
  if (options.adjust) options.adjust(how);
  auto running = cluster::Cluster::start(options.config, std::move(how));
  if (!running) return propagate(running);
  if (auto ready = (*running)->waitReady(kReadyTimeout); !ready) return propagate(ready);
  auto trusted = files::readFile((*running)->folder().layout.authority());
  if (!trusted) return propagate(trusted);
  return std::unique_ptr<EmbeddedCluster>(new EmbeddedCluster(std::move(*running), std::move(*trusted)));
}

client::ClientOptions EmbeddedCluster::gateway() const {
  client::ClientOptions options;
  options.port = running_->plan().gatewayPort();
  options.trustedPem = authorityPem_;
  return options;
}

Result<crypto::SigningKey> EmbeddedCluster::key(std::string_view person) const {
  return cluster::openPerson(running_->folder().layout, person);
}

}  // namespace aurigraph::embedded
