// What anybody sees of a cluster whose nodes start again: the right answer, or that there is none yet.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>
#include <thread>

#include "app/sim/people.h"
#include "core/crypto/sha256.h"
#include "nodes/client/author.h"
#include "nodes/cluster/cluster.h"
#include "nodes/files/files.h"
#include "nodes/telemetry/log.h"
#include "resources/resources.h"
#include "tests/integration/daemon.h"
#include "tests/integration/own_ports.h"
#include "tests/unit/gateway/raw_client.h"

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;
using gateway::RawAnswer;
using gateway::RawClient;

/// So many blocks behind what is interesting: a start that is not ready can be seen.
constexpr std::uint32_t kBlocksBehind = 250;

/// Every GET of docs/openapi.yaml, as written.
std::vector<std::string> promisedGets() {
  std::vector<std::string> out;
  std::istringstream text{std::string(resource("openapi.yaml"))};
  std::string path;
  bool inside = false;
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.front() != ' ') inside = line == "paths:";
    if (inside && line.starts_with("  /") && line.ends_with(':')) path = line.substr(2, line.size() - 3);
    if (inside && line == "    get:") out.push_back(path);
  }
  return out;
}

class Restart : public testing::TestWithParam<HostKind> {
 protected:
  Restart() {
    std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ranges::replace(name, '/', '-');
    config_.folder =
        std::filesystem::path(testing::TempDir()) / ("restart-" + std::to_string(::getpid()) + "-" + name);
    std::filesystem::remove_all(config_.folder);
    config_.hosts = GetParam();
    config_.ports = ownPorts();
    config_.validators = 1;
    config_.business = 2;
    config_.slim = 1;
    config_.providers = false;
  }
  ~Restart() override {
    running_.reset();
    if (!HasFailure()) std::filesystem::remove_all(config_.folder);
  }

  void start() {
    ClusterOptions options;
    options.ruleSets = {quality::encode(test::testRules())};
    options.sources = {test::testSource()};
    options.daemon = std::filesystem::path(AURIGRAPH_BINARY_DIR) / "bin" / "aurigraphd";
    options.logger = [folder = config_.folder](const std::string& name) {
      std::filesystem::create_directories(folder / "logs");
      return telemetry::makeLogger(
          {.node = name, .level = "info", .file = folder / "logs" / (name + ".log")});
    };
    auto started = Cluster::start(config_, std::move(options));
    ASSERT_TRUE(started) << started.error().code << ": " << started.error().message;
    running_ = std::move(*started);
    const auto ready = running_->waitReady(kTimeout);
    ASSERT_TRUE(ready) << ready.error().message;
    trusted_ = *files::readFile(running_->folder().layout.authority());
  }

  [[nodiscard]] client::ClientOptions optionsOf(std::uint16_t port) const {
    client::ClientOptions options;
    options.port = port;
    options.trustedPem = trusted_;
    options.timeout = 30s;
    return options;
  }
  [[nodiscard]] std::unique_ptr<client::ApiClient> clientOf(std::uint16_t port) const {
    return *client::ApiClient::create(optionsOf(port));
  }
  [[nodiscard]] crypto::SigningKey person(std::string_view name) const {
    return openPerson(running_->folder().layout, name).value();
  }
  [[nodiscard]] const PlannedNode& node(std::string_view name) const {
    return *std::ranges::find(running_->plan().nodes, name, &PlannedNode::name);
  }

  /// Nothing if nobody answers there: its process starts.
  [[nodiscard]] std::optional<RawAnswer> get(std::uint16_t port, const std::string& target,
                                             const std::string& token = {}) const {
    auto options = optionsOf(port);
    std::string text = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    if (!token.empty()) text += "Authorization: Bearer " + token + "\r\n";
    try {
      auto answer = RawClient(options).say(text + "\r\n");
      if (answer.status == 0) return std::nullopt;
      return answer;
    } catch (const std::exception&) {
      return std::nullopt;
    }
  }

  /// A record that was accepted, one that waits for a reviewer, an asset, its token, an account, evidence.
  void fill() {
    const auto api = clientOf(running_->plan().gatewayPort());
    const Digest genesis = running_->folder().digest;
    const auto now = Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / 1ns);
    const auto slimKey = loadNodeKey(running_->folder().layout.node("slim-1")).value();
    client::Author slim(*api, slimKey, genesis);
    client::Author owner(*api, person("issuer"), genesis);
    const auto done = [](const Result<client::BatchReply>& reply) {
      ASSERT_TRUE(reply) << reply.error().code << ": " << reply.error().message;
      ASSERT_TRUE(reply->allDone()) << client::asStatus(*reply).error().message;
    };
    std::vector<Digest> ids;
    for (const auto kind : {wire::RecordKind::kPropertyTitle, wire::RecordKind::kPropertyValuation}) {
      const auto record = test::scoredRecord(kind, "US-1", now);
      ASSERT_NO_FATAL_FAILURE(done(slim.send(record.command(), client::Wait::kCommitted)));
      ids.push_back(record.record.id());
    }
    record_ = toHex(ids.front().view());
    const auto waiting =
        test::scoredRecord(wire::RecordKind::kPropertyValuation, "US-2", now, test::Wanted::kReview, 7);
    ASSERT_NO_FATAL_FAILURE(done(slim.send(waiting.command(), client::Wait::kCommitted)));
    std::ranges::sort(ids);
    ASSERT_NO_FATAL_FAILURE(done(owner.send(
        wire::RegisterAsset{
            wire::AssetTemplate::kProperty, "US-1", "House", ids, {{"deed", test::filled<Digest>(0xDD)}}},
        client::Wait::kCommitted)));
    wire::IssueToken terms;
    terms.asset = AssetId(1);
    terms.symbol = "HOUSE";
    terms.name = "House";
    terms.supply = 1'000;
    terms.unitPriceMinor = 50'000;
    terms.currency = "USD";
    terms.approvals.until = Nanoseconds(now.value + 24 * 3'600 * test::kSecond);
    wire::addApproval(terms, genesis, person("issuer").publicKey(), person("compliance"));
    const auto issued = owner.send(terms, client::Wait::kFinal);
    ASSERT_NO_FATAL_FAILURE(done(issued));
    batch_ = toHex(issued->batch.view());
    issuer_ = std::to_string(api->identityOf(person("issuer").publicKey()).value().value);
    for (const char* name : {"business-1", "business-2"}) {
      const auto each = clientOf(node(name).apiPort);
      ASSERT_TRUE(each->signIn(slimKey, genesis));
      ASSERT_TRUE(each->putEvidence(crypto::sha256(asBytes(kEvidence)), asBytes(kEvidence)));
    }
    client::Author administrator(*api, person("administrator"), genesis);
    for (std::uint32_t number = 1; number <= kBlocksBehind; ++number) {
      crypto::Seed seed;
      seed.bytes.fill(0x55);
      std::memcpy(seed.bytes.data(), &number, sizeof(number));
      ASSERT_NO_FATAL_FAILURE(
          done(administrator.send(wire::RegisterIdentity{"newcomer-" + std::to_string(number),
                                                         crypto::SigningKey::fromSeed(seed).publicKey(),
                                                         wire::maskOf(wire::Role::kHolder)},
                                  client::Wait::kCommitted)));
    }
  }

  [[nodiscard]] std::string filledIn(std::string path) const {
    const std::pair<const char*, std::string> values[] = {
        {"{symbol}", "HOUSE"},   {"{author}", toHex(person("administrator").publicKey().view())},
        {"{height}", "2"},       {"{token}", "HOUSE"},
        {"{identity}", issuer_}, {"{handle}", "1"},  // the issuer's account, the first of all
        {"{digest}", batch_},    {"{sha256}", toHex(crypto::sha256(asBytes(kEvidence)).view())},
        {"{name}", "test"},      {"{id}", path.find("records") != std::string::npos ? record_ : "1"}};
    for (const auto& [name, value] : values)
      if (const auto at = path.find(name); at != std::string::npos)
        path.replace(at, std::string(name).size(), value);
    if (path.ends_with("/accounts")) path += "?identity=" + issuer_;
    if (path.ends_with("/holders")) path += "?token=HOUSE";
    if (path.ends_with("/consistency")) path += "?from=1&to=2";
    if (path.ends_with("/claims")) path += "?identity=2";
    if (path.ends_with("/trust")) path += "?issuer=14&topic=owner";
    return path;
  }
  /// Everything with one answer; the event stream has none.
  [[nodiscard]] std::vector<std::string> targets() const {
    std::vector<std::string> out;
    for (const auto& path : promisedGets())
      if (path != "/api/v11/events") out.push_back(filledIn(path));
    return out;
  }
  /// Whose answer is the same before and after.
  static bool isLasting(const std::string& target) {
    for (const char* part : {"/tokens", "/assets", "/identities", "/accounts", "/holders", "/blocks/",
                             "/genesis", "/batches/", "/evidence/", "/session/", "/info", "/consistency"})
      if (target.find(part) != std::string::npos) return true;
    return false;
  }

  static constexpr std::string_view kEvidence = "what the source said";
  ClusterConfig config_;
  std::unique_ptr<Cluster> running_;
  std::string trusted_;
  std::string record_;
  std::string batch_;
  std::string issuer_;
};

TEST_P(Restart, EveryAnswerIsRightOrSaysThatThereIsNoneYet) {
  ASSERT_NO_FATAL_FAILURE(start());
  ASSERT_NO_FATAL_FAILURE(fill());
  const auto auditor = person("auditor");
  const Digest genesis = running_->folder().digest;
  for (const char* name : {"business-1", "business-2"}) {
    const auto& restarted = node(name);
    const auto port = restarted.apiPort;
    const auto signIn = [&] { return clientOf(port)->signIn(auditor, genesis).value().token; };
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> anonymous;
    const auto known = clientOf(port)->health()->at("height").to_number<std::uint64_t>();
    for (const auto token = signIn(); const auto& target : targets()) {
      const auto answer = get(port, target, token);
      ASSERT_TRUE(answer) << target;
      ASSERT_EQ(answer->status, 200U) << target << ": " << answer->body;
      before[target] = answer->body;
      const auto open = get(port, target);
      ASSERT_TRUE(open) << target;
      if (open->status == 200 && isLasting(target)) anonymous[target] = open->body;
    }
    EXPECT_GT(anonymous.size(), 5U);
    EXPECT_GT(before.size(), 20U);

    std::atomic<bool> over = false;
    std::atomic<std::size_t> turnedAway = 0;
    std::mutex mutex;
    std::set<std::string> wrong;
    const auto poll = [&](std::size_t first) {
      const auto all = targets();
      for (std::size_t at = first; !over; ++at) {
        const auto& target = all[at % all.size()];
        const auto answer = get(port, target);
        if (!answer) continue;
        bool right = false;
        if (answer->status == 200)
          right = !anonymous.contains(target) || answer->body == anonymous.at(target);
        else if (answer->status == 503)
          right = answer->headers.contains("Retry-After");
        else
          right = answer->status == 401 || answer->status == 403;
        if (answer->status == 503 && target != "/api/v11/health") ++turnedAway;
        const std::lock_guard lock(mutex);
        if (!right)
          wrong.insert(target + " -> " + std::to_string(answer->status) + " " + answer->body.substr(0, 200));
      }
    };
    // Without its validator nobody tells the node what is decided: long enough for every route to be asked.
    ASSERT_TRUE(running_->killNode(node("validator-1").node, true));
    ASSERT_TRUE(running_->killNode(restarted.node, true));
    std::vector<std::thread> pollers;
    for (std::size_t each = 0; each < 3; ++each) pollers.emplace_back(poll, each * 8);
    ASSERT_TRUE(running_->startNode(restarted.node));
    EXPECT_TRUE(eventually([&] { return turnedAway > 3 * before.size(); })) << turnedAway;
    ASSERT_TRUE(running_->startNode(node("validator-1").node));
    const auto ready = running_->waitReady(kTimeout);
    over = true;
    for (auto& each : pollers) each.join();
    ASSERT_TRUE(ready) << ready.error().message;
    for (const auto& each : wrong) ADD_FAILURE() << name << ": " << each;
    for (const auto& state : running_->look()) {
      EXPECT_EQ(state.restarts, 0U) << state.node.name << " fell over";
      EXPECT_TRUE(state.healthy) << state.node.name << ": " << state.detail;
    }
    // Ready means ready: all of it, at once.
    const auto said = clientOf(port)->health();
    ASSERT_TRUE(said) << said.error().message;
    EXPECT_GE(said->at("height").to_number<std::uint64_t>(), known);
    EXPECT_GE(said->at("projected").to_number<std::uint64_t>(), known);
    for (const auto token = signIn(); const auto& target : targets()) {
      const auto answer = get(port, target, token);
      ASSERT_TRUE(answer) << target;
      EXPECT_EQ(answer->status, 200U) << target << ": " << answer->body;
      if (isLasting(target)) EXPECT_EQ(answer->body, before[target]) << target;
    }
  }
}

TEST_P(Restart, AStartedClusterHasEverythingWhenItSaysThatItIsReady) {
  ASSERT_NO_FATAL_FAILURE(start());
  ASSERT_NO_FATAL_FAILURE(fill());
  std::uint64_t height = 0;
  for (const auto& state : running_->look()) height = std::max(height, state.executed);
  running_.reset();
  ASSERT_NO_FATAL_FAILURE(start());
  for (const auto& state : running_->look())
    if (state.node.kind != wire::NodeKind::kSlim) EXPECT_GE(state.executed, height) << state.node.name;
  for (const char* name : {"business-1", "business-2"}) {
    const auto answer = get(node(name).apiPort, "/api/v11/query/tokens/HOUSE");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200U) << answer->body;
  }
  // And whoever is known may write: nobody is turned away for good by a node that does not know him yet.
  for (const char* name : {"business-1", "business-2"}) {
    const auto api = clientOf(node(name).apiPort);
    client::Author administrator(*api, person("administrator"), running_->folder().digest);
    const auto reply = administrator.send(
        wire::RegisterIdentity{std::string("late-") + name, test::keyNumber(name[9]).publicKey(),
                               wire::maskOf(wire::Role::kHolder)},
        client::Wait::kFinal);
    ASSERT_TRUE(reply) << reply.error().code << ": " << reply.error().message;
    EXPECT_TRUE(reply->allDone());
  }
}

INSTANTIATE_TEST_SUITE_P(Hosts, Restart, testing::Values(HostKind::kInProcess, HostKind::kProcess),
                         [](const auto& info) {
                           return info.param == HostKind::kInProcess ? "InProcess" : "Processes";
                         });

}  // namespace
}  // namespace aurigraph::cluster
