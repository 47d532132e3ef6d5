#include "nodes/gateway/http/server.h"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <condition_variable>
#include <list>
#include <mutex>

#include "nodes/gateway/http/connection.h"
#include "nodes/gateway/http/tls.h"

namespace aurigraph::gateway {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

namespace {

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

Nanoseconds steadyNow() {
  return Nanoseconds(std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

}  // namespace

struct NodeServer::State : ServerShared, std::enable_shared_from_this<NodeServer::State> {
  State(asio::io_context& io, ServerOptions given, std::shared_ptr<const Router> routes,
        telemetry::Registry* metrics)
      : io_(io),
        options_(std::move(given)),
        router_(std::move(routes)),
        registry_(metrics),
        acceptor_(asio::make_strand(io)),
        requests_(options_.requests) {
    if (!options_.clock) options_.clock = steadyNow;
  }

  [[nodiscard]] const ServerOptions& options() const override { return options_; }
  [[nodiscard]] const Router& router() const override { return *router_; }
  [[nodiscard]] bool draining() const override { return draining_; }

  routing::Admission admit() override {
    const std::lock_guard lock(mutex_);
    return requests_.admit(options_.clock());
  }

  void count(const Route* route, unsigned status) override {
    if (registry_ == nullptr) return;
    const auto budget = route == nullptr ? std::string_view("none") : nameOf(route->budget);
    registry_
        ->counter("aurigraph_http_requests_total",
                  {{"class", std::string(budget)}, {"status", std::to_string(status / 100) + "xx"}})
        .Increment();
  }

  void refused(const char* reason) {
    if (registry_ != nullptr)
      registry_->counter("aurigraph_http_refused_total", {{"reason", reason}}).Increment();
  }

  // Accepts until stopped. A connection beyond the bound is closed at once: the client sees it and waits.
  Task<void> accept() {
    while (!draining_) {
      auto [error, socket] = co_await acceptor_.async_accept(asio::make_strand(io_), kToken);
      if (error == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
      if (error) {
        // Out of descriptors or the like: let others close theirs first.
        asio::steady_timer pause(co_await asio::this_coro::executor, std::chrono::milliseconds(50));
        co_await pause.async_wait(kToken);
        continue;
      }
      open(std::move(socket));
    }
  }

  void open(tcp::socket socket) {
    const auto self = shared_from_this();
    std::shared_ptr<Connection> connection;
    std::list<std::weak_ptr<Connection>>::iterator place;
    {
      const std::lock_guard lock(mutex_);
      if (draining_ || connections_.size() >= options_.maxConnections) {
        refused("too_many_connections");
        return;
      }
      connection = std::make_shared<Connection>(std::move(socket), *tls_, self);
      place = connections_.insert(connections_.end(), connection);
      gauge();
    }
    // The connection's coroutine holds it; when it ended, its place is free.
    asio::co_spawn(connection->executor(), runOne(connection),
                   asio::bind_cancellation_slot(connection->cancelSlot(), [self, place](std::exception_ptr) {
                     const std::lock_guard lock(self->mutex_);
                     self->connections_.erase(place);
                     self->gauge();
                     self->changed_.notify_all();
                   }));
  }

  static Task<void> runOne(std::shared_ptr<Connection> connection) { co_await connection->run(); }

  void gauge() {
    if (registry_ != nullptr)
      registry_->gauge("aurigraph_http_connections").Set(static_cast<double>(connections_.size()));
  }

  void stop() {
    if (draining_.exchange(true)) return;
    asio::post(acceptor_.get_executor(), [self = shared_from_this()] {
      boost::system::error_code ignored;
      self->acceptor_.close(ignored);
    });
    const auto each = [&](void (Connection::*what)()) {
      std::vector<std::shared_ptr<Connection>> now;
      for (const auto& weak : connections_)
        if (auto connection = weak.lock()) now.push_back(std::move(connection));
      for (const auto& connection : now) (connection.get()->*what)();
    };
    std::unique_lock lock(mutex_);
    each(&Connection::drain);
    const auto empty = [&] { return connections_.empty() && !accepting_; };
    if (!changed_.wait_for(lock, options_.drainTimeout, empty)) {
      each(&Connection::close);
      changed_.wait_for(lock, options_.drainTimeout, empty);
    }
  }

  asio::io_context& io_;
  ServerOptions options_;
  std::shared_ptr<const Router> router_;
  telemetry::Registry* registry_;
  tcp::acceptor acceptor_;
  std::uint16_t port_ = 0;
  std::atomic<bool> draining_ = false;
  std::mutex mutex_;  // guards what follows
  std::unique_ptr<asio::ssl::context> tls_;
  std::condition_variable changed_;
  routing::Gcra requests_;
  std::list<std::weak_ptr<Connection>> connections_;
  bool accepting_ = false;
};

NodeServer::NodeServer(std::shared_ptr<State> state) : state_(std::move(state)) {}
NodeServer::~NodeServer() {
  stop();
}

Result<std::unique_ptr<NodeServer>> NodeServer::start(asio::io_context& io, ServerOptions options,
                                                      std::shared_ptr<const Router> router,
                                                      telemetry::Registry* registry) {
  auto tls = serverTls(options.certificatePem, options.keyPem, options.clientAuthorityPem);
  if (!tls) return propagate(tls);
  boost::system::error_code error;
  const auto address = asio::ip::make_address(options.address, error);
  if (error)
    return fail("server.bad_address", "'" + options.address + "' is no IP address to listen on.",
                "Give one such as 127.0.0.1 or ::.");
  const tcp::endpoint endpoint(address, options.port);
  auto state = std::make_shared<State>(io, std::move(options), std::move(router), registry);
  state->tls_ = std::move(*tls);
  auto& acceptor = state->acceptor_;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error)
    return fail("server.port_busy",
                "Cannot listen on " + endpoint.address().to_string() + ":" + std::to_string(endpoint.port()) +
                    ": " + error.message() + ".",
                "Choose another port, or 0 for any free one.");
  state->port_ = acceptor.local_endpoint().port();
  state->accepting_ = true;
  asio::co_spawn(acceptor.get_executor(), state->accept(), [state](std::exception_ptr) {
    const std::lock_guard lock(state->mutex_);
    state->accepting_ = false;
    state->changed_.notify_all();
  });
  return std::unique_ptr<NodeServer>(new NodeServer(std::move(state)));
}

std::uint16_t NodeServer::port() const {
  return state_->port_;
}
Status NodeServer::renew(const std::string& certificatePem, const std::string& keyPem) {
  auto tls = serverTls(certificatePem, keyPem, state_->options_.clientAuthorityPem);
  if (!tls) return propagate(tls);
  const std::lock_guard lock(state_->mutex_);
  state_->tls_ = std::move(*tls);  // a standing connection holds on to what it began with
  return {};
}
void NodeServer::stop() {
  state_->stop();
}

}  // namespace aurigraph::gateway
