#include "ui/models/node_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QIcon>
#include <random>

#include "tests/ui/overview/busy_cluster.h"

namespace aurigraph::ui::test {
namespace {

class NodeModelTest : public testing::Test {
 protected:
  NodeModelTest() { model.show(cluster); }
  QString cell(int row, int column, int role = Qt::DisplayRole) {
    QString text = model.index(row, column).data(role).toString();
    return text.remove(QChar(0x2066)).remove(QChar(0x2069));
  }

  ClusterReading cluster = readStatus(BusyCluster::status());
  NodeModel model;
  QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(NodeModelTest, AnAbsentReadingIsADashNotZeroAndSaysWhy) {
  NodeReading& node = cluster.nodes[0];
  node.cpuPercent.reset();
  node.memoryBytes.reset();
  node.height.reset();
  node.uptimeSeconds.reset();
  node.role.clear();
  model.show(cluster);
  for (const int column : {NodeModel::kRole, NodeModel::kCpu, NodeModel::kMemory, NodeModel::kHeight,
                           NodeModel::kBehind, NodeModel::kUptime}) {
    EXPECT_EQ(cell(0, column), QStringLiteral("—")) << column;
    EXPECT_FALSE(cell(0, column, Qt::ToolTipRole).isEmpty()) << column;
    EXPECT_TRUE(cell(0, column, Qt::AccessibleTextRole).startsWith(QStringLiteral("none: "))) << column;
    EXPECT_FALSE(model.index(0, column).data(NodeModel::kShareRole).isValid()) << column;
  }
}

TEST_F(NodeModelTest, ALoadIsSaidAgainstItsThreshold) {
  EXPECT_EQ(cell(0, NodeModel::kCpu), QStringLiteral("61 % of 70 %"));
  EXPECT_DOUBLE_EQ(model.index(0, NodeModel::kCpu).data(NodeModel::kThresholdRole).toDouble(), 0.7);
  EXPECT_NEAR(model.index(0, NodeModel::kCpu).data(NodeModel::kShareRole).toDouble(), 0.614, 1e-9);
  EXPECT_EQ(cell(3, NodeModel::kCpu), QStringLiteral("68 %, over 65 %"));
  EXPECT_EQ(cell(5, NodeModel::kCpu), QStringLiteral("18 %")) << "slim nodes have no threshold";
  EXPECT_FALSE(model.index(5, NodeModel::kCpu).data(NodeModel::kThresholdRole).isValid());
}

TEST_F(NodeModelTest, MemoryWithoutALimitHasNoBar) {
  cluster.nodes[0].memoryLimitBytes.reset();
  model.show(cluster);
  EXPECT_FALSE(cell(0, NodeModel::kMemory).contains(QLatin1Char('%')));
  EXPECT_TRUE(cell(0, NodeModel::kMemory).contains(QStringLiteral("412")));
  EXPECT_FALSE(model.index(0, NodeModel::kMemory).data(NodeModel::kShareRole).isValid());
}

TEST_F(NodeModelTest, TheLeaderHasAWordAndASign) {
  EXPECT_EQ(cell(0, NodeModel::kRole), QStringLiteral("Leader"));
  EXPECT_FALSE(model.index(0, NodeModel::kRole).data(Qt::DecorationRole).value<QIcon>().isNull());
  EXPECT_TRUE(model.index(1, NodeModel::kRole).data(Qt::DecorationRole).value<QIcon>().isNull());
}

TEST_F(NodeModelTest, EveryStateHasAWordAndASign) {
  cluster.nodes[0].healthy = false;
  cluster.nodes[0].detail = QStringLiteral("disk full");
  cluster.nodes[1].seenMsAgo = 60'000;
  cluster.nodes[2].role = QStringLiteral("RECOVERING");
  model.show(cluster);
  EXPECT_EQ(cell(0, NodeModel::kState), QStringLiteral("disk full"));
  QSet<QString> words;
  for (int row = 0; row < 4; ++row) {
    words.insert(cell(row, NodeModel::kState));
    EXPECT_FALSE(model.index(row, NodeModel::kState).data(Qt::DecorationRole).value<QIcon>().isNull());
  }
  EXPECT_EQ(words.size(), 4);
}

TEST_F(NodeModelTest, HowFarANodeIsBehindIsCountedFromTheHighest) {
  EXPECT_EQ(cell(0, NodeModel::kBehind), QStringLiteral("Level"));
  EXPECT_TRUE(cell(2, NodeModel::kBehind).startsWith(QStringLiteral("160 ")));
}

TEST_F(NodeModelTest, ARowIsReadOutWhole) {
  const QString row = cell(0, NodeModel::kName, Qt::AccessibleTextRole);
  for (const char* part :
       {"validator-1", "Role: Leader", "State: Answers", "CPU: 61 % of 70 %", "Behind: Level"})
    EXPECT_TRUE(row.contains(QLatin1String(part))) << part << " in " << row.toStdString();
}

TEST_F(NodeModelTest, ATooltipIsNeverMarkup) {
  cluster.nodes[0].healthy = false;
  cluster.nodes[0].detail = QStringLiteral("<b>bold</b>");
  model.show(cluster);
  EXPECT_FALSE(cell(0, NodeModel::kState, Qt::ToolTipRole).contains(QLatin1Char('<')));
}

TEST_F(NodeModelTest, NodesComeAndGoAndTheSelectedOneStays) {
  const QPersistentModelIndex chosen = model.index(3, 0);
  std::mt19937 random(11);
  const auto all = cluster.nodes;
  for (int turn = 0; turn < 300; ++turn) {
    cluster.nodes.clear();
    for (const NodeReading& node : all)
      if (node.id == 4 || random() % 3 != 0) cluster.nodes.append(node);
    if (random() % 4 == 0) cluster.nodes.append(cluster.nodes[0]);  // the same twice
    std::shuffle(cluster.nodes.begin(), cluster.nodes.end(), random);
    cluster.nodes[0].cpuPercent = static_cast<double>(random() % 100);
    model.show(cluster);
    ASSERT_TRUE(chosen.isValid());
    ASSERT_EQ(model.nodeAt(chosen.row()).name, QStringLiteral("business-1"));
    for (int row = 1; row < model.rowCount(); ++row)
      ASSERT_LT(model.nodeAt(row - 1).id, model.nodeAt(row).id) << "ids of the fixture follow the kinds";
  }
}

TEST_F(NodeModelTest, WhatDidNotChangeIsNotDrawnAgain) {
  int changed = 0;
  QObject::connect(&model, &NodeModel::dataChanged, &model, [&changed] { ++changed; });
  model.show(cluster);
  EXPECT_EQ(changed, 0);
  cluster.nodes[1].cpuPercent = 50;
  model.show(cluster);
  EXPECT_EQ(changed, 1);
}

}  // namespace
}  // namespace aurigraph::ui::test
