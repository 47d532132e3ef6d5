#include "nodes/gateway/gateway.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <map>
#include <mutex>

#include "nodes/gateway/context.h"
#include "nodes/gateway/uncertified.h"
#include "nodes/gateway/views/pipeline.h"
#include "nodes/gateway/views/render.h"
#include "resources/resources.h"

namespace aurigraph::gateway {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kMaxLimitedKeys = 65'536;
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
  explicit State(asio::io_context& io) : strand(asio::make_strand(io)), timer(strand) {}

  asio::strand<asio::io_context::executor_type> strand;  // what the node tells us, in order
  Context context;
  std::shared_ptr<Router> router = std::make_shared<Router>();
  std::unique_ptr<NodeServer> server;
  bool stopped = false;

  // One measurement at a time, none once we stop; what it reads may then be gone.
  std::mutex measuring;
  bool measures = true;
  asio::steady_timer timer;
  std::int64_t measured = 0;  ///< The last second that was, or is not wanted.
  Uncertified uncertified;

  void addRoutes() {
    addStatusRoutes(*router, context);
    addAuthRoutes(*router, context);
    addLedgerRoutes(*router, context);
    addRegisterRoutes(*router, context);
    addRecordRoutes(*router, context);
    addWayRoutes(*router, context);
    addReviewRoutes(*router, context);
    addChainRoutes(*router, context);
    addTransactionRoutes(*router, context);
    addContractRoutes(*router, context);
    addStreamRoutes(*router, context);
    addEvidenceRoutes(*router, context);
    addEventRoutes(*router, context);
    addPipelineRoutes(*router, context);
  }

  [[nodiscard]] telemetry::Labels laneLabel() const {
    return {{"lane", std::to_string(context.options.lane.value)}};
  }

  void onBlock(const projection::BlockRows& rows) {
    auto& registry = *context.parts.registry;
    const auto& block = rows.block;
    context.metrics.add(context.now().value / kSecond,
                        {.operations = block.operations, .failed = block.failed, .final = 0});
    uncertified.executed(block.height, block.operations - block.failed);
    context.consensus->executed(block.height, block.operations - block.failed, block.failed);
    registry.gauge("aurigraph_projection_height", laneLabel()).Set(static_cast<double>(block.height.value));
    context.events->publish(rows.events);
  }

  void onCertificate(const wire::Certificate& certificate) {
    const auto& statement = certificate.statement;
    const std::uint64_t final = uncertified.certified(statement.height);
    context.rate.add(final, context.now().value / kSecond);
    context.metrics.add(context.now().value / kSecond, {.operations = 0, .failed = 0, .final = final});
    context.consensus->certified(statement.height, statement.checkpointHeight);
    context.events->publishCertificate(
        statement.height, boost::json::serialize(Object{{"height", statement.height.value},
                                                        {"checkpoint", statement.checkpointHeight.value},
                                                        {"seals", certificate.votes.size()}}));
  }

  void onLeader(const replica::LeaderChanged& change) {
    context.consensus->leads(change.leader == context.options.node);
    context.events->publishLeader(
        boost::json::serialize(Object{{"leader", change.leader.value}, {"term", change.term.value}}));
  }

  void onListsStopped(const Error& why) {
    if (context.parts.log)
      context.parts.log->error(
          "{}: {} Lists, events and proofs stand still at block {}; it is tried again. {}", why.code,
          why.message, context.store().height().value, why.remedy);
  }

  void onListsResumed(Height height) {
    if (context.parts.log)
      context.parts.log->info("projection.resumed: lists, events and proofs go on; they reflect block {}.",
                              height.value);
  }

  // ---- once a second ----

  void measureNext() {
    const Nanoseconds now = context.now();
    const std::chrono::nanoseconds rest(kSecond - now.value % kSecond);
    timer.expires_after(rest + kBehindTheSecond);
    timer.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
      if (const auto self = weak.lock(); self && !error) self->measure();
    });
  }

  void measure() {
    const std::lock_guard lock(measuring);
    if (!measures) return;
    measureNext();
    const std::int64_t second = context.now().value / kSecond - 1;
    if (second <= measured) return;
    measured = second;
    // The replica answers on its turn, we go on on our strand.
    context.parts.service->status([weak = weak_from_this(), second](const replica::ReplicaStatus& status) {
      const auto self = weak.lock();
      if (!self) return;
      self->context.parts.service->withLedger([weak, second, status](const ledger::Ledger& ledger) {
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
    const auto nodes = readNodes(context, status);
    const auto work = context.metrics.workOf(second);
    Object body{{"second", second},  {"operations", work.operations},  {"failed", work.failed},
                {"tps", work.final}, {"height", status.applied.value}, {"certified", status.certified.value}};
    if (const auto finality = context.finality->between(second, second)) {
      body["finality_p50_ms"] = finality->p50;
      body["finality_p99_ms"] = finality->p99;
    }
    std::map<wire::NodeKind, std::uint64_t> healthy;
    boost::json::array readings;
    for (const telemetry::NodeReading& node : nodes) {
      if (node.healthy) ++healthy[node.kind];
      Object one{{"id", node.id.value}};
      if (node.cpuPercent) one["cpu_percent"] = *node.cpuPercent;
      if (node.memoryBytes) one["memory_bytes"] = *node.memoryBytes;
      if (one.size() > 1) readings.push_back(std::move(one));
    }
    if (context.parts.nodes) {
      body["validators"] = healthy[wire::NodeKind::kValidator];
      body["business"] = healthy[wire::NodeKind::kBusiness];
      body["slim"] = healthy[wire::NodeKind::kSlim];
    }
    body["nodes"] = std::move(readings);
    const Pipeline pipeline = pipelineOf(nodes, counts);
    body["stages"] = stageNumbers(pipeline);
    std::string json = boost::json::serialize(body);
    context.metrics.add(second, json, pipeline.totals());
    context.events->publishMetric(std::move(json));
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
    context.projection->follow(
        *context.parts.service, {.post = executor, .later = later},
        {.onBlock = [this](const projection::BlockRows& rows) { onBlock(rows); },
         .onCertificate = [this](const wire::Certificate& certificate) { onCertificate(certificate); },
         .onStopped = [this](const Error& why) { onListsStopped(why); },
         .onResumed = [this](Height height) { onListsResumed(height); },
         .onLost =
             [this](const Error& why) {
               if (context.parts.startAnew) context.parts.startAnew(why);
             }});
    context.parts.service->listen(
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
               if (const auto self = weak.lock()) self->context.gate->onReadiness(changed);
             }});
  }

  void stop() {
    if (std::exchange(stopped, true)) return;
    {
      const std::lock_guard lock(measuring);
      measures = false;
    }
    context.events->close();
    server->stop();
  }
};

Gateway::Gateway(std::shared_ptr<State> state) : state_(std::move(state)) {}

Gateway::~Gateway() {
  stop();
}

Result<std::unique_ptr<Gateway>> Gateway::start(asio::io_context& io, GatewayOptions options,
                                                GatewayParts parts) {
  auto state = std::make_shared<State>(io);
  auto& context = state->context;
  if (!options.wallClock) options.wallClock = systemNow;
  context.options = std::move(options);
  context.parts = std::move(parts);
  const auto& genesis = context.options.genesis;
  context.genesisBytes = wire::encode(genesis);
  context.genesis = genesis.digest();
  auto levels = parseServiceLevels(resource("review/service_levels.json"));
  if (!levels) return passOn(levels);
  context.serviceLevels = std::move(*levels);
  auto projection = projection::Projection::open(context.options.dataFolder, genesis);
  if (!projection) return passOn(projection);
  context.projection = std::move(*projection);
  context.gate = std::make_unique<ReadyGate>(*context.projection);
  context.finality = std::make_shared<FinalityWindow>(
      [clock = context.options.wallClock] { return clock().value / kSecond; });
  context.signIn =
      std::make_unique<SignIn>(context.genesis, context.options.signIn, context.options.wallClock);
  context.consensus =
      std::make_unique<telemetry::ConsensusMetrics>(*context.parts.registry, context.options.lane);
  context.events = std::make_unique<EventHub>(context.store(), context.options.lane, context.parts.registry);
  const bool local = isLoopback(context.options.server.address);
  context.budgets = std::make_unique<AddressBudgets>(context.options.wallClock);
  context.budgets->limit(Budget::kSignIn,
                         local ? context.options.signInsOnLoopback : context.options.signInsPerAddress,
                         {"rate.too_many_sign_ins", "Too many sign-ins from this address.",
                          "Wait as long as Retry-After says. Signed operations need no sign-in."});
  context.authors.emplace(context.options.operationsPerAuthor, kMaxLimitedKeys);
  if (const auto certificate = context.store().latestCertificate(); certificate && *certificate)
    state->onCertificate(**certificate);
  state->addRoutes();
  state->router->setGuard(
      std::make_shared<Access>(*context.gate, *context.budgets, *context.signIn,
                               LedgerReader(*context.parts.service, context.options.patience)));
  auto server = NodeServer::start(io, context.options.server, state->router, context.parts.registry);
  if (!server) return passOn(server);
  state->server = std::move(*server);
  state->listen();
  state->measured = context.now().value / kSecond;  // of which we saw only a part
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
