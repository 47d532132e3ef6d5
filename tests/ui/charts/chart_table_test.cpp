#include "ui/charts/chart_table.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <random>

#include "tests/ui/charts/readings.h"

namespace aurigraph::ui::test {
namespace {

Shown shownAt(const Chart& chart, qint64 end, int range = 60, int step = 1) {
  return shownOf(chart, static_cast<double>(end), range, step);
}

TEST(ChartTable, RowsComeAndGoAsTheModelPromises) {
  Chart chart = Readings::chart();
  ChartTable table(chart);
  const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
  std::mt19937 random(7);
  qint64 second = Readings::kStart;
  for (int turn = 0; turn < 400; ++turn) {
    second += random() % 5;
    if (random() % 6 != 0)
      for (ChartLine& line : chart.lines) line.readings.put(second, static_cast<double>(random() % 100));
    if (random() % 40 == 0) second += 500;  // longer than what is shown
    const bool coarse = random() % 20 == 0;
    const Shown shown = shownAt(chart, second, coarse ? 120 : 60, coarse ? 3 : 1);
    table.show(shown);
    ASSERT_EQ(table.rowCount(), shown.count);
    for (int row = 0; row < shown.count; ++row) {
      const int index = shown.count - 1 - row;
      ASSERT_EQ(table.index(row, 0).data().toString(), clockText(shown.secondOf(index)));
      ASSERT_EQ(table.index(row, 1).data().toString(), pointText(chart, shown.lines[0][index]));
    }
  }
}

TEST(ChartTable, ASelectedRowStaysTheSameMomentWhileTimeGoesOn) {
  Chart chart = Readings::chart();
  ChartTable table(chart);
  for (int i = 0; i < 60; ++i)
    for (ChartLine& line : chart.lines) line.readings.put(Readings::kStart + i, i);
  table.show(shownAt(chart, Readings::kStart + 60));
  const QPersistentModelIndex chosen = table.index(5, 0);
  const QString before = chosen.data().toString();
  for (int i = 60; i < 70; ++i)
    for (ChartLine& line : chart.lines) line.readings.put(Readings::kStart + i, i);
  table.show(shownAt(chart, Readings::kStart + 70));
  EXPECT_EQ(chosen.row(), 15);
  EXPECT_EQ(chosen.data().toString(), before);
}

TEST(ChartTable, ARowIsReadOutWhole) {
  Chart chart = Readings::chart();
  chart.lines[0].readings.put(Readings::kStart, 12.0);
  chart.lines[1].readings.put(Readings::kStart, std::nullopt);
  ChartTable table(chart);
  table.show(shownAt(chart, Readings::kStart + 1));
  const QString row = table.index(0, 0).data(Qt::AccessibleTextRole).toString();
  EXPECT_TRUE(row.contains(QStringLiteral("Final: 12 /s"))) << row.toStdString();
  EXPECT_TRUE(row.contains(QStringLiteral("Refused: — (nothing to measure)"))) << row.toStdString();
}

}  // namespace
}  // namespace aurigraph::ui::test
