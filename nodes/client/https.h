#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace aurigraph::client {

using Clock = std::chrono::steady_clock;

/// Makes `tls` trust these certificates only. Errors: client.bad_options.
Status trustOnly(boost::asio::ssl::context& tls, const std::string& trustedPem);

struct HttpRequest {
  boost::beast::http::verb method = boost::beast::http::verb::get;
  std::string target = {};
  std::string contentType = {};  ///< Empty: no body.
  ByteView body = {};
  std::string bearer = {};
  std::string lastEventId = {};
  std::string accept = {};
};

struct HttpAnswer {
  unsigned status = 0;
  std::string contentType;
  Bytes body;
  std::uint32_t retryAfterSeconds = 0;
};

/// One TLS connection to a gateway, driven by its own io_context inside each call: synchronous, with a
/// deadline, for one thread at a time.
class HttpsConnection {
 public:
  /// `tls` trusts exactly the pinned certificates.
  HttpsConnection(boost::asio::ssl::context& tls, std::string serverName);

  /// Errors: client.unreachable, client.timeout, client.untrusted_server.
  Status connect(const std::string& host, std::uint16_t port, Clock::time_point deadline);

  struct Failure {
    Error error;
    bool sent = false;  ///< The request may have reached the server.
  };
  /// Errors: client.connection_lost, client.timeout, client.bad_answer.
  tl::expected<HttpAnswer, Failure> exchange(const HttpRequest& request, Clock::time_point deadline);
  [[nodiscard]] bool reusable() const { return reusable_; }

  /// Sends and gives the body piece by piece, until `onText` answers false or the stream ends. `idle` is
  /// asked at least once a second; false ends it too. An answer other than 200 is given back whole.
  tl::expected<HttpAnswer, Failure> stream(const HttpRequest& request, Clock::time_point headDeadline,
                                           const std::function<bool(std::string_view)>& onText,
                                           const std::function<bool()>& idle);

 private:
  using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
  /// Runs one asynchronous operation to its end or the deadline.
  template <class Start>
  boost::system::error_code run(Clock::time_point deadline, Start start);
  Failure failure(const boost::system::error_code& code, bool sent) const;
  Status handshakeStatus(const boost::system::error_code& code) const;

  boost::asio::io_context io_{1};
  Stream stream_;
  boost::beast::flat_buffer buffer_;
  std::string serverName_;
  std::string place_;
  bool reusable_ = false;
};

}  // namespace aurigraph::client
