#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

/// A small HTTPS server for the simulator: TLS 1.2 or newer, keep-alive, one thread, bounded requests.
namespace aurigraph::providers {

struct HttpRequest {
  std::string method;  ///< "GET", "POST"
  std::string path;    ///< "/alpaca/v2/stocks/VOO/snapshot", without the query, percent-decoded.
  std::map<std::string, std::string> query;
  std::map<std::string, std::string> headers;  ///< Names in lower case.
  std::string body;

  /// The header's value, or "".
  [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const;
  [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

struct HttpReply {
  unsigned status = 200;
  std::string contentType = "application/json";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::chrono::milliseconds delay{0};  ///< Held back this long before it is sent.
  std::size_t sendBytes = SIZE_MAX;    ///< Fewer than the body: the connection breaks in the middle.
};

struct ServerOptions {
  std::string certificatePem;
  std::string keyPem;
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  ///< 0: a free one.
};

class HttpsServer {
 public:
  static constexpr std::size_t kMaxRequestBytes = std::size_t{64} * 1024;
  static constexpr std::size_t kMaxConnections = 256;

  using Handler = std::function<HttpReply(const HttpRequest&)>;

  /// `handler` runs on the server's thread and must not block.
  /// Errors: server.bad_certificate, server.bad_address, server.port_taken.
  static Result<std::unique_ptr<HttpsServer>> start(const ServerOptions& options, Handler handler);
  ~HttpsServer();  ///< Ends all connections.
  HttpsServer(const HttpsServer&) = delete;
  HttpsServer& operator=(const HttpsServer&) = delete;

  [[nodiscard]] std::uint16_t port() const;

 private:
  struct State;
  explicit HttpsServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::providers
