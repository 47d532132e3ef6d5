#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace aurigraph::telemetry {

using Labels = std::map<std::string, std::string>;

enum class MetricType : std::uint8_t { kCounter, kGauge, kHistogram };

struct MetricDefinition {
  std::string_view name;
  MetricType type;
  std::string_view help;
};

/// Every metric of the product: SPEC's names first and exactly, then our own. A series appears when it
/// is first set: a node shows nothing it does not measure.
[[nodiscard]] std::span<const MetricDefinition> metricDefinitions();

/// One node's metrics (R-OBS-1). All functions are safe from any thread; the references stay valid as
/// long as the registry. The name must be one of metricDefinitions() and of the type asked for.
class Registry {
 public:
  /// `labels` go on every series: {"node", "business-1"}, {"kind", "business"}.
  explicit Registry(Labels labels);
  ~Registry();

  prometheus::Counter& counter(std::string_view name, const Labels& labels = {});
  prometheus::Gauge& gauge(std::string_view name, const Labels& labels = {});
  /// Milliseconds; buckets are the latency targets of SPEC §12 and their halves.
  prometheus::Histogram& histogram(std::string_view name, const Labels& labels = {});

  /// Prometheus text exposition, for `/metrics`.
  [[nodiscard]] std::string text() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace aurigraph::telemetry
