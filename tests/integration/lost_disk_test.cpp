// A validator's disk is gone: it says so and stays out, and what was final stays final.

#include <gtest/gtest.h>

#include <map>
#include <memory>

#include "core/quality/rule_set.h"
#include "core/wire/commands.h"
#include "nodes/client/author.h"
#include "nodes/client/client.h"
#include "nodes/cluster/cluster_folder.h"
#include "nodes/files/files.h"
#include "nodes/rules/rules_json.h"
#include "tests/integration/daemon.h"
#include "tests/integration/own_ports.h"

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;

class LostDisk : public testing::Test {
 protected:
  LostDisk() {
    root = std::filesystem::path(testing::TempDir()) / ("lost-disk-" + std::to_string(::getpid()));
    std::filesystem::remove_all(root);
    config.folder = root / "cluster";
    config.ports = ownPorts();
    config.business = 1;
    config.slim = 0;
    config.providers = false;
    plan = *planCluster(config, machinePorts());
    folder = *openFolder(
        config, plan, {.ruleSets = {quality::encode(*rules::newestRuleSet())}},
        Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1)));
  }
  ~LostDisk() override {
    daemons.clear();
    std::filesystem::remove_all(root);
  }

  void start(const std::string& name) {
    daemons[name] =
        std::make_unique<Daemon>(folder.layout.node(name) / kNodeConfigFile, root / (name + ".log"));
  }
  void kill(const std::string& name) {
    daemons.at(name)->signal(SIGKILL);
    daemons.at(name)->wait();
    daemons.erase(name);
  }
  std::unique_ptr<client::ApiClient> gateway() {
    client::ClientOptions options;
    options.port = plan.gatewayPort();
    options.trustedPem = *files::readFile(folder.layout.authority());
    options.timeout = 5s;
    return *client::ApiClient::create(options);
  }
  static wire::RegisterIdentity person(std::uint8_t number) {
    crypto::Seed seed;
    seed.bytes.fill(number);
    return {"person-" + std::to_string(number), crypto::SigningKey::fromSeed(seed).publicKey(),
            wire::maskOf(wire::Role::kHolder)};
  }
  /// Sent until it is final; its height.
  Height decide(std::uint8_t number) {
    Height height;
    std::string why;
    EXPECT_TRUE(eventually([&] {
      const auto api = gateway();
      client::Author author(*api, *openPerson(folder.layout, "administrator"), folder.digest);
      const auto reply = author.send(person(number), client::Wait::kFinal);
      if (reply) height = reply->height;
      why = reply ? "refused" : std::string(reply.error().code) + ": " + reply.error().message;
      return reply.has_value() && reply->allDone();
    })) << why;
    return height;
  }

  std::filesystem::path root;
  ClusterConfig config;
  ClusterPlan plan;
  ClusterFolder folder;
  std::map<std::string, std::unique_ptr<Daemon>> daemons;
};

TEST_F(LostDisk, AValidatorThatLostItSaysSoAndNothingIsDecidedOverWhatWasFinal) {
  for (const char* name : {"validator-1", "validator-2", "business-1"}) start(name);
  const Height final = decide(1);
  ASSERT_GT(final, Height());
  for (const char* name : {"validator-1", "validator-2", "business-1"}) kill(name);

  std::filesystem::remove_all(dataFolderOf(folder.layout.node("validator-1")));
  for (const char* name : {"validator-1", "validator-3", "business-1"}) start(name);
  EXPECT_EQ(daemons.at("validator-1")->wait(), 1);
  EXPECT_NE(files::readFile(root / "validator-1.log")->find("log.never_formatted"), std::string::npos);
  // The third has nobody to decide with; the business node hears of no leader.
  {
    std::unique_ptr<client::ApiClient> api;
    Result<boost::json::value> health = fail("not.asked", "");
    ASSERT_TRUE(eventually([&] {
      api = gateway();
      health = api->get("/consensus/status");
      return health.has_value();
    }));
    EXPECT_EQ(health->at("leader").to_number<std::uint64_t>(), 0U);
    client::Author author(*api, *openPerson(folder.layout, "administrator"), folder.digest);
    EXPECT_FALSE(author.send(person(2), client::Wait::kCommitted));
  }

  start("validator-2");
  const Height later = decide(3);
  EXPECT_GT(later, final);
  EXPECT_TRUE(gateway()->identityOf(person(1).key)) << "what was final is gone";
  for (const char* name : {"validator-2", "validator-3", "business-1"}) {
    daemons.at(name)->signal(SIGTERM);
    EXPECT_EQ(daemons.at(name)->wait(), 0) << name;
  }
}

}  // namespace
}  // namespace aurigraph::cluster
