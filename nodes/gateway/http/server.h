#pragma once

#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/routing/gcra.h"
#include "nodes/gateway/http/router.h"
#include "nodes/telemetry/registry.h"

namespace aurigraph::gateway {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;      ///< 0: any free one; see NodeServer::port().
  std::string certificatePem;  ///< The server's, with its chain.
  std::string keyPem;
  std::string clientAuthorityPem;  ///< If set: every client must show a certificate of this CA (R-GW-3).

  std::size_t maxConnections = 512;
  std::size_t maxHeaderBytes = 16 * 1024;
  std::chrono::milliseconds handshakeTimeout{10'000};
  std::chrono::milliseconds idleTimeout{60'000};     ///< Between requests of one connection.
  std::chrono::milliseconds requestTimeout{30'000};  ///< From the first byte of a request to its last.
  std::chrono::milliseconds drainTimeout{5'000};     ///< What requests under way get when we stop (R-NODE-5).
  routing::Rate requests{.cells = 1'000, .period = Nanoseconds(1'000'000'000), .burst = 0};  ///< R-GW-2
  std::function<Nanoseconds()> clock;  ///< For the limits; empty: the machine's steady clock.
};

/// An HTTPS server (TLS 1.2 and 1.3) over a router: every node's API port. Holds no thread: connections
/// run as coroutines on the caller's io_context, each on its own strand, so several threads may run it.
class NodeServer {
 public:
  /// `registry` may be null; it must outlive the server.
  /// Errors: server.bad_certificate, server.port_busy, server.bad_address.
  static Result<std::unique_ptr<NodeServer>> start(boost::asio::io_context& io, ServerOptions options,
                                                   std::shared_ptr<const Router> router,
                                                   telemetry::Registry* registry);
  ~NodeServer();  ///< stop()

  [[nodiscard]] std::uint16_t port() const;
  /// New connections show this certificate from now on; standing ones go on (R-SEC-2).
  /// Errors: server.bad_certificate.
  Status renew(const std::string& certificatePem, const std::string& keyPem);
  /// Takes no new connection, lets requests under way end within the drain time, closes the rest. When
  /// it returns no handler runs any more. Not from a thread that runs the io_context.
  void stop();

 private:
  struct State;
  explicit NodeServer(std::shared_ptr<State> state);
  std::shared_ptr<State> state_;
};

}  // namespace aurigraph::gateway
