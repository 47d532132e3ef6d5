// Whole clusters on both hosts, spoken to as anybody would: over TLS, with signed operations.

#include "nodes/cluster/cluster.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <thread>

#include "core/wire/commands.h"
#include "nodes/client/author.h"
#include "nodes/client/client.h"
#include "nodes/files/files.h"
#include "nodes/link/openssl_types.h"
#include "nodes/runtime/folder_lock.h"
#include "nodes/telemetry/log.h"
#include "tests/integration/own_ports.h"

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;

constexpr auto kTimeout = 60s;

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
    config.ports = ownPorts();
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
    const auto ready = running->waitReady(kTimeout);
    ASSERT_TRUE(ready) << ready.error().message;
  }

  std::unique_ptr<client::ApiClient> clientOf(std::uint16_t port) {
    client::ClientOptions options;
    options.port = port;
    options.trustedPem = *files::readFile(running->folder().layout.authority());
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

  using Tls = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;
  /// A connection that trusts everybody: what is shown is looked at afterwards.
  static std::unique_ptr<Tls> connect(boost::asio::io_context& io, boost::asio::ssl::context& context,
                                      std::uint16_t port) {
    auto stream = std::make_unique<Tls>(io, context);
    stream->next_layer().connect({boost::asio::ip::address_v4::loopback(), port});
    stream->handshake(boost::asio::ssl::stream_base::client);
    return stream;
  }
  static Digest pinShownAt(std::uint16_t port) {
    boost::asio::io_context io;
    boost::asio::ssl::context context(boost::asio::ssl::context::tls_client);
    const auto stream = connect(io, context, port);
    return link::factsOf(SSL_get0_peer_certificate(stream->native_handle())).pin;
  }
  static std::string httpsGet(std::uint16_t port, const std::string& path) {
    boost::asio::io_context io;
    boost::asio::ssl::context context(boost::asio::ssl::context::tls_client);
    const auto stream = connect(io, context, port);
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    boost::asio::write(*stream, boost::asio::buffer(request));
    std::string text;
    boost::system::error_code end;
    boost::asio::read(*stream, boost::asio::dynamic_buffer(text), end);
    return text;
  }

  NodeId leader(client::ApiClient& api) {
    const auto status = api.get("/consensus/status");
    if (!status) return NodeId();
    return NodeId(static_cast<std::uint32_t>(status->at("leader").to_number<std::uint64_t>()));
  }
  /// Waits for a condition that others bring about.
  template <class Condition>
  static bool eventually(Condition condition) {
    const auto deadline = std::chrono::steady_clock::now() + kTimeout;
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
  EXPECT_TRUE(running->waitReady(kTimeout));
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

TEST_P(WholeCluster, AStartEndsWithTheWordsOfTheNodeThatRefuses) {
  ASSERT_NO_FATAL_FAILURE(start());
  running.reset();
  std::filesystem::remove_all(dataFolderOf(FolderLayout{config.folder}.node("validator-2")));
  ClusterOptions options;
  options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
  options.logger = [](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "off", .file = {}});
  };
  auto started = Cluster::start(config, options);
  ASSERT_TRUE(started) << started.error().message;
  const auto ready = (*started)->waitReady(std::chrono::hours(1));
  ASSERT_FALSE(ready);
  EXPECT_EQ(ready.error().code, "log.never_formatted");
  EXPECT_TRUE(ready.error().message.starts_with("validator-2: ")) << ready.error().message;
  EXPECT_FALSE(ready.error().remedy.empty());
}

TEST_P(WholeCluster, ASecondClusterOnTheFolderIsRefusedAndTheFolderIsFreeAfterStop) {
  ASSERT_NO_FATAL_FAILURE(start());
  ClusterOptions options;
  options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
  bool logged = false;
  options.logger = [&](const std::string& name) {
    logged = true;
    return telemetry::makeLogger({.node = name, .level = "off", .file = {}});
  };
  const auto second = Cluster::start(config, options);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "folder.in_use");
  EXPECT_FALSE(logged) << "it began before it had the folder";
  running->stop();
  auto third = Cluster::start(config, options);
  ASSERT_TRUE(third) << third.error().message;
  EXPECT_TRUE((*third)->waitReady(kTimeout));
}

TEST_P(WholeCluster, AStartWaitsForALateChildOfAClusterThatWasKilled) {
  ASSERT_NO_FATAL_FAILURE(start());
  running.reset();
  ClusterOptions options;
  options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
  options.logger = [](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "off", .file = {}});
  };
  // The folders were looked at and found free; now the child comes to its lock, and ends a moment later.
  std::jthread ending;
  options.onProgress = [&](const StartProgress& progress) {
    if (progress.stage != StartStage::kNodes || ending.joinable()) return;
    auto taken = runtime::FolderLock::take(FolderLayout{config.folder}.node("validator-1"), true);
    ASSERT_TRUE(taken) << taken.error().message;
    ending = std::jthread([child = std::move(*taken)]() mutable {
      std::this_thread::sleep_for(200ms);
      child.release();
    });
  };
  auto started = Cluster::start(config, std::move(options));
  ASSERT_TRUE(started) << started.error().code << ": " << started.error().message;
  ASSERT_TRUE(ending.joinable()) << "nobody held the folder: this proves nothing";
  const auto ready = (*started)->waitReady(kTimeout);
  EXPECT_TRUE(ready) << ready.error().message;
}

TEST_P(WholeCluster, APortThatIsTakenBetweenThePlanAndTheStartIsPlannedAnew) {
  ClusterOptions options;
  options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
  options.logger = [](const std::string& name) {
    return telemetry::makeLogger({.node = name, .level = "off", .file = {}});
  };
  // The port for validator-2's links was free when it was planned; now another program has it, and keeps it.
  boost::asio::io_context io;
  const boost::asio::ip::tcp::endpoint place(
      boost::asio::ip::address_v4::loopback(),
      static_cast<std::uint16_t>(config.ports.validators + config.ports.step + kLinkPortOffset));
  std::optional<boost::asio::ip::tcp::acceptor> other;
  options.onProgress = [&](const StartProgress& progress) {
    if (progress.stage == StartStage::kNodes && !other) other.emplace(io, place, false);
  };
  auto started = Cluster::start(config, std::move(options));
  ASSERT_TRUE(started) << started.error().code << ": " << started.error().message;
  ASSERT_TRUE(other) << "nobody had the port: this proves nothing";
  const auto ready = (*started)->waitReady(kTimeout);
  EXPECT_TRUE(ready) << ready.error().message;
  EXPECT_NE((*started)->plan().nodes[1].linkPort, place.port());
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

TEST_P(WholeCluster, MetricsAreThereOnEveryNode) {
  ASSERT_NO_FATAL_FAILURE(start());
  const auto api = gateway();
  client::Author administrator(*api, person("administrator"), running->folder().digest);
  ASSERT_TRUE(administrator.send(newcomer(1), client::Wait::kFinal));
  for (const auto& node : running->plan().nodes) {
    const auto text = httpsGet(node.apiPort, "/metrics");
    for (const char* name : {"aurigraph_consensus_block_height", "aurigraph_transaction_processed_total"})
      EXPECT_NE(text.find(name), std::string::npos) << node.name << " has no " << name << ":\n" << text;
    EXPECT_NE(text.find("node=\"" + node.name + "\""), std::string::npos) << text;
    if (node.kind != wire::NodeKind::kValidator) continue;
    for (const char* name : {"container_memory_usage_bytes", "disk_io_operations", "network_io_bytes"})
      EXPECT_NE(text.find(name), std::string::npos) << node.name << " has no " << name;
  }
}

TEST_P(WholeCluster, ARenewedCertificateIsShownAndNobodyIsCutOff) {
  ASSERT_NO_FATAL_FAILURE(start());
  const auto& planned = running->plan().nodes[3];
  const auto api = gateway();
  client::Author administrator(*api, person("administrator"), running->folder().digest);
  ASSERT_TRUE(administrator.send(newcomer(1), client::Wait::kFinal));

  const auto now = Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / 1ns);
  const auto authority =
      link::CertificateAuthority::load(running->folder().layout.root, running->folder().digest);
  ASSERT_TRUE(authority);
  const auto fresh = authority->issueNode(planned.node, planned.name, {}, now);
  ASSERT_TRUE(link::saveCredentials(*fresh, running->folder().layout.node(planned.name), kNodeCredentials));
  ASSERT_TRUE(running->renewCertificates());

  const Digest pin = link::readCertificate(fresh->certificatePem)->pin;
  EXPECT_TRUE(eventually([&] { return pinShownAt(planned.apiPort) == pin; }));
  EXPECT_TRUE(eventually([&] { return pinShownAt(planned.gatewayPort) == pin; }));
  EXPECT_TRUE(administrator.send(newcomer(2), client::Wait::kFinal));
}

TEST_P(WholeCluster, EveryBusinessNodeKnowsHowEveryNodeIs) {
  config.slim = 1;
  config.providers = true;
  ASSERT_NO_FATAL_FAILURE(start());
  const auto complete = [](const boost::json::value& status) {
    const auto& nodes = status.at("nodes").as_array();
    return nodes.size() == 6 && std::ranges::all_of(nodes, [](const boost::json::value& value) {
             const auto& node = value.as_object();
             return node.at("healthy").as_bool() && node.contains("cpu_percent") &&
                    node.contains("memory_bytes") && node.at("memory_bytes").to_number<std::uint64_t>() > 0 &&
                    node.at("memory_limit_bytes").to_number<std::uint64_t>() > 0 &&
                    node.contains("uptime_seconds") && node.contains("seen_ms_ago") &&
                    node.contains("role") == (node.at("kind").as_string() != "slim");
           });
  };
  for (const auto& node : running->plan().nodes) {
    if (node.kind != wire::NodeKind::kBusiness) continue;
    const auto own = clientOf(node.apiPort);
    boost::json::value last;
    EXPECT_TRUE(eventually([&] { return complete(last = own->get("/query/status").value()); }))
        << node.name << " " << boost::json::serialize(last);
  }
  const auto& plan = running->plan().nodes;
  EXPECT_NE(httpsGet(plan[5].apiPort, "/metrics").find("slim_api_call_latency_ms"), std::string::npos);

  // A node that is gone has no readings and a reason.
  const auto api = gateway();
  ASSERT_TRUE(running->killNode(plan[2].node, true));
  boost::json::object gone;
  EXPECT_TRUE(eventually([&] {
    gone = api->get("/query/status")->at("nodes").at(2).as_object();
    return !gone.at("healthy").as_bool();
  }));
  EXPECT_FALSE(gone.at("detail").as_string().empty());
  for (const char* reading : {"cpu_percent", "memory_bytes", "role", "height"})
    EXPECT_FALSE(gone.contains(reading)) << reading;

  // Seconds come one after the other, and are kept.
  std::vector<boost::json::value> seconds;
  const auto followed = api->follow({"metric"}, "", [&](const client::StreamEvent& event) {
    seconds.push_back(boost::json::parse(event.data));
    return seconds.back().at("validators").to_number<int>() != 2 || seconds.size() < 3;
  });
  ASSERT_TRUE(followed) << followed.error().message;
  for (std::size_t at = 1; at < seconds.size(); ++at)
    EXPECT_GT(seconds[at].at("second").to_number<std::int64_t>(),
              seconds[at - 1].at("second").to_number<std::int64_t>());
  const auto kept = api->get("/query/metrics?seconds=3600")->at("items").as_array();
  for (const auto& second : seconds) EXPECT_NE(std::ranges::find(kept, second), kept.end());
  EXPECT_EQ(seconds.back().at("nodes").as_array().size(), 5U);
}

TEST_P(WholeCluster, ThePipelinesCountsAreWhatTheLedgerLists) {
  config.slim = 1;
  config.providers = true;
  ASSERT_NO_FATAL_FAILURE(start());
  const auto api = gateway();
  ASSERT_TRUE(api->signIn(person("auditor"), running->folder().digest));
  const auto countOf = [&](const char* list) { return api->list(list).value().size(); };
  boost::json::value pipeline;
  const auto number = [&](std::size_t stage, const char* outcome) {
    return pipeline.at("stages").at(stage).at("outcomes").at(outcome).to_number<std::uint64_t>();
  };
  // What a poll a moment ago added may be on one side only, so both are asked until they agree.
  EXPECT_TRUE(eventually([&] {
    pipeline = api->get("/query/pipeline").value();
    return number(3, "applied") > 20 && number(3, "applied") == countOf("/query/records") &&
           number(5, "waiting") >= 7 && number(5, "waiting") == countOf("/query/reviews");
  })) << boost::json::serialize(pipeline);
  EXPECT_EQ(number(6, "registered"), 0U);
  EXPECT_GE(number(0, "answers"), 10U);
  EXPECT_GE(number(2, "reject"), 1U);
  EXPECT_GE(number(4, "operations"), number(3, "applied"));
  const auto& sources = pipeline.at("sources").as_array();
  EXPECT_EQ(sources.size(), 10U);
  for (const auto& source : sources) EXPECT_EQ(source.at("node").as_string(), "slim-1");
}

INSTANTIATE_TEST_SUITE_P(, WholeCluster, testing::Values(HostKind::kInProcess, HostKind::kProcess),
                         [](const testing::TestParamInfo<HostKind>& host) {
                           return host.param == HostKind::kProcess ? std::string("Processes")
                                                                   : std::string("InOneProcess");
                         });

}  // namespace
}  // namespace aurigraph::cluster
