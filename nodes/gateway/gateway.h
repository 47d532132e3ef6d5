#pragma once

#include <spdlog/logger.h>

#include <boost/asio/io_context.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/genesis.h"
#include "core/wire/stream_frame.h"
#include "nodes/business/business.h"
#include "nodes/gateway/http/server.h"
#include "nodes/gateway/sign_in.h"
#include "nodes/telemetry/readings.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::gateway {

/// Where evidence lies; nodes/evidence has the store. Both may block for a disk's time.
/// Errors: evidence.unknown, evidence.digest_mismatch, evidence.too_large, evidence.unavailable.
struct EvidenceAccess {
  std::function<Result<Bytes>(const Digest&)> get;
  std::function<Status(const Digest&, ByteView)> put;
};

struct GatewayOptions {
  ServerOptions server;
  std::filesystem::path dataFolder;  ///< For block store and read models.
  wire::Genesis genesis;
  Lane lane;
  NodeId node;
  std::string nodeName;  ///< "business-1"
  std::string version;
  SignInOptions signIn;
  routing::Rate signInsPerAddress{.cells = 5, .period = Nanoseconds(60'000'000'000), .burst = 0};  ///< R-GW-2
  /// In place of it while the gateway listens on the loopback only: then whoever comes is on this machine.
  /// Behind a proxy on the same machine set both alike.
  routing::Rate signInsOnLoopback{.cells = 120, .period = Nanoseconds(60'000'000'000), .burst = 0};
  routing::Rate operationsPerAuthor{};         ///< Default: no limit of its own.
  std::chrono::milliseconds patience{20'000};  ///< How long a submission or a proof may wait.
  /// What one batch stream may have under way: a second's worth, and no more than the buffers take.
  wire::StreamCredits streamCredits{.batches = 512, .bytes = std::uint64_t{24} * 1024 * 1024};
  std::function<Nanoseconds()> wallClock;  ///< UTC; empty: the machine's.
};

struct GatewayParts {
  business::BusinessService* service = nullptr;  ///< Outlives the gateway; its reactor may run on after it.
  telemetry::Registry* registry = nullptr;       ///< Outlives the gateway.
  EvidenceAccess evidence;  ///< May be empty: the routes then answer evidence.unavailable.
  /// All nodes of the cluster as last read, this one with its replica's status of now; any thread, at once.
  /// May be empty: then the genesis' list, without readings.
  std::function<std::vector<telemetry::NodeReading>(const replica::ReplicaStatus& own)> nodes;
  /// This node's CPU and memory, for its health; may be empty. Any thread, at once.
  std::function<boost::json::object(const replica::ReplicaStatus& own)> usage;
  std::shared_ptr<spdlog::logger> log;  ///< May be empty.
  /// The read models can go on only from the chain's beginning: start this node anew. May be empty.
  std::function<void(const Error& why)> startAnew;
};

/// A business node's public face: server, routes, projection and event stream in one. Needs threads that
/// run `io`; none of them may be the node's reactor if that must stay fast.
class Gateway {
 public:
  /// Starts to listen on the socket and to the node. Errors: those of NodeServer::start and
  /// Projection::open.
  static Result<std::unique_ptr<Gateway>> start(boost::asio::io_context& io, GatewayOptions options,
                                                GatewayParts parts);
  ~Gateway();  ///< stop()

  [[nodiscard]] std::uint16_t port() const;
  Status renew(const std::string& certificatePem, const std::string& keyPem);  ///< NodeServer::renew
  /// Drains and closes. Not from a thread that runs `io`.
  void stop();

  /// Every route, for the test that compares them with docs/openapi.yaml.
  [[nodiscard]] const Router& router() const;

 private:
  struct State;
  explicit Gateway(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

/// LEADER, FOLLOWER …
[[nodiscard]] std::string_view nameOf(replica::ReplicaStatus::Role role);

/// UP, RECOVERING, DEGRADED or DOWN: what a health says for the code of a node's trouble; empty: none.
[[nodiscard]] std::string_view statusWord(std::string_view code);

/// The routes every node has, with or without a ledger: /api/v11/health, /metrics.
struct NodeHealth {
  bool ok = false;
  boost::json::object body;
};
/// `beforeScrape` may bring gauges up to date; it must not block. Both outlive the router's server.
void addNodeRoutes(Router& router, telemetry::Registry& registry,
                   std::function<void(std::function<void(NodeHealth)>)> health,
                   std::function<void()> beforeScrape = {});

}  // namespace aurigraph::gateway
