#include "nodes/client/https.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>

namespace aurigraph::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t kMaxAnswerBytes = std::size_t{64} * 1024 * 1024;
// Nobody knows what became of what was sent: whoever signs it anew may do the same thing twice.
constexpr const char* kAfterSilence =
    "Check that the cluster is up. What only reads may be asked once more; what was signed goes out as the "
    "same "
    "bytes or not at all.";

http::request<http::span_body<const std::uint8_t>> messageOf(const HttpRequest& request,
                                                             const std::string& host) {
  http::request<http::span_body<const std::uint8_t>> message(request.method, request.target, 11);
  message.set(http::field::host, host);
  message.set(http::field::user_agent, "aurigraph-client");
  if (!request.accept.empty()) message.set(http::field::accept, request.accept);
  if (!request.bearer.empty()) message.set(http::field::authorization, "Bearer " + request.bearer);
  if (!request.lastEventId.empty()) message.set("Last-Event-ID", request.lastEventId);
  if (!request.contentType.empty()) {
    message.set(http::field::content_type, request.contentType);
    message.body() = beast::span<const std::uint8_t>(request.body.data(), request.body.size());
  }
  message.keep_alive(true);
  message.prepare_payload();
  return message;
}

}  // namespace

Status trustOnly(asio::ssl::context& tls, const std::string& trustedPem) {
  error_code code = asio::error::invalid_argument;
  if (!trustedPem.empty()) tls.add_certificate_authority(asio::buffer(trustedPem), code);
  if (code)
    return fail("client.bad_options", "The certificate to trust cannot be read: " + code.message() + ".",
                "Give the cluster's CA or the gateway's certificate as PEM.");
  SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
  // The gateway's own certificate may be pinned without its CA.
  X509_STORE_set_flags(SSL_CTX_get_cert_store(tls.native_handle()), X509_V_FLAG_PARTIAL_CHAIN);
  SSL_CTX_set_options(tls.native_handle(), SSL_OP_IGNORE_UNEXPECTED_EOF);
  tls.set_verify_mode(asio::ssl::verify_peer);
  return {};
}

HttpsConnection::HttpsConnection(asio::ssl::context& tls, std::string serverName)
    : stream_(io_, tls), serverName_(std::move(serverName)) {
  stream_.set_verify_callback(asio::ssl::host_name_verification(serverName_));
  // A name goes along as SNI; an address must not (RFC 6066 §3).
  error_code notAddress;
  asio::ip::make_address(serverName_, notAddress);
  if (notAddress) SSL_set_tlsext_host_name(stream_.native_handle(), serverName_.c_str());
}

template <class Start>
error_code HttpsConnection::run(Clock::time_point deadline, Start start) {
  error_code result = asio::error::timed_out;
  bool done = false;
  start([&](error_code code, auto&&...) {
    result = code;
    done = true;
  });
  io_.restart();
  io_.run_until(deadline);
  if (!done) {
    // Closing makes the operation end, so that nothing refers to this frame any more.
    beast::get_lowest_layer(stream_).close();
    io_.restart();
    io_.run();
    reusable_ = false;
    return asio::error::timed_out;
  }
  return result;
}

HttpsConnection::Failure HttpsConnection::failure(const error_code& code, bool sent) const {
  if (code == asio::error::timed_out || code == beast::error::timeout)
    return {{"client.timeout", "No answer from " + place_ + " in time.", kAfterSilence}, sent};
  if (code == http::error::body_limit ||
      code.category() == http::make_error_code(http::error::bad_version).category()) {
    if (code != http::error::end_of_stream && code != http::error::partial_message)
      return {{"client.bad_answer", place_ + " answers something we cannot read: " + code.message() + ".",
               "Check that this is an Aurigraph gateway."},
              sent};
  }
  return {{"client.connection_lost", "The connection to " + place_ + " broke: " + code.message() + ".",
           kAfterSilence},
          sent};
}

Status HttpsConnection::connect(const std::string& host, std::uint16_t port, Clock::time_point deadline) {
  place_ = host + ":" + std::to_string(port);
  const auto unreachable = [&](const error_code& code) {
    return fail("client.unreachable", "Cannot reach " + place_ + ": " + code.message() + ".",
                "Check address and port, and that the cluster is up.");
  };
  tcp::resolver resolver(io_);
  error_code code;
  const auto endpoints = resolver.resolve(host, std::to_string(port), code);
  if (code) return unreachable(code);
  auto& lowest = beast::get_lowest_layer(stream_);
  code = run(deadline, [&](auto done) { lowest.async_connect(endpoints, std::move(done)); });
  if (code == asio::error::timed_out) return tl::unexpected<Error>(failure(code, false).error);
  if (code) return unreachable(code);
  lowest.socket().set_option(tcp::no_delay(true), code);
  code = run(deadline,
             [&](auto done) { stream_.async_handshake(asio::ssl::stream_base::client, std::move(done)); });
  if (code == asio::error::timed_out) return tl::unexpected<Error>(failure(code, false).error);
  if (code) return handshakeStatus(code);
  reusable_ = true;
  return {};
}

Status HttpsConnection::handshakeStatus(const error_code& code) const {
  const auto verdict = SSL_get_verify_result(const_cast<Stream&>(stream_).native_handle());
  if (verdict == X509_V_OK && code.category() != asio::error::get_ssl_category())
    return tl::unexpected<Error>(failure(code, false).error);
  const auto why =
      verdict != X509_V_OK ? std::string(X509_verify_cert_error_string(verdict)) : code.message();
  return fail("client.untrusted_server", place_ + " does not show the certificate we trust: " + why + ".",
              "Check the pinned CA of your profile; if the cluster is new, pin its CA anew.");
}

tl::expected<HttpAnswer, HttpsConnection::Failure> HttpsConnection::exchange(const HttpRequest& request,
                                                                             Clock::time_point deadline) {
  auto message = messageOf(request, place_);
  reusable_ = false;
  auto code = run(deadline, [&](auto done) { http::async_write(stream_, message, std::move(done)); });
  // A server may refuse an upload before it has taken all of it: look for its answer even so.
  const auto writeCode = code;
  if (code == asio::error::timed_out) return tl::unexpected(failure(code, true));
  http::response_parser<http::vector_body<std::uint8_t>> parser;
  parser.body_limit(kMaxAnswerBytes);
  code = run(deadline, [&](auto done) { http::async_read(stream_, buffer_, parser, std::move(done)); });
  if (code) return tl::unexpected(failure(writeCode ? writeCode : code, true));
  auto answer = parser.release();
  reusable_ = answer.keep_alive() && !writeCode;
  HttpAnswer out{.status = answer.result_int(),
                 .contentType = std::string(answer[http::field::content_type]),
                 .body = std::move(answer.body()),
                 .retryAfterSeconds = 0};
  const auto wait = answer[http::field::retry_after];
  if (!wait.empty() && wait.size() < 6 && wait.find_first_not_of("0123456789") == beast::string_view::npos)
    out.retryAfterSeconds = static_cast<std::uint32_t>(std::stoul(std::string(wait)));
  return out;
}

tl::expected<HttpAnswer, HttpsConnection::Failure> HttpsConnection::stream(
    const HttpRequest& request, Clock::time_point headDeadline,
    const std::function<bool(std::string_view)>& onText, const std::function<bool()>& idle) {
  auto message = messageOf(request, place_);
  reusable_ = false;
  auto code = run(headDeadline, [&](auto done) { http::async_write(stream_, message, std::move(done)); });
  if (code) return tl::unexpected(failure(code, true));
  http::response_parser<http::vector_body<std::uint8_t>> parser;
  parser.body_limit(boost::none);
  code = run(headDeadline,
             [&](auto done) { http::async_read_header(stream_, buffer_, parser, std::move(done)); });
  if (code) return tl::unexpected(failure(code, true));
  if (parser.get().result() != http::status::ok) {
    code = run(headDeadline, [&](auto done) { http::async_read(stream_, buffer_, parser, std::move(done)); });
    auto answer = parser.release();
    return HttpAnswer{.status = answer.result_int(),
                      .contentType = std::string(answer[http::field::content_type]),
                      .body = std::move(answer.body()),
                      .retryAfterSeconds = 0};
  }
  const HttpAnswer done{.status = 200, .contentType = {}, .body = {}, .retryAfterSeconds = 0};
  if (buffer_.size() > 0) {
    const std::string first(static_cast<const char*>(buffer_.data().data()), buffer_.size());
    buffer_.consume(buffer_.size());
    if (!onText(first)) return done;
  }
  // The read stays pending over the idle seconds; `idle` is asked between them.
  std::string piece(16 * 1024, '\0');
  for (;;) {
    bool finished = false;
    error_code readCode;
    std::size_t size = 0;
    stream_.async_read_some(asio::buffer(piece), [&](error_code result, std::size_t bytes) {
      readCode = result;
      size = bytes;
      finished = true;
    });
    while (!finished) {
      io_.restart();
      io_.run_for(std::chrono::milliseconds(250));
      if (finished || !idle || idle()) continue;
      beast::get_lowest_layer(stream_).close();
      io_.restart();
      io_.run();
      return done;
    }
    if (readCode) return tl::unexpected(failure(readCode, true));
    if (!onText(std::string_view(piece).substr(0, size))) return done;
  }
}

}  // namespace aurigraph::client
