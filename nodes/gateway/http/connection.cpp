#include "nodes/gateway/http/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstring>

#include "core/base/assert.h"
#include "nodes/gateway/http/bridge.h"
#include "nodes/gateway/http/problem.h"

namespace aurigraph::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using namespace std::chrono_literals;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
// A stream says that it is alive, and learns that its reader has gone.
constexpr auto kHeartbeat = 10s;
// After a refusal we read on for a moment, else the reset would overtake the answer.
constexpr std::size_t kLingerBytes = std::size_t{16} * 1024 * 1024;
constexpr auto kLingerTime = 2s;
constexpr std::string_view kBearer = "Bearer ";

Method methodOf(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::kGet;
    case http::verb::post:
      return Method::kPost;
    case http::verb::put:
      return Method::kPut;
    case http::verb::delete_:
      return Method::kDelete;
    default:
      return Method::kOther;
  }
}

// A library threw; nothing of it goes out (R-SEC-4).
Response ourFault() {
  return problem(
      Error{"internal", "Something went wrong on our side.", "Try again; tell the operator if it stays."});
}

template <class Fields>
void addHeaders(Fields& message, const Response& response) {
  message.set(http::field::server, "aurigraph");
  message.set(http::field::strict_transport_security, "max-age=31536000; includeSubDomains");
  message.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  message.set("X-Frame-Options", "DENY");
  message.set("X-Content-Type-Options", "nosniff");
  message.set(http::field::cache_control, "no-store");
  for (const auto& [name, value] : response.headers) message.set(name, value);
}

}  // namespace

struct Connection::Incoming {
  const Route* route = nullptr;
  std::optional<Response> refused;  // said without reading the body
  std::shared_ptr<Request> request = std::make_shared<Request>();
  unsigned version = 11;
  bool keepAlive = false;
  bool headOnly = false;  // of a HEAD
};

Connection::Connection(asio::ip::tcp::socket socket, asio::ssl::context& tls,
                       std::shared_ptr<ServerShared> shared)
    : stream_(std::move(socket), tls), shared_(std::move(shared)) {
  boost::system::error_code ignored;
  auto& lowest = beast::get_lowest_layer(stream_).socket();
  lowest.set_option(asio::ip::tcp::no_delay(true), ignored);
  const auto endpoint = lowest.remote_endpoint(ignored);
  peerAddress_ = endpoint.address().to_string();
}

void Connection::drain() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    if (self->upgrade_)
      self->upgrade_->drain();
    else if (!self->busy_)
      beast::get_lowest_layer(self->stream_).close();
  });
}

void Connection::close() {
  asio::post(stream_.get_executor(), [self = shared_from_this()] {
    self->cancel_.emit(asio::cancellation_type::terminal);
    beast::get_lowest_layer(self->stream_).close();
  });
}

Task<void> Connection::run() {
  auto& lowest = beast::get_lowest_layer(stream_);
  lowest.expires_after(shared_->options().handshakeTimeout);
  const auto [handshake] = co_await stream_.async_handshake(asio::ssl::stream_base::server, kToken);
  if (handshake) co_return;
  for (bool more = true; more && !shared_->draining();) {
    Incoming incoming;
    if (!co_await readRequest(incoming)) break;
    const bool bodyUnread = incoming.refused.has_value();
    Response response = co_await answer(incoming);
    shared_->count(incoming.route, response.status);
    if (response.upgrade) {
      co_await writeUpgrade(std::move(response));
      break;
    }
    if (response.stream) {
      co_await writeStream(std::move(response), incoming);
      break;
    }
    more = co_await write(std::move(response), incoming) && incoming.keepAlive;
    busy_ = false;
    if (bodyUnread && !incoming.keepAlive) co_await linger();
  }
  lowest.expires_after(1s);
  co_await stream_.async_shutdown(kToken);
  lowest.close();
}

// Head, then route and its bound, then the body. False: the connection is of no more use.
Task<bool> Connection::readRequest(Incoming& incoming) {
  const auto& options = shared_->options();
  auto& lowest = beast::get_lowest_layer(stream_);
  http::request_parser<http::empty_body> head;
  head.header_limit(static_cast<std::uint32_t>(options.maxHeaderBytes));
  head.body_limit(boost::none);
  lowest.expires_after(options.idleTimeout);
  const auto [headError, headSize] = co_await http::async_read_header(stream_, buffer_, head, kToken);
  if (headError == http::error::header_limit || headError == http::error::bad_method ||
      headError == http::error::bad_target || headError == http::error::bad_version ||
      headError == http::error::bad_field || headError == http::error::bad_value ||
      headError == http::error::bad_content_length || headError == http::error::bad_transfer_encoding) {
    incoming.refused =
        problem(Error{"request.malformed", "This is no HTTP request we can read.", "Check the client."});
    co_return true;
  }
  if (headError) co_return false;
  busy_ = true;

  const auto& message = head.get();
  auto& request = *incoming.request;
  incoming.version = message.version();
  incoming.headOnly = message.method() == http::verb::head;
  request.method = methodOf(message.method());
  request.peerAddress = peerAddress_;
  const auto authorization = message[http::field::authorization];
  if (authorization.starts_with(kBearer)) request.bearer = std::string(authorization.substr(kBearer.size()));
  request.lastEventId = std::string(message["Last-Event-ID"]);
  if (http::token_list(message[http::field::connection]).exists("upgrade"))
    request.upgrade = std::string(message[http::field::upgrade]);

  const auto refuse = [&](Response answer) {
    incoming.refused = std::move(answer);
    // Without a body there is nothing left to read, and the connection stays good.
    incoming.keepAlive = message.keep_alive() && !message.has_content_length() && !message.chunked();
  };
  if (const auto admission = shared_->admit(); !admission.admitted) {
    refuse(tooMany({"rate.too_many_requests", "More requests than this gateway takes in a second.",
                    "Wait as long as Retry-After says."},
                   admission.retryAfter));
    co_return true;
  }
  auto target = parseTarget({message.target().data(), message.target().size()});
  if (!target) {
    refuse(problem(target.error()));
    co_return true;
  }
  auto match = shared_->router().find(request.method, target->path);
  if (!match) {
    auto answer = problem(match.error());
    if (answer.status == 405) answer.headers.emplace_back("Allow", shared_->router().methodsAt(target->path));
    refuse(std::move(answer));
    co_return true;
  }
  incoming.route = match->route;
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  request.parameters = std::move(match->parameters);
  if (auto instead = co_await turnedAway(incoming)) {
    refuse(std::move(*instead));
    co_return true;
  }

  const auto tooLarge = [&] {
    return Error{"request.too_large",
                 "This route takes at most " + std::to_string(match->route->maxBodyBytes) + " bytes.",
                 "Send less at once."};
  };
  const auto length = head.content_length();
  if (length && *length > match->route->maxBodyBytes) {
    refuse(problem(tooLarge()));
    incoming.keepAlive = false;
    co_return true;
  }
  lowest.expires_after(options.requestTimeout);
  if (beast::iequals(message[http::field::expect], "100-continue")) {
    http::response<http::empty_body> go(http::status::continue_, 11);
    const auto [goError, goSize] = co_await http::async_write(stream_, go, kToken);
    if (goError) co_return false;
  }
  http::request_parser<http::vector_body<std::uint8_t>> body(std::move(head));
  body.body_limit(match->route->maxBodyBytes);
  const auto [bodyError, bodySize] = co_await http::async_read(stream_, buffer_, body, kToken);
  if (bodyError == http::error::body_limit) {
    incoming.refused = problem(tooLarge());
    co_return true;
  }
  if (bodyError) co_return false;
  incoming.keepAlive = body.get().keep_alive();
  request.body = std::move(body.get().body());
  co_return true;
}

Task<Response> Connection::answer(Incoming& incoming) {
  if (incoming.refused) co_return std::move(*incoming.refused);
  // The handler bounds its own waiting; the socket is idle meanwhile.
  beast::get_lowest_layer(stream_).expires_never();
  try {
    co_return co_await incoming.route->handler(incoming.request);
  } catch (const std::exception&) {
  }
  co_return ourFault();
}

// May ask the ledger, which bounds the waiting.
Task<std::optional<Response>> Connection::turnedAway(Incoming& incoming) {
  beast::get_lowest_layer(stream_).expires_never();
  try {
    co_return co_await shared_->router().turnedAway(*incoming.route, *incoming.request);
  } catch (const std::exception&) {
  }
  co_return ourFault();
}

Task<bool> Connection::write(Response response, const Incoming& incoming) {
  http::response<http::string_body> message(static_cast<http::status>(response.status), incoming.version);
  addHeaders(message, response);
  message.set(http::field::content_type, response.contentType);
  message.keep_alive(incoming.keepAlive && !shared_->draining());
  message.body() = std::move(response.body);
  message.prepare_payload();
  beast::get_lowest_layer(stream_).expires_after(shared_->options().requestTimeout);
  if (incoming.headOnly) {
    // RFC 9110 §9.3.2: a body here would be taken for the next answer.
    http::response_serializer<http::string_body> head(message);
    const auto [error, size] = co_await http::async_write_header(stream_, head, kToken);
    co_return !error && message.keep_alive();
  }
  const auto [error, size] = co_await http::async_write(stream_, message, kToken);
  co_return !error && message.keep_alive();
}

Task<void> Connection::writeStream(Response response, const Incoming& incoming) {
  const auto source = response.stream;
  http::response<http::empty_body> message(http::status::ok, incoming.version);
  addHeaders(message, response);
  message.set(http::field::content_type, response.contentType);
  message.keep_alive(false);
  http::response_serializer<http::empty_body> serializer(message);
  beast::get_lowest_layer(stream_).expires_after(shared_->options().requestTimeout);
  const auto [headError, headSize] = co_await http::async_write_header(stream_, serializer, kToken);
  if (headError) co_return;
  while (!shared_->draining() && !source->ended()) {
    auto text = source->take();
    if (text.empty()) {
      beast::get_lowest_layer(stream_).expires_never();
      std::function<void(std::function<void(bool)>)> wait = [source](std::function<void(bool)> done) {
        source->whenReady([done = std::move(done)] { done(true); });
      };
      const auto ready = co_await callbackOr<bool>(std::move(wait), kHeartbeat);
      if (ready) continue;
      text = ": alive\n\n";
    }
    beast::get_lowest_layer(stream_).expires_after(shared_->options().requestTimeout);
    const auto [error, size] = co_await asio::async_write(stream_, asio::buffer(text), kToken);
    if (error) co_return;
  }
}

/// The connection's bytes without HTTP. What is small is read ahead; large bodies go where they belong.
class Connection::Raw final : public Duplex {
 public:
  Raw(Stream& stream, beast::flat_buffer& readAhead, std::chrono::milliseconds writeTimeout)
      : stream_(stream), readAhead_(readAhead), writeTimeout_(writeTimeout) {}

  Task<bool> read(std::span<std::uint8_t> into, std::chrono::milliseconds timeout) override {
    for (;;) {
      const std::size_t ready = std::min(readAhead_.size(), into.size());
      if (ready != 0) {
        std::memcpy(into.data(), readAhead_.data().data(), ready);
        readAhead_.consume(ready);
        into = into.subspan(ready);
      }
      if (into.empty()) co_return true;
      beast::get_lowest_layer(stream_).expires_after(timeout);
      if (into.size() >= kReadAheadBytes) {
        const auto [error, size] =
            co_await stream_.async_read_some(asio::buffer(into.data(), into.size()), kToken);
        if (error) co_return false;
        into = into.subspan(size);
      } else {
        const auto [error, size] =
            co_await stream_.async_read_some(readAhead_.prepare(kReadAheadBytes), kToken);
        if (error) co_return false;
        readAhead_.commit(size);
      }
    }
  }

  Task<bool> write(ByteView bytes) override {
    beast::get_lowest_layer(stream_).expires_after(writeTimeout_);
    const auto [error, size] =
        co_await asio::async_write(stream_, asio::buffer(bytes.data(), bytes.size()), kToken);
    co_return !error;
  }

  void close() override { beast::get_lowest_layer(stream_).close(); }

 private:
  static constexpr std::size_t kReadAheadBytes = std::size_t{16} * 1024;  // a TLS record
  Stream& stream_;
  beast::flat_buffer& readAhead_;
  std::chrono::milliseconds writeTimeout_;
};

Task<void> Connection::writeUpgrade(Response response) {
  http::response<http::empty_body> message(http::status::switching_protocols, 11);
  addHeaders(message, response);
  message.set(http::field::connection, "Upgrade");
  message.set(http::field::upgrade, response.upgrade->protocol());
  beast::get_lowest_layer(stream_).expires_after(shared_->options().requestTimeout);
  const auto [error, size] = co_await http::async_write(stream_, message, kToken);
  if (error) co_return;
  upgrade_ = std::move(response.upgrade);
  if (shared_->draining()) upgrade_->drain();
  Raw raw(stream_, buffer_, shared_->options().requestTimeout);
  const bool told = co_await upgrade_->run(raw);
  upgrade_.reset();
  if (told) co_await linger();
}

Task<void> Connection::linger() {
  beast::get_lowest_layer(stream_).expires_after(kLingerTime);
  std::vector<std::uint8_t> waste(64 * 1024);
  for (std::size_t total = 0; total < kLingerBytes;) {
    const auto [error, size] = co_await stream_.async_read_some(asio::buffer(waste), kToken);
    if (error) co_return;
    total += size;
  }
}

}  // namespace aurigraph::gateway
