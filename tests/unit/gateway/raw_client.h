#pragma once

// Bytes over TLS, for what a well-behaved client would never send.

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/json/parse.hpp>
#include <map>
#include <string>

#include "nodes/client/client.h"

namespace aurigraph::gateway {

struct RawAnswer {
  unsigned status = 0;
  std::map<std::string, std::string> headers;
  std::string body;
  [[nodiscard]] std::string code() const {
    boost::system::error_code error;
    const auto value = boost::json::parse(body, error);
    if (error || !value.is_object() || !value.get_object().contains("code"))
      return "no problem document: " + body;
    return std::string(value.at("code").as_string());
  }
};

class RawClient {
 public:
  explicit RawClient(client::ClientOptions options, int tlsVersion = 0)
      : options_(std::move(options)), tlsVersion_(tlsVersion) {}

  /// A connection of its own per call.
  RawAnswer say(const std::string& bytes) {
    namespace asio = boost::asio;
    namespace http = boost::beast::http;
    asio::io_context io;
    asio::ssl::context tls(asio::ssl::context::tls_client);
    tls.add_certificate_authority(asio::buffer(options_.trustedPem));
    if (tlsVersion_ != 0) {
      SSL_CTX_set_security_level(tls.native_handle(), 0);
      SSL_CTX_set_min_proto_version(tls.native_handle(), tlsVersion_);
      SSL_CTX_set_max_proto_version(tls.native_handle(), tlsVersion_);
    }
    asio::ssl::stream<asio::ip::tcp::socket> stream(io, tls);
    stream.next_layer().connect({asio::ip::make_address(options_.host), options_.port});
    stream.handshake(asio::ssl::stream_base::client);
    boost::system::error_code error;
    asio::write(stream, asio::buffer(bytes), error);
    boost::beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    http::read_header(stream, buffer, parser, error);
    // A stream of events has no end.
    if (!error && parser.get()[http::field::content_type] != "text/event-stream")
      http::read(stream, buffer, parser, error);
    RawAnswer out;
    if (!parser.is_header_done()) return out;
    out.status = parser.get().result_int();
    for (const auto& field : parser.get())
      out.headers[std::string(field.name_string())] = std::string(field.value());
    out.body = parser.get().body();
    return out;
  }

 private:
  client::ClientOptions options_;
  int tlsVersion_;
};

}  // namespace aurigraph::gateway
