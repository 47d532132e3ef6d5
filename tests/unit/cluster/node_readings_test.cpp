// What nodes say of themselves and what is read from it.

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include "nodes/cluster/memory_limits.h"
#include "nodes/cluster/node_usage.h"
#include "nodes/telemetry/node_probe.h"

namespace aurigraph::cluster {
namespace {

using namespace std::chrono_literals;
using wire::NodeKind;

TEST(NodeProbe, CpuIsOfTheShareBetweenReadingsThatLieApart) {
  telemetry::Registry registry({});
  telemetry::NodeProbe monitor(registry, {.cores = 0.5, .ownProcess = false, .memoryBytes = 100});
  const auto start = std::chrono::steady_clock::now();
  monitor.onCpu(1'000'000, start);
  EXPECT_FALSE(monitor.usage().cpuPercent) << "one reading says nothing";
  monitor.onCpu(900'000'000, start + 10ms);
  EXPECT_FALSE(monitor.usage().cpuPercent) << "too soon";
  monitor.onCpu(101'000'000, start + 1s);
  ASSERT_TRUE(monitor.usage().cpuPercent);
  EXPECT_NEAR(*monitor.usage().cpuPercent, 20.0, 0.001);
  monitor.onMemory(77);
  EXPECT_EQ(monitor.usage().memoryBytes, 77U);
  EXPECT_EQ(monitor.usage().memoryLimitBytes, 100U);
  EXPECT_NE(registry.text().find("container_memory_limit_bytes"), std::string::npos);
}

TEST(NodeProbe, AnOwnProcessHasItsResidentMemory) {
  telemetry::Registry registry({});
  telemetry::NodeProbe monitor(registry, {.cores = 1, .ownProcess = true, .memoryBytes = 1});
  monitor.onMemory(77);
  EXPECT_GT(monitor.usage().memoryBytes, 1'000'000U);
}

TEST(MemoryLimits, EmbeddedNodesShareSixtyPercentOfTheMachine) {
  const std::vector<NodeKind> all = {NodeKind::kValidator, NodeKind::kValidator, NodeKind::kValidator,
                                     NodeKind::kBusiness,  NodeKind::kBusiness,  NodeKind::kSlim};
  constexpr std::uint64_t kMachine = 8'000'000'000;
  std::uint64_t sum = 0;
  for (const NodeKind kind : all) sum += embeddedMemoryLimit(kind, all, kMachine);
  EXPECT_LE(sum, kMachine * 60 / 100);
  EXPECT_GT(sum, kMachine * 59 / 100);
  EXPECT_GT(embeddedMemoryLimit(NodeKind::kValidator, all, kMachine),
            embeddedMemoryLimit(NodeKind::kSlim, all, kMachine));
  // Never more than on a server of its own.
  EXPECT_EQ(embeddedMemoryLimit(NodeKind::kSlim, all, kMachine * 1'000), serverMemoryLimit(NodeKind::kSlim));
}

TEST(NodeUsage, ASlimNodesPipelineIsReadAsItWasWritten) {
  telemetry::SlimReading written;
  written.answers = 5;
  written.dead = 2;
  written.queued = 1;
  telemetry::SourceReading source;
  source.source = "nws";
  source.category = "weather";
  source.calls = 9;
  source.lastLatencyMs = 1.5;
  source.notAsked = "source.paused";
  source.lastError = "503";
  written.sources.push_back(source);
  boost::json::object usage = toJson(telemetry::NodeProbe::Usage{12.5, 1'000, 2'000, 3});
  usage["pipeline"] = toJson(written);
  telemetry::NodeReading read;
  readHealth(boost::json::object{{"status", "UP"}, {"usage", usage}}, read);
  EXPECT_TRUE(read.healthy);
  EXPECT_EQ(read.cpuPercent, 12.5);
  EXPECT_EQ(read.memoryBytes, 1'000U);
  EXPECT_EQ(read.uptimeSeconds, 3U);
  EXPECT_FALSE(read.height);
  ASSERT_TRUE(read.slim);
  EXPECT_EQ(read.slim->answers, 5U);
  EXPECT_EQ(read.slim->dead, 2U);
  ASSERT_EQ(read.slim->sources.size(), 1U);
  EXPECT_EQ(read.slim->sources[0].calls, 9U);
  EXPECT_EQ(read.slim->sources[0].lastLatencyMs, 1.5);
  EXPECT_EQ(read.slim->sources[0].notAsked, "source.paused");
  EXPECT_EQ(read.slim->sources[0].lastError, "503");
}

TEST(NodeUsage, WhatAnotherVersionSaysDoesNoHarm) {
  for (const char* text :
       {"null", "[]", "{}", R"({"status": 5})", R"({"status": "UP", "usage": []})",
        R"({"status": "DOWN", "usage": {"cpu_percent": "much", "memory_bytes": -1, "pipeline": 7}})",
        R"({"status": "UP", "usage": {"pipeline": {"sources": [5, {"source": 7}], "answers": "many"}}})"}) {
    telemetry::NodeReading read;
    readHealth(boost::json::parse(text), read);
    EXPECT_FALSE(read.cpuPercent) << text;
    EXPECT_FALSE(read.memoryBytes) << text;
  }
  telemetry::NodeReading down;
  readHealth(boost::json::object{{"status", "DOWN"}}, down);
  EXPECT_FALSE(down.healthy);
  EXPECT_FALSE(down.detail.empty()) << "an unhealthy node always has a reason";
}

}  // namespace
}  // namespace aurigraph::cluster
