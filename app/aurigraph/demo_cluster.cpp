#include "app/aurigraph/demo_cluster.h"

#include "app/aurigraph/profile.h"
#include "nodes/cluster/cluster.h"
#include "nodes/link/certificate_authority.h"
#include "nodes/telemetry/log.h"

namespace aurigraph::cli {
namespace {

constexpr std::chrono::milliseconds kReadyPatience{15'000};
constexpr std::string_view kTitleSource = "county-title";

class EmbeddedCluster final : public DemoCluster {
 public:
  EmbeddedCluster(std::unique_ptr<cluster::Cluster> running, std::string trusted)
      : running_(std::move(running)), trusted_(std::move(trusted)) {}

  [[nodiscard]] const Digest& genesis() const override { return running_->folder().digest; }
  [[nodiscard]] client::ClientOptions gateway() const override {
    client::ClientOptions options;
    options.port = running_->plan().gatewayPort();
    options.trustedPem = trusted_;
    return options;
  }
  [[nodiscard]] Result<crypto::SigningKey> key(std::string_view person) const override {
    return cluster::openPerson(running_->folder().layout, person);
  }

  cluster::Cluster& running() { return *running_; }

 private:
  std::unique_ptr<cluster::Cluster> running_;
  std::string trusted_;
};

/// Keys for two of the three validators that the genesis does not name: their seals count for nothing.
std::map<NodeId, crypto::SigningKey> falseKeys() {
  std::map<NodeId, crypto::SigningKey> keys;
  for (const std::uint8_t node : {1, 2}) {
    crypto::Seed seed;
    seed.bytes.fill(node);
    keys.emplace(NodeId(node), crypto::SigningKey::fromSeed(seed));
  }
  return keys;
}

}  // namespace

Result<std::unique_ptr<DemoCluster>> DemoCluster::start(DemoClusterOptions options) {
  cluster::ClusterConfig config;
  config.name = "demo";
  config.folder = options.folder / "cluster";
  config.providersSeed = options.seed;
  cluster::ClusterOptions how;
  const auto logs = options.folder / "logs";
  std::error_code ignored;
  std::filesystem::create_directories(logs, ignored);
  how.logger = [logs](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "info", .file = logs / (name + ".log")});
  };
  how.onSimulator = [&options](providers::Simulator& simulator) {
    if (options.sabotage == Sabotage::kProvider)
      simulator.setFault(std::string(kTitleSource), {.fault = providers::Fault::kServerError});
  };
  if (options.sabotage == Sabotage::kSeal) how.falseKeys = falseKeys();
  auto running = cluster::Cluster::start(config, std::move(how));
  if (!running) return passOn(running);
  options.progress("waiting until a leader is elected and every node answers");
  if (auto ready = (*running)->waitReady(kReadyPatience); !ready) return passOn(ready);
  auto trusted = link::readFile((*running)->folder().layout.authority());
  if (!trusted) return passOn(trusted);
  if (auto saved = saveProfile(options.folder / "profile", (*running)->gatewayUrl(), *trusted,
                               (*running)->folder().digest);
      !saved)
    return passOn(saved);
  return std::unique_ptr<DemoCluster>(new EmbeddedCluster(std::move(*running), std::move(*trusted)));
}

}  // namespace aurigraph::cli
