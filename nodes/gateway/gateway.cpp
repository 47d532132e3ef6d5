#include "nodes/gateway/gateway.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <map>
#include <mutex>

#include "nodes/gateway/access.h"
#include "nodes/gateway/cluster_nodes.h"
#include "nodes/gateway/known_genesis.h"
#include "nodes/gateway/ledger_reader.h"
#include "nodes/gateway/live/event_hub.h"
#include "nodes/gateway/metrics_history.h"
#include "nodes/gateway/rate_meter.h"
#include "nodes/gateway/ready_gate.h"
#include "nodes/gateway/routes/routes.h"
#include "nodes/gateway/submission.h"
#include "nodes/gateway/uncertified.h"
#include "nodes/gateway/views/pipeline.h"
#include "nodes/gateway/views/render.h"
#include "nodes/projection/projection.h"
#include "nodes/telemetry/consensus_metrics.h"
#include "resources/resources.h"

namespace aurigraph::gateway {

namespace asio = boost::asio;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
/// Behind the whole second, so that a clock's rounding never wakes us before it.
constexpr std::chrono::milliseconds kBehindTheSecond{2};

Nanoseconds systemNow() {
  return Nanoseconds(std::chrono::system_clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

bool isLoopback(const std::string& text) {
  boost::system::error_code error;
  const auto address = asio::ip::make_address(text, error);
  return !error && address.is_loopback();
}

}  // namespace

struct Gateway::State : std::enable_shared_from_this<Gateway::State> {
  State(asio::io_context& io, GatewayOptions given, GatewayParts beside,
        std::unique_ptr<projection::Projection> opened, ServiceLevels serviceLevels)
      : strand(asio::make_strand(io)),
        options(std::move(given)),
        parts(std::move(beside)),
        genesis(std::move(options.genesis)),
        levels(std::move(serviceLevels)),
        projection(std::move(opened)),
        gate(*projection),
        nodes(parts.nodes, options.node, gate),
        signIn(genesis.digest, options.signIn, options.wallClock),
        events(projection->store(), options.lane, parts.registry),
        finality(std::make_shared<FinalityWindow>(
            [clock = options.wallClock] { return clock().value / kSecond; })),
        consensus(*parts.registry, options.lane),
        budgets(options.wallClock),
        authors(options.operationsPerAuthor, options.wallClock),
        timer(strand) {}

  asio::strand<asio::io_context::executor_type> strand;  // what the node tells us, in order
  GatewayOptions options;                                // its genesis has moved on
  GatewayParts parts;
  KnownGenesis genesis;
  ServiceLevels levels;
  std::unique_ptr<projection::Projection> projection;
  ReadyGate gate;
  ClusterNodes nodes;
  SignIn signIn;
  EventHub events;
  std::shared_ptr<FinalityWindow> finality;
  telemetry::ConsensusMetrics consensus;
  RateMeter rate;
  MetricsHistory metrics;
  AddressBudgets budgets;
  AuthorLimits authors;
  std::shared_ptr<Router> router = std::make_shared<Router>();
  std::unique_ptr<NodeServer> server;
  bool stopped = false;

  // One measurement at a time, none once we stop; what it reads may then be gone.
  std::mutex measuring;
  bool measures = true;
  asio::steady_timer timer;
  std::int64_t measured = 0;  ///< The last second that was, or is not wanted.
  Uncertified uncertified;

  [[nodiscard]] Nanoseconds now() const { return options.wallClock(); }

  /// The whole API. Every part of it gets what it may use, and nothing else.
  void addRoutes() {
    const LedgerReader ledger(*parts.service, options.answerTimeout);
    const Lists lists{.store = projection->store(), .blocks = projection->blocks()};
    const Submission submission{.service = *parts.service,
                                .authors = authors,
                                .registry = *parts.registry,
                                .finality = finality,
                                .timeout = options.answerTimeout,
                                .store = projection->store()};
    const Names names{.node = options.nodeName, .version = options.version};
    const Clock& clock = options.wallClock;
    router->add(healthRoutes({.service = *parts.service,
                              .registry = *parts.registry,
                              .consensus = consensus,
                              .projection = *projection,
                              .gate = gate,
                              .rate = rate,
                              .usage = parts.usage,
                              .names = names,
                              .lane = options.lane,
                              .now = clock}));
    router->add(statusRoutes({.ledger = ledger,
                              .genesis = genesis,
                              .projection = *projection,
                              .gate = gate,
                              .nodes = nodes,
                              .rate = rate,
                              .finality = *finality,
                              .names = names,
                              .now = clock}));
    router->add(infoRoutes(genesis, names));
    router->add(consensusRoutes(ledger));
    router->add(metricsRoutes(metrics, clock));
    router->add(pipelineRoutes(ledger, nodes, metrics, clock));
    router->add(authRoutes(ledger, signIn, genesis.digest));
    router->add(identityRoutes(ledger, lists));
    router->add(claimRoutes(ledger));
    router->add(proposalRoutes(ledger));
    router->add(accountRoutes(ledger, lists));
    router->add(registerRoutes(ledger, lists));
    router->add(sourceRoutes(ledger));
    router->add(factRoutes(ledger));
    router->add(recordRoutes(ledger, lists, genesis, levels, clock));
    router->add(lineageRoutes(ledger, lists, genesis, parts.evidence, clock));
    router->add(reviewRoutes(ledger, lists, genesis, levels, clock));
    router->add(evidenceRoutes(parts.evidence));
    router->add(sessionsRoutes(ledger));
    router->add(blockRoutes(lists));
    router->add(certificateRoutes(lists));
    router->add(consistencyRoutes(lists));
    router->add(genesisRoutes(genesis));
    router->add(proofRoutes(ledger, lists, events, genesis, options.answerTimeout));
    router->add(batchRoutes(submission, lists));
    router->add(contractRoutes(ledger, submission, genesis.digest, options.lane, clock));
    router->add(streamRoutes(submission, options.streamCredits));
    router->add(eventRoutes(ledger, events, options.lane));
  }

  /// What stands between a request's head and these routes.
  void setGuard() {
    budgets.limit(Budget::kSignIn,
                  isLoopback(options.server.address) ? options.signInsOnLoopback : options.signInsPerAddress,
                  {"rate.too_many_sign_ins", "Too many sign-ins from this address.",
                   "Wait as long as Retry-After says. Signed operations need no sign-in."});
    router->setGuard(
        std::make_shared<Access>(gate, budgets, signIn, LedgerReader(*parts.service, options.answerTimeout)));
  }

  [[nodiscard]] telemetry::Labels laneLabel() const { return {{"lane", std::to_string(options.lane.value)}}; }

  void onBlock(const projection::BlockRows& rows) {
    auto& registry = *parts.registry;
    const auto& block = rows.block;
    metrics.add(now().value / kSecond, {.operations = block.operations, .failed = block.failed, .final = 0});
    uncertified.executed(block.height, block.operations - block.failed);
    consensus.executed(block.height, block.operations - block.failed, block.failed);
    registry.gauge("aurigraph_projection_height", laneLabel()).Set(static_cast<double>(block.height.value));
    events.publish(rows.events);
  }

  void onCertificate(const wire::Certificate& certificate) {
    const auto& statement = certificate.statement;
    const std::uint64_t final = uncertified.certified(statement.height);
    rate.add(final, now().value / kSecond);
    metrics.add(now().value / kSecond, {.operations = 0, .failed = 0, .final = final});
    consensus.certified(statement.height, statement.checkpointHeight);
    events.publishCertificate(statement.height,
                              boost::json::serialize(Object{{"height", statement.height.value},
                                                            {"checkpoint", statement.checkpointHeight.value},
                                                            {"seals", certificate.votes.size()}}));
  }

  void onLeader(const replica::LeaderChanged& change) {
    consensus.leads(change.leader == options.node);
    events.publishLeader(
        boost::json::serialize(Object{{"leader", change.leader.value}, {"term", change.term.value}}));
  }

  void onListsStopped(const Error& why) {
    if (parts.log)
      parts.log->error("{}: {} Lists, events and proofs stand still at block {}; it is tried again. {}",
                       why.code, why.message, projection->store().height().value, why.remedy);
  }

  void onListsResumed(Height height) {
    if (parts.log)
      parts.log->info("projection.resumed: lists, events and proofs go on; they reflect block {}.",
                      height.value);
  }

  // ---- once a second ----

  void measureNext() {
    const std::chrono::nanoseconds rest(kSecond - now().value % kSecond);
    timer.expires_after(rest + kBehindTheSecond);
    timer.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
      if (const auto self = weak.lock(); self && !error) self->measure();
    });
  }

  void measure() {
    const std::lock_guard lock(measuring);
    if (!measures) return;
    measureNext();
    const std::int64_t second = now().value / kSecond - 1;
    if (second <= measured) return;
    measured = second;
    // The replica answers on its turn, we go on on our strand.
    parts.service->status([weak = weak_from_this(), second](const replica::ReplicaStatus& status) {
      const auto self = weak.lock();
      if (!self) return;
      self->parts.service->withLedger([weak, second, status](const ledger::Ledger& ledger) {
        const auto counts = countsOf(ledger, status.operationsApplied);
        if (const auto still = weak.lock())
          asio::post(still->strand, [weak, second, status, counts] {
            if (const auto alive = weak.lock()) alive->publishMetric(second, status, counts);
          });
      });
    });
  }

  void publishMetric(std::int64_t second, const replica::ReplicaStatus& status, const LedgerCounts& counts) {
    const std::lock_guard lock(measuring);
    if (!measures) return;
    const auto all = nodes.read(status);
    const auto work = metrics.workOf(second);
    Object body{{"second", second},  {"operations", work.operations},  {"failed", work.failed},
                {"tps", work.final}, {"height", status.applied.value}, {"certified", status.certified.value}};
    if (const auto took = finality->between(second, second)) {
      body["finality_p50_ms"] = took->p50;
      body["finality_p99_ms"] = took->p99;
    }
    std::map<wire::NodeKind, std::uint64_t> healthy;
    boost::json::array used;
    for (const telemetry::NodeReading& node : all) {
      if (node.healthy) ++healthy[node.kind];
      Object one{{"id", node.id.value}};
      if (node.cpuPercent) one["cpu_percent"] = *node.cpuPercent;
      if (node.memoryBytes) one["memory_bytes"] = *node.memoryBytes;
      if (one.size() > 1) used.push_back(std::move(one));
    }
    if (nodes.areRead()) {
      body["validators"] = healthy[wire::NodeKind::kValidator];
      body["business"] = healthy[wire::NodeKind::kBusiness];
      body["slim"] = healthy[wire::NodeKind::kSlim];
    }
    body["nodes"] = std::move(used);
    const Pipeline pipeline = pipelineOf(all, counts);
    body["stages"] = stageNumbers(pipeline);
    std::string json = boost::json::serialize(body);
    metrics.add(second, json, pipeline.totals());
    events.publishMetric(std::move(json));
  }

  // The node may speak on after we are gone: its callbacks hold no more than a weak reference.
  void listen() {
    const std::weak_ptr<State> weak = weak_from_this();
    const auto executor = [weak](std::function<void()> task) {
      if (const auto self = weak.lock())
        asio::post(self->strand, [weak, task = std::move(task)] {
          if (const auto still = weak.lock()) task();
        });
    };
    const auto later = [weak](std::chrono::milliseconds pause, std::function<void()> task) {
      const auto self = weak.lock();
      if (!self) return;
      const auto alarm = std::make_shared<asio::steady_timer>(self->strand, pause);
      alarm->async_wait([weak, alarm, task = std::move(task)](const boost::system::error_code& error) {
        if (const auto still = weak.lock(); still && !error) task();
      });
    };
    projection->follow(
        *parts.service, {.post = executor, .later = later},
        {.onBlock = [this](const projection::BlockRows& rows) { onBlock(rows); },
         .onCertificate = [this](const wire::Certificate& certificate) { onCertificate(certificate); },
         .onStopped = [this](const Error& why) { onListsStopped(why); },
         .onResumed = [this](Height height) { onListsResumed(height); },
         .onLost =
             [this](const Error& why) {
               if (parts.startAnew) parts.startAnew(why);
             }});
    parts.service->listen(
        {.onBlock = {},
         .onCertificate = {},
         .onLeader =
             [weak, executor](const replica::LeaderChanged& change) {
               executor([weak, change] {
                 if (const auto self = weak.lock()) self->onLeader(change);
               });
             },
         // At once, not behind what the executor has to do: a question may come in this moment.
         .onReadiness =
             [weak](const replica::ReadinessChanged& changed) {
               if (const auto self = weak.lock()) self->gate.onReadiness(changed);
             }});
  }

  void stop() {
    if (std::exchange(stopped, true)) return;
    {
      const std::lock_guard lock(measuring);
      measures = false;
    }
    events.close();
    server->stop();
  }
};

Gateway::Gateway(std::shared_ptr<State> state) : state_(std::move(state)) {}

Gateway::~Gateway() {
  stop();
}

Result<std::unique_ptr<Gateway>> Gateway::start(asio::io_context& io, GatewayOptions options,
                                                GatewayParts parts) {
  if (!options.wallClock) options.wallClock = systemNow;
  auto levels = parseServiceLevels(resource("review/service_levels.json"));
  if (!levels) return propagate(levels);
  auto projection = projection::Projection::open(options.dataFolder, options.genesis);
  if (!projection) return propagate(projection);
  auto state = std::make_shared<State>(io, std::move(options), std::move(parts), std::move(*projection),
                                       std::move(*levels));
  if (const auto certificate = state->projection->store().latestCertificate(); certificate && *certificate)
    state->onCertificate(**certificate);
  state->addRoutes();
  state->setGuard();
  auto server = NodeServer::start(io, state->options.server, state->router, state->parts.registry);
  if (!server) return propagate(server);
  state->server = std::move(*server);
  state->listen();
  state->measured = state->now().value / kSecond;  // of which we saw only a part
  asio::post(state->strand, [weak = std::weak_ptr(state)] {
    const auto self = weak.lock();
    if (!self) return;
    const std::lock_guard lock(self->measuring);
    if (self->measures) self->measureNext();
  });
  return std::unique_ptr<Gateway>(new Gateway(std::move(state)));
}

std::uint16_t Gateway::port() const {
  return state_->server->port();
}
Status Gateway::renew(const std::string& certificatePem, const std::string& keyPem) {
  return state_->server->renew(certificatePem, keyPem);
}
void Gateway::stop() {
  state_->stop();
}
const Router& Gateway::router() const {
  return *state_->router;
}

}  // namespace aurigraph::gateway
