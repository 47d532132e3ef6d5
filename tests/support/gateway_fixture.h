#pragma once

// A gateway over real HTTPS on a free loopback port, beside a FakeBusiness.

#include "nodes/client/author.h"
#include "nodes/client/client.h"
#include "nodes/gateway/gateway.h"
#include "nodes/link/certificate_authority.h"
#include "tests/support/fake_business.h"
#include "tests/support/temporary_folder.h"

namespace aurigraph::test {

inline Nanoseconds systemTime() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

/// Within what approvals may be good for.
inline Nanoseconds tomorrow() {
  return Nanoseconds(systemTime().value + 24 * 3'600 * kSecond);
}

/// Certificates of one authority for `localhost`, made once.
struct TestTls {
  std::string authorityPem;
  link::Credentials server;
};
inline const TestTls& testTls() {
  static const TestTls tls = [] {
    auto authority = link::CertificateAuthority::create("test", testGenesis().digest(), systemTime()).value();
    return TestTls{authority.certificatePem(), authority.issueServer("gateway", {}, systemTime()).value()};
  }();
  return tls;
}

class GatewayFixture {
 public:
  using Change = std::function<void(gateway::GatewayOptions&, gateway::GatewayParts&)>;
  explicit GatewayFixture(const Change& change = {}, FakeBusiness* service = nullptr)
      : own_(service == nullptr ? std::make_unique<FakeBusiness>() : nullptr),
        service_(service == nullptr ? own_.get() : service),
        registry_(telemetry::Labels{{"node", "business-1"}, {"kind", "business"}}),
        guard_(boost::asio::make_work_guard(io_)) {
    gateway::GatewayOptions options;
    options.server.certificatePem = testTls().server.certificatePem;
    options.server.keyPem = testTls().server.keyPem;
    options.server.requests = {};
    options.server.drainTimeout = std::chrono::milliseconds(500);
    options.signInsOnLoopback = {};
    options.dataFolder = folder_.path();
    options.genesis = service_->genesis();
    options.node = NodeId(1);
    options.nodeName = "business-1";
    options.version = "test";
    gateway::GatewayParts parts{.service = service_,
                                .registry = &registry_,
                                .evidence = {},
                                .nodes = {},
                                .usage = {},
                                .log = {},
                                .startAnew = {}};
    if (change) change(options, parts);
    auto started = gateway::Gateway::start(io_, std::move(options), std::move(parts));
    if (!started) throw std::runtime_error(started.error().message);
    gateway_ = std::move(*started);
    threads_.emplace_back([this] { io_.run(); });
    threads_.emplace_back([this] { io_.run(); });
    service_->settle();  // it has told the gateway that it is ready
  }
  ~GatewayFixture() {
    gateway_.reset();
    guard_.reset();
    io_.stop();
    for (auto& thread : threads_) thread.join();
  }

  [[nodiscard]] gateway::Gateway& gateway() { return *gateway_; }
  [[nodiscard]] FakeBusiness& business() { return *service_; }
  [[nodiscard]] telemetry::Registry& registry() { return registry_; }
  [[nodiscard]] client::ClientOptions clientOptions() const {
    client::ClientOptions options;
    options.host = "127.0.0.1";
    options.port = gateway_->port();
    options.trustedPem = testTls().authorityPem;
    return options;
  }
  [[nodiscard]] std::unique_ptr<client::ApiClient> client() const {
    return client::ApiClient::create(clientOptions()).value();
  }
  /// A client that is signed in.
  [[nodiscard]] std::unique_ptr<client::ApiClient> clientOf(const Person& person) const {
    auto out = client();
    const auto signedIn = out->signIn(person.key, service_->digest());
    if (!signedIn) throw std::runtime_error(signedIn.error().message);
    return out;
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<FakeBusiness> own_;
  FakeBusiness* service_;
  telemetry::Registry registry_;
  boost::asio::io_context io_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  std::unique_ptr<gateway::Gateway> gateway_;
  std::vector<std::thread> threads_;
};

/// Waits until `holds`, at most ten seconds.
inline bool eventually(const std::function<bool()>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

/// Every operation done, or the test fails with the ledger's words.
inline client::BatchReply expectDone(Result<client::BatchReply> reply) {
  if (!reply) {
    ADD_FAILURE() << reply.error().code << ": " << reply.error().message;
    return {};
  }
  const auto status = client::asStatus(*reply);
  EXPECT_TRUE(status.has_value()) << (status ? "" : status.error().message);
  return *reply;
}

/// Title and valuation of a parcel, registered and issued through the API as `symbol`.
inline void issueProperty(client::ApiClient& api, const Digest& genesis, const std::string& key,
                          const std::string& symbol, U128 supply, std::uint8_t seed = 1) {
  using client::Wait;
  client::Author slim(api, slimNode().key, genesis);
  client::Author owner(api, issuer().key, genesis);
  std::vector<Digest> ids;
  for (const auto kind : {wire::RecordKind::kPropertyTitle, wire::RecordKind::kPropertyValuation}) {
    const auto record = scoredRecord(kind, key, systemTime(), Wanted::kAccept, seed);
    expectDone(slim.send(record.command(), Wait::kCommitted));
    ids.push_back(record.record.id());
  }
  std::ranges::sort(ids);
  expectDone(owner.send(
      wire::RegisterAsset{
          wire::AssetTemplate::kProperty, key, "House " + key, ids, {{"deed", filled<Digest>(0xDD)}}},
      Wait::kCommitted));
  const auto asset = api.get("/query/assets?key=" + key);
  ASSERT_TRUE(asset.has_value()) << asset.error().message;
  wire::IssueToken terms;
  terms.asset = AssetId(asset->at("items").at(0).at("id").to_number<std::uint64_t>());
  terms.symbol = symbol;
  terms.name = "Token " + symbol;
  terms.supply = supply;
  terms.unitPriceMinor = 50'000;
  terms.currency = "USD";
  terms.approvals.until = tomorrow();
  addApproval(terms, genesis, issuer().key.publicKey(), compliance().key);
  expectDone(owner.send(terms, Wait::kFinal));
}

}  // namespace aurigraph::test
