#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <memory>

#include "nodes/gateway/http/server.h"

namespace aurigraph::gateway {

/// What all connections of a server share. Requests are counted and limited here.
class ServerShared {
 public:
  virtual ~ServerShared() = default;
  [[nodiscard]] virtual const ServerOptions& options() const = 0;
  [[nodiscard]] virtual const Router& router() const = 0;
  [[nodiscard]] virtual bool draining() const = 0;
  virtual routing::Admission admit() = 0;
  virtual void count(const Route* route, unsigned status) = 0;
};

/// One client's connection: requests one after another until either side ends it.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
  Connection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context& tls,
             std::shared_ptr<ServerShared> shared);

  [[nodiscard]] boost::asio::any_io_executor executor() { return stream_.get_executor(); }
  [[nodiscard]] boost::asio::cancellation_slot cancelSlot() { return cancel_.slot(); }
  Task<void> run();
  /// Ends it now unless a request is under way; then after that one. Any thread.
  void drain();
  /// Ends it now, also a handler that waits for something. Any thread.
  void close();

 private:
  struct Incoming;
  Task<bool> readRequest(Incoming& incoming);
  Task<std::optional<Response>> turnedAway(Incoming& incoming);
  Task<Response> answer(Incoming& incoming);
  Task<bool> write(Response response, const Incoming& incoming);
  Task<void> writeStream(Response response, const Incoming& incoming);
  Task<void> writeUpgrade(Response response);
  Task<void> linger();
  class Raw;

  Stream stream_;
  boost::beast::flat_buffer buffer_;
  std::shared_ptr<ServerShared> shared_;
  std::string peerAddress_;
  boost::asio::cancellation_signal cancel_;  // ends a handler that waits; on the strand
  bool busy_ = false;                        // on the strand
  std::shared_ptr<Upgrade> upgrade_;         // on the strand
};

}  // namespace aurigraph::gateway
