#include "nodes/providers/server.h"

#include <algorithm>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>
#include <thread>

namespace aurigraph::providers {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

constexpr auto kIdleTimeout = std::chrono::seconds(30);

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percentDecoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 && hexDigit(text[i + 2]) >= 0) {
      out += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

HttpRequest readRequest(const http::request<http::string_body>& message) {
  HttpRequest out;
  out.method = std::string(message.method_string());
  const std::string_view target(message.target().data(), message.target().size());
  const auto mark = target.find('?');
  out.path = percentDecoded(target.substr(0, mark));
  std::string_view rest = mark == std::string_view::npos ? "" : target.substr(mark + 1);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto pair = rest.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    out.query[percentDecoded(pair.substr(0, equals))] =
        equals < pair.size() ? percentDecoded(pair.substr(equals + 1)) : "";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const auto& field : message) {
    std::string name(field.name_string());
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    out.headers[name] = std::string(field.value());
  }
  out.body = message.body();
  return out;
}

std::string httpDate(std::chrono::system_clock::time_point when) {
  const auto seconds = std::chrono::system_clock::to_time_t(when);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[40];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text;
}

/// One connection. Lives as long as an operation of it is under way.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, asio::ssl::context& tls, const HttpsServer::Handler& handler,
             std::size_t& open)
      : stream_(std::move(socket), tls), timer_(stream_.get_executor()), handler_(handler), open_(open) {
    ++open_;
  }
  ~Connection() { --open_; }

  void run() {
    beast::get_lowest_layer(stream_).expires_after(kIdleTimeout);
    stream_.async_handshake(asio::ssl::stream_base::server,
                            [self = shared_from_this()](beast::error_code error) {
                              if (!error) self->read();
                            });
  }

 private:
  void read() {
    parser_.emplace();
    parser_->body_limit(HttpsServer::kMaxRequestBytes);
    beast::get_lowest_layer(stream_).expires_after(kIdleTimeout);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](beast::error_code error, std::size_t) {
                       if (!error) self->answer();
                     });
  }

  void answer() {
    reply_ = handler_(readRequest(parser_->get()));
    beast::get_lowest_layer(stream_).expires_never();
    if (reply_.delay.count() <= 0) return write();
    timer_.expires_after(reply_.delay);
    timer_.async_wait([self = shared_from_this()](beast::error_code error) {
      if (!error) self->write();
    });
  }

  void write() {
    const bool keepAlive = parser_->get().keep_alive();
    message_ = {};
    message_.version(11);
    message_.result(reply_.status);
    message_.set(http::field::server, "provider-simulator");
    message_.set(http::field::date, httpDate(std::chrono::system_clock::now()));
    if (reply_.status != 304) message_.set(http::field::content_type, reply_.contentType);
    for (const auto& [name, value] : reply_.headers) message_.set(name, value);
    message_.keep_alive(keepAlive);
    message_.body() = std::move(reply_.body);
    message_.prepare_payload();
    beast::get_lowest_layer(stream_).expires_after(kIdleTimeout);
    if (reply_.sendBytes < message_.body().size()) return writePart();
    http::async_write(stream_, message_,
                      [self = shared_from_this(), keepAlive](beast::error_code error, std::size_t) {
                        if (error) return;
                        if (keepAlive) return self->read();
                        self->close();
                      });
  }

  /// Promises the whole length and sends less: what a broken proxy does.
  void writePart() {
    std::string head = "HTTP/1.1 " + std::to_string(message_.result_int()) + " OK\r\n";
    for (const auto& field : message_.base())
      head += std::string(field.name_string()) + ": " + std::string(field.value()) + "\r\n";
    part_ = head + "\r\n" + message_.body().substr(0, reply_.sendBytes);
    asio::async_write(stream_, asio::buffer(part_),
                      [self = shared_from_this()](beast::error_code, std::size_t) {
                        beast::get_lowest_layer(self->stream_).close();
                      });
  }

  void close() {
    stream_.async_shutdown([self = shared_from_this()](beast::error_code) {});
  }

  beast::ssl_stream<beast::tcp_stream> stream_;
  asio::steady_timer timer_;
  const HttpsServer::Handler& handler_;
  std::size_t& open_;
  beast::flat_buffer buffer_{HttpsServer::kMaxRequestBytes * 2};
  std::optional<http::request_parser<http::string_body>> parser_;
  HttpReply reply_;
  http::response<http::string_body> message_;
  std::string part_;
};

}  // namespace

std::string_view HttpRequest::header(std::string_view lowerCaseName) const {
  const auto found = headers.find(std::string(lowerCaseName));
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view HttpRequest::parameter(std::string_view name) const {
  const auto found = query.find(std::string(name));
  return found == query.end() ? std::string_view() : std::string_view(found->second);
}

struct HttpsServer::State {
  Handler handler;
  asio::ssl::context tls{asio::ssl::context::tls_server};
  std::size_t open = 0;
  asio::io_context context{1};  // after what its handlers refer to
  tcp::acceptor acceptor{context};
  std::thread thread;

  void accept() {
    acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (!error && open < kMaxConnections)
        std::make_shared<Connection>(std::move(socket), tls, handler, open)->run();
      accept();
    });
  }
};

Result<std::unique_ptr<HttpsServer>> HttpsServer::start(const ServerOptions& options, Handler handler) {
  auto state = std::make_unique<State>();
  state->handler = std::move(handler);
  beast::error_code error;
  state->tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                         asio::ssl::context::no_tlsv1_1);
  state->tls.use_certificate_chain(asio::buffer(options.certificatePem), error);
  if (!error) state->tls.use_private_key(asio::buffer(options.keyPem), asio::ssl::context::pem, error);
  if (error)
    return fail("server.bad_certificate",
                "The simulator's certificate or key cannot be used: " + error.message(),
                "Give a PEM certificate and its own PEM key.");
  const auto address = asio::ip::make_address(options.address, error);
  if (error)
    return fail("server.bad_address", "\"" + options.address + "\" is no IP address.",
                "Give 127.0.0.1 or another.");
  const tcp::endpoint endpoint(address, options.port);
  state->acceptor.open(endpoint.protocol(), error);
  if (!error) state->acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) state->acceptor.bind(endpoint, error);
  if (!error) state->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error)
    return fail("server.port_taken",
                "Port " + std::to_string(options.port) + " cannot be opened: " + error.message(),
                "Choose another port, or 0 for a free one.");
  state->accept();
  state->thread = std::thread([raw = state.get()] { raw->context.run(); });
  return std::unique_ptr<HttpsServer>(new HttpsServer(std::move(state)));
}

HttpsServer::HttpsServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

HttpsServer::~HttpsServer() {
  state_->context.stop();
  state_->thread.join();
}

std::uint16_t HttpsServer::port() const {
  return state_->acceptor.local_endpoint().port();
}

}  // namespace aurigraph::providers
