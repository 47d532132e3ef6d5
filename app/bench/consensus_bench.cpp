#include "app/bench/consensus_bench.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/bench/etcd_peer.h"
#include "app/bench/load_driver.h"
#include "app/bench/opaque_cluster.h"
#include "app/bench/process_usage.h"

namespace aurigraph::bench {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;
constexpr std::size_t kFullClients = 64;

/// One of the two systems under test.
class Contestant {
 public:
  virtual ~Contestant() = default;
  virtual Result<std::uint16_t> leaderPort() = 0;
  virtual std::unique_ptr<ClientProtocol> client() = 0;
  /// CPU time so far; ours counts the driver, which runs in this process.
  virtual std::uint64_t cpuNanoseconds() = 0;
  [[nodiscard]] virtual bool sharesProcess() const = 0;
};

class Ours final : public Contestant {
 public:
  explicit Ours(std::unique_ptr<OpaqueCluster> cluster) : cluster_(std::move(cluster)) {}
  Result<std::uint16_t> leaderPort() override { return cluster_->leaderPort(); }
  std::unique_ptr<ClientProtocol> client() override { return cluster_->client(); }
  std::uint64_t cpuNanoseconds() override { return processUsage().cpuNanoseconds(); }
  [[nodiscard]] bool sharesProcess() const override { return true; }
  [[nodiscard]] const OpaqueCluster& cluster() const { return *cluster_; }

 private:
  std::unique_ptr<OpaqueCluster> cluster_;
};

class Etcd final : public Contestant {
 public:
  explicit Etcd(std::unique_ptr<EtcdPeer> peer) : peer_(std::move(peer)) {}
  Result<std::uint16_t> leaderPort() override { return peer_->leaderPort(); }
  std::unique_ptr<ClientProtocol> client() override { return peer_->client(kOpaquePayloadBytes); }
  std::uint64_t cpuNanoseconds() override { return peer_->cpuNanoseconds(); }
  [[nodiscard]] bool sharesProcess() const override { return false; }
  [[nodiscard]] const std::string& version() const { return peer_->version(); }

 private:
  std::unique_ptr<EtcdPeer> peer_;
};

/// What the runs of one system with one number of clients came to.
struct Runs {
  std::vector<double> rates;
  Histogram latencies;
  std::uint64_t completed = 0;
  std::uint64_t cpuNanoseconds = 0;
  std::uint64_t driverNanoseconds = 0;

  [[nodiscard]] double cpuMicroseconds() const {
    return completed == 0 ? 0 : static_cast<double>(cpuNanoseconds) / 1e3 / static_cast<double>(completed);
  }
  [[nodiscard]] double driverMicroseconds() const {
    return completed == 0 ? 0 : static_cast<double>(driverNanoseconds) / 1e3 / static_cast<double>(completed);
  }
};

Status addRun(Contestant& system, LoadPlan plan, Runs& runs) {
  const auto port = system.leaderPort();
  if (!port) return propagate(port);
  plan.port = *port;
  const std::uint64_t before = system.cpuNanoseconds();
  auto load = drive(plan, [&] { return system.client(); });
  if (!load) return propagate(load);
  const std::uint64_t cpu = system.cpuNanoseconds() - before;
  const std::uint64_t own = cpu - (system.sharesProcess() ? std::min(cpu, load->driverCpuNanoseconds) : 0);
  runs.cpuNanoseconds += own;
  runs.driverNanoseconds += load->driverCpuNanoseconds;
  runs.rates.push_back(load->perSecond);
  runs.completed += load->completed;
  runs.latencies.merge(load->latencies);
  return {};
}

boost::json::object rowOf(std::size_t clients, const Runs& runs, const char* rateName) {
  const auto [least, most] = std::ranges::minmax(runs.rates);
  return {{"clients", clients},
          {rateName, median(runs.rates)},
          {"min", least},
          {"max", most},
          {"ms", percentiles(runs.latencies)},
          {"cpu_us", runs.cpuMicroseconds()},
          {"driver_cpu_us", runs.driverMicroseconds()}};
}

class ConsensusBench {
 public:
  explicit ConsensusBench(const BenchOptions& options) : options_(options) {
    report_.name = "consensus";
    report_.what =
        "batches of one opaque payload of 128 bytes, unsigned, each durable on a majority of 3 validators "
        "and "
        "applied before its client hears of it; clients on loopback TCP to the leader, all on this one "
        "machine";
    table_.rows.push_back({"clients", "system", "loop", "requests/s", "runs", "p50 ms", "p99 ms", "p99.9 ms",
                           "CPU µs each", "driver µs"});
  }

  Result<Report> all() {
    options_.say("consensus: starting three validators");
    auto cluster = OpaqueCluster::start(options_.dataFolder / "ours");
    if (!cluster) return propagate(cluster);
    ours_ = std::make_unique<Ours>(std::move(*cluster));
    if (EtcdPeer::isInstalled()) {
      options_.say("consensus: starting three members of etcd");
      auto peer = EtcdPeer::start(options_.dataFolder / "etcd");
      if (!peer) return propagate(peer);
      etcd_ = std::make_unique<Etcd>(std::move(*peer));
    } else {
      report_.notes.push_back("etcd is not installed (Debian package etcd-server): nothing to compare with.");
    }
    if (!options_.quick)
      for (const std::size_t clients : {std::size_t{1}, std::size_t{10}})
        if (auto done = closedLoop(clients); !done) return propagate(done);
    if (auto done = closedLoop(kFullClients); !done) return propagate(done);
    if (!options_.quick)
      if (auto done = openLoop(); !done) return propagate(done);
    finish();
    return std::move(report_);
  }

 private:
  [[nodiscard]] LoadPlan planOf(std::size_t clients) const {
    LoadPlan plan;
    plan.clients = clients;
    plan.warmUpNanoseconds = kSecond / 2;
    plan.nanoseconds = options_.quick ? 4 * kSecond : 3 * kSecond;
    return plan;
  }

  /// In turns, so that whatever the machine does meanwhile meets both.
  Status closedLoop(std::size_t clients) {
    Runs ours;
    Runs theirs;
    const std::size_t rounds = options_.quick ? 2 : 3;
    for (std::size_t round = 0; round < rounds; ++round) {
      options_.say("consensus: " + std::to_string(clients) + " clients, round " + std::to_string(round + 1));
      if (auto done = addRun(*ours_, planOf(clients), ours); !done) return done;
      if (etcd_ != nullptr)
        if (auto done = addRun(*etcd_, planOf(clients), theirs); !done) return done;
    }
    addRow(clients, "aurigraph", "closed", ours);
    rows_.push_back(rowOf(clients, ours, "per_s"));
    if (etcd_ != nullptr) {
      addRow(clients, "etcd", "closed", theirs);
      etcdRows_.push_back(rowOf(clients, theirs, "puts_per_s"));
    }
    if (clients != kFullClients) return {};
    ourRate_ = median(ours.rates);
    report_.json["batch1_per_s_3v_durable"] = ourRate_;
    report_.json["batch1_ms"] = percentiles(ours.latencies);
    if (etcd_ == nullptr) return {};
    etcdRate_ = median(theirs.rates);
    etcdJson_["puts_per_s"] = etcdRate_;
    etcdJson_["ms"] = percentiles(theirs.latencies);
    report_.json["times_etcd"] = ourRate_ / etcdRate_;
    report_.notes.push_back("With 64 clients ours does " + milliseconds(ourRate_ / etcdRate_) +
                            " times what etcd does.");
    return {};
  }

  /// Each at half of its own closed-loop rate, latency from the intended start.
  Status openLoop() {
    const auto half = [&](Contestant& system, double rate, const char* name, const char* rateName,
                          boost::json::object& json) -> Status {
      options_.say(std::string("consensus: open loop at half load, ") + name);
      LoadPlan plan = planOf(kFullClients);
      plan.perSecond = std::max<std::uint64_t>(static_cast<std::uint64_t>(rate / 2), 1);
      Runs runs;
      if (auto done = addRun(system, plan, runs); !done) return done;
      addRow(kFullClients, name, "open, 50 %", runs);
      json["open_loop"] = rowOf(kFullClients, runs, rateName);
      return {};
    };
    if (auto done = half(*ours_, ourRate_, "aurigraph", "per_s", report_.json); !done) return done;
    return etcd_ == nullptr ? Status() : half(*etcd_, etcdRate_, "etcd", "puts_per_s", etcdJson_);
  }

  void addRow(std::size_t clients, const char* system, const char* loop, const Runs& runs) {
    const auto [least, most] = std::ranges::minmax(runs.rates);
    table_.rows.push_back({std::to_string(clients), system, loop, perSecond(median(runs.rates)),
                           perSecond(least) + " – " + perSecond(most), milliseconds(runs.latencies.p50Ms()),
                           milliseconds(runs.latencies.p99Ms()), milliseconds(runs.latencies.p999Ms()),
                           perSecond(runs.cpuMicroseconds()), perSecond(runs.driverMicroseconds())});
  }

  void finish() {
    report_.json["rows"] = rows_;
    boost::json::object peers;
    if (etcd_ != nullptr) {
      etcdJson_["version"] = etcd_->version();
      etcdJson_["rows"] = etcdRows_;
      peers["etcd"] = etcdJson_;
      report_.notes.push_back("etcd " + etcd_->version() +
                              ", three processes, default settings, put of 128 bytes "
                              "over gRPC without TLS; its members speak plain HTTP to each other, ours TLS.");
    } else {
      peers["etcd"] = nullptr;
    }
    report_.json["peers"] = std::move(peers);
    const runtime::NodeUsage usage = ours_->cluster().usage();
    report_.json["longest_turn_us"] = static_cast<double>(usage.longestTurnNanoseconds) / 1e3;
    report_.json["direct_io"] = usage.directIo;
    report_.notes.push_back(
        std::string(
            "Ours: three nodes in this process, null state machine, links over mutual TLS, log written ") +
        (usage.directIo ? "with O_DIRECT" : "buffered") +
        " and synced before it counts. Longest turn: at most " +
        perSecond(static_cast<double>(usage.longestTurnNanoseconds) / 1e3) + " µs of CPU.");
    report_.tables.push_back(table_);
  }

  const BenchOptions& options_;
  Report report_;
  Table table_;
  boost::json::array rows_;
  boost::json::array etcdRows_;
  boost::json::object etcdJson_;
  double ourRate_ = 0;
  double etcdRate_ = 0;
  std::unique_ptr<Ours> ours_;
  std::unique_ptr<Etcd> etcd_;
};

}  // namespace

Result<Report> runConsensus(const BenchOptions& options) {
  return ConsensusBench(options).all();
}

}  // namespace aurigraph::bench
