#include "nodes/link/link_transport.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/connect.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <random>

#include "nodes/link/connection.h"

namespace aurigraph::link {
namespace {

using boost::asio::ip::tcp;
using runtime::Channel;
using ErrorCode = boost::system::error_code;
using LinkAcceptor = boost::asio::basic_socket_acceptor<tcp, LinkExecutor>;
using LinkResolver = boost::asio::ip::basic_resolver<tcp, LinkExecutor>;

/// After a failed accept (no file handles left): a pause instead of a spin.
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr Channel kChannels[] = {Channel::kControl, Channel::kBulk};

std::size_t indexOf(Channel channel) {
  return static_cast<std::size_t>(channel);
}

Error refused(std::string_view code, std::string message) {
  return Error{code, std::move(message), "Check genesis file, node number and certificate of that node."};
}

}  // namespace

struct LinkTransport::State : std::enable_shared_from_this<State> {
  /// One channel of one peer.
  struct Lane {
    // Guarded by `mutex`: any thread sends.
    std::deque<runtime::FrameRef> queue;
    std::size_t queuedBytes = 0;
    bool standing = false;
    bool wakeUnderWay = false;
    // On the strand only.
    std::shared_ptr<Connection> connection;
    bool dialling = false;
    unsigned attempts = 0;
  };
  struct Peer {
    PeerAddress address;
    std::uint64_t generation = 0;  ///< Tells an entry from a later one of the same node.
    Lane lanes[2];
    bool up = false;  ///< Written on the strand under `mutex`.
  };
  /// A dial under way: whatever is first, connection or deadline.
  struct Dial {
    explicit Dial(const LinkExecutor& executor) : socket(executor), resolver(executor), deadline(executor) {}
    LinkSocket socket;
    LinkResolver resolver;
    LinkTimer deadline;
  };

  State(boost::asio::io_context& io, LinkOptions given)
      : reactor(io),
        options(std::move(given)),
        strand(boost::asio::make_strand(io)),
        acceptor(strand),
        acceptPause(strand),
        random(std::random_device{}()) {}

  boost::asio::io_context& reactor;
  LinkOptions options;
  LinkExecutor strand;
  LinkAcceptor acceptor;
  LinkTimer acceptPause;
  std::minstd_rand random;
  std::mutex mutex;  ///< Queues, the map of peers, the context.
  std::map<NodeId, std::unique_ptr<Peer>> peers;
  std::shared_ptr<SSL_CTX> context;
  std::uint64_t generations = 0;
  std::map<Connection*, std::shared_ptr<Connection>> strangers;  ///< Accepted, not yet judged.
  std::uint16_t listenPort = 0;

  Receiver receiver;
  std::recursive_mutex callbackMutex;  ///< Held while a callback runs: stop() waits for its end.
  bool stopped = false;                ///< Guarded by callbackMutex.
  std::atomic<bool> stopping{false};

  std::atomic<std::uint64_t> framesSent{0}, framesReceived{0}, bytesSent{0}, bytesReceived{0}, dropped{0},
      refusals{0}, badFrames{0}, connections{0};

  template <class Call>
  void tell(Call call) {
    const std::lock_guard lock(callbackMutex);
    if (!stopped) call();
  }
  void report(LinkEvent event) {
    tell([&] {
      if (options.onEvent) options.onEvent(event);
    });
  }

  Peer* find(NodeId node) {
    const auto found = peers.find(node);
    return found == peers.end() ? nullptr : found->second.get();
  }
  bool dials(NodeId node) const { return options.node < node; }

  Status useCredentials(const Credentials& credentials) {
    auto made = makeContext(options.authorityPem, credentials);
    if (!made) return propagate(made);
    const auto facts = readCertificate(credentials.certificatePem);
    if (!facts) return propagate(facts);
    const auto own = nodeUri(options.genesis, options.node);
    if (std::ranges::find(facts->uris, own) == facts->uris.end())
      return fail("certificate.not_ours", "The certificate does not name this node (" + own + ").",
                  "Let the cluster's certificate authority issue this node's certificate anew.");
    const std::lock_guard lock(mutex);
    context = std::shared_ptr<SSL_CTX>(made->release(), SSL_CTX_free);
    return {};
  }

  // ---- listening ----

  Status listen() {
    ErrorCode error;
    const auto address = boost::asio::ip::make_address(options.listenHost, error);
    const tcp::endpoint endpoint(error ? boost::asio::ip::address_v4::loopback() : address,
                                 options.listenPort);
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(boost::asio::socket_base::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(boost::asio::socket_base::max_listen_connections, error);
    if (error) {
      ErrorCode ignored;
      acceptor.close(ignored);
      return fail("link.port_busy",
                  "Cannot listen on " + options.listenHost + ":" + std::to_string(options.listenPort) + ": " +
                      error.message() + ".",
                  "Free the port or give the node another one.");
    }
    listenPort = acceptor.local_endpoint().port();
    return {};
  }

  void accept() {
    acceptor.async_accept([self = shared_from_this()](ErrorCode error, LinkSocket socket) {
      if (self->stopping) return;
      if (!error) {
        self->welcome(std::move(socket));
        self->accept();
        return;
      }
      self->acceptPause.expires_after(kAcceptPause);
      self->acceptPause.async_wait([self](ErrorCode cancelled) {
        if (!cancelled && !self->stopping) self->accept();
      });
    });
  }

  std::shared_ptr<Connection> makeConnection(LinkSocket socket, TlsStream::Side side) {
    const std::lock_guard lock(mutex);
    return std::make_shared<Connection>(
        std::move(socket), context.get(), side, [pool = options.buffers](BufferClass bufferClass) {
          return pool != nullptr ? pool->acquire(bufferClass) : allocateBuffer(bufferClass);
        });
  }

  void welcome(LinkSocket socket) {
    if (strangers.size() >= options.maxHandshakes) {
      ++refusals;
      report({"link.too_many_strangers", NodeId(), Channel::kControl, "A connection was turned away."});
      return;
    }
    auto connection = makeConnection(std::move(socket), TlsStream::Side::kAccepts);
    Connection* const raw = connection.get();
    strangers[raw] = connection;
    auto heard = std::make_shared<Hello>();  // what the peer said, once it was judged
    Connection::Handlers handlers;
    handlers.judge = [self = shared_from_this(), heard](const Hello& hello, const CertificateFacts& facts) {
      *heard = hello;
      return self->judge(hello, facts, hello.from);
    };
    handlers.onEstablished = [self = shared_from_this(), heard, raw] {
      auto own = self->strangers.extract(raw);
      if (!own.empty()) self->established(heard->from, heard->channel, std::move(own.mapped()));
    };
    handlers.onClosed = [self = shared_from_this(), heard, raw](const Error& why) {
      self->strangers.erase(raw);
      self->closed(heard->from, heard->channel, raw, why);
    };
    wire(handlers, heard);
    const auto hello = [self = shared_from_this(), heard] {
      return Hello{self->options.genesis, self->options.node, heard->from, heard->channel};
    };
    connection->start(std::move(handlers), hello, options.handshakeTimeout);
  }

  /// The part that is the same for both sides; `heard` says who it is by the time it is asked.
  void wire(Connection::Handlers& handlers, const std::shared_ptr<Hello>& heard) {
    handlers.onFrame = [self = shared_from_this(), heard](runtime::FrameRef frame) {
      self->framesReceived.fetch_add(1, std::memory_order_relaxed);
      self->bytesReceived.fetch_add(encodedSize(*frame), std::memory_order_relaxed);
      self->tell([&] { self->receiver.onFrame(heard->from, heard->channel, std::move(frame)); });
    };
    handlers.nextFrame = [self = shared_from_this(), heard] {
      return self->nextFrame(heard->from, heard->channel);
    };
  }

  /// Who is this, and may it come in? `expected`: whom the certificate must name.
  Status judge(const Hello& hello, const CertificateFacts& facts, NodeId expected) {
    if (hello.genesis != options.genesis)
      return tl::unexpected(refused("link.refused_genesis", "The other side belongs to another cluster."));
    const auto name = nodeUri(options.genesis, expected);
    if (std::ranges::find(facts.uris, name) == facts.uris.end())
      return tl::unexpected(refused("link.refused_certificate", "The certificate of \"" + facts.subject +
                                                                    "\" does not name " + name + "."));
    if (hello.from != expected || hello.to != options.node)
      return tl::unexpected(refused("link.refused_node", "The hello names other nodes than it should."));
    if (find(hello.from) == nullptr)
      return tl::unexpected(refused("link.refused_node", "Node " + std::to_string(hello.from.value) +
                                                             " is not one of this node's peers."));
    return {};
  }

  // ---- dialling ----

  void dial(NodeId node, Channel channel) {
    Peer* const peer = find(node);
    if (stopping || peer == nullptr || !dials(node) || peer->address.port == 0) return;
    Lane& lane = peer->lanes[indexOf(channel)];
    if (lane.dialling || lane.connection) return;
    lane.dialling = true;
    auto attempt = std::make_shared<Dial>(strand);
    attempt->deadline.expires_after(options.handshakeTimeout);
    attempt->deadline.async_wait([attempt](ErrorCode cancelled) {
      if (cancelled) return;
      ErrorCode ignored;
      attempt->resolver.cancel();
      attempt->socket.close(ignored);
    });
    const auto done = [self = shared_from_this(), attempt, node, channel,
                       generation = peer->generation](ErrorCode error) {
      attempt->deadline.cancel();
      self->dialled(*attempt, node, channel, generation, error);
    };
    ErrorCode notNumeric;
    const auto address = boost::asio::ip::make_address(peer->address.host, notNumeric);
    if (!notNumeric) {
      attempt->socket.async_connect(tcp::endpoint(address, peer->address.port), done);
      return;
    }
    attempt->resolver.async_resolve(
        peer->address.host, std::to_string(peer->address.port),
        [attempt, done](ErrorCode error, const LinkResolver::results_type& found) {
          if (error)
            done(error);
          else
            boost::asio::async_connect(attempt->socket, found,
                                       [done](ErrorCode failed, const tcp::endpoint&) { done(failed); });
        });
  }

  void dialled(Dial& attempt, NodeId node, Channel channel, std::uint64_t generation, ErrorCode error) {
    Peer* const peer = find(node);
    if (stopping || peer == nullptr || peer->generation != generation) return;
    Lane& lane = peer->lanes[indexOf(channel)];
    lane.dialling = false;
    if (error || !attempt.socket.is_open()) {
      retryLater(*peer, channel);
      return;
    }
    lane.connection = makeConnection(std::move(attempt.socket), TlsStream::Side::kDials);
    Connection* const raw = lane.connection.get();
    auto heard = std::make_shared<Hello>();
    heard->from = node;
    heard->channel = channel;
    Connection::Handlers handlers;
    handlers.judge = [self = shared_from_this(), node, channel](const Hello& hello,
                                                                const CertificateFacts& facts) -> Status {
      if (hello.channel != channel)
        return tl::unexpected(refused("link.refused_hello", "The hello names the other channel."));
      return self->judge(hello, facts, node);
    };
    handlers.onEstablished = [self = shared_from_this(), node, channel] {
      if (Peer* found = self->find(node))
        self->established(node, channel, found->lanes[indexOf(channel)].connection);
    };
    handlers.onClosed = [self = shared_from_this(), node, channel, raw](const Error& why) {
      self->closed(node, channel, raw, why);
    };
    wire(handlers, heard);
    const Hello hello{options.genesis, options.node, node, channel};
    const auto connection = lane.connection;  // start may close it
    connection->start(
        std::move(handlers), [hello] { return hello; }, options.handshakeTimeout);
  }

  void retryLater(Peer& peer, Channel channel) {
    Lane& lane = peer.lanes[indexOf(channel)];
    const auto doubled = options.firstRetry * (1LL << std::min(lane.attempts, 16U));
    const auto longest = std::min<std::chrono::milliseconds>(doubled, options.longestRetry);
    ++lane.attempts;
    // Half to whole: nodes that lost the same peer do not come back in step.
    std::uniform_int_distribution<std::int64_t> spread(longest.count() / 2, longest.count());
    auto timer = std::make_shared<LinkTimer>(strand, std::chrono::milliseconds(spread(random)));
    timer->async_wait([self = shared_from_this(), timer, node = peer.address.node, channel,
                       generation = peer.generation](ErrorCode cancelled) {
      const Peer* const found = cancelled ? nullptr : self->find(node);
      if (found != nullptr && found->generation == generation) self->dial(node, channel);
    });
  }

  // ---- standing connections ----

  void established(NodeId node, Channel channel, std::shared_ptr<Connection> connection) {
    Peer* const peer = find(node);
    if (peer == nullptr) {
      connection->end();
      return;
    }
    Lane& lane = peer->lanes[indexOf(channel)];
    if (lane.connection && lane.connection != connection) {
      // The peer came anew before we saw the old connection break.
      const auto old = std::exchange(lane.connection, nullptr);
      fallen(*peer, channel, "The other side came anew.");
      old->end();
    }
    lane.connection = std::move(connection);
    lane.attempts = 0;
    ++connections;
    {
      const std::lock_guard lock(mutex);
      lane.standing = true;
    }
    if (peer->up || !peer->lanes[0].standing || !peer->lanes[1].standing) return;
    {
      const std::lock_guard lock(mutex);
      peer->up = true;
    }
    report({"link.up", node, channel, "Both connections stand."});
    tell([&] { receiver.onPeerUp(node); });
  }

  /// A channel stands no longer: what waited is gone, the peer is down.
  void fallen(Peer& peer, Channel channel, const std::string& why) {
    Lane& lane = peer.lanes[indexOf(channel)];
    {
      const std::lock_guard lock(mutex);
      lane.standing = false;
      dropped.fetch_add(lane.queue.size(), std::memory_order_relaxed);
      lane.queue.clear();
      lane.queuedBytes = 0;
    }
    if (!peer.up) return;
    {
      const std::lock_guard lock(mutex);
      peer.up = false;
    }
    report({"link.down", peer.address.node, channel, why});
    tell([&] { receiver.onPeerDown(peer.address.node); });
  }

  void closed(NodeId node, Channel channel, const Connection* connection, const Error& why) {
    if (stopping) return;
    count(why);
    if (why.code != "link.closed") report({why.code, node, channel, why.message});
    Peer* const peer = find(node);
    if (peer == nullptr || peer->lanes[indexOf(channel)].connection.get() != connection) return;
    peer->lanes[indexOf(channel)].connection.reset();
    fallen(*peer, channel, why.message);
    if (dials(node)) retryLater(*peer, channel);
  }

  void count(const Error& why) {
    if (why.code == "link.closed") return;
    if (why.code.starts_with("link.refused") || why.code.starts_with("link.handshake"))
      ++refusals;
    else
      ++badFrames;
  }

  runtime::FrameRef nextFrame(NodeId node, Channel channel) {
    const std::lock_guard lock(mutex);
    Peer* const peer = find(node);
    if (peer == nullptr) return nullptr;
    Lane& lane = peer->lanes[indexOf(channel)];
    if (lane.queue.empty()) return nullptr;
    runtime::FrameRef frame = std::move(lane.queue.front());
    lane.queue.pop_front();
    const std::size_t size = encodedSize(*frame);
    lane.queuedBytes -= size;
    framesSent.fetch_add(1, std::memory_order_relaxed);
    bytesSent.fetch_add(size, std::memory_order_relaxed);
    return frame;
  }

  void send(NodeId to, Channel channel, runtime::FrameRef frame) {
    const std::size_t size = encodedSize(*frame);
    {
      const std::lock_guard lock(mutex);
      Peer* const peer = find(to);
      Lane* const lane = peer == nullptr ? nullptr : &peer->lanes[indexOf(channel)];
      if (lane == nullptr || !lane->standing || lane->queue.size() >= options.maxQueuedFrames ||
          lane->queuedBytes + size > options.maxQueuedBytes || !isSendable(*frame)) {
        dropped.fetch_add(1, std::memory_order_relaxed);
        return;
      }
      lane->queue.push_back(std::move(frame));
      lane->queuedBytes += size;
      if (std::exchange(lane->wakeUnderWay, true)) return;
    }
    boost::asio::post(strand, [self = shared_from_this(), to, channel] {
      Peer* const peer = self->find(to);
      if (peer == nullptr) return;
      Lane& lane = peer->lanes[indexOf(channel)];
      {
        const std::lock_guard lock(self->mutex);
        lane.wakeUnderWay = false;
      }
      if (const auto connection = lane.connection) connection->wake();
    });
  }

  void setPeers(const std::vector<PeerAddress>& wanted) {
    std::vector<std::unique_ptr<Peer>> gone;
    {
      const std::lock_guard lock(mutex);
      std::map<NodeId, std::unique_ptr<Peer>> next;
      for (const auto& address : wanted) {
        if (address.node == options.node) continue;
        auto found = peers.find(address.node);
        if (found != peers.end() && found->second && found->second->address == address) {
          next[address.node] = std::move(found->second);
          continue;
        }
        auto peer = std::make_unique<Peer>();
        peer->address = address;
        peer->generation = ++generations;
        next[address.node] = std::move(peer);
      }
      for (auto& [node, peer] : peers)
        if (peer) gone.push_back(std::move(peer));
      peers = std::move(next);
    }
    for (auto& peer : gone) endPeer(*peer, "No longer one of this node's peers.");
    for (const auto& [node, peer] : peers)
      for (const Channel channel : kChannels) dial(node, channel);
  }

  void endPeer(Peer& peer, const std::string& why) {
    for (const Channel channel : kChannels) {
      const auto connection = std::exchange(peer.lanes[indexOf(channel)].connection, nullptr);
      if (connection) connection->end();
      fallen(peer, channel, why);
    }
  }

  void shutDown() {
    ErrorCode ignored;
    acceptor.close(ignored);
    acceptPause.cancel();
    for (auto& [raw, connection] : std::exchange(strangers, {})) connection->end();
    std::map<NodeId, std::unique_ptr<Peer>> gone;
    {
      const std::lock_guard lock(mutex);
      gone.swap(peers);
    }
    for (auto& [node, peer] : gone) endPeer(*peer, "This node stops.");
  }
};

LinkTransport::LinkTransport(boost::asio::io_context& reactor, LinkOptions options)
    : state_(std::make_shared<State>(reactor, std::move(options))) {}

LinkTransport::~LinkTransport() {
  stop();
}

Status LinkTransport::start(Receiver receiver) {
  if (auto usable = state_->useCredentials(state_->options.credentials); !usable) return usable;
  if (auto listening = state_->listen(); !listening) return listening;
  state_->receiver = std::move(receiver);
  boost::asio::post(state_->strand, [state = state_] {
    if (state->stopping) return;
    state->accept();
    state->setPeers(state->options.peers);
  });
  return {};
}

void LinkTransport::send(NodeId to, Channel channel, runtime::FrameRef frame) {
  if (frame != nullptr) state_->send(to, channel, std::move(frame));
}

void LinkTransport::stop() {
  {
    const std::lock_guard lock(state_->callbackMutex);
    state_->stopped = true;
  }
  if (state_->stopping.exchange(true)) return;
  auto done = std::make_shared<std::promise<void>>();
  auto finished = done->get_future();
  boost::asio::dispatch(state_->strand, [state = state_, done] {
    state->shutDown();
    done->set_value();
  });
  // From the reactor itself the call above ran already; from outside wait until the port is free.
  if (state_->reactor.get_executor().running_in_this_thread()) return;
  while (finished.wait_for(std::chrono::milliseconds(10)) != std::future_status::ready)
    if (state_->reactor.stopped()) return;
}

std::uint16_t LinkTransport::port() const {
  return state_->listenPort;
}

void LinkTransport::setPeers(std::vector<PeerAddress> peers) {
  boost::asio::post(state_->strand, [state = state_, peers = std::move(peers)] {
    if (!state->stopping) state->setPeers(peers);
  });
}

Status LinkTransport::renew(Credentials credentials) {
  return state_->useCredentials(credentials);
}

std::vector<NodeId> LinkTransport::peersUp() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<NodeId> up;
  for (const auto& [node, peer] : state_->peers)
    if (peer->up) up.push_back(node);
  return up;
}

LinkCounters LinkTransport::counters() const {
  const State& s = *state_;
  return {s.framesSent, s.framesReceived, s.bytesSent, s.bytesReceived,
          s.dropped,    s.refusals,       s.badFrames, s.connections};
}

}  // namespace aurigraph::link
