#include "nodes/telemetry/registry.h"

#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <mutex>

#include "core/base/assert.h"

namespace aurigraph::telemetry {

namespace {

constexpr auto kCounter = MetricType::kCounter;
constexpr auto kGauge = MetricType::kGauge;
constexpr auto kHistogram = MetricType::kHistogram;

constexpr MetricDefinition kDefinitions[] = {
    {"aurigraph_consensus_tps_current", kGauge, "Operations executed per second, last second"},
    {"aurigraph_consensus_block_height", kGauge, "Height of the last applied block"},
    {"aurigraph_transaction_processed_total", kCounter, "Operations executed, by outcome"},
    {"aurigraph_transaction_latency_ms", kHistogram, "From receipt of a batch to its answer, ms"},
    {"aurigraph_cache_hit_ratio", kGauge, "Hits per look-up, 0 to 1"},
    {"container_cpu_usage_percent", kGauge, "CPU time over the node's share of cores, percent"},
    {"container_memory_usage_bytes", kGauge, "Accounted or resident memory"},
    {"network_io_bytes", kCounter, "Bytes over the node's links, by direction"},
    {"disk_io_operations", kCounter, "Disk operations carried out"},
    {"autoscaling_validator_count", kGauge, "Validators running"},
    {"autoscaling_business_count", kGauge, "Business nodes running"},
    {"autoscaling_scale_up_events", kCounter, "Decisions to scale up"},
    {"autoscaling_scale_down_events", kCounter, "Decisions to scale down"},
    {"autoscaling_event_timestamp", kGauge, "Time of the last scaling decision, seconds since 1970"},
    {"slim_api_call_latency_ms", kGauge, "The last call of an outside provider, ms"},
    {"slim_cache_hit_ratio", kGauge, "Hits per look-up by tier, 0 to 1"},
    {"slim_data_quality_score", kGauge, "Score of the last record, 0 to 1"},
    {"slim_api_availability_percent", kGauge, "Calls answered well, percent"},
    {"slim_tokenization_events_pushed", kCounter, "Records handed to the ledger"},
    // Ours.
    {"container_memory_limit_bytes", kGauge, "Ceiling of that memory"},
    {"aurigraph_consensus_certified_height", kGauge, "Blocks up to it are final"},
    {"aurigraph_consensus_checkpoint_height", kGauge, "Last checkpoint of the state"},
    {"aurigraph_consensus_is_leader", kGauge, "1 while this node leads"},
    {"aurigraph_ledger_invariant_broken", kGauge,
     "1: an invariant of the ledger was seen broken, stop and look"},
    {"aurigraph_consensus_clocks_astray", kGauge, "Validators whose clock is off, as the leader hears them"},
    {"aurigraph_consensus_blocks_ahead_total", kCounter, "Live blocks refused: ahead of this node's clock"},
    {"aurigraph_http_requests_total", kCounter, "API requests by route class and status class"},
    {"aurigraph_http_refused_total", kCounter, "Requests and connections refused, by reason"},
    {"aurigraph_http_connections", kGauge, "Open API connections"},
    {"aurigraph_projection_height", kGauge, "Height that lists and events reflect"},
    {"aurigraph_projection_lag", kGauge, "Executed blocks that lists and events do not reflect yet"},
    {"aurigraph_projection_stopped", kGauge, "1 while lists and events stand still; /health says why"},
    {"aurigraph_node_ready", kGauge, "1 while the node shows all that is decided"},
    {"aurigraph_event_subscribers", kGauge, "Open event streams"},
};

const prometheus::Histogram::BucketBoundaries kLatencyBucketsMs = {
    0.5, 1, 2.5, 5, 10, 15, 25, 30, 50, 75, 100, 150, 250, 500, 1'000, 2'500, 5'000, 10'000};

const MetricDefinition& definitionOf(std::string_view name, MetricType type) {
  const auto* found = std::find_if(std::begin(kDefinitions), std::end(kDefinitions),
                                   [&](const MetricDefinition& each) { return each.name == name; });
  AG_ASSERT(found != std::end(kDefinitions) && found->type == type);
  return *found;
}

}  // namespace

std::span<const MetricDefinition> metricDefinitions() {
  return kDefinitions;
}

struct Registry::State {
  Labels labels;
  prometheus::Registry registry;
  std::mutex mutex;  // guards the three maps; prometheus-cpp guards itself
  std::map<std::string, prometheus::Family<prometheus::Counter>*, std::less<>> counters;
  std::map<std::string, prometheus::Family<prometheus::Gauge>*, std::less<>> gauges;
  std::map<std::string, prometheus::Family<prometheus::Histogram>*, std::less<>> histograms;

  template <class Map, class Builder>
  auto& family(Map& map, std::string_view name, MetricType type, Builder builder) {
    const auto& definition = definitionOf(name, type);
    const std::lock_guard lock(mutex);
    auto found = map.find(name);
    if (found == map.end()) {
      auto& made = builder.Name(std::string(definition.name))
                       .Help(std::string(definition.help))
                       .Labels(labels)
                       .Register(registry);
      found = map.emplace(std::string(name), &made).first;
    }
    return *found->second;
  }
};

Registry::Registry(Labels labels) : state_(std::make_unique<State>()) {
  state_->labels = std::move(labels);
}
Registry::~Registry() = default;

prometheus::Counter& Registry::counter(std::string_view name, const Labels& labels) {
  return state_->family(state_->counters, name, kCounter, prometheus::BuildCounter()).Add(labels);
}

prometheus::Gauge& Registry::gauge(std::string_view name, const Labels& labels) {
  return state_->family(state_->gauges, name, kGauge, prometheus::BuildGauge()).Add(labels);
}

prometheus::Histogram& Registry::histogram(std::string_view name, const Labels& labels) {
  return state_->family(state_->histograms, name, kHistogram, prometheus::BuildHistogram())
      .Add(labels, kLatencyBucketsMs);
}

std::string Registry::text() const {
  return prometheus::TextSerializer().Serialize(state_->registry.Collect());
}

}  // namespace aurigraph::telemetry
