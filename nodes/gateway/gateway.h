#pragma once

#include <spdlog/logger.h>

#include <boost/asio/io_context.hpp>
#include <boost/json/object.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/wire/genesis.h"
#include "core/wire/stream_frame.h"
#include "nodes/business/business.h"
#include "nodes/gateway/clock.h"
#include "nodes/gateway/evidence_access.h"
#include "nodes/gateway/http/server.h"
#include "nodes/gateway/sign_in.h"
#include "nodes/telemetry/readings.h"
#include "nodes/telemetry/registry.h"

/// The gateway is a business node's public face: the HTTPS API of docs/openapi.yaml, the read models behind
/// its lists, and the event stream. Requests come from outside and are all hostile; blocks and certificates
/// come from the node beside it. Writing goes to the node as signed bytes; reading is a look at its ledger or
/// at what is made from its blocks. What may be asked by whom stands in one table, Gateway::router().
namespace aurigraph::gateway {

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
  routing::Rate operationsPerAuthor{};              ///< Default: no limit of its own.
  std::chrono::milliseconds answerTimeout{20'000};  ///< How long a submission or a proof may wait.
  /// What one batch stream may have under way: a second's worth, and no more than the buffers take.
  wire::StreamCredits streamCredits{.batches = 512, .bytes = std::uint64_t{24} * 1024 * 1024};
  Clock wallClock;  ///< Empty: the machine's.
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

/// Server, routes, projection and event stream in one. Needs threads that run `io`; none of them may be the
/// node's reactor if that must stay fast.
class Gateway {
 public:
  /// Starts to listen on the socket and to the node. Errors: those of NodeServer::start and
  /// Projection::open.
  static Result<std::unique_ptr<Gateway>> start(boost::asio::io_context& io, GatewayOptions options,
                                                GatewayParts parts);
  ~Gateway();  ///< stop()

  [[nodiscard]] std::uint16_t port() const;
  Status renew(const std::string& certificatePem,
               const std::string& keyPem);  ///< NodeServer::renew
  /// Drains and closes. Not from a thread that runs `io`.
  void stop();

  /// The table of routes, as docs/openapi.yaml and docs/formats/gateway.md tell it; for a second door too.
  [[nodiscard]] const Router& router() const;

 private:
  struct State;
  explicit Gateway(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

}  // namespace aurigraph::gateway
