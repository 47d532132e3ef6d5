#include "nodes/telemetry/registry.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace aurigraph::telemetry {
namespace {

TEST(Metrics, NamesOfTheSpecificationAreExactlyThere) {
  const std::set<std::string> promised = {"aurigraph_consensus_tps_current",
                                          "aurigraph_consensus_block_height",
                                          "aurigraph_transaction_processed_total",
                                          "aurigraph_transaction_latency_ms",
                                          "aurigraph_cache_hit_ratio",
                                          "container_cpu_usage_percent",
                                          "container_memory_usage_bytes",
                                          "network_io_bytes",
                                          "disk_io_operations",
                                          "autoscaling_validator_count",
                                          "autoscaling_business_count",
                                          "autoscaling_scale_up_events",
                                          "autoscaling_scale_down_events",
                                          "autoscaling_event_timestamp",
                                          "slim_api_call_latency_ms",
                                          "slim_cache_hit_ratio",
                                          "slim_data_quality_score",
                                          "slim_api_availability_percent",
                                          "slim_tokenization_events_pushed"};
  std::set<std::string> defined;
  for (const auto& definition : metricDefinitions())
    EXPECT_TRUE(defined.insert(std::string(definition.name)).second) << definition.name << " twice";
  for (const auto& name : promised) EXPECT_TRUE(defined.contains(name)) << name;
}

TEST(Metrics, TextCarriesNodeLabelsAndValues) {
  Registry registry({{"node", "business-1"}, {"kind", "business"}});
  registry.counter("aurigraph_transaction_processed_total", {{"outcome", "done"}}).Increment(3);
  registry.counter("aurigraph_transaction_processed_total", {{"outcome", "done"}}).Increment(4);
  registry.gauge("aurigraph_consensus_block_height", {{"lane", "0"}}).Set(17);
  registry.histogram("aurigraph_transaction_latency_ms").Observe(12);
  const auto text = registry.text();
  EXPECT_NE(text.find("# TYPE aurigraph_transaction_processed_total counter"), std::string::npos) << text;
  EXPECT_NE(text.find("node=\"business-1\""), std::string::npos) << text;
  EXPECT_NE(text.find("outcome=\"done\"} 7"), std::string::npos) << text;
  EXPECT_NE(text.find("lane=\"0\"} 17"), std::string::npos) << text;
  EXPECT_NE(text.find("aurigraph_transaction_latency_ms_count"), std::string::npos) << text;
}

TEST(Metrics, ANodeShowsNothingItDoesNotMeasure) {
  const Registry registry(Labels{{"node", "slim-1"}});
  EXPECT_EQ(registry.text(), "");
}

TEST(MetricsDeathTest, AnUnknownNameIsOurBug) {
  Registry registry(Labels{});
  EXPECT_DEATH(registry.gauge("aurigraph_typo"), "found");
}

}  // namespace
}  // namespace aurigraph::telemetry
