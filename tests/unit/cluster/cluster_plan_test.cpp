#include "nodes/cluster/cluster_plan.h"

#include <gtest/gtest.h>

#include <set>

namespace aurigraph::cluster {
namespace {

/// A machine on which some ports are busy.
Ports machineWith(std::set<std::uint16_t> busy) {
  auto next = std::make_shared<std::uint16_t>(40'000);
  return {[busy](std::uint16_t port) { return !busy.contains(port); }, [next] { return (*next)++; }};
}

TEST(ClusterPlan, DefaultsAreTheHouseNumbersOfTheSpecification) {
  const auto plan = planCluster(ClusterConfig{}, machineWith({}));
  ASSERT_TRUE(plan);
  std::vector<std::uint16_t> ports;
  std::vector<std::string> names;
  for (const auto& node : plan->nodes) {
    ports.push_back(node.apiPort);
    names.push_back(node.name);
  }
  EXPECT_EQ(ports, (std::vector<std::uint16_t>{9003, 9103, 9203, 9009, 9109, 9013}));
  EXPECT_EQ(names, (std::vector<std::string>{"validator-1", "validator-2", "validator-3", "business-1",
                                             "business-2", "slim-1"}));
  EXPECT_EQ(plan->gatewayPort(), 8443);
  EXPECT_TRUE(plan->messages.empty());
}

TEST(ClusterPlan, BusyPortsGiveWayToFreeOnesAndAreNamed) {
  const auto plan = planCluster(ClusterConfig{}, machineWith({9103, 8443}));
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->nodes[1].apiPort, 40'000);
  EXPECT_EQ(plan->nodes[1].linkPort, 10'103);
  EXPECT_EQ(plan->gatewayPort(), 40'001);
  ASSERT_EQ(plan->messages.size(), 2U);
  EXPECT_EQ(plan->messages[0], "Port 9103 is busy: validator-2 listens on 40000.");
}

TEST(ClusterPlan, FixedPortsAreNotGivenUp) {
  ClusterConfig config;
  config.ports.fixed = true;
  const auto plan = planCluster(config, machineWith({9103}));
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().code, "cluster.port_busy");
}

TEST(ClusterPlan, NoPortIsGivenTwice) {
  ClusterConfig config;
  config.validators = 9;
  config.business = 10;
  config.slim = 4;
  config.ports.business = config.ports.validators;  // somebody's slip
  const auto plan = planCluster(config, machineWith({}));
  ASSERT_TRUE(plan);
  std::set<std::uint16_t> all;
  for (const auto& node : plan->nodes) {
    EXPECT_TRUE(all.insert(node.apiPort).second);
    EXPECT_TRUE(all.insert(node.linkPort).second);
  }
}

TEST(ClusterPlan, ATenthValidatorIsRefusedWithAClearError) {
  ClusterConfig config;
  config.validators = 10;
  const auto plan = planCluster(config, machineWith({}));
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().code, "cluster.too_many_validators");
  config.validators = 3;
  config.business = 11;
  EXPECT_EQ(planCluster(config, machineWith({})).error().code, "cluster.too_many_business");
  config.business = 1;
  config.slim = 5;
  EXPECT_EQ(planCluster(config, machineWith({})).error().code, "cluster.too_many_slim");
  config.slim = 0;
  config.business = 0;
  EXPECT_EQ(planCluster(config, machineWith({})).error().code, "cluster.too_few_nodes");
}

TEST(ClusterPlan, ANodeKnowsItsPeersAndASlimNodeItsGateways) {
  const auto plan = planCluster(ClusterConfig{}, machineWith({}));
  ASSERT_TRUE(plan);
  const auto slim = nodeConfigOf(ClusterConfig{}, *plan, plan->nodes[5]);
  EXPECT_TRUE(slim.peers.empty());
  EXPECT_EQ(nodeConfigOf(ClusterConfig{}, *plan, plan->nodes[0]).peers.size(), 4U);
  ASSERT_EQ(slim.gateways.size(), 2U);
  EXPECT_EQ(slim.gateways[1].port, 9109);
  // A business node is told where every other node answers; the rest need not know.
  const auto business = nodeConfigOf(ClusterConfig{}, *plan, plan->nodes[3]);
  ASSERT_EQ(business.apis.size(), 5U);
  EXPECT_EQ(business.apis[0], (PeerConfig{plan->nodes[0].node, "127.0.0.1", plan->nodes[0].apiPort}));
  EXPECT_EQ(business.apis[4].node, plan->nodes[5].node);
  EXPECT_TRUE(slim.apis.empty());
}

TEST(ClusterConfigFile, RoundTripsAndRefusesWhatItDoesNotKnow) {
  ClusterConfig config;
  config.name = "harbour";
  config.simulated = false;
  config.hosts = HostKind::kProcess;
  config.folder = "/var/lib/aurigraph";
  config.validators = 5;
  config.ports.gateway = 443;
  config.ports.fixed = true;
  config.providers = false;
  const auto read = parseClusterConfig(toToml(config, "/etc"), "/etc");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(toToml(*read, "/"), toToml(config, "/"));
  EXPECT_EQ(read->folder, config.folder);

  for (const char* bad :
       {"validators = 3", "[nodes]\nvalidator = 3", "[nodes]\nvalidators = \"3\"", "[nodes]\nvalidators = -1",
        "[ports]\ngateway = 70000", "name = 3", "= nonsense", "nodes = 3"}) {
    const auto refused = parseClusterConfig(bad, "/somewhere");
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().code, "config.unreadable") << bad;
  }
  EXPECT_EQ(parseClusterConfig("hosts = \"cloud\"", "/").error().code, "cluster.bad_hosts");
  EXPECT_EQ(parseClusterConfig("folder = \"data\"", "/etc/aurigraph")->folder, "/etc/aurigraph/data");
}

TEST(NodeConfigFile, RoundTrips) {
  const auto plan = planCluster(ClusterConfig{}, machineWith({}));
  ASSERT_TRUE(plan);
  ClusterConfig config;
  config.folder = "/srv/cluster";
  for (const auto& node : plan->nodes) {
    auto written = nodeConfigOf(config, *plan, node);
    if (node.kind == wire::NodeKind::kSlim) written.providersUrl = "https://localhost:4000";
    const auto read = parseNodeConfig(toToml(written, written.folder), written.folder);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, written);
  }
  EXPECT_EQ(parseNodeConfig("node = 1\nkind = \"miner\"", "/").error().code, "config.unreadable");
}

TEST(MachinePorts, ABoundPortIsNotFree) {
  const auto ports = machinePorts();
  const auto port = ports.anyFree();
  ASSERT_NE(port, 0);
  EXPECT_TRUE(ports.isFree(port));
  EXPECT_FALSE(ports.isFree(0));
}

}  // namespace
}  // namespace aurigraph::cluster
