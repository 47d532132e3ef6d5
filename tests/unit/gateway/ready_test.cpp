// A node that cannot tell the whole truth yet says so, at every door; and its lists heal by themselves.

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/support/gateway_fixture.h"
#include "tests/unit/gateway/filled_in.h"
#include "tests/unit/gateway/raw_client.h"

namespace aurigraph::gateway {
namespace {

using namespace aurigraph::test;

// What answers whatever the node lacks (docs/openapi.yaml, "Readiness").
const std::set<std::string> kAlways = {"/metrics",
                                       "/api/v11/health",
                                       "/api/v11/info",
                                       "/api/v11/openapi.yaml",
                                       "/api/v11/query/status",
                                       "/api/v11/query/metrics",
                                       "/api/v11/query/genesis",
                                       "/api/v11/consensus/status",
                                       "/api/v11/auth/challenge"};

class Ready : public ::testing::Test {
 protected:
  RawAnswer ask(const std::string& method, const std::string& target, const std::string& token = {}) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    if (!token.empty()) text += "Authorization: Bearer " + token + "\r\n";
    if (method != "GET") text += "Content-Length: 0\r\n";
    return RawClient(fixture_.clientOptions()).say(text + "\r\n");
  }
  boost::json::value health() { return *fixture_.client()->health(); }
  std::string statusWordNow() { return std::string(health().at("status").as_string()); }

  std::ostringstream log_;
  std::filesystem::path folder_;
  GatewayFixture fixture_{[this](GatewayOptions& options, GatewayParts& parts) {
    folder_ = options.dataFolder;
    parts.log =
        std::make_shared<spdlog::logger>("node", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_));
  }};
};

TEST_F(Ready, ANodeThatRecoversSaysSoAtEveryDoor) {
  auto api = fixture_.client();
  issueProperty(*api, fixture_.business().digest(), "US-1", "HOUSE", U128(1'000));
  const std::string token = fixture_.client()->signIn(issuer().key, fixture_.business().digest())->token;
  ASSERT_TRUE(eventually([&] { return ask("GET", "/api/v11/query/tokens/HOUSE").status == 200; }));

  fixture_.business().sayReady(false);
  std::size_t gated = 0;
  for (const auto& route : fixture_.gateway().router().routes()) {
    const auto answer = ask(std::string(nameOf(route.method)), filledIn(route.path), token);
    const std::string where = std::string(nameOf(route.method)) + " " + route.path;
    if (route.path == "/api/v11/health") {
      EXPECT_EQ(answer.status, 503U);
      EXPECT_TRUE(answer.headers.contains("Retry-After"));
      continue;
    }
    if (kAlways.contains(route.path) || route.method == Method::kDelete) {
      EXPECT_NE(answer.status, 503U) << where << ": " << answer.body;
      continue;
    }
    ++gated;
    EXPECT_EQ(answer.status, 503U) << where << ": " << answer.body;
    EXPECT_EQ(answer.code(), "node.recovering") << where;
    EXPECT_TRUE(answer.headers.contains("Retry-After")) << where;
  }
  EXPECT_GT(gated, 20U);
  const auto said = health();
  EXPECT_EQ(said.at("status").as_string(), "RECOVERING");
  EXPECT_EQ(said.at("phase").as_string(), "joining");
  EXPECT_EQ(said.at("code").as_string(), "node.recovering");
  EXPECT_GT(said.at("known").to_number<int>(), 0);
  EXPECT_FALSE(api->get("/query/status")->at("ready").as_bool());
  EXPECT_NE(ask("GET", "/metrics").body.find("aurigraph_node_ready{"), std::string::npos);

  fixture_.business().sayReady(true);
  EXPECT_EQ(ask("GET", "/api/v11/query/tokens/HOUSE").status, 200U);
  EXPECT_EQ(ask("GET", "/api/v11/query/assets").status, 200U);
  EXPECT_EQ(statusWordNow(), "UP");
  EXPECT_EQ(health().at("phase").as_string(), "serving");
}

TEST_F(Ready, AClientWaitsForANodeThatRecovers) {
  fixture_.business().sayReady(false);
  std::thread later([&] {
    // The question below has been turned away at least once.
    EXPECT_TRUE(
        eventually([&] { return ask("GET", "/metrics").body.find("status=\"5xx\"") != std::string::npos; }));
    fixture_.business().sayReady(true);
  });
  const auto people = fixture_.client()->list("/query/identities");
  later.join();
  ASSERT_TRUE(people.has_value()) << people.error().message;
  EXPECT_EQ(people->size(), fixture_.business().genesis().identities.size());
}

// The soft limit on the size of files: for a write beyond it the disk is as good as full.
class FullDisk {
 public:
  explicit FullDisk(std::uintmax_t mostBytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit now = before_;
    now.rlim_cur = mostBytes;
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST_F(Ready, ListsOnAFullDiskStandStillLoudlyAndGoOnByThemselves) {
  auto api = fixture_.client();
  client::Author author(*api, administrator().key, fixture_.business().digest());
  const auto add = [&](std::uint8_t number) {
    expectDone(
        author.send(wire::RegisterIdentity{"person-" + std::to_string(number), keyNumber(number).publicKey(),
                                           wire::maskOf(wire::Role::kHolder)},
                    client::Wait::kCommitted));
  };
  add(150);
  ASSERT_TRUE(eventually([&] { return health().at("projection_lag").to_number<int>() == 0; }));
  {
    const FullDisk full(std::filesystem::file_size(folder_ / "blocks.dat") + 100);
    for (std::uint8_t number = 151; number < 156; ++number) add(number);
    EXPECT_TRUE(eventually([&] { return statusWordNow() == "DEGRADED"; }));
    const auto said = health();
    EXPECT_EQ(said.at("projection").as_string(), "STOPPED");
    EXPECT_EQ(said.at("code").as_string(), "projection.unusable");
    EXPECT_EQ(said.at("projection_lag").to_number<int>(), 5);
    EXPECT_FALSE(said.at("remedy").as_string().empty());
    const auto list = ask("GET", "/api/v11/query/identities");
    EXPECT_EQ(list.status, 503U) << "never an old list as if it were new";
    EXPECT_EQ(list.code(), "projection.unusable");
    EXPECT_EQ(ask("GET", "/api/v11/query/sessions/" + std::string(64, 'a')).status, 200U)
        << "what needs the ledger alone goes on";
    const auto metrics = ask("GET", "/metrics").body;
    EXPECT_NE(metrics.find("aurigraph_projection_stopped{"), std::string::npos);
    EXPECT_NE(metrics.find("aurigraph_projection_lag{"), std::string::npos);
    add(156);
  }
  EXPECT_TRUE(eventually([&] { return statusWordNow() == "UP"; })) << "without a restart";
  EXPECT_EQ(api->list("/query/identities")->size(), fixture_.business().genesis().identities.size() + 7);
  const auto count = [text = log_.str()](std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("projection.unusable"), 1U) << log_.str();
  EXPECT_EQ(count("projection.resumed"), 1U) << log_.str();
}

}  // namespace
}  // namespace aurigraph::gateway
