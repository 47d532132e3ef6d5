#include "nodes/cluster/running_node.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>

#include "nodes/business/business_node.h"
#include "nodes/cluster/clock_alarm.h"
#include "nodes/cluster/cluster_folder.h"
#include "nodes/cluster/memory_limits.h"
#include "nodes/cluster/node_health.h"
#include "nodes/cluster/node_routes.h"
#include "nodes/cluster/node_usage.h"
#include "nodes/cluster/peer_watch.h"
#include "nodes/cluster/replica_metrics.h"
#include "nodes/cluster/slim_setup.h"
#include "nodes/evidence/store.h"
#include "nodes/files/files.h"
#include "nodes/gateway/gateway.h"
#include "nodes/gateway/node_routes.h"
#include "nodes/link/link_transport.h"
#include "nodes/replica/replica_actor.h"
#include "nodes/runtime/folder_lock.h"
#include "nodes/validator/validator.h"

namespace aurigraph::cluster {
namespace {

using Clock = std::chrono::steady_clock;

/// What a leaving leader gives the others to take over.
constexpr std::chrono::milliseconds kHandOverTimeout{2'000};
constexpr std::chrono::milliseconds kStatusTimeout{500};

gateway::ServerOptions serverOptions(const NodeConfig& config, const link::Credentials& credentials,
                                     std::uint16_t port) {
  gateway::ServerOptions options;
  options.address = config.address;
  options.port = port;
  options.certificatePem = credentials.certificatePem;
  options.keyPem = credentials.keyPem;
  return options;
}

void logLink(spdlog::logger& log, const link::LinkEvent& event) {
  const bool usual = event.code == "link.up" || event.code == "link.down";
  log.log(usual ? spdlog::level::info : spdlog::level::warn, "{}: node {}, {}: {}", event.code,
          event.peer.value, event.channel == runtime::Channel::kControl ? "control" : "bulk", event.detail);
}

}  // namespace

struct RunningNode::State {
  State(NodeConfig given, NodeEnvironment around)
      : config(std::move(given)), environment(std::move(around)) {}

  NodeConfig config;
  NodeEnvironment environment;
  runtime::FolderLock folderLock;  ///< Outlives all that works in the folder.
  wire::Genesis genesis;
  wire::GenesisNode self;
  wire::StateSecret stateSecret;  ///< Of nodes with a ledger.
  link::Credentials credentials;
  std::unique_ptr<telemetry::Registry> registry;
  std::unique_ptr<telemetry::NodeProbe> probe;
  std::unique_ptr<ReplicaMetrics> replicaMetrics;
  std::unique_ptr<ClockAlarm> clocks;
  std::shared_ptr<link::LinkTransport> links;
  bool added = false;  ///< To the runtime.

  std::unique_ptr<validator::Validator> validator;
  std::unique_ptr<business::BusinessNode> business;
  std::unique_ptr<evidence::EvidenceStore> evidence;
  std::unique_ptr<PeerWatch> peers;  ///< Of a business node.
  std::unique_ptr<gateway::Gateway> gateway;
  std::unique_ptr<slim::SlimNode> slim;
  std::vector<std::unique_ptr<gateway::NodeServer>> servers;

  Status readFiles(crypto::SigningKey& key, std::string& authorityPem);
  Status join(const crypto::SigningKey& key, const std::string& authorityPem);
  Status startValidator();
  Status startBusiness(const std::string& authorityPem);
  Status startSlim(const crypto::SigningKey& key, const std::string& authorityPem);
  Status serve(std::shared_ptr<const gateway::Router> router, std::uint16_t port);
  void measure();
  boost::json::object usageOf(const replica::ReplicaStatus& status);
  boost::json::object usageOfSlim();
  void watchPeers(const std::string& authorityPem);
  std::vector<telemetry::NodeReading> nodesOf(const replica::ReplicaStatus& own);
  void onBroken(const replica::InvariantBroken& broken);
  void askStatus(std::function<void(const replica::ReplicaStatus&)> answer);
  std::optional<replica::ReplicaStatus> waitStatus();
  void handOver();
  void end(bool crash);
};

Status RunningNode::State::readFiles(crypto::SigningKey& key, std::string& authorityPem) {
  auto readGenesis = loadGenesis(config.genesis);
  if (!readGenesis) return propagate(readGenesis);
  genesis = std::move(*readGenesis);
  const auto found = std::ranges::find(genesis.nodes, config.node, &wire::GenesisNode::node);
  if (found == genesis.nodes.end() || found->kind != config.kind)
    return fail("node.not_in_genesis",
                "The genesis knows no " + std::string(wire::nameOf(config.kind)) + " node " +
                    std::to_string(config.node.value) + ".",
                "Check \"node\" and \"kind\" in node.toml.");
  self = *found;
  const auto readKey = loadNodeKey(config.folder);
  if (!readKey) return propagate(readKey);
  key = *readKey;
  if (environment.falseKey)
    key = *environment.falseKey;
  else if (key.publicKey() != self.key)
    return fail("node.wrong_key", "node.seed is not the key that the genesis names for this node.",
                "Restore node.seed of this node from your backup.");
  if (holdsStateSecret(config.kind)) {
    const auto readSecret = loadStateSecret(config.folder, genesis);
    if (!readSecret) return propagate(readSecret);
    stateSecret = *readSecret;
  }
  auto readCredentials = link::loadCredentials(config.folder, kNodeCredentials);
  if (!readCredentials) return propagate(readCredentials);
  credentials = std::move(*readCredentials);
  auto readAuthority = files::readFile(config.authority);
  if (!readAuthority) return propagate(readAuthority);
  authorityPem = std::move(*readAuthority);
  return {};
}

Status RunningNode::State::join(const crypto::SigningKey& key, const std::string& authorityPem) {
  link::LinkOptions linkOptions;
  linkOptions.node = config.node;
  linkOptions.genesis = genesis.digest();
  linkOptions.listenHost = config.address;
  linkOptions.listenPort = config.linkPort;
  for (const auto& peer : config.peers) linkOptions.peers.push_back({peer.node, peer.host, peer.port});
  linkOptions.authorityPem = authorityPem;
  linkOptions.credentials = credentials;
  linkOptions.buffers = &environment.runtime.buffers();
  linkOptions.onEvent = [log = environment.log](const link::LinkEvent& event) { logLink(*log, event); };
  links = std::make_shared<link::LinkTransport>(environment.runtime.reactorOf(config.node),
                                                std::move(linkOptions));
  runtime::NodeOptions options{.node = config.node,
                               .name = config.name,
                               .dataFolder = config.dataFolder(),
                               .key = key,
                               .transport = links,
                               .onStopped =
                                   [log = environment.log, tell = environment.onStopped](const Error& why) {
                                     log->critical("{}: {} {}", why.code, why.message, why.remedy);
                                     if (tell) tell(why);
                                   },
                               .crashable = environment.crashable};
  if (auto done = environment.runtime.addNode(std::move(options)); !done) return done;
  added = true;
  return {};
}

Status RunningNode::State::startValidator() {
  validator = std::make_unique<validator::Validator>(
      environment.runtime,
      validator::ValidatorOptions{
          .node = config.node,
          .genesis = genesis,
          .stateSecret = stateSecret,
          .ledger = {},
          .onBlock = [this](const replica::BlockApplied& applied) { replicaMetrics->onBlock(applied); },
          .onInvariantBroken = [this](const replica::InvariantBroken& broken) { onBroken(broken); }});
  auto router = std::make_shared<gateway::Router>();
  addLedgerNodeRoutes(
      *router, *registry, self, [this](StatusAnswer answer) { askStatus(std::move(answer)); },
      [this](const replica::ReplicaStatus& status) { return usageOf(status); }, [this] { measure(); });
  return serve(std::move(router), config.apiPort);
}

// The business node and its gateway come before the replica: it tells its history from the first block,
// and they are to hear all of it.
Status RunningNode::State::startBusiness(const std::string& authorityPem) {
  business::BusinessOptions options;
  options.genesis = genesis.digest();
  business = std::make_unique<business::BusinessNode>(environment.runtime, config.node, options);
  business->listen(
      {.onBlock = {},
       .onCertificate = {},
       .onLeader = {},
       .onReadiness = {},
       .onInvariantBroken = [this](const replica::InvariantBroken& broken) { onBroken(broken); }});

  gateway::GatewayOptions gatewayOptions;
  gatewayOptions.server = serverOptions(config, credentials, config.apiPort);
  gatewayOptions.dataFolder = config.folder / "projection";
  gatewayOptions.genesis = genesis;
  gatewayOptions.node = config.node;
  gatewayOptions.nodeName = config.name;
  gatewayOptions.version = std::string(version());
  gateway::GatewayParts parts;
  parts.service = business.get();
  parts.registry = registry.get();
  auto store = evidence::EvidenceStore::open(config.folder / "evidence");
  if (!store) return propagate(store);
  evidence = std::move(*store);
  parts.evidence.get = [kept = evidence.get()](const Digest& digest) { return kept->get(digest); };
  parts.evidence.put = [kept = evidence.get()](const Digest& digest, ByteView bytes) {
    return kept->putAs(digest, bytes);
  };
  watchPeers(authorityPem);
  parts.nodes = [this](const replica::ReplicaStatus& own) { return nodesOf(own); };
  parts.usage = [this](const replica::ReplicaStatus& own) { return usageOf(own); };
  parts.log = environment.log;
  parts.startAnew = environment.onStopped;
  std::error_code ignored;
  std::filesystem::create_directories(gatewayOptions.dataFolder, ignored);
  auto started = gateway::Gateway::start(environment.services.io(), std::move(gatewayOptions), parts);
  if (!started) return propagate(started);
  gateway = std::move(*started);
  if (config.gatewayPort != 0) {
    // The same routes at a second door; the gateway outlives it.
    const std::shared_ptr<const gateway::Router> routes(std::shared_ptr<void>(), &gateway->router());
    if (auto served = serve(routes, config.gatewayPort); !served) return served;
  }

  replica::ReplicaOptions replicaOptions;
  replicaOptions.self = config.node;
  replicaOptions.genesis = genesis;
  replicaOptions.stateSecret = stateSecret;
  replicaOptions.listeners = {business->actor()};
  const auto replica = environment.runtime.addActor(config.node, [&](runtime::Environment& its) {
    return std::make_unique<replica::Replica>(replicaOptions, its);
  });
  environment.runtime.routeFrames(config.node, replica);
  business->use(replica);
  return {};
}

// A slim node takes no part in consensus (R-NODE-1): it is a client of a business node's API.
Status RunningNode::State::startSlim(const crypto::SigningKey& key, const std::string& authorityPem) {
  const SlimFiles files{genesis, key, authorityPem, simulatorPin(config)};
  auto settings = slimConfigOf(config, files);
  if (!settings) return propagate(settings);
  auto port = ledgerPortOf(config, files);
  if (!port) return propagate(port);
  std::error_code ignored;
  std::filesystem::create_directories(settings->dataFolder, ignored);
  auto started = slim::SlimNode::start(std::move(*settings), std::move(*port));
  if (!started) return propagate(started);
  slim = std::move(*started);
  auto router = std::make_shared<gateway::Router>();
  router->add(gateway::nodeRoutes(
      *registry,
      [this]() -> gateway::Task<std::optional<gateway::NodeHealth>> {
        auto health = healthOf(self, *slim);
        health.body["usage"] = usageOfSlim();
        co_return health;
      },
      [this] {
        cluster::measure(*slim, *registry);
        (void)usageOfSlim();
      }));
  return serve(std::move(router), config.apiPort);
}

Status RunningNode::State::serve(std::shared_ptr<const gateway::Router> router, std::uint16_t port) {
  auto started = gateway::NodeServer::start(
      environment.services.io(), serverOptions(config, credentials, port), std::move(router), registry.get());
  if (!started) return propagate(started);
  servers.push_back(std::move(*started));
  return {};
}

void RunningNode::State::measure() {
  const auto usage = environment.runtime.usage(config.node);
  probe->onCpu(usage.cpuNanoseconds, Clock::now());
  probe->onDisk(usage.diskOperations);
  const auto counters = links->counters();
  probe->onLinkBytes(counters.bytesSent, counters.bytesReceived);
}

boost::json::object RunningNode::State::usageOf(const replica::ReplicaStatus& status) {
  measure();
  probe->onMemory(status.stateBytes);
  auto out = toJson(probe->usage());
  out["role"] = gateway::nameOf(status.role);
  out["height"] = status.applied.value;
  return out;
}

boost::json::object RunningNode::State::usageOfSlim() {
  probe->onCpu(slim->cpuNanoseconds(), Clock::now());
  probe->onMemory(slim->memoryBytes());
  auto out = toJson(probe->usage());
  out["pipeline"] = toJson(readingOf(*slim));
  return out;
}

void RunningNode::State::watchPeers(const std::string& authorityPem) {
  std::vector<PeerWatch::Peer> all;
  for (const auto& node : genesis.nodes) {
    if (node.node == config.node) continue;
    PeerWatch::Peer peer{node.node, node.kind, node.name, {}, 0};
    const auto api = std::ranges::find(config.apis, node.node, &PeerConfig::node);
    if (api != config.apis.end()) {
      peer.host = api->host;
      peer.port = api->port;
    }
    all.push_back(std::move(peer));
  }
  peers = std::make_unique<PeerWatch>(std::move(all), authorityPem);
}

std::vector<telemetry::NodeReading> RunningNode::State::nodesOf(const replica::ReplicaStatus& own) {
  telemetry::NodeReading here;
  here.id = config.node;
  here.kind = config.kind;
  here.name = self.name;
  const auto health = healthOf(self, own);
  here.healthy = health.ok;
  if (!health.ok) here.detail = reasonOf(own);
  here.role = gateway::nameOf(own.role);
  here.height = own.applied.value;
  measure();
  probe->onMemory(own.stateBytes);
  const auto usage = probe->usage();
  here.cpuPercent = usage.cpuPercent;
  here.memoryBytes = usage.memoryBytes;
  here.memoryLimitBytes = usage.memoryLimitBytes;
  here.uptimeSeconds = usage.uptimeSeconds;
  here.seenMsAgo = 0;
  auto out = peers->readings();
  out.push_back(std::move(here));
  std::ranges::sort(out, {}, &telemetry::NodeReading::id);
  return out;
}

/// On the replica's reactor.
void RunningNode::State::onBroken(const replica::InvariantBroken& broken) {
  replicaMetrics->onBroken();
  environment.log->critical(
      "ledger.invariant_broken: It is no longer true that {}. This node's ledger goes on, and so do all "
      "others'. Stop paying out, keep every node's folder, and report it.",
      broken.which);
}

void RunningNode::State::askStatus(std::function<void(const replica::ReplicaStatus&)> answer) {
  const auto fill = [this, answer = std::move(answer)](replica::ReplicaStatus status) {
    status.directIo = environment.runtime.usage(config.node).directIo;
    replicaMetrics->onStatus(status);
    clocks->onStatus(status);
    answer(status);
  };
  if (validator)
    validator->status(fill);
  else
    business->status(fill);
}

std::optional<replica::ReplicaStatus> RunningNode::State::waitStatus() {
  auto promise = std::make_shared<std::promise<replica::ReplicaStatus>>();
  auto future = promise->get_future();
  askStatus([promise](const replica::ReplicaStatus& status) { promise->set_value(status); });
  if (future.wait_for(kStatusTimeout) != std::future_status::ready) return std::nullopt;
  return future.get();
}

void RunningNode::State::handOver() {
  const auto leads = [this] {
    const auto status = waitStatus();
    return status && status->role == replica::ReplicaStatus::Role::kLeader;
  };
  if (!validator) return;
  const wire::VoterSet voters = genesis.voters();
  std::vector<NodeId> successors;
  for (const NodeId peer : links->peersUp())
    if (voters.find(peer) != nullptr) successors.push_back(peer);
  // Without a majority of others nobody can be elected: then all are stopping.
  if (successors.size() < voters.majority() || !leads()) return;
  // The next one round, so that nodes that stop one after another do not all choose the same one.
  const auto after = std::ranges::upper_bound(successors, config.node);
  const NodeId next = after == successors.end() ? successors.front() : *after;
  validator->handOverTo(next);
  const auto deadline = Clock::now() + kHandOverTimeout;
  while (Clock::now() < deadline && leads()) std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

void RunningNode::State::end(bool crash) {
  if (!crash) {
    for (auto& server : servers) server->stop();
    if (gateway) gateway->stop();
    if (slim) slim->stop();
    if (added) handOver();
  }
  if (std::exchange(added, false)) environment.runtime.removeNode(config.node, crash);
  // The servers' handlers ask the node; without it they answer that it is gone, then end here.
  servers.clear();
  gateway.reset();
  peers.reset();
  evidence.reset();
  business.reset();
  validator.reset();
  links.reset();
  slim.reset();
  folderLock.release();
}

RunningNode::RunningNode(std::unique_ptr<State> state) : state_(std::move(state)) {}

RunningNode::~RunningNode() {
  stop();
}

Result<std::unique_ptr<RunningNode>> RunningNode::start(const NodeConfig& config,
                                                        NodeEnvironment environment) {
  auto state = std::make_unique<State>(config, std::move(environment));
  auto lock = runtime::FolderLock::take(config.folder, state->environment.tied);
  if (!lock) return propagate(lock);
  state->folderLock = std::move(*lock);
  crypto::SigningKey key = crypto::SigningKey::fromSeed({});
  std::string authorityPem;
  if (auto read = state->readFiles(key, authorityPem); !read) return propagate(read);
  state->registry = std::make_unique<telemetry::Registry>(
      telemetry::Labels{{"node", config.name}, {"kind", std::string(wire::nameOf(config.kind))}});
  const auto& around = state->environment;
  const std::uint64_t ceiling =
      around.memoryLimitBytes != 0 ? around.memoryLimitBytes : serverMemoryLimit(config.kind);
  state->probe = std::make_unique<telemetry::NodeProbe>(
      *state->registry, telemetry::NodeProbe::Limits{around.cores, around.ownProcess, ceiling});
  state->replicaMetrics = std::make_unique<ReplicaMetrics>(*state->registry, Lane(0));
  state->clocks = std::make_unique<ClockAlarm>(around.log, state->genesis.nodes);
  // From here on the destructor takes back what was begun.
  std::unique_ptr<RunningNode> node(new RunningNode(std::move(state)));
  State& inside = *node->state_;
  Status started;
  switch (config.kind) {
    case wire::NodeKind::kValidator:
      started = inside.join(key, authorityPem);
      if (started) started = inside.startValidator();
      break;
    case wire::NodeKind::kBusiness:
      started = inside.join(key, authorityPem);
      if (started) started = inside.startBusiness(authorityPem);
      break;
    case wire::NodeKind::kSlim:
      started = inside.startSlim(key, authorityPem);
      break;
  }
  if (!started) {
    inside.end(true);
    return propagate(started);
  }
  inside.environment.log->info("node.started: {} answers on {}:{}", config.name, config.address,
                               config.apiPort);
  return node;
}

void RunningNode::stop() {
  if (state_) state_->end(false);
}

void RunningNode::crash() {
  if (state_) state_->end(true);
}

Status RunningNode::renew() {
  State& inside = *state_;
  auto fresh = link::loadCredentials(inside.config.folder, kNodeCredentials);
  if (!fresh) return propagate(fresh);
  if (fresh->certificatePem == inside.credentials.certificatePem) return {};
  if (inside.links)
    if (auto done = inside.links->renew(*fresh); !done) return done;
  if (inside.gateway)
    if (auto done = inside.gateway->renew(fresh->certificatePem, fresh->keyPem); !done) return done;
  for (auto& server : inside.servers)
    if (auto done = server->renew(fresh->certificatePem, fresh->keyPem); !done) return done;
  inside.credentials = std::move(*fresh);
  inside.environment.log->info("certificate.renewed: {}", inside.config.name);
  return {};
}

const NodeConfig& RunningNode::config() const {
  return state_->config;
}

business::BusinessService* RunningNode::business() {
  return state_->business.get();
}

}  // namespace aurigraph::cluster
