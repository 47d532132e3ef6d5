#include "app/bench/opaque_cluster.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <cstring>
#include <future>
#include <map>
#include <thread>
#include <vector>

#include "app/bench/null_machine.h"
#include "core/crypto/merkle.h"
#include "core/wire/genesis.h"
#include "nodes/cluster/log_folder.h"
#include "nodes/link/link_transport.h"
#include "nodes/replica/replica_actor.h"
#include "nodes/runtime/reactor.h"

namespace aurigraph::bench {
namespace {

using boost::asio::ip::tcp;

constexpr std::uint32_t kVoters = 3;
constexpr Tick kRepeatAfter{20};  // a batch that was dropped is sent again
constexpr std::chrono::seconds kElectionTimeout{10};
constexpr runtime::Token kSweep{1};

Nanoseconds wallNow() {
  return Nanoseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count());
}

crypto::SigningKey keyOf(std::uint32_t node) {
  crypto::Seed seed;
  seed.bytes.fill(static_cast<std::uint8_t>(node));
  return crypto::SigningKey::fromSeed(seed);
}

wire::Genesis genesisOfThree() {
  wire::Genesis genesis;
  genesis.clusterName = "bench";
  genesis.createdAt = wallNow();
  genesis.simulated = true;
  for (std::uint32_t node = 1; node <= kVoters; ++node)
    genesis.nodes.push_back({NodeId(node), wire::NodeKind::kValidator, "validator-" + std::to_string(node),
                             keyOf(node).publicKey()});
  genesis.roles = wire::defaultRoleTable();
  return genesis;
}

/// One node's counter for clients. Its sockets live on the node's reactor, so nothing here needs a lock
/// and a request reaches the replica without a hop.
class Ingress final : public std::enable_shared_from_this<Ingress> {
 public:
  Ingress(runtime::Runtime& runtime, NodeId node, const Digest& genesis)
      : runtime_(runtime), node_(node), genesis_(genesis), acceptor_(runtime.reactorOf(node)) {
    acceptor_.open(tcp::v4());
    acceptor_.bind({boost::asio::ip::address_v4::loopback(), 0});
    acceptor_.listen();
    port_ = acceptor_.local_endpoint().port();
  }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  void open(runtime::ActorId replica) {
    replica_ = replica;
    accept();
  }
  /// On the reactor. Afterwards nothing refers to it but its owners.
  void close() {
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    for (auto& [key, client] : clients_) client->socket.close(ignored);
    clients_.clear();
  }

  void applied(const replica::BlockApplied& block) {
    for (std::size_t at = 0; at < block.block.batchCount(); ++at) {
      const wire::BatchHeader& batch = block.block.batch(at);
      const auto found = clients_.find(batch.author);
      if (found == clients_.end() || !found->second->underWay || found->second->request != batch.request)
        continue;
      found->second->underWay.reset();
      const std::uint64_t height = block.block.header().height.value;
      boost::system::error_code error;
      boost::asio::write(found->second->socket, boost::asio::buffer(&height, sizeof(height)), error);
      if (error) clients_.erase(found);
    }
  }
  void repeat(Tick now) {
    for (auto& [key, client] : clients_) {
      if (!client->underWay || now.value - client->sentAt.value < kRepeatAfter.value) continue;
      client->sentAt = now;
      runtime_.post(replica_, client->underWay);
    }
  }

 private:
  struct Client {
    explicit Client(tcp::socket given) : socket(std::move(given)) {}
    tcp::socket socket;
    PublicKey author;
    RequestNumber request;
    runtime::Message underWay;  ///< Null: none.
    Tick sentAt;
    std::uint8_t space[kOpaquePayloadBytes] = {};
    std::size_t filled = 0;
  };

  void accept() {
    acceptor_.async_accept([self = shared_from_this()](boost::system::error_code error, tcp::socket socket) {
      if (error) return;
      socket.set_option(tcp::no_delay(true), error);
      auto client = std::make_shared<Client>(std::move(socket));
      const std::uint64_t number = ++self->lastClient_;
      std::memcpy(client->author.bytes.data(), &number, sizeof(number));
      client->author.bytes[31] = static_cast<std::uint8_t>(self->node_.value);
      self->clients_.emplace(client->author, client);
      self->read(client);
      self->accept();
    });
  }

  void read(const std::shared_ptr<Client>& client) {
    client->socket.async_read_some(
        boost::asio::buffer(client->space + client->filled, kOpaquePayloadBytes - client->filled),
        [self = shared_from_this(), client](boost::system::error_code error, std::size_t size) {
          if (error) {
            self->clients_.erase(client->author);
            return;
          }
          client->filled += size;
          if (client->filled == kOpaquePayloadBytes) self->submit(*client);
          self->read(client);
        });
  }

  void submit(Client& client) {
    client.filled = 0;
    client.request = client.request.next();
    const ByteView body(client.space, kOpaquePayloadBytes);
    wire::BatchHeader header;
    header.genesis = genesis_;
    header.author = client.author;
    header.session = SessionNumber(1);
    header.request = client.request;
    header.validUntil = Nanoseconds(wallNow().value + 3'600'000'000'000);
    header.count = 1;
    header.kind = wire::BatchKind::kOpaque;
    header.bodySize = kOpaquePayloadBytes;
    header.bodyRoot = crypto::leafHash(body);  // the block's hash covers the payload, as in the product
    replica::SubmitBatch message;
    message.batch.resize(sizeof(header) + body.size());
    std::memcpy(message.batch.data(), &header, sizeof(header));
    std::memcpy(message.batch.data() + sizeof(header), body.data(), body.size());
    client.underWay = std::make_shared<const std::any>(std::move(message));
    client.sentAt = runtime::steadyTick();
    runtime_.post(replica_, client.underWay);
  }

  runtime::Runtime& runtime_;
  NodeId node_;
  Digest genesis_;
  tcp::acceptor acceptor_;
  std::uint16_t port_ = 0;
  runtime::ActorId replica_;
  std::uint64_t lastClient_ = 0;
  std::map<PublicKey, std::shared_ptr<Client>> clients_;
};

/// The ingress's ear at the replica.
class IngressActor final : public runtime::Actor {
 public:
  IngressActor(std::shared_ptr<Ingress> ingress, runtime::Environment& environment)
      : ingress_(std::move(ingress)), environment_(environment) {}
  ~IngressActor() override { ingress_->close(); }

  void step(const runtime::Event& event, runtime::Out& out) override {
    if (const auto* delivered = std::get_if<runtime::Delivered>(&event)) {
      if (const auto* block = std::any_cast<replica::BlockApplied>(delivered->message.get()))
        ingress_->applied(*block);
      return;
    }
    if (!std::holds_alternative<runtime::Started>(event) && !std::holds_alternative<runtime::Fired>(event))
      return;
    ingress_->repeat(environment_.tick());
    out.add(runtime::SetTimer{Tick(environment_.tick().value + kRepeatAfter.value), kSweep});
  }

 private:
  std::shared_ptr<Ingress> ingress_;
  runtime::Environment& environment_;
};

class PayloadProtocol final : public ClientProtocol {
 public:
  void request(Bytes& out) override { out.resize(out.size() + kOpaquePayloadBytes, 0x61); }
  Result<std::size_t> received(ByteView bytes, Bytes&) override {
    have_ += bytes.size();
    const std::size_t answers = have_ / sizeof(std::uint64_t);
    have_ %= sizeof(std::uint64_t);
    return answers;
  }

 private:
  std::size_t have_ = 0;
};

}  // namespace

struct OpaqueCluster::State {
  ~State() { runtime.stop(); }  // ingresses close on their reactors

  runtime::Runtime runtime{{}};
  std::map<NodeId, std::shared_ptr<Ingress>> ingresses;
  std::map<NodeId, runtime::ActorId> replicas;

  Status start(const std::filesystem::path& folder);
  Result<replica::ReplicaStatus> leader();
};

Status OpaqueCluster::State::start(const std::filesystem::path& folder) {
  const wire::Genesis genesis = genesisOfThree();
  const Digest digest = genesis.digest();
  auto authority = link::CertificateAuthority::create("bench", digest, wallNow());
  if (!authority) return propagate(authority);
  std::map<NodeId, std::shared_ptr<link::LinkTransport>> links;
  for (std::uint32_t number = 1; number <= kVoters; ++number) {
    const NodeId node(number);
    link::LinkOptions linkOptions;
    linkOptions.node = node;
    linkOptions.genesis = digest;
    linkOptions.authorityPem = authority->certificatePem();
    linkOptions.buffers = &runtime.buffers();
    auto credentials = authority->issueNode(node, "validator-" + std::to_string(number), {}, wallNow());
    if (!credentials) return propagate(credentials);
    linkOptions.credentials = std::move(*credentials);
    // Who dials whom is decided by number; ports come when all listen.
    for (std::uint32_t other = 1; other <= kVoters; ++other)
      if (other != number) linkOptions.peers.push_back({NodeId(other), "127.0.0.1", 0});
    links[node] = std::make_shared<link::LinkTransport>(runtime.reactorOf(node), linkOptions);
    runtime::NodeOptions options{.node = node,
                                 .name = "validator-" + std::to_string(number),
                                 .dataFolder = folder / ("node-" + std::to_string(number)),
                                 .key = keyOf(number),
                                 .transport = links[node],
                                 .onStopped = nullptr};
    if (auto made = cluster::formatLog(options.dataFolder, node, digest); !made) return made;
    if (auto added = runtime.addNode(std::move(options)); !added) return added;
    auto ingress = ingresses[node] = std::make_shared<Ingress>(runtime, node, digest);
    replica::ReplicaOptions replicaOptions;
    replicaOptions.self = node;
    replicaOptions.genesis = genesis;
    replicaOptions.machine = [] { return std::make_unique<NullMachine>(); };
    replicaOptions.listeners.push_back(runtime.addActor(node, [&](runtime::Environment& environment) {
      return std::make_unique<IngressActor>(ingress, environment);
    }));
    replicas[node] = runtime.addActor(node, [&](runtime::Environment& environment) {
      return std::make_unique<replica::Replica>(replicaOptions, environment);
    });
    runtime.routeFrames(node, replicas[node]);
    boost::asio::post(runtime.reactorOf(node),
                      [ingress, replica = replicas[node]] { ingress->open(replica); });
  }
  for (const auto& [node, transport] : links) {
    std::vector<link::PeerAddress> peers;
    for (const auto& [other, theirs] : links)
      if (other != node) peers.push_back({other, "127.0.0.1", theirs->port()});
    transport->setPeers(peers);
  }
  return {};
}

Result<replica::ReplicaStatus> OpaqueCluster::State::leader() {
  const auto until = std::chrono::steady_clock::now() + kElectionTimeout;
  while (std::chrono::steady_clock::now() < until) {
    for (const auto& [node, replica] : replicas) {
      auto answer = std::make_shared<std::promise<replica::ReplicaStatus>>();
      auto coming = answer->get_future();
      runtime.post(replica,
                   std::make_shared<const std::any>(replica::AskStatus{
                       [answer](const replica::ReplicaStatus& status) { answer->set_value(status); }}));
      if (coming.wait_for(kElectionTimeout) != std::future_status::ready) break;
      const auto status = coming.get();
      if (status.role == replica::ReplicaStatus::Role::kLeader && status.applied > Height(0)) return status;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return fail("bench.no_leader", "The three validators of the benchmark elected no leader in ten seconds.",
              "Look whether the machine is overloaded, and run it again.");
}

OpaqueCluster::OpaqueCluster(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpaqueCluster::~OpaqueCluster() = default;

Result<std::unique_ptr<OpaqueCluster>> OpaqueCluster::start(const std::filesystem::path& folder) {
  auto state = std::make_unique<State>();
  if (auto started = state->start(folder); !started) return propagate(started);
  if (auto leader = state->leader(); !leader) return propagate(leader);
  return std::unique_ptr<OpaqueCluster>(new OpaqueCluster(std::move(state)));
}

Result<std::uint16_t> OpaqueCluster::leaderPort() {
  const auto leader = state_->leader();
  if (!leader) return propagate(leader);
  return state_->ingresses[leader->node]->port();
}

Result<std::uint64_t> OpaqueCluster::operationsApplied() {
  const auto leader = state_->leader();
  if (!leader) return propagate(leader);
  return leader->operationsApplied;
}

std::unique_ptr<ClientProtocol> OpaqueCluster::client() const {
  return std::make_unique<PayloadProtocol>();
}

runtime::NodeUsage OpaqueCluster::usage() const {
  runtime::NodeUsage sum;
  for (const auto& [node, replica] : state_->replicas) {
    const runtime::NodeUsage one = state_->runtime.usage(node);
    sum.cpuNanoseconds += one.cpuNanoseconds;
    sum.turns += one.turns;
    sum.framesDropped += one.framesDropped;
    sum.diskOperations += one.diskOperations;
    sum.diskBytes += one.diskBytes;
    sum.longestTurnNanoseconds = std::max(sum.longestTurnNanoseconds, one.longestTurnNanoseconds);
    sum.directIo = one.directIo;
  }
  return sum;
}

}  // namespace aurigraph::bench
