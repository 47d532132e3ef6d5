#include "app/bench/e2e_probes.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "app/bench/pace.h"
#include "nodes/connectors/connector.h"
#include "nodes/files/files.h"

namespace aurigraph::bench {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t kBatch = limits::kMaxTransfersPerBatch;
constexpr auto kWarmUp = 1s;
constexpr auto kMeasured = 6s;
constexpr std::uint64_t kCallsPerSecond = 40;
// The last payers belong to the probes, the others to the load.
constexpr std::size_t kProbePayers = 100;
constexpr std::size_t kKills = 7;
constexpr auto kFailOverTimeout = 20s;
constexpr auto kRest = 2s;

std::uint64_t nanosecondsOf(Clock::time_point time) {
  return static_cast<std::uint64_t>(time.time_since_epoch() / std::chrono::nanoseconds(1));
}

/// Calls at intended times on a thread of its own; latencies of the measured time.
class Probe {
 public:
  Probe(std::function<Status()> call, Clock::time_point begin)
      : thread_([this, call = std::move(call), begin] { run(call, begin); }) {}
  Result<Histogram> finish() {
    thread_.join();
    if (error_) return tl::unexpected<Error>(*error_);
    return latencies_;
  }

 private:
  void run(const std::function<Status()>& call, Clock::time_point begin) {
    const OpenLoop pace(nanosecondsOf(begin), kCallsPerSecond);
    for (std::uint64_t index = 0;; ++index) {
      const Clock::time_point intended{std::chrono::nanoseconds(pace.intended(index))};
      if (intended >= begin + kWarmUp + kMeasured) return;
      std::this_thread::sleep_until(intended);
      if (const Status done = call(); !done) {
        error_ = done.error();
        return;
      }
      if (intended >= begin + kWarmUp) latencies_.record(pace.latency(index, nanosecondsOf(Clock::now())));
    }
  }

  Histogram latencies_;
  std::optional<Error> error_;
  std::thread thread_;
};

Status asStatus(const Result<boost::json::value>& answer) {
  if (!answer) return propagate(answer);
  return {};
}

/// A question that the source answers from memory: what a slim node does between two asks.
Result<std::unique_ptr<connectors::Connector>> cachedSource(E2eCluster& cluster, const std::string& trusted) {
  connectors::SourceConfig source;
  source.provider = "nws";
  source.baseUrl =
      "https://localhost:" + std::to_string(cluster.cluster().simulator()->port()) + "/" + source.provider;
  source.trustedPem = trusted;
  source.simulated = true;
  return connectors::Connector::create(source,
                                       std::make_shared<connectors::L1Cache>(std::size_t{1} * 1024 * 1024),
                                       connectors::systemEnvironment([] { return false; }));
}

}  // namespace

Result<std::map<std::string, Histogram>> probeUnderLoad(E2eCluster& cluster, std::uint64_t batchesPerSecond) {
  const std::size_t payers = cluster.payers().size() - kProbePayers;
  auto load = E2eLoad::open(cluster, 0, payers);
  auto single = E2eLoad::open(cluster, payers, kProbePayers);
  if (!load) return propagate(load);
  if (!single) return propagate(single);

  const auto clientOf = [&](std::uint16_t port) {
    auto options = cluster.gateway();
    options.port = port;
    return client::ApiClient::create(std::move(options));
  };
  std::vector<std::unique_ptr<client::ApiClient>> everywhere;  // health: all nodes, one after the other
  std::unique_ptr<client::ApiClient> validator;
  for (const auto& node : cluster.cluster().plan().nodes) {
    auto made = clientOf(node.apiPort);
    if (!made) return propagate(made);
    everywhere.push_back(std::move(*made));
    if (node.kind != wire::NodeKind::kValidator) continue;
    auto another = clientOf(node.apiPort);
    if (!another) return propagate(another);
    validator = std::move(*another);
  }
  auto reader = client::ApiClient::create(cluster.gateway());
  if (!reader) return propagate(reader);
  const std::string account =
      "/query/accounts?identity=" + std::to_string(cluster.payers().front().identity.value) +
      "&token=" + std::to_string(cluster.tokens().front().value);
  const auto trusted = files::readFile(cluster.cluster().folder().layout.authority());
  if (!trusted) return propagate(trusted);
  auto source = cachedSource(cluster, *trusted);
  if (!source) return propagate(source);
  const connectors::Query question{.path = "/stations/KDEN/observations/latest", .body = {}, .context = {}};
  if (const auto first = (*source)->fetch(question); !first) return propagate(first);

  const auto begin = Clock::now() + 100ms;
  std::size_t turn = 0;
  Probe health([&] { return asStatus(everywhere[turn++ % everywhere.size()]->get("/health")); }, begin);
  Probe consensus([&] { return asStatus(validator->get("/consensus/status")); }, begin);
  Probe query([&] { return asStatus((*reader)->get(account)); }, begin);
  Probe cached(
      [&]() -> Status {
        const auto fetched = (*source)->fetch(question);
        if (!fetched) return propagate(fetched);
        return {};
      },
      begin);
  LoadOutcome singles;
  std::thread transactions([&] {
    singles = (*single)->run(
        {.batchSize = 1, .perSecond = kCallsPerSecond, .warmUp = kWarmUp, .measured = kMeasured});
  });
  const auto big = (*load)->run(
      {.batchSize = kBatch, .perSecond = batchesPerSecond, .warmUp = kWarmUp, .measured = kMeasured});
  transactions.join();
  std::map<std::string, Histogram> out;
  for (auto& [name, probe] : std::map<std::string, Probe*>{
           {"health", &health}, {"consensus", &consensus}, {"query", &query}, {"slim_cached", &cached}}) {
    auto latencies = probe->finish();
    if (!latencies) return propagate(latencies);
    out.emplace(name, std::move(*latencies));
  }
  if (big.refusedBatches + singles.refusedBatches != 0)
    return fail("bench.refused", "Batches were refused: " + big.firstRefusal + singles.firstRefusal,
                "See the nodes' logs.");
  out.emplace("transaction", singles.committed);
  out.emplace("finality", singles.final);
  if (auto right = E2eLoad::checkBooks(cluster, {load->get(), single->get()}); !right)
    return propagate(right);
  return out;
}

// ---- fail-over ----

namespace {

/// Who leads, as the business node knows; 0: nobody.
NodeId leaderOf(client::ApiClient& api) {
  const auto status = api.get("/query/status");
  if (!status || !status->is_object()) return NodeId();
  const auto* leader = status->get_object().if_contains("leader");
  return leader == nullptr || !leader->is_number() ? NodeId() : NodeId(leader->to_number<std::uint32_t>());
}

/// Every node answers and has caught up with the highest.
bool allCaughtUp(E2eCluster& cluster) {
  for (const auto& node : cluster.cluster().look())
    if (!node.healthy) return false;
  return true;
}

}  // namespace

Result<std::vector<double>> failOver(E2eCluster& cluster) {
  auto load = E2eLoad::open(cluster, 0, cluster.payers().size());
  if (!load) return propagate(load);
  auto api = client::ApiClient::create(cluster.gateway());
  if (!api) return propagate(api);
  std::vector<double> out;
  for (std::size_t kill = 0; kill < kKills; ++kill) {
    const auto deadline = Clock::now() + kFailOverTimeout;
    while (!allCaughtUp(cluster) || leaderOf(**api) == NodeId()) {
      if (Clock::now() > deadline)
        return fail("bench.no_leader", "The cluster did not come back after a kill.", "See the nodes' logs.");
      std::this_thread::sleep_for(20ms);
    }
    std::this_thread::sleep_for(kRest);  // links to who came back are dialled anew
    const NodeId leader = leaderOf(**api);
    if (auto pause = (*load)->pauseAround([&] { return cluster.cluster().killNode(leader); }); pause)
      out.push_back(*pause);
    else
      return propagate(pause);
  }
  if (auto right = E2eLoad::checkBooks(cluster, {load->get()}); !right) return propagate(right);
  return out;
}

}  // namespace aurigraph::bench
