#include <gtest/gtest.h>

#include <QJsonArray>

#include "tests/ui/overview/busy_cluster.h"
#include "ui/models/health_words.h"
#include "ui/models/readings.h"

namespace aurigraph::ui::test {
namespace {

using Kind = Health::Kind;

ClusterReading busy() {
  return readStatus(BusyCluster::status());
}

TEST(Readings, WhatNobodyMeasuredIsEmptyNotZero) {
  const ClusterReading cluster =
      readStatus({{QStringLiteral("nodes"), QJsonArray{QJsonObject{{QStringLiteral("id"), 1}}}}});
  EXPECT_FALSE(cluster.tps || cluster.finalityP50Ms || cluster.finalityP99Ms);
  ASSERT_EQ(cluster.nodes.size(), 1);
  const NodeReading& node = cluster.nodes[0];
  EXPECT_FALSE(node.cpuPercent || node.memoryBytes || node.height || node.uptimeSeconds ||
               node.memoryPercent());
  const auto metric = readMetric({{QStringLiteral("second"), 5}});
  ASSERT_TRUE(metric);
  EXPECT_FALSE(metric->tps || metric->finalityP99Ms || metric->reviewsWaiting);
}

TEST(Readings, NonsenseIsNoReading) {
  EXPECT_FALSE(readMetric({}));
  EXPECT_FALSE(readMetric({{QStringLiteral("second"), QStringLiteral("now")}}));
  const auto metric = readMetric({{QStringLiteral("second"), 5},
                                  {QStringLiteral("tps"), -3},
                                  {QStringLiteral("failed"), QStringLiteral("many")},
                                  {QStringLiteral("stages"), QStringLiteral("none")}});
  ASSERT_TRUE(metric);
  EXPECT_FALSE(metric->tps || metric->failed || metric->reviewsWaiting);
}

TEST(Readings, AMemoryLimitOfZeroIsNone) {
  NodeReading node;
  node.memoryBytes = 100;
  node.memoryLimitBytes = 0;
  EXPECT_FALSE(node.memoryPercent());
}

TEST(Health, AllIsWellIsSaidWithTheFigure) {
  const Health health = healthOf(busy());
  EXPECT_EQ(health.kind, Kind::kWell);
  EXPECT_TRUE(health.sentence.contains(QStringLiteral("All 6")));
  EXPECT_TRUE(health.sentence.contains(QStringLiteral("11 ms"))) << health.sentence.toStdString();
}

TEST(Health, WhoIsMissingIsNamed) {
  ClusterReading cluster = busy();
  cluster.nodes[5].healthy = false;
  const Health health = healthOf(cluster);
  EXPECT_EQ(health.kind, Kind::kImpaired);
  EXPECT_TRUE(health.sentence.contains(QStringLiteral("5 of 6")));
  EXPECT_TRUE(health.sentence.contains(QStringLiteral("slim-1")));
}

TEST(Health, ANodeThatWentSilentIsMissing) {
  ClusterReading cluster = busy();
  cluster.nodes[4].seenMsAgo = 12'000;
  EXPECT_EQ(stateOf(cluster.nodes[4]).kind, NodeState::Kind::kSilent);
  EXPECT_TRUE(stateOf(cluster.nodes[4]).words.contains(QStringLiteral("12 s")));
  EXPECT_EQ(healthOf(cluster).kind, Kind::kImpaired);
}

TEST(Health, WithoutAMajorityNothingElseIsWorthSaying) {
  ClusterReading cluster = busy();
  cluster.nodes[0].healthy = cluster.nodes[1].healthy = false;
  const Health health = healthOf(cluster);
  EXPECT_EQ(health.kind, Kind::kStopped);
  EXPECT_TRUE(health.sentence.contains(QStringLiteral("1 of 3 validators")));
}

TEST(Health, HalfIsNoMajority) {
  ClusterReading cluster = busy();
  cluster.nodes.removeAt(2);
  cluster.nodes[0].healthy = false;
  EXPECT_EQ(healthOf(cluster).kind, Kind::kStopped);
}

TEST(Health, WithoutALeaderItSaysWhatThatMeans) {
  ClusterReading cluster = busy();
  cluster.leader = 0;
  EXPECT_EQ(healthOf(cluster).kind, Kind::kStopped);
  EXPECT_TRUE(healthOf(cluster).sentence.contains(QStringLiteral("no leader")));
  EXPECT_TRUE(leaderText(cluster).contains(QStringLiteral("Nobody leads")));
}

TEST(Health, NothingToMakeFinalIsNotZeroMilliseconds) {
  ClusterReading cluster = busy();
  cluster.finalityP50Ms.reset();
  cluster.finalityP99Ms.reset();
  EXPECT_FALSE(healthOf(cluster).sentence.contains(QStringLiteral("ms")));
}

TEST(Health, AGatewayThatKnowsNobodySaysSo) {
  EXPECT_EQ(healthOf({}).kind, Kind::kImpaired);
}

}  // namespace
}  // namespace aurigraph::ui::test
