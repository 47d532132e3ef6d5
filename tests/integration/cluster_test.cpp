// Whole clusters on both hosts, spoken to as anybody would: over TLS, with signed operations.

#include "nodes/cluster/cluster.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <thread>

#include "core/wire/commands.h"
#include "nodes/client/author.h"
#include "nodes/client/client.h"
#include "nodes/telemetry/log.h"

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;

class WholeCluster : public testing::TestWithParam<HostKind> {
 protected:
  WholeCluster() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = info->name();
    std::ranges::replace(name, '/', '-');
    config.folder =
        std::filesystem::path(testing::TempDir()) / ("aurigraph-" + std::to_string(::getpid()) + "-" + name);
    std::filesystem::remove_all(config.folder);
    config.hosts = GetParam();
    config.slim = 0;
    config.providers = false;
  }
  ~WholeCluster() override {
    running.reset();
    if (HasFailure()) {
      std::cerr << "The cluster's files are kept in " << config.folder << "\n";
      return;
    }
    std::filesystem::remove_all(config.folder);
  }

  void start() {
    ClusterOptions options;
    options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
    options.logger = [folder = config.folder](const std::string& name) {
      std::filesystem::create_directories(folder / "logs");
      return telemetry::makeLogger(
          {.node = name, .level = "info", .file = folder / "logs" / (name + ".log")});
    };
    auto started = Cluster::start(config, std::move(options));
    ASSERT_TRUE(started) << started.error().code << ": " << started.error().message;
    running = std::move(*started);
    const auto ready = running->waitReady(kPatience);
    ASSERT_TRUE(ready) << ready.error().message;
  }

  std::unique_ptr<client::ApiClient> clientOf(std::uint16_t port) {
    client::ClientOptions options;
    options.port = port;
    options.trustedPem = *link::readFile(running->folder().layout.authority());
    options.timeout = 30s;
    return *client::ApiClient::create(options);
  }
  std::unique_ptr<client::ApiClient> gateway() { return clientOf(running->plan().gatewayPort()); }

  crypto::SigningKey person(std::string_view name) {
    auto key = openPerson(running->folder().layout, name);
    EXPECT_TRUE(key) << key.error().message;
    return *key;
  }
  static wire::RegisterIdentity newcomer(std::uint8_t number) {
    crypto::Seed seed;
    seed.bytes.fill(number);
    return {"newcomer-" + std::to_string(number), crypto::SigningKey::fromSeed(seed).publicKey(),
            wire::maskOf(wire::Role::kHolder)};
  }

  NodeId leader(client::ApiClient& api) {
    const auto status = api.get("/consensus/status");
    if (!status) return NodeId();
    return NodeId(static_cast<std::uint32_t>(status->at("leader").to_number<std::uint64_t>()));
  }
  /// Waits for a condition that others bring about.
  template <class Condition>
  static bool eventually(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!condition()) {
      if (std::chrono::steady_clock::now() > deadline) return false;
      std::this_thread::sleep_for(20ms);
    }
    return true;
  }

  ClusterConfig config;
  std::unique_ptr<Cluster> running;
};

TEST_P(WholeCluster, OrdersExecutesAndCertifies) {
  ASSERT_NO_FATAL_FAILURE(start());
  const auto api = gateway();
  client::Author administrator(*api, person("administrator"), running->folder().digest);
  const auto reply = administrator.send(newcomer(1), client::Wait::kFinal);
  ASSERT_TRUE(reply) << reply.error().code << ": " << reply.error().message;
  EXPECT_TRUE(reply->allDone());
  EXPECT_TRUE(reply->final);
  // Every node answers on its own port, with metrics.
  for (const auto& node : running->plan().nodes) {
    const auto own = clientOf(node.apiPort);
    const auto health = own->get("/health");
    ASSERT_TRUE(health) << node.name << ": " << health.error().message;
    EXPECT_EQ(health->at("status").as_string(), "UP") << node.name;
  }
  // The second business node reached the same state.
  const auto other = clientOf(running->plan().nodes[4].apiPort);
  EXPECT_TRUE(eventually([&] { return other->identityOf(newcomer(1).key).has_value(); }));
}

TEST_P(WholeCluster, LosesItsLeaderAndNothingElse) {
  ASSERT_NO_FATAL_FAILURE(start());
  const auto api = gateway();
  client::Author administrator(*api, person("administrator"), running->folder().digest);
  ASSERT_TRUE(administrator.send(newcomer(1), client::Wait::kFinal));
  const NodeId first = leader(*api);
  ASSERT_NE(first, NodeId());

  ASSERT_TRUE(running->killNode(first, true));
  const auto reply = administrator.send(newcomer(2), client::Wait::kFinal);
  ASSERT_TRUE(reply) << reply.error().code << ": " << reply.error().message;
  EXPECT_TRUE(reply->allDone());
  EXPECT_NE(leader(*api), first);
  EXPECT_TRUE(api->identityOf(newcomer(1).key));

  // It comes back and catches up.
  ASSERT_TRUE(running->startNode(first));
  const auto back = clientOf(running->plan().find(first)->apiPort);
  EXPECT_TRUE(eventually([&] {
    const auto status = back->get("/consensus/status");
    return status && status->at("applied").to_number<std::uint64_t>() >= reply->height.value;
  }));
}

TEST_P(WholeCluster, AFailedNodeIsStartedAgainByItself) {
  ASSERT_NO_FATAL_FAILURE(start());
  const auto api = gateway();
  const NodeId first = leader(*api);
  ASSERT_TRUE(running->killNode(first));
  EXPECT_TRUE(running->waitReady(kPatience));
  const auto states = running->look();
  const auto found =
      std::ranges::find_if(states, [&](const NodeState& each) { return each.node.node == first; });
  ASSERT_NE(found, states.end());
  EXPECT_GE(found->restarts, 1U);
}

TEST_P(WholeCluster, RestartOfEverythingKeepsWhatWasAcknowledged) {
  ASSERT_NO_FATAL_FAILURE(start());
  const Digest genesis = running->folder().digest;
  Height height;
  {
    const auto api = gateway();
    client::Author administrator(*api, person("administrator"), genesis);
    for (std::uint8_t number = 1; number <= 5; ++number) {
      const auto reply = administrator.send(newcomer(number), client::Wait::kCommitted);
      ASSERT_TRUE(reply) << reply.error().message;
      EXPECT_TRUE(reply->allDone());
      height = reply->height;
    }
  }
  // The hard way for all: nothing is drained or said goodbye to.
  for (const auto& node : running->plan().nodes) ASSERT_TRUE(running->killNode(node.node, true));
  running.reset();

  ASSERT_NO_FATAL_FAILURE(start());
  EXPECT_EQ(running->folder().digest, genesis);
  const auto api = gateway();
  for (std::uint8_t number = 1; number <= 5; ++number)
    EXPECT_TRUE(eventually([&] { return api->identityOf(newcomer(number).key).has_value(); })) << int{number};
  client::Author administrator(*api, person("administrator"), genesis);
  const auto reply = administrator.send(newcomer(6), client::Wait::kFinal);
  ASSERT_TRUE(reply) << reply.error().message;
  EXPECT_GT(reply->height, height);
}

TEST_P(WholeCluster, AGracefulRestartKeepsEverythingToo) {
  ASSERT_NO_FATAL_FAILURE(start());
  {
    const auto api = gateway();
    client::Author administrator(*api, person("administrator"), running->folder().digest);
    ASSERT_TRUE(administrator.send(newcomer(1), client::Wait::kCommitted));
  }
  running.reset();
  ASSERT_NO_FATAL_FAILURE(start());
  const auto api = gateway();
  EXPECT_TRUE(eventually([&] { return api->identityOf(newcomer(1).key).has_value(); }));
}

INSTANTIATE_TEST_SUITE_P(, WholeCluster, testing::Values(HostKind::kInProcess, HostKind::kProcess),
                         [](const testing::TestParamInfo<HostKind>& info) {
                           return info.param == HostKind::kProcess ? std::string("Processes")
                                                                   : std::string("InOneProcess");
                         });

}  // namespace
}  // namespace aurigraph::cluster
